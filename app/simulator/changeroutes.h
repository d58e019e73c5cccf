// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// PUT deployments/{deployed_model}/scale (deployments.md §4.6): UPDATING, or SCALING for plan ptu.
///
/// Decided where no document says: only RUNNING and UPDATING_FAILED can be scaled, anything else is refused as
/// UnsupportedOperation, as is plan lora; capacity 0 is taken, as the error text has it; the capacity of a separated
/// template counts both roles; a wrong ptu_capacity is refused as a missing one.
Reply scale(const Exchange &exchange);

/// PUT deployments/{deployed_model}/update (§4.5). Only plan mu; the status stays as it is.
Reply update(const Exchange &exchange);

/// DELETE deployments/{deployed_model} (§4.7): the whole object, DELETING. Again while DELETING: the same answer. Legal
/// from every status.
Reply remove(const Exchange &exchange);

} // namespace Slipway::Simulator
