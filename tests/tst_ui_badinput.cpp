// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversations.h"
#include "tests/support/fleetfixture.h"
#include "ui/errortext.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

Q_DECLARE_METATYPE(Slipway::Error::Kind)

using namespace Slipway;

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
        QTest::newRow("reset") << QStringLiteral("list=reset-before") << QStringLiteral("connection ended");
        QTest::newRow("redirect") << QStringLiteral("list=redirect=http://127.0.0.1:1/")
                                  << QStringLiteral("never followed");
    }

    void aFailedPollKeepsTheTableAndSaysWhy()
    {
        QFETCH(QString, fault);
        QFETCH(QString, said);
        QVERIFY(m_fleet->simulator.addFault(fault));
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

    void deletingWhatIsGoneIsToldAsThat()
    {
        const quint64 removal = m_fleet->store->remove(QStringLiteral("never-was"));
        QTRY_COMPARE(state(removal), Mutation::State::Accepted);
        QVERIFY(textOf(*m_fleet->journal.find(removal)->error, Deed::Delete)
                    .meaning.contains(QStringLiteral("already gone")));
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
        conversation->setSettings({.maxTokens = 4}); // the reply is not the matter
        QVERIFY(!conversation->send(QStringLiteral("  \n")));
        QVERIFY(conversation->send(prompt));
        QTRY_VERIFY_WITH_TIMEOUT(!conversation->isBusy(), 20000);
        const Turn reply = conversation->turns().constLast();
        QVERIFY2(reply.state == Turn::State::Complete,
                 reply.error ? qPrintable(textOf(*reply.error, Deed::Prompt).whole()) : "");
        QCOMPARE(conversation->turns().constFirst().content, prompt);
        QCOMPARE(m_fleet->requests("POST", "/generation"), 1);
    }

private:
    Mutation::State state(quint64 id) const { return m_fleet->journal.find(id)->state; }

    std::unique_ptr<FleetFixture> m_fleet;
};

QTEST_MAIN(TestBadInput)
#include "tst_ui_badinput.moc"
