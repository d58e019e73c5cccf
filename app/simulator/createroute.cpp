// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/createroute.h"

#include "app/simulator/models.h"
#include "app/simulator/numbers.h"

#include <algorithm>
#include <array>

namespace Slipway::Simulator {

namespace {

/// A deployment in the making, filled by one check after the other.
struct Draft
{
    const Json &body;
    World &world;
    const ModelInfo *model = nullptr;
    bool planGiven = false;
    DeployedModel made;
};

Refusal notDeployable(const Draft &draft)
{
    return Refuse::parameter(
        QStringLiteral("The model %1 does not exist or is not deployable").arg(draft.made.modelName));
}

Check checkModel(Draft &draft)
{
    draft.made.modelName = stringAt(draft.body, "model_name");
    if (draft.made.modelName.isEmpty())
        return Refuse::required(QStringLiteral("model_name"));
    draft.model = findModel(draft.made.modelName);
    if (!draft.model)
        return Refuse::unknown(draft.made.modelName);
    draft.made.baseModel = draft.model->baseModel;
    return std::nullopt;
}

Check checkPlan(Draft &draft)
{
    draft.planGiven = draft.body.contains("plan");
    const QString plan = draft.planGiven ? stringAt(draft.body, "plan") : QStringLiteral("cu");
    draft.made.plan = plan == u"ptu_v2" ? QStringLiteral("ptu") : plan;
    const ModelInfo &model = *draft.model;
    const bool known = plan == u"mu" || plan == u"lora" || plan == u"cu" || draft.made.plan == u"ptu";
    if (!known)
        return Refuse::required(QStringLiteral("plan"));
    const bool offered = plan == u"mu"     ? !model.templates.isEmpty()
                         : plan == u"lora" ? model.lora
                         : plan == u"cu"   ? (draft.planGiven ? model.cuUnit > 0 : model.baseCapacity().has_value())
                                           : !model.ptu.isEmpty();
    return offered ? Check() : notDeployable(draft);
}

Check checkName(Draft &draft)
{
    constexpr qsizetype longest = 50;
    if (!draft.body.contains("name"))
        return std::nullopt;
    draft.made.name = stringAt(draft.body, "name");
    if (draft.made.name.isEmpty() || draft.made.name.size() > longest)
        return Refuse::required(QStringLiteral("name"));
    return std::nullopt;
}

Check checkSuffix(Draft &draft)
{
    constexpr qsizetype longest = 8;
    if (!draft.body.contains("suffix"))
        return std::nullopt;
    const QString suffix = stringAt(draft.body, "suffix");
    const bool good = std::all_of(suffix.cbegin(), suffix.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
    if (suffix.isEmpty() || suffix.size() > longest || !good)
        return Refuse::required(QStringLiteral("suffix"));
    draft.made.suffix = suffix;
    return std::nullopt;
}

Check checkTemplate(Draft &draft)
{
    const QString spec = stringAt(draft.body, draft.body.contains("deploy_spec") ? "deploy_spec" : "template_id");
    const Template *on = draft.model->find(spec);
    if (!on)
        return Refuse::required(QStringLiteral("deploy_spec"));
    if (stringAt(draft.body, "billing_method") != u"POST_PAY")
        return Refuse::required(QStringLiteral("billing_method"));
    draft.made.modelUnitSpec = on->modelUnitSpec;
    draft.made.baseCapacity = on->unit;
    if (!on->separated())
        return readCapacity(draft.body, "capacity", on->unit, draft.made.capacity);
    std::optional<qint64> prefill;
    std::optional<qint64> decode;
    if (const Check refusal = readCapacity(draft.body, "prefill_capacity", on->unit, prefill))
        return refusal;
    if (const Check refusal = readCapacity(draft.body, "decode_capacity", on->decodeUnit, decode))
        return refusal;
    draft.made.capacity = *prefill + *decode;
    return std::nullopt;
}

Check checkMuExtras(Draft &draft)
{
    constexpr qint64 longestContext = 262'144;
    constexpr qint64 most = 1'000'000'000;
    DeployedModel &made = draft.made;
    if (draft.body.contains("enable_thinking")) {
        const Json &value = draft.body["enable_thinking"];
        if (!value.is_boolean() || (value.get<bool>() && !draft.model->thinks))
            return Refuse::required(QStringLiteral("enable_thinking"));
        made.enableThinking = value.get<bool>();
    }
    if (const Check refusal = readPositive(draft.body, "max_context_length", longestContext, made.maxContextLength))
        return refusal;
    if (const Check refusal = readPositive(draft.body, "rpm_limit", most, made.rpmLimit))
        return refusal;
    return readPositive(draft.body, "tpm_limit", most, made.tpmLimit);
}

Check checkCapacity(Draft &draft)
{
    const QString &plan = draft.made.plan;
    if (plan == u"mu") {
        const Check refusal = checkTemplate(draft);
        return refusal ? refusal : checkMuExtras(draft);
    }
    if (plan == u"ptu")
        return readThroughput(draft.body, draft.made.throughput);
    if (plan == u"lora") // its value is ignored, but it must be there
        return draft.body.contains("capacity") ? Check() : Refuse::required(QStringLiteral("capacity"));
    draft.made.baseCapacity = draft.model->baseCapacity();
    return readCapacity(draft.body, "capacity", draft.made.baseCapacity.value_or(1), draft.made.capacity);
}

Check checkConflict(Draft &draft)
{
    const DeployedModel *present = draft.made.suffix.isEmpty() ? draft.world.ofModel(draft.made.modelName)
                                                               : draft.world.withSuffix(draft.made.suffix);
    return present ? Refuse::conflict(present->id) : Check();
}

QString idOf(const Draft &draft)
{
    const QString &suffix = draft.made.suffix;
    const bool plain = draft.model->custom || (draft.made.plan == u"ptu" && !suffix.isEmpty());
    QString id = draft.made.modelName;
    if (!plain)
        id += u'-' + (draft.made.plan == u"ptu" ? QStringLiteral("ptu-") : QString()) +
              QString::fromLatin1(draft.world.digits(8));
    return suffix.isEmpty() ? id : id + u'-' + suffix;
}

} // namespace

Reply create(const Exchange &exchange)
{
    const Json body = parsed(exchange.request.body);
    if (!body.is_object())
        return refused(Refuse::badBody(), exchange.requestId);
    Draft draft{body, exchange.world};
    constexpr std::array checks{checkModel, checkPlan, checkName, checkSuffix, checkCapacity, checkConflict};
    for (const auto check : checks)
        if (const Check refusal = check(draft))
            return refused(*refusal, exchange.requestId);
    draft.made.id = idOf(draft);
    if (exchange.world.find(draft.made.id))
        return refused(Refuse::conflict(draft.made.id), exchange.requestId);
    const QString id = exchange.world.create(draft.made);
    Json output = jsonOf(*exchange.world.find(id), Times::Exact);
    if (!draft.planGiven)
        output.erase("plan");
    return succeeded(exchange.requestId, output);
}

} // namespace Slipway::Simulator
