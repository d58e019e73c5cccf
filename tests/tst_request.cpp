// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/request.h"

#include <QTest>

using namespace Slipway;

class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdIsOneSegmentWhateverItHolds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << QStringLiteral("qwen-plus_1.5~x") << QByteArray("qwen-plus_1.5~x");
        QTest::newRow("slash") << QStringLiteral("a/b") << QByteArray("a%2Fb");
        QTest::newRow("steps") << QStringLiteral("../models") << QByteArray("..%2Fmodels");
        QTest::newRow("space") << QStringLiteral("a b") << QByteArray("a%20b");
        QTest::newRow("per cent") << QStringLiteral("a%2Fb%") << QByteArray("a%252Fb%25");
        QTest::newRow("query") << QStringLiteral("a?b=c&d#e;f") << QByteArray("a%3Fb%3Dc%26d%23e%3Bf");
        QTest::newRow("Chinese") << QStringLiteral("模型") << QByteArray("%E6%A8%A1%E5%9E%8B");
        QTest::newRow("emoji") << QStringLiteral("😀") << QByteArray("%F0%9F%98%80");
        QTest::newRow("colon and plus") << QStringLiteral("a:b+c@d") << QByteArray("a%3Ab%2Bc%40d");
        QTest::newRow("line") << QStringLiteral("a\r\nb") << QByteArray("a%0D%0Ab");
        QTest::newRow("backslash") << QStringLiteral("a\\b") << QByteArray("a%5Cb");
        QTest::newRow("three dots") << QStringLiteral("...") << QByteArray("...");
    }

    void anIdIsOneSegmentWhateverItHolds()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, encoded);
        const QUrl url = urlBelow(QUrl(QStringLiteral("http://h:1/api/v1")), {QStringLiteral("deployments"), id});
        QCOMPARE(url.toEncoded(), "http://h:1/api/v1/deployments/" + encoded);
        QVERIFY(url.isValid());
    }

    void anIdThatCannotTravelGivesNoUrl_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"", ".", ".."})
            QTest::addRow("%s", id) << QString::fromLatin1(id);
    }

    void anIdThatCannotTravelGivesNoUrl()
    {
        QFETCH(const QString, id);
        QVERIFY(!urlBelow(QUrl(QStringLiteral("http://h/api/v1")), {QStringLiteral("deployments"), id}).isValid());
    }

    void queryValuesAreEncoded()
    {
        const QUrl url = urlBelow(QUrl(QStringLiteral("http://h/api/v1")), {QStringLiteral("x")},
                                  {{QStringLiteral("a"), QStringLiteral("1&b=2 +%")}, {QStringLiteral("c"), {}}});
        QCOMPARE(url.toEncoded(), "http://h/api/v1/x?a=1%26b%3D2%20%2B%25&c=");
    }
};

QTEST_APPLESS_MAIN(TestRequest)
#include "tst_request.moc"
