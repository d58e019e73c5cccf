// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/cadence.h"
#include "app/fleet/wakewatch.h"
#include "app/modelstudio/call.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace Slipway {

/// Says when to look, and which look counts. One look at a time, each with a turn of its own; an answer whose turn has
/// passed or that was overtaken is not taken. Waits by the steady clock; a wall clock that jumps moves neither a look
/// nor an age. After the machine has slept, looks at once. Without a network it looks only when told to; an answer that
/// comes all the same proves that there is one. Knows nothing of what is read. May be deleted in answer to its signals.
class Poller : public QObject
{
    Q_OBJECT
public:
    using Ask = std::function<Call *(quint64 turn)>; ///< starts one reading; its end is told by take() and finish()
    using Interval = std::function<std::chrono::milliseconds()>;
    using Dice = std::function<double()>; ///< random in [0, 1)

    Poller(Ask ask, Interval interval, QObject *parent = nullptr);

    void start();
    void stop();
    void refresh();    ///< looks now, or once more when the present look is done; does nothing when stopped
    void overtake();   ///< what the present look brings is older than what is known: another one takes its place
    void reconsider(); ///< the interval may have become shorter
    void catchUp();    ///< likewise, and the next look is due when it would be had the interval always been this one
    void setOnline(bool online); ///< what is told of the network; when it comes back, looks at once

    void setClocks(const Clocks &clocks);
    void setBeat(std::chrono::milliseconds beat); ///< see WakeWatch
    void setDice(Dice dice);
    void setBackOff(const RetryRule &rule);

    /// An answer has come. False where it must be dropped; otherwise what it brought is to be used, then finish()
    /// called.
    bool take(quint64 turn, const std::optional<Error> &error);
    void finish(quint64 turn);

    bool isPolling() const { return m_polling; }
    quint64 turn() const { return m_turn; } ///< of the newest look, be it done or not
    bool isOffline() const { return m_offline; }
    bool isInDoubt() const
    {
        return m_inDoubt;
    } ///< nothing was read since the machine slept, or for long before the start
    QDateTime now() const { return m_clocks.wall(); }
    QDateTime lastGood() const { return m_lastGood ? m_lastGood->wall : QDateTime(); } ///< as the clock said then
    std::optional<std::chrono::milliseconds> age() const;                              ///< of the last good answer
    std::optional<std::chrono::milliseconds> untilNextPoll() const; ///< unset while one runs, or none is due
    QDateTime nextPoll() const;                                     ///< the same as a time; may be invalid
    const std::optional<Error> &lastError() const { return m_error; }

Q_SIGNALS:
    void started();
    void finished();
    void freshnessChanged(); ///< isOffline() or isInDoubt(), other than by an answer

private:
    void poll();
    void pollAnew();
    void wake();
    void schedule(std::chrono::milliseconds wait);
    void hasten(std::chrono::milliseconds wait);
    void unschedule();
    std::chrono::milliseconds delay() const;

    Ask m_ask;
    Interval m_interval;
    Dice m_dice;
    RetryRule m_backOff;
    Clocks m_clocks = Clocks::ofSystem();
    WakeWatch m_watch;
    QTimer m_timer;
    QPointer<Call> m_call;
    quint64 m_turn = 0;
    quint64 m_turnAtLoss = 0; // the last look that began while there was a network
    bool m_running = false;
    bool m_polling = false;
    bool m_again = false;
    bool m_overtaken = false;
    bool m_toldOnline = true;
    bool m_offline = false;
    bool m_inDoubt = false;
    int m_failures = 0;
    std::optional<Error> m_error; // of the last look
    std::optional<Moment> m_lastGood;
    std::optional<std::chrono::milliseconds> m_due; // by the steady clock
};

} // namespace Slipway
