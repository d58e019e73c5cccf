// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ten thousand deployments may cost, counted: requests, announcements, painted rows, timers, allocations. Nothing
// here is timed.
#include "app/fleet/deploymentmodel.h"
#include "app/simulator/background.h"
#include "app/simulator/world.h"
#include "tests/support/allocations.h"
#include "tests/support/applicationmain.h"
#include "tests/support/eventloop.h"
#include "tests/support/fleetfixture.h"
#include "ui/fleet/chipbar.h"
#include "ui/fleet/delegates.h"
#include "ui/fleet/deletedialog.h"
#include "ui/fleet/deleterow.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/fleettable.h"
#include "ui/fleet/fleetview.h"
#include "ui/fleet/selectionkeeper.h"

#include <QHeaderView>
#include <QMenu>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <malloc.h>

using namespace Slipway;

namespace {

constexpr int fleetSize = 10'000;
constexpr qint64 minuteThatPasses = 2; ///< texts that it changes ("5 minutes ago")

QString idAt(int number)
{
    return QStringLiteral("model-%1").arg(number, 5, 10, QLatin1Char('0'));
}

/// What is painted of the table, and which timers tick in which widgets.
class Watch : public QObject
{
public:
    explicit Watch(QWidget *viewport) : m_viewport(viewport) { QCoreApplication::instance()->installEventFilter(this); }

    int paints = 0; ///< of the table's rows
    QRegion painted;
    int ticks = 0; ///< timers of widgets

    void reset()
    {
        paints = ticks = 0;
        painted = {};
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && object == m_viewport) {
            ++paints;
            painted += static_cast<QPaintEvent *>(event)->region();
        }
        ticks += int(event->type() == QEvent::Timer && object->isWidgetType());
        return false;
    }

private:
    QWidget *m_viewport;
};

/// How often a model said something.
struct Announcements
{
    explicit Announcements(QAbstractItemModel *model) :
        changed(model, &QAbstractItemModel::dataChanged),
        layouts(model, &QAbstractItemModel::layoutChanged),
        resets(model, &QAbstractItemModel::modelReset),
        inserted(model, &QAbstractItemModel::rowsInserted),
        removed(model, &QAbstractItemModel::rowsRemoved)
    {
    }

    qsizetype structural() const { return layouts.size() + resets.size() + inserted.size() + removed.size(); }

    int changedRows() const
    {
        int rows = 0;
        for (const QList<QVariant> &one : changed)
            rows += one.at(1).toModelIndex().row() - one.at(0).toModelIndex().row() + 1;
        return rows;
    }

    QSignalSpy changed;
    QSignalSpy layouts;
    QSignalSpy resets;
    QSignalSpy inserted;
    QSignalSpy removed;
};

} // namespace

