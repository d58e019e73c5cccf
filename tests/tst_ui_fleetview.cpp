// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fleetfixture.h"
#include "tests/support/rawserver.h"
#include "ui/fleet/ageline.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleet/fleetview.h"
#include "ui/fleet/placeholder.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

QStringList numbered(int first, int last)
{
    QStringList ids;
    for (int i = first; i <= last; ++i)
        ids << QStringLiteral("model-%1").arg(i, 4, 10, QLatin1Char('0'));
    return ids;
}

} // namespace

class TestFleetView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>();
        m_view = std::make_unique<FleetView>();
        m_view->resize(1100, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_fleet.reset();
    }

    // ---- what an earlier run read

    void whatAnEarlierRunReadIsShownAsSuch()
    {
        FleetFixture earlier;
        earlier.insert(numbered(1, 3));
        QVERIFY(earlier.load());
        m_view->setStore(m_fleet->store.get(), false);
        m_fleet->store->recall(earlier.store->rows(), QDateTime::currentDateTimeUtc().addSecs(-7200));
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(!placeholder()->isVisible());
        QCOMPARE(chip("chipAll")->text(), QStringLiteral("All 3"));
        const auto *age = m_view->findChild<QWidget *>(QStringLiteral("ageLine"));
        QCOMPARE(age->accessibleName(), QStringLiteral("as it was 2 h ago · not read yet"));
        m_fleet->insert(numbered(2, 5));
        QVERIFY(m_fleet->load());
        QCOMPARE(table()->model()->rowCount(), 4);
        QVERIFY(age->accessibleName().startsWith(QStringLiteral("updated")));
    }

    // ---- what is said when there are no rows

    void withoutAnAccountItSaysSo()
    {
        QCOMPARE(placeholder()->text().headline, QStringLiteral("No account"));
        QVERIFY(table()->horizontalHeader()->count() > 0);
    }

    void whileLoadingTheLayoutStandsAndNoNumberIsMadeUp()
    {
        m_view->setStore(m_fleet->store.get(), true);
        QVERIFY(placeholder()->isVisible());
        QVERIFY(placeholder()->text().action.isEmpty());
        QCOMPARE(chip("chipAll")->text(), QStringLiteral("All –"));
        QVERIFY(m_view->findChild<QLabel *>(QStringLiteral("simulatedMark"))->isVisible());
    }

    void anEmptyFleetOffersToDeploy()
    {
        open();
        QSignalSpy deploy(m_view.get(), &FleetView::deployRequested);
        QCOMPARE(placeholder()->text().headline, QStringLiteral("No deployments yet"));
        clickPlaceholder();
        QCOMPARE(deploy.count(), 1);
        QCOMPARE(chip("chipAll")->text(), QStringLiteral("All 0"));
    }

    void aFirstPollThatFailsSaysWhyAndOffersToTryAgain()
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=401")));
        open();
        QSignalSpy retry(m_view.get(), &FleetView::retryRequested);
        QVERIFY(placeholder()->text().headline.contains(QStringLiteral("401")));
        clickPlaceholder();
        QCOMPARE(retry.count(), 1);
    }

    void noLineOfOneWordIsLeftAtTheEnd()
    {
        QWidget around;
        around.resize(900, 400);
        Placeholder text(&around);
        // Chinese breaks anywhere: all lines but the last would be full, and that one nearly empty.
        const QLabel *detail = text.findChild<QLabel *>(QStringLiteral("placeholderDetail"));
        const int whole = detail->fontMetrics().horizontalAdvance(u'部');
        const int fit = 420 / whole;
        text.show({QStringLiteral("x"), QString(fit + 1, u'部'), {}});
        around.show();
        QTRY_VERIFY(detail->width() > 0);
        QVERIFY2(detail->width() < 300, qPrintable(QString::number(detail->width())));
    }

    void aFilterThatNothingMatchesOffersToClearIt()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        QSignalSpy clear(m_view.get(), &FleetView::clearFilterRequested);
        QTest::mouseClick(chip("chipFailed"), Qt::LeftButton);
        QCOMPARE(placeholder()->text().headline, QStringLiteral("No deployment matches"));
        clickPlaceholder();
        QCOMPARE(clear.count(), 1);
        QVERIFY(chip("chipAll")->isChecked());
        QCOMPARE(rows(), 3);
    }

    void whatIsFilteredForAndHowManyItHidesIsSaid()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        QSignalSpy counted(m_view.get(), &FleetView::rowCountChanged);
        m_view->setFilterText(QStringLiteral("<b>zzzz"));
        QCOMPARE(counted.constLast().constFirst().toInt(), 0);
        QCOMPARE(placeholder()->text().headline, QStringLiteral("No deployment matches “<b>zzzz”"));
        QCOMPARE(placeholder()->text().detail, QStringLiteral("3 are hidden by the filter."));
        for (const QLabel *label : placeholder()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        m_view->setFilterText({});
        QCOMPARE(counted.constLast().constFirst().toInt(), 3);
    }

    void spareWidthIsForIdsUntilAPersonChoosesOne()
    {
        open();
        auto *header = table()->horizontalHeader();
        const auto width = [header](int column) { return header->sectionSize(column); };
        m_view->resize(500, 400);
        QTRY_VERIFY(table()->width() <= 500);
        const int narrow = width(DeploymentModel::DeployedModelColumn);
        const int plan = width(DeploymentModel::PlanColumn);
        m_view->resize(1600, 400);
        QTRY_VERIFY(width(DeploymentModel::DeployedModelColumn) > narrow);
        QCOMPARE(width(DeploymentModel::PlanColumn), plan);
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_view->save(settings);
        m_view->resize(500, 400);
        QTRY_COMPARE(width(DeploymentModel::DeployedModelColumn), narrow);
        m_view->restore(settings);
        QCOMPARE(width(DeploymentModel::DeployedModelColumn), narrow);
        header->resizeSection(DeploymentModel::DeployedModelColumn, 123);
        m_view->resize(1600, 400);
        QTRY_VERIFY(table()->width() > 1500);
        QCOMPARE(width(DeploymentModel::DeployedModelColumn), 123);
    }

    void theAgeTakesTheSameRoomHoweverOftenItIsRead()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        auto *line = m_view->findChild<AgeLine *>();
        m_fleet->store->setIntervals(std::chrono::seconds(10), std::chrono::seconds(10));
        line->refresh();
        const int rare = line->sizeHint().width();
        const QString text = line->text();
        m_fleet->store->setIntervals(std::chrono::seconds(2), std::chrono::seconds(2));
        line->refresh();
        QVERIFY(line->text() != text);
        QCOMPARE(line->sizeHint().width(), rare);
    }

    void afterAFailedPollTheRowsStayAndAreCalledStale()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        QVERIFY(m_fleet->poll());
        QCOMPARE(rows(), 3);
        QVERIFY(!placeholder()->isVisible());
        QVERIFY(m_view->findChild<AgeLine *>()->text().startsWith(QStringLiteral("stale")));
    }

    void whatTheServiceCountsButDoesNotListIsSaid()
    {
        Test::RawServer server([](const Test::RawRequest &) {
            return Test::httpAnswer(200, R"({"output":{"total":3,"deployments":[
                {"deployed_model":"a"},{"deployed_model":"b"}]}})");
        });
        Client client(endpointAt(server.root(), {}, "sk-test"));
        DeploymentStore store(&client, &m_fleet->journal, QStringLiteral("raw"));
        m_view->setStore(&store, false);
        store.start();
        QTRY_COMPARE(rows(), 2);
        auto *line = m_view->findChild<AgeLine *>();
        QTRY_VERIFY2(line->text().startsWith(QStringLiteral("2 of 3 listed")), qPrintable(line->text()));
        QVERIFY(line->toolTip().contains(QStringLiteral("not shown")));
        m_view->setStore(nullptr, false);
    }

    void aLaterPageThatIsEmptyTakesNoRowAway()
    {
        bool isBroken = false;
        Test::RawServer server([&isBroken](const Test::RawRequest &request) {
            const bool isFirst = request.query().contains("page_no=1&");
            QByteArrayList items;
            for (int i = 0; i < (isFirst || !isBroken ? 100 : 0); ++i)
                items << R"({"deployed_model":"m-)" + request.query() + QByteArray::number(i) + R"("})";
            return Test::httpAnswer(200, R"({"output":{"total":300,"deployments":[)" + items.join(',') + "]}}");
        });
        Client client(endpointAt(server.root(), {}, "sk-test"));
        DeploymentStore store(&client, &m_fleet->journal, QStringLiteral("raw"));
        m_view->setStore(&store, false);
        store.start();
        QTRY_COMPARE(rows(), 300);
        isBroken = true;
        store.refresh();
        QTRY_COMPARE(store.freshness(), DeploymentStore::Freshness::Stale);
        QCOMPARE(rows(), 300);
        QVERIFY(m_view->findChild<AgeLine *>()->text().startsWith(QStringLiteral("stale")));
        m_view->setStore(nullptr, false);
    }

    void withoutANetworkTheAgeIsSaidToBeThatOfAnOfflineFleet()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        m_fleet->store->setOnline(false);
        m_fleet->advance(std::chrono::minutes(3));
        auto *line = m_view->findChild<AgeLine *>();
        QVERIFY(line->text().startsWith(QStringLiteral("offline")));
        QTRY_COMPARE(line->text(), QStringLiteral("offline: last updated 3 min ago"));
        QCOMPARE(rows(), 3);
        m_fleet->store->setOnline(true);
        QTRY_VERIFY(line->text().startsWith(QStringLiteral("updated")));
    }

    void aClockThatIsSetBackMakesNoAgeNegative()
    {
        open();
        m_fleet->advance(-std::chrono::hours(5));
        auto *line = m_view->findChild<AgeLine *>();
        line->refresh();
        QVERIFY2(line->text().startsWith(QStringLiteral("updated 0 s")), qPrintable(line->text()));
    }

    // ---- rows

    void theModelIsSoundThroughChanges()
    {
        const QAbstractItemModelTester tester(table()->fleet(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_fleet->insert(numbered(1, 5));
        open();
        m_view->setFilterText(QStringLiteral("model-0002"));
        m_fleet->insert({QStringLiteral("late")});
        QVERIFY(m_fleet->poll());
        m_view->setFilterText({});
        QCOMPARE(rows(), 6);
    }

    void theNewestIsOnTop()
    {
        insertOneASecond(numbered(1, 3));
        open();
        QCOMPARE(shownIds(), QStringList({QStringLiteral("model-0003"), QStringLiteral("model-0002"),
                                          QStringLiteral("model-0001")}));
    }

    void chipsCountAndFilter()
    {
        m_fleet->insert(numbered(1, 3));
        edit(QStringLiteral("model-0002"), QStringLiteral("FAILED"));
        open();
        QCOMPARE(chip("chipAll")->text(), QStringLiteral("All 3"));
        QCOMPARE(chip("chipRunning")->text(), QStringLiteral("Running 2"));
        QTest::mouseClick(chip("chipFailed"), Qt::LeftButton);
        QCOMPARE(shownIds(), QStringList{QStringLiteral("model-0002")});
        QCOMPARE(chip("chipAll")->text(), QStringLiteral("All 3"));
    }

    void chipsAreChosenByKeyboard()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        chip("chipRunning")->setFocus();
        QTest::keyClick(chip("chipRunning"), Qt::Key_Space);
        QVERIFY(chip("chipRunning")->isChecked());
        QTest::keyClick(chip("chipRunning"), Qt::Key_Right);
        QTRY_COMPARE(rows(), 0);
    }

    void whereRoomIsShortTheChipsKeepTheirNumbers()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        m_view->resize(420, 300);
        QTRY_COMPARE(chip("chipRunning")->text(), QStringLiteral("3"));
        QCOMPARE(chip("chipRunning")->accessibleName(), QStringLiteral("Running 3"));
        QVERIFY(m_view->minimumSizeHint().width() <= 420);
    }

    void aRowThatChangesSaysHowFar()
    {
        m_fleet->insert(numbered(1, 1));
        m_fleet->world().edit(QStringLiteral("model-0001"), [](auto &model) {
            model.status = QStringLiteral("UPDATING");
            model.capacity = 16;
        });
        open();
        const QModelIndex status = table()->fleet()->index(0, DeploymentModel::StatusColumn);
        QCOMPARE(status.data().toString(), QStringLiteral("Updating"));
        QCOMPARE(status.data(FleetProxy::ProgressRole).toDouble(), 0.25);
        QCOMPARE(table()->fleet()->index(0, DeploymentModel::CapacityColumn).data().toString(), QStringLiteral("4/16"));
    }

    void aRowSaysWhatItCostsNow()
    {
        m_fleet->insert(numbered(1, 1));
        m_fleet->world().edit(QStringLiteral("model-0001"),
                              [](auto &model) { model.modelUnitSpec = QStringLiteral("MU1"); });
        QVERIFY(m_fleet->load());
        const auto cost = [this] { return table()->fleet()->index(0, DeploymentModel::CostColumn).data().toString(); };
        m_view->setStore(m_fleet->store.get(), false, true);
        QCOMPARE(cost(), QStringLiteral("¥216"));
        m_view->setStore(m_fleet->store.get(), false);
        QCOMPARE(cost(), QStringLiteral("unknown"));
        m_view->setStore(m_fleet->store.get(), true);
        QCOMPARE(cost(), QStringLiteral("free"));
        m_fleet->world().edit(QStringLiteral("model-0001"),
                              [](auto &model) { model.status = QStringLiteral("STOPPED"); });
        QVERIFY(m_fleet->poll());
        QCOMPARE(cost(), QString());
    }

    void choosingARowLeavesTheColumnsWhereTheyAreAndArrowsMoveThem()
    {
        m_fleet->insert(numbered(1, 3));
        open();
        m_view->resize(320, 300);
        auto *across = table()->horizontalScrollBar();
        QTRY_VERIFY(across->maximum() > 0);
        across->setValue(40);
        const int y = table()->verticalHeader()->defaultSectionSize() / 2;
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, {4, y});
        QCOMPARE(across->value(), 40);
        QTest::keyClick(table(), Qt::Key_Right);
        QVERIFY(across->value() > 40);
    }

    void aMutationShowsItsProgressInTheRow()
    {
        m_fleet->insert(numbered(1, 1));
        open();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("scale=status=400")));
        QSignalSpy changed(m_fleet->store.get(), &DeploymentStore::mutationChanged);
        m_fleet->store->scale(QStringLiteral("model-0001"), {.capacity = 5});
        const QModelIndex status = table()->fleet()->index(0, DeploymentModel::StatusColumn);
        QCOMPARE(status.data().toString(), QStringLiteral("Scale: sending…"));
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(status.data().toString(), QStringLiteral("Scale refused"));
        QVERIFY(status.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Running")));
    }

    void aNewDeploymentThatTheListLacksSaysSo()
    {
        m_fleet = std::make_unique<FleetFixture>(Simulator::Timings{.listing = 3'600'000});
        open();
        QSignalSpy changed(m_fleet->store.get(), &DeploymentStore::mutationChanged);
        m_fleet->store->create(goodRequest());
        QTRY_COMPARE(changed.count(), 2);
        const QModelIndex status = table()->fleet()->index(0, DeploymentModel::StatusColumn);
        QVERIFY(status.data(Qt::ToolTipRole).toString().contains(QStringLiteral("does not show it yet")));
    }

    void textFromOutsideIsShownAsItIs()
    {
        m_fleet->insert(numbered(1, 1));
        m_fleet->world().edit(QStringLiteral("model-0001"),
                              [](auto &model) { model.name = QStringLiteral("<b>x</b>\u202e"); });
        open();
        const QModelIndex name = table()->fleet()->index(0, DeploymentModel::NameColumn);
        QCOMPARE(name.data().toString(), QStringLiteral("<b>x</b>\u27e8U+202E\u27e9"));
        QVERIFY(name.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    }

    // ---- what a person chose stays

    void aClickChoosesAndArrivingDataDoesNot()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        QSignalSpy current(m_view.get(), &FleetView::currentChanged);
        clickRow(QStringLiteral("model-0002"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        m_fleet->insert(numbered(5, 9));
        QVERIFY(m_fleet->poll());
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        QCOMPARE(current.count(), 1);
    }

    void whatIsFilteredAwayIsNotSelectedAndComesBackSelected()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0002"));
        clickRow(QStringLiteral("model-0003"), Qt::ControlModifier);
        QSignalSpy changed(m_view.get(), &FleetView::selectionChanged);
        QSignalSpy current(m_view.get(), &FleetView::currentChanged);
        m_view->setFilterText(QStringLiteral("0002"));
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        QVERIFY(changed.count() > 0);
        QCOMPARE(m_view->currentId(), QString());
        m_view->setFilterText({});
        QCOMPARE(m_view->selectedIds().size(), 2);
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
        QCOMPARE(table()->currentIndex().data(DeploymentModel::IdRole).toString(), QStringLiteral("model-0003"));
        QCOMPARE(current.count(), 2);
    }

    void oneSelectedRowThatIsFilteredAwayIsStillLookedAt()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0003"));
        QSignalSpy current(m_view.get(), &FleetView::currentChanged);
        m_view->setFilterText(QStringLiteral("0002"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
        m_view->setFilterText({});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0003")});
        QCOMPARE(current.count(), 0);
    }

    void ofSeveralSelectedTheOneLeftByAFilterIsLookedAtByAClick()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0002"));
        clickRow(QStringLiteral("model-0003"), Qt::ControlModifier);
        m_view->setFilterText(QStringLiteral("0002"));
        clickRow(QStringLiteral("model-0002"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
    }

    void aNewChoiceForgetsWhatWasFilteredAway()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0003"));
        m_view->setFilterText(QStringLiteral("0002"));
        clickRow(QStringLiteral("model-0002"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
        m_view->setFilterText({});
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
    }

    void theNeighbourOfADeletedRowIsLookedAtWhenItIsClicked()
    {
        for (const char *neighbour : {"model-0001", "model-0003"}) {
            init();
            insertOneASecond(numbered(1, 3));
            open();
            clickRow(QStringLiteral("model-0002"));
            remove(QStringLiteral("model-0002"));
            QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
            clickRow(QLatin1String(neighbour));
            QCOMPARE(m_view->selectedIds(), QStringList{QLatin1String(neighbour)});
            QCOMPARE(m_view->currentId(), QLatin1String(neighbour));
        }
    }

    void ofSeveralSelectedTheRestIsNotLookedAtWhenTheCurrentOneIsDeleted()
    {
        insertOneASecond(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0003"));
        clickRow(QStringLiteral("model-0002"), Qt::ControlModifier);
        remove(QStringLiteral("model-0002"));
        QCOMPARE(m_view->currentId(), QString());
        clickRow(QStringLiteral("model-0003"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
    }

    void whatIsDeselectedIsNotLookedAt()
    {
        insertOneASecond(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0002"));
        clickRow(QStringLiteral("model-0002"), Qt::ControlModifier);
        QCOMPARE(m_view->currentId(), QString());
        clickRow(QStringLiteral("model-0002"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, {20, table()->viewport()->height() - 5});
        QVERIFY(m_view->selectedIds().isEmpty());
        QCOMPARE(m_view->currentId(), QString());
    }

    void ofTwoSelectedTheOneLeftByAClickIsLookedAt()
    {
        insertOneASecond(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0002"));
        clickRow(QStringLiteral("model-0003"), Qt::ControlModifier);
        clickRow(QStringLiteral("model-0003"), Qt::ControlModifier);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
    }

    void movingOverRowsWithoutSelectingThemLooksAtTheSelectedOneUntilEnter()
    {
        insertOneASecond(numbered(1, 4));
        open();
        clickRow(QStringLiteral("model-0003"));
        QTest::keyClick(table(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(table()->currentIndex().data(DeploymentModel::IdRole).toString(), QStringLiteral("model-0002"));
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0003")});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0002")});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0002"));
    }

    void aFilterThatLeavesRowsHereAndThereKeepsTheChoice()
    {
        insertOneASecond(numbered(1, 120));
        open();
        clickRow(QStringLiteral("model-0055"));
        QSignalSpy reset(table()->fleet(), &QAbstractItemModel::modelReset);
        m_view->setFilterText(QStringLiteral("4"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0055"));
        clickRow(QStringLiteral("model-0014"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0014"));
        m_view->setFilterText({});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0014"));
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0014")});
        QCOMPARE(reset.count(), 0);
    }

    void whatIsShownFromElsewhereWhileItIsFilteredAwayIsSelectedWhenItComesBack()
    {
        m_fleet->insert(numbered(1, 4));
        open();
        m_view->setFilterText(QStringLiteral("0002"));
        clickRow(QStringLiteral("model-0002"));
        m_view->setCurrentId(QStringLiteral("model-0003"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
        QVERIFY(m_view->selectedIds().isEmpty());
        m_view->setFilterText({});
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0003")});
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0003"));
    }

    void aSelectedRowThatIsDeletedIsNotSelectedWhenItsNameReturns()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        clickRow(QStringLiteral("model-0001"));
        remove(QStringLiteral("model-0001"));
        QVERIFY(m_view->selectedIds().isEmpty());
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0001"));
        m_fleet->insert(numbered(1, 1));
        QVERIFY(m_fleet->poll());
        QCOMPARE(rows(), 2);
        QVERIFY(m_view->selectedIds().isEmpty());
        QCOMPARE(m_view->currentId(), QString());
    }

    void sortingKeepsTheChoice()
    {
        insertOneASecond(numbered(1, 30));
        open();
        clickRow(QStringLiteral("model-0029"));
        clickRow(QStringLiteral("model-0027"), Qt::ControlModifier);
        QSignalSpy current(m_view.get(), &FleetView::currentChanged);
        clickHeader(DeploymentModel::DeployedModelColumn);
        QCOMPARE(shownIds().first(), QStringLiteral("model-0001"));
        QCOMPARE(m_view->selectedIds(), QStringList({QStringLiteral("model-0027"), QStringLiteral("model-0029")}));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0027"));
        QCOMPARE(current.count(), 0);
    }

    void rowsThatComeAboveLeaveTheVisibleOnesWhereTheyAre()
    {
        insertOneASecond(numbered(1, 60));
        open();
        scrollTo(200);
        const QString top = idAt(5);
        insertOneASecond(numbered(61, 70));
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(rows(), 70);
        QTRY_COMPARE(idAt(5), top);
    }

    void theCurrentRowStaysWhereItIsWhileItIsSeen()
    {
        insertOneASecond(numbered(1, 60));
        open();
        scrollTo(200);
        const QString top = idAt(5);
        const QString current = idAt(150);
        clickRow(current);
        const auto place = [&] { return table()->rowViewportPosition(table()->fleet()->indexOf(current).row()); };
        const int before = place();
        insertOneASecond(numbered(61, 70)); // above both
        remove(idAt(100));                  // between them
        QTRY_COMPARE(rows(), 69);
        QTRY_COMPARE(place(), before);
        QVERIFY(idAt(5) != top);
        QCOMPARE(m_view->currentId(), current);
    }

    void aMenuStaysOnItsRowAlsoAtTheTop()
    {
        insertOneASecond(numbered(1, 60));
        open();
        const QString current = idAt(50);
        clickRow(current);
        const int before = table()->rowViewportPosition(table()->fleet()->indexOf(current).row());
        QMenu menu;
        menu.addAction(QStringLiteral("Delete"));
        menu.popup(table()->viewport()->mapToGlobal(QPoint(60, before)));
        insertOneASecond(numbered(61, 70));
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(rows(), 70);
        QTRY_COMPARE(table()->rowViewportPosition(table()->fleet()->indexOf(current).row()), before);
        menu.close();
    }

    void theCurrentRowStaysWhereItIsAlsoAtTheTop()
    {
        insertOneASecond(numbered(1, 60));
        open();
        const QString current = idAt(50);
        clickRow(current);
        const auto place = [&] { return table()->rowViewportPosition(table()->fleet()->indexOf(current).row()); };
        const int before = place();
        insertOneASecond(numbered(61, 70));
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(rows(), 70);
        QTRY_COMPARE(place(), before);
    }

    void atTheTopNewRowsAreSeen()
    {
        insertOneASecond(numbered(1, 60));
        open();
        insertOneASecond(numbered(61, 70));
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(idAt(5), QStringLiteral("model-0070"));
    }

    void afterTheFilterThePlaceIsTheSame()
    {
        insertOneASecond(numbered(1, 60));
        open();
        scrollTo(200);
        for (const char *text : {"0", "00", "0001"})
            m_view->setFilterText(QLatin1String(text));
        m_view->setFilterText({});
        QCOMPARE(table()->verticalScrollBar()->value(), 200);
    }

    void anotherAccountForgetsTheChoiceAndKeepsTheColumns()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        clickRow(QStringLiteral("model-0001"));
        table()->horizontalHeader()->moveSection(0, 3);
        table()->horizontalHeader()->resizeSection(DeploymentModel::PlanColumn, 77);
        m_view->setStore(nullptr, false);
        QCOMPARE(m_view->currentId(), QString());
        QVERIFY(m_view->selectedIds().isEmpty());
        QCOMPARE(table()->horizontalHeader()->visualIndex(DeploymentModel::StatusColumn), 3);
        QCOMPARE(table()->columnWidth(DeploymentModel::PlanColumn), 77);
    }

    void rowsOfAnotherAccountWithTheSameIdsAreNotHighlighted()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        FleetFixture other;
        other.insert(numbered(1, 2));
        QVERIFY(other.load());
        clickRow(QStringLiteral("model-0001"));
        m_view->setStore(other.store.get(), false);
        QVERIFY(!table()->selectionModel()->hasSelection());
        clickRow(QStringLiteral("model-0001"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0001"));
        m_view->setStore(nullptr, false);
    }

    void itOutlivesItsStore()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        clickRow(QStringLiteral("model-0001"));
        m_fleet.reset();
        QCOMPARE(rows(), 0);
        QCOMPARE(placeholder()->text().headline, QStringLiteral("No account"));
    }

    // ---- keyboard

    void homeAndEndGoToTheFirstAndLastRow()
    {
        insertOneASecond(numbered(1, 9));
        open();
        m_view->focusTable();
        QTest::keyClick(table(), Qt::Key_End);
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0001"));
        QTest::keyClick(table(), Qt::Key_Home);
        QCOMPARE(m_view->selectedIds(), QStringList{QStringLiteral("model-0009")});
    }

    void enterActivatesAndLettersDoNothing()
    {
        insertOneASecond(numbered(1, 9));
        open();
        clickRow(QStringLiteral("model-0005"));
        QSignalSpy activated(m_view.get(), &FleetView::activated);
        QTest::keyClicks(table(), QStringLiteral("model-0001"));
        QCOMPARE(m_view->currentId(), QStringLiteral("model-0005"));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(activated.value(0).value(0).toString(), QStringLiteral("model-0005"));
    }

    void aDoubleClickActivates()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        QSignalSpy activated(m_view.get(), &FleetView::activated);
        const QPoint at = centreOf(QStringLiteral("model-0001"));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(activated.count(), 1);
    }

    void rowsAreCopiedAsLinesWithTheIdFirst()
    {
        m_fleet->insert(numbered(1, 2));
        open();
        m_view->focusTable();
        QTest::keySequence(table(), QKeySequence::SelectAll);
        QTest::keySequence(table(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().section(u'\t', 0, 1), shownIds().first() + QStringLiteral("\tRunning"));
        QVERIFY(!lines.first().contains(QStringLiteral("ago")));
    }

    void menusHoldTheActionsAndTheColumns()
    {
        QAction scale(QStringLiteral("Scale…"));
        m_view->setContextActions({&scale});
        m_fleet->insert(numbered(1, 1));
        open();
        Q_EMIT table()->customContextMenuRequested(centreOf(QStringLiteral("model-0001")));
        auto *menu = table()->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu && menu->actions().contains(&scale));
        auto *plan = menu->findChild<QAction *>(QStringLiteral("show_plan"));
        plan->trigger();
        QVERIFY(table()->isColumnHidden(DeploymentModel::PlanColumn));
        menu->findChild<QAction *>(QStringLiteral("resetColumns"))->trigger();
        QVERIFY(!table()->isColumnHidden(DeploymentModel::PlanColumn));
        menu->close();
    }

    // ---- remembered

    void columnsSortingAndChipAreRemembered()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QHeaderView *header = table()->horizontalHeader();
        header->moveSection(header->visualIndex(DeploymentModel::NameColumn), 0);
        header->resizeSection(DeploymentModel::NameColumn, 123);
        header->setSectionHidden(DeploymentModel::PlanColumn, true);
        header->setSortIndicator(DeploymentModel::NameColumn, Qt::AscendingOrder);
        QTest::mouseClick(chip("chipStopped"), Qt::LeftButton);
        m_view->save(settings);

        FleetView other;
        other.restore(settings);
        const QHeaderView *restored = other.findChild<FleetTable *>()->horizontalHeader();
        QCOMPARE(restored->visualIndex(DeploymentModel::NameColumn), 0);
        QCOMPARE(restored->sectionSize(DeploymentModel::NameColumn), 123);
        QVERIFY(restored->isSectionHidden(DeploymentModel::PlanColumn));
        QCOMPARE(restored->sortIndicatorSection(), int(DeploymentModel::NameColumn));
        QVERIFY(other.findChild<QToolButton *>(QStringLiteral("chipStopped"))->isChecked());
        QCOMPARE(other.findChild<FleetTable *>()->fleet()->phase(), std::optional(Phase::Stopped));
    }

    void nonsenseInTheSettingsIsLeftAside()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        const int width = table()->columnWidth(DeploymentModel::PlanColumn);
        settings.setValue(QStringLiteral("fleet/columns"),
                          QStringList({QStringLiteral("plan:-5"), QStringLiteral("nosuch:100"), QString(),
                                       QStringLiteral("deployedModel:90:hidden")}));
        settings.setValue(QStringLiteral("fleet/sort"), QStringLiteral("nosuch:sideways"));
        m_view->restore(settings);
        QCOMPARE(table()->columnWidth(DeploymentModel::PlanColumn), width);
        QVERIFY(!table()->isColumnHidden(DeploymentModel::DeployedModelColumn));
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), int(DeploymentModel::CreatedColumn));
    }

private:
    void open()
    {
        m_view->setStore(m_fleet->store.get(), false);
        QVERIFY(m_fleet->load());
    }

    void insertOneASecond(const QStringList &ids)
    {
        for (const QString &id : ids) {
            m_fleet->advance(1s);
            m_fleet->insert({id});
        }
    }

    void edit(const QString &id, const QString &status)
    {
        QVERIFY(m_fleet->world().edit(id, [&status](auto &model) { model.status = status; }));
    }

    void remove(const QString &id)
    {
        edit(id, QStringLiteral("DELETING"));
        m_fleet->advance(1h);
        QVERIFY(m_fleet->poll());
        QVERIFY(m_fleet->store->rowOf(id) < 0);
    }

    int rows() const { return table()->fleet()->rowCount(); }

    QStringList shownIds() const
    {
        QStringList ids;
        for (int row = 0; row < rows(); ++row)
            ids << table()->fleet()->index(row, 0).data(DeploymentModel::IdRole).toString();
        return ids;
    }

    void scrollTo(int value)
    {
        QTRY_VERIFY(table()->verticalScrollBar()->maximum() > value);
        table()->verticalScrollBar()->setValue(value);
    }

    QString idAt(int y) const { return table()->indexAt({5, y}).data(DeploymentModel::IdRole).toString(); }

    QPoint centreOf(const QString &id) const
    {
        const QModelIndex index = table()->fleet()->indexOf(id, DeploymentModel::DeployedModelColumn);
        table()->scrollTo(index);
        return table()->visualRect(index).center();
    }

    void clickRow(const QString &id, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, centreOf(id));
    }

    void clickHeader(int column)
    {
        const QHeaderView *header = table()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }

    void clickPlaceholder()
    {
        auto *button = m_view->findChild<QPushButton *>(QStringLiteral("placeholderAction"));
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    FleetTable *table() const { return m_view->findChild<FleetTable *>(); }
    Placeholder *placeholder() const { return m_view->findChild<Placeholder *>(); }
    QToolButton *chip(const char *name) const { return m_view->findChild<QToolButton *>(QLatin1String(name)); }

    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<FleetView> m_view;
};

QTEST_MAIN(TestFleetView)
#include "tst_ui_fleetview.moc"
