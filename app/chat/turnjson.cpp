// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turnjson.h"

#include "app/modelstudio/errorjson.h"
#include "app/modelstudio/generationchunk.h"
#include "app/modelstudio/generationwriter.h"
#include "app/modelstudio/wordtable.h"

namespace Slipway {

namespace {

using std::chrono::milliseconds;

constexpr Words<Role, 3> roles{{
    {Role::System, QLatin1String("system")},
    {Role::User, QLatin1String("user")},
    {Role::Assistant, QLatin1String("assistant")},
}};

constexpr Words<Protocol, 2> protocols{{
    {Protocol::Native, QLatin1String("native")},
    {Protocol::Compatible, QLatin1String("compatible")},
}};

constexpr Words<Turn::State, 6> states{{
    {Turn::State::Complete, QLatin1String("complete")},
    {Turn::State::Waiting, QLatin1String("waiting")},
    {Turn::State::Streaming, QLatin1String("streaming")},
    {Turn::State::Stopped, QLatin1String("stopped")},
    {Turn::State::Cut, QLatin1String("cut")},
    {Turn::State::Failed, QLatin1String("failed")},
}};

void writeCount(JsonWriter &json, QByteArrayView name, const std::optional<qint64> &value)
{
    if (value)
        json.member(name, *value);
}

void writeTime(JsonWriter &json, QByteArrayView name, const std::optional<milliseconds> &time)
{
    if (time)
        json.member(name, qint64(time->count()));
}

/// Unset where it is no time that a reply can have taken.
std::optional<milliseconds> timeIn(const Json &value)
{
    constexpr qint64 longest = 1000LL * 60 * 60 * 24 * 365;
    const auto count = value.integer();
    return count && *count >= 0 && *count <= longest ? std::optional(milliseconds(*count)) : std::nullopt;
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    if (usage == Usage())
        return;
    json.key("usage");
    json.beginObject();
    writeCount(json, "input_tokens", usage.inputTokens);
    writeCount(json, "output_tokens", usage.outputTokens);
    writeCount(json, "total_tokens", usage.totalTokens);
    writeCount(json, "reasoning_tokens", usage.reasoningTokens);
    json.endObject();
}

/// The protocol that it was asked over after the other one refused, and that refusal.
void writeTurned(JsonWriter &json, const Turn &turn)
{
    if (!turn.protocolTurn)
        return;
    json.member("turned_to", wordOf(protocols, turn.protocolTurn->now));
    json.key("turned_after");
    writeError(json, turn.protocolTurn->refusal);
}

void readTurned(const Json &object, Turn &turn)
{
    const auto now = valueOf(protocols, object["turned_to"].text());
    turn.protocolTurn = std::nullopt;
    if (now && object["turned_after"].isObject())
        turn.protocolTurn = ProtocolTurn{*now, readError(object["turned_after"])};
}

void writeAsked(JsonWriter &json, const Asked &asked)
{
    json.key("asked");
    json.beginObject();
    json.member("protocol", wordOf(protocols, asked.protocol));
    if (!asked.systemPrompt.isEmpty())
        json.member("system_prompt", asked.systemPrompt);
    json.member("stream", asked.stream);
    if (asked.incrementalOutput)
        json.member("incremental_output", *asked.incrementalOutput);
    if (!asked.resultFormat.isEmpty())
        json.member("result_format", asked.resultFormat);
    writeParameters(json, asked.parameters);
    json.endObject();
}

std::optional<Asked> askedIn(const Json &object)
{
    const auto protocol = valueOf(protocols, object["protocol"].text());
    if (!protocol)
        return std::nullopt;
    return Asked{.protocol = *protocol,
                 .systemPrompt = object["system_prompt"].text(),
                 .stream = object["stream"].boolean().value_or(true),
                 .incrementalOutput = object["incremental_output"].boolean(),
                 .resultFormat = object["result_format"].text(),
                 .parameters = parametersFrom(object)};
}

std::optional<double> yuanIn(const Json &value)
{
    bool isNumber = false;
    const double yuan = value.text().toDouble(&isNumber);
    return isNumber && yuan >= 0 ? std::optional(yuan) : std::nullopt;
}

/// Everything but texts.
void writeFigures(JsonWriter &json, const Turn &turn)
{
    json.member("role", wordOf(roles, turn.role));
    json.member("state", wordOf(states, turn.state));
    json.member("at", turn.at.toUTC().toString(Qt::ISODateWithMs));
    if (turn.continues)
        json.member("continues", true);
    if (turn.damaged)
        json.member("damaged", true);
    if (!turn.finishReason.isEmpty())
        json.member("finish_reason", turn.finishReason);
    if (!turn.requestId.isEmpty())
        json.member("request_id", turn.requestId);
    writeUsage(json, turn.usage);
    if (turn.yuan)
        json.member("yuan", *turn.yuan);
    writeTurned(json, turn);
    writeTime(json, "first_token_ms", turn.firstToken);
    writeTime(json, "thinking_ms", turn.thinking);
    writeTime(json, "duration_ms", turn.duration);
    if (!turn.error)
        return;
    json.key("error");
    writeError(json, *turn.error);
}

void readFigures(const Json &object, Turn &turn)
{
    turn.role = valueOf(roles, object["role"].text()).value_or(Role::User);
    turn.state = valueOf(states, object["state"].text()).value_or(Turn::State::Cut);
    turn.at = QDateTime::fromString(object["at"].text(), Qt::ISODateWithMs);
    turn.continues = object["continues"].boolean().value_or(false);
    turn.damaged = turn.damaged || object["damaged"].boolean().value_or(false);
    turn.finishReason = object["finish_reason"].text();
    turn.requestId = object["request_id"].text();
    const Json usage = object["usage"];
    turn.usage = {.inputTokens = tokenCountIn(usage["input_tokens"]),
                  .outputTokens = tokenCountIn(usage["output_tokens"]),
                  .totalTokens = tokenCountIn(usage["total_tokens"]),
                  .reasoningTokens = tokenCountIn(usage["reasoning_tokens"])};
    turn.yuan = yuanIn(object["yuan"]);
    readTurned(object, turn);
    turn.firstToken = timeIn(object["first_token_ms"]);
    turn.thinking = timeIn(object["thinking_ms"]);
    turn.duration = timeIn(object["duration_ms"]);
    turn.error = object["error"].isObject() ? std::optional(readError(object["error"])) : std::nullopt;
}

} // namespace

void writeTurn(JsonWriter &json, const Turn &turn)
{
    json.beginObject();
    writeFigures(json, turn);
    if (turn.asked)
        writeAsked(json, *turn.asked);
    json.member("content", turn.content);
    if (!turn.reasoning.isEmpty())
        json.member("reasoning", turn.reasoning);
    json.endObject();
}

void writeTurnEnd(JsonWriter &json, const Turn &turn)
{
    json.beginObject();
    writeFigures(json, turn);
    json.member("content_length", qint64(turn.content.size()));
    json.member("reasoning_length", qint64(turn.reasoning.size()));
    json.endObject();
}

Turn readTurn(const Json &object)
{
    Turn turn;
    readFigures(object, turn);
    turn.asked = askedIn(object["asked"]);
    turn.content = object["content"].text();
    turn.reasoning = object["reasoning"].text();
    return turn;
}

void readTurnEnd(const Json &object, Turn &turn)
{
    readFigures(object, turn);
    turn.damaged = turn.damaged || object["content_length"].integer().value_or(0) != turn.content.size() ||
                   object["reasoning_length"].integer().value_or(0) != turn.reasoning.size();
}

} // namespace Slipway
