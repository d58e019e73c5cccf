// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/processor.h"

#include <QByteArray>
#include <QEvent>
#include <QList>
#include <QObject>

#include <array>
#include <chrono>
#include <functional>

namespace Slipway {

/// One stretch of the event loop's business that was long enough to be felt.
struct Stall
{
    std::chrono::nanoseconds began{}; ///< by the clock that the watch is told
    std::chrono::nanoseconds lasted{};
    ProcessorTime processor; ///< the rest of it was spent on neither: the thread slept, or the whole machine did
    QByteArray place;        ///< "Receiver Event", of the event that took most of it, then of the one inside that did

    QByteArray circumstances() const; ///< all but how long it lasted, in English: "at 0.065 s (9.10 ms at work, …"
};

/// Finds what keeps an event loop from its next turn. Told of every event, its end, and every time the loop is about to
/// wait or has come back; whatever lies between two of these is one stretch, because nothing else is heard meanwhile.
/// Nothing counts before the first turn. A loop within an event has stretches of its own. Pure: it is told the time.
/// Of the processor it asks, once at the begin of each stretch and once at the end of those that matter.
class LoopWatch
{
public:
    static constexpr std::chrono::milliseconds shortestStall{16}; ///< a frame at 60 Hz
    static constexpr qsizetype mostStalls = 1000;                 ///< that are kept, the longest of them

    void setProcessor(std::function<ProcessorTime()> processor) { m_processor = std::move(processor); }

    void begin(const QObject *receiver, QEvent::Type type, std::chrono::nanoseconds now);
    void end(std::chrono::nanoseconds now);
    void turn(std::chrono::nanoseconds now);

    void pause(); ///< nothing is told for a while; nothing counts before the next turn

    /// Something that the present stretch did, to be told with its place.
    void note(const char *what) { m_note = what; }

    const QList<Stall> &stalls() const { return m_stalls; }
    qsizetype stallCount() const { return m_stallCount; }
    std::chrono::nanoseconds longest() const { return m_longest; } ///< of all stretches, also the short ones

    /// The longest stretch since this was last taken, however short; the present one is not included.
    const Stall &longestOfLate() const { return m_longestOfLate; }
    Stall takeLongestOfLate() { return std::exchange(m_longestOfLate, {}); }

private:
    struct Event
    {
        const QMetaObject *receiver = nullptr;
        QEvent::Type type = QEvent::None;
        std::chrono::nanoseconds lasted{};
    };
    struct Open
    {
        Event event;
        Event inner; ///< the longest of those that it led to, and within that
        std::chrono::nanoseconds began{};
    };

    void close(std::chrono::nanoseconds now);
    void keep(Stall stall);
    QByteArray place() const;

    static constexpr qsizetype deepest = 64;
    std::array<Open, deepest> m_open;
    qsizetype m_depth = 0;
    qsizetype m_base = 0; ///< events below are held up by a loop within them
    bool m_turned = false;
    bool m_atWork = false;
    std::chrono::nanoseconds m_began{};
    Open m_heaviest; ///< of the present stretch
    const char *m_note = nullptr;
    QList<Stall> m_stalls;
    qsizetype m_stallCount = 0;
    std::chrono::nanoseconds m_longest{};
    Stall m_longestOfLate;
    std::function<ProcessorTime()> m_processor = [] { return ProcessorTime(); };
    ProcessorTime m_processorAtBegin;
};

} // namespace Slipway
