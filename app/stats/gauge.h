// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/loopwatch.h"
#include "app/stats/memory.h"

#include <QEvent>
#include <QPointer>

#include <atomic>
#include <functional>
#include <optional>

namespace Slipway {

/// What one poll took.
struct PollFigures
{
    std::chrono::nanoseconds began{};                ///< since the program's start
    std::chrono::nanoseconds wall{};                 ///< until its answer was applied
    std::chrono::nanoseconds parse{};                ///< reading what came
    std::chrono::nanoseconds apply{};                ///< comparing and telling what changed
    std::chrono::nanoseconds cpu{};                  ///< of the whole process, from this poll's start to the next one's
    std::chrono::nanoseconds longest{};              ///< stretch of the event loop's business meanwhile
    std::optional<std::chrono::nanoseconds> painted; ///< from its start to the rows being painted with what it changed
    qsizetype frames = 0;                            ///< painted until the next poll
    qsizetype rows = 0;
    qsizetype changed = 0;
    bool ok = false;
};

/// Measures the program while it runs: start to first rows, polls, stalls of the event loop, frames. Told of the GUI
/// thread's events by the application object; listens to them until the first rows are painted, and later only while
/// someone watches; polls are always noted, for they are few. Lives on the GUI thread.
class Gauge : public QObject
{
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;
    static constexpr qsizetype mostPolls = 1000; ///< that are kept, the newest

    explicit Gauge(QObject *parent = nullptr);

    /// When the process was spawned: SLIPWAY_STARTED (seconds since the epoch, as bash's EPOCHREALTIME), or else what
    /// the system says, to a hundredth of a second.
    static Clock::time_point spawned();

    /// Whose frames are counted, and which view shows the rows; `hasRows` says whether it has any. All outlive this or
    /// are set to nothing first.
    void setWindow(const QObject *window, const QObject *rowsView, std::function<bool()> hasRows);

    void watch();   ///< stalls and frames are counted as long as anyone watches
    void unwatch(); ///< one of those that watch() called

    // The application tells of its events.
    bool isListening() const { return m_listening.load(std::memory_order_relaxed); } ///< from any thread
    void beginEvent(const QObject *receiver, QEvent::Type type);
    void endEvent();
    void paints(const QObject *widget, const QObject *window);

    // Whoever polls tells of its polls. `work` holds parse, apply, rows, changed and ok.
    void beginPoll();
    void endPoll(const PollFigures &work);

    std::chrono::nanoseconds runTime() const { return Clock::now() - m_start; }
    std::chrono::nanoseconds watchTime() const; ///< how long it was listening, in all
    std::optional<std::chrono::nanoseconds> firstRows() const { return m_firstRows; }
    std::optional<MemoryFigures> memoryAtFirstRows() const { return m_memory; } ///< only if watched then
    QList<PollFigures> polls() const; ///< the newest may still go on; then it is not in it
    qsizetype pollCount() const { return m_pollCount; }
    const LoopWatch &loop() const { return m_loop; }
    Stall takeLongestOfLate() { return m_loop.takeLongestOfLate(); } ///< spoils a poll's
    qsizetype frames() const { return m_frames; }

    static std::chrono::nanoseconds cpuTime(); ///< of the whole process so far

Q_SIGNALS:
    void firstRowsPainted();
    void framePainted(bool withRows); ///< by the window, while it listens

private:
    void listen();
    void turn();
    void endFrame(std::chrono::nanoseconds now);
    void endRowsFrame(std::chrono::nanoseconds now);
    void seeFirstRows(std::chrono::nanoseconds now);
    void finishPoll();

    Clock::time_point m_start;
    OwnProcessorTime m_processor;
    LoopWatch m_loop;
    std::atomic<bool> m_listening = false;
    int m_watchers = 0;
    QPointer<QObject> m_dispatcher;
    std::optional<Clock::time_point> m_listeningSince;
    std::chrono::nanoseconds m_listened{};

    const QObject *m_window = nullptr;
    const QObject *m_rowsView = nullptr;
    std::function<bool()> m_hasRows;
    bool m_windowPainted = false;
    bool m_rowsPainted = false;
    qsizetype m_frames = 0;
    std::optional<std::chrono::nanoseconds> m_firstRows;
    std::optional<MemoryFigures> m_memory;

    QList<PollFigures> m_polls; ///< the last one may be under way
    qsizetype m_pollCount = 0;
    bool m_polling = false;
    std::chrono::nanoseconds m_cpuAtPoll{};
    qsizetype m_framesAtPoll = 0;
};

} // namespace Slipway
