// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/deployed.h"

#include <QDateTime>

namespace Slipway::Simulator {

QString serviceTime(qint64 milliseconds, Times times)
{
    constexpr int chinaStandardTime = 8 * 3600;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().addSecs(chinaStandardTime);
    if (times == Times::Whole || milliseconds % 1000 == 0)
        return moment.toString(u"yyyy-MM-ddTHH:mm:ss");
    QString text = moment.toString(u"yyyy-MM-ddTHH:mm:ss.zzz");
    while (text.endsWith(u'0'))
        text.chop(1);
    return text;
}

namespace {

template<typename T>
void put(Json &object, const char *key, const std::optional<T> &value)
{
    if (value)
        object[key] = *value;
}

void put(Json &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = utf8(value);
}

Json jsonOf(const Throughput &throughput)
{
    Json object{{"input_tpm", throughput.input}, {"output_tpm", throughput.output}};
    put(object, "thinking_output_tpm", throughput.thinkingOutput);
    return object;
}

} // namespace

Json jsonOf(const DeployedModel &model, Times times)
{
    Json object;
    put(object, "deployed_model", model.id);
    put(object, "name", model.name);
    // Only the answer to create is so fresh that its creation has a fraction, too.
    put(object, "gmt_create", serviceTime(model.created, model.created == model.modified ? times : Times::Whole));
    put(object, "gmt_modified", serviceTime(model.modified, times));
    put(object, "status", model.status);
    put(object, "model_name", model.modelName);
    put(object, "base_model", model.baseModel);
    put(object, "base_capacity", model.baseCapacity);
    put(object, "capacity", model.capacity);
    put(object, "ready_capacity", model.readyCapacity);
    put(object, "workspace_id", model.workspace);
    put(object, "charge_type", model.chargeType);
    put(object, "creator", model.creator);
    put(object, "modifier", model.modifier);
    put(object, "plan", model.plan);
    put(object, "model_unit_spec", model.modelUnitSpec);
    put(object, "enable_thinking", model.enableThinking);
    put(object, "max_context_length", model.maxContextLength);
    put(object, "rpm_limit", model.rpmLimit);
    put(object, "tpm_limit", model.tpmLimit);
    if (model.throughput)
        object["ptu_capacity"] = jsonOf(*model.throughput);
    put(object, "fail_reason", model.failReason);
    return object;
}

} // namespace Slipway::Simulator
