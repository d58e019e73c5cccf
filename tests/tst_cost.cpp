// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/cost.h"

#include <QTest>

using namespace Slipway;

class TestCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreMultipliedByTheirPrices()
    {
        const TokenRate rate{.input = 0.002, .output = 0.008, .thinking = 0.02};
        QCOMPARE(yuanFor({.inputTokens = 1000, .outputTokens = 500}, rate), 0.006);
        QCOMPARE(yuanFor({.inputTokens = 1000, .outputTokens = 500, .reasoningTokens = 0}, rate), 0.006);
        QCOMPARE(yuanFor({.inputTokens = 1000, .outputTokens = 500, .reasoningTokens = 100}, rate), 0.012);
        QCOMPARE(yuanFor({.inputTokens = 0, .outputTokens = 500, .reasoningTokens = 9}, {.output = 0.008}), 0.004);
    }

    void whatWasNotCountedHasNoCost()
    {
        QVERIFY(!yuanFor({.outputTokens = 5}, {.input = 1, .output = 1}));
        QVERIFY(!yuanFor({.inputTokens = 5}, {.input = 1, .output = 1}));
    }

    void aTextIsEstimatedByItsWriting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("nothing") << QString() << qint64(0);
        QTest::newRow("Latin") << QStringLiteral("Hello there, my friend.!") << qint64(6);
        QTest::newRow("Chinese") << QStringLiteral("你好世界朋友") << qint64(4);
        QTest::newRow("both") << QStringLiteral("你好 abc") << qint64(3);
    }
    void aTextIsEstimatedByItsWriting()
    {
        QFETCH(const QString, text);
        QTEST(estimatedTokens(text), "tokens");
    }
};

QTEST_APPLESS_MAIN(TestCost)
#include "tst_cost.moc"
