// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/deployed.h"
#include "app/simulator/refusal.h"

namespace Slipway::Simulator {

enum class Dialect { Native, Compatible };

/// What a deployment refuses because its name says so, in the documents' words, so that a person can try it:
/// "stream-only" answers no whole replies, "native-only" and "compatible-only" one API, "no-NAME" no request with that
/// parameter ("no-top-k", "no-enable-search"). One name can hold several.
Check refuseByName(const DeployedModel &model, const Json &parameters, Dialect dialect, bool stream);

} // namespace Slipway::Simulator