class TestTenThousand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_simulator.start());
        m_simulator.inWorld([](Simulator::World &world) {
            for (int number = 0; number < fleetSize; ++number)
                world.insert(running(idAt(number)));
        });
        m_client = std::make_unique<Client>(endpointAt(m_simulator.url(), {}, "sk-any"));
        m_store = std::make_unique<DeploymentStore>(m_client.get(), &m_journal, QStringLiteral("Test"));
        m_store->setIntervals(std::chrono::hours(1), std::chrono::hours(1));
        m_view.resize(1100, 400);
        m_view.setStore(m_store.get(), false);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        m_table = m_view.findChild<FleetTable *>();
        m_watch = std::make_unique<Watch>(m_table->viewport());
        QSignalSpy polled(m_store.get(), &DeploymentStore::polled);
        m_store->start();
        QVERIFY(polled.wait(50'000));
        QCOMPARE(m_table->fleet()->rowCount(), fleetSize);
    }

    void cleanupTestCase() { m_view.setStore(nullptr, false); }

    void init()
    {
        m_view.show();
        m_view.setFilterText({});
        m_table->horizontalHeader()->setSortIndicator(DeploymentModel::DeployedModelColumn, Qt::AscendingOrder);
        m_table->keeper()->setCurrentId({});
        m_table->verticalScrollBar()->setValue(0);
        settle();
        m_watch->reset();
    }

    void aPollAsksOnceForEachPage()
    {
        const qsizetype before = m_simulator.requestCount();
        QVERIFY(poll());
        QCOMPARE(m_simulator.requestCount() - before, fleetSize / 100);
    }

    void aPollThatChangedNothingSaysAndPaintsNothing()
    {
        const Announcements said(m_table->fleet());
        QVERIFY(poll());
        settle();
        QCOMPARE(said.structural() + said.changed.size(), 0);
        QCOMPARE(m_watch->paints, 0);
    }

    void aPollThatChangedNothingAllocatesLittle()
    {
        if (!Allocations::areCounted())
            QSKIP("Not with a sanitizer.");
        QVERIFY(poll());
        const Allocations before;
        QVERIFY(poll());
        // An id's place in two sets and a list is what a row takes; the rest is for a hundred requests.
        const auto count = before.sinceThen();
        QVERIFY2(count < 5 * fleetSize, qPrintable(QString::number(count)));
    }

    void pollsThatChangeRowsLeaveTheHeapWhereItWas()
    {
        if (!Allocations::areCounted())
            QSKIP("Not with a sanitizer.");
        const auto pollSome = [this](int count) {
            for (int round = 0; round < count; ++round) {
                change([](int number) { return number % 100 == 5; });
                QVERIFY(poll());
            }
        };
        pollSome(10); // caches fill
        // The buffers of six sockets grow to 64 KB when a burst needs it, once. What is lost is lost every time.
        double grown = 0;
        for (int times = 0; times < 6; ++times) {
            const double before = heapInUse();
            pollSome(10);
            grown = heapInUse() - before;
            if (grown < 64 * 1024)
                return;
        }
        QFAIL(qPrintable(QString::number(grown)));
    }

    void aHundredChangedRowsAreTouchedAndOnlyTheVisibleOnesPainted()
    {
        const int visible = m_table->rowAt(0) + 3;
        change([](int number) { return number % 100 == 3; });
        const Announcements said(m_table->fleet());
        QVERIFY(poll());
        settle();
        QCOMPARE(said.structural(), 0);
        QCOMPARE(said.changedRows(), 100);
        const QRect row(0, m_table->rowViewportPosition(visible), m_table->viewport()->width(),
                        m_table->rowHeight(visible));
        QCOMPARE(m_watch->painted.boundingRect(), row);
    }

    void rowsThatChangeOutOfSightPaintNothing()
    {
        change([](int number) { return number > 5000 && number % 50 == 7; });
        const Announcements said(m_table->fleet());
        QVERIFY(poll());
        settle();
        QCOMPARE(said.changedRows(), 100);
        QCOMPARE(m_watch->paints, 0);
    }

    void whatIsSortedAwayTakesNeitherViewNorChoiceAlong()
    {
        m_table->horizontalHeader()->setSortIndicator(DeploymentModel::RpmLimitColumn, Qt::AscendingOrder);
        settle();
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2 + 5);
        chooseEach(20);
        const int top = m_table->rowAt(0);
        m_view.setFocus();
        const QString first = id(top);
        const QString second = id(top + 1);
        const int height = m_table->rowViewportPosition(top + 1);
        const QStringList chosen = sorted(m_view.selectedIds());
        const QString current = m_view.currentId();
        m_simulator.inWorld([&](Simulator::World &world) {
            for (int number = 0; number < fleetSize; number += 100)
                world.edit(idAt(number), [&](auto &row) { row.rpmLimit = 1 + ++m_edits; });
            world.edit(first, [&](auto &row) { row.rpmLimit = 1 + ++m_edits; });
        });
        const Announcements said(m_table->fleet());
        QVERIFY(poll());
        settle();
        QCOMPARE(said.layouts.size(), 1);
        QCOMPARE(said.structural(), 1);
        QCOMPARE(m_table->rowViewportPosition(m_table->fleet()->indexOf(second).row()), height);
        QCOMPARE(sorted(m_view.selectedIds()), chosen);
        QCOMPARE(m_view.currentId(), current);
    }

    void rowsThatComeIntoTheFilterAndLeaveItTakeTheViewNowhere()
    {
        m_table->fleet()->setPhase(Phase::Running);
        settle();
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2 + 5);
        chooseEach(20);
        const int row = m_table->rowAt(0) + 1;
        const QString seen = id(id(row).endsWith(QStringLiteral("50")) ? row + 1 : row);
        const auto place = [&] { return m_table->rowViewportPosition(m_table->fleet()->indexOf(seen).row()); };
        const int before = place();
        const QStringList chosen = sorted(m_view.selectedIds());
        const QString current = m_view.currentId();
        for (const QString &status : {QStringLiteral("STOPPED"), QStringLiteral("RUNNING")}) {
            m_simulator.inWorld([&](Simulator::World &world) {
                for (int number = 50; number < fleetSize; number += 100)
                    world.edit(idAt(number), [&](auto &one) { one.status = status; });
            });
            const Announcements said(m_table->fleet());
            QVERIFY(poll());
            settle();
            QCOMPARE(said.resets.size(), 0);
            QCOMPARE(said.structural(), 2); // one new layout, and all that come or go at once
            QCOMPARE(place(), before);
            QCOMPARE(m_view.currentId(), current);
        }
        QCOMPARE(sorted(m_view.selectedIds()), chosen);
        m_table->fleet()->setPhase(std::nullopt);
    }

    void anOpenMenuStaysOpenThroughAPoll()
    {
        Q_EMIT m_table->customContextMenuRequested(QPoint(20, 20));
        auto *menu = m_table->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu && menu->isVisible());
        change([](int number) { return number % 100 == 9; });
        QVERIFY(poll());
        QVERIFY(menu->isVisible());
        menu->close();
    }

    void aKeystrokeInTheFilterSaysLittleAndAsksNobody()
    {
        chooseEach(20);
        const QStringList chosen = sorted(m_view.selectedIds());
        const qsizetype before = m_simulator.requestCount();
        for (const QString &text : {QStringLiteral("7"), QStringLiteral("77"), QStringLiteral("7"), QString()}) {
            const Announcements said(m_table->fleet());
            m_view.setFilterText(text);
            QVERIFY2(said.structural() <= 8, qPrintable(text));
            QCOMPARE(said.resets.size(), 0);
        }
        QCOMPARE(m_simulator.requestCount(), before);
        QCOMPARE(sorted(m_view.selectedIds()), chosen);
    }

    void allCanBeChosenFilteredAwayAndBack()
    {
        m_table->selectAll();
        QCOMPARE(m_view.selectedCount(), fleetSize);
        m_view.setFilterText(QStringLiteral("77"));
        QVERIFY(m_view.selectedCount() < fleetSize);
        QCOMPARE(m_view.selectedCount(), m_table->fleet()->rowCount());
        m_view.setFilterText({});
        QCOMPARE(m_view.selectedCount(), fleetSize);
    }

    void aClickOnAHeaderIsOneAnnouncement()
    {
        const Announcements said(m_table->fleet());
        m_table->horizontalHeader()->setSortIndicator(DeploymentModel::DeployedModelColumn, Qt::DescendingOrder);
        QCOMPARE(said.layouts.size(), 1);
        QCOMPARE(said.structural(), 1);
        QCOMPARE(id(0), idAt(fleetSize - 1));
    }

    void theDeleteDialogMakesAFewRowsAtATimeAndNoMoreThanItSays()
    {
        QStringList ids;
        for (int number = 0; number < 500; ++number)
            ids << idAt(number);
        DeleteDialog dialog(m_store.get(), {}, ids);
        const auto rows = [&dialog] { return dialog.findChildren<DeleteRow *>().size(); };
        QCOMPARE(rows(), 4);
        dialog.show();
        QVERIFY(takeTurn());
        QVERIFY(rows() < DeleteDialog::mostAtOnce); // not all in one turn
        QTRY_COMPARE(rows(), DeleteDialog::mostAtOnce);
        QVERIFY(dialog.findChild<QWidget *>(QStringLiteral("leftOut"))->isVisible());
    }

    void whatWasShownBeforeIsNotShapedAgain()
    {
        m_table->viewport()->repaint();
        const qint64 before = shapings();
        m_table->viewport()->repaint();
        QVERIFY(shapings() - before <= minuteThatPasses);
        m_table->verticalScrollBar()->setValue(1000);
        m_table->viewport()->repaint();
        QVERIFY(shapings() - before > minuteThatPasses);
        const qint64 further = shapings();
        m_table->verticalScrollBar()->setValue(0);
        m_table->viewport()->repaint();
        QVERIFY(shapings() - further <= minuteThatPasses);
    }

    void whatFitsIsNotShapedAgainInAnotherWidth()
    {
        QHeaderView *header = m_table->horizontalHeader();
        const int column = DeploymentModel::StatusColumn;
        const int width = header->sectionSize(column);
        header->resizeSection(column, 300);
        m_table->viewport()->repaint();
        const qint64 before = shapings();
        for (int wider = 301; wider < 320; ++wider) {
            header->resizeSection(column, wider);
            m_table->viewport()->repaint();
        }
        QVERIFY(shapings() - before <= minuteThatPasses);
        header->resizeSection(column, width);
    }

    void theRowsAreLaidOutAndPaintedOnceInANewSize()
    {
        const QSize size = m_view.size();
        Watch chips(m_view.findChild<ChipBar *>());
        for (const QSize &other : {size + QSize(200, 100), QSize(420, 300), size}) {
            settle();
            m_watch->reset();
            chips.reset();
            m_view.resize(other);
            for (int turn = 0; turn < 3; ++turn)
                settle();
            QCOMPARE(m_watch->paints, 1);
            QCOMPARE(chips.paints, 1);
        }
    }

    void selectingAllRowsDoesNotPaintTheTitles()
    {
        settle();
        const Watch titles(m_table->horizontalHeader()->viewport());
        QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
        settle();
        QCOMPARE(m_view.selectedCount(), fleetSize);
        QCOMPARE(titles.paints, 0);
        QTest::keyClick(m_table, Qt::Key_Down);
        settle();
        QCOMPARE(m_view.selectedCount(), 1);
        QCOMPARE(titles.paints, 0);
    }

    void aHiddenWindowNeitherPaintsNorTicks()
    {
        m_view.hide();
        m_watch->reset();
        change([](int number) { return number < 100; });
        QVERIFY(poll());
        QTest::qWait(2500); // longer than the age's tick: proves silence
        QCOMPARE(m_watch->paints, 0);
        QCOMPARE(m_watch->ticks, 0);
    }

    /// That nothing is painted then is the window system's to say; the one for tests does not.
    void aMinimisedWindowDoesNotTick()
    {
        m_view.showMinimized();
        settle();
        change([](int number) { return number < 100; });
        QVERIFY(poll());
        QTest::qWait(2500); // longer than the age's tick: proves silence
        QCOMPARE(m_watch->ticks, 0);
        m_view.showNormal();
    }

