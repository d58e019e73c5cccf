// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chatsettingsjson.h"

#include "app/modelstudio/generationwriter.h"

namespace Slipway {

void writeSettings(JsonWriter &json, const ChatSettings &settings)
{
    json.beginObject();
    if (!settings.systemPrompt.isEmpty())
        json.member("system_prompt", settings.systemPrompt);
    if (!settings.stream)
        json.member("stream", false);
    writeParameters(json, settings.parameters);
    json.endObject();
}

ChatSettings readSettings(const Json &object)
{
    return {.systemPrompt = object["system_prompt"].text(),
            .stream = object["stream"].boolean().value_or(true),
            .parameters = parametersFrom(object)};
}

} // namespace Slipway
