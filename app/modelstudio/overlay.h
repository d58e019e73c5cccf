// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

namespace Slipway {

/// A deployment as it is known with what an answer about it says laid over it, field by field. An answer may hold only
/// some fields (deployments.md §4.7); what it does not hold, or holds as null, stays as it was.
Deployment overlaid(const Deployment &held, const Deployment &answer);

} // namespace Slipway
