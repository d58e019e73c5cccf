// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/catalogreader.h"

#include "app/modelstudio/json.h"

#include <algorithm>

namespace Slipway {

namespace {

using Names = QList<QLatin1StringView>;

/// The members that are not read otherwise.
QList<Field> othersOf(const Json &object, const Names &known, const QString &prefix = {})
{
    QList<Field> others;
    for (const auto &[name, value] : object.members()) {
        if (!known.contains(name))
            others.append({prefix + name, value.isString() ? value.text() : QString::fromUtf8(value.source())});
    }
    return others;
}

CatalogRole readRole(const QString &name, const Json &object)
{
    return {.name = name,
            .modelUnitSpec = object["model_unit_spec"].text(),
            .capacityUnit = object["capacity_unit_per_instance"].integer(),
            .capacityInitial = object["capacity_unit_init"].integer()};
}

/// Ids such as dps-20260401101500-ab12cd; nothing where they are not plain texts.
QStringList readDeploySpecs(const Json &array)
{
    QStringList specs;
    for (const Json &item : array.items()) {
        if (!item.isString())
            return {};
        specs.append(item.text());
    }
    specs.removeAll(QString());
    return specs;
}

QList<Field> othersOfTemplate(const Json &object, bool hasDeploySpecs)
{
    Names known{QLatin1StringView("template_id"),   QLatin1StringView("template_name"),
                QLatin1StringView("template_type"), QLatin1StringView("template_version"),
                QLatin1StringView("template_desc"), QLatin1StringView("charge_type"),
                QLatin1StringView("deploy_spec"),   QLatin1StringView("roles")};
    if (hasDeploySpecs)
        known.append(QLatin1StringView("deploy_specs"));
    QList<Field> others = othersOf(object, known);
    for (const auto &[name, role] : object["roles"].members())
        others += othersOf(role,
                           {QLatin1StringView("model_unit_spec"), QLatin1StringView("capacity_unit_per_instance"),
                            QLatin1StringView("capacity_unit_init")},
                           QStringLiteral("roles.%1.").arg(name));
    return others;
}

CatalogTemplate readTemplate(const Json &object)
{
    CatalogTemplate entry{.templateId = object["template_id"].text(),
                          .name = object["template_name"].text(),
                          .type = object["template_type"].text(),
                          .version = object["template_version"].text(),
                          .description = object["template_desc"].text(),
                          .chargeType = object["charge_type"].text(),
                          .deploySpec = object["deploy_spec"].text(),
                          .deploySpecs = readDeploySpecs(object["deploy_specs"])};
    if (!entry.deploySpecs.isEmpty() && !entry.deploySpecs.contains(entry.deploySpec))
        entry.deploySpec = entry.deploySpecs.constFirst();
    if (entry.deploySpec.isEmpty())
        entry.deploySpec = entry.templateId;
    entry.others = othersOfTemplate(object, !entry.deploySpecs.isEmpty());
    for (const auto &[name, role] : object["roles"].members())
        entry.roles.append(readRole(name, role));
    return entry;
}

CatalogPlan readPlan(const Json &object)
{
    CatalogPlan plan{.plan = object.isString() ? object.text() : object["plan"].text()};
    for (const Json &entry : object["templates"].items())
        plan.templates.append(readTemplate(entry));
    plan.others = othersOf(object, {QLatin1StringView("plan"), QLatin1StringView("templates")});
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
                       .plans = readPlans(object),
                       .others =
                           othersOf(object, {QLatin1StringView("model_name"), QLatin1StringView("base_model"),
                                             QLatin1StringView("base_capacity"), QLatin1StringView("model_source"),
                                             QLatin1StringView("plans"), QLatin1StringView("supported_plans")})};
    if (model.modelName.isEmpty())
        return std::nullopt;
    if (object["model_source"].text() == QLatin1StringView("custom"))
        model.source = ModelSource::Custom;
    return model;
}

} // namespace Slipway
