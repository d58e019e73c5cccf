// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/billing.h"

#include <QTest>
#include <QTimeZone>

using namespace Slipway;

namespace {

Deployment runningUnits(const QString &id, const QString &spec, int daysAgo)
{
    Deployment one;
    one.deployedModel = id;
    one.status = Status::Running;
    one.plan = QStringLiteral("mu");
    one.modelUnitSpec = spec;
    one.capacity = 4;
    one.created = QDateTime(QDate(2026, 3, 4), QTime(10, 0), QTimeZone::utc()).toUTC().addDays(-daysAgo);
    return one;
}

} // namespace

class TestBilling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsStatusSaysWhetherItIsBilled_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<Billing>("billing");
        const auto row = [](const char *word, Status status, Billing billing) {
            QTest::newRow(word) << status << billing;
        };
        row("pending", Status::Pending, Billing::None);
        row("running", Status::Running, Billing::ByTheHour);
        row("updating", Status::Updating, Billing::ByTheHour);
        row("update failed", Status::UpdatingFailed, Billing::ByTheHour);
        row("deleting", Status::Deleting, Billing::ByTheHour);
        row("stopped", Status::Stopped, Billing::None);
        row("failed", Status::Failed, Billing::None);
        row("bill unpaid", Status::ArrearsDown, Billing::None);
        row("not known to us", Status::Unknown, Billing::ByTheHour);
    }

    void itsStatusSaysWhetherItIsBilled()
    {
        QFETCH(const Status, status);
        Deployment one = runningUnits(QStringLiteral("a"), QStringLiteral("MU1"), 0);
        one.status = status;
        QTEST(billingOf(one), "billing");
    }

    void itsPlanSaysHow()
    {
        Deployment one = runningUnits(QStringLiteral("a"), QStringLiteral("MU1"), 0);
        QCOMPARE(yuanPerHour(one), std::optional<double>(216));
        one.chargeType = QStringLiteral("pre_paid");
        QCOMPARE(billingOf(one), Billing::Prepaid);
        QVERIFY(!yuanPerHour(one));
        one = runningUnits(QStringLiteral("a"), {}, 0);
        one.plan = QStringLiteral("lora");
        QCOMPARE(billingOf(one), Billing::ByToken);
        one.plan = QStringLiteral("ptu");
        one.status = Status::ArrearsDown; // kept and billed for a day
        QCOMPARE(billingOf(one), Billing::ByTheHour);
    }

    void theBillNamesTheSumTheUnpricedAndTheOldest()
    {
        Deployment stopped = runningUnits(QStringLiteral("stopped"), QStringLiteral("MU1"), 90);
        stopped.status = Status::Stopped;
        const FleetBill bill = billOf({runningUnits(QStringLiteral("new"), QStringLiteral("MU1"), 1), stopped,
                                       runningUnits(QStringLiteral("forgotten"), QStringLiteral("MU2"), 40),
                                       runningUnits(QStringLiteral("odd"), QStringLiteral("MU77"), 2)});
        QCOMPARE(bill.byTheHour, 3);
        QCOMPARE(bill.yuanPerHour, 216.0 + 252.0);
        QCOMPARE(bill.unpriced, 1);
        QCOMPARE(bill.oldestId, QStringLiteral("forgotten"));
    }
};

QTEST_GUILESS_MAIN(TestBilling)
#include "tst_billing.moc"
