// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorycredentials.h"
#include "app/session/sessions.h"
#include "tests/support/fleetfixture.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = Inquiry::Kind;

namespace {

const QString environment = QStringLiteral("environment");

} // namespace

// Several accounts, one after the other and at once: what becomes of their lost answers.
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fleet = std::make_unique<FleetFixture>();
        m_other = std::make_unique<FleetFixture>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_keys = std::make_unique<MemoryCredentials>();
        start();
    }

    void cleanup()
    {
        m_sessions.reset();
        m_accounts.reset();
    }

    void aCreateOfAnotherKeyIsNotSaidToBeMissing()
    {
        useEnvironment("sk-one");
        const quint64 id = loseOnItsWay();
        start();
        useEnvironment("sk-two"); // of another account at the same address, perhaps
        QCOMPARE(kindOf(id), Kind::OtherKey);
        store()->setIntervals(10ms, 10ms);
        const qsizetype looks = m_fleet->requests("GET");
        QTRY_VERIFY(m_fleet->requests("GET") > looks + 5);
        QCOMPARE(kindOf(id), Kind::OtherKey);
        start();
        useEnvironment("sk-one");
        QCOMPARE(kindOf(id), Kind::Checking);
        store()->setIntervals(10ms, 10ms);
        store()->setLookRule({.looks = 2, .time = 0ms});
        QTRY_COMPARE(kindOf(id), Kind::NotHappened);
    }

    void aSavedAccountsNewKeyIsAnotherKeyToo()
    {
        const QString account = save(QStringLiteral("A"), *m_fleet, "sk-one");
        open(account);
        const quint64 id = loseOnItsWay();
        store()->setIntervals(10ms, 10ms);
        store()->setLookRule({.looks = 3, .time = 0ms});
        m_sessions->current()->setKey("sk-two");
        QCOMPARE(kindOf(id), Kind::OtherKey);
        const qsizetype looks = m_fleet->requests("GET");
        QTRY_VERIFY(m_fleet->requests("GET") > looks + 6);
        QCOMPARE(kindOf(id), Kind::OtherKey);
    }

    void aLostAnswerIsLookedForWhileAnotherAccountIsShown()
    {
        const QString one = save(QStringLiteral("A"), *m_fleet, "sk-one");
        const QString two = save(QStringLiteral("B"), *m_other, "sk-two");
        open(one);
        Session *first = m_sessions->current();
        first->store()->setIntervals(10ms, 10ms);
        first->store()->setLookRule({.looks = 5, .time = 0ms});
        const quint64 id = loseOnItsWay();
        QCOMPARE(kindOf(id), Kind::Checking);
        open(two);
        QTRY_COMPARE(first->journal()->find(id)->inquiry.kind, Kind::NotHappened);
        QVERIFY(!first->store()->nextPoll().isValid() && !first->store()->isPolling()); // and then no more
    }

    void anAnswerThatIsLostAfterTheSwitchIsLookedForToo()
    {
        const QString one = save(QStringLiteral("A"), *m_fleet, "sk-one");
        const QString two = save(QStringLiteral("B"), *m_other, "sk-two");
        open(one);
        Session *first = m_sessions->current();
        first->store()->setIntervals(10ms, 10ms);
        const quint64 id = sendAndHang(QStringLiteral("late1"));
        open(two);
        QCOMPARE(first->journal()->find(id)->state, Mutation::State::Sending);
        QTRY_COMPARE(first->journal()->find(id)->inquiry.kind, Kind::Happened);
    }

    void whatOtherAccountsLeftOpenIsKnownAtTheStart()
    {
        const QString one = save(QStringLiteral("A"), *m_fleet, "sk-one");
        const QString two = save(QStringLiteral("B"), *m_other, "sk-two");
        open(one);
        loseOnItsWay();
        start();
        QSignalSpy told(m_sessions.get(), &Sessions::leftOpenChanged);
        open(two);
        QTRY_COMPARE(m_sessions->leftOpen(), (QMap<QString, int>{{one, 1}}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(m_sessions->openCount(one), 1);
        QCOMPARE(m_sessions->openCount(two), 0);
        open(one);
        QVERIFY(m_sessions->leftOpen().isEmpty());
        QCOMPARE(told.size(), 2);
        QCOMPARE(m_sessions->openCount(one), 1);
    }

    void nothingIsLeftOpenWhereAllWasAnswered()
    {
        const QString one = save(QStringLiteral("A"), *m_fleet, "sk-one");
        const QString two = save(QStringLiteral("B"), *m_other, "sk-two");
        open(one);
        const quint64 id = store()->create(goodRequest());
        QTRY_COMPARE(m_sessions->current()->journal()->find(id)->state, Mutation::State::Accepted);
        start();
        open(two);
        QCOMPARE(m_sessions->openCount(one), 0);
        QVERIFY(m_sessions->leftOpen().isEmpty());
    }

    void keepingTheEnvironmentsKeyKeepsItsJournal()
    {
        useEnvironment("sk-one");
        const quint64 id = loseOnItsWay();
        const QUuid lost = m_sessions->current()->journal()->find(id)->key;
        QSignalSpy replaced(m_accounts.get(), &Accounts::replaced);
        m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_COMPARE(replaced.size(), 1);
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->account().id != environment);
        QCOMPARE(m_sessions->current()->journal()->entries().size(), 1);
        QCOMPARE(m_sessions->current()->journal()->entries().constFirst().key, lost);
        QCOMPARE(kindOf(1), Kind::Checking);
        QCOMPARE(JournalFile::countOpen(journals(), environment), 0);
    }

    void whatIsUnderWayWhenTheEnvironmentsKeyIsKeptIsLookedFor()
    {
        useEnvironment("sk-one");
        sendAndHang(QStringLiteral("kept1"));
        m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->account().id != environment);
        QCOMPARE(m_sessions->sendingCount(), 1); // the session that closes still waits
        store()->setIntervals(10ms, 10ms);
        QTRY_COMPARE(kindOf(1), Kind::Happened);
        QTRY_COMPARE(m_sessions->sendingCount(), 0);
        QVERIFY(!QFile::exists(journals() + QStringLiteral("/environment.jsonl")));
    }

    void theJournalOfAnEnvironmentThatWasNotOpenedIsKeptToo()
    {
        useEnvironment("sk-one");
        loseOnItsWay();
        start();
        m_accounts->setEnvironment("sk-one", m_fleet->simulator.url().toString());
        const QString kept = m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_VERIFY(m_accounts->find(kept));
        QCOMPARE(m_sessions->openCount(kept), 1);
        QCOMPARE(m_sessions->openCount(environment), 0);
    }

    void untilTheFleetWasReadAnUnfinishedEntryHoldsTheRest()
    {
        useEnvironment("sk-one");
        loseOnItsWay();
        start();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        useEnvironment("sk-one");
        QVERIFY(m_sessions->current()->isHeld());
        QTRY_VERIFY(store()->lastError());
        QVERIFY(m_sessions->current()->isHeld());
        m_fleet->simulator.clearFaults();
        store()->refresh();
        QTRY_VERIFY(store()->lastGood().isValid());
        QVERIFY(!m_sessions->current()->isHeld());
        QCOMPARE(kindOf(1), Kind::Checking); // one look is not enough to say more
    }

