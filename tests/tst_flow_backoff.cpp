// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorycredentials.h"
#include "app/session/reachability.h"
#include "app/session/sessions.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

using Freshness = DeploymentStore::Freshness;

/// A service of its own and a session that polls it as fast as it can.
struct Site
{
    Simulator::Server simulator;
    Session session;

    explicit Site(const QString &id) : simulator(options()), session(listening(id), "sk-first")
    {
        session.store()->setIntervals(10ms, 10ms);
    }

    static Simulator::Options options()
    {
        Simulator::Options options;
        options.apiKey = "sk-first";
        return options;
    }

    Account listening(const QString &id)
    {
        if (!simulator.listen())
            qFatal("The simulator cannot listen.");
        return {.id = id, .name = id, .root = simulator.url()};
    }
};

struct ToldReachability : Reachability
{
    bool offline = false;

    bool isOffline() const override { return offline; }

    void learn(bool isOffline)
    {
        offline = isOffline;
        Q_EMIT learned();
    }

    void tell(bool isOffline)
    {
        offline = isOffline;
        Q_EMIT changed();
    }
};

} // namespace

class TestFlowBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountInAStormOfRefusalsBacksOffAndSlowsNoOther_data()
    {
        QTest::addColumn<QString>("storm");
        QTest::newRow("429") << QStringLiteral("any=status=429");
        QTest::newRow("503") << QStringLiteral("any=status=503");
        QTest::newRow("a gateway's 502") << QStringLiteral("any=html=502");
    }

    void anAccountInAStormOfRefusalsBacksOffAndSlowsNoOther()
    {
        QFETCH(const QString, storm);
        Site calm(QStringLiteral("calm"));
        Site stormy(QStringLiteral("stormy"));
        QVERIFY(stormy.simulator.addFault(storm));
        QElapsedTimer time;
        time.start();
        stormy.session.store()->start();
        calm.session.store()->start();
        QTRY_VERIFY_WITH_TIMEOUT(calm.simulator.requestCount() >= 100 && stormy.simulator.requestCount() >= 2, 50000);
        // Never less than a second between two: what the calm one does a hundred times the stormy one hardly does.
        QVERIFY2(stormy.simulator.requestCount() <= 1 + time.elapsed() / 1000,
                 qPrintable(QString::number(stormy.simulator.requestCount())));
        QCOMPARE(calm.session.store()->freshness(), Freshness::Live);
    }

    void whatTheServiceAsksToWaitComesWithTheError()
    {
        Test::RawServer server;
        server.enqueue(Test::httpAnswer(429, "{}", "application/json",
                                        "Date: Sat, 01 Aug 2026 10:00:00 GMT\r\n"
                                        "Retry-After: Sat, 01 Aug 2026 10:00:07 GMT\r\n"));
        Client client(endpointAt(server.root(), {}, "sk-test"));
        Test::Outcome<Answer<qint64>> outcome;
        DeploymentsApi(&client).probe(nullptr, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QCOMPARE(outcome.result->error().kind, Error::Kind::Throttled);
        QCOMPARE(outcome.result->error().retryAfter, 7s);
    }

    // ---- a key that is revoked

    void aKeyRevokedInMidRunIsNotHammeredAndANewOneIsUsedAtOnce()
    {
        Site site(QStringLiteral("site"));
        DeploymentStore *store = site.session.store();
        store->start();
        QTRY_COMPARE(store->freshness(), Freshness::Live);
        const auto rows = store->rows();
        site.simulator.setApiKey("sk-second");
        QTRY_COMPARE(store->freshness(), Freshness::Stale);
        QCOMPARE(store->lastError()->kind, Error::Kind::Unauthorized);
        QCOMPARE(store->rows().size(), rows.size());
        QVERIFY(*store->untilNextPoll() > 50s);
        const auto asked = site.simulator.requestCount();
        QTest::qWait(100); // proves silence
        QCOMPARE(site.simulator.requestCount(), asked);
        site.session.setKey("sk-second");
        QTRY_COMPARE(store->freshness(), Freshness::Live);
        QVERIFY(!store->lastError());
    }

    void anErrorTellsNoKeyThatWasInUseBefore()
    {
        Test::RawServer server;
        server.enqueue(Test::httpAnswer(401, R"({"code":"InvalidApiKey","message":"sk-first and sk-second are bad"})"));
        Client client(endpointAt(server.root(), {}, "sk-first"));
        client.setKey("sk-second");
        Test::Outcome<Answer<qint64>> outcome;
        DeploymentsApi(&client).probe(nullptr, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QCOMPARE(outcome.result->error().message, QStringLiteral("… and … are bad"));
        QCOMPARE(server.requests().first().headers.value("authorization"), QByteArray("Bearer sk-second"));
    }

    void aSessionGoesOnWithItsNewKeyAndKeepsWhatItHolds()
    {
        Simulator::Server simulator(Site::options());
        QVERIFY(simulator.listen());
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        MemoryCredentials keys;
        Accounts accounts(&settings, &keys);
        Sessions sessions(&accounts);
        const auto save = [&](const QString &id, const QByteArray &key) {
            return accounts.save({.id = id, .name = QStringLiteral("mine"), .root = simulator.url()}, key, this,
                                 [](const KeychainOutcome &) {});
        };
        const QString id = save({}, "sk-first");
        accounts.setCurrentId(id);
        QTRY_VERIFY(sessions.current() && sessions.current()->store()->freshness() == Freshness::Live);
        const QPointer<Session> session = sessions.current();
        simulator.setApiKey("sk-second");
        session->store()->refresh();
        QTRY_COMPARE(session->store()->freshness(), Freshness::Stale);
        QSignalSpy changed(&sessions, &Sessions::keyChanged);
        save(id, "sk-second");
        sessions.reopen(id);
        QTRY_COMPARE(session->store()->freshness(), Freshness::Live);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(sessions.current(), session.data());
    }

    // ---- the network

    void anAccountOnThisMachineNeedsNoNetwork()
    {
        Site site(QStringLiteral("site"));
        ToldReachability network;
        network.offline = true;
        site.session.follow(&network);
        site.session.store()->start();
        QTRY_VERIFY(site.simulator.requestCount() > 5);
        network.tell(true);
        const auto asked = site.simulator.requestCount();
        QTRY_VERIFY(site.simulator.requestCount() > asked + 5);
        QVERIFY(!site.session.store()->isOffline());
    }

    void whatIsLearnedOfTheNetworkAfterTheFirstPollIsHeldAgainstAnotherOne()
    {
        Session session({.id = QStringLiteral("far"), .root = QUrl(QStringLiteral("https://slipway.invalid/api/v1"))},
                        "sk-first");
        ToldReachability network;
        session.follow(&network);
        QSignalSpy started(session.store(), &DeploymentStore::pollStarted);
        session.store()->start();
        QTRY_VERIFY_WITH_TIMEOUT(!session.store()->isPolling(), 40000);
        const auto before = started.size();
        network.learn(true);
        QVERIFY(session.store()->isOffline());
        QTRY_COMPARE(started.size(), before + 1);
        QTRY_VERIFY_WITH_TIMEOUT(!session.store()->isPolling(), 40000);
        QVERIFY(!session.store()->untilNextPoll());
    }

    void anAccountElsewhereWaitsForTheNetworkAndIsPolledAtOnceWhenThatIsBack()
    {
        Session session({.id = QStringLiteral("far"), .root = QUrl(QStringLiteral("https://slipway.invalid/api/v1"))},
                        "sk-first");
        ToldReachability network;
        network.offline = true;
        session.follow(&network);
        QVERIFY(session.store()->isOffline());
        QSignalSpy started(session.store(), &DeploymentStore::pollStarted);
        session.store()->start();
        QCOMPARE(started.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!session.store()->isPolling(), 40000);
        QVERIFY(session.store()->lastError());
        QVERIFY(!session.store()->untilNextPoll());
        network.tell(false);
        QCOMPARE(started.size(), 2);
        QVERIFY(!session.store()->isOffline());
        network.tell(true);
        session.store()->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 3, 40000);
    }
};

QTEST_GUILESS_MAIN(TestFlowBackoff)
#include "tst_flow_backoff.moc"
