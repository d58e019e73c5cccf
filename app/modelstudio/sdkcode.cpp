// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/sdkcode.h"

#include "app/modelstudio/callcode.h"
#include "app/modelstudio/json.h"

#include <QStringList>

namespace Slipway {

namespace {

const QString indent = QStringLiteral("    ");

/// As a literal, a line for each item.
QString pythonOf(const Json &value, const QString &before = indent)
{
    const QString inner = before + indent;
    QStringList parts;
    switch (value.type()) {
    case Json::Type::Missing:
    case Json::Type::Null:
        return QStringLiteral("None");
    case Json::Type::Boolean:
        return value.boolean().value_or(false) ? QStringLiteral("True") : QStringLiteral("False");
    case Json::Type::Number:
        return value.text();
    case Json::Type::String:
        return pythonQuoted(value.text());
    case Json::Type::Array:
        for (const Json &item : value.items())
            parts += inner + pythonOf(item, inner) + QStringLiteral(",\n");
        return parts.isEmpty() ? QStringLiteral("[]") : QStringLiteral("[\n%1%2]").arg(parts.join(QString()), before);
    case Json::Type::Object:
        for (const Json::Member &member : value.members())
            parts += pythonQuoted(member.name) + QStringLiteral(": ") + pythonOf(member.value, inner);
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    }
    return {};
}

QString argument(const QString &name, const QString &value)
{
    return QStringLiteral("%1%2=%3,\n").arg(indent, name, value);
}

QString keyArgument()
{
    return argument(QStringLiteral("api_key"), QStringLiteral("os.environ[\"DASHSCOPE_API_KEY\"]"));
}

std::optional<Json> bodyIn(const GenerationRequest &generation)
{
    if (generation.model.isEmpty() || (generation.messages.isEmpty() && generation.prompt.isEmpty()))
        return std::nullopt;
    return Json::parse(bodyOf(generation));
}

/// What the OpenAI SDK takes by name; all else goes through its extra_body.
bool isKnownToOpenAi(const QString &name)
{
    static const QStringList known{QStringLiteral("model"),
                                   QStringLiteral("messages"),
                                   QStringLiteral("stream"),
                                   QStringLiteral("temperature"),
                                   QStringLiteral("top_p"),
                                   QStringLiteral("max_tokens"),
                                   QStringLiteral("seed"),
                                   QStringLiteral("stop"),
                                   QStringLiteral("n"),
                                   QStringLiteral("logprobs"),
                                   QStringLiteral("top_logprobs"),
                                   QStringLiteral("presence_penalty"),
                                   QStringLiteral("tools"),
                                   QStringLiteral("tool_choice"),
                                   QStringLiteral("frequency_penalty"),
                                   QStringLiteral("stream_options"),
                                   QStringLiteral("response_format"),
                                   QStringLiteral("parallel_tool_calls")};
    return known.contains(name);
}

QString openAiArguments(const Json &body)
{
    QString arguments;
    QStringList extra;
    for (const Json::Member &member : body.members()) {
        if (isKnownToOpenAi(member.name))
            arguments += argument(member.name, pythonOf(member.value));
        else
            extra += pythonQuoted(member.name) + QStringLiteral(": ") + pythonOf(member.value);
    }
    if (!extra.isEmpty())
        arguments += argument(QStringLiteral("extra_body"), u'{' + extra.join(QStringLiteral(", ")) + u'}');
    return arguments;
}

/// Any word may be a parameter's name, and some words mean something else to Python.
bool isKeyword(const QString &name)
{
    static const QStringList words =
        QStringLiteral(
            "False None True and as assert async await break class continue def del elif else except finally for from "
            "global if import in is lambda nonlocal not or pass raise return try while with yield")
            .split(u' ');
    return words.contains(name);
}

QString dashScopeArgument(const QString &name, const QString &value)
{
    if (!isKeyword(name))
        return argument(name, value);
    return QStringLiteral("%1**{%2: %3},\n").arg(indent, pythonQuoted(name), value);
}

QString dashScopeArguments(const Json &body)
{
    QString arguments = argument(QStringLiteral("model"), pythonOf(body["model"]));
    for (const Json::Member &member : body["input"].members())
        arguments += argument(member.name, pythonOf(member.value));
    for (const Json::Member &member : body["parameters"].members())
        arguments += dashScopeArgument(member.name, pythonOf(member.value));
    return arguments;
}

} // namespace

QUrl generationUrl(const Endpoint &endpoint, Protocol protocol)
{
    switch (protocol) {
    case Protocol::Native:
        return urlBelow(endpoint.nativeRoot, {QStringLiteral("services"), QStringLiteral("aigc"),
                                              QStringLiteral("text-generation"), QStringLiteral("generation")});
    case Protocol::Compatible:
        return urlBelow(endpoint.compatibleRoot, {QStringLiteral("chat"), QStringLiteral("completions")});
    }
    return {};
}

Request requestOf(const Endpoint &endpoint, const GenerationRequest &generation)
{
    const Protocol protocol = generation.protocol.value_or(Protocol::Native);
    Request request{.verb = Verb::Post, .url = generationUrl(endpoint, protocol)};
    request.body = bodyOf(generation);
    request.isStream = generation.stream;
    if (!generation.stream)
        return request;
    request.accept = QByteArrayLiteral("text/event-stream");
    if (protocol == Protocol::Native)
        request.headers.append({QByteArrayLiteral("X-DashScope-SSE"), QByteArrayLiteral("enable")});
    return request;
}

QString dashScopePythonOf(const Endpoint &endpoint, GenerationRequest generation)
{
    generation.protocol = Protocol::Native;
    const auto body = bodyIn(generation);
    if (!body)
        return {};
    QString script = QStringLiteral("import os\n\nimport dashscope\n\ndashscope.base_http_api_url = %1\n"
                                    "answer = dashscope.Generation.call(\n")
                         .arg(pythonQuoted(endpoint.nativeRoot.toString(QUrl::FullyEncoded)));
    script += keyArgument() + dashScopeArguments(*body);
    if (!endpoint.workspace.isEmpty())
        script += argument(QStringLiteral("workspace"), pythonQuoted(endpoint.workspace));
    if (generation.stream)
        script += argument(QStringLiteral("stream"), QStringLiteral("True"));
    script +=
        generation.stream ? QStringLiteral(")\nfor part in answer:\n") : QStringLiteral(")\nfor part in [answer]:\n");
    return script + QStringLiteral("    if part.status_code != 200:\n"
                                   "        raise SystemExit(f\"{part.status_code} {part.code}: {part.message}\")\n"
                                   "    if part.output.choices:\n"
                                   "        print(part.output.choices[0].message.content, end=\"\", flush=True)\n"
                                   "print()\n");
}

QString openAiPythonOf(const Endpoint &endpoint, GenerationRequest generation)
{
    generation.protocol = Protocol::Compatible;
    const auto body = bodyIn(generation);
    if (!body)
        return {};
    QString script = QStringLiteral("import os\n\nfrom openai import OpenAI\n\nclient = OpenAI(\n") + keyArgument();
    script += argument(QStringLiteral("base_url"), pythonQuoted(endpoint.compatibleRoot.toString(QUrl::FullyEncoded)));
    if (!endpoint.workspace.isEmpty())
        script += argument(QStringLiteral("default_headers"),
                           QStringLiteral("{\"X-DashScope-WorkSpace\": %1}").arg(pythonQuoted(endpoint.workspace)));
    script += argument(QStringLiteral("max_retries"), QStringLiteral("0"));
    script += QStringLiteral(")\nanswer = client.chat.completions.create(\n") + openAiArguments(*body);
    if (!generation.stream)
        return script + QStringLiteral(")\nprint(answer.choices[0].message.content)\n");
    return script + QStringLiteral(")\nfor part in answer:\n"
                                   "    if part.choices:\n"
                                   "        print(part.choices[0].delta.content or \"\", end=\"\", flush=True)\n"
                                   "print()\n");
}

} // namespace Slipway