private:
    /// Of all cells' texts, so far.
    qint64 shapings() const
    {
        qint64 sum = 0;
        const auto delegates = m_table->findChildren<CellDelegate *>();
        for (const CellDelegate *delegate : delegates)
            sum += delegate->texts().shapings();
        return sum;
    }

    static double heapInUse()
    {
        const auto heap = mallinfo2();
        return double(heap.uordblks) + double(heap.hblkhd);
    }

    static Simulator::Options options()
    {
        Simulator::Options options;
        options.deployments = 0;
        return options;
    }

    bool poll()
    {
        QSignalSpy polled(m_store.get(), &DeploymentStore::polled);
        m_store->refresh();
        return polled.wait(50'000);
    }

    /// Everything that was asked to be painted is painted, and not counted.
    void settle()
    {
        takeTurn();
        QCoreApplication::sendPostedEvents();
    }

    void change(const std::function<bool(int)> &isChosen)
    {
        m_simulator.inWorld([&](Simulator::World &world) {
            for (int number = 0; number < fleetSize; ++number) {
                if (isChosen(number))
                    world.edit(idAt(number), [&](auto &row) { row.tpmLimit = ++m_edits; });
            }
        });
        settle();
        m_watch->reset();
    }

    void chooseEach(int step)
    {
        auto *selection = m_table->selectionModel();
        QItemSelection rows;
        for (int row = 0; row < m_table->fleet()->rowCount(); row += step)
            rows.append(QItemSelectionRange(m_table->fleet()->index(row, 0)));
        selection->setCurrentIndex(m_table->fleet()->index(40, 0), QItemSelectionModel::NoUpdate);
        selection->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    QString id(int row) const { return m_table->fleet()->deploymentInRow(row)->deployedModel; }

    static QStringList sorted(QStringList ids)
    {
        ids.sort();
        return ids;
    }

    Simulator::Background m_simulator{options()};
    Journal m_journal;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<DeploymentStore> m_store;
    FleetView m_view;
    FleetTable *m_table = nullptr;
    std::unique_ptr<Watch> m_watch;
    qint64 m_edits = 100'000; ///< always as many digits
};

SLIPWAY_TEST_MAIN(TestTenThousand)
#include "tst_ui_tenthousand.moc"
