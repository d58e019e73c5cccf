// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversation.h"

#include <utility>

namespace Slipway {

using std::chrono::milliseconds;

Conversation::Conversation(GenerationApi api, QString deployedModel, QObject *parent) :
    QObject(parent), m_api(api), m_deployedModel(std::move(deployedModel))
{
}

bool Conversation::isBusy() const
{
    if (m_turns.isEmpty())
        return false;
    const Turn::State state = m_turns.constLast().state;
    return state == Turn::State::Waiting || state == Turn::State::Streaming;
}

void Conversation::setSettings(const ChatSettings &settings)
{
    m_settings = settings;
}

bool Conversation::send(const QString &prompt)
{
    if (isBusy() || QStringView(prompt).trimmed().isEmpty())
        return false;
    Turn turn;
    turn.role = Role::User;
    turn.content = prompt;
    turn.at = QDateTime::currentDateTimeUtc();
    m_turns.append(turn);
    Q_EMIT turnAdded(int(m_turns.size()) - 1);
    ask();
    return true;
}

void Conversation::stop()
{
    if (!isBusy())
        return;
    ++m_generation;
    if (m_call)
        m_call->cancel();
    end(Turn::State::Stopped);
}

bool Conversation::retry()
{
    if (isBusy() || m_turns.isEmpty())
        return false;
    if (m_turns.constLast().role == Role::Assistant) {
        const int last = int(m_turns.size()) - 1;
        m_turns.removeLast();
        Q_EMIT turnsRemoved(last, last);
    }
    if (m_turns.isEmpty())
        return false;
    ask();
    return true;
}

void Conversation::clear()
{
    stop();
    if (m_turns.isEmpty())
        return;
    const int last = int(m_turns.size()) - 1;
    m_turns.clear();
    Q_EMIT turnsRemoved(0, last);
}

void Conversation::restore(const QList<Turn> &turns)
{
    if (!m_turns.isEmpty())
        return;
    for (const Turn &turn : turns) {
        m_turns.append(turn);
        Q_EMIT turnAdded(int(m_turns.size()) - 1);
    }
}

static bool isAnswer(const Turn &turn)
{
    return turn.role == Role::Assistant && turn.state != Turn::State::Failed && !turn.content.isEmpty();
}

/// The system prompt and every exchange that has an answer, then what is asked now. A question that was not answered is
/// left out with its failure, so that roles alternate as the service wants it.
static QList<Message> messagesOf(const QList<Turn> &turns, const QString &systemPrompt)
{
    QList<Message> messages;
    if (!systemPrompt.trimmed().isEmpty())
        messages.append({Role::System, systemPrompt});
    for (qsizetype i = 0; i + 1 < turns.size(); ++i) {
        if (turns[i].role != Role::User || !isAnswer(turns[i + 1]))
            continue;
        messages.append({Role::User, turns[i].content});
        messages.append({Role::Assistant, turns[i + 1].content});
    }
    messages.append({Role::User, turns.constLast().content});
    return messages;
}

static GenerationRequest requestOf(const QString &model, const QList<Turn> &turns, const ChatSettings &settings)
{
    GenerationRequest request;
    request.model = model;
    request.messages = messagesOf(turns, settings.systemPrompt);
    request.incrementalOutput = true;
    request.temperature = settings.temperature;
    request.topP = settings.topP;
    request.maxTokens = settings.maxTokens;
    request.seed = settings.seed;
    request.enableThinking = settings.enableThinking;
    return request;
}

void Conversation::ask()
{
    const GenerationRequest request = requestOf(m_deployedModel, m_turns, m_settings);
    Turn reply;
    reply.role = Role::Assistant;
    reply.state = Turn::State::Waiting;
    reply.at = QDateTime::currentDateTimeUtc();
    m_turns.append(reply);
    m_sentAt = std::chrono::steady_clock::now();
    const quint64 generation = ++m_generation;
    const auto ifPresent = [this, generation](auto act) {
        return [this, generation, act](const auto &value) {
            if (generation == m_generation)
                act(value);
        };
    };
    m_call = m_api.generate(request, this, ifPresent([this](const GenerationDelta &delta) { grow(delta); }),
                            ifPresent([this](const Usage &usage) { m_turns.last().usage = usage; }),
                            ifPresent([this](const Result<GenerationEnd> &result) { take(result); }));
    Q_EMIT turnAdded(int(m_turns.size()) - 1);
    Q_EMIT busyChanged();
}

milliseconds Conversation::sinceSent() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_sentAt);
}

void Conversation::grow(const GenerationDelta &delta)
{
    if (delta.content.isEmpty() && delta.reasoning.isEmpty())
        return;
    Turn &turn = m_turns.last();
    const int index = int(m_turns.size()) - 1;
    const bool answerBegins = turn.content.isEmpty() && !delta.content.isEmpty();
    if (answerBegins && !turn.reasoning.isEmpty())
        turn.thinking = sinceSent() - *turn.firstToken;
    turn.content += delta.content;
    turn.reasoning += delta.reasoning;
    if (turn.state == Turn::State::Waiting) {
        turn.state = Turn::State::Streaming;
        turn.firstToken = sinceSent();
        Q_EMIT turnChanged(index);
    } else {
        Q_EMIT turnGrew(index);
    }
}

void Conversation::take(const Result<GenerationEnd> &result)
{
    Turn &turn = m_turns.last();
    if (result) {
        turn.finishReason = result->finishReason;
        turn.usage = result->usage;
        turn.requestId = result->requestId;
        end(Turn::State::Complete);
        return;
    }
    turn.error = result.error();
    turn.requestId = result.error().requestId;
    const bool something = !turn.content.isEmpty() || !turn.reasoning.isEmpty();
    end(something ? Turn::State::Cut : Turn::State::Failed);
}

/// Whatever the call still says is not for this reply any more.
void Conversation::end(Turn::State state)
{
    ++m_generation;
    m_call = nullptr;
    Turn &turn = m_turns.last();
    turn.state = state;
    turn.duration = sinceSent();
    Q_EMIT turnChanged(int(m_turns.size()) - 1);
    Q_EMIT busyChanged();
}

} // namespace Slipway
