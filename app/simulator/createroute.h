// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// POST deployments (deployments.md §4.2): 200 and the object, PENDING. A lora answer has no capacities, an answer to a
/// request without a plan has no plan.
///
/// Decided where no document says: a request without a plan is for compute units and needs a model that has them or
/// model units; mu needs billing_method POST_PAY; capacity 0 is taken, as the error text has it; a second deployment of
/// a model without a suffix, and a suffix that is in use, are conflicts that name the deployment there is; a suffix is
/// 1 to 8 lower-case letters, digits, `-` or `_`; ids are `<model>` (fine-tuned), `<model>-<suffix>` (fine-tuned, ptu),
/// `<model>-<8 hex>` or `<model>-<8 hex>-<suffix>`; ptu_v2 is taken and answered as ptu.
Reply create(const Exchange &exchange);

} // namespace Slipway::Simulator
