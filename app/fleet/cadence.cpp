// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/cadence.h"

#include <algorithm>
#include <limits>

namespace Slipway {

bool isOnTheMove(const Deployment &deployment, const QDateTime &now)
{
    if (phaseOf(deployment.status) != Phase::Changing)
        return false;
    const QDateTime &moved = deployment.modified.isValid() ? deployment.modified : deployment.created;
    return !moved.isValid() || moved.msecsTo(now) <= std::chrono::milliseconds(longestChange).count();
}

std::chrono::milliseconds pollInterval(const QList<Deployment> &rows, bool mutationOpen, const Intervals &intervals,
                                       const QDateTime &now)
{
    const bool quick = mutationOpen || std::any_of(rows.cbegin(), rows.cend(),
                                                   [&now](const Deployment &row) { return isOnTheMove(row, now); });
    return quick ? intervals.changing : intervals.calm;
}

std::chrono::milliseconds pollBackOff(const Error &error, int failures, double dice, RetryRule rule)
{
    rule.attempts = std::numeric_limits<int>::max();
    return pauseBeforeRetry(Verb::Get, error, failures, dice, rule).value_or(rule.longestPause);
}

} // namespace Slipway
