// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

namespace Slipway {

/// Why it makes no sense to ask something of a deployment as it stands. Where there is none, the service may still
/// refuse. The words for people are ui/fleet/hindrancetext.
enum class Hindrance {
    None,
    BeingDeleted,
    PaidPerToken, ///< it has no capacity (deployments.md §4.6)
    NoLimits,     ///< its plan has none to set (deployments.md §4.5)
};

/// What is on plan mu, of which only some models have limits (deployments.md §4.5), and whatever tells of its own.
bool takesLimits(const Deployment &deployment);

Hindrance againstScaling(const Deployment &deployment);
Hindrance againstLimiting(const Deployment &deployment);
Hindrance againstDeleting(const Deployment &deployment);

} // namespace Slipway
