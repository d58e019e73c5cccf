// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/prices.h"

#include <QTest>

using namespace Slipway;

class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelUnitsCostTheirSpecTimesTheirNumber_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<qint64>("units");
        QTest::addColumn<double>("yuan");
        QTest::newRow("qwen-plus on 4 MU1") << "MU1" << qint64(4) << 216.0;
        QTest::newRow("qwen3-32b on 16 MU6") << "MU6" << qint64(16) << 400.0;
        QTest::newRow("qwen2.5-7b on 1 MU5") << "MU5" << qint64(1) << 21.0;
        QTest::newRow("8 MU2") << "MU2" << qint64(8) << 504.0;
        QTest::newRow("no units") << "MU1" << qint64(0) << 0.0;
    }

    void modelUnitsCostTheirSpecTimesTheirNumber()
    {
        QFETCH(QString, spec);
        QFETCH(qint64, units);
        QFETCH(double, yuan);
        const auto asked =
            estimate(CreateRequest{.plan = QStringLiteral("mu"), .capacity = units, .deploySpec = spec}, nullptr);
        QVERIFY(asked);
        QCOMPARE(asked->yuanPerHour, yuan);
        QCOMPARE(asked->listed, QDate(2026, 5, 30));

        Deployment deployment;
        deployment.plan = QStringLiteral("mu");
        deployment.modelUnitSpec = spec;
        deployment.capacity = units;
        QCOMPARE(estimate(deployment).value().yuanPerHour, yuan);
    }

    void theTemplatesOwnSpecCountsNotItsId()
    {
        CatalogTemplate chosen;
        chosen.roles = {{QStringLiteral("unified"), QStringLiteral("MU5"), 1, {}}};
        const CreateRequest request{
            .plan = QStringLiteral("mu"), .capacity = 2, .deploySpec = QStringLiteral("dps-20260101000000-abc123")};
        QCOMPARE(estimate(request, &chosen).value().yuanPerHour, 42.0);
        QVERIFY(!estimate(request, nullptr));
    }

    void throughputCostsInputAndOutput()
    {
        CreateRequest request{.modelName = QStringLiteral("qwen3.7-plus"), .plan = QStringLiteral("ptu")};
        request.ptuCapacity = PtuCapacity{10000, 1000, {}};
        const auto found = estimate(request, nullptr);
        QVERIFY(found);
        QCOMPARE(found->yuanPerHour, 6.72);
        QCOMPARE(found->listed, QDate(2026, 7, 21));
        request.modelName = QStringLiteral("qwen-plus-2025-12-01");
        request.ptuCapacity = PtuCapacity{20000, 2000, 1000};
        QCOMPARE(estimate(request, nullptr).value().yuanPerHour, 3.84 + 0.96 + 1.92);
    }

    void computeUnitsCostTwentyEach()
    {
        QCOMPARE(estimate(CreateRequest{.plan = QStringLiteral("cu"), .capacity = 3}, nullptr).value().yuanPerHour,
                 60.0);
    }

    void loraCostsByTheToken()
    {
        const auto price = tokenPrice(QStringLiteral("qwen3-8b"));
        QVERIFY(price);
        QCOMPARE(price->inputYuan, 0.0005);
        QCOMPARE(price->outputYuan, 0.002);
        QCOMPARE(price->thinkingYuan.value(), 0.005);
        QVERIFY(!tokenPrice(QStringLiteral("qwen2.5-7b-instruct")).value().thinkingYuan);
    }

    void aScaleIsPricedAtWhatIsWanted()
    {
        Deployment deployment;
        deployment.plan = QStringLiteral("mu");
        deployment.modelUnitSpec = QStringLiteral("MU1");
        deployment.capacity = 4;
        QCOMPARE(estimate(deployment, ScaleRequest{.capacity = 8}).value().yuanPerHour, 432.0);
    }

    void noPriceIsInvented_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("spec");
        QTest::newRow("unknown spec") << "qwen-plus"
                                      << "mu"
                                      << "MU4";
        QTest::newRow("no spec") << "qwen-plus"
                                 << "mu"
                                 << "";
        QTest::newRow("model without a throughput price") << "qwen-plus"
                                                          << "ptu"
                                                          << "";
        QTest::newRow("lora has no hourly price") << "qwen3-8b"
                                                  << "lora"
                                                  << "";
        QTest::newRow("no plan") << "emo"
                                 << ""
                                 << "";
        QTest::newRow("unknown plan") << "emo"
                                      << "dtu"
                                      << "MU1";
    }

    void noPriceIsInvented()
    {
        QFETCH(QString, model);
        QFETCH(QString, plan);
        QFETCH(QString, spec);
        CreateRequest request{.modelName = model, .plan = plan, .capacity = 4, .deploySpec = spec};
        request.ptuCapacity = PtuCapacity{10000, 1000, {}};
        QVERIFY(!estimate(request, nullptr));
    }

    void thinkingWithoutAListedPriceHasNone()
    {
        CreateRequest request{.modelName = QStringLiteral("qwen3.7-plus"), .plan = QStringLiteral("ptu")};
        request.ptuCapacity = PtuCapacity{10000, 1000, 1000};
        QVERIFY(!estimate(request, nullptr));
    }

    void aSeparatedTemplateHasNone()
    {
        CatalogTemplate chosen;
        chosen.type = QStringLiteral("SEPERATED");
        CreateRequest request{.plan = QStringLiteral("mu"), .capacity = 4, .deploySpec = QStringLiteral("MU1")};
        QVERIFY(!estimate(request, &chosen));
    }

    void whatIsPrepaidHasNoHourlyPrice()
    {
        Deployment deployment;
        deployment.plan = QStringLiteral("mu");
        deployment.modelUnitSpec = QStringLiteral("MU1");
        deployment.capacity = 4;
        deployment.chargeType = QStringLiteral("pre_paid");
        QVERIFY(!estimate(deployment));
    }

    void theListIsBeijings_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<bool>("applies");
        QTest::newRow("Beijing") << "https://dashscope.aliyuncs.com/api/v1" << true;
        QTest::newRow("a workspace in Beijing") << "https://llm-x.cn-beijing.maas.aliyuncs.com/api/v1" << true;
        QTest::newRow("Singapore") << "https://dashscope-intl.aliyuncs.com/api/v1" << false;
        QTest::newRow("a workspace in Singapore") << "https://llm-x.ap-southeast-1.maas.aliyuncs.com/api/v1" << false;
        QTest::newRow("loopback") << "http://127.0.0.1:8080/api/v1" << false;
        QTest::newRow("a host that only looks so") << "https://dashscope.aliyuncs.com.example.org/api/v1" << false;
    }

    void theListIsBeijings()
    {
        QFETCH(QString, root);
        QFETCH(bool, applies);
        QCOMPARE(pricesApplyAt(QUrl(root)), applies);
    }
};

QTEST_GUILESS_MAIN(TestPrices)
#include "tst_prices.moc"
