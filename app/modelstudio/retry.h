// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"
#include "app/modelstudio/request.h"

#include <QByteArray>
#include <QDateTime>

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
/// shortest and an upper bound that doubles with each attempt; where the service asked for more than that, it is what
/// the service asked for and up to one shortest pause on top, but never more than the longest. `attempt` counts those
/// already made.
std::optional<std::chrono::milliseconds> pauseBeforeRetry(Verb verb, const Error &error, int attempt, double random,
                                                          const RetryRule &rule = {});

/// How long a Retry-After header asks to wait: seconds, or an HTTP date, which is held against the reply's own Date,
/// so that no wrong clock of ours matters, and against `now` where there is none. Zero where it asks nothing sensible
/// or a time that has passed; at most a day. Pure.
std::chrono::seconds readRetryAfter(const QByteArray &header, const QByteArray &date, const QDateTime &now);

} // namespace Slipway
