// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/framepace.h"

#include <algorithm>
#include <utility>

namespace Slipway {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

/// Less than two frames of a display: nobody reads faster, and a third of the painting is saved.
constexpr milliseconds readersFrame{24};
constexpr milliseconds longestFrame{48};
constexpr milliseconds secondFrame{4};

constexpr qsizetype floodPerMillisecond = 8;
constexpr milliseconds floodFrame{8};
constexpr microseconds timeToRead = milliseconds{5};
constexpr microseconds leastToRead = milliseconds{3};
constexpr microseconds floodTurn = milliseconds{14}; ///< frame and reading; a display's takes 16

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

microseconds FramePace::timeFor(microseconds took, bool isFlood)
{
    if (isFlood)
        return std::clamp<microseconds>(took + std::clamp(floodTurn - took, leastToRead, timeToRead), floodFrame,
                                        longestFrame);
    return std::clamp<microseconds>(2 * took, readersFrame, longestFrame);
}

microseconds FramePace::sinceBegin() const
{
    return microseconds(m_sinceFrame.isValid() ? m_sinceFrame.nsecsElapsed() / 1000 : 0);
}

void FramePace::wantFrame()
{
    if (m_timer.isActive())
        return;
    const microseconds wanted = m_frames == 1 ? m_took + secondFrame : timeFor(m_took, m_isFlood);
    const microseconds since = m_sinceFrame.isValid() ? sinceBegin() : wanted;
    m_timer.start(std::max(std::chrono::ceil<milliseconds>(wanted - since), milliseconds(0)));
}

void FramePace::wantFrameNow()
{
    m_isUrgent = true;
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
    m_isUrgent = false;
    m_frames += m_isFlowing ? 1 : 0;
    const qsizetype grown = std::exchange(m_grown, 0);
    m_isFlood = m_sinceFrame.isValid() && isFlood(grown, milliseconds(m_sinceFrame.elapsed()));
    m_sinceFrame.start();
}

void FramePace::endLayout()
{
    m_took = sinceBegin();
    m_isUnpainted = true;
}

void FramePace::endPaint(microseconds took)
{
    if (!std::exchange(m_isUnpainted, false))
        return;
    m_took = took;
    if (!m_timer.isActive() || m_isUrgent)
        return;
    m_timer.stop(); // it was started when only the layout's time was known
    wantFrame();
}

} // namespace Slipway
