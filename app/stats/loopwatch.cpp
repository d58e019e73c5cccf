// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/loopwatch.h"

#include <QMetaEnum>

#include <algorithm>

namespace Slipway {

using std::chrono::nanoseconds;

/// A timer or a notifier says little: whose it is says more.
static const QMetaObject *tellingClass(const QObject *receiver)
{
    const QMetaObject *own = receiver->metaObject();
    const QObject *owner = receiver->parent();
    const bool isTool = qstrcmp(own->className(), "QTimer") == 0 || qstrcmp(own->className(), "QSocketNotifier") == 0;
    return isTool && owner ? owner->metaObject() : own;
}

static QByteArray nameOf(QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name ? QByteArray(name) : QByteArray::number(int(type));
}

QByteArray Stall::circumstances() const
{
    const auto number = [](nanoseconds time, double unit, int decimals) {
        return QByteArray::number(double(time.count()) / unit, 'f', decimals);
    };
    return "at " + number(began, 1e9, 3) + " s (" + number(processor.worked, 1e6, 2) + " ms at work, " +
           number(processor.waited, 1e6, 2) + " ms waiting for a processor) in " + place;
}

void LoopWatch::begin(const QObject *receiver, QEvent::Type type, nanoseconds now)
{
    if (!m_atWork) {
        m_atWork = true;
        m_began = now;
        m_processorAtBegin = m_processor();
    }
    if (m_depth < deepest)
        m_open[size_t(m_depth)] = {.event = {tellingClass(receiver), type, {}}, .inner = {}, .began = now};
    ++m_depth;
}

void LoopWatch::end(nanoseconds now)
{
    if (m_depth == 0)
        return; // it began before the watch did
    --m_depth;
    if (m_depth >= deepest)
        return;
    if (m_depth < m_base) { // what is left of it is no stretch of its own
        m_base = m_depth;
        return;
    }
    Open &ended = m_open[size_t(m_depth)];
    ended.event.lasted = now - ended.began;
    Open &outer = m_depth == m_base ? m_heaviest : m_open[size_t(m_depth - 1)];
    if (m_depth == m_base) {
        if (ended.event.lasted >= outer.event.lasted)
            outer = ended;
    } else if (ended.event.lasted > outer.inner.lasted) {
        const bool isInner = ended.inner.lasted * 2 > ended.event.lasted;
        outer.inner = isInner ? ended.inner : ended.event;
        outer.inner.lasted = ended.event.lasted;
    }
}

void LoopWatch::turn(nanoseconds now)
{
    m_base = m_depth;
    close(now);
}

void LoopWatch::pause()
{
    m_turned = false;
    m_atWork = false;
    m_heaviest = {};
    m_note = nullptr;
}

void LoopWatch::close(nanoseconds now)
{
    if (std::exchange(m_turned, true) && m_atWork) {
        const nanoseconds lasted = now - m_began;
        m_longest = std::max(m_longest, lasted);
        if (lasted > std::min<nanoseconds>(shortestStall, m_longestOfLate.lasted))
            keep({m_began, lasted, m_processor() - m_processorAtBegin, place()});
    }
    m_atWork = false;
    m_heaviest = {};
    m_note = nullptr;
}

void LoopWatch::keep(Stall stall)
{
    if (stall.lasted > m_longestOfLate.lasted)
        m_longestOfLate = stall;
    if (stall.lasted <= shortestStall)
        return;
    ++m_stallCount;
    m_stalls.append(std::move(stall));
    if (m_stalls.size() <= mostStalls)
        return;
    m_stalls.erase(std::ranges::min_element(m_stalls, {}, &Stall::lasted));
}

QByteArray LoopWatch::place() const
{
    // An event that has not ended has led to a loop of its own.
    const Open &heaviest =
        m_heaviest.event.receiver || m_depth == 0 || m_depth > deepest ? m_heaviest : m_open[size_t(m_depth - 1)];
    const auto told = [](const Event &event) {
        return event.receiver ? QByteArray(event.receiver->className()) + ' ' + nameOf(event.type) : QByteArray();
    };
    QByteArray text = told(heaviest.event);
    if (heaviest.inner.receiver && heaviest.inner.lasted * 2 > heaviest.event.lasted)
        text += " > " + told(heaviest.inner);
    return m_note ? text + " (" + m_note + ')' : text;
}

} // namespace Slipway
