// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fleetcolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace Slipway {

namespace {

struct FleetColumns
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::FleetColumns)
};

constexpr Qt::Alignment words = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment numbers = Qt::AlignRight | Qt::AlignVCenter;

} // namespace

const std::array<FleetColumn, DeploymentModel::ColumnCount> &fleetColumns()
{
    static constexpr std::array<FleetColumn, DeploymentModel::ColumnCount> columns{{
        {DeploymentModel::StatusColumn, "status", 23, words},
        {DeploymentModel::DeployedModelColumn, "deployedModel", 35, words},
        {DeploymentModel::ModelNameColumn, "modelName", 21, words},
        {DeploymentModel::PlanColumn, "plan", 17, words},
        {DeploymentModel::CapacityColumn, "capacity", 18, numbers},
        {DeploymentModel::CostColumn, "cost", 12, numbers},
        {DeploymentModel::CreatedColumn, "created", 15, words},
        {DeploymentModel::NameColumn, "name", 24, words},
        {DeploymentModel::BaseModelColumn, "baseModel", 22, words},
        {DeploymentModel::RpmLimitColumn, "rpmLimit", 14, numbers},
        {DeploymentModel::TpmLimitColumn, "tpmLimit", 15, numbers},
        {DeploymentModel::ModifiedColumn, "modified", 17, words},
    }};
    return columns;
}

const FleetColumn &fleetColumn(int column)
{
    const auto &all = fleetColumns();
    const auto found = std::find_if(all.begin(), all.end(), [column](const auto &c) { return c.column == column; });
    Q_ASSERT(found != all.end());
    return *found;
}

QString columnTitle(int column)
{
    switch (column) {
    case DeploymentModel::StatusColumn:
        return FleetColumns::tr("Status");
    case DeploymentModel::DeployedModelColumn:
        return FleetColumns::tr("Deployed model");
    case DeploymentModel::NameColumn:
        return FleetColumns::tr("Name");
    case DeploymentModel::ModelNameColumn:
        return FleetColumns::tr("Model");
    case DeploymentModel::BaseModelColumn:
        return FleetColumns::tr("Base model");
    case DeploymentModel::PlanColumn:
        return FleetColumns::tr("Plan");
    case DeploymentModel::CapacityColumn:
        return FleetColumns::tr("Capacity, units");
    case DeploymentModel::CostColumn:
        return FleetColumns::tr("Cost/h");
    case DeploymentModel::RpmLimitColumn:
        return FleetColumns::tr("RPM limit");
    case DeploymentModel::TpmLimitColumn:
        return FleetColumns::tr("TPM limit");
    case DeploymentModel::CreatedColumn:
        return FleetColumns::tr("Created");
    case DeploymentModel::ModifiedColumn:
        return FleetColumns::tr("Modified");
    default:
        return {};
    }
}

QString columnTip(int column)
{
    switch (column) {
    case DeploymentModel::DeployedModelColumn:
        return FleetColumns::tr("The id of the deployment: what programs send as “model”");
    case DeploymentModel::ModelNameColumn:
        return FleetColumns::tr("The model that was deployed");
    case DeploymentModel::BaseModelColumn:
        return FleetColumns::tr("The foundation model it was made from");
    case DeploymentModel::PlanColumn:
        return FleetColumns::tr("How it is paid for");
    case DeploymentModel::CapacityColumn:
        return FleetColumns::tr("Units ready / units assigned; tokens per minute with provisioned throughput");
    case DeploymentModel::CostColumn:
        return FleetColumns::tr("What is billed now by the hour, at the list price; empty while nothing is billed");
    case DeploymentModel::RpmLimitColumn:
        return FleetColumns::tr("Requests per minute");
    case DeploymentModel::TpmLimitColumn:
        return FleetColumns::tr("Tokens per minute");
    case DeploymentModel::CreatedColumn:
    case DeploymentModel::ModifiedColumn:
        return FleetColumns::tr("In this computer's time zone");
    default:
        return {};
    }
}

} // namespace Slipway
