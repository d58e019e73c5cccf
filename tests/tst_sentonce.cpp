// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentstore.h"
#include "app/modelstudio/client.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QTest>

#include <algorithm>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;
using Then = RawAnswer::Then;
using State = Mutation::State;

namespace {

const QByteArray oneObject = R"({"request_id":"r-1","output":{"deployed_model":"m-1","status":"PENDING"}})";
const QByteArray page = "<html><h1>Bad gateway</h1></html>";

/// One way for an answer to go wrong, and what the journal must say then.
struct Accident
{
    const char *name;
    RawAnswer answer;
    State state;
    Then greeting = Then::KeepOpen;
};

RawAnswer cut(const QByteArray &whole, qsizetype missing, Then then)
{
    return {whole.first(whole.size() - missing), then};
}

QList<Accident> accidents()
{
    const QByteArray whole = httpAnswer(200, oneObject).bytes;
    const QByteArray login = "WWW-Authenticate: Basic realm=\"x\"\r\n";
    return {
        {"answered", httpAnswer(200, oneObject), State::Accepted},
        {"closed once read", {{}, Then::Close}, State::Unknown},
        {"reset once read", {{}, Then::Reset}, State::Unknown},
        {"closed before it was read", {}, State::Unknown, Then::Close},
        {"reset before it was read", {}, State::Unknown, Then::Reset},
        {"half a status line", {"HTTP/1.1 2", Then::Close}, State::Unknown},
        {"half a status line, reset", {"HTTP/1.1 2", Then::Reset}, State::Unknown},
        {"half a head", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Close}, State::Unknown},
        {"half a head, reset", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Reset}, State::Unknown},
        {"a continue, then closed", {"HTTP/1.1 100 Continue\r\n\r\n", Then::Close}, State::Unknown},
        {"a body cut short", cut(whole, 20, Then::Close), State::Unknown},
        {"a body cut short, reset", cut(whole, 20, Then::Reset), State::Unknown},
        {"no answer in time", {}, State::Unknown},
        {"half a head in time", {"HTTP/1.1 200 OK\r\n"}, State::Unknown},
        {"a page in place of an answer", httpAnswer(200, page, "text/html"), State::Unknown},
        {"nothing in place of an answer", httpAnswer(200, {}), State::Unknown},
        {"500", httpAnswer(500, R"({"code":"InternalError","message":"x"})"), State::Unknown},
        {"502 of a gateway", httpAnswer(502, page, "text/html"), State::Unknown},
        {"503 of a gateway", httpAnswer(503, page, "text/html", "Retry-After: 0\r\n"), State::Unknown},
        {"504 of a gateway", httpAnswer(504, page, "text/html"), State::Unknown},
        {"504 and closed", {httpAnswer(504, page, "text/html").bytes, Then::Close}, State::Unknown},
        {"401 that asks for a password", httpAnswer(401, oneObject, "application/json", login), State::Refused},
        {"408", httpAnswer(408, {}, "text/plain", "Connection: close\r\n"), State::Refused},
        {"429", httpAnswer(429, R"({"code":"Throttling","message":"x"})"), State::Refused},
        {"425", httpAnswer(425, {}), State::Refused},
        {"307 to itself", httpAnswer(307, {}, "text/plain", "Location: /api/v1/deployments\r\n"), State::Refused},
    };
}

} // namespace

Q_DECLARE_METATYPE(Accident)

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
            for (const char *before : {"at first", "kept alive", "after idle"})
                for (const Accident &accident : accidents())
                    QTest::addRow("%s, %s: %s", verb, before, accident.name)
                        << QByteArray(verb) << QByteArray(before) << accident;
    }

    void noClickIsEverSentTwice()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, before);
        QFETCH(const Accident, accident);
        RawServer server([](const RawRequest &) { return httpAnswer(200, oneObject); });
        Client client(endpointAt(server.root(), {}, "sk-secret"));
        client.setPatience({.read = 300ms,
                            .change = 300ms,
                            .create = 300ms,
                            .retry = {.shortestPause = 1ms, .longestPause = 1ms}}); // a second try would come at once
        Journal journal;
        DeploymentStore store(&client, &journal, QString());
        prepare(before, server, store);
        const auto connections = server.connections();
        const auto requests = server.requests().size();

        server.greetWith(accident.greeting);
        for (int i = 0; i < 6; ++i)
            server.enqueue(accident.answer);
        const quint64 id = click(store, verb);
        QVERIFY(QTest::qWaitFor([&] { return journal.find(id)->state != State::Sending; }));
        QTest::qWait(20); // proves silence
        QCOMPARE(int(journal.find(id)->state), int(accident.state));
        QVERIFY2(server.connections() <= connections + 1, "it was tried on another connection");
        const bool isRead = accident.greeting == Then::KeepOpen;
        QCOMPARE(server.requests().size(), requests + (isRead ? 1 : 0));
        m_pairs += 1;
    }

    void cleanupTestCase() { qInfo("sent once: %d clicks", m_pairs); }

private:
    /// What went over the client's connections before.
    void prepare(const QByteArray &before, RawServer &server, DeploymentStore &store)
    {
        if (before == "at first")
            return;
        Outcome<Answer<Deployment>> read;
        store.api().get(QStringLiteral("m-1"), this, read.taker());
        QVERIFY(QTest::qWaitFor([&read] { return read.result.has_value(); }));
        const quint64 id = click(store, "PUT scale");
        QVERIFY(QTest::qWaitFor([&] { return store.journal()->find(id)->state == State::Accepted; }));
        if (before != "after idle")
            return;
        server.closeAll();
        QVERIFY(QTest::qWaitFor([&server] { return server.openConnections() == 0; }));
    }

    static quint64 click(DeploymentStore &store, const QByteArray &verb)
    {
        const QString id = QStringLiteral("m-1");
        if (verb == "POST")
            return store.create({.modelName = QStringLiteral("m")});
        if (verb == "PUT scale")
            return store.scale(id, {.capacity = 2});
        return verb == "DELETE" ? store.remove(id) : store.updateLimits(id, {.rpmLimit = 2});
    }

    int m_pairs = 0;
};

QTEST_GUILESS_MAIN(TestSentOnce)
#include "tst_sentonce.moc"
