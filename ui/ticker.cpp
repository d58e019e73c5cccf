// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticker.h"

#include "ui/sight.h"

#include <QWidget>

namespace Slipway {

Ticker::Ticker(std::chrono::milliseconds interval, QWidget *widget) : QObject(widget), m_sight(new Sight(widget))
{
    m_timer.setInterval(interval);
    m_timer.setTimerType(interval < everyMinute ? Qt::CoarseTimer : Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::ticked);
    connect(m_sight, &Sight::changed, this, [this](bool isSeen) {
        consider();
        if (isSeen && m_wanted)
            Q_EMIT ticked();
    });
    consider();
}

void Ticker::setWanted(bool wanted)
{
    m_wanted = wanted;
    consider();
}

void Ticker::consider()
{
    if (!m_wanted || !m_sight->isSeen())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

} // namespace Slipway
