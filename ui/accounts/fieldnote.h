// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Slipway {

/// The line under a field: a hint, or what is wrong with what was entered. Keeps its height when it has nothing to say.
class FieldNote : public QLabel
{
    Q_OBJECT
public:
    FieldNote(QWidget *field, QWidget *parent);

    void setHint(const QString &hint);
    void setProblem(const QString &problem); ///< empty: none
    bool hasProblem() const { return !m_problem.isEmpty(); }

    QSize sizeHint() const override; ///< one line; more only where the width is too small
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void recolour();

    QWidget *m_field;
    QString m_hint;
    QString m_problem;
};

} // namespace Slipway
