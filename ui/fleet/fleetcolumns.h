// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentmodel.h"

#include <QString>

#include <array>

namespace Slipway {

/// How a column of the fleet is first shown. One entry for each of DeploymentModel's columns; `key` is its name in the
/// settings and never changes.
struct FleetColumn
{
    DeploymentModel::Column column;
    const char *key;
    int characters; ///< first width, in average characters
    Qt::Alignment alignment;
};

/// In the order in which the columns are first shown: what a person looks for comes first.
const std::array<FleetColumn, DeploymentModel::ColumnCount> &fleetColumns();
const FleetColumn &fleetColumn(int column);

QString columnTitle(int column);
QString columnTip(int column); ///< what the column's values mean, with units

} // namespace Slipway
