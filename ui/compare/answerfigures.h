// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"
#include "app/compare/comparedmodel.h"

#include <QWidget>

#include <array>

class QLabel;

namespace Slipway {

/// The figures of one answer, in the same lines for every answer, so that those side by side can be held against each
/// other: tokens, time to first token, speed, time, cost.
class AnswerFigures : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerFigures(QWidget *parent = nullptr);

    void setAnswer(const Turn *answer, const ComparedModel &model); ///< nullptr: there is none yet
    QString text(int line) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Line { Tokens, FirstToken, Speed, Time, Cost, LineCount };
    void retranslate();

    std::array<QLabel *, LineCount> m_names;
    std::array<QLabel *, LineCount> m_values;
};

} // namespace Slipway
