// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/moodykeychain.h"

#include <QDir>
#include <QFile>
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
        m_keys = std::make_unique<MoodyKeychain>();
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
        const auto [one, two] = saveTwo();
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

    void anAccountThatFailedWhileAnotherWasShownIsAskedAtOnceWhenItIsShownAgain()
    {
        const auto [one, two] = saveTwo();
        open(one);
        Session *first = m_sessions->current();
        first->store()->setIntervals(10ms, 10ms);
        loseOnItsWay();
        open(two);
        m_fleet->simulator.setApiKey("sk-another");
        QTRY_VERIFY(first->store()->lastError() && !first->store()->isPolling());
        m_fleet->simulator.setApiKey("sk-one");
        QVERIFY(first->store()->untilNextPoll() > 10s); // a key that is refused is tried seldom
        open(one);
        QTRY_COMPARE(store()->freshness(), DeploymentStore::Freshness::Live);
    }

    void anAnswerThatIsLostAfterTheSwitchIsLookedForToo()
    {
        const auto [one, two] = saveTwo();
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
        const auto [one, two] = saveTwo();
        open(one);
        loseOnItsWay();
        start();
        m_keys->isOpen = false;
        QSignalSpy told(m_sessions.get(), &Sessions::leftOpenChanged);
        open(two);
        QTRY_COMPARE(m_sessions->leftOpen(), (QMap<QString, int>{{one, 1}}));
        QTRY_VERIFY(m_sessions->isOutOfReach(one));
        QCOMPARE(told.size(), 2); // that, and that nobody looks into it
        QCOMPARE(m_sessions->openCount(one), 1);
        QCOMPARE(m_sessions->openCount(two), 0);
        open(one);
        QVERIFY(m_sessions->leftOpen().isEmpty());
        QCOMPARE(told.size(), 3);
        QCOMPARE(m_sessions->openCount(one), 1);
    }

    void whatAnotherAccountLeftOpenIsLookedIntoWithoutOpeningIt()
    {
        const auto [one, two] = saveTwo();
        open(one);
        sendAndHang(QStringLiteral("late1"));
        start(); // as if it had been killed meanwhile
        m_fleet->simulator.clearFaults();
        open(two);
        Session *current = m_sessions->current();
        QTRY_VERIFY(m_sessions->find(one));
        Session *behind = m_sessions->find(one);
        QTRY_COMPARE(behind->journal()->entries().constLast().inquiry.kind, Kind::Happened);
        QTRY_VERIFY(!behind->store()->nextPoll().isValid() && !behind->store()->isPolling()); // and then no more
        QCOMPARE(m_fleet->requests("POST"), 1);
        QCOMPARE(m_sessions->current(), current);
        QCOMPARE(m_sessions->leftOpen().keys(), QStringList(one)); // nobody has seen it yet
        open(one);
        QCOMPARE(m_sessions->current(), behind);
        QVERIFY(m_sessions->leftOpen().isEmpty());
    }

    void aKeychainThatWouldAskAPersonIsLeftInPeace()
    {
        const auto [one, two] = saveTwo();
        open(one);
        loseOnItsWay();
        start();
        m_keys->isOpen = false;
        open(two);
        const int reads = m_keys->reads;
        QTRY_VERIFY(m_sessions->isOutOfReach(one));
        QCOMPARE(m_keys->reads, reads);
        QVERIFY(!m_sessions->find(one));
    }

    void onceTheKeychainIsUnlockedItIsAskedAgain()
    {
        const auto [one, two] = saveTwo();
        const QString three = save(QStringLiteral("C"), *m_other, "sk-three");
        open(one);
        loseOnItsWay();
        start();
        m_keys->isOpen = false;
        open(two);
        QTRY_VERIFY(m_sessions->isOutOfReach(one));
        m_keys->isOpen = true;
        open(three);
        QTRY_VERIFY(m_sessions->find(one));
        QVERIFY(!m_sessions->isOutOfReach(one));
        open(one);
        QCOMPARE(kindOf(1), Kind::Checking);
    }

    void anotherAccountsTroubleDoesNotSlowTheOneThatIsShown()
    {
        const auto [one, two] = saveTwo();
        open(one);
        loseOnItsWay();
        start();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=hang")));
        open(two);
        store()->setIntervals(10ms, 10ms);
        QTRY_VERIFY(m_sessions->find(one) && m_sessions->find(one)->store()->isPolling());
        const qsizetype looks = m_other->requests("GET");
        QTRY_VERIFY(m_other->requests("GET") > looks + 10);
        QVERIFY(m_sessions->find(one)->store()->isPolling()); // still waiting for its own
        QVERIFY(!store()->lastError());
    }

    void nothingIsLeftOpenWhereAllWasAnswered()
    {
        const auto [one, two] = saveTwo();
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

    void whatWasSaidWithTheEnvironmentsKeyIsKeptWithIt()
    {
        useEnvironment("sk-one");
        Conversation *conversation = m_sessions->current()->conversations()->of(QStringLiteral("m-1"));
        QTRY_VERIFY(!conversation->isRestoring());
        conversation->setDraft(QStringLiteral("half a prompt"));
        m_sessions->current()->prompts()->add(QStringLiteral("once asked"));
        write(QStringLiteral("runs/environment/run.jsonl"), "a run");
        QTRY_VERIFY(QFile::exists(path(QStringLiteral("conversations/environment/lock"))));
        write(QStringLiteral("conversations/environment/c1.jsonl"), "a conversation");
        const QString kept = m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->account().id == kept);
        QTRY_COMPARE(m_sessions->current()->conversations()->of(QStringLiteral("m-1"))->draft(),
                     QStringLiteral("half a prompt"));
        QCOMPARE(m_sessions->current()->prompts()->prompts(), QStringList(QStringLiteral("once asked")));
        QCOMPARE(read(QStringLiteral("conversations/%1/c1.jsonl").arg(kept)), QByteArray("a conversation"));
        QCOMPARE(read(QStringLiteral("runs/%1/run.jsonl").arg(kept)), QByteArray("a run"));
        QVERIFY(!QFile::exists(path(QStringLiteral("conversations/environment"))));
        QVERIFY(!QFile::exists(path(QStringLiteral("runs/environment"))));
        QVERIFY(!QFile::exists(path(QStringLiteral("journal/environment.prompts"))));
        QVERIFY(m_sessions->leftBehind().isEmpty());
        QVERIFY(!m_accounts->replacement());
    }

    void aMoveThatACrashBrokeOffIsDoneAtTheNextStart()
    {
        const QString kept = keepAndCrash();
        write(QStringLiteral("journal/environment.1.jsonl"), "an older journal");
        write(QStringLiteral("journal/environment.prompts"), "[\"once asked\"]\n");
        write(QStringLiteral("conversations/environment/c1.jsonl"), "a conversation");
        write(QStringLiteral("runs/%1/run.jsonl").arg(kept), "moved already");
        start();
        m_accounts->setEnvironment("sk-two", m_fleet->simulator.url().toString()); // another's, and it comes first
        open(kept);
        QCOMPARE(m_sessions->current()->prompts()->prompts(), QStringList(QStringLiteral("once asked")));
        QCOMPARE(read(QStringLiteral("conversations/%1/c1.jsonl").arg(kept)), QByteArray("a conversation"));
        QCOMPARE(read(QStringLiteral("journal/%1.1.jsonl").arg(kept)), QByteArray("an older journal"));
        QCOMPARE(read(QStringLiteral("runs/%1/run.jsonl").arg(kept)), QByteArray("moved already"));
        QVERIFY(m_sessions->leftBehind().isEmpty());
        write(QStringLiteral("journal/environment.prompts"), "[\"of another key\"]\n");
        start(); // once is enough
        open(kept);
        QVERIFY(QFile::exists(path(QStringLiteral("journal/environment.prompts"))));
    }

    void whatIsThereAlreadyIsNotOverwrittenAndTheOtherStays()
    {
        const QString kept = keepAndCrash();
        for (const QString &owner : {QStringLiteral("environment"), kept}) {
            write(QStringLiteral("conversations/%1/c1.jsonl").arg(owner), "of " + owner.toUtf8());
            write(QStringLiteral("journal/%1.prompts").arg(owner), "[\"of " + owner.toUtf8() + "\"]\n");
        }
        write(QStringLiteral("conversations/environment/c2.jsonl"), "another");
        start();
        open(kept);
        QCOMPARE(read(QStringLiteral("conversations/%1/c1.jsonl").arg(kept)), "of " + kept.toUtf8());
        QCOMPARE(read(QStringLiteral("conversations/%1/c2.jsonl").arg(kept)), QByteArray("another"));
        const QStringList left{path(QStringLiteral("journal/environment.prompts")),
                               path(QStringLiteral("conversations/environment/c1.jsonl"))};
        QCOMPARE(m_sessions->leftBehind(), left);
        QCOMPARE(read(QStringLiteral("conversations/environment/c1.jsonl")), QByteArray("of environment"));
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

    void whileTheKeyIsAwaitedTheLastFleetIsThereAndNothingIsSent()
    {
        m_fleet->insert({QStringLiteral("a"), QStringLiteral("b")});
        const QString id = save(QStringLiteral("A"), *m_fleet, "sk-one");
        m_sessions->keepFleetsIn(path(QStringLiteral("fleets")));
        open(id);
        QTRY_VERIFY(store()->lastGood().isValid());
        m_keys->readMood = KeychainOutcome::Kind::Denied;
        start();
        m_sessions->keepFleetsIn(path(QStringLiteral("fleets")));
        const qsizetype before = m_fleet->requests("GET");
        QSignalSpy missing(m_sessions.get(), &Sessions::keyMissing);
        m_sessions->openCurrent();
        QVERIFY(missing.wait());
        QVERIFY(!m_sessions->current());
        Session *awaiting = m_sessions->awaiting();
        QVERIFY(awaiting && awaiting->account().id == id);
        QTRY_COMPARE(awaiting->store()->rows().size(), 2);
        QCOMPARE(awaiting->store()->freshness(), DeploymentStore::Freshness::Recalled);
        awaiting->store()->refresh();
        QVERIFY(!awaiting->store()->isPolling());
        QCOMPARE(m_fleet->requests("GET"), before);
        m_keys->readMood = KeychainOutcome::Kind::Done;
        m_sessions->openCurrent();
        QTRY_COMPARE(m_sessions->current(), awaiting); // the rows that are shown stay the same
        QVERIFY(!m_sessions->awaiting());
        QTRY_COMPARE(store()->freshness(), DeploymentStore::Freshness::Live);
    }

    void theEnvironmentsFleetIsForItsKeyAlone()
    {
        m_fleet->insert({QStringLiteral("a")});
        m_sessions->keepFleetsIn(path(QStringLiteral("fleets")));
        useEnvironment("sk-one");
        QTRY_VERIFY(store()->lastGood().isValid());
        const auto startWith = [this](const QByteArray &key) {
            start();
            m_sessions->keepFleetsIn(path(QStringLiteral("fleets")));
            m_fleet->simulator.addFault(QStringLiteral("list=hang"));
            useEnvironment(key);
        };
        startWith("sk-two");
        QTest::qWait(300); // proves silence
        QVERIFY(store()->rows().isEmpty());
        startWith("sk-one");
        QTRY_COMPARE(store()->freshness(), DeploymentStore::Freshness::Recalled);
    }

    void whoKeepsTheEnvironmentsKeyKeepsNoFleetOfIt()
    {
        m_fleet->insert({QStringLiteral("a")});
        m_sessions->keepFleetsIn(path(QStringLiteral("fleets")));
        useEnvironment("sk-one");
        QTRY_VERIFY(QFile::exists(path(QStringLiteral("fleets/environment.fleet"))));
        m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->account().id != environment);
        QTRY_VERIFY(!QFile::exists(path(QStringLiteral("fleets/environment.fleet"))));
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
    QString journals() const { return path(QStringLiteral("journal")); }

    /// Another start of the program.
    void start()
    {
        m_sessions.reset();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keys.get());
        m_sessions = std::make_unique<Sessions>(m_accounts.get(), journals());
        m_sessions->keepConversationsIn(path(QStringLiteral("conversations")));
        m_sessions->keepRunsIn(path(QStringLiteral("runs")));
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }

    /// The key is kept, and the program ends before anything else is done about it.
    QString keepAndCrash()
    {
        m_sessions.reset();
        m_accounts->setEnvironment("sk-one", m_fleet->simulator.url().toString());
        const QString kept = m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        [&] { QTRY_VERIFY(m_accounts->find(kept)); }();
        return kept;
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

    QPair<QString, QString> saveTwo()
    {
        const QString one = save(QStringLiteral("A"), *m_fleet, "sk-one");
        return {one, save(QStringLiteral("B"), *m_other, "sk-two")};
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
    std::unique_ptr<MoodyKeychain> m_keys;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Sessions> m_sessions;
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
