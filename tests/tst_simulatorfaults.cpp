// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Slipway::Simulator;

namespace {
constexpr auto generation = "/api/v1/services/aigc/text-generation/generation";
constexpr auto createBody = R"({"model_name":"emo","plan":"cu","capacity":1})";
} // namespace

class TestSimulatorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_still = std::make_unique<StillServer>(
            Options{.deployments = 0, .tokensPerSecond = 0, .reply = QByteArray("word ").repeated(20)});
        DeployedModel model;
        model.id = QStringLiteral("mine");
        model.modelName = QStringLiteral("qwen-plus");
        m_still->world().insert(model);
    }
    void cleanup() { m_still.reset(); }

    void wordsAreUnderstood_data()
    {
        QTest::addColumn<bool>("good");
        for (const char *good : {"any=hang",
                                 "list:3=status=500",
                                 "list@2=status=429,empty",
                                 "get:1@4=status=400,Code,A message, with commas",
                                 "create=reset-after",
                                 "create=executed-status=504",
                                 "generate=cut=0",
                                 "generate=error-event",
                                 "generate=error-event=0,InternalError,Oops",
                                 "generate=error-event,InternalError",
                                 "any=delay=100",
                                 "any=redirect=http://127.0.0.1:1/a?b=c,d",
                                 "list=wrong-length=-5",
                                 "list=slow",
                                 "catalog=html=502",
                                 "any=status=103,empty",
                                 "get=interim",
                                 "get=interim=100",
                                 "list=cut-unframed=5",
                                 "generate=stall",
                                 "any=split=7",
                                 "any=endless",
                                 "list=executed-endless",
                                 "any=endless-header",
                                 "any=gzip-bomb",
                                 "any=gzip-flood",
                                 "any=bad-utf8",
                                 "generate=long-line=2000000",
                                 "any=nested=70",
                                 "generate=repeat-event",
                                 "generate=drop-event=5",
                                 "create=framed-error=429",
                                 "scale=empty",
                                 "update=garbage",
                                 "delete=not-http",
                                 "any=reset-before",
                                 "any=close-before",
                                 "any=close-after",
                                 "any=half-header",
                                 "any=half-body",
                                 "generate=crlf",
                                 "generate=no-end"})
            QTest::newRow(good) << true;
        for (const char *bad : {"",
                                "any",
                                "any=",
                                "nowhere=hang",
                                "any=nonsense",
                                "any=delay",
                                "any=delay=soon",
                                "any=status",
                                "any=status=99",
                                "any=status=600",
                                "any:0=hang",
                                "any:x=hang",
                                "any@-1=hang",
                                "any=slow=0",
                                "any=redirect",
                                "any=cut=-1",
                                ":1=hang",
                                "any=executed-",
                                "any=interim=200",
                                "any=split=0",
                                "any=cut-unframed",
                                "any=nested=1000000000"})
            QTest::newRow(bad) << false;
    }
    void wordsAreUnderstood()
    {
        QString problem;
        const bool good = Fault::parsed(QString::fromLatin1(QTest::currentDataTag()), &problem).has_value();
        QTEST(good, "good");
        QCOMPARE(problem.isEmpty(), good);
        QVERIFY(good || problem.endsWith(u'.'));
        if (good)
            requireExplained(QString::fromLatin1(QTest::currentDataTag()));
    }

    void aFaultHitsItsRouteSoManyTimesAfterSoMany()
    {
        add("get:2@1=status=503");
        QList<int> statuses;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_still->ask("GET", "deployments").status, 200);
            statuses.append(m_still->ask("GET", "deployments/mine").status);
        }
        QCOMPARE(statuses, (QList<int>{200, 503, 503, 200, 200}));
    }

    void faultsHitOneAfterTheOther()
    {
        add("list:1=status=500");
        add("list:1=status=429");
        add("list:1=html");
        QCOMPARE(m_still->ask("GET", "deployments").status, 500);
        QCOMPARE(m_still->ask("GET", "deployments").status, 429);
        QCOMPARE(m_still->ask("GET", "deployments").header("Content-Type"), "text/html");
        QCOMPARE(m_still->ask("GET", "deployments").status, 200);
    }

    void clearedFaultsAreGone()
    {
        add("any=status=500");
        m_still->server().clearFaults();
        QCOMPARE(m_still->ask("GET", "deployments").status, 200);
    }

    void aStatusHasTheDocumentedWords_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("list=status=429") << 429 << QByteArray("Throttling");
        QTest::newRow("list=status=401") << 401 << QByteArray("InvalidApiKey");
        QTest::newRow("list=status=503") << 503 << QByteArray("ModelUnavailable");
        QTest::newRow("list=status=502") << 502 << QByteArray("InternalError");
        QTest::newRow("list=status=400,My.Code,My message, too") << 400 << QByteArray("My.Code");
        QTest::newRow("list=status=429,empty") << 429 << QByteArray("no JSON");
    }
    void aStatusHasTheDocumentedWords()
    {
        add(QTest::currentDataTag());
        const RawClient::Answer answer = m_still->ask("GET", "deployments");
        QTEST(answer.status, "status");
        QTEST(StillServer::code(answer), "code");
        QCOMPARE(answer.body.isEmpty(), QByteArray(QTest::currentDataTag()).endsWith("empty"));
        QCOMPARE(answer.body.contains("My message, too"), StillServer::code(answer) == "My.Code");
    }

    void whatStandsInPlaceOfTheServiceExecutesNothing_data()
    {
        QTest::addColumn<bool>("executed");
        for (const char *kind : {"status=500", "html", "empty", "garbage", "redirect=http://127.0.0.1:1/", "not-http",
                                 "hang", "reset-before", "close-before", "framed-error"})
            QTest::newRow(kind) << false;
        for (const char *kind :
             {"executed-status=500", "executed-html", "executed-hang", "executed-empty", "reset-after", "close-after",
              "half-header", "half-body", "wrong-length", "cut=3", "slow=100000", "delay=1"})
            QTest::newRow(kind) << true;
    }
    void whatStandsInPlaceOfTheServiceExecutesNothing()
    {
        QFETCH(bool, executed);
        add(QByteArray("create=") + QTest::currentDataTag());
        RawClient client(m_still->url());
        client.ask("POST", "/api/v1/deployments", createBody);
        QTRY_COMPARE(m_still->server().requests().size(), 1);
        QCOMPARE(m_still->world().size(), executed ? 2 : 1);
    }

    void nothingComesAfterTheRequest_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("reset-before") << true;
        QTest::newRow("reset-after") << true;
        QTest::newRow("close-before") << false;
        QTest::newRow("close-after") << false;
    }
    void nothingComesAfterTheRequest()
    {
        QFETCH(bool, reset);
        add(QByteArray("any=") + QTest::currentDataTag());
        // QTcpSocket tells a reset from a close by nothing: ask the system.
        const int client = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<quint16>(m_still->url().port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        const QByteArray request = "GET /api/v1/deployments HTTP/1.1\r\nAuthorization: Bearer k\r\n\r\n";
        QCOMPARE(::send(client, request.constData(), static_cast<size_t>(request.size()), 0), request.size());
        char byte = 0;
        ssize_t received = -1;
        int problem = EAGAIN;
        const bool ended = QTest::qWaitFor([&] {
            received = ::recv(client, &byte, 1, MSG_DONTWAIT);
            problem = errno;
            return received >= 0 || problem != EAGAIN;
        });
        ::close(client);
        QVERIFY(ended && received <= 0);
        QCOMPARE(received < 0 && problem == ECONNRESET, reset);
    }

    void anAnswerBreaksOff_data()
    {
        QTest::addColumn<bool>("headWhole");
        QTest::addColumn<qint64>("bodyBytes");
        QTest::newRow("half-header") << false << qint64(0);
        QTest::newRow("cut=0") << true << qint64(0);
        QTest::newRow("cut=7") << true << qint64(7);
        QTest::newRow("half-body") << true << qint64(-1);
        QTest::newRow("wrong-length") << true << qint64(-1);
    }
    void anAnswerBreaksOff()
    {
        QFETCH(bool, headWhole);
        QFETCH(qint64, bodyBytes);
        add(QByteArray("list=") + QTest::currentDataTag());
        const RawClient::Answer answer = askOnce(m_still->url(), "GET", "/api/v1/deployments");
        QVERIFY(answer.ended && !answer.whole);
        QVERIFY(answer.wire.startsWith("HTTP/1.1 200"));
        QCOMPARE(answer.wire.contains("\r\n\r\n"), headWhole);
        if (bodyBytes >= 0)
            QCOMPARE(answer.body.size(), bodyBytes);
        else
            QVERIFY(!answer.body.isEmpty() && answer.body.size() < answer.header("Content-Length").toLongLong());
    }

    void aLengthTooShortTruncatesTheBody()
    {
        add("list=wrong-length=-3");
        const RawClient::Answer answer = askOnce(m_still->url(), "GET", "/api/v1/deployments");
        QVERIFY(answer.whole);
        QVERIFY(parsed(answer.body).is_discarded());
    }

    void bodiesAreNotWhatTheyClaim()
    {
        add("list:1=garbage");
        add("list:1=empty");
        add("list:1=framed-error=429,Throttling,Slow down.");
        add("list:1=redirect=http://127.0.0.1:9/x,y");
        const RawClient::Answer garbage = m_still->ask("GET", "deployments");
        QCOMPARE(garbage.status, 200);
        QVERIFY(parsed(garbage.body).is_discarded());
        const RawClient::Answer empty = m_still->ask("GET", "deployments");
        QVERIFY(empty.status == 200 && empty.body.isEmpty());
        const RawClient::Answer framed = m_still->ask("GET", "deployments");
        QCOMPARE(framed.status, 429);
        QCOMPARE(framed.header("Content-Type"), "application/json");
        QVERIFY(framed.body.startsWith(
            "id:1\nevent:error\n:HTTP_STATUS/429\ndata:{\"code\":\"Throttling\",\"message\":\"Slow "));
        const RawClient::Answer redirect = m_still->ask("GET", "deployments");
        QCOMPARE(redirect.status, 302);
        QCOMPARE(redirect.header("Location"), "http://127.0.0.1:9/x,y");
    }

    void whatIsNoHttpIsNoHttp()
    {
        add("any=not-http");
        QVERIFY(!askOnce(m_still->url(), "GET", "/api/v1/deployments").wire.startsWith("HTTP"));
    }

    void aDelayAddsToAnyOtherFault()
    {
        add("list=delay=100");
        add("list:1=status=500");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_still->ask("GET", "deployments").status, 500);
        QCOMPARE(m_still->ask("GET", "deployments").status, 200);
        QVERIFY(timer.elapsed() >= 200);
    }

    void aDelayedAnswerTellsWhatWasTrueWhenItWasAsked()
    {
        add("get=delay=50");
        RawClient client(m_still->url());
        client.ask("GET", "/api/v1/deployments/mine");
        QTRY_COMPARE(m_still->server().requests().size(), 1);
        m_still->world().edit(QStringLiteral("mine"),
                              [](DeployedModel &model) { model.status = QStringLiteral("STOPPED"); });
        QVERIFY(client.receive().body.contains("RUNNING"));
    }

    void aHangingRequestEndsWithItsClient()
    {
        add("any=hang");
        auto client = std::make_unique<RawClient>(m_still->url());
        client->ask("GET", "/api/v1/deployments");
        QTRY_COMPARE(m_still->server().requests().size(), 1);
        QCOMPARE(m_still->server().requests().constFirst().fate, RecordedRequest::Fate::Pending);
        client.reset();
        QTRY_COMPARE(m_still->server().requests().constFirst().fate, RecordedRequest::Fate::Dropped);
    }

    void aSlowAnswerDripsAndIsWhole()
    {
        add("list=slow=5000");
        QElapsedTimer timer;
        timer.start();
        const RawClient::Answer answer = askOnce(m_still->url(), "GET", "/api/v1/deployments");
        QVERIFY(answer.whole && !parsed(answer.body).is_discarded());
        QVERIFY2(timer.elapsed() >= answer.wire.size() * 1000 / 5000 - 50,
                 QByteArray::number(timer.elapsed()).constData());
    }

    void streamsBreakInTheirOwnWays_data()
    {
        QTest::addColumn<bool>("whole"); // as HTTP
        QTest::addColumn<bool>("final"); // the last event came
        QTest::newRow("no-end") << true << false;
        QTest::newRow("crlf") << true << true;
        QTest::newRow("error-event") << true << false;
        QTest::newRow("cut=500") << false << false;
        QTest::newRow("half-body") << false << false;
        QTest::newRow("slow=200000") << true << true;
    }
    void streamsBreakInTheirOwnWays()
    {
        QFETCH(bool, whole);
        QFETCH(bool, final);
        add(QByteArray("generate=") + QTest::currentDataTag());
        const RawClient::Answer answer = stream();
        QVERIFY(answer.ended);
        QCOMPARE(answer.whole, whole);
        QCOMPARE(answer.body.contains(R"("finish_reason":"stop")"), final);
    }

    void aCutStreamEndsAtThatVeryByte()
    {
        const QByteArray full = stream().body;
        for (const int bytes : {0, 1, 10, 333, 1000}) {
            m_still->server().clearFaults();
            add("generate=cut=" + QByteArray::number(bytes));
            const RawClient::Answer answer = stream();
            QCOMPARE(answer.body.size(), bytes);
            QVERIFY(!answer.whole);
        }
        QVERIFY(full.size() > 1000);
    }

    void anErrorEventComesInMidStream()
    {
        add("generate=error-event=2,InternalError.Timeout,Too late");
        const RawClient::Answer answer = stream();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.count("event:result"), 2);
        QVERIFY2(answer.body.contains("id:3\nevent:error\n:HTTP_STATUS/429\ndata:{\"code\":\"InternalError.Timeout\","
                                      "\"message\":\"Too late\",\"request_id\":\"" +
                                      answer.header("X-Request-Id") + "\"}\n\n"),
                 answer.body.constData());
        QVERIFY(answer.body.endsWith("}\n\n"));
    }

    void linesOfAStreamMayEndInCrLf()
    {
        const QByteArray plain = stream().body;
        add("generate=crlf");
        QByteArray lines = stream().body;
        QCOMPARE(lines.count('\n'), lines.count("\r\n"));
        lines.replace("\r\n", "\n");
        QCOMPARE(lines.size(), plain.size());
    }

    void aChunkOfTheWrongLengthBreaksTheStream()
    {
        add("generate=wrong-length");
        RawClient client(m_still->url());
        ask(client);
        QTRY_VERIFY(client.socket().bytesAvailable() > 500);
        const QByteArray wire = client.socket().readAll();
        const QByteArray after = wire.mid(wire.indexOf("\r\n\r\n") + 4);
        const qsizetype size = after.left(after.indexOf("\r\n")).toLongLong(nullptr, 16);
        QCOMPARE(size, after.indexOf("\n\n\r\n") + 2 - after.indexOf("\r\n") - 2 + 10);
    }

private:
    /// The help has its route and its kind, each as a word of its own.
    static void requireExplained(const QString &spec)
    {
        const QString route = spec.section(QRegularExpression(QStringLiteral("[:@=]")), 0, 0);
        const QString kind = spec.section(u'=', 1, 1).section(u',', 0, 0).remove(QLatin1String("executed-"));
        for (const QString &word : {route, kind}) {
            const QRegularExpression whole(QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(word));
            QVERIFY2(whole.match(faultGrammar()).hasMatch(), qPrintable(word));
        }
    }

    void add(const QByteArray &spec)
    {
        QString problem;
        QVERIFY2(m_still->server().addFault(QString::fromUtf8(spec), &problem), qPrintable(problem));
    }

    void ask(RawClient &client)
    {
        client.ask("POST", generation, R"({"model":"mine","input":{"prompt":"hi"}})",
                   "Authorization: Bearer k\r\nX-DashScope-SSE: enable\r\n");
    }
    RawClient::Answer stream()
    {
        RawClient client(m_still->url());
        ask(client);
        return client.receive();
    }

    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulatorfaults.moc"
