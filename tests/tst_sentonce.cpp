// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"
#include "tests/support/sentonce.h"

#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;
using Then = RawAnswer::Then;
using State = Mutation::State;

namespace {

const QByteArray page = "<html><h1>Bad gateway</h1></html>";

QList<Accident> accidents()
{
    const QByteArray login = "WWW-Authenticate: Basic realm=\"x\"\r\n";
    return drops(httpAnswer(200, oneDeployment)) +
           QList<Accident>{
               {"no answer in time", {}},
               {"half a head in time", {"HTTP/1.1 200 OK\r\n"}},
               {"a page in place of an answer", httpAnswer(200, page, "text/html")},
               {"nothing in place of an answer", httpAnswer(200, {})},
               {"500", httpAnswer(500, R"({"code":"InternalError","message":"x"})")},
               {"502 of a gateway", httpAnswer(502, page, "text/html")},
               {"503 of a gateway", httpAnswer(503, page, "text/html", "Retry-After: 0\r\n")},
               {"504 of a gateway", httpAnswer(504, page, "text/html")},
               {"504 and closed", {httpAnswer(504, page, "text/html").bytes, Then::Close}},
               {"401 that asks for a password", httpAnswer(401, oneDeployment, "application/json", login),
                State::Refused},
               {"408", httpAnswer(408, {}, "text/plain", "Connection: close\r\n"), State::Refused},
               {"429", httpAnswer(429, R"({"code":"Throttling","message":"x"})"), State::Refused},
               {"425", httpAnswer(425, {}), State::Refused},
               {"307 to itself", httpAnswer(307, {}, "text/plain", "Location: /api/v1/deployments\r\n"),
                State::Refused},
           };
}

} // namespace

// One click is one request, whatever the network does. The server counts.
class TestSentOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noClickIsEverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Accident>("accident");
        for (const char *verb : {"POST", "PUT scale", "PUT update", "DELETE"})
            for (const char *before : histories)
                for (const Accident &accident : accidents())
                    QTest::addRow("%s, %s: %s", verb, before, accident.name)
                        << QByteArray(verb) << QByteArray(before) << accident;
    }

    void noClickIsEverSentTwice()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, before);
        QFETCH(const Accident, accident);
        RawServer server([](const RawRequest &) { return httpAnswer(200, oneDeployment); });
        Client client(endpointAt(server.root(), {}, "sk-secret"));
        client.setPatience({.read = 300ms,
                            .change = 300ms,
                            .create = 300ms,
                            .retry = {.shortestPause = 1ms, .longestPause = 1ms}}); // a second try would come at once
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
        QVERIFY2(server.begun() <= begun + 1,
                 "it was begun again"); // another connection may follow one that took nothing
        const bool isRead = accident.greeting == Then::KeepOpen;
        QCOMPARE(server.requests().size(), requests + (isRead ? 1 : 0));
        m_pairs += 1;
    }

    void cleanupTestCase() { qInfo("sent once: %d clicks", m_pairs); }

private:
    int m_pairs = 0;
};

QTEST_GUILESS_MAIN(TestSentOnce)
#include "tst_sentonce.moc"
