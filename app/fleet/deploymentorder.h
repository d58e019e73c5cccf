// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentmodel.h"

#include <Qt>

namespace Slipway {

/// What needs a look comes first: Failed, Changing, Running, Stopped; within each the order of the enumeration.
int statusRank(Status status);

/// True when `a` stands above `b` in a table that is sorted by `column` in that direction. A total order for distinct
/// ids: what is absent stands at the end in both directions, equals stand by their id, always ascending.
bool standsBefore(const Deployment &a, const Deployment &b, DeploymentModel::Column column, Qt::SortOrder direction);

} // namespace Slipway
