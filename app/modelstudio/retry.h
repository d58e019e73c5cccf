// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"
#include "app/modelstudio/request.h"

#include <chrono>
#include <optional>

namespace Slipway {

struct RetryRule
{
    int attempts = 3; ///< at most, the first one included
    std::chrono::milliseconds shortestPause{1'000};
    std::chrono::milliseconds longestPause{60'000};
};

/// How long to wait before a failed request is sent again, or nothing where it must not be. Only a GET that failed of
/// something that passes is; a POST, PUT or DELETE never. The pause is random, `random` in [0, 1) choosing between the
/// shortest and an upper bound that doubles with each attempt. `attempt` counts those already made.
std::optional<std::chrono::milliseconds> pauseBeforeRetry(Verb verb, const Error &error, int attempt, double random,
                                                          const RetryRule &rule = {});

} // namespace Slipway
