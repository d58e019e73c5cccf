// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentstore.h"

#include "app/fleet/cadence.h"
#include "app/fleet/overlay.h"
#include "app/fleet/rowdiff.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

namespace Slipway {

struct DeploymentStore::Private
{
    using Clock = std::function<QDateTime()>;
    using Answered = DeploymentsApi::Done<Answer<Deployment>>;

    Private(DeploymentStore *store, Client *client, Journal *entries, QString name);

    // polling
    void poll();
    void requestPoll();
    void end(quint64 number, Result<DeploymentList> result);
    void take(Result<DeploymentList> result);
    void schedule(bool atOnce);
    void hasten();
    void stop();
    std::chrono::milliseconds interval() const;
    std::chrono::milliseconds delay() const;

    // rows
    const RowIndex &index();
    void apply(const RowPlan &plan, const QList<Deployment> &newest);
    void removeRows(RowRange range);
    void append(const QList<Deployment> &added);
    void put(Mutation::Verb verb, const QString &asked, Deployment answer);

    // mutations
    quint64 begin(Mutation mutation);
    quint64 begin(Mutation::Verb verb, const QString &deployedModel, decltype(Mutation::asked) asked, QByteArray body);
    Answered answerTo(quint64 id);
    void end(quint64 id, const Result<Answer<Deployment>> &result);
    void accept(quint64 id, const Answer<Deployment> &answer);
    void giveUpMutations();

    DeploymentStore *q;
    DeploymentsApi api;
    QPointer<Journal> journal;
    QString accountName;
    Clock now = &QDateTime::currentDateTimeUtc;
    Intervals intervals;

    QList<Deployment> rows;
    RowIndex rowIndex;
    bool rowIndexIsOld = false;

    QTimer timer;
    QPointer<Call> call;
    quint64 pollNumber = 0; ///< an answer with another number was overtaken
    bool running = false;
    bool polling = false;
    bool again = false;     ///< one more poll was asked for while this one runs
    bool overtaken = false; ///< the rows know more than the poll that runs
    int failures = 0;
    std::optional<Error> error;
    QDateTime lastGood;
    QDateTime nextPoll;

    QSet<quint64> open; ///< mutations without an answer
};

DeploymentStore::Private::Private(DeploymentStore *store, Client *client, Journal *entries, QString name) :
    q(store), api(client), journal(entries), accountName(std::move(name))
{
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, store, [this] { poll(); });
}

// ---- polling

void DeploymentStore::Private::poll()
{
    timer.stop();
    nextPoll = {};
    again = false;
    overtaken = false;
    polling = true;
    const quint64 number = ++pollNumber;
    call = api.list(q, [this, number](Result<DeploymentList> result) { end(number, std::move(result)); });
    Q_EMIT q->pollStarted();
}

void DeploymentStore::Private::requestPoll()
{
    if (polling)
        again = true;
    else if (running)
        poll();
}

void DeploymentStore::Private::end(quint64 number, Result<DeploymentList> result)
{
    if (number != pollNumber)
        return;
    if (overtaken) {
        poll();
        return;
    }
    take(std::move(result));
    if (number != pollNumber)
        return; // stopped by someone who watches the rows
    polling = false;
    schedule(again);
    Q_EMIT q->polled();
}

void DeploymentStore::Private::take(Result<DeploymentList> result)
{
    if (!result) {
        ++failures;
        error = result.error();
        return;
    }
    failures = 0;
    error.reset();
    lastGood = now();
    const QList<Deployment> newest = std::move(result).value().deployments;
    apply(planRows(rows, index(), newest), newest);
}

void DeploymentStore::Private::schedule(bool atOnce)
{
    if (!running)
        return;
    const auto wait = atOnce ? std::chrono::milliseconds(0) : delay();
    nextPoll = now().addMSecs(wait.count());
    timer.start(wait);
}

/// Brings the next poll nearer when the cadence has become quicker meanwhile; a back-off is left alone.
void DeploymentStore::Private::hasten()
{
    if (timer.isActive() && !error && timer.remainingTimeAsDuration() > delay())
        schedule(false);
}

