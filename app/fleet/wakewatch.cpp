// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/wakewatch.h"

namespace Slipway {

using namespace std::chrono_literals;

/// A look that comes so much too late was not just kept waiting by a busy machine.
static constexpr auto shortestSleep = 8s;

WakeWatch::WakeWatch(QObject *parent) : QObject(parent)
{
    m_beat.setInterval(2s);
    connect(&m_beat, &QTimer::timeout, this, &WakeWatch::look);
}

void WakeWatch::start()
{
    m_last = m_clocks.now();
    m_beat.start();
}

void WakeWatch::stop()
{
    m_beat.stop();
}

void WakeWatch::setClocks(Clocks clocks)
{
    m_clocks = std::move(clocks);
    m_last = m_clocks.now();
}

void WakeWatch::setBeat(std::chrono::milliseconds beat)
{
    m_beat.setInterval(beat);
}

void WakeWatch::look()
{
    const Moment before = std::exchange(m_last, m_clocks.now());
    if (elapsed(before, m_last) > m_beat.intervalAsDuration() + shortestSleep)
        Q_EMIT woke();
}

} // namespace Slipway
