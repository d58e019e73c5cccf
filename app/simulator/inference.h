// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/completion.h"
#include "app/simulator/dialogue.h"
#include "app/simulator/exchange.h"
#include "app/simulator/generationparameters.h"
#include "app/simulator/quirks.h"

namespace Slipway::Simulator {

/// Whether this deployment answers prompts now.
///
/// Decided where no document says (inference.md §9): a deployment that is being made or deleted is not found (404); one
/// that is there but does not serve is unavailable (503), as is one without a ready unit; an unpaid one is refused for
/// arrearage (400). Models that are not deployed here do not answer (400 "Model not exist."). rpm_limit is kept (429),
/// tpm_limit is not. Multimodal models answer the OpenAI-compatible API alone, because their native endpoint is none of
/// this simulator's.
Check readiness(const Exchange &exchange, const QString &deployedModel, Dialect dialect);

/// What this deployment refuses by its name; it must be there.
Check quirks(const Exchange &exchange, const QString &deployedModel, const Json &parameters, Dialect dialect,
             bool stream);

/// What the defaults of a request to this deployment are.
GenerationDefaults defaultsOf(const Exchange &exchange, const QString &deployedModel);

/// 400 where the input is empty or longer than the deployment takes.
Check checkLength(const Exchange &exchange, const QString &deployedModel, const TokenText &input);

/// Makes the whole reply, cut by max_tokens and stop.
Completion complete(const Exchange &exchange, const QString &deployedModel, const Dialogue &dialogue,
                    const GenerationParameters &parameters);

} // namespace Slipway::Simulator
