// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversations.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/selfsigned.h"
#include "ui/errortext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

Q_DECLARE_METATYPE(Slipway::Error::Kind)

using namespace Slipway;
using namespace std::chrono_literals;

// What people and networks do wrong, over real HTTP: each ends in a sentence, with nothing lost and nothing sent twice.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>();
        m_fleet->insert({QStringLiteral("kept")});
        QVERIFY(m_fleet->load());
    }
    void cleanup() { m_fleet.reset(); }

    void aFailedPollKeepsTheTableAndSaysWhy_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("said");
        QTest::newRow("revoked key") << QStringLiteral("list=status=401") << QStringLiteral("(401)");
        QTest::newRow("forbidden") << QStringLiteral("list=status=403") << QStringLiteral("(403)");
        QTest::newRow("429 with a body") << QStringLiteral("list=status=429") << QStringLiteral("(429)");
        QTest::newRow("429 without a body") << QStringLiteral("list=status=429,empty") << QStringLiteral("(429)");
        QTest::newRow("html of a proxy") << QStringLiteral("list=html")
                                         << QStringLiteral("not an answer of the service");
        QTest::newRow("timeout") << QStringLiteral("list=hang") << QStringLiteral("did not answer in time");
        QTest::newRow("reset") << QStringLiteral("list=reset-before") << QStringLiteral("connection ended");
        QTest::newRow("redirect") << QStringLiteral("list=redirect=http://127.0.0.1:1/")
                                  << QStringLiteral("never followed");
    }

    void aFailedPollKeepsTheTableAndSaysWhy()
    {
        QFETCH(QString, fault);
        QFETCH(QString, said);
        QVERIFY(m_fleet->simulator.addFault(fault));
        beImpatient();
        QVERIFY(m_fleet->poll());
        QCOMPARE(m_fleet->store->freshness(), DeploymentStore::Freshness::Stale);
        QCOMPARE(m_fleet->store->rows().size(), 1);
        const ErrorText text = textOf(*m_fleet->store->lastError(), Deed::Read);
        QVERIFY2(text.headline.contains(said), qPrintable(text.whole()));
        m_fleet->simulator.clearFaults();
        QVERIFY(m_fleet->poll());
        QCOMPARE(m_fleet->store->freshness(), DeploymentStore::Freshness::Live);
    }

    void aHostThatCannotBeReachedIsToldAsThat_data()
    {
        QTest::addColumn<QUrl>("root");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << QUrl(QStringLiteral("http://127.0.0.1:1/api/v1")) << Error::Kind::Unreachable;
        QTest::newRow("no such host") << QUrl(QStringLiteral("https://no-such-host.invalid/api/v1"))
                                      << Error::Kind::Unreachable;
        QTest::newRow("no TLS there") << QUrl(QStringLiteral("https://127.0.0.1/api/v1")) << Error::Kind::Tls;
    }

    void aHostThatCannotBeReachedIsToldAsThat()
    {
        QFETCH(QUrl, root);
        QFETCH(Error::Kind, kind);
        QTcpServer plain; // answers a TLS hello in plain text
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain,
                [&] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        if (kind == Error::Kind::Tls)
            root.setPort(plain.serverPort());
        Client client(endpointAt(root, {}, "sk-test"));
        DeploymentsApi api(&client);
        std::optional<Error> error;
        api.create(goodRequest(), this, [&](const Result<Answer<Deployment>> &result) { error = result.error(); });
        QTRY_VERIFY_WITH_TIMEOUT(error, 20000);
        QCOMPARE(error->kind, kind);
        QVERIFY(textOf(*error, Deed::Create).meaning.contains(QStringLiteral("Nothing was deployed")));
    }

    void aServerThatNobodyTrustsGetsNothing()
    {
        QSslServer untrusted;
        untrusted.setSslConfiguration(selfSigned());
        QVERIFY(untrusted.listen(QHostAddress::LocalHost));
        const QUrl root(QStringLiteral("https://127.0.0.1:%1/api/v1").arg(untrusted.serverPort()));
        Client client(endpointAt(root, {}, "sk-test"));
        DeploymentsApi api(&client);
        std::optional<Error> error;
        api.create(goodRequest(), this, [&](const Result<Answer<Deployment>> &result) { error = result.error(); });
        QTRY_VERIFY_WITH_TIMEOUT(error, 20000);
        QCOMPARE(error->kind, Error::Kind::Tls);
        const ErrorText text = textOf(*error, Deed::Create);
        QVERIFY2(text.headline.startsWith(QStringLiteral("No trusted connection")), qPrintable(text.headline));
        QVERIFY2(text.headline.contains(QStringLiteral("certificate")), qPrintable(text.headline));
        QVERIFY(text.meaning.contains(QStringLiteral("Nothing was deployed")));
    }

    void aChangeThatFailsIsToldAndSentOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Mutation::State>("state");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *fault, Mutation::State state, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(fault) << state << QString::fromLatin1(said);
        };
        using State = Mutation::State;
        row("revoked key", "status=401", State::Refused, "does not accept this API key");
        row("forbidden", "status=403", State::Refused, "may not do that");
        row("429 with a body", "status=429", State::Refused, "Too many requests");
        row("429 without a body", "status=429,empty", State::Refused, "Too many requests");
        row("in trouble", "status=503", State::Unknown, "in trouble (503)");
        row("timeout", "hang", State::Unknown, "did not answer in time");
        row("html of a proxy", "html", State::Unknown, "not an answer of the service");
        row("closed", "executed-close-before", State::Unknown, "connection ended");
    }

    void aChangeThatFailsIsToldAndSentOnce()
    {
        QFETCH(QString, fault);
        QFETCH(Mutation::State, state);
        QFETCH(QString, said);
        for (const char *route : {"create", "scale", "update", "delete"})
            QVERIFY(m_fleet->simulator.addFault(QLatin1String(route) + u'=' + fault));
        beImpatient();
        const QString id = QStringLiteral("kept");
        DeploymentStore &store = *m_fleet->store;
        const std::pair<quint64, Deed> asked[] = {{store.create(goodRequest()), Deed::Create},
                                                  {store.scale(id, {.capacity = 8}), Deed::Scale},
                                                  {store.updateLimits(id, {.rpmLimit = 5}), Deed::UpdateLimits},
                                                  {store.remove(id), Deed::Delete}};
        for (const auto &[mutation, deed] : asked) {
            QTRY_COMPARE(this->state(mutation), state);
            const ErrorText text = textOf(*m_fleet->journal.find(mutation)->error, deed);
            QVERIFY2(text.headline.contains(said), qPrintable(text.whole()));
            QVERIFY(!text.meaning.isEmpty());
        }
        QVERIFY(m_fleet->poll()); // whatever would be sent again would have been by now
        QCOMPARE(m_fleet->requests("POST"), 1);
        QCOMPARE(m_fleet->requests("PUT"), 2);
        QCOMPARE(m_fleet->requests("DELETE"), 1);
    }

    void anIdOfAnyCharactersIsScaledAndDeleted_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id :
             {QStringLiteral("a/b"), QStringLiteral("a b"), QStringLiteral("50%"), QStringLiteral("%2F"),
              QStringLiteral("模型-一"), QStringLiteral("a?b#c"), QStringLiteral("<b>x</b>")})
            QTest::newRow(qPrintable(id)) << id;
    }

    void anIdOfAnyCharactersIsScaledAndDeleted()
    {
        QFETCH(QString, id);
        m_fleet->insert({id});
        QVERIFY(m_fleet->poll());
        QVERIFY(m_fleet->store->find(id));
        const quint64 scale = m_fleet->store->scale(id, {.capacity = 8});
        QTRY_COMPARE(state(scale), Mutation::State::Accepted);
        const quint64 removal = m_fleet->store->remove(id);
        QTRY_COMPARE(state(removal), Mutation::State::Accepted);
        QCOMPARE(m_fleet->requests("DELETE"), 1);
    }

    void scalingWhileUpdatingEndsInTheServicesWords()
    {
        const QString id = QStringLiteral("kept");
        const quint64 first = m_fleet->store->scale(id, {.capacity = 8});
        QTRY_COMPARE(state(first), Mutation::State::Accepted);
        QCOMPARE(m_fleet->store->find(id)->status, Status::Updating);
        const quint64 second = m_fleet->store->scale(id, {.capacity = 12});
        QTRY_VERIFY(state(second) != Mutation::State::Sending);
        QCOMPARE(state(second), Mutation::State::Refused);
        QVERIFY(!textOf(*m_fleet->journal.find(second)->error, Deed::Scale).service.isEmpty());
        QCOMPARE(m_fleet->requests("PUT"), 2);
    }

    void aWrongRequestIsRefusedInWords_data()
    {
        QTest::addColumn<qint64>("capacity");
        QTest::addColumn<QString>("model");
        QTest::newRow("off the step") << qint64(3) << QString();
        QTest::newRow("negative") << qint64(-4) << QString();
        QTest::newRow("1000") << qint64(1000) << QString();
        QTest::newRow("more than any number") << std::numeric_limits<qint64>::max() << QString();
        QTest::newRow("model gone from the catalog") << qint64(4) << QStringLiteral("qwen-gone");
    }

    void aWrongRequestIsRefusedInWords()
    {
        QFETCH(qint64, capacity);
        QFETCH(QString, model);
        CreateRequest request = goodRequest();
        request.capacity = capacity;
        if (!model.isEmpty())
            request.modelName = model;
        const quint64 create = m_fleet->store->create(request);
        QTRY_COMPARE(state(create), Mutation::State::Refused);
        const ErrorText text = textOf(*m_fleet->journal.find(create)->error, Deed::Create);
        QVERIFY(text.meaning.contains(QStringLiteral("nothing is billed")));
        QVERIFY(!text.service.isEmpty());
        QVERIFY(!text.requestId.isEmpty());
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void aTakenSuffixIsToldAsThat()
    {
        const quint64 first = m_fleet->store->create(goodRequest());
        QTRY_COMPARE(state(first), Mutation::State::Accepted);
        const quint64 second = m_fleet->store->create(goodRequest());
        QTRY_COMPARE(state(second), Mutation::State::Refused);
        const ErrorText text = textOf(*m_fleet->journal.find(second)->error, Deed::Create);
        QVERIFY(text.headline.contains(QStringLiteral("already has one of that name")));
        QVERIFY(text.meaning.contains(QStringLiteral("Choose another suffix")));
        QCOMPARE(m_fleet->requests("POST"), 2);
    }

    void deletingWhatIsGoneIsToldAsThat()
    {
        const quint64 removal = m_fleet->store->remove(QStringLiteral("never-was"));
        QTRY_COMPARE(state(removal), Mutation::State::Accepted);
        QVERIFY(textOf(*m_fleet->journal.find(removal)->error, Deed::Delete)
                    .meaning.contains(QStringLiteral("already gone")));
        QCOMPARE(m_fleet->requests("DELETE"), 1);
    }

    void anyPromptArrivesAsItWasTyped_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::newRow("emoji") << QStringLiteral("👩‍🚀 🇨🇳 你好");
        QTest::newRow("200 kB") << QStringLiteral("问一").repeated(33400);
        QTest::newRow("quotes") << QStringLiteral("\"\\ \u2028 </b>");
    }

    void anyPromptArrivesAsItWasTyped()
    {
        QFETCH(QString, prompt);
        Conversations conversations{GenerationApi(m_fleet->client.get())};
        Conversation *conversation = conversations.of(QStringLiteral("kept"));
        conversation->setSettings({.parameters = {.maxTokens = 4}}); // the reply is not the matter
        QVERIFY(!conversation->send(QStringLiteral("  \n")));
        QVERIFY(conversation->send(prompt));
        QTRY_VERIFY_WITH_TIMEOUT(!conversation->isBusy(), 20000);
        const Turn reply = conversation->turns().constLast();
        QVERIFY2(reply.state == Turn::State::Complete,
                 reply.error ? qPrintable(textOf(*reply.error, Deed::Prompt).whole()) : "");
        QCOMPARE(conversation->turns().constFirst().content, prompt);
        QCOMPARE(m_fleet->requests("POST", "/generation"), 1);
        QCOMPARE(receivedPrompt(), prompt);
    }

private:
    void beImpatient()
    {
        Patience patience = m_fleet->client->patience();
        patience.read = patience.change = patience.create = 500ms;
        patience.retry = {.shortestPause = 1ms, .longestPause = 1ms}; // a second try of a change would come at once
        m_fleet->client->setPatience(patience);
    }

    /// The last message that reached the service.
    QString receivedPrompt() const
    {
        for (const Simulator::RecordedRequest &request : m_fleet->simulator.requests()) {
            if (request.verb != "POST")
                continue;
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const QJsonArray messages = body[QLatin1String("input")][QLatin1String("messages")].toArray();
            return messages.last()[QLatin1String("content")].toString();
        }
        return {};
    }

    Mutation::State state(quint64 id) const { return m_fleet->journal.find(id)->state; }

    std::unique_ptr<FleetFixture> m_fleet;
};

QTEST_MAIN(TestBadInput)
#include "tst_ui_badinput.moc"
