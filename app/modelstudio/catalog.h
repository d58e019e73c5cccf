// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QStringList>

namespace Slipway {

enum class ModelSource { Base, Custom };

/// One role of a template: `unified`, or `prefill` and `decode` (deployments.md §4.1).
struct CatalogRole
{
    QString name;
    QString modelUnitSpec;
    std::optional<qint64> capacityUnit;    ///< capacity_unit_per_instance = base capacity: the step of capacity
    std::optional<qint64> capacityInitial; ///< capacity_unit_init
    bool operator==(const CatalogRole &) const = default;
};

struct CatalogTemplate
{
    QString templateId;
    QString name;
    QString type; ///< COUPLED or SEPERATED, as it came
    QString version;
    QString description;
    QString chargeType;
    QString deploySpec; ///< what create sends; the first of deploySpecs, or templateId, where the service gives none
    QStringList deploySpecs; ///< where there are any, create takes one of these and no template's id
    QList<CatalogRole> roles;
    QList<Field> others; ///< every member that has no place above, as it came; of roles as roles.NAME.MEMBER
    bool operator==(const CatalogTemplate &) const = default;

    bool isSeparated() const; ///< wants prefill_capacity and decode_capacity instead of capacity
    const CatalogRole *role(const QString &wanted) const; ///< nullptr where absent
};

struct CatalogPlan
{
    QString plan; ///< mu, cu, ptu, ptu_v2, lora …, as it came
    QList<CatalogTemplate> templates;
    QList<Field> others; ///< likewise: cu_specs …
    bool operator==(const CatalogPlan &) const = default;
};

/// One deployable model: the legacy shape fills modelName and baseCapacity; version v1.0 fills the plans.
struct CatalogModel
{
    QString modelName;
    QString baseModel; ///< custom models only
    ModelSource source = ModelSource::Base;
    std::optional<qint64> baseCapacity;
    QList<CatalogPlan> plans; ///< `supported_plans` of custom models arrive here too, without templates
    QList<Field> others;      ///< likewise
    bool operator==(const CatalogModel &) const = default;
};

} // namespace Slipway
