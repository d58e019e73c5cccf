// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/modelstudio/deployment.h"
#include "ui/fleet/fieldgrid.h"

#include <array>

namespace Slipway {

/// A group of an overview: its title and the fields that the service sent.
struct OverviewGroup
{
    QString title;
    QList<FieldGrid::Row> rows;
};

using OverviewGroups = std::array<OverviewGroup, 5>;

/// Always the same groups in the same order, those that the service sent nothing for without rows; the last holds every
/// field as it came. The price is told where the account is given and the price list knows it.
OverviewGroups overviewGroups(const Deployment &deployment, const std::optional<Account> &account);

} // namespace Slipway
