// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

enum class Route {
    Catalog,
    List,
    Get,
    Create,
    Scale,
    Update,
    Delete,
    Generate,           ///< native
    GenerateMultimodal, ///< native, the other family
    GenerateCompatible, ///< OpenAI-compatible
    WrongVerb,          ///< the path exists
    Unknown,
};

/// Where a request goes. Empty path segments count for nothing, so that a base URL may end in a slash.
struct Destination
{
    Route route = Route::Unknown;
    QString id;              ///< the deployed model, decoded
    bool compatible = false; ///< under compatible-mode: errors have that API's shape
};

Destination destinationOf(const HttpRequest &request);

/// Checks key and workspace, then asks the route.
Reply answer(const Destination &destination, const Exchange &exchange);

} // namespace Slipway::Simulator
