// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/retry.h"

#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMutationIsNeverSentAgain()
    {
        for (const Verb verb : {Verb::Post, Verb::Put, Verb::Delete}) {
            for (int status : {0, 429, 500, 503}) {
                const Error error =
                    status ? Error{.kind = kindOfStatus(status)} : Error{.kind = Error::Kind::Unreachable};
                QVERIFY(!pauseBeforeRetry(verb, error, 1, 0.5));
            }
        }
    }

    void aReadIsTriedAgainOnlyAfterTroubleThatPasses()
    {
        for (const auto kind : {Error::Kind::Unreachable, Error::Kind::Timeout, Error::Kind::Lost,
                                Error::Kind::BadReply, Error::Kind::Throttled, Error::Kind::ServerFault})
            QVERIFY(pauseBeforeRetry(Verb::Get, {.kind = kind}, 1, 0.5));
        for (const auto kind :
             {Error::Kind::InvalidRequest, Error::Kind::Cancelled, Error::Kind::Tls, Error::Kind::Redirected,
              Error::Kind::TooLarge, Error::Kind::Unauthorized, Error::Kind::Forbidden, Error::Kind::NotFound,
              Error::Kind::Conflict, Error::Kind::Refused})
            QVERIFY(!pauseBeforeRetry(Verb::Get, {.kind = kind}, 1, 0.5));
    }

    void theTriesAreCounted()
    {
        const Error error{.kind = Error::Kind::ServerFault};
        QVERIFY(pauseBeforeRetry(Verb::Get, error, 2, 0, {.attempts = 3}));
        QVERIFY(!pauseBeforeRetry(Verb::Get, error, 3, 0, {.attempts = 3}));
        QVERIFY(!pauseBeforeRetry(Verb::Get, error, 1, 0, {.attempts = 1}));
    }

    void thePauseGrowsWithinItsBounds_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("first, shortest") << 1 << 0.0 << 1'000;
        QTest::newRow("first, middle") << 1 << 0.5 << 1'500;
        QTest::newRow("first, longest") << 1 << 1.0 << 2'000;
        QTest::newRow("second") << 2 << 1.0 << 4'000;
        QTest::newRow("third") << 3 << 1.0 << 8'000;
        QTest::newRow("fifth") << 5 << 1.0 << 32'000;
        QTest::newRow("sixth") << 6 << 1.0 << 60'000;
        QTest::newRow("thousandth") << 1000 << 1.0 << 60'000;
        QTest::newRow("thousandth, shortest") << 1000 << 0.0 << 1'000;
    }

    void thePauseGrowsWithinItsBounds()
    {
        QFETCH(const int, attempt);
        QFETCH(const double, random);
        QFETCH(const int, milliseconds);
        const auto pause =
            pauseBeforeRetry(Verb::Get, {.kind = Error::Kind::Throttled}, attempt, random, {.attempts = 2000});
        QVERIFY(pause);
        QCOMPARE(pause->count(), milliseconds);
    }
};

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_retry.moc"
