// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversationtree.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <chrono>

namespace Slipway {

/// What is asked with each turn beside the messages; unset means the service's default.
struct ChatSettings
{
    QString systemPrompt;
    bool stream = true;
    GenerationParameters parameters;
    bool operator==(const ChatSettings &) const = default;
};

/// All of a conversation that outlives the program.
struct ConversationRecord
{
    QString id; ///< a UUID without braces, the same wherever it is brought to
    QString deployedModel;
    QString title;     ///< as a person named it; empty: it goes by its first prompt
    QDateTime created; ///< UTC
    ChatSettings settings;
    ConversationTree tree;
    bool operator==(const ConversationRecord &) const = default;
};

ConversationRecord newRecord(const QString &deployedModel);

/// A message that is being edited and was not sent.
struct EditedPrompt
{
    int turn = 0; ///< the one that it will stand beside
    QString text;
    bool operator==(const EditedPrompt &) const = default;
};

/// What is sent for the last of `turns`: the system prompt and every exchange that has an answer, then what is asked
/// now. Replies that failed or are empty are left out with their questions, so that roles alternate as the service
/// wants it; stopped and cut ones are sent with what came. When the last turn is a reply, the model is asked to go on.
GenerationRequest requestOf(const QString &model, const QList<Turn> &turns, const ChatSettings &settings);

/// What the last reply that is shown was asked for with, as it was sent but for messages that were deleted since. Where
/// a file does not tell how (an older one), or there is no reply, as the present settings have it and without a
/// protocol. No messages: what it answered was deleted.
GenerationRequest lastRequestOf(const ConversationRecord &record);

/// Conversations with one deployment, one after the other: several turns, one reply at a time. Edited prompts and
/// replies that are asked for again are branches, which stay. Usable after every error.
class Conversation : public QObject
{
    Q_OBJECT
public:
    Conversation(GenerationApi api, QString deployedModel, QObject *parent = nullptr);

    const QString &deployedModel() const { return m_record.deployedModel; }
    const QList<Turn> &turns() const { return m_turns; } ///< along the branches that are shown
    bool isBusy() const;                                 ///< a reply is waited for or growing

    const ChatSettings &settings() const { return m_record.settings; }
    void setSettings(const ChatSettings &settings);

    void setTokenRate(const std::optional<TokenRate> &rate) { m_rate = rate; } ///< for replies that end from now on

    QString draft() const { return m_draft; } ///< what was typed and not sent
    void setDraft(const QString &draft);

    /// The message of the conversation as it is now that is being edited. Each that there was keeps its own.
    std::optional<EditedPrompt> edited() const;
    void setEdited(const std::optional<EditedPrompt> &edited);
    const QHash<QString, EditedPrompt> &allEdited() const { return m_edited; } ///< by the conversation's id
    void setAllEdited(const QHash<QString, EditedPrompt> &edited) { m_edited = edited; }

    QString title() const { return m_record.title; }
    void setTitle(const QString &title);

    // Each of these is false, and nothing happens, where it cannot be done: above all while busy.
    bool send(const QString &prompt);                 ///< not when blank
    bool retry();                                     ///< drops a last reply that failed and asks the same again
    bool retryWithout(Parameter parameter);           ///< the same; and without it until its value is changed
    bool regenerate(int index);                       ///< asks anew for a reply; the old one stays as a branch
    bool sendInstead(int index, const QString &text); ///< asks something else; the old prompt stays as a branch
    bool goOn();                                      ///< asks for the rest of the last reply
    bool canGoOn() const;                             ///< it was stopped, cut, or reached its longest
    bool showBranch(int index, int branch);           ///< another turn at its place; from 1 on
    bool remove(int index);                           ///< the turn alone; what follows it stays
    bool restore(int id);                             ///< takes that back
    bool hasRemoved() const;                          ///< something could be taken back
    void forgetRemoved();                             ///< so that it cannot be taken back
    void stop();                                      ///< at once; the reply becomes Stopped before this returns

    std::optional<Parameter> refusedParameter() const; ///< what retryWithout would mend the last reply by
    QList<Parameter> leftOut() const;                  ///< of what is set now

    /// It is being read from disk: nothing can be asked until open() or the end of it.
    bool isRestoring() const { return m_restoring; }
    void setRestoring(bool restoring);

    /// The conversation as it is now; what a reply under way will bring is not in it.
    const ConversationRecord &record() const { return m_record; }
    void open(const ConversationRecord &record); ///< instead of this one, which ends as by clear()
    void clear();                                ///< begins another conversation

    /// The conversation of that id was deleted for good: nothing of it stays here.
    void forget(const QString &id);

Q_SIGNALS:
    void turnAdded(int index);   ///< also before others, where branches are changed
    void turnGrew(int index);    ///< content or reasoning became longer; beside it only the time of thinking changed
    void turnChanged(int index); ///< state, figures, error or branches
    void turnsRemoved(int first, int last);
    void busyChanged();
    void opened();   ///< all turns are others, or none; without signals of their own
    void reshaped(); ///< a branch was chosen, a turn removed or restored; after the turns' own signals
    void forgotten(const QStringList &prompts); ///< what was removed is gone; these were among it
    void erased(const QString &id);             ///< by forget()
    void titleChanged();
    void settingsChanged();
    void draftChanged(); ///< or what is edited

private:
    int add(const Turn &turn, int parent);
    GenerationRequest request() const;
    void ask();
    void askAfter(int index);
    void follow();
    void countBranches();
    bool isLocked() const { return m_restoring || isBusy(); }
    void grow(const GenerationDelta &delta);
    void take(const Result<GenerationEnd> &result);
    void end(Turn::State state);
    std::chrono::milliseconds sinceSent() const;

    GenerationApi m_api;
    ConversationRecord m_record;
    QList<Turn> m_turns; ///< the path through the tree; of a reply under way the only one that is up to date
    std::optional<TokenRate> m_rate;
    QString m_draft;
    QHash<QString, EditedPrompt> m_edited;
    bool m_restoring = false;
    QPointer<Call> m_call;
    quint64 m_generation = 0; ///< answers of an overtaken call are dropped by it
    std::chrono::steady_clock::time_point m_sentAt;
};

} // namespace Slipway
