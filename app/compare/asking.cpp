// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/asking.h"

#include <algorithm>

namespace Slipway {

using std::chrono::milliseconds;

static GenerationRequest requestFor(const QString &model, const QList<Message> &messages, const ChatSettings &settings)
{
    Turn prompt;
    prompt.content = messages.isEmpty() ? QString() : messages.constLast().content;
    GenerationRequest request = requestOf(model, {prompt}, settings);
    request.messages = withSystemPrompt(messages, settings.systemPrompt);
    return request;
}

QList<Message> withSystemPrompt(const QList<Message> &messages, const QString &systemPrompt)
{
    const bool hasOwn = std::any_of(messages.begin(), messages.end(),
                                    [](const Message &message) { return message.role == Role::System; });
    if (hasOwn || QStringView(systemPrompt).trimmed().isEmpty())
        return messages;
    return QList<Message>{{Role::System, systemPrompt}} + messages;
}

bool certainlyNotGenerated(const Turn &turn)
{
    if (!turn.error || !turn.content.isEmpty() || !turn.reasoning.isEmpty())
        return false;
    const Error &error = *turn.error;
    const bool neverSent = !error.sent && (error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::Tls);
    return neverSent || (error.kind == Error::Kind::Throttled && error.httpStatus == 429);
}

Asking::Asking(const GenerationApi &api, const QString &deployedModel, const QList<Message> &messages,
               const ChatSettings &settings, QObject *parent) :
    QObject(parent), m_sentAt(std::chrono::steady_clock::now())
{
    m_turn.role = Role::Assistant;
    m_turn.state = Turn::State::Waiting;
    m_turn.at = QDateTime::currentDateTimeUtc();
    ask(api, requestFor(deployedModel, messages, settings));
}

void Asking::ask(GenerationApi api, const GenerationRequest &request)
{
    m_call = api.generate(
        request, this, [this](const GenerationDelta &delta) { grow(delta); },
        [this](const Usage &usage) { m_turn.usage = usage; },
        [this](const Result<GenerationEnd> &result) { take(result); },
        [this](const ProtocolTurn &turned) { m_turn.protocolTurn = turned; });
}

milliseconds Asking::sinceSent() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_sentAt);
}

void Asking::stop()
{
    if (m_isOver)
        return;
    m_isOver = true;
    if (m_call)
        m_call->cancel();
    m_turn.state = Turn::State::Stopped;
    countUp();
}

void Asking::grow(const GenerationDelta &delta)
{
    if (m_isOver)
        return;
    m_turn.duration = sinceSent();
    if (!m_turn.firstToken)
        m_turn.firstToken = m_turn.duration;
    countThinking(m_turn, *m_turn.duration);
    m_turn.content += delta.content;
    m_turn.reasoning += delta.reasoning;
    m_turn.state = Turn::State::Streaming;
    Q_EMIT grew();
}

void Asking::take(const Result<GenerationEnd> &result)
{
    if (m_isOver)
        return;
    if (result) {
        m_turn.finishReason = result->finishReason;
        m_turn.usage = result->usage;
        m_turn.requestId = result->requestId;
        end(Turn::State::Complete);
        return;
    }
    m_turn.error = result.error();
    m_turn.requestId = result.error().requestId;
    const bool something = !m_turn.content.isEmpty() || !m_turn.reasoning.isEmpty();
    end(something ? Turn::State::Cut : Turn::State::Failed);
}

void Asking::end(Turn::State state)
{
    m_isOver = true;
    m_turn.state = state;
    countUp();
    Q_EMIT ended();
}

void Asking::countUp()
{
    m_turn.duration = sinceSent();
    countThinking(m_turn, *m_turn.duration);
    estimateMissing(m_turn);
}

} // namespace Slipway
