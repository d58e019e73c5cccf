// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentfilter.h"
#include "app/fleet/deploymentmodel.h"
#include "tests/support/fleetfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

/// A fleet as a window shows it, polling by itself as fast as it can.
struct LiveFleet : FleetFixture
{
    DeploymentModel model{store.get()};
    DeploymentFilter filter;
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    LiveFleet()
    {
        store->setIntervals(5ms, 10ms);
        filter.setSourceModel(&model);
        filter.sort(DeploymentModel::DeployedModelColumn);
    }

    QString rows() const
    {
        return modelAsText(filter, {DeploymentModel::StatusColumn, DeploymentModel::DeployedModelColumn});
    }

    const Mutation &entry(quint64 id) const { return *journal.find(id); }
};

} // namespace

class TestFlowFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeploymentLivesFromCreateToDelete()
    {
        LiveFleet fleet;
        QVERIFY(fleet.load());
        const quint64 created = fleet.store->create(goodRequest());
        QTRY_COMPARE(fleet.entry(created).state, Mutation::State::Accepted);
        const QString id = fleet.entry(created).deployedModel;
        QCOMPARE(fleet.rows(), QStringLiteral("PENDING | ") + id);
        fleet.advance(8s);
        QTRY_COMPARE(fleet.rows(), QStringLiteral("RUNNING | ") + id);

        fleet.store->scale(id, {.capacity = 8});
        QTRY_COMPARE(fleetAsText(*fleet.store), id + QStringLiteral(" UPDATING 4/8"));
        fleet.advance(10s);
        QTRY_COMPARE(fleetAsText(*fleet.store), id + QStringLiteral(" RUNNING 8/8"));

        fleet.store->updateLimits(id, {.rpmLimit = 300, .tpmLimit = 9000});
        QTRY_COMPARE(fleet.store->find(id)->tpmLimit, std::optional<qint64>(9000));
        fleet.advance(10s);

        fleet.store->remove(id);
        QTRY_COMPARE(fleet.rows(), QStringLiteral("DELETING | ") + id);
        fleet.advance(3s);
        QTRY_COMPARE(fleet.rows(), QString());
        QCOMPARE(fleet.requests("POST") + fleet.requests("PUT") + fleet.requests("DELETE"), 4);
        for (const Mutation &entry : fleet.journal.entries())
            QCOMPARE(entry.state, Mutation::State::Accepted);
    }

    void whatAnotherClientDoesIsSeen()
    {
        LiveFleet fleet;
        fleet.insert({QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(fleet.load());
        fleet.world().remove(QStringLiteral("a"));
        QTRY_COMPARE(fleet.rows(), QStringLiteral("DELETING | a\nRUNNING | b"));
        fleet.advance(3s);
        QTRY_COMPARE(fleet.rows(), QStringLiteral("RUNNING | b"));
        fleet.insert({QStringLiteral("c")});
        QTRY_COMPARE(fleet.rows(), QStringLiteral("RUNNING | b\nRUNNING | c"));
    }

    void anOutageLeavesTheRowsAndEndsByItself()
    {
        LiveFleet fleet;
        fleet.insert({QStringLiteral("a")});
        QVERIFY(fleet.load());
        QVERIFY(fleet.simulator.addFault(QStringLiteral("list:1=status=503")));
        QTRY_COMPARE(fleet.store->freshness(), DeploymentStore::Freshness::Stale);
        QCOMPARE(fleet.rows(), QStringLiteral("RUNNING | a"));
        QTRY_COMPARE(fleet.store->freshness(), DeploymentStore::Freshness::Live);
    }

    void pollsNeverOverlap()
    {
        LiveFleet fleet;
        fleet.insert({QStringLiteral("a")});
        QSignalSpy started(fleet.store.get(), &DeploymentStore::pollStarted);
        QSignalSpy polled(fleet.store.get(), &DeploymentStore::polled);
        connect(fleet.store.get(), &DeploymentStore::pollStarted, this,
                [&] { QCOMPARE(fleet.requests("GET"), polled.size()); });
        fleet.store->start();
        while (polled.size() < 20) {
            fleet.store->refresh();
            QVERIFY(polled.wait());
        }
        fleet.store->stop();
        QVERIFY(started.size() - polled.size() <= 1);
    }

    void aCreateWhoseAnswerIsLostIsNeverSentTwice_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("done");
        QTest::newRow("connection reset after it was carried out") << QStringLiteral("create:1=reset-after") << true;
        QTest::newRow("connection reset before") << QStringLiteral("create:1=reset-before") << false;
        QTest::newRow("connection closed after") << QStringLiteral("create:1=close-after") << true;
        QTest::newRow("half an answer") << QStringLiteral("create:1=half-body") << true;
        QTest::newRow("a proxy's page") << QStringLiteral("create:1=executed-html=200") << true;
        QTest::newRow("500 after it was carried out") << QStringLiteral("create:1=executed-status=500") << true;
    }

    void aCreateWhoseAnswerIsLostIsNeverSentTwice()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, done);
        LiveFleet fleet;
        QVERIFY(fleet.load());
        QVERIFY(fleet.simulator.addFault(fault));
        const quint64 id = fleet.store->create(goodRequest());
        QTRY_COMPARE(fleet.entry(id).state, Mutation::State::Unknown);
        QSignalSpy polled(fleet.store.get(), &DeploymentStore::polled);
        QTRY_VERIFY(polled.size() >= 2);
        QCOMPARE(fleet.store->rows().size(), done ? 1 : 0);
        QCOMPARE(fleet.requests("POST"), 1);
    }

    void aCreateThatIsRefusedCanBeSentAgainByThePerson()
    {
        LiveFleet fleet;
        QVERIFY(fleet.load());
        CreateRequest wrong = goodRequest();
        wrong.capacity = 3;
        const quint64 first = fleet.store->create(wrong);
        QTRY_COMPARE(fleet.entry(first).state, Mutation::State::Refused);
        const quint64 second = fleet.store->create(goodRequest());
        QTRY_COMPARE(fleet.entry(second).state, Mutation::State::Accepted);
        QTRY_COMPARE(fleet.store->rows().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFlowFleet)
#include "tst_flow_fleet.moc"
