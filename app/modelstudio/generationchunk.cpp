// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationchunk.h"

#include "app/modelstudio/json.h"

namespace Slipway {

namespace {

Json firstPresent(const Json &object, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArrayView name : names) {
        if (const Json member = object[name]; member.hasValue())
            return member;
    }
    return {};
}

std::optional<Usage> readUsage(const Json &object)
{
    if (!object.isObject())
        return std::nullopt;
    const Json details = firstPresent(object, {"output_tokens_details", "completion_tokens_details"});
    return Usage{.inputTokens = tokenCountIn(firstPresent(object, {"input_tokens", "prompt_tokens"})),
                 .outputTokens = tokenCountIn(firstPresent(object, {"output_tokens", "completion_tokens"})),
                 .totalTokens = tokenCountIn(object["total_tokens"]),
                 .reasoningTokens = tokenCountIn(details["reasoning_tokens"])};
}

/// Text models answer a string; multimodal ones a list of parts.
QString readContent(const Json &content)
{
    if (!content.isArray())
        return content.text();
    QString text;
    for (const Json &part : content.items())
        text += part.isObject() ? part["text"].text() : part.text();
    return text;
}

/// While it generates the service says "null", as a word.
QString readFinishReason(const Json &reason)
{
    return reason.isText("null") ? QString() : reason.text();
}

QString readRequestId(const Json &object)
{
    if (const Json id = object["request_id"]; id.hasValue())
        return id.text();
    const QLatin1StringView prefix("chatcmpl-");
    const QString id = object["id"].text();
    return id.startsWith(prefix) ? id.sliced(prefix.size()) : id;
}

void readChoice(const Json &choice, GenerationChunk &chunk)
{
    const Json message = firstPresent(choice, {"message", "delta"});
    chunk.content = readContent(message["content"]);
    chunk.reasoning = message["reasoning_content"].text();
    chunk.finishReason = readFinishReason(choice["finish_reason"]);
    chunk.holdsText = message.isObject();
}

/// Of several replies (n) only the first is shown; in a stream the others come between its parts.
Json firstChoiceIn(const QList<Json> &choices)
{
    for (const Json &choice : choices) {
        if (choice["index"].integer().value_or(0) == 0)
            return choice;
    }
    return {};
}

} // namespace

GenerationChunk readChunk(const Json &kept)
{
    const Json object = kept.borrowed();
    GenerationChunk chunk{.usage = readUsage(object["usage"]), .requestId = readRequestId(object)};
    const Json envelope = firstPresent(object, {"output", "data"});
    const Json &output = envelope.isObject() ? envelope : object;
    const QList<Json> choices = output["choices"].items();
    if (!choices.isEmpty()) {
        if (const Json first = firstChoiceIn(choices); first.isPresent())
            readChoice(first, chunk);
    } else if (output["text"].isPresent()) {
        chunk.content = output["text"].text();
        chunk.finishReason = readFinishReason(output["finish_reason"]);
        chunk.holdsText = true;
    }
    return chunk;
}

std::optional<qint64> tokenCountIn(const Json &number)
{
    constexpr qint64 most = 1'000'000'000'000;
    const auto count = number.integer();
    return count && *count >= 0 && *count <= most ? count : std::nullopt;
}

} // namespace Slipway
