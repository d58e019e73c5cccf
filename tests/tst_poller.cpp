// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/poller.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

/// A call that only notes that it was stopped.
class NotedCall : public Call
{
public:
    explicit NotedCall(int *cancelled) : m_cancelled(cancelled) {}
    void cancel() override { ++*m_cancelled; }

private:
    int *m_cancelled;
};

Error error(Error::Kind kind)
{
    return {.kind = kind};
}

/// A poller whose readings are answered by hand.
struct Rig
{
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-08-01T10:00:00Z"), Qt::ISODate);
    std::chrono::milliseconds steady = 100h;
    std::chrono::milliseconds interval = 1h;
    QList<quint64> asked;
    int cancelled = 0;
    NotedCall call{&cancelled};
    Poller poller{[this](quint64 turn) {
                      asked.append(turn);
                      return &call;
                  },
                  [this] { return interval; }};

    Rig()
    {
        poller.setClocks({[this] { return now; }, [this] { return steady; }});
        poller.setBeat(1ms);
    }

    /// Time passes: what the wall's clock sees of it, and what the steady one sees.
    void pass(std::chrono::milliseconds wall, std::chrono::milliseconds onSteady)
    {
        now = now.addMSecs(wall.count());
        steady += onSteady;
    }

    bool answer(const std::optional<Error> &failure = {})
    {
        const quint64 turn = asked.last();
        const bool taken = poller.take(turn, failure);
        if (taken)
            poller.finish(turn);
        return taken;
    }

