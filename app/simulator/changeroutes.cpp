// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/changeroutes.h"

#include "app/simulator/numbers.h"

namespace Slipway::Simulator {

namespace {

Reply changed(const Exchange &exchange, Times times)
{
    return succeeded(exchange.requestId, jsonOf(*exchange.world.find(exchange.id), times));
}

/// All dimensions must move the same way (deployments.md §4.6).
bool sameDirection(const Throughput &from, const Throughput &to)
{
    const qint64 input = to.input - from.input;
    const qint64 output = to.output - from.output;
    const qint64 thinking = to.thinkingOutput.value_or(0) - from.thinkingOutput.value_or(0);
    const bool up = input >= 0 && output >= 0 && thinking >= 0;
    const bool down = input <= 0 && output <= 0 && thinking <= 0;
    return up != down; // both: nothing would change
}

Check scaleThroughput(const Exchange &exchange, const DeployedModel &model, const Json &body)
{
    std::optional<Throughput> wanted;
    if (const Check refusal = readThroughput(body, wanted))
        return refusal;
    if (!sameDirection(model.throughput.value_or(Throughput{}), *wanted))
        return Refuse::required(QStringLiteral("ptu_capacity"));
    exchange.world.scale(exchange.id, *wanted);
    return std::nullopt;
}

Check scaleCapacity(const Exchange &exchange, const DeployedModel &model, const Json &body)
{
    if (!model.capacity)
        return Refuse::unsupported();
    std::optional<qint64> wanted;
    if (const Check refusal = readCapacity(body, "capacity", model.baseCapacity.value_or(1), wanted))
        return refusal;
    exchange.world.scale(exchange.id, *wanted);
    return std::nullopt;
}

} // namespace

Reply scale(const Exchange &exchange)
{
    const Json body = parsed(exchange.request.body);
    if (!body.is_object())
        return refused(Refuse::badBody(), exchange.requestId);
    const DeployedModel *model = exchange.world.find(exchange.id);
    if (!model)
        return refused(Refuse::unknown(exchange.id), exchange.requestId);
    if (model->status != u"RUNNING" && model->status != u"UPDATING_FAILED")
        return refused(Refuse::unsupported(), exchange.requestId);
    const Check refusal =
        model->plan == u"ptu" ? scaleThroughput(exchange, *model, body) : scaleCapacity(exchange, *model, body);
    return refusal ? refused(*refusal, exchange.requestId) : changed(exchange, Times::Exact);
}

Reply update(const Exchange &exchange)
{
    const Json body = parsed(exchange.request.body);
    if (!body.is_object())
        return refused(Refuse::badBody(), exchange.requestId);
    const DeployedModel *model = exchange.world.find(exchange.id);
    if (!model)
        return refused(Refuse::unknown(exchange.id), exchange.requestId);
    if (model->plan != u"mu" || model->status == u"DELETING")
        return refused(Refuse::unsupported(), exchange.requestId);
    constexpr qint64 most = 1'000'000'000;
    std::optional<qint64> rpm;
    std::optional<qint64> tpm;
    Check refusal = readPositive(body, "rpm_limit", most, rpm);
    if (!refusal)
        refusal = readPositive(body, "tpm_limit", most, tpm);
    if (!refusal && !rpm && !tpm)
        refusal = Refuse::required(QStringLiteral("rpm_limit"));
    if (refusal)
        return refused(*refusal, exchange.requestId);
    exchange.world.setLimits(exchange.id, rpm, tpm);
    return changed(exchange, Times::Whole);
}

Reply remove(const Exchange &exchange)
{
    if (!exchange.world.find(exchange.id))
        return refused(Refuse::unknown(exchange.id), exchange.requestId);
    exchange.world.remove(exchange.id);
    return changed(exchange, Times::Exact);
}

} // namespace Slipway::Simulator
