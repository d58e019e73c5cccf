// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/framepace.h"

#include <algorithm>
#include <utility>

namespace Slipway {

using std::chrono::milliseconds;

namespace {

/// Less than two frames of a display: nobody reads faster, and a third of the painting is saved.
constexpr milliseconds readersFrame{24};
constexpr milliseconds longestFrame{48};
constexpr milliseconds secondFrame{4};

constexpr qsizetype floodPerMillisecond = 8;
constexpr milliseconds floodFrame{8};
constexpr milliseconds timeToRead{5};

} // namespace

FramePace::FramePace(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FramePace::due);
}

bool FramePace::isFlood(qsizetype characters, milliseconds time)
{
    return characters > floodPerMillisecond * time.count();
}

milliseconds FramePace::timeFor(milliseconds took, bool isFlood)
{
    if (isFlood)
        return std::clamp(std::min(2 * took, took + timeToRead), floodFrame, longestFrame);
    return std::clamp(2 * took, readersFrame, longestFrame);
}

void FramePace::wantFrame()
{
    if (m_timer.isActive())
        return;
    const milliseconds wanted = m_frames == 1 ? secondFrame : timeFor(m_took, m_isFlood);
    const milliseconds since = m_sinceFrame.isValid() ? milliseconds(m_sinceFrame.elapsed()) : wanted;
    m_timer.start(std::max(wanted - since, milliseconds(0)));
}

void FramePace::wantFrameNow()
{
    m_timer.start(0);
}

void FramePace::flow()
{
    if (std::exchange(m_isFlowing, true))
        wantFrame();
    else
        wantFrameNow();
}

void FramePace::endFlow()
{
    m_isFlowing = false;
    m_frames = 0;
}

void FramePace::beginFrame()
{
    m_timer.stop();
    m_frames += m_isFlowing ? 1 : 0;
    const qsizetype grown = std::exchange(m_grown, 0);
    m_isFlood = m_sinceFrame.isValid() && isFlood(grown, milliseconds(m_sinceFrame.elapsed()));
    m_sinceFrame.start();
}

void FramePace::endLayout()
{
    m_took = milliseconds(m_sinceFrame.elapsed());
    m_isUnpainted = true;
}

void FramePace::endPaint(milliseconds took)
{
    if (std::exchange(m_isUnpainted, false))
        m_took += took;
}

} // namespace Slipway
