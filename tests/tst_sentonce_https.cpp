// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tst_sentonce over TLS, as the real service is talked to, and for prompts, which go over connections that are kept.
#include "app/modelstudio/client.h"
#include "app/modelstudio/generationapi.h"
#include "tests/support/sentonce.h"
#include "tests/support/tlsserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;
using Then = RawAnswer::Then;
using State = Mutation::State;

namespace {

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
        QTest::addColumn<Accident>("accident");
        for (const char *verb : {"POST", "PUT scale", "PUT update", "DELETE"})
            for (const char *before : histories)
                for (const Accident &accident : drops(httpAnswer(200, oneDeployment)))
                    QTest::addRow("%s, %s: %s", verb, before, accident.name)
                        << QByteArray(verb) << QByteArray(before) << accident;
    }

    void noMutationIsEverSentTwiceOverTls()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, before);
        QFETCH(const Accident, accident);
        RawServer server([](const RawRequest &) { return httpAnswer(200, oneDeployment); }, tlsServer("good"));
        Client client(endpointAt(server.root(QStringLiteral("https")), {}, "sk-secret"));
        Journal journal;
        DeploymentStore store(&client, &journal, QString());
        QVERIFY(prepare(before, server, store));
        const int begun = server.begun();
        const auto requests = server.requests().size();

        arrange(server, accident);
        if (before == "as it is reset")
            server.resetAll(); // the client has not heard of it yet
        const quint64 id = click(store, verb);
        QVERIFY(comes([&] { return journal.find(id)->state != State::Sending; }));
        QTest::qWait(20); // proves silence
        QCOMPARE(int(journal.find(id)->state), int(accident.state));
        QVERIFY2(server.begun() <= begun + 1, "it was begun again");
        QVERIFY2(server.requests().size() <= requests + 1, "it was sent again");
        QVERIFY(accident.greeting != Then::KeepOpen ||
                server.requests().size() == requests + 1); // closing may come too late
        m_pairs += 1;
    }

    void noPromptIsEverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Accident>("accident");
        for (const char *scheme : {"http", "https"}) {
            for (const char *before : {"at first", "kept alive", "after idle", "as it is reset"}) {
                for (const Accident &accident : drops(wholeReply())) {
                    if (qstrcmp(before, "kept alive") == 0 && accident.greeting != Then::KeepOpen)
                        continue; // there is no new connection to be greeted
                    QTest::addRow("%s, %s: %s", scheme, before, accident.name)
                        << QByteArray(scheme) << QByteArray(before) << accident;
                }
            }
        }
    }

    void noPromptIsEverSentTwice()
    {
        QFETCH(const QByteArray, scheme);
        QFETCH(const QByteArray, before);
        QFETCH(const Accident, accident);
        RawServer server([](const RawRequest &) { return wholeReply(); }, serverFor(scheme));
        Client client(endpointAt(server.root(QString::fromLatin1(scheme)), {}, "sk-secret"));
        if (before != "at first")
            QVERIFY(ask(client).result->hasValue());
        const int begun = server.begun();
        const auto requests = server.requests().size();

        arrange(server, accident);
        if (before == "after idle")
            QVERIFY(idle(server)); // the client may not have heard of it
        else if (before == "as it is reset")
            server.resetAll();
        const Outcome<GenerationEnd> end = ask(client);
        QTest::qWait(20); // proves silence
        QCOMPARE(end.answers, 1);
        QVERIFY2(server.requests().size() <= requests + 1, "it was sent again");
        QVERIFY2(server.begun() <= begun + 1, "it was begun again");
        if (accident.state != State::Accepted)
            QVERIFY(!end.result->hasValue());
        else if (before == "at first" || before == "kept alive")
            QVERIFY(end.result->hasValue());
        if (before == "kept alive") // newer versions of Qt open another one afterwards, and send nothing over it
            QCOMPARE(server.requests().constLast().connection, server.requests().at(requests - 1).connection);
        m_pairs += 1;
    }

    void cleanupTestCase() { qInfo("sent once: %d clicks", m_pairs); }

private:
    Outcome<GenerationEnd> ask(Client &client)
    {
        Outcome<GenerationEnd> end;
        GenerationApi(&client).generate({.model = QStringLiteral("m-1"), .prompt = QStringLiteral("hello")}, this, {},
                                        {}, end.taker());
        [&end] { QVERIFY(comes([&end] { return end.result.has_value(); })); }();
        return end;
    }

    const TrustedTestAuthority m_trust;
    int m_pairs = 0;
};

QTEST_GUILESS_MAIN(TestSentOnceHttps)
#include "tst_sentonce_https.moc"
