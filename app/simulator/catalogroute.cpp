// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/catalogroute.h"

#include "app/simulator/models.h"

namespace Slipway::Simulator {

namespace {

Json role(const Template &each, qint64 unit)
{
    return {{"model_unit_spec", utf8(each.modelUnitSpec)}, {"capacity_unit_per_instance", unit}};
}

Json templateOf(const Template &each)
{
    const bool separated = each.separated();
    Json json;
    json["template_id"] = utf8(each.id);
    json["template_name"] = separated ? "PD separated" : "single machine, standard";
    json["template_type"] = separated ? "SEPERATED" : "COUPLED";
    json["template_version"] = "v1";
    json["template_desc"] = separated ? "prefill | decode" : "prefill + decode";
    json["roles"] = separated ? Json{{"prefill", role(each, each.unit)}, {"decode", role(each, each.decodeUnit)}}
                              : Json{{"unified", role(each, each.unit)}};
    return json;
}

Json plansOf(const ModelInfo &model)
{
    Json plans = Json::array();
    if (!model.templates.isEmpty()) {
        Json templates = Json::array();
        for (const Template &each : model.templates)
            templates.push_back(templateOf(each));
        plans.push_back({{"plan", "mu"}, {"templates", templates}});
    }
    if (!model.ptu.isEmpty())
        plans.push_back({{"plan", utf8(model.ptu)}});
    if (model.cuUnit > 0)
        plans.push_back({{"plan", "cu"}});
    if (model.lora)
        plans.push_back({{"plan", "lora"}});
    return plans;
}

Json planned(const ModelInfo &model)
{
    Json json{{"model_name", utf8(model.name)}};
    if (model.custom) {
        json["base_model"] = utf8(model.baseModel);
        json["model_source"] = "custom";
    }
    if (model.cuUnit > 0)
        json["base_capacity"] = model.cuUnit;
    json["plans"] = plansOf(model);
    if (!model.custom)
        return json;
    Json supported = Json::array();
    for (const Json &plan : json["plans"])
        supported.push_back(plan["plan"]);
    json["supported_plans"] = supported;
    return json;
}

Json legacy(const ModelInfo &model)
{
    Json json{{"model_name", utf8(model.name)}};
    if (const auto unit = model.baseCapacity())
        json["base_capacity"] = *unit;
    return json;
}

QList<const ModelInfo *> offered(const QString &source, const QString &plan)
{
    QList<const ModelInfo *> models;
    for (const ModelInfo &each : allModels())
        if (each.custom == (source == u"custom") && plan != u"dtu")
            models.append(&each);
    return models;
}

} // namespace

Reply catalog(const Exchange &exchange)
{
    const auto page = numberItem(exchange.item(QStringLiteral("page_no")), 1, 1, 1'000'000);
    const auto size = numberItem(exchange.item(QStringLiteral("page_size")), 50, 1, 100);
    const QString source = exchange.item(QStringLiteral("model_source"));
    const QString version = exchange.item(QStringLiteral("version"));
    const QString plan = exchange.item(QStringLiteral("plan"));
    const auto refuse = [&](const char *name) {
        return refused(Refuse::required(QString::fromLatin1(name)), exchange.requestId);
    };
    if (!page || !size)
        return refuse(page ? "page_size" : "page_no");
    if (!source.isNull() && source != u"base" && source != u"custom" && source != u"public")
        return refuse("model_source");
    if (!version.isNull() && version != u"v1.0")
        return refuse("version");
    if (!plan.isNull() && !version.isNull())
        return refuse("plan");

    const QList<const ModelInfo *> models = offered(source, plan);
    Json rows = Json::array();
    for (const ModelInfo *each : models.mid((*page - 1) * *size, *size))
        rows.push_back(version.isNull() ? legacy(*each) : planned(*each));
    const Json paging{{"page_no", *page}, {"page_size", *size}, {"total", models.size()}};
    Json output = version.isNull() ? Json{{"models", rows}} : paging;
    if (version.isNull())
        output.update(paging);
    else
        output["models"] = rows;
    return succeeded(exchange.requestId, output);
}

} // namespace Slipway::Simulator
