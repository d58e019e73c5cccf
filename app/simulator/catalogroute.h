// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// GET deployments/models (deployments.md §4.1): the legacy shape, or plans and templates with version=v1.0.
///
/// Decided where no document says: page_size is at most 100; plan=dtu answers an empty list (nothing is for sale);
/// base_capacity also stands in the v1.0 shape for models of plan cu, whose step would be unknown otherwise.
Reply catalog(const Exchange &exchange);

} // namespace Slipway::Simulator
