// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Slipway {

/// Says when a frame of a growing reply is due: the first words at once, the next soon, since they tell how fast it
/// comes; what follows at the pace of a reader, a flood at that of a display. Frames of up to 24 ms take half of the
/// time at most, in a flood all but 5 ms (3, where it took so long that a display's frame would be over), so that what
/// comes faster than it is drawn is read meanwhile. A frame is over when it is painted: what was wanted before
/// that is timed anew then.
class FramePace : public QObject
{
    Q_OBJECT
public:
    explicit FramePace(QObject *parent = nullptr);

    /// Whether so many characters in that time are more than anybody could read: what is seen then is motion.
    static bool isFlood(qsizetype characters, std::chrono::milliseconds time);

    /// From the beginning of a frame that took so long, until it was painted, to that of the next.
    static std::chrono::microseconds timeFor(std::chrono::microseconds took, bool isFlood);

    void wantFrame(); ///< when one is due
    void wantFrameNow();

    void flow(); ///< words came, and others will
    void grow(qsizetype characters) { m_grown += characters; }
    void endFlow();

    void beginFrame(); ///< it is made now, and none is due any more
    void endLayout();
    void endPaint(std::chrono::microseconds took); ///< counts once a frame
    std::chrono::microseconds sinceBegin() const;  ///< of the last frame; 0 before the first

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
    QElapsedTimer m_sinceFrame;
    std::chrono::microseconds m_took{0}; ///< the last frame, from its begin to its end
    qsizetype m_grown = 0;               ///< since the last frame
    bool m_isFlood = false;
    bool m_isFlowing = false;
    int m_frames = 0; ///< of this flow
    bool m_isUnpainted = false;
    bool m_isUrgent = false; ///< the frame that is due waits for nothing
};

} // namespace Slipway
