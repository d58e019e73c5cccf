// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QToolButton;

namespace Slipway {

/// "All 12 | Running 7 | Changing 2 | Failed 1 | Stopped 2": how many there are of each, and a choice of one of them.
/// Where it is short of room the words go and the shapes and numbers stay.
class ChipBar : public QWidget
{
    Q_OBJECT
public:
    using Counts = std::array<int, 4>; ///< by Phase

    explicit ChipBar(QWidget *parent = nullptr);

    void setCounts(const Counts &counts, int total);
    void setUnknown();                  ///< nothing has been read yet: no number is shown, not even 0
    std::optional<Phase> phase() const; ///< unset: all
    void setPhase(std::optional<Phase> phase);
    void retranslate();

    int width(bool compact) const; ///< that it takes, with or without words
    void setCompact(bool compact);
    QSize minimumSizeHint() const override; ///< without words

Q_SIGNALS:
    void phaseChosen(std::optional<Slipway::Phase> phase); ///< by a person

protected:
    void changeEvent(QEvent *event) override;

private:
    void addChip(int number);
    void setNumbers(const QList<int> &numbers);
    void paintShapes();
    QString word(int number) const;
    QString text(int number, bool compact) const;

    QButtonGroup *m_group;
    QList<QToolButton *> m_chips;            ///< "all", then by Phase
    QList<int> m_counts{-1, -1, -1, -1, -1}; ///< of each chip; -1 while unknown
    bool m_compact = false;
};

} // namespace Slipway
