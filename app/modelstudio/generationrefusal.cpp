// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationrefusal.h"

#include "app/modelstudio/generationwriter.h"

#include <QRegularExpression>

namespace Slipway {

namespace {

bool mentions(const QString &text, const char *words)
{
    return text.contains(QLatin1StringView(words), Qt::CaseInsensitive);
}

/// Where the message names it as a whole word; -1 where it does not.
qsizetype placeOf(const QString &message, const QByteArray &name)
{
    const QString pattern = QStringLiteral("(?<![A-Za-z0-9_])%1(?![A-Za-z0-9_])");
    const QRegularExpression word(pattern.arg(QString::fromLatin1(name)), QRegularExpression::CaseInsensitiveOption);
    return message.indexOf(word);
}

QList<FurtherMember> furtherIn(const GenerationRequest &request)
{
    return membersOf(request.parameters.further.value_or(FurtherParameters()));
}

struct Sent
{
    Parameter parameter;
    QByteArray name;
};

QList<Sent> sentWith(const GenerationRequest &request)
{
    QList<Sent> sent;
    const auto set = setIn(request.parameters);
    for (const Parameter parameter : set + QList{Parameter::ResultFormat, Parameter::IncrementalOutput}) {
        if (parameter != Parameter::Further && !valueOf(request, parameter).isEmpty())
            sent.append({parameter, nameOf(parameter)});
    }
    for (const FurtherMember &member : furtherIn(request)) {
        if (parameterOf(member) == Parameter::Further)
            sent.append({Parameter::Further, member.name});
    }
    return sent;
}

/// The members that stand for it among the further parameters.
QByteArray furtherValueOf(const GenerationRequest &request, Parameter parameter)
{
    QByteArray value;
    for (const FurtherMember &member : furtherIn(request)) {
        if (parameterOf(member) == parameter)
            value += member.name + ':' + member.json + '\n';
    }
    return value;
}

/// A request without any loses the text altogether.
std::optional<FurtherParameters> furtherWithout(const GenerationRequest &request, Parameter parameter)
{
    JsonWriter json;
    json.beginObject();
    for (const FurtherMember &member : furtherIn(request)) {
        if (parameterOf(member) == parameter)
            continue;
        json.key(member.name);
        json.raw(member.json);
    }
    json.endObject();
    return json.bytes() == "{}" ? std::nullopt : std::optional(FurtherParameters{json.bytes()});
}

/// Where the service's words name a thing otherwise than its parameter.
std::optional<Parameter> paraphrasedIn(const Error &error)
{
    if (mentions(error.code, "NotSupportEnableThinking"))
        return Parameter::EnableThinking;
    if (error.message.startsWith(QLatin1StringView("Json mode")))
        return Parameter::ResponseFormat;
    if (mentions(error.message, "tool call is not supported") ||
        error.message.contains(QLatin1StringView("Tool names")))
        return Parameter::Tools;
    return std::nullopt;
}

} // namespace

std::optional<Parameter> refusedParameter(const Error &error, const GenerationRequest &request)
{
    if (error.kind != Error::Kind::Refused)
        return std::nullopt;
    const QString &message = error.message;
    const bool wantsStream = mentions(message, "only support stream mode") || mentions(message, "non-streaming calls");
    if (wantsStream && !request.stream)
        return Parameter::WholeReply;
    const auto paraphrased = paraphrasedIn(error);
    if (paraphrased && !valueOf(request, *paraphrased).isEmpty())
        return paraphrased;
    std::optional<Parameter> found;
    qsizetype first = message.size();
    const auto sent = sentWith(request);
    for (const auto &[parameter, name] : sent) {
        const qsizetype place = placeOf(message, name);
        if (place < 0 || place >= first)
            continue;
        first = place;
        found = parameter;
    }
    return found;
}

bool refusesProtocol(const Error &error)
{
    const bool isRefusal = error.kind == Error::Kind::Refused || error.kind == Error::Kind::NotFound;
    if (!isRefusal)
        return false;
    return error.code == QLatin1StringView("model_not_supported") ||
           mentions(error.message, "for OpenAI compatibility mode") ||
           mentions(error.message, "url error, please check url") || mentions(error.message, "Request path not found");
}

QByteArray valueOf(const GenerationRequest &request, Parameter parameter)
{
    const bool isNative = request.protocol.value_or(Protocol::Native) == Protocol::Native;
    switch (parameter) {
    case Parameter::WholeReply:
        return request.stream ? QByteArray() : QByteArrayLiteral("true");
    case Parameter::ResultFormat:
        return isNative ? request.resultFormat.toUtf8() : QByteArray();
    case Parameter::IncrementalOutput:
        return isNative && request.incrementalOutput ? QByteArrayLiteral("true") : QByteArray();
    default:
        break;
    }
    if (const QByteArray further = furtherValueOf(request, parameter);
        !further.isEmpty() || parameter == Parameter::Further)
        return further;
    JsonWriter json;
    json.beginArray();
    writeParameter(json, request.parameters, parameter);
    json.endArray();
    return json.bytes() == "[]" ? QByteArray() : json.bytes();
}

GenerationRequest without(GenerationRequest request, Parameter parameter)
{
    switch (parameter) {
    case Parameter::WholeReply:
        request.stream = true;
        return request;
    case Parameter::ResultFormat:
        request.resultFormat.clear();
        return request;
    case Parameter::IncrementalOutput:
        request.incrementalOutput.reset();
        return request;
    default:
        break;
    }
    request.parameters.further = furtherWithout(request, parameter);
    forEachParameter(request.parameters, [parameter](Parameter each, auto &member) {
        if (each == parameter && each != Parameter::Further)
            member.reset();
    });
    return request;
}

} // namespace Slipway
