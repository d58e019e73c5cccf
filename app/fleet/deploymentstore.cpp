// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentstore.h"

#include "app/fleet/inquiries.h"
#include "app/fleet/newcomers.h"
#include "app/fleet/poller.h"
#include "app/fleet/rowdiff.h"
#include "app/modelstudio/deploymentlisting.h"
#include "app/modelstudio/overlay.h"

#include <QPointer>
#include <QSet>

namespace Slipway {

struct DeploymentStore::Private
{
    using Answered = DeploymentsApi::Done<Answer<Deployment>>;
    using Send = std::function<void(const Answered &)>;

    Private(DeploymentStore *store, Client *client, Journal *entries, QString name);

    Call *ask(quint64 turn);
    void end(quint64 turn, const Result<DeploymentList> &result);
    std::chrono::milliseconds interval();

    // rows
    const RowIndex &index();
    PollWork take(const DeploymentList &list);
    void apply(const RowPlan &plan, const QList<Deployment> &newest);
    void removeRows(RowRange range);
    void append(QList<Deployment> added);
    void put(Mutation::Verb verb, const QString &asked, Deployment answer);
    void overlay(int row, const Deployment &answer);
    void askForNewcomers();
    void heardOf(const QString &newcomer, const Result<Answer<Deployment>> &result);

    // mutations
    quint64 begin(Mutation mutation, Unrecorded unrecorded, Send send);
    quint64 begin(Mutation::Verb verb, const QString &deployedModel, decltype(Mutation::asked) asked, QByteArray body,
                  Unrecorded unrecorded, Send send);
    void recorded(quint64 id, const QString &problem, const Send &send);
    std::optional<QStringList> before(const CreateRequest &request) const;
    Answered answerTo(quint64 id);
    void end(quint64 id, const Result<Answer<Deployment>> &result);
    void accept(quint64 id, const Answer<Deployment> &answer);
    void fail(quint64 id, const Error &error);
    void giveUpMutations();

    DeploymentStore *q;
    DeploymentsApi api;
    DeploymentListing listing;
    QPointer<Journal> journal;
    QString accountName;
    Intervals intervals;
    bool isSeen = true;
    Inquiries inquiries;
    Poller poller;

    QList<Deployment> rows;
    QDateTime recalledFrom;
    RowIndex rowIndex;
    bool rowIndexIsOld = false;
    bool isAtRest = false; ///< no row moves; false: not known
    Newcomers newcomers;
    PollWork work;
    qint64 announced = 0;
    qint64 unlisted = 0;