    std::chrono::milliseconds wait() const { return std::chrono::milliseconds(now.msecsTo(poller.nextPoll())); }
};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedBeforeTheStart()
    {
        Rig rig;
        rig.poller.refresh();
        QVERIFY(rig.asked.isEmpty());
        rig.poller.start();
        rig.poller.start();
        QCOMPARE(rig.asked.size(), 1);
        QVERIFY(rig.poller.isPolling());
        QVERIFY(!rig.poller.nextPoll().isValid());
    }

    void aGoodAnswerIsFollowedAfterTheInterval()
    {
        Rig rig;
        QSignalSpy finished(&rig.poller, &Poller::finished);
        rig.poller.start();
        QVERIFY(rig.answer());
        QCOMPARE(finished.size(), 1);
        QVERIFY(!rig.poller.isPolling());
        QCOMPARE(rig.poller.lastGood(), rig.now);
        QCOMPARE(rig.wait(), 1h);
        rig.interval = 0ms;
        rig.poller.reconsider();
        QTRY_COMPARE(rig.asked.size(), 2);
    }

    void aLongerIntervalDoesNotPutOffWhatIsDue()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.interval = 5h;
        rig.poller.reconsider();
        QCOMPARE(rig.wait(), 1h);
    }

    void whatWasPutOffIsCaughtUpWith()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.pass(10min, 10min);
        rig.interval = 15min;
        rig.poller.catchUp();
        QCOMPARE(rig.wait(), 5min);
        rig.interval = 2h;
        rig.poller.catchUp();
        QCOMPARE(rig.wait(), 5min);
        rig.interval = 5min;
        rig.poller.catchUp();
        QCOMPARE(rig.wait(), 0min);
        QTRY_COMPARE(rig.asked.size(), 2);
    }

    void aFailedPollIsNotCaughtUpWith()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.poller.refresh();
        rig.pass(1h, 1h);
        rig.answer(error(Error::Kind::Lost));
        const auto wait = rig.wait();
        QVERIFY(wait > 0ms);
        rig.poller.catchUp();
        QCOMPARE(rig.wait(), wait);
    }

    void manyWishesDuringAPollAreOneMorePoll()
    {
        Rig rig;
        rig.poller.start();
        rig.poller.refresh();
        rig.poller.refresh();
        rig.poller.refresh();
        QCOMPARE(rig.asked.size(), 1);
        QVERIFY(rig.answer());
        QTRY_COMPARE(rig.asked.size(), 2);
        QVERIFY(rig.answer());
        QCOMPARE(rig.wait(), 1h);
    }

    void aWishBetweenPollsIsFulfilledAtOnce()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.poller.refresh();
        QCOMPARE(rig.asked.size(), 2);
    }

    void anOvertakenAnswerIsDroppedAndAskedForAgain()
    {
        Rig rig;
        QSignalSpy finished(&rig.poller, &Poller::finished);
        rig.poller.start();
        rig.poller.overtake();
        rig.poller.refresh();
        QVERIFY(!rig.answer());
        QCOMPARE(finished.size(), 0);
        QCOMPARE(rig.asked.size(), 2);
        QVERIFY(!rig.poller.lastGood().isValid());
        QVERIFY(rig.answer());
        QCOMPARE(rig.wait(), 1h);
    }

    void betweenPollsNothingCanBeOvertaken()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.poller.overtake();
        rig.poller.refresh();
        QVERIFY(rig.answer());
    }

    void afterTheStopNoAnswerCounts()
    {
        Rig rig;
        rig.poller.start();
        rig.poller.stop();
        QCOMPARE(rig.cancelled, 1);
        QVERIFY(!rig.poller.isPolling());
        QVERIFY(!rig.answer());
        rig.poller.refresh();
        QCOMPARE(rig.asked.size(), 1);
        const quint64 old = rig.asked.last();
        rig.poller.start();
        QVERIFY(!rig.poller.take(old, error(Error::Kind::Cancelled)));
        QVERIFY(rig.answer());
        QVERIFY(!rig.poller.lastError());
    }

    void aFailureKeepsTheTimeOfTheLastGoodAnswer()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        const auto good = rig.now;
        rig.now = rig.now.addSecs(60);
        rig.poller.refresh();
        QVERIFY(rig.answer(error(Error::Kind::Lost)));
        QCOMPARE(rig.poller.lastGood(), good);
        QCOMPARE(rig.poller.lastError()->kind, Error::Kind::Lost);
        rig.poller.refresh();
        rig.answer();
        QVERIFY(!rig.poller.lastError());
        QCOMPARE(rig.poller.lastGood(), rig.now);
    }

    void failuresAreFollowedLaterAndLater()
    {
        Rig rig;
        rig.poller.start();
        for (const auto longest : {2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
            rig.answer(error(Error::Kind::Unreachable));
            QVERIFY2(rig.wait() >= 1s && rig.wait() <= longest, qPrintable(QString::number(rig.wait().count())));
            rig.poller.refresh();
        }
        rig.answer();
        QCOMPARE(rig.wait(), 1h);
    }

    void aBackOffIsNotCutShortByTheCadence()
    {
        Rig rig;
        rig.poller.start();
        rig.answer(error(Error::Kind::Unauthorized));
        QCOMPARE(rig.wait(), 60s);
        rig.interval = 2s;
        rig.poller.reconsider();
        QCOMPARE(rig.wait(), 60s);
    }

    void theDiceChooseThePause()
    {
        Rig rig;
        rig.poller.setDice([] { return 0.5; });
        rig.poller.start();
        rig.answer(error(Error::Kind::Throttled));
        QCOMPARE(rig.wait(), 1500ms);
        rig.poller.refresh();
        rig.answer(error(Error::Kind::Throttled));
        QCOMPARE(rig.wait(), 2500ms);
    }

    void aServiceThatNamesATimeIsGivenIt()
    {
        Rig rig;
        rig.poller.setDice([] { return 0.0; });
        rig.poller.start();
        Error throttled = error(Error::Kind::Throttled);
        throttled.retryAfter = 20s;
        rig.answer(throttled);
        QCOMPARE(rig.wait(), 20s);
    }

    void theBoundsOfTheBackOffCanBeNarrowed()
    {
        Rig rig;
        rig.poller.setBackOff({.shortestPause = 5ms, .longestPause = 300ms});
        rig.poller.setDice([] { return 1.0; });
        rig.poller.start();
        rig.answer(error(Error::Kind::Throttled));
        QCOMPARE(rig.wait(), 10ms);
        rig.poller.refresh();
        rig.answer(error(Error::Kind::Unauthorized));
        QCOMPARE(rig.wait(), 300ms);
    }

    // ---- clocks

    void afterASleepItLooksAtOnceAndWhatIsHeldIsInDoubt_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("steady");
        QTest::newRow("slept") << std::chrono::milliseconds(3h);
        QTest::newRow("a virtual machine stood still") << 0ms;
    }

    void afterASleepItLooksAtOnceAndWhatIsHeldIsInDoubt()
    {
        QFETCH(const std::chrono::milliseconds, steady);
        Rig rig;
        QSignalSpy changed(&rig.poller, &Poller::freshnessChanged);
        rig.poller.start();
        rig.answer();
        QVERIFY(!rig.poller.isInDoubt());
        rig.pass(3h, steady);
        QTRY_COMPARE(rig.asked.size(), 2);
        QVERIFY(rig.poller.isInDoubt());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(*rig.poller.age(), 3h);
        rig.answer();
        QVERIFY(!rig.poller.isInDoubt());
        QCOMPARE(*rig.poller.age(), 0ms);
    }

    void whatIsOldAtTheStartIsInDoubt()
    {
        Rig rig;
        rig.poller.setBeat(1h);
        rig.poller.start();
        rig.answer();
        rig.poller.stop();
        rig.pass(30s, 30s);
        rig.poller.start();
        QVERIFY(!rig.poller.isInDoubt());
        rig.poller.stop();
        rig.pass(1h, 1h);
        rig.poller.start();
        QVERIFY(rig.poller.isInDoubt());
        rig.answer();
        QVERIFY(!rig.poller.isInDoubt());
    }

    void aLookThatWasUnderWayWhenItFellAsleepIsBegunAnew()
    {
        Rig rig;
        rig.poller.start();
        const quint64 old = rig.asked.last();
        rig.pass(3h, 3h);
        QTRY_COMPARE(rig.asked.size(), 2);
        QCOMPARE(rig.cancelled, 1);
        QVERIFY(!rig.poller.take(old, error(Error::Kind::Timeout)));
        QVERIFY(rig.answer());
        QVERIFY(!rig.poller.lastError());
    }

    void aClockThatIsSetBackMovesNeitherAgeNorNextLook()
    {
        Rig rig;
        rig.interval = 10s;
        rig.poller.start();
        rig.answer();
        rig.pass(4s, 4s);
        rig.pass(-5h, 0s);
        QCOMPARE(*rig.poller.age(), 4s);
        QCOMPARE(*rig.poller.untilNextPoll(), 6s);
        QCOMPARE(rig.wait(), 6s);
        rig.pass(1h, 1h);
        QCOMPARE(*rig.poller.age(), 1h + 4s);
        QCOMPARE(*rig.poller.untilNextPoll(), 0ms);
    }

    void aClockThatJumpsDoesNotMakeItStorm()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.pass(5h, 0s);
        QTRY_COMPARE(rig.asked.size(), 2);
        rig.answer();
        QCOMPARE(*rig.poller.age(), 0ms);
        QCOMPARE(rig.wait(), 1h);
        rig.pass(-5h, 0s);
        QCOMPARE(*rig.poller.age(), 0ms);
        QCOMPARE(rig.wait(), 1h);
        QTest::qWait(30); // proves silence
        QCOMPARE(rig.asked.size(), 2);
    }

    // ---- the network

    void withoutANetworkItWaitsAndLooksAtOnceWhenThatIsBack()
    {
        Rig rig;
        QSignalSpy changed(&rig.poller, &Poller::freshnessChanged);
        rig.interval = 1ms;
        rig.poller.start();
        rig.answer();
        rig.poller.setOnline(false);
        QVERIFY(rig.poller.isOffline());
        QVERIFY(!rig.poller.untilNextPoll());
        QTest::qWait(30); // proves silence
        QCOMPARE(rig.asked.size(), 1);
        rig.poller.setOnline(true);
        QVERIFY(!rig.poller.isOffline());
        QCOMPARE(rig.asked.size(), 2);
        QCOMPARE(changed.size(), 2);
    }

    void whatFailsWithoutANetworkIsNotTriedAgainByItself()
    {
        Rig rig;
        rig.poller.start();
        rig.poller.setOnline(false);
        rig.answer(error(Error::Kind::Unreachable));
        QVERIFY(!rig.poller.untilNextPoll());
        rig.poller.setOnline(true);
        QCOMPARE(rig.asked.size(), 2);
    }

    void anAnswerThatWasUnderWayDoesNotProveANetwork()
    {
        Rig rig;
        rig.poller.start();
        rig.poller.setOnline(false);
        rig.answer();
        QVERIFY(rig.poller.isOffline());
        QVERIFY(!rig.poller.untilNextPoll());
    }

    void aWishIsFulfilledWithoutANetworkAndAnAnswerProvesThereIsOne()
    {
        Rig rig;
        rig.poller.start();
        rig.answer();
        rig.poller.setOnline(false);
        rig.poller.refresh();
        QCOMPARE(rig.asked.size(), 2);
        rig.answer(error(Error::Kind::Unreachable));
        QVERIFY(rig.poller.isOffline());
        rig.poller.refresh();
        rig.answer();
        QVERIFY(!rig.poller.isOffline());
        QCOMPARE(rig.wait(), 1h);
        rig.poller.setOnline(false); // said again, known to be wrong
        QVERIFY(!rig.poller.isOffline());
    }

    void itLooksOnceAtTheStartWhateverIsSaidOfTheNetwork()
    {
        Rig rig;
        rig.poller.setOnline(false);
        rig.poller.start();
        QCOMPARE(rig.asked.size(), 1);
        rig.answer();
        QVERIFY(!rig.poller.isOffline());
        QCOMPARE(rig.wait(), 1h);
    }

    void itMayBeDeletedByThoseWhoListen()
    {
        for (const bool atStart : {true, false}) {
            QList<quint64> asked;
            auto *poller = new Poller(
                [&asked](quint64 turn) {
                    asked.append(turn);
                    return nullptr;
                },
                [] { return 1h; });
            if (atStart)
                connect(poller, &Poller::started, poller, [poller] { delete poller; });
            else
                connect(poller, &Poller::finished, poller, [poller] { delete poller; });
            const QPointer<Poller> alive(poller);
            poller->start();
            if (alive && poller->take(asked.last(), {}))
                poller->finish(asked.last());
            QVERIFY(!alive);
        }
    }
};

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
