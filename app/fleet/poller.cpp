// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/poller.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Slipway {

using std::chrono::milliseconds;

Poller::Poller(Ask ask, Interval interval, QObject *parent) :
    QObject(parent),
    m_ask(std::move(ask)),
    m_interval(std::move(interval)),
    m_dice([] { return QRandomGenerator::global()->generateDouble(); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Poller::poll);
    connect(&m_watch, &WakeWatch::woke, this, &Poller::wake);
}

void Poller::start()
{
    if (m_running)
        return;
    m_running = true;
    m_inDoubt = m_inDoubt || age() > m_backOff.longestPause; // held since another account was looked at
    m_watch.start();
    poll();
}

void Poller::stop()
{
    m_running = false;
    m_polling = false;
    ++m_turn;
    m_watch.stop();
    unschedule();
    if (m_call)
        m_call->cancel();
}

void Poller::refresh()
{
    if (m_polling)
        m_again = true;
    else if (m_running)
        poll();
}

void Poller::overtake()
{
    m_overtaken = m_polling;
}

void Poller::reconsider()
{
    hasten(m_interval());
}

void Poller::catchUp()
{
    hasten(std::max(milliseconds(0), m_interval() - age().value_or(milliseconds(0))));
}

/// A back-off is left alone: what made it necessary has not changed.
void Poller::hasten(milliseconds wait)
{
    if (m_timer.isActive() && !m_error && m_timer.remainingTimeAsDuration() > wait)
        schedule(wait);
}

/// A look that is under way is left to end: its answer may be on the way already.
void Poller::setOnline(bool online)
{
    if (online == std::exchange(m_toldOnline, online))
        return;
    m_offline = !online;
    m_turnAtLoss = m_turn;
    const QPointer<Poller> alive(this);
    Q_EMIT freshnessChanged();
    if (!alive || !m_running)
        return;
    if (online)
        pollAnew();
    else
        unschedule();
}

void Poller::wake()
{
    m_inDoubt = m_lastGood.has_value();
    const QPointer<Poller> alive(this);
    Q_EMIT freshnessChanged();
    if (alive && m_running)
        pollAnew();
}

void Poller::setClocks(const Clocks &clocks)
{
    m_clocks = clocks;
    m_watch.setClocks(clocks);
}

void Poller::setBeat(milliseconds beat)
{
    m_watch.setBeat(beat);
}

void Poller::setDice(Dice dice)
{
    m_dice = std::move(dice);
}

void Poller::setBackOff(const RetryRule &rule)
{
    m_backOff = rule;
}

bool Poller::take(quint64 turn, const std::optional<Error> &error)
{
    if (turn != m_turn)
        return false;
    if (m_overtaken) {
        poll();
        return false;
    }
    m_error = error;
    m_failures = error ? m_failures + 1 : 0;
    if (!error) {
        m_lastGood = m_clocks.now();
        m_inDoubt = false;
        m_offline = m_offline && turn <= m_turnAtLoss;
    }
    return true;
}

void Poller::finish(quint64 turn)
{
    if (turn != m_turn)
        return; // stopped by someone who saw what was brought
    m_polling = false;
    if (m_again)
        schedule(milliseconds(0));
    else if (!m_offline)
        schedule(delay());
    Q_EMIT finished();
}

void Poller::poll()
{
    unschedule();
    m_again = false;
    m_overtaken = false;
    m_polling = true;
    m_call = m_ask(++m_turn);
    Q_EMIT started();
}

/// What is under way may hang on a connection that is dead since the machine slept or the network went.
void Poller::pollAnew()
{
    const QPointer<Call> old = m_call;
    const bool wasPolling = m_polling;
    const QPointer<Poller> alive(this);
    poll();
    if (wasPolling && old && alive)
        old->cancel();
}

void Poller::schedule(milliseconds wait)
{
    m_due = m_clocks.steady() + wait;
    m_timer.start(wait);
}

void Poller::unschedule()
{
    m_timer.stop();
    m_due.reset();
}

milliseconds Poller::delay() const
{
    return m_error ? pollBackOff(*m_error, m_failures, m_dice(), m_backOff) : m_interval();
}

std::optional<milliseconds> Poller::age() const
{
    return m_lastGood ? std::optional(elapsed(*m_lastGood, m_clocks.now())) : std::nullopt;
}

std::optional<milliseconds> Poller::untilNextPoll() const
{
    return m_due ? std::optional(std::max(milliseconds(0), *m_due - m_clocks.steady())) : std::nullopt;
}

QDateTime Poller::nextPoll() const
{
    const auto wait = untilNextPoll();
    return wait ? now().addMSecs(wait->count()) : QDateTime();
}

} // namespace Slipway
