// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// GET deployments (deployments.md §4.4).
///
/// Decided where no document says: newest first; page_size defaults to 50 and is at most 200; a page past the end is
/// empty and has the true total; `plan` filters, other items are ignored.
Reply list(const Exchange &exchange);

/// GET deployments/{deployed_model} (§4.3): one object. `Not found.` for what was deleted, `Model: X not found!` for
/// what never was.
Reply get(const Exchange &exchange);

} // namespace Slipway::Simulator
