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

/// The conversations of one account: for each deployment the one that is open, and in its folder all there ever were.
/// Owns them.
class Conversations : public QObject
{
    Q_OBJECT
public:
    /// Without a folder they live as long as this.
    explicit Conversations(GenerationApi api, const QString &folder = {}, QObject *parent = nullptr);
    ~Conversations() override; ///< waits until all is on disk

    /// The same one for the same deployment, made when first asked for. What was open when the program ended is opened
    /// again; until it is read, the conversation is restoring.
    Conversation *of(const QString &deployedModel);

    HistoryFolder *folder() const { return m_folder.get(); } ///< may be nullptr

    // The archive, by a conversation's id.
    void open(const QString &id, const std::function<void(const QString &deployedModel)> &opened);
    void rename(const QString &id, const QString &title);
    void remove(const QString &id); ///< for good
    void import(const ConversationRecord &record);

Q_SIGNALS:
    void currentChanged(); ///< another conversation is open with some deployment

private:
    void watch(Conversation *conversation);
    void restore(Conversation *conversation);
    void remember(Conversation *conversation);
    void saveState();
    Conversation *showing(const QString &id) const;

    GenerationApi m_api;
    std::unique_ptr<HistoryFolder> m_folder;
    QHash<QString, Conversation *> m_conversations;
    QHash<Conversation *, HistoryRecorder *> m_recorders;
    HistoryState m_state;
    bool m_stateRead = false;
    QTimer m_save;
};

} // namespace Slipway
