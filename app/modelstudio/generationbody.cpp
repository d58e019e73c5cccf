// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationapi.h"

#include "app/modelstudio/generationwriter.h"

namespace Slipway {

namespace {

QString wordOf(Role role)
{
    switch (role) {
    case Role::System:
        return QStringLiteral("system");
    case Role::User:
        return QStringLiteral("user");
    case Role::Assistant:
        return QStringLiteral("assistant");
    }
    return {};
}

void writeMessages(JsonWriter &json, const QList<Message> &messages)
{
    json.key("messages");
    json.beginArray();
    for (const Message &message : messages) {
        json.beginObject();
        json.member("role", wordOf(message.role));
        json.member("content", message.content);
        json.endObject();
    }
    json.endArray();
}

void writeNative(JsonWriter &json, const GenerationRequest &request)
{
    json.key("input");
    json.beginObject();
    if (request.messages.isEmpty())
        json.member("prompt", request.prompt);
    else
        writeMessages(json, request.messages);
    json.endObject();
    json.key("parameters");
    json.beginObject();
    if (!request.resultFormat.isEmpty())
        json.member("result_format", request.resultFormat);
    if (request.incrementalOutput)
        json.member("incremental_output", *request.incrementalOutput);
    writeSentParameters(json, request.parameters);
    json.endObject();
}

void writeCompatible(JsonWriter &json, const GenerationRequest &request)
{
    const QList<Message> alone{{.role = Role::User, .content = request.prompt}};
    writeMessages(json, request.messages.isEmpty() ? alone : request.messages);
    json.member("stream", request.stream);
    if (request.stream) {
        json.key("stream_options");
        json.beginObject();
        json.member("include_usage", true);
        json.endObject();
    }
    writeSentParameters(json, request.parameters);
}

} // namespace

QByteArray bodyOf(const GenerationRequest &request, JsonLayout layout)
{
    JsonWriter json(layout);
    json.beginObject();
    json.member("model", request.model);
    switch (request.protocol.value_or(Protocol::Native)) {
    case Protocol::Native:
        writeNative(json, request);
        break;
    case Protocol::Compatible:
        writeCompatible(json, request);
        break;
    }
    json.endObject();
    return json.bytes();
}

} // namespace Slipway
