// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentorder.h"

#include "app/fleet/billing.h"

#include <optional>

namespace Slipway {

namespace {

struct Comparison
{
    bool absentA = false;
    bool absentB = false;
    int order = 0;
};

template<typename Number>
int sign(Number a, Number b)
{
    return a < b ? -1 : int(b < a);
}

Comparison compare(const QString &a, const QString &b)
{
    return {a.isEmpty(), b.isEmpty(), QString::compare(a, b, Qt::CaseInsensitive)};
}

template<typename Number>
Comparison compare(const std::optional<Number> &a, const std::optional<Number> &b)
{
    return {!a, !b, sign(a.value_or(Number{}), b.value_or(Number{}))};
}

Comparison compare(const QDateTime &a, const QDateTime &b)
{
    return {!a.isValid(), !b.isValid(), a < b ? -1 : int(b < a)};
}

Comparison compareCapacity(const Deployment &a, const Deployment &b)
{
    Comparison comparison = compare(a.capacity, b.capacity);
    if (comparison.order == 0)
        comparison.order = sign(a.readyCapacity.value_or(0), b.readyCapacity.value_or(0));
    return comparison;
}

Comparison compareStatus(const Deployment &a, const Deployment &b)
{
    const int order = sign(statusRank(a.status), statusRank(b.status));
    return order == 0 ? compare(a.statusText, b.statusText) : Comparison{.order = order};
}

Comparison compare(const Deployment &a, const Deployment &b, DeploymentModel::Column column)
{
    switch (column) {
    case DeploymentModel::StatusColumn:
        return compareStatus(a, b);
    case DeploymentModel::NameColumn:
        return compare(a.name, b.name);
    case DeploymentModel::ModelNameColumn:
        return compare(a.modelName, b.modelName);
    case DeploymentModel::BaseModelColumn:
        return compare(a.baseModel, b.baseModel);
    case DeploymentModel::PlanColumn:
        return compare(a.plan, b.plan);
    case DeploymentModel::CapacityColumn:
        return compareCapacity(a, b);
    case DeploymentModel::CostColumn:
        return compare(yuanPerHour(a), yuanPerHour(b));
    case DeploymentModel::RpmLimitColumn:
        return compare(a.rpmLimit, b.rpmLimit);
    case DeploymentModel::TpmLimitColumn:
        return compare(a.tpmLimit, b.tpmLimit);
    case DeploymentModel::CreatedColumn:
        return compare(a.created, b.created);
    case DeploymentModel::ModifiedColumn:
        return compare(a.modified, b.modified);
    case DeploymentModel::DeployedModelColumn:
    case DeploymentModel::ColumnCount:
        break;
    }
    return compare(a.deployedModel, b.deployedModel);
}

} // namespace

int statusRank(Status status)
{
    constexpr int phaseStep = 100;
    const int within = static_cast<int>(status);
    switch (phaseOf(status)) {
    case Phase::Failed:
        return within;
    case Phase::Changing:
        return phaseStep + within;
    case Phase::Running:
        return 2 * phaseStep + within;
    case Phase::Stopped:
        return 3 * phaseStep + within;
    }
    return within;
}

bool standsBefore(const Deployment &a, const Deployment &b, DeploymentModel::Column column, Qt::SortOrder direction)
{
    const auto [absentA, absentB, order] = compare(a, b, column);
    if (absentA != absentB)
        return absentB;
    if (absentA || order == 0)
        return a.deployedModel < b.deployedModel;
    return direction == Qt::AscendingOrder ? order < 0 : order > 0;
}

} // namespace Slipway
