// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/chat/historystate.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Slipway {

class HistoryFolder;
class HistoryRecorder;
struct HistoryText;

/// The conversations of one account: for each deployment the one that is open, and in its folder all there ever were.
/// Owns them.
class Conversations : public QObject
{
    Q_OBJECT
public:
    /// Without a folder they live as long as this.
    explicit Conversations(GenerationApi api, const QString &folder = {}, QObject *parent = nullptr);
    ~Conversations() override; ///< waits until all is on disk; what was removed cannot be taken back after

    /// The same one for the same deployment, made when first asked for. What was open when the program ended is opened
    /// again; until it is read, the conversation is restoring.
    Conversation *of(const QString &deployedModel);

    HistoryFolder *folder() const { return m_folder.get(); } ///< may be nullptr

    /// The conversation of that id if it is open with its deployment; else nullptr.
    Conversation *showing(const QString &id) const;

    // The archive, by a conversation's id.
    void open(const QString &id, const std::function<void(const QString &deployedModel)> &opened);
    void rename(const QString &id, const QString &title);
    void remove(const QString &id); ///< for good, and with it what was being edited there
    void import(const ConversationRecord &record);

Q_SIGNALS:
    void currentChanged(); ///< another conversation is open with some deployment

    /// These went with what was deleted for good, and no conversation of the account holds them any more. Once all were
    /// looked into, at the latest before this is gone.
    void promptsForgotten(const QStringList &prompts);

private:
    void watch(Conversation *conversation);
    void restore(Conversation *conversation);
    void remember(Conversation *conversation);
    void saveState();
    void show(Conversation *conversation, const HistoryText &text);
    void forgetEdited(const QString &id);
    void tellForgotten(const QStringList &prompts);

    GenerationApi m_api;
    std::unique_ptr<HistoryFolder> m_folder;
    QHash<QString, Conversation *> m_conversations;
    QHash<Conversation *, HistoryRecorder *> m_recorders;
    HistoryState m_state;
    bool m_stateRead = false;
    bool m_ending = false;
    int m_searches = 0; ///< for prompts, under way
    QTimer m_save;
};

} // namespace Slipway
