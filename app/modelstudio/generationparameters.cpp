// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationparameters.h"

#include "app/modelstudio/generationwriter.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/parameternames.h"

#include <cmath>
#include <utility>

namespace Slipway {

namespace {

/// A format is an object of its type, natively and compatibly.
void writeValue(JsonWriter &json, Parameter parameter, const QString &text)
{
    if (parameter != Parameter::ResponseFormat) {
        json.value(text);
        return;
    }
    json.beginObject();
    json.member("type", text);
    json.endObject();
}

void writeValue(JsonWriter &json, Parameter, const QStringList &texts)
{
    json.beginArray();
    for (const QString &text : texts)
        json.value(text);
    json.endArray();
}

/// As a text, so that every byte comes back and a file of lines keeps its lines.
void writeValue(JsonWriter &json, Parameter, const FurtherParameters &further)
{
    json.value(QString::fromUtf8(further.json));
}

void writeValue(JsonWriter &json, Parameter, double number)
{
    json.value(number);
}

void writeValue(JsonWriter &json, Parameter, qint64 number)
{
    json.value(number);
}

void writeValue(JsonWriter &json, Parameter, bool truth)
{
    json.value(truth);
}

void read(const Json &json, std::optional<double> &number)
{
    bool good = false;
    const double value = json.text().toDouble(&good);
    if (good && std::isfinite(value))
        number = value;
}

void read(const Json &json, std::optional<qint64> &number)
{
    number = json.integer();
}

void read(const Json &json, std::optional<bool> &truth)
{
    truth = json.boolean();
}

void read(const Json &json, std::optional<QString> &text)
{
    const QString value = json.isObject() ? json["type"].text() : json.text();
    text = value.isEmpty() ? std::nullopt : std::optional(value);
}

void read(const Json &json, std::optional<QStringList> &texts)
{
    if (!json.isArray())
        return;
    QStringList read;
    for (const Json &each : json.items())
        read += each.text();
    read.removeAll(QString());
    if (!read.isEmpty())
        texts = read;
}

void read(const Json &json, std::optional<FurtherParameters> &further)
{
    if (json.isString())
        further = FurtherParameters{json.text().toUtf8()};
}

} // namespace

QList<Parameter> setIn(const GenerationParameters &parameters)
{
    QList<Parameter> set;
    forEachParameter(parameters, [&set](Parameter parameter, const auto &member) {
        if (member && parameter != Parameter::Further)
            set.append(parameter);
    });
    for (const FurtherMember &member : membersOf(parameters.further.value_or(FurtherParameters()))) {
        if (!set.contains(parameterOf(member)))
            set.append(parameterOf(member));
    }
    return set;
}

Parameter parameterOf(const FurtherMember &member)
{
    const auto named = parameterNamed(member.name);
    return named && *named < Parameter::Further ? *named : Parameter::Further;
}

std::optional<FurtherFault> faultIn(const GenerationParameters &parameters)
{
    if (!parameters.further)
        return std::nullopt;
    if (const auto fault = faultIn(*parameters.further))
        return fault;
    for (const FurtherMember &member : membersOf(*parameters.further)) {
        const bool isSetToo = (member.name == "stop" && parameters.stop) ||
                              (member.name == "response_format" && parameters.responseFormat);
        if (isSetToo)
            return FurtherFault{FurtherFault::Kind::SetTwice, QString::fromLatin1(member.name)};
    }
    return std::nullopt;
}

void writeParameters(JsonWriter &json, const GenerationParameters &parameters)
{
    forEachParameter(parameters, [&json](Parameter parameter, const auto &member) {
        if (!member)
            return;
        json.key(nameOf(parameter));
        writeValue(json, parameter, *member);
    });
}

void writeSentParameters(JsonWriter &json, GenerationParameters parameters)
{
    const auto further = std::exchange(parameters.further, std::nullopt);
    writeParameters(json, parameters);
    for (const FurtherMember &member : membersOf(further.value_or(FurtherParameters()))) {
        json.key(member.name);
        json.raw(member.json);
    }
}

void writeParameter(JsonWriter &json, const GenerationParameters &parameters, Parameter parameter)
{
    forEachParameter(parameters, [&json, parameter](Parameter each, const auto &member) {
        if (each == parameter && member)
            writeValue(json, each, *member);
    });
}

QByteArray jsonOf(const GenerationParameters &parameters)
{
    JsonWriter json;
    json.beginObject();
    writeParameters(json, parameters);
    json.endObject();
    return json.bytes();
}

GenerationParameters parametersFrom(const QByteArray &json)
{
    return parametersFrom(Json::parse(json).value_or(Json()));
}

GenerationParameters parametersFrom(const Json &object)
{
    GenerationParameters parameters;
    forEachParameter(parameters,
                     [&object](Parameter parameter, auto &member) { read(object[nameOf(parameter)], member); });
    if (faultIn(parameters))
        parameters.further.reset();
    return parameters;
}

} // namespace Slipway
