// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/cadence.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr std::chrono::milliseconds shortestBackOff{1000};
constexpr std::chrono::milliseconds longestBackOff{60000};

} // namespace

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

std::chrono::milliseconds pollBackOff(const Error &error, int failures, double dice)
{
    if (error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden)
        return longestBackOff;
    const int doublings = std::clamp(failures, 1, 6);
    const auto longest = std::min(shortestBackOff * (1 << doublings), longestBackOff);
    const auto half = static_cast<double>(longest.count()) / 2;
    return std::chrono::milliseconds(static_cast<qint64>(half + half * dice));
}

} // namespace Slipway
