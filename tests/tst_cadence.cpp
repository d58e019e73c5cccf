// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/cadence.h"

#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-08-01T10:00:00Z"), Qt::ISODate);

Deployment deployment(Status status, std::chrono::seconds age)
{
    Deployment result;
    result.status = status;
    result.modified = now.addSecs(-age.count());
    return result;
}

} // namespace

class TestCadence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangingDeploymentIsLookedAtOften_data()
    {
        QTest::addColumn<QList<Deployment>>("rows");
        QTest::addColumn<bool>("mutationOpen");
        QTest::addColumn<bool>("quick");
        const auto running = deployment(Status::Running, 10s);
        const auto pending = deployment(Status::Pending, 29min);
        const auto stuck = deployment(Status::Updating, 31min);
        const auto strange = deployment(Status::Unknown, 31min);
        Deployment timeless;
        timeless.status = Status::Pending;
        Deployment created = timeless;
        created.created = now.addSecs(-3600);
        QTest::newRow("nothing there") << QList<Deployment>{} << false << false;
        QTest::newRow("a mutation is open") << QList<Deployment>{} << true << true;
        QTest::newRow("all running") << QList<Deployment>{running, running} << false << false;
        QTest::newRow("one pending") << QList<Deployment>{running, pending} << false << true;
        QTest::newRow("one stuck for very long") << QList<Deployment>{running, stuck} << false << false;
        QTest::newRow("one stuck, one pending") << QList<Deployment>{stuck, pending} << false << true;
        QTest::newRow("an unknown status for very long") << QList<Deployment>{strange} << false << false;
        QTest::newRow("no time given") << QList<Deployment>{timeless} << false << true;
        QTest::newRow("only the creation's time given") << QList<Deployment>{created} << false << false;
    }

    void aChangingDeploymentIsLookedAtOften()
    {
        QFETCH(const QList<Deployment>, rows);
        QFETCH(const bool, mutationOpen);
        QFETCH(const bool, quick);
        const Intervals intervals;
        QCOMPARE(pollInterval(isAnyOnTheMove(rows, now), {.mutationOpen = mutationOpen}, intervals),
                 quick ? 2000ms : 10000ms);
    }

    void anUnseenFleetIsLookedAtSeldomUnlessAMutationIsOpen()
    {
        const Intervals intervals;
        QCOMPARE(pollInterval(false, {.fleetSeen = false}, intervals), 1min);
        QCOMPARE(pollInterval(true, {.fleetSeen = false}, intervals), 10s);
        QCOMPARE(pollInterval(false, {.mutationOpen = true, .fleetSeen = false}, intervals), 2s);
        QCOMPARE(pollInterval(false, {.fleetSeen = false}, {.calm = 2min}), 2min);
    }

    void theBackOffGrowsToAMinute_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<std::chrono::milliseconds>("longest");
        QTest::newRow("1") << 1 << 2000ms;
        QTest::newRow("2") << 2 << 4000ms;
        QTest::newRow("3") << 3 << 8000ms;
        QTest::newRow("5") << 5 << 32000ms;
        QTest::newRow("6") << 6 << 60000ms;
        QTest::newRow("a night") << 100000 << 60000ms;
    }

    void theBackOffGrowsToAMinute()
    {
        QFETCH(const int, failures);
        QFETCH(const std::chrono::milliseconds, longest);
        const Error lost{.kind = Error::Kind::Lost, .sent = true};
        QCOMPARE(pollBackOff(lost, failures, 0), 1000ms);
        QCOMPARE(pollBackOff(lost, failures, 0.5), 1000ms + (longest - 1000ms) / 2);
        QVERIFY(pollBackOff(lost, failures, 0.999999) <= longest);
    }

    void whatDoesNotPassByItselfIsTriedOnceAMinute()
    {
        QCOMPARE(pollBackOff({.kind = Error::Kind::Unauthorized}, 1, 0), 60s);
        QCOMPARE(pollBackOff({.kind = Error::Kind::Forbidden}, 9, 0.7), 60s);
        QCOMPARE(pollBackOff({.kind = Error::Kind::Tls}, 1, 0), 60s);
    }
};

QTEST_GUILESS_MAIN(TestCadence)
#include "tst_cadence.moc"
