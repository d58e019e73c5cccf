// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/modelstudio/deployment.h"
#include "ui/fleet/fieldgrid.h"

namespace Slipway {

/// A group of an overview: its title and the fields that the service sent.
struct OverviewGroup
{
    QString title;
    QList<FieldGrid::Row> rows;
};

/// Always the same groups in the same order; the last holds every field as it came. The price is told where the account
/// is given and the price list knows it.
QList<OverviewGroup> overviewGroups(const Deployment &deployment, const std::optional<Account> &account);

} // namespace Slipway
