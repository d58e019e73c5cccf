// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/clocks.h"

#include <algorithm>
#include <ctime>

namespace Slipway {

using std::chrono::milliseconds;

// std::chrono::steady_clock stands still while the machine sleeps.
static milliseconds sinceBoot()
{
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) != 0)
        return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    return std::chrono::seconds(time.tv_sec) +
           std::chrono::duration_cast<milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
}

Clocks Clocks::ofSystem()
{
    return {&QDateTime::currentDateTimeUtc, &sinceBoot};
}

Clocks Clocks::following(std::function<QDateTime()> wall)
{
    return {wall, [wall] { return milliseconds(wall().toMSecsSinceEpoch()); }};
}

milliseconds elapsed(const Moment &from, const Moment &to)
{
    return std::max({milliseconds(0), to.steady - from.steady, milliseconds(from.wall.msecsTo(to.wall))});
}

} // namespace Slipway