void DeploymentStore::Private::stop()
{
    running = false;
    polling = false;
    again = false;
    overtaken = false;
    ++pollNumber;
    timer.stop();
    nextPoll = {};
    if (call)
        call->cancel();
}

std::chrono::milliseconds DeploymentStore::Private::interval() const
{
    return pollInterval(rows, !open.isEmpty(), intervals, now());
}

std::chrono::milliseconds DeploymentStore::Private::delay() const
{
    return error ? pollBackOff(*error, failures, QRandomGenerator::global()->generateDouble()) : interval();
}

// ---- rows

const RowIndex &DeploymentStore::Private::index()
{
    if (rowIndexIsOld)
        rowIndex = indexOf(rows);
    rowIndexIsOld = false;
    return rowIndex;
}

void DeploymentStore::Private::apply(const RowPlan &plan, const QList<Deployment> &newest)
{
    for (const RowRange &range : plan.removed)
        removeRows(range);
    for (const RowUpdate &update : plan.updates)
        rows[update.row] = newest.at(update.source);
    for (const RowRange &range : plan.changed)
        Q_EMIT q->rowsChanged(range.first, range.last);
    QList<Deployment> added;
    added.reserve(plan.appended.size());
    for (const qsizetype source : plan.appended)
        added.append(newest.at(source));
    if (!added.isEmpty())
        append(added);
}

void DeploymentStore::Private::removeRows(RowRange range)
{
    Q_EMIT q->rowsAboutToBeRemoved(range.first, range.last);
    rows.remove(range.first, range.last - range.first + 1);
    rowIndexIsOld = true;
    Q_EMIT q->rowsRemoved();
}

void DeploymentStore::Private::append(const QList<Deployment> &added)
{
    const auto first = static_cast<int>(rows.size());
    const auto last = first + static_cast<int>(added.size()) - 1;
    Q_EMIT q->rowsAboutToBeInserted(first, last);
    rows.append(added);
    rowIndexIsOld = true;
    Q_EMIT q->rowsInserted();
}

/// Puts what a mutation answered into the rows. A new deployment that a poll was quicker to bring is left as the poll
/// described it; an answer about another deployment than the one that was asked for is left to the next poll.
void DeploymentStore::Private::put(Mutation::Verb verb, const QString &asked, Deployment answer)
{
    const bool created = verb == Mutation::Verb::Create;
    if (answer.deployedModel.isEmpty())
        answer.deployedModel = asked;
    const int row = index().value(answer.deployedModel, -1);
    if (created && row < 0 && !answer.deployedModel.isEmpty())
        append({answer});
    if (created || row < 0 || answer.deployedModel != asked)
        return;
    const Deployment merged = overlaid(rows.at(row), answer);
    if (merged == rows.at(row))
        return;
    rows[row] = merged;
    Q_EMIT q->rowsChanged(row, row);
}

// ---- mutations

quint64 DeploymentStore::Private::begin(Mutation mutation)
{
    mutation.account = accountName;
    const quint64 id = journal->begin(std::move(mutation));
    open.insert(id);
    hasten();
    return id;
}

quint64 DeploymentStore::Private::begin(Mutation::Verb verb, const QString &deployedModel,
                                        decltype(Mutation::asked) asked, QByteArray body)
{
    const Deployment *deployment = q->find(deployedModel);
    return begin({.verb = verb,
                  .deployedModel = deployedModel,
                  .modelName = deployment ? deployment->modelName : QString(),
                  .asked = std::move(asked),
                  .body = std::move(body)});
}

DeploymentStore::Private::Answered DeploymentStore::Private::answerTo(quint64 id)
{
    return [this, id](const Result<Answer<Deployment>> &result) { end(id, result); };
}

void DeploymentStore::Private::end(quint64 id, const Result<Answer<Deployment>> &result)
{
    const QPointer<DeploymentStore> alive(q);
    open.remove(id);
    if (result)
        accept(id, *result);
    else
        journal->fail(id, result.error());
    if (alive)
        requestPoll();
    if (alive)
        Q_EMIT q->mutationChanged(id);
}

