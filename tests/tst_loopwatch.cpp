// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/loopwatch.h"

#include <QTest>
#include <QTimer>

using namespace Slipway;
using namespace std::chrono_literals;

class Busy : public QObject
{
    Q_OBJECT
};

/// Time is told by hand, so nothing here takes any.
class TestLoopWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongEventIsAStallAtItsReceiver()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::User, 100ms);
        watch.end(140ms);
        watch.turn(141ms);
        QCOMPARE(watch.stallCount(), 1);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("Busy User"));
        QCOMPARE(watch.stalls().constFirst().began.count(), std::chrono::nanoseconds(100ms).count());
        QCOMPARE(watch.stalls().constFirst().lasted.count(), std::chrono::nanoseconds(41ms).count());
    }

    void aFrameIsNotAStallButTheLongestStretch()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::User, 10ms);
        watch.end(26ms);
        watch.turn(26ms);
        QCOMPARE(watch.stallCount(), 0);
        QVERIFY(watch.longest() == 16ms);
        QVERIFY(watch.takeLongestOfLate().lasted == 16ms);
        QVERIFY(watch.takeLongestOfLate().lasted == 0ms);
    }

    // The machine's share of a stall is told apart from the program's.
    void aStallTellsForHowLongItWaitedForAProcessor()
    {
        LoopWatch watch;
        ProcessorTime had{.worked = 5ms, .waited = 1ms};
        watch.setProcessor([&had] { return had; });
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::User, 100ms);
        had = {.worked = 13ms, .waited = 11500us};
        watch.end(120ms);
        watch.turn(120ms);
        const Stall stall = watch.stalls().constFirst();
        QVERIFY(stall.processor.worked == 8ms);
        QVERIFY(stall.processor.waited == 10500us);
        QCOMPARE(stall.circumstances(),
                 QByteArray("at 0.100 s (8.00 ms at work, 10.50 ms waiting for a processor) in Busy User"));
    }

    void theLongestOfLateIsKnownWithItsPlaceHoweverShort()
    {
        LoopWatch watch;
        watch.turn(0ms);
        for (const auto lasted : {2ms, 4ms, 3ms}) {
            watch.begin(lasted == 4ms ? static_cast<QObject *>(&m_busy) : this, QEvent::User, 10ms);
            watch.end(10ms + lasted);
            watch.turn(10ms + lasted);
        }
        QCOMPARE(watch.longestOfLate().place, QByteArray("Busy User"));
        QVERIFY(watch.stalls().isEmpty());
    }

    void manyShortEventsInOneTurnAreOneStall()
    {
        LoopWatch watch;
        watch.turn(0ms);
        for (int i = 0; i < 10; ++i) {
            watch.begin(i == 3 ? static_cast<QObject *>(&m_busy) : this, QEvent::User, i * 3ms);
            watch.end(i * 3ms + (i == 3 ? 3ms : 2ms));
        }
        watch.turn(30ms);
        QCOMPARE(watch.stallCount(), 1);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("Busy User")); // what took most of it
    }

    void aWaitBetweenEventsCounts_data()
    {
        QTest::addColumn<bool>("turned");
        QTest::addColumn<int>("stalls");
        QTest::newRow("the loop waited between them") << true << 0;
        QTest::newRow("the loop did not") << false << 1;
    }
    void aWaitBetweenEventsCounts()
    {
        QFETCH(const bool, turned);
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::User, 0ms);
        watch.end(10ms);
        if (turned)
            watch.turn(10ms);
        watch.begin(&m_busy, QEvent::User, 20ms);
        watch.end(30ms);
        watch.turn(30ms);
        QTEST(int(watch.stallCount()), "stalls");
    }

    void theEventWithinThatTookMostIsNamedToo()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(this, QEvent::UpdateRequest, 0ms);
        watch.begin(this, QEvent::Resize, 0ms);
        watch.end(5ms);
        watch.begin(this, QEvent::Show, 5ms);
        watch.begin(&m_busy, QEvent::Paint, 6ms);
        watch.end(35ms);
        watch.end(36ms);
        watch.end(40ms);
        watch.turn(40ms);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("TestLoopWatch UpdateRequest > Busy Paint"));
    }

    void anEventWithinThatTookLittleIsNotNamed()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(this, QEvent::UpdateRequest, 0ms);
        watch.begin(&m_busy, QEvent::Paint, 0ms);
        watch.end(15ms);
        watch.end(40ms);
        watch.turn(40ms);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("TestLoopWatch UpdateRequest"));
    }

    void aTimerIsNamedByWhoOwnsIt()
    {
        QTimer timer(&m_busy);
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&timer, QEvent::Timer, 0ms);
        watch.end(40ms);
        watch.turn(40ms);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("Busy Timer"));
    }

    void aNoteIsToldWithItsStretchOnly()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::MetaCall, 0ms);
        watch.note("a poll applied");
        watch.end(20ms);
        watch.turn(20ms);
        watch.begin(&m_busy, QEvent::MetaCall, 20ms);
        watch.end(40ms);
        watch.turn(40ms);
        QCOMPARE(watch.stalls().at(0).place, QByteArray("Busy MetaCall (a poll applied)"));
        QCOMPARE(watch.stalls().at(1).place, QByteArray("Busy MetaCall"));
    }

    // A menu, or a drag, keeps its event open for as long as a person takes.
    void aLoopWithinAnEventIsNotOneLongStall()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(this, QEvent::MouseButtonPress, 0ms);
        watch.turn(1ms);
        for (int i = 1; i < 100; ++i) {
            watch.begin(&m_busy, QEvent::Paint, i * 20ms);
            watch.end(i * 20ms + (i == 50 ? 18ms : 5ms));
            watch.turn(i * 20ms + (i == 50 ? 18ms : 5ms));
        }
        watch.end(2005ms);
        watch.turn(2005ms);
        QCOMPARE(watch.stallCount(), 1);
        QCOMPARE(watch.stalls().constFirst().place, QByteArray("Busy Paint"));
    }

    void whatHappenedBeforeTheFirstTurnDoesNotCount()
    {
        LoopWatch watch;
        watch.begin(&m_busy, QEvent::Show, 0ms);
        watch.end(200ms);
        watch.turn(200ms);
        QCOMPARE(watch.stallCount(), 0);
    }

    void aPauseCountsForNothing()
    {
        LoopWatch watch;
        watch.turn(0ms);
        watch.begin(&m_busy, QEvent::User, 0ms);
        watch.pause();
        watch.end(1ms);
        watch.begin(&m_busy, QEvent::User, 900ms);
        watch.end(901ms);
        watch.turn(905ms);
        QCOMPARE(watch.stallCount(), 0);
        QVERIFY(watch.longest() == 0ms);
    }

    void onlyTheLongestAreKept()
    {
        LoopWatch watch;
        watch.turn(0ms);
        for (int i = 0; i < LoopWatch::mostStalls + 5; ++i) {
            const auto at = i * 100ms;
            watch.begin(&m_busy, QEvent::User, at);
            watch.end(at + 20ms + (i < 5 ? 0ms : 10ms));
            watch.turn(at + 20ms + (i < 5 ? 0ms : 10ms));
        }
        QCOMPARE(watch.stallCount(), LoopWatch::mostStalls + 5);
        QCOMPARE(watch.stalls().size(), LoopWatch::mostStalls);
        for (const Stall &stall : watch.stalls())
            QVERIFY(stall.lasted == 30ms);
    }

    void deepNestingIsSurvived()
    {
        LoopWatch watch;
        watch.turn(0ms);
        for (int i = 0; i < 200; ++i)
            watch.begin(&m_busy, QEvent::User, 0ms);
        for (int i = 0; i < 200; ++i)
            watch.end(40ms);
        watch.end(40ms); // one that began before
        watch.turn(40ms);
        QCOMPARE(watch.stallCount(), 1);
    }

private:
    Busy m_busy;
};

QTEST_GUILESS_MAIN(TestLoopWatch)
#include "tst_loopwatch.moc"
