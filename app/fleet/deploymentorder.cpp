// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentorder.h"

#include "app/fleet/billing.h"

#include <optional>

namespace Slipway {

namespace {

void take(SortKey &key, const QString &text)
{
    key.isAbsent = text.isEmpty();
    key.text = text.toCaseFolded();
}

void take(SortKey &key, std::optional<qint64> number)
{
    key.isAbsent = !number;
    key.number = number.value_or(0);
}

void take(SortKey &key, const QDateTime &time)
{
    key.isAbsent = !time.isValid();
    key.number = time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

std::optional<qint64> microyuanPerHour(const Deployment &deployment)
{
    const auto yuan = yuanPerHour(deployment);
    return yuan ? std::optional(qRound64(*yuan * 1e6)) : std::nullopt;
}

template<typename Value>
int sign(const Value &a, const Value &b)
{
    return a < b ? -1 : int(b < a);
}

int compare(const SortKey &a, const SortKey &b)
{
    if (const int order = sign(a.number, b.number))
        return order;
    if (const int order = sign(a.second, b.second))
        return order;
    return a.text.compare(b.text);
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

SortKey sortKeyOf(const Deployment &deployment, DeploymentModel::Column column)
{
    SortKey key{.id = deployment.deployedModel};
    switch (column) {
    case DeploymentModel::StatusColumn:
        take(key, deployment.statusText);
        key.isAbsent = false;
        key.number = statusRank(deployment.status);
        break;
    case DeploymentModel::NameColumn:
        take(key, deployment.name);
        break;
    case DeploymentModel::ModelNameColumn:
        take(key, deployment.modelName);
        break;
    case DeploymentModel::BaseModelColumn:
        take(key, deployment.baseModel);
        break;
    case DeploymentModel::PlanColumn:
        take(key, deployment.plan);
        break;
    case DeploymentModel::CapacityColumn:
        take(key, deployment.capacity);
        key.second = deployment.readyCapacity.value_or(0);
        break;
    case DeploymentModel::CostColumn:
        take(key, microyuanPerHour(deployment));
        break;
    case DeploymentModel::RpmLimitColumn:
        take(key, deployment.rpmLimit);
        break;
    case DeploymentModel::TpmLimitColumn:
        take(key, deployment.tpmLimit);
        break;
    case DeploymentModel::CreatedColumn:
        take(key, deployment.created);
        break;
    case DeploymentModel::ModifiedColumn:
        take(key, deployment.modified);
        break;
    case DeploymentModel::DeployedModelColumn:
    case DeploymentModel::ColumnCount:
        take(key, deployment.deployedModel);
        break;
    }
    return key;
}

bool standsBefore(const SortKey &a, const SortKey &b, Qt::SortOrder direction)
{
    if (a.isAbsent != b.isAbsent)
        return b.isAbsent;
    const int order = a.isAbsent ? 0 : compare(a, b);
    if (order == 0)
        return a.id < b.id;
    return direction == Qt::AscendingOrder ? order < 0 : order > 0;
}

bool standsBefore(const Deployment &a, const Deployment &b, DeploymentModel::Column column, Qt::SortOrder direction)
{
    return standsBefore(sortKeyOf(a, column), sortKeyOf(b, column), direction);
}

} // namespace Slipway
