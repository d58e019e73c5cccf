// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyrecorder.h"

#include <algorithm>

namespace Slipway {

using namespace std::chrono_literals;

HistoryRecorder::HistoryRecorder(Conversation *conversation, HistoryFolder *folder, QObject *parent) :
    QObject(parent), m_conversation(conversation), m_folder(folder)
{
    m_second.setSingleShot(true);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] { writeGrowth(Durability::Handed); });
    connect(conversation, &Conversation::turnAdded, this, &HistoryRecorder::takeTurn);
    connect(conversation, &Conversation::turnGrew, this, &HistoryRecorder::takeGrowth);
    connect(conversation, &Conversation::turnChanged, this, &HistoryRecorder::takeChange);
    connect(conversation, &Conversation::reshaped, this, &HistoryRecorder::takeShape);
    connect(conversation, &Conversation::opened, this, &HistoryRecorder::takeOver);
    connect(conversation, &Conversation::settingsChanged, this, [this] { m_settingsChanged = m_begun; });
    connect(conversation, &Conversation::titleChanged, this, [this] {
        if (m_begun)
            write(HistoryLines::titled(m_conversation->title()), Durability::OnDisk);
    });
    connect(conversation, &Conversation::forgotten, this, &HistoryRecorder::rewrite);
    takeOver();
}

HistoryRecorder::~HistoryRecorder()
{
    writeGrowth(Durability::OnDisk);
    writeSettings();
}

static QSet<int> removedIn(const ConversationTree &tree)
{
    QSet<int> ids;
    for (const auto &[id, node] : tree.nodes()) {
        if (node.removed)
            ids.insert(id);
    }
    return ids;
}

/// It shows another conversation, which is on disk as it is, or empty.
void HistoryRecorder::takeOver()
{
    const ConversationRecord &record = m_conversation->record();
    if (m_id == record.id)
        return;
    writeSettings();
    m_id = record.id;
    m_begun = !record.tree.isEmpty();
    m_known = m_begun ? record.tree.nodes().rbegin()->first : 0;
    m_removed = removedIn(record.tree);
    m_growing = 0;
    m_settingsChanged = m_rewriteLater = false;
}

void HistoryRecorder::write(const QByteArray &line, Durability durability)
{
    m_folder->append(m_id, {line}, durability);
}

void HistoryRecorder::writeSettings()
{
    if (std::exchange(m_settingsChanged, false))
        write(HistoryLines::set(m_conversation->settings()), Durability::Handed);
}

void HistoryRecorder::takeTurn(int index)
{
    const ConversationRecord &record = m_conversation->record();
    const Turn &turn = m_conversation->turns().at(index);
    if (record.id != m_id || turn.id <= m_known)
        return; // another one is being opened, or a branch is shown again
    if (!std::exchange(m_begun, true)) {
        m_folder->append(m_id, HistoryLines::all(record), Durability::OnDisk);
    } else {
        writeSettings();
        write(HistoryLines::added(record, turn), Durability::OnDisk);
    }
    m_known = turn.id;
    if (turn.role != Role::Assistant)
        return;
    m_growing = turn.id;
    m_content = m_reasoning = 0;
}

/// A reply is always the last turn while it grows.
const Turn *HistoryRecorder::growing() const
{
    const QList<Turn> &turns = m_conversation->turns();
    const bool there = m_growing != 0 && !turns.isEmpty() && turns.constLast().id == m_growing;
    return there ? &turns.constLast() : nullptr;
}

void HistoryRecorder::takeGrowth()
{
    if (growing() && !m_second.isActive())
        m_second.start();
}

void HistoryRecorder::takeChange(int index)
{
    const Turn *turn = growing();
    if (!turn || m_conversation->turns().at(index).id != m_growing)
        return;
    if (turn->state == Turn::State::Waiting || turn->state == Turn::State::Streaming) {
        takeGrowth();
        return;
    }
    writeGrowth(Durability::Handed);
    write(HistoryLines::ended(*turn), Durability::OnDisk);
    m_growing = 0;
    if (m_rewriteLater)
        rewrite();
}

void HistoryRecorder::writeGrowth(Durability durability)
{
    m_second.stop();
    const Turn *turn = growing();
    if (!turn || (turn->content.size() == m_content && turn->reasoning.size() == m_reasoning))
        return;
    write(HistoryLines::grew(m_growing, turn->content.mid(m_content), turn->reasoning.mid(m_reasoning)), durability);
    m_content = turn->content.size();
    m_reasoning = turn->reasoning.size();
}

void HistoryRecorder::takeShape()
{
    if (!m_begun)
        return;
    const ConversationTree &tree = m_conversation->record().tree;
    const QSet<int> now = removedIn(tree);
    QByteArrayList lines;
    for (const int id : now - m_removed)
        lines.append(HistoryLines::removed(id));
    for (const int id : m_removed - now)
        lines.append(HistoryLines::restored(id));
    if (!tree.path().isEmpty())
        lines.append(HistoryLines::chosen(tree.path().constLast()));
    m_removed = now;
    m_folder->append(m_id, lines, Durability::OnDisk);
}

void HistoryRecorder::rewrite()
{
    m_rewriteLater = m_begun && m_growing != 0;
    if (!m_begun || m_rewriteLater)
        return;
    const ConversationRecord &record = m_conversation->record();
    m_settingsChanged = false;
    m_removed = removedIn(record.tree);
    m_known = record.tree.isEmpty() ? 0 : record.tree.nodes().rbegin()->first;
    m_folder->replace(m_id, HistoryLines::all(record));
}

} // namespace Slipway
