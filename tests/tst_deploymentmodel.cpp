// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentmodel.h"

#include "tests/support/fleetfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

const QList<int> idAndStatus{DeploymentModel::StatusColumn, DeploymentModel::DeployedModelColumn};

} // namespace

class TestDeploymentModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheStore()
    {
        FleetFixture fleet;
        DeploymentModel model(fleet.store.get());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        fleet.insert(
            {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")});
        QVERIFY(fleet.load());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        const QString first = model.index(0, DeploymentModel::DeployedModelColumn).data().toString();

        fleet.world().edit(QStringLiteral("c"), [](auto &row) { row.status = QStringLiteral("STOPPED"); });
        fleet.world().insert(running(QStringLiteral("f")));
        QVERIFY(fleet.poll());
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(0, DeploymentModel::DeployedModelColumn).data().toString(), first);
        QCOMPARE(model.index(5, DeploymentModel::DeployedModelColumn).data().toString(), QStringLiteral("f"));
        QVERIFY(modelAsText(model, idAndStatus).contains(QStringLiteral("STOPPED | c")));
    }

    void onlyTheRowsThatChangedAreAnnounced()
    {
        FleetFixture fleet;
        fleet.insert({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        DeploymentModel model(fleet.store.get());
        QVERIFY(fleet.load());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(fleet.poll());
        QCOMPARE(changed.size() + inserted.size() + removed.size(), 0);

        fleet.world().edit(QStringLiteral("b"), [](auto &row) { row.rpmLimit = 7; });
        QVERIFY(fleet.poll());
        QCOMPARE(changed.size(), 1);
        const auto index = changed.at(0).at(0).toModelIndex();
        QCOMPARE(index.data(DeploymentModel::IdRole).toString(), QStringLiteral("b"));
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), index.row());
        QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
    }

    void valuesAreRaw()
    {
        FleetFixture fleet;
        auto row = running(QStringLiteral("qwen-1"));
        row.name = QStringLiteral("<b>mine</b>");
        row.rpmLimit = 500;
        row.created = 1772590527000;
        row.status = QStringLiteral("HIBERNATING");
        fleet.world().insert(row);
        DeploymentModel model(fleet.store.get());
        QVERIFY(fleet.load());
        const auto value = [&model](int column, int role = Qt::DisplayRole) {
            return model.index(0, column).data(role);
        };
        QCOMPARE(value(DeploymentModel::NameColumn), QVariant(QStringLiteral("<b>mine</b>")));
        QCOMPARE(value(DeploymentModel::StatusColumn), QVariant(QStringLiteral("HIBERNATING")));
        QCOMPARE(value(DeploymentModel::StatusColumn, DeploymentModel::SortRole).typeId(), int(QMetaType::Int));
        QCOMPARE(value(DeploymentModel::RpmLimitColumn), QVariant(qint64(500)));
        QCOMPARE(value(DeploymentModel::TpmLimitColumn), QVariant());
        QCOMPARE(value(DeploymentModel::CapacityColumn, DeploymentModel::SortRole), QVariant(qint64(4)));
        QCOMPARE(value(DeploymentModel::CreatedColumn).toDateTime().toMSecsSinceEpoch(), 1772590527000);
        QCOMPARE(value(DeploymentModel::PlanColumn, Qt::ToolTipRole), QVariant());
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(value(column, DeploymentModel::IdRole), QVariant(QStringLiteral("qwen-1")));
    }

    void aModelThatIsMadeLaterShowsWhatIsThere()
    {
        FleetFixture fleet;
        fleet.world().insert(running(QStringLiteral("a")));
        QVERIFY(fleet.load());
        const DeploymentModel model(fleet.store.get());
        QCOMPARE(modelAsText(model, idAndStatus), QStringLiteral("RUNNING | a"));
    }

    void aModelWithoutItsStoreIsEmpty()
    {
        FleetFixture fleet;
        fleet.world().insert(running(QStringLiteral("a")));
        DeploymentModel model(fleet.store.get());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(fleet.load());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        fleet.store.reset();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.store());
    }
};

QTEST_GUILESS_MAIN(TestDeploymentModel)
#include "tst_deploymentmodel.moc"
