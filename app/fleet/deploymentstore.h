// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/clocks.h"
#include "app/fleet/journal.h"
#include "app/fleet/reconcile.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/retry.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Slipway {

class Client;

/// What the last poll took, of this thread, and what it brought.
struct PollWork
{
    std::chrono::nanoseconds parse{};
    std::chrono::nanoseconds apply{}; ///< comparing, and telling what changed
    qsizetype changed = 0;            ///< rows that came, went or changed
};

/// The truth about one account's deployments: polls the whole list, finds what changed, tells it with the fewest
/// signals, and is the one place from which a create, scale, update or delete is sent. One poll at a time; pages of two
/// polls never mix. Keeps the last good data through every failure. Polls every 2 s while a deployment is changing or a
/// mutation is open, every 10 s otherwise, and seldom while nobody sees it; after a failure it backs off from 1 s to 60
/// s, without a network it waits for one, and after the machine has slept it looks at once. Rows keep their order of
/// arrival: newest reading's order for new rows; they never move. Lives on the GUI thread. May be deleted at any time,
/// also in answer to its signals, but not to those about rows, nor to the journal's; what is still open then is Unknown
/// in the journal.
class DeploymentStore : public QObject
{
    Q_OBJECT
public:
    enum class Freshness {
        Loading,  ///< nothing has been read yet
        Recalled, ///< likewise; the rows are what an earlier run read, and may all be otherwise by now
        Live,     ///< the last poll succeeded
        Stale,    ///< the last poll failed, or there is no network, or the machine slept; older data is held
        Failed,   ///< nothing has ever been read, and the last poll failed
    };

    /// `journal` gets an entry for each mutation; `accountName` is written into it. Nothing is sent before start().
    DeploymentStore(Client *client, Journal *journal, QString accountName, QObject *parent = nullptr);
    ~DeploymentStore() override;

    void start();
    void stop();     ///< no more polls; a mutation under way still gets its answer
    void refresh();  ///< polls now, or as soon as the running poll is done
    void readAnew(); ///< likewise, but what a running poll brings is not used: it was asked for with another key

    /// Looks are waited for that show what became of a lost mutation (see Inquiries).
    bool isChecking() const;

    /// What an earlier run read, to be shown until something is read. Does nothing once there is anything.
    void recall(const QList<Deployment> &rows, const QDateTime &read);

    void setOnline(bool online);                   ///< what the system says of the network
    void setSeen(bool seen);                       ///< somebody can see the rows; so it is unless told. See Intervals
    void setClock(std::function<QDateTime()> now); ///< UTC, for all that is timed; the system's clocks unless set
    void setClocks(const Clocks &clocks);
    void setBeat(std::chrono::milliseconds beat); ///< how often it looks whether the machine slept
    void setIntervals(std::chrono::milliseconds changing, std::chrono::milliseconds calm);
    void setBackOff(const RetryRule &rule);
    void setLookRule(const LookRule &rule); ///< when a lost mutation is held for not carried out

    const QList<Deployment> &rows() const;
    int rowOf(const QString &deployedModel) const; ///< -1 where absent
    const Deployment *find(const QString &deployedModel) const;

    /// False for a row that so far is there only because a create was answered with it: the list lags behind.
    bool isListed(const QString &deployedModel) const;

    Freshness freshness() const;
    bool isPolling() const;
    bool isOffline() const;         ///< there is no network: nothing is read until it is back, unless refresh() says so
    QDateTime recalledFrom() const; ///< UTC, when recalled rows were read; invalid where there never were any
    QDateTime lastGood() const;     ///< UTC, when the data that is held was read; invalid before
    std::optional<std::chrono::milliseconds> age() const; ///< of that data; no jump of the clock makes it younger
    QDateTime nextPoll() const; ///< UTC, when the next poll is due; invalid while one runs or when stopped or offline
    std::optional<std::chrono::milliseconds> untilNextPoll() const;
    std::chrono::milliseconds interval() const; ///< the present cadence when all is well
    qint64 announced() const; ///< how many deployments the service said there are, when it was read last
    qint64 unlisted() const;  ///< how many of those it did not list, so that no row shows them; mostly none
    std::optional<Error> lastError() const; ///< of the last poll; unset when it succeeded
    const PollWork &lastWork() const;       ///< of the last poll; zero where it failed

    // Mutations: each is sent once, on a person's clear yes; answers the journal's id. It leaves when the journal says
    // that its entry lies on disk. Where it cannot be written there, it is not sent (see isUnrecorded()), unless a
    // person wants just that: scale, limits and delete may stop what costs money. What is Unknown, be it from an
    // earlier run, is held against every poll (see Inquiries); meanwhile polls are as quick as when something changes.
    // Nothing is locked until then: it is for the views to say so first. The row's own progress is
    // journal()->newestFor(id). An accepted answer is put into the rows at once, and no poll that was asked for before
    // it undoes it; a new poll follows at once whatever came. A new deployment stays also while the list lacks it,
    // until the service says that it does not know it.
    enum class Unrecorded { Keep, Send };
    quint64 create(const CreateRequest &request);
    quint64 scale(const QString &deployedModel, const ScaleRequest &request, Unrecorded unrecorded = Unrecorded::Keep);
    quint64 updateLimits(const QString &deployedModel, const LimitsRequest &request,
                         Unrecorded unrecorded = Unrecorded::Keep);
    quint64 remove(const QString &deployedModel, Unrecorded unrecorded = Unrecorded::Keep);

    Journal *journal() const;
    DeploymentsApi &api(); ///< for reads by others, e.g. the catalog

Q_SIGNALS:
    // Row changes, in the manner of QAbstractItemModel; `first` and `last` are inclusive.
    void rowsAboutToBeInserted(int first, int last);
    void rowsInserted();
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved();
    void rowsChanged(int first, int last);

    void polled(); ///< a poll ended, well or not: freshness, lastGood, lastError may have changed
    void pollStarted();
    void freshnessChanged();          ///< freshness or isOffline, other than by a poll
    void mutationChanged(quint64 id); ///< begun, answered, or a poll has shown what became of it

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Slipway
