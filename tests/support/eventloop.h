// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QTimer>

namespace Slipway {

/// Lets everything go on that waits for its turn and not for a time. False if the event loop never came to it.
inline bool takeTurn()
{
    QTimer turn;
    QSignalSpy over(&turn, &QTimer::timeout);
    turn.start(0);
    return over.wait();
}

/// So many times one after another.
inline bool takeTurns(int count)
{
    while (count > 0 && takeTurn())
        --count;
    return count == 0;
}

} // namespace Slipway
