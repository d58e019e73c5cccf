// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"

#include <QPointer>

namespace Slipway {

/// One prompt asked of one deployment, once, until its answer ended.
class Asking : public QObject
{
    Q_OBJECT
public:
    Asking(const GenerationApi &api, const QString &deployedModel, const QList<Message> &messages,
           const ChatSettings &settings, QObject *parent = nullptr);

    const Turn &turn() const { return m_turn; }

    void stop(); ///< at once; ended() does not come

Q_SIGNALS:
    void grew();
    void ended(); ///< once: the turn is Complete, Cut or Failed

private:
    void ask(GenerationApi api, const GenerationRequest &request);
    void grow(const GenerationDelta &delta);
    void take(const Result<GenerationEnd> &result);
    void end(Turn::State state);
    void countUp();
    std::chrono::milliseconds sinceSent() const;

    Turn m_turn;
    QPointer<Call> m_call;
    std::chrono::steady_clock::time_point m_sentAt;
    bool m_isOver = false;
};

/// The prompt with the system prompt that all share, unless it has one of its own.
QList<Message> withSystemPrompt(const QList<Message> &messages, const QString &systemPrompt);

/// True when the answer that did not come was certainly not generated: the service refused with 429, or nothing was
/// ever sent. Then the same may be asked again by itself.
bool certainlyNotGenerated(const Turn &turn);

} // namespace Slipway
