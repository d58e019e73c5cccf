// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"

#include <QObject>
#include <QPointer>

#include <chrono>

namespace Slipway {

/// What is asked with each turn beside the messages; unset means the service's default.
struct ChatSettings
{
    QString systemPrompt;
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<qint64> maxTokens;
    std::optional<qint64> seed;
    std::optional<bool> enableThinking;
    bool operator==(const ChatSettings &) const = default;
};

/// A conversation with one deployment, several turns, one reply at a time. Replies that failed or are empty are not
/// sent along with the next prompt; stopped and cut ones are, with what came. Stays usable after every error.
class Conversation : public QObject
{
    Q_OBJECT
public:
    Conversation(GenerationApi api, QString deployedModel, QObject *parent = nullptr);

    const QString &deployedModel() const { return m_deployedModel; }
    const QList<Turn> &turns() const { return m_turns; }
    bool isBusy() const; ///< a reply is waited for or growing

    const ChatSettings &settings() const { return m_settings; }
    void setSettings(const ChatSettings &settings);

    QString draft() const { return m_draft; } ///< what was typed and not sent
    void setDraft(const QString &draft) { m_draft = draft; }

    bool send(const QString &prompt); ///< false, and nothing happens, when blank or busy
    void stop();                      ///< at once; the reply becomes Stopped before this returns
    bool retry(); ///< drops the last reply and asks the same again; false when busy or nothing to retry
    void clear();
    void restore(const QList<Turn> &turns); ///< takes back clear(); nothing happens when there are turns again

Q_SIGNALS:
    void turnAdded(int index);
    void turnGrew(int index);    ///< content or reasoning became longer: text was appended, nothing else changed
    void turnChanged(int index); ///< state, figures or error
    void turnsRemoved(int first, int last);
    void busyChanged();

private:
    void ask();
    void grow(const GenerationDelta &delta);
    void take(const Result<GenerationEnd> &result);
    void end(Turn::State state);
    std::chrono::milliseconds sinceSent() const;

    GenerationApi m_api;
    QString m_deployedModel;
    QList<Turn> m_turns;
    ChatSettings m_settings;
    QString m_draft;
    QPointer<Call> m_call;
    quint64 m_generation = 0; ///< answers of an overtaken call are dropped by it
    std::chrono::steady_clock::time_point m_sentAt;
};

} // namespace Slipway
