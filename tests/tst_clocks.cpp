// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/clocks.h"
#include "app/fleet/wakewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

const QDateTime noon = QDateTime::fromString(QStringLiteral("2026-08-01T12:00:00Z"), Qt::ISODate);

/// Clocks that are moved by hand.
struct HandClocks
{
    QDateTime wall = noon;
    std::chrono::milliseconds steady = 100h;

    Clocks clocks()
    {
        return {[this] { return wall; }, [this] { return steady; }};
    }
};

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeIsWhatTheClockSaysThatSawMoreOfIt_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("wall");
        QTest::addColumn<std::chrono::milliseconds>("steady");
        QTest::addColumn<std::chrono::milliseconds>("passed");
        QTest::newRow("both alike") << 5000ms << 5000ms << 5000ms;
        QTest::newRow("set back by hours") << std::chrono::milliseconds(-7h) << 5000ms << 5000ms;
        QTest::newRow("a virtual machine stood still")
            << std::chrono::milliseconds(7h) << 1000ms << std::chrono::milliseconds(7h);
        QTest::newRow("nothing") << 0ms << 0ms << 0ms;
        QTest::newRow("both go back") << -5000ms << -5000ms << 0ms;
    }

    void timeIsWhatTheClockSaysThatSawMoreOfIt()
    {
        QFETCH(const std::chrono::milliseconds, wall);
        QFETCH(const std::chrono::milliseconds, steady);
        QFETCH(const std::chrono::milliseconds, passed);
        const Moment from{noon, 1h};
        QCOMPARE(elapsed(from, {noon.addMSecs(wall.count()), 1h + steady}), passed);
    }

    void theSystemsSteadyClockGoesForward()
    {
        const Clocks clocks = Clocks::ofSystem();
        const Moment first = clocks.now();
        QVERIFY(first.steady > 0ms);
        QTRY_VERIFY(clocks.now().steady > first.steady);
    }

    void aSleepIsNoticedAndAnHourSetBackIsNot_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("wall");
        QTest::addColumn<std::chrono::milliseconds>("steady");
        QTest::addColumn<bool>("told");
        QTest::newRow("slept") << std::chrono::milliseconds(3h) << std::chrono::milliseconds(3h) << true;
        QTest::newRow("stood still") << std::chrono::milliseconds(3h) << 10ms << true;
        QTest::newRow("slept, and the wall clock is wrong since") << -5000ms << std::chrono::milliseconds(3h) << true;
        QTest::newRow("set back") << std::chrono::milliseconds(-3h) << 10ms << false;
        QTest::newRow("busy") << 7000ms << 7000ms << false;
    }

    void aSleepIsNoticedAndAnHourSetBackIsNot()
    {
        QFETCH(const std::chrono::milliseconds, wall);
        QFETCH(const std::chrono::milliseconds, steady);
        QFETCH(const bool, told);
        HandClocks hand;
        int looks = 0;
        WakeWatch watch;
        watch.setClocks({[&] {
                             ++looks;
                             return hand.wall;
                         },
                         [&] { return hand.steady; }});
        watch.setBeat(1ms);
        QSignalSpy woke(&watch, &WakeWatch::woke);
        watch.start();
        hand.wall = hand.wall.addMSecs(wall.count());
        hand.steady += steady;
        const int before = looks;
        QTRY_VERIFY(looks > before + 3);
        QCOMPARE(woke.size(), told ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