void DeploymentStore::Private::accept(quint64 id, const Answer<Deployment> &answer)
{
    const QPointer<DeploymentStore> alive(q);
    overtaken = polling;
    const Mutation *mutation = journal->find(id);
    const Mutation::Verb verb = mutation->verb;
    const QString asked = mutation->deployedModel;
    journal->accept(id, verb == Mutation::Verb::Create ? answer.value.deployedModel : asked, answer.requestId,
                    answer.httpStatus);
    if (alive)
        put(verb, asked, answer.value);
}

/// Whoever closes the account stops the answers from coming, not the service from doing what it was asked.
void DeploymentStore::Private::giveUpMutations()
{
    if (!journal)
        return;
    for (const quint64 id : std::as_const(open))
        journal->fail(id, {.kind = Error::Kind::Cancelled, .sent = true});
}

// ---- the store

DeploymentStore::DeploymentStore(Client *client, Journal *journal, QString accountName, QObject *parent) :
    QObject(parent), d(std::make_unique<Private>(this, client, journal, std::move(accountName)))
{
}

DeploymentStore::~DeploymentStore()
{
    d->giveUpMutations();
}

void DeploymentStore::start()
{
    if (d->running)
        return;
    d->running = true;
    d->poll();
}

void DeploymentStore::stop()
{
    d->stop();
}

void DeploymentStore::refresh()
{
    d->requestPoll();
}

void DeploymentStore::setClock(std::function<QDateTime()> now)
{
    d->now = std::move(now);
}

void DeploymentStore::setIntervals(std::chrono::milliseconds changing, std::chrono::milliseconds calm)
{
    d->intervals = {changing, calm};
    if (d->timer.isActive() && !d->error)
        d->schedule(false);
}

const QList<Deployment> &DeploymentStore::rows() const
{
    return d->rows;
}

int DeploymentStore::rowOf(const QString &deployedModel) const
{
    return d->index().value(deployedModel, -1);
}

const Deployment *DeploymentStore::find(const QString &deployedModel) const
{
    const int row = rowOf(deployedModel);
    return row < 0 ? nullptr : &d->rows.at(row);
}

DeploymentStore::Freshness DeploymentStore::freshness() const
{
    if (d->lastGood.isValid())
        return d->error ? Freshness::Stale : Freshness::Live;
    return d->error ? Freshness::Failed : Freshness::Loading;
}

bool DeploymentStore::isPolling() const
{
    return d->polling;
}

QDateTime DeploymentStore::lastGood() const
{
    return d->lastGood;
}

QDateTime DeploymentStore::nextPoll() const
{
    return d->nextPoll;
}

std::chrono::milliseconds DeploymentStore::interval() const
{
    return d->interval();
}

std::optional<Error> DeploymentStore::lastError() const
{
    return d->error;
}

quint64 DeploymentStore::create(const CreateRequest &request)
{
    const quint64 id = d->begin(
        {.verb = Mutation::Verb::Create, .modelName = request.modelName, .asked = request, .body = bodyOf(request)});
    d->api.create(request, this, d->answerTo(id));
    Q_EMIT mutationChanged(id);
    return id;
}

quint64 DeploymentStore::scale(const QString &deployedModel, const ScaleRequest &request)
{
    const quint64 id = d->begin(Mutation::Verb::Scale, deployedModel, request, bodyOf(request));
    d->api.scale(deployedModel, request, this, d->answerTo(id));
    Q_EMIT mutationChanged(id);
    return id;
}

quint64 DeploymentStore::updateLimits(const QString &deployedModel, const LimitsRequest &request)
{
    const quint64 id = d->begin(Mutation::Verb::UpdateLimits, deployedModel, request, bodyOf(request));
    d->api.updateLimits(deployedModel, request, this, d->answerTo(id));
    Q_EMIT mutationChanged(id);
    return id;
}

quint64 DeploymentStore::remove(const QString &deployedModel)
{
    const quint64 id = d->begin(Mutation::Verb::Delete, deployedModel, {}, {});
    d->api.remove(deployedModel, this, d->answerTo(id));
    Q_EMIT mutationChanged(id);
    return id;
}

Journal *DeploymentStore::journal() const
{
    return d->journal;
}

DeploymentsApi &DeploymentStore::api()
{
    return d->api;
}

} // namespace Slipway
