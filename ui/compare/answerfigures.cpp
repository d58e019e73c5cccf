// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/answerfigures.h"

#include "ui/compare/comparewords.h"
#include "ui/look.h"

#include <QEvent>
#include <QGridLayout>

namespace Slipway {

AnswerFigures::AnswerFigures(QWidget *parent) : QWidget(parent)
{
    static const QString names[] = {QStringLiteral("figureTokens"), QStringLiteral("figureFirst"),
                                    QStringLiteral("figureSpeed"), QStringLiteral("figureTime"),
                                    QStringLiteral("figureCost")};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Look::gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (int line = 0; line < LineCount; ++line) {
        const auto at = size_t(line);
        m_names[at] = Look::secondaryLabel();
        m_values[at] = Look::plainLabel();
        m_values[at]->setObjectName(names[at]);
        m_values[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_values[at]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        grid->addWidget(m_names[at], line, 0);
        grid->addWidget(m_values[at], line, 1);
    }
    retranslate();
}

void AnswerFigures::setAnswer(const Turn *answer, const ComparedModel &model)
{
    std::array<QString, LineCount> values;
    if (answer) {
        values[Tokens] = CompareWords::estimate(*answer, CompareWords::tokens(answer->usage));
        if (answer->firstToken)
            values[FirstToken] = CompareWords::seconds(*answer->firstToken);
        if (const auto speed = tokensPerSecond(*answer))
            values[Speed] = CompareWords::estimate(*answer, CompareWords::speed(*speed));
        if (answer->duration)
            values[Time] = CompareWords::seconds(*answer->duration);
        const bool isOver = answer->state != Turn::State::Waiting && answer->state != Turn::State::Streaming;
        if (answer->duration && isOver)
            values[Cost] = CompareWords::cost(*answer, model);
    }
    for (size_t line = 0; line < LineCount; ++line) {
        m_values[line]->setText(values[line].isEmpty() ? QStringLiteral("–") : values[line]);
        m_values[line]->setToolTip({});
    }
    m_values[Cost]->setToolTip(Look::toolTip(CompareWords::costTip(model)));
}

QString AnswerFigures::text(int line) const
{
    return m_values[size_t(line)]->text();
}

void AnswerFigures::retranslate()
{
    const std::array<QString, LineCount> names{tr("Tokens"), tr("First token"), tr("Speed"), tr("Time"), tr("Cost")};
    for (size_t line = 0; line < LineCount; ++line) {
        m_names[line]->setText(names[line]);
        m_values[line]->setAccessibleName(names[line]);
    }
}

void AnswerFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
