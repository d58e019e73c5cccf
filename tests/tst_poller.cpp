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
        poller.setClock([this] { return now; });
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
