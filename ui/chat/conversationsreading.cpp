// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window of conversations shows the chosen one, and what comes to it meanwhile.
#include "app/chat/conversations.h"
#include "app/chat/historyfolder.h"
#include "ui/chat/conversationswindow.h"
#include "ui/chat/transcript.h"

#include <QTableView>

#include <algorithm>

namespace Slipway {

QString ConversationsWindow::chosenId() const
{
    return m_table->currentIndex().data(ConversationRows::IdRole).toString();
}

void ConversationsWindow::showChosen()
{
    keepChosen();
    if (chosenId() != m_reading)
        m_soon.start();
    showState();
}

void ConversationsWindow::read(const QString &id)
{
    m_reading = id;
    HistoryFolder *folder = m_conversations ? m_conversations->folder() : nullptr;
    if (id.isEmpty() || !folder) {
        m_read.reset();
        m_shown.clear();
        m_transcript->setTurns({});
        showState();
        return;
    }
    folder->load(id, this, [this, id](const std::optional<HistoryText> &text) {
        if (id != m_reading || !text)
            return;
        showRecord(text->record);
        showState();
    });
}

void ConversationsWindow::showRecord(const ConversationRecord &record)
{
    const bool another = !m_read || m_read->id != record.id;
    m_read = record;
    if (another)
        m_branches.clear();
    for (const int turn : std::as_const(m_branches))
        m_read->tree.choose(turn);
    if (!another) {
        showTurns();
        return;
    }
    m_shown = turnsToShow();
    m_transcript->setTurns(m_shown);
    m_transcript->find(wordsSought());
}

void ConversationsWindow::showBranch(int index, int branch)
{
    const int id = m_read ? m_read->tree.path().value(index) : 0;
    const int chosen = id != 0 ? m_read->tree.branches(id).value(branch - 1) : 0;
    if (chosen == 0)
        return;
    m_branches.append(chosen);
    m_read->tree.choose(chosen);
    showTurns();
}

/// Until a reply has ended, its file reads as if it had been cut.
QList<Turn> ConversationsWindow::turnsToShow() const
{
    QList<Turn> turns = m_read->tree.turns();
    const Conversation *open = m_conversations ? m_conversations->showing(m_read->id) : nullptr;
    if (turns.isEmpty() || !open || !open->isBusy() || open->turns().constLast().id != turns.constLast().id)
        return turns;
    if (turns.constLast().state == Turn::State::Cut)
        turns.last().state = Turn::State::Streaming;
    return turns;
}

/// True where the one becomes the other by what came since.
static bool goesOn(const Turn &shown, const Turn &turn)
{
    const bool mayGrow = shown.state == Turn::State::Waiting || shown.state == Turn::State::Streaming;
    return shown.id == turn.id && (mayGrow || shown.content == turn.content);
}

/// Changes no more than what is another, so that what is selected and the place stay.
void ConversationsWindow::showTurns()
{
    const QList<Turn> wanted = turnsToShow();
    const auto differ = std::mismatch(m_shown.cbegin(), m_shown.cend(), wanted.cbegin(), wanted.cend(), goesOn).first;
    const int same = int(differ - m_shown.cbegin());
    if (same < m_shown.size())
        m_transcript->removeTurns(same, int(m_shown.size()) - 1);
    for (int i = 0; i < same; ++i) {
        if (m_shown[i] != wanted[i])
            m_transcript->updateTurn(i, wanted[i]);
    }
    for (int i = same; i < wanted.size(); ++i)
        m_transcript->insertTurn(i, wanted[i]);
    m_shown = wanted;
}

} // namespace Slipway
