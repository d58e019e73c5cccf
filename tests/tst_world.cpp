// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/models.h"
#include "app/simulator/seedfleet.h"
#include "app/simulator/world.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr qint64 start = 1'780'000'000'500; // 2026-05-28T20:26:40.5Z

/// A world whose clock only the test moves.
struct Still
{
    explicit Still(World::Settings settings = {}) : world(std::move(settings), [this] { return now; }) {}

    qint64 now = start;
    World world;

    QString status(const QString &id)
    {
        const DeployedModel *model = world.find(id);
        return model ? model->status : QStringLiteral("none");
    }
    qint64 ready(const QString &id) { return world.find(id)->readyCapacity.value_or(-1); }
};

DeployedModel onUnits(const char *id, qint64 capacity, qint64 base = 4)
{
    DeployedModel model;
    model.id = QString::fromLatin1(id);
    model.modelName = QStringLiteral("qwen-plus");
    model.plan = QStringLiteral("mu");
    model.baseCapacity = base;
    model.capacity = capacity;
    model.readyCapacity = capacity;
    return model;
}

const QString one = QStringLiteral("one");

} // namespace

class TestWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDeploymentIsPendingForEightSecondsThenRuns()
    {
        Still still;
        QCOMPARE(still.world.create(onUnits("one", 8)), one);
        QCOMPARE(still.status(one), QStringLiteral("PENDING"));
        QCOMPARE(still.ready(one), 0);
        still.now += 7999;
        QCOMPARE(still.status(one), QStringLiteral("PENDING"));
        still.now += 1;
        QCOMPARE(still.status(one), QStringLiteral("RUNNING"));
        QCOMPARE(still.ready(one), 8);
    }

    void whatWasDueIsDatedWhenItWasDueNotWhenSomebodyLooked()
    {
        Still still;
        still.world.create(onUnits("one", 8));
        still.now += 3'600'000;
        QCOMPARE(still.world.find(one)->modified, start + 8000);
        QCOMPARE(still.world.find(one)->created, start);
    }

    void speedShortensWaitsAndLeavesTheDatesAlone()
    {
        Still still({.speed = 100});
        still.world.create(onUnits("one", 8));
        still.now += 80;
        QCOMPARE(still.status(one), QStringLiteral("RUNNING"));
        QCOMPARE(still.world.find(one)->modified, start + 80);
    }

    void aDeploymentNamedToFailFails_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("status");
        QTest::newRow("suffix") << QString() << QStringLiteral("fail01") << QStringLiteral("FAILED");
        QTest::newRow("name") << QStringLiteral("will fail") << QString() << QStringLiteral("FAILED");
        QTest::newRow("only its update") << QStringLiteral("fail-update") << QString() << QStringLiteral("RUNNING");
        QTest::newRow("neither") << QStringLiteral("fine") << QStringLiteral("a") << QStringLiteral("RUNNING");
    }
    void aDeploymentNamedToFailFails()
    {
        QFETCH(QString, name);
        QFETCH(QString, suffix);
        Still still;
        DeployedModel model = onUnits("one", 8);
        model.name = name;
        model.suffix = suffix;
        still.world.create(model);
        still.now += 8000;
        QTEST(still.status(one), "status");
        QCOMPARE(still.ready(one), still.status(one) == u"RUNNING" ? 8 : 0);
    }

    void readyCapacityFollowsInSteps_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QList<qint64>>("steps");
        QTest::newRow("up") << qint64(4) << qint64(12) << QList<qint64>{8, 12};
        QTest::newRow("down") << qint64(12) << qint64(4) << QList<qint64>{8, 4};
        QTest::newRow("far, in four steps") << qint64(4) << qint64(404) << QList<qint64>{104, 204, 304, 404};
        QTest::newRow("uneven") << qint64(4) << qint64(40) << QList<qint64>{16, 28, 40};
        QTest::newRow("to nothing") << qint64(8) << qint64(0) << QList<qint64>{4, 0};
        QTest::newRow("nowhere") << qint64(8) << qint64(8) << QList<qint64>{8};
    }
    void readyCapacityFollowsInSteps()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(QList<qint64>, steps);
        Still still;
        still.world.insert(onUnits("one", from));
        still.world.scale(one, to);
        QCOMPARE(still.status(one), QStringLiteral("UPDATING"));
        QCOMPARE(still.world.find(one)->capacity, to);
        QCOMPARE(still.ready(one), from);
        for (const qint64 step : steps) {
            QCOMPARE(still.status(one), QStringLiteral("UPDATING"));
            still.now += 2000;
            QCOMPARE(still.ready(one), step);
        }
        QCOMPARE(still.status(one), QStringLiteral("RUNNING"));
    }

    void aFailedUpdateLeavesTheOldUnitsServing()
    {
        Still still;
        DeployedModel model = onUnits("one", 8);
        model.failsToScale = true;
        still.world.insert(model);
        still.world.scale(one, qint64(16));
        still.now += 2000;
        QCOMPARE(still.status(one), QStringLiteral("UPDATING_FAILED"));
        QCOMPARE(still.ready(one), 8);
    }

    void throughputIsScaledAtOnceAndSettlesLater()
    {
        Still still;
        DeployedModel model;
        model.id = one;
        model.plan = QStringLiteral("ptu");
        model.throughput = Throughput{10'000, 1'000, {}};
        still.world.insert(model);
        still.world.scale(one, Throughput{20'000, 2'000, {}});
        QCOMPARE(still.status(one), QStringLiteral("SCALING"));
        QCOMPARE(still.world.find(one)->throughput->input, 20'000);
        still.now += 2000;
        QCOMPARE(still.status(one), QStringLiteral("RUNNING"));
    }

    void aDeletedDeploymentIsGoneAfterThreeSeconds()
    {
        Still still;
        still.world.insert(onUnits("one", 8));
        still.world.remove(one);
        still.now += 2000;
        still.world.remove(one); // again: the end comes no later
        QCOMPARE(still.status(one), QStringLiteral("DELETING"));
        QVERIFY(!still.world.wasDeleted(one));
        still.now += 1000;
        QCOMPARE(still.status(one), QStringLiteral("none"));
        QVERIFY(still.world.wasDeleted(one));
        QCOMPARE(still.world.size(), 0);
    }

    void deletingEndsWhateverWasUnderWay()
    {
        Still still;
        still.world.create(onUnits("one", 8));
        still.now += 7000;
        still.world.remove(one);
        still.now += 1000; // when it would have started to run
        QCOMPARE(still.status(one), QStringLiteral("DELETING"));
    }

    void anIdThatIsGoneCanComeBack()
    {
        Still still;
        still.world.insert(onUnits("one", 8));
        still.world.remove(one);
        still.now += 3000;
        QVERIFY(still.world.wasDeleted(one));
        QVERIFY(still.world.insert(onUnits("one", 4)));
        QVERIFY(!still.world.wasDeleted(one));
        QVERIFY(!still.world.insert(onUnits("one", 4)));
    }

    void limitsChangeAndTheStatusStays()
    {
        Still still;
        still.world.create(onUnits("one", 8));
        still.now += 100;
        still.world.setLimits(one, 60, std::nullopt);
        QCOMPARE(still.status(one), QStringLiteral("PENDING"));
        QCOMPARE(still.world.find(one)->rpmLimit, 60);
        QVERIFY(!still.world.find(one)->tpmLimit);
        QCOMPARE(still.world.find(one)->modified, start + 100);
        still.now += 7900;
        QCOMPARE(still.status(one), QStringLiteral("RUNNING"));
    }

    void requestsBeyondTheRateLimitWaitForTheNextMinute()
    {
        Still still;
        DeployedModel model = onUnits("one", 8);
        model.rpmLimit = 2;
        still.world.insert(model);
        QVERIFY(still.world.admit(one));
        still.now += 10'000;
        QVERIFY(still.world.admit(one));
        QVERIFY(!still.world.admit(one));
        still.now += 49'999;
        QVERIFY(!still.world.admit(one));
        still.now += 1;
        QVERIFY(still.world.admit(one));
        QVERIFY(!still.world.admit(one));
    }

    void atSpeedTheNextMinuteComesSooner()
    {
        Still still({.speed = 10});
        DeployedModel model = onUnits("one", 8);
        model.rpmLimit = 1;
        still.world.insert(model);
        QVERIFY(still.world.admit(one));
        still.now += 5'999;
        QVERIFY(!still.world.admit(one));
        still.now += 1;
        QVERIFY(still.world.admit(one));
    }

    void pagesAreNewestFirstAndPastTheEndEmpty()
    {
        Still still;
        for (const char *id : {"one", "two", "three"}) {
            still.world.create(onUnits(id, 4));
            still.now += 10;
        }
        const World::Page first = still.world.page(1, 2);
        QCOMPARE(first.total, 3);
        QCOMPARE(first.rows.size(), 2);
        QVERIFY(first.rows[0].contains("\"three\""));
        QVERIFY(first.rows[1].contains("\"two\""));
        QVERIFY(still.world.page(2, 2).rows.first().contains("\"one\""));
        QVERIFY(still.world.page(3, 2).rows.isEmpty());
        QCOMPARE(still.world.page(3, 2).total, 3);
    }

    void aKeptRowIsMadeAnewWhenItsDeploymentChanges()
    {
        Still still;
        still.world.create(onUnits("one", 8));
        QVERIFY(still.world.page(1, 1).rows.first().contains("\"PENDING\""));
        still.now += 8000;
        QVERIFY(still.world.page(1, 1).rows.first().contains("\"RUNNING\""));
        still.world.setLimits(one, 77, std::nullopt);
        QVERIFY(still.world.page(1, 1).rows.first().contains("\"rpm_limit\":77"));
        still.world.edit(one, [](DeployedModel &model) { model.status = QStringLiteral("ARREARS_DOWN"); });
        QVERIFY(still.world.page(1, 1).rows.first().contains("\"ARREARS_DOWN\""));
    }

    void equalSeedsMakeEqualWorlds()
    {
        Still first({.seed = 7});
        Still second({.seed = 7});
        Still other({.seed = 8});
        for (World *world : {&first.world, &second.world, &other.world})
            seedFleet(*world, 50);
        QCOMPARE(first.world.page(1, 50).rows, second.world.page(1, 50).rows);
        QVERIFY(first.world.page(1, 50).rows != other.world.page(1, 50).rows);
    }

    void theFirstOfTheFleetRunAndTheRestShowEveryStatus()
    {
        Still still;
        seedFleet(still.world, 12);
        QStringList statuses;
        for (const QByteArray &row : still.world.page(1, 12).rows)
            statuses.append(stringAt(parsed(row), "status"));
        QCOMPARE(statuses.join(u' '), QStringLiteral("RUNNING RUNNING RUNNING RUNNING PENDING UPDATING RUNNING STOPPED "
                                                     "ARREARS_DOWN FAILED UPDATING_FAILED RUNNING"));
    }

    void theFleetIsAsLargeAsAsked_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 4, 13, 10'000})
            QTest::addRow("%d", count) << count;
    }
    void theFleetIsAsLargeAsAsked()
    {
        QFETCH(int, count);
        Still still;
        seedFleet(still.world, count);
        QCOMPARE(still.world.size(), count);
        QCOMPARE(still.world.page(1, 20'000).rows.size(), count);
    }

    void everyCapacityOfTheFleetIsAMultipleOfItsBase()
    {
        Still still;
        seedFleet(still.world, 500);
        for (const QByteArray &row : still.world.page(1, 500).rows) {
            const Json object = parsed(row);
            if (object["plan"] == "lora" || object["plan"] == "ptu") {
                QVERIFY2(!object.contains("capacity"), row.constData());
                continue;
            }
            QVERIFY2(object["capacity"].get<qint64>() % object["base_capacity"].get<qint64>() == 0, row.constData());
            QVERIFY2(findModel(stringAt(object, "model_name")), row.constData());
        }
    }

    void timesAreChinaStandardTimeWithoutAZone_data()
    {
        QTest::addColumn<qint64>("moment");
        QTest::addColumn<bool>("exact");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << start << false << QStringLiteral("2026-05-29T04:26:40");
        QTest::newRow("one digit") << start << true << QStringLiteral("2026-05-29T04:26:40.5");
        QTest::newRow("two digits") << start + 180 << true << QStringLiteral("2026-05-29T04:26:40.68");
        QTest::newRow("three digits") << start + 91 << true << QStringLiteral("2026-05-29T04:26:40.591");
        QTest::newRow("no fraction") << start - 500 << true << QStringLiteral("2026-05-29T04:26:40");
        QTest::newRow("small fraction") << start - 495 << true << QStringLiteral("2026-05-29T04:26:40.005");
    }
    void timesAreChinaStandardTimeWithoutAZone()
    {
        QFETCH(qint64, moment);
        QFETCH(bool, exact);
        QTEST(serviceTime(moment, exact ? Times::Exact : Times::Whole), "text");
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
