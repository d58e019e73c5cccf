// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chatsettingsjson.h"

namespace Slipway {

template<typename T>
static void writeSet(JsonWriter &json, QByteArrayView name, const std::optional<T> &value)
{
    if (value)
        json.member(name, *value);
}

static std::optional<double> numberIn(const Json &value)
{
    bool isNumber = false;
    const double number = value.text().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void writeSettings(JsonWriter &json, const ChatSettings &settings)
{
    json.beginObject();
    if (!settings.systemPrompt.isEmpty())
        json.member("system_prompt", settings.systemPrompt);
    writeSet(json, "temperature", settings.temperature);
    writeSet(json, "top_p", settings.topP);
    writeSet(json, "max_tokens", settings.maxTokens);
    writeSet(json, "seed", settings.seed);
    writeSet(json, "enable_thinking", settings.enableThinking);
    json.endObject();
}

ChatSettings readSettings(const Json &object)
{
    return {.systemPrompt = object["system_prompt"].text(),
            .temperature = numberIn(object["temperature"]),
            .topP = numberIn(object["top_p"]),
            .maxTokens = object["max_tokens"].integer(),
            .seed = object["seed"].integer(),
            .enableThinking = object["enable_thinking"].boolean()};
}

} // namespace Slipway
