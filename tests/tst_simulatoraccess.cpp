// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

class TestSimulatorAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_still = std::make_unique<StillServer>(); }
    void cleanup() { m_still.reset(); }

    void theKeyIsChecked_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::newRow("any") << QByteArray() << QByteArray("Authorization: Bearer x\r\n") << 200;
        QTest::newRow("none") << QByteArray() << QByteArray() << 401;
        QTest::newRow("an empty one") << QByteArray() << QByteArray("Authorization: Bearer \r\n") << 401;
        QTest::newRow("no bearer") << QByteArray() << QByteArray("Authorization: Basic x\r\n") << 401;
        QTest::newRow("the right one") << QByteArray("sk-1") << QByteArray("Authorization: Bearer sk-1\r\n") << 200;
        QTest::newRow("a wrong one") << QByteArray("sk-1") << QByteArray("Authorization: Bearer sk-2\r\n") << 401;
    }
    void theKeyIsChecked()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, headers);
        m_still->start({.deployments = 1, .apiKey = wanted});
        const RawClient::Answer answer = askOnce(m_still->url(), "GET", "/api/v1/deployments", {}, headers);
        QTEST(answer.status, "status");
        QCOMPARE(m_still->message(answer), answer.status == 200 ? "" : "Invalid API-key provided.");
        QCOMPARE(m_still->code(answer), answer.status == 200 ? "" : "InvalidApiKey");
    }

    void theWorkspaceIsChecked_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const QString own = QStringLiteral("llm-4k7x2m9q8w1zt0ab");
        QTest::newRow("not checked") << QString() << QByteArray("llm-other") << 200 << QByteArray();
        QTest::newRow("the right one") << own << own.toUtf8() << 200 << QByteArray();
        QTest::newRow("none") << own << QByteArray() << 200 << QByteArray();
        QTest::newRow("somebody's") << own << QByteArray("llm-other") << 403 << QByteArray("Workspace.AccessDenied");
        QTest::newRow("nonsense") << own << QByteArray("nonsense") << 401 << QByteArray("NOT AUTHORIZED");
    }
    void theWorkspaceIsChecked()
    {
        QFETCH(QString, own);
        QFETCH(QByteArray, asked);
        m_still->start({.deployments = 1, .workspace = own});
        const QByteArray header = asked.isEmpty() ? QByteArray() : "X-DashScope-WorkSpace: " + asked + "\r\n";
        const RawClient::Answer answer =
            askOnce(m_still->url(), "GET", "/api/v1/deployments", {}, "Authorization: Bearer k\r\n" + header);
        QTEST(answer.status, "status");
        QTEST(m_still->code(answer), "code");
        if (!own.isEmpty() && answer.status == 200)
            QVERIFY(answer.body.contains("\"workspace_id\":\"" + own.toUtf8() + '"'));
    }

    void whatDoesNotExistIsSaidToNotExist_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *path, const char *verb, int status, const char *message) {
            QTest::addRow("%s %s", verb, path) << QByteArray(verb) << status << QByteArray(message);
        };
        row("/", "GET", 404, "Request path not found.");
        row("/api/v1", "GET", 404, "Request path not found.");
        row("/api/v2/deployments", "GET", 404, "Request path not found.");
        row("/api/v1/deployments/x/events", "GET", 404, "Request path not found.");
        row("/api/v1/deployments/x/y/scale", "PUT", 404, "Request path not found.");
        row("/api/v1/deployments", "PUT", 400, "Request method 'PUT' is not supported.");
        row("/api/v1/deployments/x", "PATCH", 400, "Request method 'PATCH' is not supported.");
        row("/api/v1/deployments/x/scale", "GET", 400, "Request method 'GET' is not supported.");
        row("/api/v1/deployments/models", "DELETE", 400, "Request method 'DELETE' is not supported.");
        row("/api/v1/services/aigc/text-generation/generation", "GET", 400, "Request method 'GET' is not supported.");
    }
    void whatDoesNotExistIsSaidToNotExist()
    {
        QFETCH(QByteArray, verb);
        const QByteArray path = QByteArray(QTest::currentDataTag()).split(' ').at(1);
        const RawClient::Answer answer = askOnce(m_still->url(), verb, path);
        QTEST(answer.status, "status");
        QTEST(m_still->message(answer), "message");
    }

private:
    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorAccess)
#include "tst_simulatoraccess.moc"
