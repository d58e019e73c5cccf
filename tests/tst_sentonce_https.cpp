// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tst_sentonce over TLS, as the real service is talked to, and for prompts, which go over connections that are kept.
#include "app/fleet/deploymentstore.h"
#include "app/modelstudio/client.h"
#include "app/modelstudio/generationapi.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"
#include "tests/support/tlsserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;
using Then = RawAnswer::Then;
using State = Mutation::State;

namespace {

const QByteArray oneObject = R"({"request_id":"r-1","output":{"deployed_model":"m-1","status":"PENDING"}})";

/// What a connection does in place of answering.
struct Drop
{
    const char *name;
    RawAnswer answer;
    Then greeting = Then::KeepOpen;
    bool isHarmless = false;
};

QList<Drop> dropsOf(const RawAnswer &whole)
{
    const QByteArray half = whole.bytes.first(whole.bytes.size() - 20);
    return {
        {"answered", whole, Then::KeepOpen, true},
        {"closed once read", {{}, Then::Close}},
        {"reset once read", {{}, Then::Reset}},
        {"closed before it was read", {}, Then::Close},
        {"reset before it was read", {}, Then::Reset},
        {"half a status line", {"HTTP/1.1 2", Then::Close}},
        {"half a status line, reset", {"HTTP/1.1 2", Then::Reset}},
        {"half a head", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Close}},
        {"half a head, reset", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Reset}},
        {"a continue, then closed", {"HTTP/1.1 100 Continue\r\n\r\n", Then::Close}},
        {"a body cut short", {half, Then::Close}},
        {"a body cut short, reset", {half, Then::Reset}},
    };
}

QByteArray event(const QByteArray &text, const QByteArray &reason)
{
    return "id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"choices\":[{\"message\":{\"content\":\"" + text +
           "\",\"role\":\"assistant\"},\"finish_reason\":\"" + reason + "\"}]},\"request_id\":\"r-1\"}\n\n";
}

RawAnswer wholeReply()
{
    return {streamHead() + chunk(event("Hi", "null")) + chunk(event("", "stop")) + chunk("")};
}

std::unique_ptr<QTcpServer> serverFor(const QByteArray &scheme)
{
    if (scheme == "https")
        return tlsServer("good");
    return std::make_unique<QTcpServer>();
}

} // namespace

Q_DECLARE_METATYPE(Drop)

