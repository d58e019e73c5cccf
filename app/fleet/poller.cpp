// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/poller.h"

#include <QRandomGenerator>

namespace Slipway {

Poller::Poller(Ask ask, Interval interval, QObject *parent) :
    QObject(parent), m_ask(std::move(ask)), m_interval(std::move(interval))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Poller::poll);
}

void Poller::start()
{
    if (m_running)
        return;
    m_running = true;
    poll();
}

void Poller::stop()
{
    m_running = false;
    m_polling = false;
    ++m_turn;
    m_timer.stop();
    m_nextPoll = {};
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

/// A back-off is left alone: what made it necessary has not changed.
void Poller::reconsider()
{
    if (m_timer.isActive() && !m_error && m_timer.remainingTimeAsDuration() > delay())
        schedule(delay());
}

void Poller::setClock(Clock now)
{
    m_now = std::move(now);
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
    if (!error)
        m_lastGood = m_now();
    return true;
}

void Poller::finish(quint64 turn)
{
    if (turn != m_turn)
        return; // stopped by someone who saw what was brought
    m_polling = false;
    schedule(m_again ? std::chrono::milliseconds(0) : delay());
    Q_EMIT finished();
}

void Poller::poll()
{
    m_timer.stop();
    m_nextPoll = {};
    m_again = false;
    m_overtaken = false;
    m_polling = true;
    m_call = m_ask(++m_turn);
    Q_EMIT started();
}

void Poller::schedule(std::chrono::milliseconds wait)
{
    m_nextPoll = m_now().addMSecs(wait.count());
    m_timer.start(wait);
}

std::chrono::milliseconds Poller::delay() const
{
    return m_error ? pollBackOff(*m_error, m_failures, QRandomGenerator::global()->generateDouble()) : m_interval();
}

} // namespace Slipway
