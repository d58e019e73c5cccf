// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentfilter.h"

#include "app/fleet/deploymentmodel.h"
#include "app/fleet/deploymentorder.h"
#include "tests/support/fleetfixture.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

Simulator::DeployedModel with(const QString &id, const QString &status)
{
    auto row = running(id);
    row.status = status;
    return row;
}

/// Four deployments that differ in every word a person may look for.
void fillMixed(Simulator::World &world)
{
    auto chat = with(QStringLiteral("qwen-plus-0001"), QStringLiteral("RUNNING"));
    chat.name = QStringLiteral("Chat 客服");
    auto tuned = with(QStringLiteral("ft-7"), QStringLiteral("STOPPED"));
    tuned.modelName = QStringLiteral("qwen3-8b-ft-202603041015-0007");
    tuned.baseModel = QStringLiteral("qwen3-8b");
    tuned.plan = QStringLiteral("lora");
    auto failed = with(QStringLiteral("emo-9"), QStringLiteral("FAILED"));
    failed.modelName = QStringLiteral("emo");
    failed.baseModel = QStringLiteral("emo");
    failed.plan = QStringLiteral("cu");
    auto strange = with(QStringLiteral("zed"), QStringLiteral("HIBERNATING"));
    strange.modelName = QStringLiteral("zed-model");
    strange.baseModel = QStringLiteral("zed-base");
    strange.plan = QString();
    for (const auto &row : {chat, tuned, failed, strange})
        world.insert(row);
}

/// A fleet with its model and filter, loaded.
struct FilteredFleet : FleetFixture
{
    DeploymentModel model{store.get()};
    DeploymentFilter filter;
    QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    FilteredFleet() { filter.setSourceModel(&model); }

    QString ids() const
    {
        QString text = modelAsText(filter, {DeploymentModel::DeployedModelColumn});
        return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }

    QString counts() const
    {
        return QStringLiteral("%1: %2 running, %3 changing, %4 failed, %5 stopped")
            .arg(filter.total())
            .arg(filter.count(Phase::Running))
            .arg(filter.count(Phase::Changing))
            .arg(filter.count(Phase::Failed))
            .arg(filter.count(Phase::Stopped));
    }
};

Simulator::DeployedModel randomRow(QRandomGenerator &random, int id)
{
    static const QStringList statuses{QStringLiteral("RUNNING"), QStringLiteral("STOPPED"), QStringLiteral("FAILED"),
                                      QStringLiteral("OFFLINING"), QStringLiteral("ODD")};
    auto row = with(QStringLiteral("id-%1").arg(id), statuses.at(random.bounded(statuses.size())));
    row.name = random.bounded(3) == 0 ? QString() : QString::number(random.bounded(5));
    row.rpmLimit = random.bounded(3) == 0 ? std::nullopt : std::optional<qint64>(random.bounded(5));
    return row;
}

void shake(QRandomGenerator &random, Simulator::World &world)
{
    for (int id = 0; id < 60; ++id) {
        const auto name = QStringLiteral("id-%1").arg(id);
        const int dice = random.bounded(10);
        if (!world.find(name))
            world.insert(randomRow(random, id));
        else if (dice < 2)
            world.remove(name);
        else if (dice < 4)
            world.edit(name, [&](auto &row) {
                const auto kept = row.created;
                row = randomRow(random, id);
                row.created = kept;
            });
    }
}

} // namespace

class TestDeploymentFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsLookedForInEveryWordOfTheRow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("emo-9 ft-7 qwen-plus-0001 zed");
        QTest::newRow("only spaces") << QStringLiteral("  ") << QStringLiteral("emo-9 ft-7 qwen-plus-0001 zed");
        QTest::newRow("deployed model") << QStringLiteral("PLUS-00") << QStringLiteral("qwen-plus-0001");
        QTest::newRow("name") << QStringLiteral("客服") << QStringLiteral("qwen-plus-0001");
        QTest::newRow("model") << QStringLiteral("ft-2026") << QStringLiteral("ft-7");
        QTest::newRow("base model") << QStringLiteral("zed-b") << QStringLiteral("zed");
        QTest::newRow("status as it came") << QStringLiteral("hibernat") << QStringLiteral("zed");
        QTest::newRow("plan") << QStringLiteral("lora") << QStringLiteral("ft-7");
        QTest::newRow("several") << QStringLiteral("qwen") << QStringLiteral("ft-7 qwen-plus-0001");
        QTest::newRow("every word") << QStringLiteral("qwen  stopped") << QStringLiteral("ft-7");
        QTest::newRow("a name with a space") << QStringLiteral("chat 客") << QStringLiteral("qwen-plus-0001");
        QTest::newRow("no pattern") << QStringLiteral(".*") << QString();
    }

    void textIsLookedForInEveryWordOfTheRow()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, ids);
        FilteredFleet fleet;
        fillMixed(fleet.world());
        QVERIFY(fleet.load());
        fleet.filter.sort(DeploymentModel::DeployedModelColumn);
        fleet.filter.setText(text);
        QCOMPARE(fleet.filter.text(), text);
        QCOMPARE(fleet.ids(), ids);
    }

    void aPhaseShowsItsDeploymentsOnly()
    {
        FilteredFleet fleet;
        fillMixed(fleet.world());
        QVERIFY(fleet.load());
        fleet.filter.setPhase(Phase::Changing);
        QCOMPARE(fleet.ids(), QStringLiteral("zed"));
        fleet.filter.setText(QStringLiteral("qwen"));
        QCOMPARE(fleet.ids(), QString());
        fleet.filter.setPhase(Phase::Stopped);
        QCOMPARE(fleet.ids(), QStringLiteral("ft-7"));
        QCOMPARE(fleet.counts(), QStringLiteral("4: 1 running, 1 changing, 1 failed, 1 stopped"));
    }

    void countsFollowTheRows()
    {
        FilteredFleet fleet;
        fillMixed(fleet.world());
        QSignalSpy counted(&fleet.filter, &DeploymentFilter::countsChanged);
        QVERIFY(fleet.load());
        QCOMPARE(counted.size(), 1);
        QVERIFY(fleet.poll());
        QCOMPARE(counted.size(), 1);
        fleet.world().edit(QStringLiteral("zed"), [](auto &row) { row.name = QStringLiteral("other"); });
        QVERIFY(fleet.poll());
        QCOMPARE(counted.size(), 1);
        fleet.world().edit(QStringLiteral("zed"), [](auto &row) { row.status = QStringLiteral("RUNNING"); });
        QVERIFY(fleet.poll());
        QCOMPARE(counted.size(), 2);
        QCOMPARE(fleet.counts(), QStringLiteral("4: 2 running, 0 changing, 1 failed, 1 stopped"));
        fleet.filter.setSourceModel(nullptr);
        QCOMPARE(fleet.counts(), QStringLiteral("0: 0 running, 0 changing, 0 failed, 0 stopped"));
    }

    void equalsStandByTheirIdAndAbsentOnesLast_data()
    {
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QString>("ids");
        QTest::newRow("upwards") << Qt::AscendingOrder << QStringLiteral("c a e b d");
        QTest::newRow("downwards") << Qt::DescendingOrder << QStringLiteral("a e c b d");
    }

    void equalsStandByTheirIdAndAbsentOnesLast()
    {
        QFETCH(const Qt::SortOrder, direction);
        QFETCH(const QString, ids);
        FilteredFleet fleet;
        const QHash<char, std::optional<qint64>> limits{{'a', 30}, {'b', {}}, {'c', 4}, {'d', {}}, {'e', 30}};
        for (const char id : {'d', 'e', 'c', 'b', 'a'}) {
            auto row = running(QString(QLatin1Char(id)));
            row.rpmLimit = limits.value(id);
            fleet.world().insert(row);
        }
        QVERIFY(fleet.load());
        fleet.filter.sort(DeploymentModel::RpmLimitColumn, direction);
        QCOMPARE(fleet.ids(), ids);
    }

    void statusesThatNeedALookComeFirst()
    {
        FilteredFleet fleet;
        fillMixed(fleet.world());
        QVERIFY(fleet.load());
        fleet.filter.sort(DeploymentModel::StatusColumn);
        QCOMPARE(fleet.ids(), QStringLiteral("emo-9 zed qwen-plus-0001 ft-7"));
    }

    void rowsThatGoFromManyPlacesAndComeToThemAreNoReset()
    {
        FilteredFleet fleet;
        for (int i = 0; i < 60; ++i)
            fleet.world().insert(with(QStringLiteral("id-%1").arg(i, 2, 10, QLatin1Char('0')),
                                      i % 3 == 0 ? QStringLiteral("RUNNING") : QStringLiteral("STOPPED")));
        QVERIFY(fleet.load());
        fleet.filter.sort(DeploymentModel::DeployedModelColumn, Qt::DescendingOrder);
        const QString all = fleet.ids();
        const QPersistentModelIndex kept = fleet.filter.indexOf(QStringLiteral("id-30"));
        QSignalSpy reset(&fleet.filter, &QAbstractItemModel::modelReset);
        QSignalSpy said(&fleet.filter, &QAbstractItemModel::layoutChanged);
        QSignalSpy went(&fleet.filter, &QAbstractItemModel::rowsRemoved);
        QSignalSpy came(&fleet.filter, &QAbstractItemModel::rowsInserted);
        fleet.filter.setPhase(Phase::Running);
        QVERIFY(fleet.ids().startsWith(QLatin1String("id-57 id-54 id-51 ")));
        QCOMPARE(fleet.filter.rowCount(), 20);
        QCOMPARE(fleet.filter.deploymentInRow(kept.row())->deployedModel, QStringLiteral("id-30"));
        fleet.filter.setPhase(Phase::Stopped);
        QVERIFY(fleet.ids().startsWith(QLatin1String("id-59 id-58 id-56 ")));
        fleet.filter.setPhase(std::nullopt);
        QCOMPARE(fleet.ids(), all);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(went.size(), 2);
        QCOMPARE(came.size(), 2);
        QVERIFY(said.size() <= 4);
    }

    void theOrderHoldsThroughAnyChange()
    {
        FilteredFleet fleet;
        QRandomGenerator random(4);
        const auto columns = {DeploymentModel::StatusColumn, DeploymentModel::NameColumn,
                              DeploymentModel::RpmLimitColumn};
        QVERIFY(fleet.load());
        for (const auto column : columns) {
            const auto direction = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            fleet.filter.sort(column, direction);
            fleet.filter.setText(random.bounded(2) == 0 ? QString() : QStringLiteral("1"));
            for (int round = 0; round < 5; ++round) {
                shake(random, fleet.world());
                QVERIFY(fleet.poll());
                checkOrder(fleet, column, direction);
                checkCounts(fleet);
            }
        }
    }

    void namesThatBeginAlikeAndNamesOfAnyScriptAreInOrder()
    {
        const QStringList inOrder{QStringLiteral("a"),         QStringLiteral("Aa"),        QStringLiteral("aaaaaaaa"),
                                  QStringLiteral("AAAAAAAAa"), QStringLiteral("aaaaaaaab"), QStringLiteral("zz"),
                                  QStringLiteral("ärger"),     QStringLiteral("Ärger 2"),   QStringLiteral("客服"),
                                  QStringLiteral("客服二"),    QStringLiteral("😀")};
        FilteredFleet fleet;
        for (const QString &name :
             {inOrder.at(4), inOrder.at(8), inOrder.at(0), inOrder.at(10), inOrder.at(2), inOrder.at(7), inOrder.at(5),
              inOrder.at(1), inOrder.at(9), inOrder.at(3), inOrder.at(6), QString()}) {
            auto row = running(QStringLiteral("id-%1").arg(fleet.world().size()));
            row.name = name;
            fleet.world().insert(row);
        }
        QVERIFY(fleet.load());
        const auto names = [&fleet] {
            QStringList shown;
            for (int row = 0; row < fleet.filter.rowCount(); ++row)
                shown.append(fleet.filter.deploymentInRow(row)->name);
            return shown;
        };
        fleet.filter.sort(DeploymentModel::NameColumn, Qt::AscendingOrder);
        QCOMPARE(names(), inOrder + QStringList{QString()});
        fleet.filter.sort(DeploymentModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(), QStringList(inOrder.crbegin(), inOrder.crend()) + QStringList{QString()});
    }

    void aRowIsFoundById()
    {
        FilteredFleet fleet;
        fillMixed(fleet.world());
        QVERIFY(fleet.load());
        const QModelIndex index = fleet.filter.indexOf(QStringLiteral("ft-7"), DeploymentModel::PlanColumn);
        QCOMPARE(index.data().toString(), QStringLiteral("lora"));
        QCOMPARE(fleet.filter.deploymentInRow(index.row())->baseModel, QStringLiteral("qwen3-8b"));
        QVERIFY(!fleet.filter.indexOf(QStringLiteral("unheard of")).isValid());
        fleet.filter.setPhase(Phase::Running);
        QVERIFY(!fleet.filter.indexOf(QStringLiteral("ft-7")).isValid());
    }

private:
    static void checkOrder(const FilteredFleet &fleet, DeploymentModel::Column column, Qt::SortOrder direction)
    {
        for (int row = 1; row < fleet.filter.rowCount(); ++row) {
            const Deployment &above = *fleet.filter.deploymentInRow(row - 1);
            const Deployment &below = *fleet.filter.deploymentInRow(row);
            QVERIFY2(standsBefore(above, below, column, direction), qPrintable(modelAsText(fleet.filter)));
        }
    }

    static void checkCounts(const FilteredFleet &fleet)
    {
        std::array<int, 4> counted{};
        for (const Deployment &row : fleet.store->rows())
            ++counted.at(static_cast<std::size_t>(phaseOf(row.status)));
        for (const Phase phase : {Phase::Running, Phase::Changing, Phase::Failed, Phase::Stopped})
            QCOMPARE(fleet.filter.count(phase), counted.at(static_cast<std::size_t>(phase)));
    }
};

QTEST_GUILESS_MAIN(TestDeploymentFilter)
#include "tst_deploymentfilter.moc"