class TestSentOnceHttps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Or the others prove nothing: what Qt by itself makes of one POST. Newer ones may do better.
    void theServerCountsWhatQtSendsAgain()
    {
        RawServer server({}, tlsServer("good"));
        for (int i = 0; i < 6; ++i)
            server.enqueue({{}, Then::Close});
        QNetworkAccessManager network;
        QNetworkRequest request(server.root(QStringLiteral("https")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply = network.post(request, QByteArray("{}"));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(server.requests().size() >= 1);
        if (QLatin1String(qVersion()).startsWith(QLatin1String("6.4")))
            QVERIFY(server.requests().size() > 1);
        qInfo("Qt %s by itself sends a POST %d times over https.", qVersion(), int(server.requests().size()));
    }

    void noMutationIsEverSentTwiceOverTls_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Drop>("drop");
        for (const char *verb : {"POST", "PUT", "DELETE"})
            for (const char *before : {"at first", "kept alive", "after idle"})
                for (const Drop &drop : dropsOf(httpAnswer(200, oneObject)))
                    QTest::addRow("%s, %s: %s", verb, before, drop.name)
                        << QByteArray(verb) << QByteArray(before) << drop;
    }

    void noMutationIsEverSentTwiceOverTls()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, before);
        QFETCH(const Drop, drop);
        RawServer server([](const RawRequest &) { return httpAnswer(200, oneObject); }, tlsServer("good"));
        Client client(endpointAt(server.root(QStringLiteral("https")), {}, "sk-secret"));
        Journal journal;
        DeploymentStore store(&client, &journal, QString());
        if (before != "at first")
            changeAndRead(store);
        if (before == "after idle")
            idle(server);
        const auto connections = server.connections();
        const auto requests = server.requests().size();

        begin(server, drop);
        const quint64 id = click(store, verb);
        QVERIFY(QTest::qWaitFor([&] { return journal.find(id)->state != State::Sending; }));
        QTest::qWait(20); // proves silence
        QCOMPARE(int(journal.find(id)->state), int(drop.isHarmless ? State::Accepted : State::Unknown));
        QVERIFY2(server.connections() <= connections + 1, "it was tried on another connection");
        QVERIFY2(server.requests().size() <= requests + 1, "it was sent again");
        QVERIFY(drop.greeting != Then::KeepOpen ||
                server.requests().size() == requests + 1); // closing may come too late
        m_pairs += 1;
    }

    void noPromptIsEverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Drop>("drop");
        for (const char *scheme : {"http", "https"}) {
            for (const char *before : {"at first", "kept alive", "after idle", "as it is reset"}) {
                const auto drops = dropsOf(wholeReply());
                for (const Drop &drop : drops) {
                    if (qstrcmp(before, "kept alive") == 0 && drop.greeting != Then::KeepOpen)
                        continue; // there is no new connection to be greeted
                    QTest::addRow("%s, %s: %s", scheme, before, drop.name)
                        << QByteArray(scheme) << QByteArray(before) << drop;
                }
            }
        }
    }

    void noPromptIsEverSentTwice()
    {
        QFETCH(const QByteArray, scheme);
        QFETCH(const QByteArray, before);
        QFETCH(const Drop, drop);
        RawServer server([](const RawRequest &) { return wholeReply(); }, serverFor(scheme));
        Client client(endpointAt(server.root(QString::fromLatin1(scheme)), {}, "sk-secret"));
        if (before != "at first")
            QVERIFY(ask(client).result->hasValue());
        const auto connections = server.connections();
        const auto requests = server.requests().size();

        begin(server, drop);
        if (before == "after idle")
            idle(server); // the client may not have heard of it
        else if (before == "as it is reset")
            server.resetAll();
        const Outcome<GenerationEnd> end = ask(client);
        QTest::qWait(20); // proves silence
        QCOMPARE(end.answers, 1);
        QVERIFY2(server.requests().size() <= requests + 1, "it was sent again");
        QVERIFY2(server.connections() <= connections + 1, "it was tried on another connection");
        if (!drop.isHarmless)
            QVERIFY(!end.result->hasValue());
        else if (before == "at first" || before == "kept alive")
            QVERIFY(end.result->hasValue());
        QVERIFY(before != "kept alive" || server.connections() == connections); // or it was not the one that was kept
        m_pairs += 1;
    }

    void cleanupTestCase() { qInfo("sent once: %d clicks", m_pairs); }

private:
    static void begin(RawServer &server, const Drop &drop)
    {
        server.greetWith(drop.greeting);
        for (int i = 0; i < 6; ++i)
            server.enqueue(drop.answer);
    }

    static void idle(RawServer &server)
    {
        server.closeAll();
        QVERIFY(QTest::qWaitFor([&server] { return server.openConnections() == 0; }));
    }

    /// Over each kind of connection that the client keeps.
    void changeAndRead(DeploymentStore &store)
    {
        Outcome<Answer<Deployment>> read;
        store.api().get(QStringLiteral("m-1"), this, read.taker());
        QVERIFY(QTest::qWaitFor([&read] { return read.result.has_value(); }));
        const quint64 id = click(store, "PUT");
        QVERIFY(QTest::qWaitFor([&] { return store.journal()->find(id)->state == State::Accepted; }));
    }

    Outcome<GenerationEnd> ask(Client &client)
    {
        Outcome<GenerationEnd> end;
        GenerationApi(&client).generate({.model = QStringLiteral("m-1"), .prompt = QStringLiteral("hello")}, this, {},
                                        {}, end.taker());
        [&end] { QVERIFY(QTest::qWaitFor([&end] { return end.result.has_value(); })); }();
        return end;
    }

    static quint64 click(DeploymentStore &store, const QByteArray &verb)
    {
        const QString id = QStringLiteral("m-1");
        if (verb == "POST")
            return store.create({.modelName = QStringLiteral("m")});
        return verb == "DELETE" ? store.remove(id) : store.scale(id, {.capacity = 2});
    }

    const TrustedTestAuthority m_trust;
    int m_pairs = 0;
};

QTEST_GUILESS_MAIN(TestSentOnceHttps)
#include "tst_sentonce_https.moc"
