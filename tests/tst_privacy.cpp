// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/privacy.h"
#include "app/process/quietlog.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Slipway;

class TestPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVariableIsTakenFromTheEnvironmentForGood()
    {
        qputenv("SLIPWAY_TEST_KEY", " sk-taken\n");
        QCOMPARE(takeFromEnvironment("SLIPWAY_TEST_KEY"), QByteArray("sk-taken"));
        QVERIFY(!qEnvironmentVariableIsSet("SLIPWAY_TEST_KEY"));
        QVERIFY(takeFromEnvironment("SLIPWAY_TEST_KEY").isEmpty());
        QProcess child;
        child.start(QStringLiteral("env"), QStringList());
        QVERIFY(child.waitForFinished());
        const QByteArray inherited = child.readAllStandardOutput();
        QVERIFY(inherited.contains("HOME="));
        QVERIFY(!inherited.contains("sk-taken"));
    }

    void memoryIsKeptPrivate()
    {
        keepMemoryPrivate();
        rlimit limit{1, 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
#if !defined(__SANITIZE_ADDRESS__)
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
#endif
    }

    void whatLooksLikeAKeyIsStruckOut_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *message, const char *clean) {
            QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(clean);
        };
        row("", "");
        row("Nothing to hide.", "Nothing to hide.");
        row("key sk-0123456789abcdef is wrong", "key sk-… is wrong");
        row("Authorization: Bearer abc+/=", "Authorization: …");
        row("authorization: Basic abc", "authorization: … abc");
        row(R"({"authorization", "Bearer abc"})", R"({"authorization", "…"})");
        row("DASHSCOPE_API_KEY=abc", "DASHSCOPE_API_KEY=…");
        row("x-api-key: abc, b", "x-api-key: …, b");
        row("bearer abc.def", "bearer …");
        row("task-based risk-free desk-top", "task-based risk-free desk-top");
    }

    void whatLooksLikeAKeyIsStruckOut()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, clean);
        QCOMPARE(withoutSecrets(message), clean);
    }

    void theLogIsQuietAboutWhatIsSentAndTyped_data()
    {
        QTest::addColumn<bool>("heard");
        QTest::newRow("qt.network.http2") << false;
        QTest::newRow("qt.network.ssl") << false;
        QTest::newRow("qt.qpa.input.events") << false;
        QTest::newRow("qt.dbus.integration") << false;
        QTest::newRow("qt.widgets.painting") << true;
        QTest::newRow("slipway.test") << true;
    }

    void theLogIsQuietAboutWhatIsSentAndTyped()
    {
        QFETCH(const bool, heard);
        const auto before = qInstallMessageHandler(nullptr);
        installQuietLog();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const QLoggingCategory category(QTest::currentDataTag());
        QCOMPARE(category.isDebugEnabled(), heard);
        QVERIFY(category.isWarningEnabled());
        QLoggingCategory::setFilterRules({});
    }
};

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
