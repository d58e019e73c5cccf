// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

namespace Slipway {

/// What a deployment costs at this moment, as far as its status and plan tell (deployments.md §5, §11).
enum class Billing {
    None,      ///< not billed: not yet running, stopped, failed, gone
    ByTheHour, ///< used or not
    ByToken,   ///< plan lora: nothing while idle
    Prepaid,   ///< paid in advance
};

/// What we cannot tell counts as billed by the hour: better one look too many.
Billing billingOf(const Deployment &deployment);

/// At the list price; unset where that is not known, or nothing is billed by the hour now.
std::optional<double> yuanPerHour(const Deployment &deployment);

/// What a fleet costs at this moment: the sum that a forgotten deployment hides in.
struct FleetBill
{
    int byTheHour = 0;
    int byToken = 0;
    int prepaid = 0;
    double yuanPerHour = 0; ///< at the list prices of prices.h
    int unpriced = 0;       ///< of those by the hour, how many have no list price
    QString oldestId;       ///< of those by the hour, which was created first
    QDateTime oldestCreated;
};

FleetBill billOf(const QList<Deployment> &rows);

} // namespace Slipway
