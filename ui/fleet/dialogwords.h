// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/deployrules.h"
#include "app/fleet/prices.h"

#include <QString>

namespace Slipway {

/// Words that the dialogs share. Plain text for people.

QString regionWord(const Account &account);  ///< "Beijing", "Singapore", "simulated", or the host
QString accountText(const Account &account); ///< "team-prod (Beijing)"

/// One sentence that says what is wrong and which values would do.
QString textOf(const Finding &finding);

QString moneyText(double yuan); ///< "¥216" or "¥6.72": as many decimals as it takes, at least two if any

/// "About ¥216/h, ¥5,184/day (list price of 2026-05-30)"; "Free: this account is simulated."; empty where no price is
/// known.
QString priceText(const Account &account, const std::optional<PriceEstimate> &price);
QString shortPriceText(const Account &account, const std::optional<PriceEstimate> &price); ///< "about ¥216/h"; "free"
QString tokenPriceText(const Account &account, const std::optional<TokenPrice> &price);

/// "+¥108/h (list price of 2026-05-30)"; empty where either is unknown or nothing changes.
QString priceChangeText(const Account &account, const std::optional<PriceEstimate> &before,
                        const std::optional<PriceEstimate> &after);

} // namespace Slipway
