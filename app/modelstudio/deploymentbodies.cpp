// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentsapi.h"

namespace Slipway {

namespace {

void writeText(JsonWriter &json, QByteArrayView name, const QString &text)
{
    if (!text.isEmpty())
        json.member(name, text);
}

template<typename T>
void writeSet(JsonWriter &json, QByteArrayView name, const std::optional<T> &value)
{
    if (value)
        json.member(name, *value);
}

void writePtuCapacity(JsonWriter &json, const std::optional<PtuCapacity> &capacity)
{
    if (!capacity)
        return;
    json.key("ptu_capacity");
    json.beginObject();
    writeSet(json, "input_tpm", capacity->inputTpm);
    writeSet(json, "output_tpm", capacity->outputTpm);
    writeSet(json, "thinking_output_tpm", capacity->thinkingOutputTpm);
    json.endObject();
}

/// Plan lora ignores the capacity but refuses a body without one (deployments.md §4.2).
std::optional<qint64> capacityToSend(const CreateRequest &request)
{
    const bool isLora = request.plan == QLatin1StringView("lora");
    return isLora && !request.capacity ? std::optional<qint64>(1) : request.capacity;
}

} // namespace

QByteArray bodyOf(const CreateRequest &request, JsonLayout layout)
{
    JsonWriter json(layout);
    json.beginObject();
    writeText(json, "name", request.name);
    writeText(json, "model_name", request.modelName);
    writeText(json, "plan", request.plan);
    writeText(json, "deploy_spec", request.deploySpec);
    writeSet(json, "capacity", capacityToSend(request));
    writeSet(json, "prefill_capacity", request.prefillCapacity);
    writeSet(json, "decode_capacity", request.decodeCapacity);
    writeText(json, "billing_method", request.billingMethod);
    writeSet(json, "enable_thinking", request.enableThinking);
    writeSet(json, "max_context_length", request.maxContextLength);
    writeSet(json, "rpm_limit", request.rpmLimit);
    writeSet(json, "tpm_limit", request.tpmLimit);
    writePtuCapacity(json, request.ptuCapacity);
    writeText(json, "suffix", request.suffix);
    json.endObject();
    return json.bytes();
}

QByteArray bodyOf(const ScaleRequest &request, JsonLayout layout)
{
    JsonWriter json(layout);
    json.beginObject();
    writeSet(json, "capacity", request.capacity);
    writePtuCapacity(json, request.ptuCapacity);
    json.endObject();
    return json.bytes();
}

QByteArray bodyOf(const LimitsRequest &request, JsonLayout layout)
{
    JsonWriter json(layout);
    json.beginObject();
    writeSet(json, "rpm_limit", request.rpmLimit);
    writeSet(json, "tpm_limit", request.tpmLimit);
    json.endObject();
    return json.bytes();
}

} // namespace Slipway
