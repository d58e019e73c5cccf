// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/catalogreader.h"

#include "app/modelstudio/json.h"

#include <algorithm>

namespace Slipway {

namespace {

CatalogRole readRole(const QString &name, const Json &object)
{
    return {.name = name,
            .modelUnitSpec = object["model_unit_spec"].text(),
            .capacityUnit = object["capacity_unit_per_instance"].integer(),
            .capacityInitial = object["capacity_unit_init"].integer()};
}

CatalogTemplate readTemplate(const Json &object)
{
    CatalogTemplate entry{.templateId = object["template_id"].text(),
                          .name = object["template_name"].text(),
                          .type = object["template_type"].text(),
                          .version = object["template_version"].text(),
                          .description = object["template_desc"].text(),
                          .chargeType = object["charge_type"].text(),
                          .deploySpec = object["deploy_spec"].text()};
    if (entry.deploySpec.isEmpty())
        entry.deploySpec = entry.templateId;
    for (const auto &[name, role] : object["roles"].members())
        entry.roles.append(readRole(name, role));
    return entry;
}

CatalogPlan readPlan(const Json &object)
{
    CatalogPlan plan{.plan = object.isString() ? object.text() : object["plan"].text()};
    for (const Json &entry : object["templates"].items())
        plan.templates.append(readTemplate(entry));
    return plan;
}

bool holds(const QList<CatalogPlan> &plans, const QString &name)
{
    return std::ranges::find(plans, name, &CatalogPlan::plan) != plans.end();
}

QList<CatalogPlan> readPlans(const Json &model)
{
    QList<CatalogPlan> plans;
    for (const Json &entry : model["plans"].items()) {
        const CatalogPlan plan = readPlan(entry);
        if (!plan.plan.isEmpty())
            plans.append(plan);
    }
    for (const Json &supported : model["supported_plans"].items()) {
        const QString name = supported.text();
        if (!name.isEmpty() && !holds(plans, name))
            plans.append({.plan = name});
    }
    return plans;
}

} // namespace

std::optional<CatalogModel> readCatalogModel(const Json &object, ModelSource source)
{
    CatalogModel model{.modelName = object["model_name"].text(),
                       .baseModel = object["base_model"].text(),
                       .source = source,
                       .baseCapacity = object["base_capacity"].integer(),
                       .plans = readPlans(object)};
    if (model.modelName.isEmpty())
        return std::nullopt;
    if (object["model_source"].text() == QLatin1StringView("custom"))
        model.source = ModelSource::Custom;
    return model;
}

} // namespace Slipway
