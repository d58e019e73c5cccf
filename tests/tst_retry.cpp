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

    void whatTheServiceAskedForIsWaitedForWithinTheBounds_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("less than our own pause") << 1 << 1.0 << 2'000;
        QTest::newRow("more") << 20 << 0.0 << 20'000;
        QTest::newRow("more, scattered") << 20 << 0.5 << 20'500;
        QTest::newRow("an hour") << 3600 << 0.5 << 60'000;
        QTest::newRow("nothing") << 0 << 0.5 << 1'500;
    }

    void whatTheServiceAskedForIsWaitedForWithinTheBounds()
    {
        QFETCH(const int, asked);
        QFETCH(const double, random);
        QFETCH(const int, milliseconds);
        const Error error{.kind = Error::Kind::Throttled, .retryAfter = std::chrono::seconds(asked)};
        QCOMPARE(pauseBeforeRetry(Verb::Get, error, 1, random)->count(), milliseconds);
    }

    void aWishToWaitIsRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("seconds");
        const QByteArray theirs = "Sun, 06 Nov 1994 08:49:00 GMT";
        QTest::newRow("seconds") << QByteArray("7") << QByteArray() << 7;
        QTest::newRow("spaces") << QByteArray(" 7 ") << QByteArray() << 7;
        QTest::newRow("zero") << QByteArray("0") << QByteArray() << 0;
        QTest::newRow("negative") << QByteArray("-5") << QByteArray() << 0;
        QTest::newRow("a year") << QByteArray("31536000") << QByteArray() << 86400;
        QTest::newRow("more than a number holds") << QByteArray("99999999999999999999") << QByteArray() << 0;
        QTest::newRow("absent") << QByteArray() << QByteArray() << 0;
        QTest::newRow("words") << QByteArray("soon") << QByteArray() << 0;
        QTest::newRow("a date, held against theirs") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << theirs << 37;
        QTest::newRow("the old shape") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << theirs << 37;
        QTest::newRow("the C shape") << QByteArray("Sun Nov  6 08:49:37 1994") << theirs << 37;
        QTest::newRow("a date that has passed") << QByteArray("Sun, 06 Nov 1994 08:48:37 GMT") << theirs << 0;
        QTest::newRow("a date, held against ours") << QByteArray("Sat, 01 Aug 2026 10:00:30 GMT") << QByteArray() << 30;
        QTest::newRow("their date is nonsense")
            << QByteArray("Sat, 01 Aug 2026 10:00:30 GMT") << QByteArray("now") << 30;
    }

    void aWishToWaitIsRead()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, date);
        QFETCH(const int, seconds);
        const auto now = QDateTime::fromString(QStringLiteral("2026-08-01T10:00:00Z"), Qt::ISODate);
        QCOMPARE(readRetryAfter(header, date, now).count(), seconds);
    }
};

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_retry.moc"
