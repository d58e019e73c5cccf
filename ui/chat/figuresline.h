// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"
#include "app/modelstudio/deployment.h"

#include <QString>

namespace Slipway {

/// Whether what a deployment's tokens cost is known here.
enum class Pricing {
    Unknown,   ///< no price list applies to this account's region
    Listed,    ///< the list of app/fleet/prices.h applies
    Simulated, ///< nothing costs anything
};

/// The price of this deployment's tokens; unset where it is not billed by token or none is known.
std::optional<TokenRate> tokenRate(const Deployment &deployment, Pricing pricing);

/// "1,234 tokens in 3 replies · ¥0.0123 at list price", "… · billed by the hour, not by token"; empty while there is
/// no reply.
QString figuresOf(const QList<Turn> &turns, const Deployment *deployment, Pricing pricing);

} // namespace Slipway
