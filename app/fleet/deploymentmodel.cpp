// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentmodel.h"

#include "app/fleet/billing.h"
#include "app/fleet/deploymentorder.h"
#include "app/fleet/deploymentstore.h"

namespace Slipway {

namespace {

template<typename Number>
QVariant valueOf(const std::optional<Number> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QVariant rawValue(const Deployment &deployment, DeploymentModel::Column column)
{
    switch (column) {
    case DeploymentModel::StatusColumn:
        return deployment.statusText;
    case DeploymentModel::DeployedModelColumn:
        return deployment.deployedModel;
    case DeploymentModel::NameColumn:
        return deployment.name;
    case DeploymentModel::ModelNameColumn:
        return deployment.modelName;
    case DeploymentModel::BaseModelColumn:
        return deployment.baseModel;
    case DeploymentModel::PlanColumn:
        return deployment.plan;
    case DeploymentModel::CapacityColumn:
        return valueOf(deployment.capacity);
    case DeploymentModel::CostColumn:
        return valueOf(yuanPerHour(deployment));
    case DeploymentModel::RpmLimitColumn:
        return valueOf(deployment.rpmLimit);
    case DeploymentModel::TpmLimitColumn:
        return valueOf(deployment.tpmLimit);
    case DeploymentModel::CreatedColumn:
        return deployment.created;
    case DeploymentModel::ModifiedColumn:
        return deployment.modified;
    case DeploymentModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

DeploymentModel::DeploymentModel(DeploymentStore *store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(store, &DeploymentStore::rowsAboutToBeInserted, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(store, &DeploymentStore::rowsInserted, this, [this] { endInsertRows(); });
    connect(store, &DeploymentStore::rowsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(store, &DeploymentStore::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(store, &DeploymentStore::rowsChanged, this,
            [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
    connect(store, &QObject::destroyed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

DeploymentStore *DeploymentModel::store() const
{
    return m_store;
}

const Deployment &DeploymentModel::deployment(int row) const
{
    return m_store->rows().at(row);
}

int DeploymentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_store ? 0 : static_cast<int>(m_store->rows().size());
}

int DeploymentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeploymentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Deployment &row = deployment(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == IdRole)
        return row.deployedModel;
    if (role == SortRole && column == StatusColumn)
        return statusRank(row.status);
    return role == SortRole || role == Qt::DisplayRole ? rawValue(row, column) : QVariant();
}

} // namespace Slipway
