// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/exchange.h"

namespace Slipway::Simulator {

/// POST services/aigc/text-generation/generation (inference.md §3): prompt or messages, text or message format, whole
/// or streamed. Streaming is asked for by `X-DashScope-SSE: enable` or by accepting text/event-stream alone. Errors of
/// streaming requests are one error event under the error's HTTP status.
Reply generateNatively(const Exchange &exchange);

/// POST services/aigc/multimodal-generation/generation: the wrong family for every model that answers here.
Reply generateMultimodally(const Exchange &exchange);

} // namespace Slipway::Simulator
