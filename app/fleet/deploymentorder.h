// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentmodel.h"

#include <string>

namespace Slipway {

/// What needs a look comes first: Failed, Changing, Running, Stopped; within each the order of the enumeration.
int statusRank(Status status);

/// What a column has to compare of one deployment, as bytes that compare as it does: among ten thousand rows that takes
/// a quarter of the time that texts and numbers take.
struct SortKey
{
    bool isAbsent = false;
    std::string value; ///< numbers first, then a text whose case is folded; what is short needs no memory of its own
    QString id;        ///< deployed model: no two are equal
};

/// The beginning of a value as a number: of two keys the one with the smaller number stands before the other when it is
/// ascending and none is absent. Equal numbers tell nothing.
quint64 headOf(const SortKey &key);

SortKey sortKeyOf(const Deployment &deployment, DeploymentModel::Column column);

/// True when `a` stands above `b` in a table that is sorted in that direction. A total order for distinct ids: what is
/// absent stands at the end in both directions, equals stand by their id, always ascending.
bool standsBefore(const SortKey &a, const SortKey &b, Qt::SortOrder direction);
bool standsBefore(const Deployment &a, const Deployment &b, DeploymentModel::Column column, Qt::SortOrder direction);

} // namespace Slipway
