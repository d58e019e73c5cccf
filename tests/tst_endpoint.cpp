// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/endpoint.h"

#include <QTest>

using namespace Slipway;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBaseUrlIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("root");
        const auto row = [](const char *text, const char *root) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(root);
        };
        const char *beijing = "https://dashscope.aliyuncs.com/api/v1";
        row("https://dashscope.aliyuncs.com/api/v1", beijing);
        row("https://dashscope.aliyuncs.com/api/v1/", beijing);
        row("https://dashscope.aliyuncs.com/api/v1//", beijing);
        row("https://dashscope.aliyuncs.com", beijing);
        row("https://dashscope.aliyuncs.com/", beijing);
        row("  dashscope.aliyuncs.com  ", beijing);
        row("DashScope.aliyuncs.com/api/v1", beijing);
        row("dashscope.aliyuncs.com:443", "https://dashscope.aliyuncs.com:443/api/v1");
        row("https://dashscope.aliyuncs.com/api/v1/deployments", beijing);
        row("https://dashscope.aliyuncs.com/compatible-mode/v1", beijing);
        row("https://dashscope.aliyuncs.com/compatible-mode/v1/", beijing);
        row("llm-1.cn-beijing.maas.aliyuncs.com", "https://llm-1.cn-beijing.maas.aliyuncs.com/api/v1");
        row("https://gateway.example/dashscope", "https://gateway.example/dashscope/api/v1");
        row("https://gateway.example/dashscope/api/v1", "https://gateway.example/dashscope/api/v1");
        row("https://gateway.example/api/v10", "https://gateway.example/api/v10/api/v1");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v1");
        row("http://localhost:8080/api/v1/", "http://localhost:8080/api/v1");
        row("http://[::1]:8080", "http://[::1]:8080/api/v1");
        row("127.0.0.1:8080", "http://127.0.0.1:8080/api/v1");
        row("localhost:8080", "http://localhost:8080/api/v1");
    }

    void aBaseUrlIsReadAsPeopleWriteIt()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, root);
        const auto parsed = parseBaseUrl(text);
        QVERIFY2(parsed.hasValue(), parsed ? "" : qPrintable(parsed.error().detail));
        QCOMPARE(parsed->toString(), root);
    }

    void whatIsNoBaseUrlIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(why);
        };
        row("", "empty");
        row("   ", "empty");
        row("https://", "not-a-url");
        row("://x", "not-a-url");
        row("hello world", "not-a-url");
        row("https://a b.com", "not-a-url");
        row("https://host:99999", "not-a-url");
        row("https://host:0", "not-a-url");
        row("https://ho<st>/", "not-a-url");
        row("ftp://dashscope.aliyuncs.com", "scheme");
        row("file:///etc/passwd", "not-a-url");
        row("http://dashscope.aliyuncs.com", "plain-http");
        row("http://127.0.0.1.example.com", "plain-http");
        row("http://evil.localhost", "plain-http");
        row("http://192.168.0.1:8080", "plain-http");
        row("https://user:pass@dashscope.aliyuncs.com", "credentials");
        row("https://key@dashscope.aliyuncs.com", "credentials");
        row("sk-0123456789abcdef0123456789abcdef", "credentials");
        row("https://dashscope.aliyuncs.com/sk-0123456789", "credentials");
        row("https://dashscope.aliyuncs.com/api/v1?api_key=x", "query");
        row("https://dashscope.aliyuncs.com/#x", "query");
    }

    void whatIsNoBaseUrlIsRefusedWithItsReason()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, why);
        const auto parsed = parseBaseUrl(text);
        QVERIFY2(!parsed.hasValue(), parsed ? qPrintable(parsed->toString()) : "");
        QCOMPARE(parsed.error().kind, Error::Kind::InvalidRequest);
        QCOMPARE(parsed.error().detail, why);
    }

    void regionsHaveTheirHosts()
    {
        QCOMPARE(rootOf(Region::Beijing).toString(), QStringLiteral("https://dashscope.aliyuncs.com/api/v1"));
        QCOMPARE(rootOf(Region::Singapore).toString(), QStringLiteral("https://dashscope-intl.aliyuncs.com/api/v1"));
    }

    void theCompatibleRootIsTheSibling()
    {
        const auto plain = endpointAt(rootOf(Region::Beijing), QStringLiteral("llm-1"), "k");
        QCOMPARE(plain.compatibleRoot.toString(), QStringLiteral("https://dashscope.aliyuncs.com/compatible-mode/v1"));
        QCOMPARE(plain.workspace, QStringLiteral("llm-1"));
        QCOMPARE(plain.key, "k");
        const auto behind = endpointAt(QUrl(QStringLiteral("https://g.example/p/api/v1")), {}, {});
        QCOMPARE(behind.compatibleRoot.toString(), QStringLiteral("https://g.example/p/compatible-mode/v1"));
    }
};

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
