// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationcall.h"

#include "app/modelstudio/envelope.h"
#include "app/modelstudio/generationrefusal.h"
#include "app/modelstudio/sdkcode.h"

#include <cmath>

namespace Slipway {

namespace {

constexpr std::chrono::milliseconds grace{2'000};
const QString missingEvent = QStringLiteral("missing event");

TextGrowth growthOf(const GenerationRequest &request)
{
    if (request.protocol == Protocol::Compatible)
        return TextGrowth(TextGrowth::Kind::Incremental);
    if (!request.incrementalOutput)
        return TextGrowth();
    return TextGrowth(*request.incrementalOutput ? TextGrowth::Kind::Incremental : TextGrowth::Kind::Cumulative);
}

/// What JSON or the service could make nothing of.
QString faultOf(const GenerationRequest &request)
{
    if (request.model.isEmpty())
        return QStringLiteral("model");
    if (request.messages.isEmpty() && request.prompt.isEmpty())
        return QStringLiteral("prompt");
    const GenerationParameters &set = request.parameters;
    const std::pair<Parameter, std::optional<double>> reals[] = {{Parameter::Temperature, set.temperature},
                                                                 {Parameter::TopP, set.topP},
                                                                 {Parameter::RepetitionPenalty, set.repetitionPenalty},
                                                                 {Parameter::PresencePenalty, set.presencePenalty}};
    for (const auto &[parameter, value] : reals) {
        if (!std::isfinite(value.value_or(0)))
            return QString::fromLatin1(nameOf(parameter));
    }
    return faultIn(set) ? QString::fromLatin1(nameOf(Parameter::Further)) : QString();
}

Request requestOf(const Client *client, const GenerationRequest &generation)
{
    if (const QString fault = faultOf(generation); !fault.isEmpty()) {
        const QUrl url = generationUrl(client->endpoint(), generation.protocol.value_or(Protocol::Native));
        return {.verb = Verb::Post, .url = url, .fault = fault};
    }
    Request request = Slipway::requestOf(client->endpoint(), generation);
    if (generation.stream)
        request.silence = client->patience().silence;
    else
        request.deadline = client->patience().wholeReply;
    return request;
}

/// Errors in a stream that began well carry their status in a comment, or not at all; then the code must tell.
int statusOfCode(const QString &code)
{
    const auto begins = [&code](const char *word) { return code.startsWith(QLatin1StringView(word)); };
    if (begins("Throttling") || begins("limit_") || begins("LimitRequests") || begins("insufficient_quota"))
        return 429;
    if (begins("ModelUnavailable"))
        return 503;
    for (const char *word : {"Internal", "internal", "System", "ModelServ", "RequestTimeOut"}) {
        if (begins(word))
            return 500;
    }
    return 400;
}

bool isFault(const Json &object)
{
    if (object["error"].hasValue())
        return true;
    return object["code"].hasValue() && !object["output"].hasValue() && !object["choices"].hasValue();
}

} // namespace

GenerationCall::GenerationCall(Client *client, const GenerationRequest &request, QObject *owner,
                               GenerationApi::OnDelta onDelta, GenerationApi::OnUsage onUsage,
                               GenerationApi::Done done) :
    PendingAnswer(client, owner, std::move(done)),
    m_request(request),
    m_onDelta(std::move(onDelta)),
    m_onUsage(std::move(onUsage)),
    m_events(client->patience().eventLimit),
    m_content(growthOf(request)),
    m_reasoning(growthOf(request))
{
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &GenerationCall::conclude);
    ask();
}

void GenerationCall::ask()
{
    auto *attempts = send(requestOf(client(), m_request));
    connect(attempts, &Attempts::arrived, this, &GenerationCall::takeBytes);
    connect(attempts, &Attempts::finished, this, &GenerationCall::takeEnd);
}

void GenerationCall::mayTurn(std::shared_ptr<GenerationMemory> memory, GenerationApi::OnTurn onTurn)
{
    if (!memory->mayTurn())
        return;
    m_memory = std::move(memory);
    m_onTurn = std::move(onTurn);
}

/// Only after a refusal that certainly generated nothing: a second generation would cost tokens again.
bool GenerationCall::shouldTurn() const
{
    return m_memory && !m_hasTurned && m_error && m_received == 0 && !hasEnd() && refusesProtocol(*m_error);
}

void GenerationCall::turn()
{
    const Error refusal = *std::exchange(m_error, std::nullopt);
    const Protocol other = m_request.protocol == Protocol::Compatible ? Protocol::Native : Protocol::Compatible;
    m_request.protocol = other;
    m_events = EventStream(client()->patience().eventLimit);
    m_count = {};
    m_content = m_reasoning = growthOf(m_request);
    m_head = {};
    m_end = {};
    m_delta = {};
    m_hasGap = m_isDone = m_hasNewUsage = false;
    m_hasTurned = true;
    m_memory->remember(m_request.model, other);
    stop();
    ask();
    if (m_onTurn && hasOwner())
        m_onTurn({other, refusal});
}

void GenerationCall::takeBytes(const Reply &head, const QByteArray &bytes)
{
    m_head = head;
    takeEvents(m_events.feed(bytes));
    if (m_events.hasOverflowed() || m_received > client()->patience().textLimit)
        fail(Error::Kind::TooLarge, {});
    if (!handOut())
        return;
    if (isOver())
        conclude();
    else if (hasEnd() && !m_grace.isActive())
        m_grace.start(grace);
}

void GenerationCall::takeEnd(const Result<Reply> &result)
{
    const bool cameAsStream = result && result->contentType.contains("text/event-stream");
    if (result && (!cameAsStream || !result->body.isEmpty()))
        takeWhole(*result);
    else if (const auto last = m_events.end(); last && Json::parse(last->data))
        takeEvents({*last});
    if (!hasEnd() && !m_error)
        m_error =
            result ? Error{.kind = Error::Kind::Lost, .httpStatus = result->status, .sent = true} : result.error();
    if (handOut())
        conclude();
}

/// A reply that came in one piece; some services frame that as an event, whatever they call it.
void GenerationCall::takeWhole(const Reply &reply)
{
    m_head = reply;
    m_content = m_reasoning = TextGrowth(TextGrowth::Kind::Incremental);
    const auto object = Json::parse(reply.body);
    if (!object) {
        takeEvents(m_events.feed(reply.body));
        if (const auto last = m_events.end())
            takeEvents({*last});
        if (!hasEnd() && !m_error && m_received == 0)
            m_error = openEnvelope(reply).error();
    } else if (!object->isObject() || !readChunk(*object).holdsText) {
        m_error = badReply(reply, QStringLiteral("choices"));
    } else {
        takeObject(*object);
    }
}

void GenerationCall::takeEvents(const QList<ServerEvent> &events)
{
    for (const ServerEvent &event : events) {
        if (isOver())
            return;
        takeEvent(event);
    }
}

void GenerationCall::takeEvent(const ServerEvent &event)
{
    const EventCount::Finding finding = m_count.take(event);
    if (finding == EventCount::Finding::Repeated)
        return;
    m_hasGap = m_hasGap || finding == EventCount::Finding::Gap;
    if (event.data == "[DONE]") {
        m_isDone = hasEnd();
        return;
    }
    const auto object = Json::parse(event.data);
    if (event.event == "error" || (object && isFault(*object)))
        takeFault(object.value_or(Json()), event.status);
    else if (!object || !object->isObject())
        fail(Error::Kind::BadReply, QStringLiteral("event"));
    else
        takeObject(*object);
}

void GenerationCall::takeObject(const Json &object)
{
    const GenerationChunk chunk = readChunk(object);
    const QString content = m_content.take(chunk.content);
    const QString reasoning = m_reasoning.take(chunk.reasoning);
    m_delta.content += content;
    m_delta.reasoning += reasoning;
    m_received += content.size() + reasoning.size();
    if (!chunk.requestId.isEmpty())
        m_end.requestId = chunk.requestId;
    if (!chunk.finishReason.isEmpty())
        m_end.finishReason = chunk.finishReason;
    if (chunk.usage && *chunk.usage != m_end.usage) {
        m_end.usage = *chunk.usage;
        m_hasNewUsage = true;
    }
}

void GenerationCall::takeFault(const Json &object, int status)
{
    Error error = errorFrom(object);
    const int meant = status >= 300 ? status : statusOfCode(error.code);
    error.kind = kindOfStatus(meant);
    error.httpStatus = status >= 300 ? status : m_head.status;
    error.sent = true;
    m_error = client()->withoutKey(error);
}

void GenerationCall::fail(Error::Kind kind, const QString &detail)
{
    if (!m_error)
        m_error = Error{.kind = kind, .httpStatus = m_head.status, .detail = detail, .sent = true};
}

/// Hands out what the last read brought. False when that ended this call: then nothing of it may be touched.
bool GenerationCall::handOut()
{
    const QPointer<GenerationCall> self(this);
    const auto delta = std::exchange(m_delta, {});
    if (m_onDelta && hasOwner() && !(delta.content.isEmpty() && delta.reasoning.isEmpty()))
        m_onDelta(delta);
    if (self && !isSettled() && std::exchange(m_hasNewUsage, false) && m_onUsage && hasOwner())
        m_onUsage(Usage(m_end.usage));
    return self && !isSettled();
}

void GenerationCall::conclude()
{
    if (shouldTurn()) {
        turn();
        return;
    }
    // What repeats the whole text every time has lost nothing.
    if (m_hasGap && m_content.kind() != TextGrowth::Kind::Cumulative)
        fail(Error::Kind::BadReply, missingEvent);
    if (!m_error) {
        answer(m_end);
        return;
    }
    Error error = *m_error;
    if (m_hasTurned && refusesProtocol(error))
        m_memory->forget(m_request.model);
    if (error.requestId.isEmpty())
        error.requestId = m_end.requestId.isEmpty() ? QString::fromUtf8(m_head.requestId) : m_end.requestId;
    answer(error);
}

} // namespace Slipway