    QSet<quint64> open;   ///< mutations without an answer
    QSet<quint64> unsent; ///< those of them that wait for the journal
};

DeploymentStore::Private::Private(DeploymentStore *store, Client *client, Journal *entries, QString name) :
    q(store),
    api(client),
    listing(client),
    journal(entries),
    accountName(std::move(name)),
    inquiries(entries),
    poller([this](quint64 turn) { return ask(turn); }, [this] { return interval(); })
{
    connect(&poller, &Poller::started, store, &DeploymentStore::pollStarted);
    connect(&poller, &Poller::finished, store, &DeploymentStore::polled);
    connect(&poller, &Poller::freshnessChanged, store, &DeploymentStore::freshnessChanged);
}

Call *DeploymentStore::Private::ask(quint64 turn)
{
    const auto done = [this, turn](const Result<DeploymentList> &result) { end(turn, result); };
    return listing.ask(q, done, {rows, index()});
}

void DeploymentStore::Private::end(quint64 turn, const Result<DeploymentList> &result)
{
    if (!poller.take(turn, result ? std::nullopt : std::optional(result.error())))
        return;
    work = result ? take(*result) : PollWork();
    if (result)
        askForNewcomers();
    const QPointer<DeploymentStore> alive(q);
    const QList<quint64> news =
        result && journal ? inquiries.look(turn, result->deployments, result->isConsistent) : QList<quint64>();
    poller.finish(turn);
    for (auto id = news.begin(); id != news.end() && alive; ++id)
        Q_EMIT q->mutationChanged(*id);
}

PollWork DeploymentStore::Private::take(const DeploymentList &list)
{
    const auto began = std::chrono::steady_clock::now();
    isAtRest = false;
    announced = list.total;
    unlisted = std::max<qint64>(0, list.total - list.deployments.size());
    const auto newest = newcomers.completed(list.deployments, rows);
    const RowPlan plan = planRows(rows, index(), newest);
    apply(plan, newest);
    qsizetype changed = plan.updates.size() + plan.appended.size();
    for (const RowRange &range : plan.removed)
        changed += range.last - range.first + 1;
    return {.parse = list.parsing, .apply = std::chrono::steady_clock::now() - began, .changed = changed};
}

/// Asked every second: what is at rest stays so until a poll or a mutation.
std::chrono::milliseconds DeploymentStore::Private::interval()
{
    const bool waiting = !open.isEmpty() || (journal && inquiries.isChecking());
    isAtRest = isAtRest || !isAnyOnTheMove(rows, poller.now());
    return pollInterval(!isAtRest, {.mutationOpen = waiting, .fleetSeen = isSeen}, intervals);
}

// ---- rows

const RowIndex &DeploymentStore::Private::index()
{
    if (rowIndexIsOld)
        rowIndex = indexOf(rows);
    rowIndexIsOld = false;
    return rowIndex;
}

/// The first reading is all new, and is shared instead of being copied.
static QList<Deployment> appendedOf(const RowPlan &plan, const QList<Deployment> &newest)
{
    if (plan.appended.size() == newest.size())
        return newest;
    QList<Deployment> added;
    added.reserve(plan.appended.size());
    for (const qsizetype source : plan.appended)
        added.append(newest.at(source));
    return added;
}

void DeploymentStore::Private::apply(const RowPlan &plan, const QList<Deployment> &newest)
{
    for (const RowRange &range : plan.removed)
        removeRows(range);
    for (const RowUpdate &update : plan.updates)
        rows[update.row] = newest.at(update.source);
    for (const RowRange &range : plan.changed)
        Q_EMIT q->rowsChanged(range.first, range.last);
    if (!plan.appended.isEmpty())
        append(appendedOf(plan, newest));
}

void DeploymentStore::Private::removeRows(RowRange range)
{
    Q_EMIT q->rowsAboutToBeRemoved(range.first, range.last);
    rows.remove(range.first, range.last - range.first + 1);
    rowIndexIsOld = true;
    Q_EMIT q->rowsRemoved();
}

void DeploymentStore::Private::append(QList<Deployment> added)
{
    const auto first = static_cast<int>(rows.size());
    const auto last = first + static_cast<int>(added.size()) - 1;
    Q_EMIT q->rowsAboutToBeInserted(first, last);
    if (rows.isEmpty())
        rows = std::move(added);
    else
        rows.append(std::move(added));
    rowIndexIsOld = true;
    isAtRest = false;
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
    if (created && row < 0 && !answer.deployedModel.isEmpty()) {
        newcomers.add(answer.deployedModel);
        append({answer});
    }
    if (verb == Mutation::Verb::Delete)
        newcomers.remove(asked);
    if (!created && row >= 0 && answer.deployedModel == asked)
        overlay(row, answer);
}

void DeploymentStore::Private::overlay(int row, const Deployment &answer)
{
    const Deployment merged = overlaid(rows.at(row), answer);
    if (merged == rows.at(row))
        return;
    rows[row] = merged;
    isAtRest = false;
    Q_EMIT q->rowsChanged(row, row);
}

void DeploymentStore::Private::askForNewcomers()
{
    for (const QString &id : newcomers.doubtful())
        api.get(id, q, [this, id](const Result<Answer<Deployment>> &result) { heardOf(id, result); });
}

void DeploymentStore::Private::heardOf(const QString &newcomer, const Result<Answer<Deployment>> &result)
{
    const int row = index().value(newcomer, -1);
    if (row < 0 || !newcomers.contains(newcomer))
        return;
    if (result) {
        newcomers.confirm(newcomer);
        overlay(row, result->value);
    } else if (result.error().kind == Error::Kind::NotFound) {
        newcomers.remove(newcomer);
        removeRows({row, row});
    }
}

// ---- mutations

quint64 DeploymentStore::Private::begin(Mutation mutation, Unrecorded unrecorded, Send send)
{
    mutation.account = accountName;
    const quint64 id = journal->begin(std::move(mutation));
    open.insert(id);
    unsent.insert(id);
    poller.reconsider();
    journal->whenRecorded(id, q, [this, id, unrecorded, send = std::move(send)](const QString &problem) {
        recorded(id, unrecorded == Unrecorded::Send ? QString() : problem, send);
    });
    Q_EMIT q->mutationChanged(id);
    return id;
}

quint64 DeploymentStore::Private::begin(Mutation::Verb verb, const QString &deployedModel,
                                        decltype(Mutation::asked) asked, QByteArray body, Unrecorded unrecorded,
                                        Send send)
{
    const Deployment *deployment = q->find(deployedModel);
    return begin({.verb = verb,
                  .deployedModel = deployedModel,
                  .modelName = deployment ? deployment->modelName : QString(),
                  .asked = std::move(asked),
                  .before = deployment ? figuresOf(*deployment) : Figures(),
                  .body = std::move(body),
                  .row = deployment ? std::optional(*deployment) : std::nullopt},
                 unrecorded, std::move(send));
}

/// What nobody could look up after a crash is not sent.
void DeploymentStore::Private::recorded(quint64 id, const QString &problem, const Send &send)
{
    unsent.remove(id);
    if (!problem.isEmpty())
        end(id, Result<Answer<Deployment>>(Error{
                    .kind = Error::Kind::InvalidRequest, .message = problem, .detail = QStringLiteral("journal")}));
    else
        send(answerTo(id));
}

std::optional<QStringList> DeploymentStore::Private::before(const CreateRequest &request) const
{
    return poller.lastGood().isValid() ? deploymentsBefore(request, rows, QDateTime::currentDateTimeUtc())
                                       : std::nullopt;
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
        fail(id, result.error());
    if (alive)
        poller.refresh();
    if (alive)
        Q_EMIT q->mutationChanged(id);
}

void DeploymentStore::Private::accept(quint64 id, const Answer<Deployment> &answer)
{
    const QPointer<DeploymentStore> alive(q);
    poller.overtake();
    const Mutation *mutation = journal->find(id);
    const Mutation::Verb verb = mutation->verb;
    const QString asked = mutation->deployedModel;
    journal->accept(id, verb == Mutation::Verb::Create ? answer.value.deployedModel : asked, answer.requestId,
                    answer.httpStatus);
    if (alive)
        put(verb, asked, answer.value);
}

void DeploymentStore::Private::fail(quint64 id, const Error &error)
{
    if (error.kind == Error::Kind::NotFound)
        newcomers.remove(journal->find(id)->deployedModel);
    inquiries.lost(id, poller.turn());
    journal->fail(id, error);
}

/// Whoever closes the account stops the answers from coming, not the service from doing what it was asked.
void DeploymentStore::Private::giveUpMutations()
{
    if (!journal)
        return;
    for (const quint64 id : std::as_const(open))
        journal->fail(id, {.kind = Error::Kind::Cancelled, .sent = !unsent.contains(id)});
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
    d->poller.start();
}

void DeploymentStore::stop()
{
    d->poller.stop();
}

void DeploymentStore::refresh()
{
    d->poller.refresh();
}

void DeploymentStore::readAnew()
{
    d->poller.overtake();
    d->poller.refresh();
}

bool DeploymentStore::isChecking() const
{
    return d->journal && d->inquiries.isChecking();
}

void DeploymentStore::recall(const QList<Deployment> &rows, const QDateTime &read)
{
    if (lastGood().isValid() || !d->rows.isEmpty() || rows.isEmpty())
        return;
    d->recalledFrom = read;
    d->append(rows);
    Q_EMIT freshnessChanged();
}

QDateTime DeploymentStore::recalledFrom() const
{
    return d->recalledFrom;
}

void DeploymentStore::setClock(std::function<QDateTime()> now)
{
    setClocks(Clocks::following(std::move(now)));
}

void DeploymentStore::setClocks(const Clocks &clocks)
{
    d->poller.setClocks(clocks);
}

void DeploymentStore::setBeat(std::chrono::milliseconds beat)
{
    d->poller.setBeat(beat);
}

void DeploymentStore::setOnline(bool online)
{
    d->poller.setOnline(online);
}

void DeploymentStore::setSeen(bool seen)
{
    d->isSeen = seen;
    d->poller.catchUp();
}

void DeploymentStore::setIntervals(std::chrono::milliseconds changing, std::chrono::milliseconds calm)
{
    d->intervals.changing = changing;
    d->intervals.calm = calm;
    d->poller.reconsider();
}

void DeploymentStore::setBackOff(const RetryRule &rule)
{
    d->poller.setBackOff(rule);
}

const QList<Deployment> &DeploymentStore::rows() const
{
    return d->rows;
}

/// Whoever has nothing chosen asks for no id: that is no reason to number ten thousand rows by theirs.
int DeploymentStore::rowOf(const QString &deployedModel) const
{
    if (deployedModel.isEmpty())
        return -1;
    return d->index().value(deployedModel, -1);
}

const Deployment *DeploymentStore::find(const QString &deployedModel) const
{
    const int row = rowOf(deployedModel);
    return row < 0 ? nullptr : &d->rows.at(row);
}

bool DeploymentStore::isListed(const QString &deployedModel) const
{
    return !d->newcomers.contains(deployedModel);
}

DeploymentStore::Freshness DeploymentStore::freshness() const
{
    const bool inDoubt = lastError() || isOffline() || d->poller.isInDoubt();
    if (lastGood().isValid())
        return inDoubt ? Freshness::Stale : Freshness::Live;
    if (d->recalledFrom.isValid())
        return Freshness::Recalled;
    return lastError() ? Freshness::Failed : Freshness::Loading;
}

bool DeploymentStore::isPolling() const
{
    return d->poller.isPolling();
}

bool DeploymentStore::isOffline() const
{
    return d->poller.isOffline();
}

std::optional<std::chrono::milliseconds> DeploymentStore::age() const
{
    return d->poller.age();
}

std::optional<std::chrono::milliseconds> DeploymentStore::untilNextPoll() const
{
    return d->poller.untilNextPoll();
}

QDateTime DeploymentStore::lastGood() const
{
    return d->poller.lastGood();
}

qint64 DeploymentStore::announced() const
{
    return d->announced;
}

qint64 DeploymentStore::unlisted() const
{
    return d->unlisted;
}

QDateTime DeploymentStore::nextPoll() const
{
    return d->poller.nextPoll();
}

std::chrono::milliseconds DeploymentStore::interval() const
{
    return d->interval();
}

std::optional<Error> DeploymentStore::lastError() const
{
    return d->poller.lastError();
}

quint64 DeploymentStore::create(const CreateRequest &request)
{
    return d->begin({.verb = Mutation::Verb::Create,
                     .modelName = request.modelName,
                     .asked = request,
                     .body = bodyOf(request),
                     .others = d->before(request)},
                    Unrecorded::Keep,
                    [this, request](const auto &answered) { d->api.create(request, this, answered); });
}

quint64 DeploymentStore::scale(const QString &deployedModel, const ScaleRequest &request, Unrecorded unrecorded)
{
    return d->begin(Mutation::Verb::Scale, deployedModel, request, bodyOf(request), unrecorded,
                    [=, this](const auto &answered) { d->api.scale(deployedModel, request, this, answered); });
}

quint64 DeploymentStore::updateLimits(const QString &deployedModel, const LimitsRequest &request, Unrecorded unrecorded)
{
    return d->begin(Mutation::Verb::UpdateLimits, deployedModel, request, bodyOf(request), unrecorded,
                    [=, this](const auto &answered) { d->api.updateLimits(deployedModel, request, this, answered); });
}

quint64 DeploymentStore::remove(const QString &deployedModel, Unrecorded unrecorded)
{
    return d->begin(Mutation::Verb::Delete, deployedModel, {}, {}, unrecorded,
                    [=, this](const auto &answered) { d->api.remove(deployedModel, this, answered); });
}

void DeploymentStore::setLookRule(const LookRule &rule)
{
    d->inquiries.setRule(rule);
}

const PollWork &DeploymentStore::lastWork() const
{
    return d->work;
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
