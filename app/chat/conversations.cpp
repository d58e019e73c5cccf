// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversations.h"

#include "app/chat/historyrecorder.h"
#include "app/chat/promptsearch.h"

#include <QUuid>

#include <utility>

namespace Slipway {

using namespace std::chrono_literals;

static const QString stateFile = QStringLiteral("open.json");

Conversations::Conversations(GenerationApi api, const QString &folder, QObject *parent) : QObject(parent), m_api(api)
{
    m_save.setSingleShot(true);
    m_save.setInterval(1s);
    connect(&m_save, &QTimer::timeout, this, &Conversations::saveState);
    if (folder.isEmpty())
        return;
    m_folder = std::make_unique<HistoryFolder>(folder);
    m_folder->read(stateFile, this, [this](const QByteArray &bytes) {
        m_state = historyStateOf(bytes);
        m_stateRead = true;
        for (Conversation *conversation : std::as_const(m_conversations))
            restore(conversation);
    });
}

Conversations::~Conversations()
{
    m_ending = true;
    for (Conversation *conversation : std::as_const(m_conversations)) {
        if (m_folder && conversation->hasRemoved() && !conversation->isBusy())
            conversation->forgetRemoved();
    }
    if (m_save.isActive())
        saveState();
    while (m_searches > 0)
        m_folder->settle();
    qDeleteAll(std::exchange(m_recorders, {}));
    qDeleteAll(std::exchange(m_conversations, {}));
}

Conversation *Conversations::of(const QString &deployedModel)
{
    Conversation *&conversation = m_conversations[deployedModel];
    if (!conversation) {
        conversation = new Conversation(m_api, deployedModel, this);
        if (m_folder)
            watch(conversation);
    }
    return conversation;
}

void Conversations::watch(Conversation *conversation)
{
    m_recorders.insert(conversation, new HistoryRecorder(conversation, m_folder.get()));
    conversation->setRestoring(true);
    const auto changed = [this, conversation] { remember(conversation); };
    connect(conversation, &Conversation::opened, this, changed);
    connect(conversation, &Conversation::busyChanged, this, changed);
    connect(conversation, &Conversation::draftChanged, this, changed);
    connect(conversation, &Conversation::opened, this, &Conversations::currentChanged);
    connect(conversation, &Conversation::forgotten, this, &Conversations::tellForgotten);
    if (m_stateRead)
        restore(conversation);
}

/// Whoever types, or opens another conversation, before it is read was the quicker.
void Conversations::restore(Conversation *conversation)
{
    const HistoryState::Entry entry = m_state.deployments.value(conversation->deployedModel());
    if (conversation->draft().isEmpty())
        conversation->setDraft(entry.draft);
    QHash<QString, EditedPrompt> edited = entry.edited;
    edited.insert(conversation->allEdited());
    conversation->setAllEdited(edited);
    if (entry.conversation.isEmpty()) {
        conversation->setRestoring(false);
        return;
    }
    m_folder->load(entry.conversation, conversation, [this, conversation](const std::optional<HistoryText> &text) {
        if (!conversation->isRestoring())
            return;
        if (!text) {
            conversation->setRestoring(false);
            return;
        }
        show(conversation, *text);
    });
}

/// What an earlier run removed cannot be taken back any more.
void Conversations::show(Conversation *conversation, const HistoryText &text)
{
    conversation->open(text.record);
    if (conversation->hasRemoved())
        conversation->forgetRemoved();
    else if (text.isWasteful)
        m_recorders.value(conversation)->rewrite();
}

/// A conversation in which nothing was asked has no file to come back to.
void Conversations::remember(Conversation *conversation)
{
    if (conversation->isRestoring())
        return;
    const ConversationRecord &record = conversation->record();
    const HistoryState::Entry entry{record.tree.isEmpty() ? QString() : record.id, conversation->draft(),
                                    conversation->allEdited()};
    HistoryState::Entry &kept = m_state.deployments[conversation->deployedModel()];
    if (kept == entry)
        return;
    kept = entry;
    if (!m_save.isActive())
        m_save.start();
}

void Conversations::saveState()
{
    if (!m_stateRead)
        return;
    HistoryState state = m_state;
    erase_if(state.deployments, [](const auto &entry) { return entry.value() == HistoryState::Entry(); });
    m_folder->write(stateFile, bytesOf(state));
}

// ---- the archive

Conversation *Conversations::showing(const QString &id) const
{
    for (Conversation *conversation : m_conversations) {
        if (conversation->record().id == id && !conversation->record().tree.isEmpty())
            return conversation;
    }
    return nullptr;
}

void Conversations::open(const QString &id, const std::function<void(const QString &deployedModel)> &opened)
{
    if (const Conversation *shown = showing(id)) {
        opened(shown->deployedModel());
        return;
    }
    if (!m_folder)
        return;
    m_folder->load(id, this, [this, opened](const std::optional<HistoryText> &text) {
        if (!text || m_ending)
            return;
        show(of(text->record.deployedModel), *text);
        opened(text->record.deployedModel);
    });
}

void Conversations::rename(const QString &id, const QString &title)
{
    if (Conversation *shown = showing(id))
        shown->setTitle(title);
    else if (m_folder)
        m_folder->append(id, {HistoryLines::titled(title)}, Durability::OnDisk);
}

void Conversations::remove(const QString &id)
{
    const QString erased = id; // it may be that of an open record, which is about to be another
    for (Conversation *conversation : std::as_const(m_conversations))
        conversation->forget(erased);
    if (!m_folder)
        return;
    forgetEdited(erased);
    ++m_searches;
    m_folder->load(erased, this, [this](const std::optional<HistoryText> &text) {
        --m_searches;
        if (text)
            tellForgotten(everyPrompt(text->record.tree));
    });
    m_folder->remove(erased);
}

/// Also of deployments with which no conversation is open yet.
void Conversations::forgetEdited(const QString &id)
{
    for (HistoryState::Entry &entry : m_state.deployments) {
        if (entry.edited.remove(id) > 0)
            m_save.start();
    }
}

/// The files of open conversations may be behind them: what those hold is looked up here, also when all else was
/// looked into, because by then others may be open.
void Conversations::tellForgotten(const QStringList &prompts)
{
    QSet<QString> wanted(prompts.cbegin(), prompts.cend());
    QStringList openIds;
    for (const Conversation *conversation : std::as_const(m_conversations)) {
        takeHeld(conversation->record().tree, wanted);
        openIds.append(conversation->record().id);
    }
    if (wanted.isEmpty())
        return;
    ++m_searches;
    m_folder->findUnheld(wanted, openIds, this, [this](QSet<QString> unheld) {
        --m_searches;
        for (const Conversation *conversation : std::as_const(m_conversations))
            takeHeld(conversation->record().tree, unheld);
        if (!unheld.isEmpty() && !m_folder->isShared())
            Q_EMIT promptsForgotten(unheld.values());
    });
}

/// A copy where the conversation is here already.
void Conversations::import(const ConversationRecord &record)
{
    if (!m_folder)
        return;
    m_folder->load(record.id, this, [this, record](const std::optional<HistoryText> &present) {
        ConversationRecord added = record;
        if (present || record.id.isEmpty() || showing(record.id))
            added.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_folder->replace(added.id, HistoryLines::all(added));
    });
}

} // namespace Slipway
