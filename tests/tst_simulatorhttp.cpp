// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/requestparser.h"
#include "app/simulator/server.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr auto listPath = "/api/v1/deployments?page_size=1";
constexpr auto key = "Authorization: Bearer sk-test\r\n";

QByteArray chunked(const QByteArray &first, const QByteArray &second)
{
    const auto chunk = [](const QByteArray &bytes) {
        return QByteArray::number(bytes.size(), 16) + ";name=value\r\n" + bytes + "\r\n";
    };
    return "POST /a?b=c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(first) + chunk(second) +
           "0\r\nTrailer: x\r\n\r\n";
}

} // namespace

class TestSimulatorHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>(Options{.deployments = 3, .tokensPerSecond = 0});
        QVERIFY(m_server->listen());
    }
    void cleanup() { m_server.reset(); }

    void aRequestIsReadHoweverItIsSplit()
    {
        const QByteArray good = chunked("hello ", "world");
        for (qsizetype cut = 0; cut <= good.size(); ++cut) {
            RequestParser parser;
            parser.feed(good.left(cut));
            auto request = parser.next();
            if (!request) {
                parser.feed(good.mid(cut));
                request = parser.next();
            }
            QVERIFY2(request, QByteArray::number(cut).constData());
            QCOMPARE(request->verb, "POST");
            QCOMPARE(request->path, "/a");
            QCOMPARE(request->query, "b=c");
            QCOMPARE(request->body, "hello world");
            QVERIFY(!parser.next());
            QVERIFY(!parser.holdsBytes());
        }
    }

    void whatIsNoRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("no HTTP", "hello\r\n\r\n", 400);
        row("a version that is none", "GET / FTP/1.1\r\n\r\n", 400);
        row("HTTP/2", "GET / HTTP/2.0\r\n\r\n", 505);
        row("no path", "GET x HTTP/1.1\r\n\r\n", 400);
        row("a folded header", "GET / HTTP/1.1\r\nA: 1\r\n b\r\n\r\n", 400);
        row("a space before the colon", "GET / HTTP/1.1\r\nA : 1\r\n\r\n", 400);
        row("a length that is none", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400);
        row("length and chunks", "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("an unknown coding", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("a body too large", "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413);
        row("a length beyond counting", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 413);
        row("a chunk too large", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413);
        row("a chunk size that is none", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\n", 400);
        row("a chunk without its end", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", 400);
        row("a path too long", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n\r\n", 414);
        row("a head too long", "GET / HTTP/1.1\r\nA: " + QByteArray(70'000, 'a') + "\r\n\r\n", 431);
        row("a head without an end", "GET / HTTP/1.1\r\nA: " + QByteArray(70'000, 'a'), 431);
    }
    void whatIsNoRequestIsRefused()
    {
        QFETCH(QByteArray, bytes);
        RequestParser parser;
        parser.feed(bytes);
        QVERIFY(!parser.next());
        QTEST(parser.problem(), "status");
        QVERIFY(!parser.next());
    }

    void aConnectionServesOneRequestAfterTheOther()
    {
        RawClient client(m_server->url());
        for (int i = 0; i < 3; ++i) {
            client.ask("GET", listPath);
            const RawClient::Answer answer = client.receive();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Connection"), "keep-alive");
        }
        QCOMPARE(m_server->requests().size(), 3);
    }

    void requestsSentAtOnceAreAnsweredInOrder()
    {
        RawClient client(m_server->url());
        for (const char *path : {"/api/v1/deployments?page_size=1", "/api/v1/deployments?page_size=2", "/nowhere"})
            client.ask("GET", path);
        QVERIFY(client.receive().body.contains("\"page_size\":1"));
        QVERIFY(client.receive().body.contains("\"page_size\":2"));
        QCOMPARE(client.receive().status, 404);
    }

    void theConnectionIsClosedForThoseWhoAsk_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    }
    void theConnectionIsClosedForThoseWhoAsk()
    {
        QFETCH(QByteArray, request);
        RawClient client(m_server->url());
        client.send(request);
        QCOMPARE(client.receive().header("Connection"), "close");
        QVERIFY(client.waitForClose());
    }

    void aBodyInChunksIsABody()
    {
        const QByteArray body = R"({"model_name":"emo"})";
        RawClient client(m_server->url());
        client.send(
            "POST /api/v1/deployments HTTP/1.1\r\nAuthorization: Bearer k\r\nTransfer-Encoding: chunked\r\n\r\n" +
            QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n");
        QVERIFY(client.receive().body.contains("Required parameter(capacity)"));
        QCOMPARE(m_server->requests().first().body, body);
    }

    void whoAsksWhetherToContinueIsToldTo()
    {
        RawClient client(m_server->url());
        client.send("POST /api/v1/deployments HTTP/1.1\r\nAuthorization: Bearer k\r\nExpect: 100-continue\r\n"
                    "Content-Length: 2\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("{}");
        QCOMPARE(client.receive().status, 400);
    }

    void aBodyTooLargeIsRefusedInWords()
    {
        RawClient client(m_server->url());
        client.send("POST /api/v1/deployments HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n" +
                    QByteArray(1'000'000, 'x'));
        const RawClient::Answer answer = client.receive();
        QCOMPARE(answer.status, 413);
        QVERIFY(answer.body.contains("Payload Too Large."));
        QVERIFY(!answer.header("X-Request-Id").isEmpty());
        QVERIFY(answer.body.contains("\"request_id\":\"" + answer.header("X-Request-Id") + '"'));
        QVERIFY(m_server->requests().isEmpty());
    }

    void slashesTooManyCountForNothing()
    {
        QCOMPARE(askOnce(m_server->url(), "GET", "/api/v1//deployments").status, 200);
        QCOMPARE(askOnce(m_server->url(), "GET", "//api/v1/deployments/").status, 200);
    }

    void anAnswerHasTheServicesHeaders()
    {
        const RawClient::Answer answer = askOnce(m_server->url(), "GET", listPath);
        QVERIFY(answer.wire.startsWith("HTTP/1.1 200 OK\r\n"));
        QCOMPARE(answer.header("Content-Type"), "application/json");
        QVERIFY(answer.body.contains("\"request_id\":\"" + answer.header("X-Request-Id") + '"'));
        QCOMPARE(answer.header("X-Request-Id").at(14), '9');
    }

    void whatArrivedIsRecorded()
    {
        askOnce(m_server->url(), "POST", "/api/v1/deployments?a=%20b", "{\"x\":1}",
                QByteArray(key) + "X-Own: first\r\nX-own: second\r\n");
        const RecordedRequest request = m_server->requests().constFirst();
        QCOMPARE(request.verb, "POST");
        QCOMPARE(request.path, "/api/v1/deployments");
        QCOMPARE(request.query, "a=%20b");
        QCOMPARE(request.body, "{\"x\":1}");
        QCOMPARE(request.header("x-OWN"), "first");
        QCOMPARE(request.headers.last().first, "Content-Length");
        QTRY_COMPARE(m_server->requests().constFirst().fate, RecordedRequest::Fate::Answered);
    }

    void recordsAreBounded()
    {
        m_server = std::make_unique<Server>(Options{.deployments = 1, .recorded = 3});
        QVERIFY(m_server->listen());
        RawClient client(m_server->url());
        for (int i = 0; i < 5; ++i) {
            client.ask("GET", "/" + QByteArray::number(i), QByteArray(1'500'000, 'x'));
            QCOMPARE(client.receive().status, 404);
        }
        QCOMPARE(m_server->requestCount(), 5);
        QCOMPARE(m_server->requests().size(), 3);
        QCOMPARE(m_server->requests().constFirst().path, "/2");
        QCOMPARE(m_server->requests().constFirst().body.size(), 1024 * 1024);
        QCOMPARE(m_server->requests().constFirst().bodySize, 1'500'000);
    }

    void aServerMayEndWhileItAnswers()
    {
        m_server->addFault(QStringLiteral("any=hang"));
        RawClient client(m_server->url());
        client.ask("GET", listPath);
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_server.reset();
        QVERIFY(client.waitForClose());
    }

    void aPortThatIsTakenIsReported()
    {
        Server second(Options{.port = static_cast<quint16>(m_server->url().port()), .deployments = 0});
        QVERIFY(!second.listen());
    }

private:
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestSimulatorHttp)
#include "tst_simulatorhttp.moc"
