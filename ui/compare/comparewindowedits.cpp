// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prompts that are asked otherwise than at the end: edited ones, and the branches that come of it. Counted by prompts,
// for a column in which an answer was continued or asked for again has other turns than its neighbours.
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"
#include "ui/compare/answercolumn.h"
#include "ui/compare/comparewindow.h"
#include "ui/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Slipway {

void CompareWindow::setPresets(Presets *presets)
{
    m_settings->setPresets(presets);
}

void CompareWindow::setSendKey(SendKey key)
{
    m_prompt->setSendKey(key);
    showState();
}

QWidget *CompareWindow::buildEditing()
{
    m_editingText = Look::secondaryLabel();
    m_editingText->setObjectName(QStringLiteral("compareEditingText"));
    m_editingText->setWordWrap(true);
    m_endEditing = new QToolButton;
    m_endEditing->setObjectName(QStringLiteral("compareEndEditing"));
    m_endEditing->setFocusPolicy(Qt::StrongFocus);
    m_editingBar = new QWidget;
    m_editingBar->setObjectName(QStringLiteral("compareEditing"));
    auto *row = new QHBoxLayout(m_editingBar);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    row->addWidget(m_editingText, 1);
    row->addWidget(m_endEditing);
    m_editingBar->hide();
    return m_editingBar;
}

void CompareWindow::edit(AnswerColumn *column, int index)
{
    if (m_edited < 0)
        m_setAside = m_prompt->toPlainText();
    m_edited = column->promptNumber(index);
    m_prompt->setText(column->conversation()->turns().at(index).content);
    m_prompt->setFocus();
    showState();
}

void CompareWindow::endEditing()
{
    if (std::exchange(m_edited, -1) < 0)
        return;
    m_prompt->setText(std::exchange(m_setAside, {}));
    m_prompt->setFocus();
    showState();
}

void CompareWindow::showEditing()
{
    m_editingText->setText(tr("What is sent now goes to all, beside prompt %1, which you edit.")
                               .arg(QLocale().toString(std::max(0, m_edited) + 1)));
    m_editingBar->setVisible(m_edited >= 0);
}

/// Of a reply in its column alone; of a prompt in all of them, for they answer the same.
void CompareWindow::showBranch(AnswerColumn *column, int index, int branch)
{
    if (isBusy() || !column->conversation()->showBranch(index, branch))
        return;
    const Turn chosen = column->conversation()->turns().at(index);
    const int number = column->promptNumber(index);
    for (AnswerColumn *other : std::as_const(m_columns)) {
        if (other != column && chosen.role == Role::User)
            other->showPrompt(number, branch, chosen.content);
    }
    showState();
}

} // namespace Slipway
