// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/gauge.h"

#include "app/stats/systemclock.h"

#include <QAbstractEventDispatcher>
#include <QFile>

#include <unistd.h>

namespace Slipway {

using std::chrono::duration_cast;
using std::chrono::nanoseconds;

/// How long this process has been there, by the time of its start in /proc/self/stat.
static std::optional<nanoseconds> ageByTheSystem()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // a name may hold anything
    const long ticks = ::sysconf(_SC_CLK_TCK);
    const qint64 start = fields.value(19).toLongLong();
    if (start <= 0 || ticks <= 0)
        return std::nullopt;
    return readClock(CLOCK_BOOTTIME) - nanoseconds(start * 1'000'000'000 / ticks);
}

static std::optional<nanoseconds> ageByTheStarter()
{
    bool isNumber = false;
    const double seconds = qEnvironmentVariable("SLIPWAY_STARTED").toDouble(&isNumber);
    constexpr double latest = 9e9; // seconds since 1970 that nanoseconds hold
    if (!isNumber || !(seconds > 0 && seconds < latest))
        return std::nullopt;
    const auto age = readClock(CLOCK_REALTIME) - duration_cast<nanoseconds>(std::chrono::duration<double>(seconds));
    return age >= nanoseconds(0) && age < std::chrono::hours(1) ? std::optional(age) : std::nullopt;
}

Gauge::Gauge(QObject *parent) : QObject(parent), m_start(spawned())
{
    m_loop.setProcessor([this] { return m_processor.now(); });
    listen();
}

Gauge::Clock::time_point Gauge::spawned()
{
    auto age = ageByTheStarter();
    if (!age)
        age = ageByTheSystem();
    return Clock::now() - age.value_or(nanoseconds(0));
}

nanoseconds Gauge::cpuTime()
{
    return readClock(CLOCK_PROCESS_CPUTIME_ID);
}

void Gauge::setWindow(const QObject *window, const QObject *rowsView, std::function<bool()> hasRows)
{
    m_window = window;
    m_rowsView = rowsView;
    m_hasRows = std::move(hasRows);
}

// ---- listening

void Gauge::watch()
{
    ++m_watchers;
    listen();
}

void Gauge::unwatch()
{
    --m_watchers;
    listen();
}

void Gauge::listen()
{
    const bool wanted = m_watchers > 0 || !m_firstRows;
    if (wanted && !m_dispatcher && QAbstractEventDispatcher::instance()) {
        m_dispatcher = QAbstractEventDispatcher::instance();
        auto *dispatcher = static_cast<QAbstractEventDispatcher *>(m_dispatcher.get());
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Gauge::turn);
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Gauge::turn);
    } else if (!wanted && m_dispatcher) {
        m_dispatcher->disconnect(this);
        m_dispatcher.clear();
    }
    if (m_listening.exchange(wanted) == wanted)
        return;
    if (wanted) {
        m_listeningSince = Clock::now();
    } else {
        m_listened += Clock::now() - *m_listeningSince;
        m_listeningSince.reset();
        m_loop.pause();
    }
}

nanoseconds Gauge::watchTime() const
{
    return m_listened + (m_listeningSince ? Clock::now() - *m_listeningSince : nanoseconds(0));
}

void Gauge::beginEvent(const QObject *receiver, QEvent::Type type)
{
    m_loop.begin(receiver, type, runTime());
}

void Gauge::endEvent()
{
    m_loop.end(runTime());
}

void Gauge::paints(const QObject *widget, const QObject *window)
{
    m_windowPainted = m_windowPainted || (m_window && window == m_window);
    m_rowsPainted = m_rowsPainted || (m_rowsView && widget == m_rowsView && m_hasRows && m_hasRows());
}

void Gauge::turn()
{
    const nanoseconds now = runTime();
    m_loop.turn(now);
    if (m_windowPainted)
        endFrame(now);
}

void Gauge::endFrame(nanoseconds now)
{
    ++m_frames;
    m_windowPainted = false;
    const bool withRows = std::exchange(m_rowsPainted, false);
    if (withRows)
        endRowsFrame(now);
    Q_EMIT framePainted(withRows);
}

void Gauge::endRowsFrame(nanoseconds now)
{
    if (!m_polls.isEmpty() && !m_polling && m_polls.constLast().changed > 0 && !m_polls.constLast().painted)
        m_polls.last().painted = now - m_polls.constLast().began;
    if (!m_firstRows)
        seeFirstRows(now);
}

void Gauge::seeFirstRows(nanoseconds now)
{
    m_firstRows = now;
    if (m_watchers > 0)
        m_memory = MemoryFigures::now();
    listen();
    Q_EMIT firstRowsPainted();
}

// ---- polls

void Gauge::beginPoll()
{
    finishPoll();
    m_polling = true;
    m_cpuAtPoll = cpuTime();
    m_framesAtPoll = m_frames;
    m_loop.takeLongestOfLate();
    m_polls.append({.began = runTime()});
    if (m_polls.size() > mostPolls)
        m_polls.removeFirst();
}

void Gauge::endPoll(const PollFigures &work)
{
    if (!std::exchange(m_polling, false))
        return; // it began before anyone told of it
    PollFigures &poll = m_polls.last();
    const nanoseconds began = poll.began;
    poll = work;
    poll.began = began;
    poll.wall = runTime() - began;
    poll.painted.reset();
    ++m_pollCount;
    m_loop.note("a poll applied");
}

/// What follows a poll, the painting above all, belongs to it until the next one.
void Gauge::finishPoll()
{
    if (m_polls.isEmpty())
        return;
    if (std::exchange(m_polling, false)) {
        m_polls.removeLast(); // it was overtaken
        return;
    }
    PollFigures &poll = m_polls.last();
    poll.cpu = cpuTime() - m_cpuAtPoll;
    poll.frames = m_frames - m_framesAtPoll;
    poll.longest = m_loop.takeLongestOfLate().lasted;
}

QList<PollFigures> Gauge::polls() const
{
    QList<PollFigures> ended = m_polls;
    if (m_polling)
        ended.removeLast();
    else if (!ended.isEmpty()) {
        ended.last().cpu = cpuTime() - m_cpuAtPoll;
        ended.last().frames = m_frames - m_framesAtPoll;
        ended.last().longest = m_loop.longestOfLate().lasted;
    }
    return ended;
}

} // namespace Slipway
