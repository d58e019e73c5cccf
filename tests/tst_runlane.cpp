// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runlane.h"

#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

static Error limited(std::chrono::seconds wait = 0s)
{
    return {.kind = Error::Kind::Throttled, .httpStatus = 429, .sent = true, .retryAfter = wait};
}

class TestRunLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreAtOnceThanWasSet()
    {
        RunLane lane(3);
        for (int i = 3; i > 0; --i) {
            QCOMPARE(lane.room(), i);
            lane.asked();
        }
        QCOMPARE(lane.room(), 0);
        lane.answered();
        QCOMPARE(lane.room(), 1);
    }

    void aRateLimitPausesAndThenOneIsTried()
    {
        RunLane lane(4);
        lane.asked();
        lane.asked();
        const auto pause = lane.refused(limited(), 0.5);
        QVERIFY(pause && *pause >= 1s && *pause <= 2s);
        QVERIFY(lane.isPaused());
        QVERIFY(!lane.refused(limited(), 0.5)); // of the same moment
        QCOMPARE(lane.room(), 0);
        lane.endPause();
        QCOMPARE(lane.room(), 1);
    }

    void answersBringBackTheSpeedOneByOne()
    {
        RunLane lane(3);
        lane.asked();
        lane.refused(limited(), 0);
        lane.endPause();
        for (int room : {2, 3, 3}) {
            lane.asked();
            lane.answered();
            QCOMPARE(lane.room(), room);
        }
    }

    void pausesGrowAndWhatTheServiceAsksIsWaitedFor()
    {
        RunLane lane(1);
        std::chrono::milliseconds last{0};
        for (int i = 0; i < 4; ++i) {
            lane.asked();
            const auto pause = lane.refused(limited(), 0.999);
            QVERIFY(pause && *pause > last);
            last = *pause;
            lane.endPause();
        }
        lane.asked();
        QVERIFY(*lane.refused(limited(50s), 0) >= 50s);
    }

    void aRefusedParameterEndsTheLaneUnlessAnAnswerEverCame()
    {
        const Error refusal{.kind = Error::Kind::Refused, .httpStatus = 400, .sent = true};
        RunLane lane(2);
        lane.asked();
        lane.failed(refusal, true);
        QVERIFY(lane.halted());
        lane.resume();
        lane.asked();
        lane.answered(); // so the parameter is taken, only not with each prompt
        lane.asked();
        lane.failed(refusal, true);
        QVERIFY(!lane.halted());
    }

    void aRateLimitThatStaysEndsTheLaneUntilAPersonResumes()
    {
        RunLane lane(1);
        for (int i = 1; i < RunLane::mostRefusals; ++i) {
            lane.asked();
            QVERIFY(lane.refused(limited(), 0));
            lane.endPause();
        }
        lane.asked();
        QVERIFY(!lane.refused(limited(), 0));
        QVERIFY(lane.halted());
        QCOMPARE(lane.room(), 0);
        lane.resume();
        QVERIFY(!lane.halted());
        QCOMPARE(lane.room(), 1);
    }

    void whatWouldFailEveryTimeIsNotAskedAgain_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<int>("times");
        QTest::newRow("wrong key") << Error::Kind::Unauthorized << 1;
        QTest::newRow("not allowed") << Error::Kind::Forbidden << 1;
        QTest::newRow("gone") << Error::Kind::NotFound << 1;
        QTest::newRow("refused") << Error::Kind::Refused << RunLane::mostFailures;
        QTest::newRow("server") << Error::Kind::ServerFault << RunLane::mostFailures;
        QTest::newRow("lost") << Error::Kind::Lost << RunLane::mostFailures;
    }

    void whatWouldFailEveryTimeIsNotAskedAgain()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const int, times);
        RunLane lane(1);
        for (int i = 1; i <= times; ++i) {
            QVERIFY(!lane.halted());
            lane.asked();
            lane.failed({.kind = kind, .sent = true});
        }
        QCOMPARE(lane.halted()->kind, kind);
    }

    void failuresApartFromEachOtherDoNotCount()
    {
        RunLane lane(1);
        for (int i = 0; i < 20; ++i) {
            lane.asked();
            lane.failed({.kind = Error::Kind::ServerFault, .sent = true});
            lane.asked();
            lane.answered();
        }
        QVERIFY(!lane.halted());
    }
};

QTEST_APPLESS_MAIN(TestRunLane)
#include "tst_runlane.moc"
