// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"
#include "ui/fleet/fieldgrid.h"

namespace Slipway {

/// A group of an overview: its title and the fields that the service sent.
struct OverviewGroup
{
    QString title;
    QList<FieldGrid::Row> rows;
};

/// Always the same groups in the same order; the last holds every field as it came.
QList<OverviewGroup> overviewGroups(const Deployment &deployment);

} // namespace Slipway
