// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// POST compatible-mode/v1/chat/completions (inference.md §4), whole or streamed, with its own shape of errors.
Reply generateCompatibly(const Exchange &exchange);

/// An error in the OpenAI-compatible shape; native codes become this API's own.
Reply refusedCompatibly(const Refusal &refusal, const QByteArray &requestId);

} // namespace Slipway::Simulator
