// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/cadence.h"
#include "app/modelstudio/call.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace Slipway {

/// Says when to look, and which look counts. One look at a time, each with a turn of its own; an answer whose turn has
/// passed or that was overtaken is not taken. Knows nothing of what is read. May be deleted in answer to its signals.
class Poller : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;
    using Ask = std::function<Call *(quint64 turn)>; ///< starts one reading; its end is told by take() and finish()
    using Interval = std::function<std::chrono::milliseconds()>;

    Poller(Ask ask, Interval interval, QObject *parent = nullptr);

    void start();
    void stop();
    void refresh();    ///< looks now, or once more when the present look is done; does nothing when stopped
    void overtake();   ///< what the present look brings is older than what is known: another one takes its place
    void reconsider(); ///< the interval may have become shorter
    void setClock(Clock now);

    /// An answer has come. False where it must be dropped; otherwise what it brought is to be used, then finish()
    /// called.
    bool take(quint64 turn, const std::optional<Error> &error);
    void finish(quint64 turn);

    bool isPolling() const { return m_polling; }
    QDateTime now() const { return m_now(); }
    const QDateTime &lastGood() const { return m_lastGood; }
    const QDateTime &nextPoll() const { return m_nextPoll; }
    const std::optional<Error> &lastError() const { return m_error; }

Q_SIGNALS:
    void started();
    void finished();

private:
    void poll();
    void schedule(std::chrono::milliseconds wait);
    std::chrono::milliseconds delay() const;

    Ask m_ask;
    Interval m_interval;
    Clock m_now = &QDateTime::currentDateTimeUtc;
    QTimer m_timer;
    QPointer<Call> m_call;
    quint64 m_turn = 0;
    bool m_running = false;
    bool m_polling = false;
    bool m_again = false;
    bool m_overtaken = false;
    int m_failures = 0;
    std::optional<Error> m_error; // of the last look
    QDateTime m_lastGood;
    QDateTime m_nextPoll;
};

} // namespace Slipway
