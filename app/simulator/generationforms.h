// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/dialogue.h"
#include "app/simulator/generationparameters.h"

namespace Slipway::Simulator {

/// Checks what asks for another form of reply (inference.md §3.2): response_format, logprobs, tools and tool_choice,
/// reasoning_effort. The replies themselves stay plain texts. Where the documents have a rule but no text for its
/// breach, the text is the one for any invalid parameter. Only their beginning is known of the words about an unknown
/// response_format.
Check checkForms(const Json &object, const Dialogue &dialogue, const GenerationParameters &parameters);

} // namespace Slipway::Simulator
