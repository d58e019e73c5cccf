// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cost.h"
#include "app/fleet/billing.h"
#include "app/fleet/prices.h"
#include "app/modelstudio/generationapi.h"

#include <QString>

#include <optional>

namespace Slipway {

/// One of the two to four deployments that answer the same prompt, as it was when they were chosen.
struct ComparedModel
{
    QString deployedModel;
    QString modelName;
    bool isFree = false; ///< simulated
    Billing billing = Billing::ByTheHour;
    std::optional<TokenPrice> price; ///< where answers are billed by token and a price is known
};

ComparedModel comparedModel(const Deployment &deployment, bool simulated, bool pricesListed);

TokenRate rateOf(const TokenPrice &price);

/// In yuan; unset while the service has not counted both. Where thinking has a price of its own, all that a reply with
/// thoughts puts out is paid at it.
std::optional<double> costOf(const Usage &usage, const TokenPrice &price);

constexpr qsizetype leastCompared = 2;
constexpr qsizetype mostCompared = 4;

} // namespace Slipway
