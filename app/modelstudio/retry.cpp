// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/retry.h"

#include <algorithm>
#include <cmath>

namespace Slipway {

std::optional<std::chrono::milliseconds> pauseBeforeRetry(Verb verb, const Error &error, int attempt, double random,
                                                          const RetryRule &rule)
{
    if (verb != Verb::Get || !isTransient(error) || attempt < 1 || attempt >= rule.attempts)
        return std::nullopt;
    const double shortest = static_cast<double>(rule.shortestPause.count());
    const double longest = static_cast<double>(rule.longestPause.count());
    const double bound = std::clamp(std::ldexp(shortest, std::min(attempt, 62)), shortest, std::max(shortest, longest));
    const double pause = shortest + std::clamp(random, 0.0, 1.0) * (bound - shortest);
    return std::chrono::milliseconds(std::llround(pause));
}

} // namespace Slipway
