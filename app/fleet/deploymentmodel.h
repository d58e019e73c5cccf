// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace Slipway {

class DeploymentStore;

/// A store's rows as a table of raw values. Titles, words and colours are ui/fleet's. Never resets, unless
/// the store goes first; then it is empty.
class DeploymentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StatusColumn,
        DeployedModelColumn,
        NameColumn,
        ModelNameColumn,
        BaseModelColumn,
        PlanColumn,
        CapacityColumn,
        CostColumn, ///< yuan per hour at the list price; unset where it is not known or nothing is billed by the hour
        RpmLimitColumn,
        TpmLimitColumn,
        CreatedColumn,
        ModifiedColumn,
        ColumnCount,
    };

    enum DataRole {
        SortRole = Qt::UserRole, ///< the raw value of the column; of the status its rank (deploymentorder.h)
        IdRole,                  ///< deployed model, in every column
    };

    explicit DeploymentModel(DeploymentStore *store, QObject *parent = nullptr);

    DeploymentStore *store() const;
    const Deployment &deployment(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QPointer<DeploymentStore> m_store;
};

} // namespace Slipway
