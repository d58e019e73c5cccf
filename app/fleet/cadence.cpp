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

bool isAnyOnTheMove(const QList<Deployment> &rows, const QDateTime &now)
{
    return std::any_of(rows.cbegin(), rows.cend(), [&now](const Deployment &row) { return isOnTheMove(row, now); });
}

std::chrono::milliseconds pollInterval(bool moves, Watchers watchers, const Intervals &intervals)
{
    if (watchers.mutationOpen)
        return intervals.changing;
    if (watchers.fleetSeen)
        return moves ? intervals.changing : intervals.calm;
    return moves ? intervals.calm : std::max(intervals.calm, intervals.unseen);
}

std::chrono::milliseconds pollBackOff(const Error &error, int failures, double dice, RetryRule rule)
{
    rule.attempts = std::numeric_limits<int>::max();
    return pauseBeforeRetry(Verb::Get, error, failures, dice, rule).value_or(rule.longestPause);
}

} // namespace Slipway
