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
qsizetype placeOf(const QString &message, Parameter parameter)
{
    const QString pattern = QStringLiteral("(?<![A-Za-z0-9_])%1(?![A-Za-z0-9_])");
    const QRegularExpression word(pattern.arg(QString::fromLatin1(nameOf(parameter))),
                                  QRegularExpression::CaseInsensitiveOption);
    return message.indexOf(word);
}

QList<Parameter> sentWith(const GenerationRequest &request)
{
    QList<Parameter> sent = setIn(request.parameters);
    for (const Parameter parameter : {Parameter::ResultFormat, Parameter::IncrementalOutput}) {
        if (!valueOf(request, parameter).isEmpty())
            sent.append(parameter);
    }
    return sent;
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
    if (mentions(error.code, "NotSupportEnableThinking") && request.parameters.enableThinking)
        return Parameter::EnableThinking;
    if (message.startsWith(QLatin1StringView("Json mode")) && request.parameters.responseFormat)
        return Parameter::ResponseFormat;
    std::optional<Parameter> found;
    qsizetype first = message.size();
    const auto sent = sentWith(request);
    for (const Parameter parameter : sent) {
        const qsizetype place = placeOf(message, parameter);
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
    forEachParameter(request.parameters, [parameter](Parameter each, auto &member) {
        if (each == parameter)
            member.reset();
    });
    return request;
}

} // namespace Slipway