private:
    QString journals() const { return m_folder->filePath(QStringLiteral("journal")); }

    /// Another start of the program.
    void start()
    {
        m_sessions.reset();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keys.get());
        m_sessions = std::make_unique<Sessions>(m_accounts.get(), journals());
    }

    QString save(const QString &name, const FleetFixture &fleet, const QByteArray &key)
    {
        Account account;
        account.name = name;
        account.root = fleet.simulator.url();
        bool isSaved = false;
        const QString id =
            m_accounts->save(account, key, this, [&isSaved](const KeychainOutcome &) { isSaved = true; });
        [&isSaved] { QTRY_VERIFY(isSaved); }();
        return id;
    }

    void open(const QString &id)
    {
        m_accounts->setCurrentId(id);
        m_sessions->openCurrent();
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->account().id == id);
        store()->setLookRule({.looks = 100, .time = 1h});
    }

    void useEnvironment(const QByteArray &key)
    {
        m_accounts->setEnvironment(key, m_fleet->simulator.url().toString());
        open(environment);
    }

    /// A create that nobody carries out or answers.
    quint64 loseOnItsWay()
    {
        m_fleet->simulator.addFault(QStringLiteral("create=reset-before"));
        const quint64 id = store()->create(goodRequest(QStringLiteral("lost1")));
        [&] { QTRY_COMPARE(m_sessions->current()->journal()->find(id)->state, Mutation::State::Unknown); }();
        return id;
    }

    /// A create that is carried out and has no answer for a second.
    quint64 sendAndHang(const QString &suffix)
    {
        Patience patience = m_sessions->current()->client()->patience();
        patience.create = 1s;
        m_sessions->current()->client()->setPatience(patience);
        m_fleet->simulator.addFault(QStringLiteral("create=executed-hang"));
        const quint64 id = store()->create(goodRequest(suffix));
        [&] { QTRY_COMPARE(m_fleet->requests("POST"), 1); }();
        return id;
    }

    Kind kindOf(quint64 id) const { return m_sessions->current()->journal()->find(id)->inquiry.kind; }
    DeploymentStore *store() const { return m_sessions->current()->store(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<FleetFixture> m_other;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MemoryCredentials> m_keys;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Sessions> m_sessions;
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
