// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentstore.h"

#include "tests/support/fleetfixture.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;
using Freshness = DeploymentStore::Freshness;

namespace {

/// What a store said about its rows since this was made.
struct RowSpies
{
    explicit RowSpies(DeploymentStore *store) :
        inserted(store, &DeploymentStore::rowsAboutToBeInserted),
        removed(store, &DeploymentStore::rowsAboutToBeRemoved),
        changed(store, &DeploymentStore::rowsChanged)
    {
    }

    QString text() const
    {
        return QStringLiteral("+%1 -%2 ~%3").arg(inserted.size()).arg(removed.size()).arg(changed.size());
    }

    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy changed;
};

/// Returns right after the answer to the mutation under way, before the poll that follows it can end.
bool isAnswered(const FleetFixture &fleet)
{
    QSignalSpy changed(fleet.store.get(), &DeploymentStore::mutationChanged);
    return changed.wait();
}

} // namespace

class TestDeploymentStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentBeforeTheStart()
    {
        FleetFixture fleet;
        QCOMPARE(fleet.store->freshness(), Freshness::Loading);
        fleet.store->refresh();
        QVERIFY(!fleet.store->isPolling());
        QVERIFY(fleet.load());
        QCOMPARE(fleet.requests("GET"), 1);
        QCOMPARE(fleet.store->freshness(), Freshness::Live);
        QCOMPARE(fleet.store->lastGood(), fleet.now());
    }

    void aFleetOfManyPagesArrivesInOnePiece()
    {
        FleetFixture fleet;
        for (int number = 0; number < 250; ++number)
            fleet.insert({QStringLiteral("id-%1").arg(number)});
        RowSpies spies(fleet.store.get());
        QVERIFY(fleet.load());
        QCOMPARE(spies.text(), QStringLiteral("+1 -0 ~0"));
        QCOMPARE(fleet.store->rows().size(), 250);
        QCOMPARE(fleet.store->rowOf(QStringLiteral("id-249")), 0);
        QCOMPARE(fleet.store->find(QStringLiteral("id-7"))->deployedModel, QStringLiteral("id-7"));
        QVERIFY(!fleet.store->find(QStringLiteral("id-250")));
    }

    void oneFailedPageFailsThePollAndKeepsEveryRow()
    {
        FleetFixture fleet;
        for (int number = 0; number < 250; ++number)
            fleet.insert({QStringLiteral("id-%1").arg(number)});
        QVERIFY(fleet.load());
        fleet.world().remove(QStringLiteral("id-0"));
        fleet.advance(1min);
        RowSpies spies(fleet.store.get());
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list:1@2=status=500")));
        QVERIFY(fleet.poll());
        QCOMPARE(spies.text(), QStringLiteral("+0 -0 ~0"));
        QCOMPARE(fleet.store->freshness(), Freshness::Stale);
        QVERIFY(fleet.poll());
        QCOMPARE(spies.text(), QStringLiteral("+0 -1 ~0"));
        QCOMPARE(fleet.store->freshness(), Freshness::Live);
    }

    void rowsAppearChangeAndVanishOneByOne()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QVERIFY(fleet.load());
        RowSpies spies(fleet.store.get());
        QVERIFY(fleet.poll());
        QCOMPARE(spies.text(), QStringLiteral("+0 -0 ~0"));
        fleet.insert({QStringLiteral("d")});
        fleet.world().remove(QStringLiteral("b"));
        fleet.advance(1min);
        fleet.world().edit(QStringLiteral("a"), [](auto &row) { row.status = QStringLiteral("STOPPED"); });
        QVERIFY(fleet.poll());
        QCOMPARE(spies.text(), QStringLiteral("+1 -1 ~1"));
        QCOMPARE(fleetAsText(*fleet.store), QStringLiteral("c RUNNING 4/4\na STOPPED 4/4\nd RUNNING 4/4"));
        QCOMPARE(fleet.store->rowOf(QStringLiteral("a")), 1);
        QCOMPARE(fleet.store->rowOf(QStringLiteral("b")), -1);
    }

    void manyWishesDuringAPollAreOneMorePoll()
    {
        FleetFixture fleet;
        QSignalSpy polled(fleet.store.get(), &DeploymentStore::polled);
        fleet.store->start();
        for (int wish = 0; wish < 5; ++wish)
            fleet.store->refresh();
        QTRY_COMPARE(polled.size(), 2);
        QVERIFY(!fleet.store->isPolling());
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(3600));
        QCOMPARE(fleet.requests("GET"), 2);
    }

    void aFailedPollKeepsTheRowsAndSaysWhenTheNextComes()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        const QDateTime good = fleet.now();
        fleet.advance(40s);
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list:1=status=503")));
        QVERIFY(fleet.poll());
        QCOMPARE(fleet.store->freshness(), Freshness::Stale);
        QCOMPARE(fleet.store->lastGood(), good);
        QCOMPARE(fleet.store->lastError()->kind, Error::Kind::ServerFault);
        QVERIFY(fleet.store->nextPoll() >= fleet.now().addSecs(1));
        QVERIFY(fleet.store->nextPoll() <= fleet.now().addSecs(2));
        QCOMPARE(fleetAsText(*fleet.store), QStringLiteral("a RUNNING 4/4"));
        QTRY_COMPARE(fleet.store->freshness(), Freshness::Live);
        QVERIFY(!fleet.store->lastError());
    }

    void afterASleepTheFleetIsNotCalledLiveBeforeItWasRead()
    {
        FleetFixture fleet;
        DeploymentStore *store = fleet.store.get();
        fleet.insert({QStringLiteral("a")});
        store->setBeat(1ms);
        QVERIFY(fleet.load());
        QList<Freshness> awake;
        connect(store, &DeploymentStore::freshnessChanged, this, [&] {
            awake.append(store->freshness());
            QCOMPARE(*store->age(), 6h);
        });
        QCOMPARE(store->freshness(), Freshness::Live);
        const auto asked = fleet.requests("GET");
        fleet.advance(6h);
        QTRY_COMPARE(awake, QList<Freshness>{Freshness::Stale});
        QTRY_COMPARE(store->freshness(), Freshness::Live);
        QCOMPARE(*store->age(), 0ms);
        QCOMPARE(fleet.requests("GET"), asked + 1);
    }

    void aRefusedKeyIsNotTriedAgainForAMinute()
    {
        FleetFixture fleet;
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list=status=401")));
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->freshness(), Freshness::Failed);
        QCOMPARE(fleet.store->lastError()->kind, Error::Kind::Unauthorized);
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(60));
        QCOMPARE(fleet.requests("GET"), 1);
    }

    void theCadenceFollowsTheFleet()
    {
        FleetFixture fleet;
        fleet.store->setIntervals(2s, 10s);
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->interval(), 10s);
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(10));
        auto odd = running(QStringLiteral("odd"));
        odd.status = QStringLiteral("HIBERNATING");
        odd.modified = fleet.now().toMSecsSinceEpoch();
        fleet.world().insert(odd);
        QVERIFY(fleet.poll());
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(2));
        fleet.advance(31min);
        QCOMPARE(fleet.store->interval(), 10s);
        const auto begin = [now = fleet.now()](auto &row) {
            row.status = QStringLiteral("UPDATING");
            row.modified = now.toMSecsSinceEpoch();
        };
        fleet.world().edit(QStringLiteral("a"), begin);
        QVERIFY(fleet.poll());
        QCOMPARE(fleet.store->interval(), 2s);
    }

    void aCreateIsInTheRowsAtOnceAndInTheJournalBefore()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QSignalSpy changed(fleet.store.get(), &DeploymentStore::mutationChanged);
        RowSpies spies(fleet.store.get());
        const quint64 id = fleet.store->create(goodRequest());
        QCOMPARE(changed.size(), 1);
        const Mutation *entry = fleet.journal.find(id);
        QVERIFY(entry);
        QCOMPARE(entry->state, Mutation::State::Sending);
        QCOMPARE(entry->account, fleet.account().name);
        QCOMPARE(entry->modelName, goodRequest().modelName);
        QCOMPARE(entry->body, bodyOf(goodRequest()));
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), 2);

        entry = fleet.journal.find(id);
        QCOMPARE(entry->state, Mutation::State::Accepted);
        QCOMPARE(entry->httpStatus, 200);
        QVERIFY(!entry->requestId.isEmpty());
        QCOMPARE(spies.text(), QStringLiteral("+1 -0 ~0"));
        QCOMPARE(fleet.store->rowOf(entry->deployedModel), 1);
        QVERIFY(fleet.store->isPolling());
        QTRY_VERIFY(!fleet.store->isPolling());
        QCOMPARE(fleet.requests("POST", "/deployments"), 1);
        QCOMPARE(fleet.store->rows().size(), 2);
    }

    void aNewDeploymentStaysWhileTheListLagsBehind()
    {
        FleetFixture fleet({.listing = 60'000});
        QVERIFY(fleet.load());
        const quint64 create = fleet.store->create(goodRequest());
        QVERIFY(isAnswered(fleet));
        const QString id = fleet.journal.find(create)->deployedModel;
        QVERIFY(!fleet.store->isListed(id));
        RowSpies spies(fleet.store.get());
        fleet.advance(9s);
        for (int list = 0; list < 4; ++list)
            QVERIFY(fleet.poll());
        QTRY_COMPARE(fleet.store->find(id)->status, Status::Running); // asked for by its id
        QCOMPARE(spies.text(), QStringLiteral("+0 -0 ~1"));
        QVERIFY(!fleet.store->isListed(id));

        fleet.advance(60s);
        fleet.store->refresh();
        QTRY_VERIFY(fleet.store->isListed(id));
        fleet.world().remove(id);
        fleet.advance(60s);
        fleet.store->refresh();
        QTRY_COMPARE(fleet.store->rowOf(id), -1);
    }

    void aNewDeploymentGoesWhenTheServiceDoesNotKnowIt()
    {
        FleetFixture fleet({.listing = 3'600'000});
        QVERIFY(fleet.load());
        const quint64 create = fleet.store->create(goodRequest());
        QVERIFY(isAnswered(fleet));
        const QString id = fleet.journal.find(create)->deployedModel;
        fleet.world().remove(id);
        fleet.advance(60s);
        QVERIFY(fleet.poll());
        QCOMPARE(fleet.store->rowOf(id), 0);
        QVERIFY(fleet.poll());
        QVERIFY(fleet.poll());
        QTRY_COMPARE(fleet.store->rowOf(id), -1);
    }

    void aNewDeploymentThatIsDeletedDoesNotStay()
    {
        FleetFixture fleet({.listing = 3'600'000});
        QVERIFY(fleet.load());
        const quint64 create = fleet.store->create(goodRequest());
        QVERIFY(isAnswered(fleet));
        const QString id = fleet.journal.find(create)->deployedModel;
        fleet.store->remove(id);
        QVERIFY(isAnswered(fleet));
        QTRY_COMPARE(fleet.store->rowOf(id), -1);
    }

    void aPollThatFailsIsToldAtOnce()
    {
        FleetFixture fleet;
        fleet.client->setPatience({});
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        const qsizetype before = fleet.requests("GET");
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list=status=503")));
        QVERIFY(fleet.poll());
        QCOMPARE(fleet.store->freshness(), Freshness::Stale);
        QCOMPARE(fleet.requests("GET"), before + 1);
    }

    void theValuesBeforeAChangeAreWrittenDown()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        const quint64 scale = fleet.store->scale(QStringLiteral("a"), {.capacity = 8});
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.find(scale)->before.capacity, 4);
    }

    void aPollThatWasAskedForBeforeACreateDoesNotUndoIt()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        RowSpies spies(fleet.store.get());
        QSignalSpy polled(fleet.store.get(), &DeploymentStore::polled);
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list:1=delay=400")));
        fleet.store->refresh();
        QTRY_COMPARE(fleet.requests("GET"), 2);
        const quint64 id = fleet.store->create(goodRequest());
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.find(id)->state, Mutation::State::Accepted);
        QVERIFY(fleet.store->isPolling());
        QCOMPARE(fleet.store->rows().size(), 2);
        QCOMPARE(polled.size(), 0);
        QTRY_COMPARE(polled.size(), 1);
        QCOMPARE(fleet.store->rows().size(), 2);
        QCOMPARE(spies.inserted.size(), 1);
        QCOMPARE(spies.removed.size(), 0);
        QCOMPARE(fleet.requests("GET"), 3);
    }

    void aPollThatWasAskedForBeforeADeleteDoesNotUndoIt()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QStringList statuses;
        connect(fleet.store.get(), &DeploymentStore::rowsChanged, this,
                [&] { statuses.append(fleet.store->rows().first().statusText); });
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list:1=delay=400")));
        fleet.store->refresh();
        QTRY_COMPARE(fleet.requests("GET"), 2);
        fleet.store->remove(QStringLiteral("a"));
        QTRY_COMPARE(fleet.requests("GET"), 3);
        QTRY_VERIFY(!fleet.store->isPolling());
        QVERIFY(!statuses.isEmpty());
        QCOMPARE(statuses.count(QStringLiteral("DELETING")), statuses.size());
    }

    void scaleAndLimitsShowTheirAnswerAtOnce()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        const auto id = QStringLiteral("a");
        const quint64 limits = fleet.store->updateLimits(id, {.rpmLimit = 300});
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.find(limits)->state, Mutation::State::Accepted);
        QCOMPARE(fleet.store->find(id)->rpmLimit, std::optional<qint64>(300));
        QTRY_VERIFY(!fleet.store->isPolling());
        fleet.world().edit(id, [](auto &row) { row.status = QStringLiteral("RUNNING"); });
        const quint64 scale = fleet.store->scale(id, {.capacity = 8});
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.newestFor(id)->id, scale);
        QCOMPARE(fleet.journal.newestFor(id)->state, Mutation::State::Accepted);
        QCOMPARE(fleetAsText(*fleet.store), QStringLiteral("a UPDATING 4/8"));
    }

    void aRefusalChangesNothingAndIsToldWithTheServicesWords()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        RowSpies spies(fleet.store.get());
        const quint64 id = fleet.store->scale(QStringLiteral("a"), {.capacity = 3});
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.find(id)->state, Mutation::State::Refused);
        QCOMPARE(fleet.journal.find(id)->error->code, QStringLiteral("InvalidParameter"));
        QVERIFY(fleet.journal.find(id)->error->message.contains(QStringLiteral("Invalid capacity (3)")));
        QVERIFY(fleet.store->isPolling());
        QTRY_VERIFY(!fleet.store->isPolling());
        QCOMPARE(spies.text(), QStringLiteral("+0 -0 ~0"));
        QCOMPARE(fleet.requests("PUT"), 1);
    }

    void aLostCreateIsSentOnceAndFoundByLooking()
    {
        FleetFixture fleet;
        QVERIFY(fleet.load());
        QVERIFY(fleet.simulator.addFault(QStringLiteral("create:1=reset-after")));
        const quint64 id = fleet.store->create(goodRequest());
        QVERIFY(isAnswered(fleet));
        QCOMPARE(fleet.journal.find(id)->state, Mutation::State::Unknown);
        QVERIFY(fleet.store->isPolling());
        QTRY_COMPARE(fleet.store->rows().size(), 1);
        QCOMPARE(fleet.requests("POST"), 1);
    }

    void whatIsAlreadyGoneIsDeletedAndToldAsThat()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        fleet.world().remove(QStringLiteral("a"));
        fleet.advance(1min);
        const quint64 id = fleet.store->remove(QStringLiteral("a"));
        QTRY_COMPARE(fleet.journal.find(id)->state, Mutation::State::Accepted);
        QCOMPARE(fleet.journal.find(id)->error->kind, Error::Kind::NotFound);
        QTRY_COMPARE(fleet.store->rows().size(), 0);
    }

    void anIdWithStrangeCharactersIsFoundAgain()
    {
        FleetFixture fleet;
        const auto id = QStringLiteral("a/b c%2F中文?x#y");
        fleet.insert({id});
        QVERIFY(fleet.load());
        fleet.store->remove(id);
        QTRY_COMPARE(fleet.journal.newestFor(id)->state, Mutation::State::Accepted);
        QCOMPARE(fleetAsText(*fleet.store), id + QStringLiteral(" DELETING 4/4"));
    }

    void anOpenMutationMakesTheCadenceQuick()
    {
        FleetFixture fleet;
        fleet.store->setIntervals(2s, 10s);
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(10));
        QVERIFY(fleet.simulator.addFault(QStringLiteral("scale:1=hang")));
        fleet.store->scale(QStringLiteral("a"), {.capacity = 8});
        QCOMPARE(fleet.store->interval(), 2s);
        QCOMPARE(fleet.store->nextPoll(), fleet.now().addSecs(2));
    }

    void afterTheStopAnOpenMutationIsStillAnswered()
    {
        FleetFixture fleet;
        QVERIFY(fleet.load());
        const quint64 id = fleet.store->create(goodRequest());
        fleet.store->refresh();
        fleet.store->stop();
        QVERIFY(!fleet.store->nextPoll().isValid());
        QTRY_COMPARE(fleet.journal.find(id)->state, Mutation::State::Accepted);
        QVERIFY(!fleet.store->isPolling());
        QCOMPARE(fleet.store->rows().size(), 1);
        QVERIFY(fleet.load());
        QCOMPARE(fleet.store->freshness(), Freshness::Live);
    }

    void whatIsOpenWhenTheStoreGoesIsUnknown()
    {
        FleetFixture fleet;
        QVERIFY(fleet.load());
        QVERIFY(fleet.simulator.addFault(QStringLiteral("create:1=hang")));
        fleet.store->refresh();
        const quint64 id = fleet.store->create(goodRequest());
        QTRY_COMPARE(fleet.requests("POST"), 1);
        fleet.store.reset();
        QCOMPARE(fleet.journal.find(id)->state, Mutation::State::Unknown);
    }

    void theStoreMayBeDeletedByThoseWhoListen_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("poll started") << 0;
        QTest::newRow("polled") << 1;
        QTest::newRow("mutation answered") << 2;
        QTest::newRow("journal changed") << 3;
    }

    void theStoreMayBeDeletedByThoseWhoListen()
    {
        QFETCH(const int, signal);
        FleetFixture fleet;
        QVERIFY(fleet.load());
        DeploymentStore *store = fleet.store.get();
        const auto remove = [&fleet] { fleet.store.reset(); };
        if (signal == 0)
            connect(store, &DeploymentStore::pollStarted, store, remove);
        if (signal == 1)
            connect(store, &DeploymentStore::polled, store, remove);
        if (signal == 3)
            connect(&fleet.journal, &Journal::changed, store, remove);
        store->create(goodRequest());
        if (signal == 2)
            connect(store, &DeploymentStore::mutationChanged, store, remove);
        QTRY_VERIFY(!fleet.store);
        QCOMPARE(fleet.journal.entries().first().state, Mutation::State::Accepted);
    }
};

QTEST_GUILESS_MAIN(TestDeploymentStore)
#include "tst_deploymentstore.moc"
