// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationparameters.h"

#include "app/modelstudio/generationwriter.h"
#include "app/modelstudio/json.h"

#include <cmath>

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

} // namespace

QByteArray nameOf(Parameter parameter)
{
    constexpr const char *names[] = {"temperature",
                                     "top_p",
                                     "top_k",
                                     "max_tokens",
                                     "seed",
                                     "repetition_penalty",
                                     "presence_penalty",
                                     "stop",
                                     "enable_thinking",
                                     "thinking_budget",
                                     "reasoning_effort",
                                     "enable_search",
                                     "response_format",
                                     "stream",
                                     "result_format",
                                     "incremental_output"};
    return names[int(parameter)];
}

QList<Parameter> setIn(const GenerationParameters &parameters)
{
    QList<Parameter> set;
    forEachParameter(parameters, [&set](Parameter parameter, const auto &member) {
        if (member)
            set.append(parameter);
    });
    return set;
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
    return parameters;
}

} // namespace Slipway
