// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one does to a conversation beside going on with it: ask again, edit, delete, begin anew, and take back.
#include "ui/chat/chatpane.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"
#include "ui/chat/transcript.h"

#include <QDesktopServices>

#include <algorithm>
#include <utility>

namespace Slipway {

void ChatPane::connectTranscript()
{
    connect(m_transcript, &Transcript::turnWanted, this, &ChatPane::showTurn);
    connect(m_transcript, &Transcript::retryRequested, this, &ChatPane::retry);
    connect(m_transcript, &Transcript::regenerateRequested, this, &ChatPane::regenerate);
    connect(m_transcript, &Transcript::goOnRequested, this, &ChatPane::goOn);
    connect(m_transcript, &Transcript::editRequested, this, &ChatPane::edit);
    connect(m_transcript, &Transcript::removeRequested, this, &ChatPane::remove);
    connect(m_transcript, &Transcript::branchRequested, this, [this](int index, int branch) {
        if (m_conversation && m_conversation->showBranch(index, branch))
            showPrompts();
    });
    connect(m_transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

bool ChatPane::mayAsk()
{
    return m_conversation && !isBusy() && refusal().isEmpty() && checkSettings();
}

void ChatPane::retry()
{
    if (mayAsk() && m_conversation->retry())
        m_transcript->followEnd();
    m_prompt->setFocus();
}

void ChatPane::regenerate(int index)
{
    if (mayAsk() && m_conversation->regenerate(index))
        m_transcript->followEnd();
    m_prompt->setFocus();
}

void ChatPane::goOn()
{
    if (mayAsk() && m_conversation->goOn())
        m_transcript->followEnd();
    m_prompt->setFocus();
}

// ---- editing a message of one's own

void ChatPane::edit(int index)
{
    if (!m_conversation || index >= m_conversation->turns().size())
        return;
    const Turn message = m_conversation->turns().at(index);
    if (message.id != m_edited)
        m_conversation->setEdited(EditedPrompt{message.id, message.content});
    resumeEditing();
    m_prompt->setFocus();
    showState();
}

/// What is typed outlives the pane, the conversation's place in it, and the program.
void ChatPane::keepTyped()
{
    if (!m_conversation)
        return;
    if (m_edited != 0)
        m_conversation->setEdited(EditedPrompt{m_edited, m_prompt->toPlainText()});
    else
        m_conversation->setDraft(m_prompt->toPlainText());
}

void ChatPane::resumeEditing()
{
    const auto edited = m_conversation ? m_conversation->edited() : std::nullopt;
    if (!edited || !m_conversation->record().tree.contains(edited->turn))
        return;
    m_edited = edited->turn;
    m_prompt->setText(edited->text);
}

/// The box is for what is to be sent next again.
void ChatPane::leaveEditing()
{
    if (std::exchange(m_edited, 0) != 0)
        m_prompt->setText(m_conversation->draft());
}

void ChatPane::endEditing()
{
    if (!m_conversation || m_edited == 0)
        return;
    leaveEditing();
    m_conversation->setEdited(std::nullopt);
    m_prompt->setFocus();
    showState();
}

bool ChatPane::sendEdited()
{
    const QList<Turn> &turns = m_conversation->turns();
    const auto at = std::find_if(turns.begin(), turns.end(), [this](const Turn &turn) { return turn.id == m_edited; });
    const QString text = m_prompt->toPlainText();
    const bool sent =
        at == turns.end() ? m_conversation->send(text) : m_conversation->sendInstead(int(at - turns.begin()), text);
    if (!sent)
        return false;
    m_edited = 0;
    m_conversation->setEdited(std::nullopt);
    return true;
}

// ---- what can be taken back

void ChatPane::remove(int index)
{
    if (!m_conversation || index >= m_conversation->turns().size())
        return;
    const int id = m_conversation->turns().at(index).id;
    if (id == m_edited)
        endEditing();
    if (!m_conversation->remove(index))
        return;
    m_removed = id;
    m_cleared.reset();
    showPrompts();
    showState();
}

void ChatPane::clearConversation()
{
    if (!m_conversation)
        return;
    m_conversation->stop();
    if (m_conversation->hasRemoved())
        m_conversation->forgetRemoved();
    const ConversationRecord ended = m_conversation->record();
    m_conversation->clear();
    m_cleared = ended;
    showState();
    focusPrompt();
}

void ChatPane::undo()
{
    const auto cleared = std::exchange(m_cleared, std::nullopt);
    const int removed = std::exchange(m_removed, 0);
    if (m_conversation && removed != 0)
        m_conversation->restore(removed);
    else if (m_conversation && cleared)
        m_conversation->open(*cleared);
    showPrompts();
    showState();
    focusPrompt();
}

void ChatPane::forgetUndo()
{
    m_cleared.reset();
    if (std::exchange(m_removed, 0) != 0 && m_conversation)
        m_conversation->forgetRemoved();
}

/// Another conversation with the same deployment.
void ChatPane::showOpened()
{
    leaveEditing();
    m_cleared.reset();
    m_removed = 0;
    if (m_prompt->toPlainText().isEmpty())
        m_prompt->setText(m_conversation->draft());
    m_transcript->setTurns(m_conversation->turns());
    m_settings->setSettings(m_conversation->settings());
    resumeEditing();
    showPrompts();
    showState();
}

/// What was deleted for good cannot be brought back here either.
void ChatPane::forgetErased(const QString &id)
{
    if (!m_cleared || m_cleared->id != id)
        return;
    m_cleared.reset();
    showState();
}

} // namespace Slipway
