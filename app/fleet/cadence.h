// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"
#include "app/modelstudio/error.h"
#include "app/modelstudio/retry.h"

#include <QList>

#include <chrono>

namespace Slipway {

/// How often the fleet is looked at when all is well.
struct Intervals
{
    std::chrono::milliseconds changing{2000}; ///< while something is in between
    std::chrono::milliseconds calm{10000};
    std::chrono::milliseconds unseen{60000}; ///< while nobody can see the fleet and nothing is in between
};

/// A deployment that has not moved for this long is not worth a quick look any more (an unknown status, one that is
/// stuck).
constexpr std::chrono::minutes longestChange{30};

/// True when a deployment is in between and moved within longestChange. One that gives no time counts as moving.
bool isOnTheMove(const Deployment &deployment, const QDateTime &now);
bool isAnyOnTheMove(const QList<Deployment> &rows, const QDateTime &now);

/// Who waits for what the next poll brings.
struct Watchers
{
    bool mutationOpen = false; ///< one has no answer yet, or it is unknown what became of it
    bool fleetSeen = true;
};

/// The time between two polls that succeed, of a fleet of which something `moves` or nothing. What becomes of a
/// mutation is told also to who does not look: then an unseen fleet is looked at as often as one that is seen. Pure.
std::chrono::milliseconds pollInterval(bool moves, Watchers watchers, const Intervals &intervals);

/// The time until the next poll after `failures` of them in a row, the last with `error`. `dice` is random in [0, 1)
/// and keeps many programs from coming back all at once. What does not pass by itself (a key that is refused, a wrong
/// address) is tried once in the longest pause: only a person can mend it. The rule's number of attempts does not
/// count. Pure.
std::chrono::milliseconds pollBackOff(const Error &error, int failures, double dice, RetryRule rule = {});

} // namespace Slipway
