// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accounts.h"

#include "app/modelstudio/endpoint.h"
#include "tests/support/answers.h"
#include "tests/support/moodykeychain.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

namespace {

const QUrl teamRoot(QStringLiteral("https://llm-1.cn-beijing.maas.aliyuncs.com/api/v1"));
const QString simulator = QStringLiteral("simulator");
const QString environment = QStringLiteral("environment");

Account team(const QString &id = {})
{
    return {id, QStringLiteral("team-prod"), Account::Origin::Saved, teamRoot, QStringLiteral("llm-1")};
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<MoodyKeychain>();
        startRun();
    }

    void theSimulatorIsThereFirstAndCurrent()
    {
        save(team(), "sk-team");
        QCOMPARE(m_accounts->all().size(), 2);
        QCOMPARE(m_accounts->all().constFirst().origin, Account::Origin::Simulator);
        QCOMPARE(m_accounts->currentId(), simulator);
        QCOMPARE(keyOf(simulator).key, QByteArray("sk-simulated"));
        QVERIFY(!m_accounts->keptInMemory(simulator));
    }

    void aSavedAccountIsThereInTheNextRun()
    {
        const QString id = save(team(), "sk-team");
        startRun();
        QCOMPARE(*m_accounts->find(id), team(id));
        QCOMPARE(keyOf(id).key, QByteArray("sk-team"));
    }

    void theProtocolOfChatsIsRememberedAndAutomaticWhereUnknown()
    {
        QStringList ids;
        for (const auto choice : {ProtocolChoice::Automatic, ProtocolChoice::Native, ProtocolChoice::Compatible}) {
            Account account = team();
            account.protocol = choice;
            ids.append(save(account, "sk-team"));
        }
        startRun();
        QCOMPARE(m_accounts->find(ids[0])->protocol, ProtocolChoice::Automatic);
        QCOMPARE(m_accounts->find(ids[1])->protocol, ProtocolChoice::Native);
        QCOMPARE(m_accounts->find(ids[2])->protocol, ProtocolChoice::Compatible);
        m_settings->setValue(QStringLiteral("accounts/2/protocol"), QStringLiteral("telegraph"));
        startRun();
        QCOMPARE(m_accounts->find(ids[1])->protocol, ProtocolChoice::Automatic);
    }

    void accountsKeepTheOrderInWhichTheyWereAdded()
    {
        QStringList ids{simulator};
        for (int i = 0; i < 12; ++i)
            ids.append(save(team(), "sk-" + QByteArray::number(i)));
        startRun();
        QStringList found;
        for (const Account &account : m_accounts->all())
            found.append(account.id);
        QCOMPARE(found, ids);
    }

    void noKeyAppearsInTheSettingsFile()
    {
        m_accounts->setEnvironment("sk-from-environment", {});
        const QString id = save(team(), "sk-first");
        save(team(id), "sk-second");
        m_keychain->mood = Kind::Denied;
        save(team(), "sk-kept-in-memory", Kind::Denied);
        m_accounts->setCurrentId(id);
        m_settings->sync();
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("team-prod"));
        QVERIFY(!text.contains("sk-"));
        QVERIFY(!text.contains(QByteArray("sk-first").toBase64()));
    }

    void theSettingsHoldNamesHostsAndWorkspacesOnly()
    {
        save(team(), "sk-team");
        m_accounts->setCurrentId(simulator);
        QSet<QString> names;
        for (const QString &key : m_settings->allKeys())
            names.insert(key.section(u'/', -1));
        QCOMPARE(names, QSet<QString>({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("root"),
                                       QStringLiteral("workspace"), QStringLiteral("protocol"), QStringLiteral("size"),
                                       QStringLiteral("currentAccount")}));
    }

    void settingsThatCouldNotHaveBeenSavedAreLeftOut()
    {
        writeEntry(0, QStringLiteral("good"), QStringLiteral("https://example.test/api/v1"));
        writeEntry(1, QStringLiteral("good"), QStringLiteral("https://twice.test/api/v1"));
        writeEntry(2, QStringLiteral("plain"), QStringLiteral("http://example.test/api/v1"));
        writeEntry(3, QString(), QStringLiteral("https://example.test/api/v1"));
        writeEntry(4, simulator, QStringLiteral("https://example.test/api/v1"));
        writeEntry(5, QStringLiteral("lines"), QStringLiteral("https://example.test/api/v1"));
        m_settings->setValue(QStringLiteral("accounts/6/workspace"), QStringLiteral("llm-1\r\nX-Other: yes"));
        m_settings->setValue(QStringLiteral("accounts/size"), 6);
        startRun();
        QCOMPARE(m_accounts->all().size(), 2);
        QCOMPARE(m_accounts->find(QStringLiteral("good"))->root.host(), QStringLiteral("example.test"));
        QCOMPARE(m_accounts->find(simulator)->origin, Account::Origin::Simulator);
    }

    void anEmptyKeyLeavesTheStoredOneAlone()
    {
        const QString id = save(team(), "sk-team");
        Account renamed = team(id);
        renamed.name = QStringLiteral("team-test");
        QCOMPARE(save(renamed, {}), id);
        QCOMPARE(m_accounts->find(id)->name, QStringLiteral("team-test"));
        QCOMPARE(m_accounts->all().size(), 2);
        QCOMPARE(keyOf(id).key, QByteArray("sk-team"));
    }

    void aBuiltInAccountIsNeverReplaced()
    {
        const QString id = save(team(simulator), "sk-team");
        QVERIFY(id != simulator);
        QCOMPARE(m_accounts->find(simulator)->origin, Account::Origin::Simulator);
    }

    void theKeyIsAtHandWhileTheKeychainIsStillAtWork()
    {
        const QString id = m_accounts->save(team(), "sk-team", this, [](const KeychainOutcome &) {});
        QCOMPARE(keyOf(id).key, QByteArray("sk-team"));
        QVERIFY(!m_accounts->keptInMemory(id));
    }

    void aRefusedKeyIsKeptForThisRunOnly()
    {
        m_keychain->mood = Kind::Denied;
        const QString id = save(team(), "sk-team", Kind::Denied);
        QVERIFY(m_accounts->keptInMemory(id));
        QCOMPARE(keyOf(id).key, QByteArray("sk-team"));
        startRun();
        QVERIFY(m_accounts->find(id));
        QVERIFY(!m_accounts->keptInMemory(id));
        QCOMPARE(keyOf(id).kind, Kind::NotFound);
    }

    void aKeyThatTheKeychainTakesLaterIsNoLongerInMemory()
    {
        m_keychain->mood = Kind::Denied;
        const QString id = save(team(), "sk-team", Kind::Denied);
        m_keychain->mood = Kind::Done;
        save(team(id), "sk-team");
        QVERIFY(!m_accounts->keptInMemory(id));
        QCOMPARE(keyOf(id).key, QByteArray("sk-team"));
    }

    void theOutcomeIsRememberedWhenTheDialogIsGone()
    {
        m_keychain->mood = Kind::Unavailable;
        auto *dialog = new QObject;
        bool answered = false;
        const QString id =
            m_accounts->save(team(), "sk-team", dialog, [&answered](const KeychainOutcome &) { answered = true; });
        delete dialog;
        QTRY_VERIFY(m_accounts->keptInMemory(id));
        QVERIFY(!answered);
    }

    void theLastOfTwoKeysWins()
    {
        const QString id = save(team(), "sk-0");
        m_keychain->mood = Kind::Denied;
        m_accounts->save(team(id), "sk-1", this, [](const KeychainOutcome &) {});
        m_keychain->mood = Kind::Done;
        save(team(id), "sk-2");
        QVERIFY(!m_accounts->keptInMemory(id));
        QCOMPARE(keyOf(id).key, QByteArray("sk-2"));
    }

    void removingForgetsTheAccountAndItsKey()
    {
        const QString id = save(team(), "sk-team");
        QCOMPARE(remove(id).kind, Kind::Done);
        QVERIFY(!m_accounts->find(id));
        QCOMPARE(readFrom(*m_keychain, id).kind, Kind::NotFound);
        startRun();
        QCOMPARE(m_accounts->all().size(), 1);
    }

    void anAccountStaysWhenTheKeychainRefusesToRemoveItsKey_data()
    {
        QTest::addColumn<Kind>("mood");
        QTest::newRow("locked") << Kind::Denied;
        QTest::newRow("no service") << Kind::Unavailable;
    }

    void anAccountStaysWhenTheKeychainRefusesToRemoveItsKey()
    {
        QFETCH(Kind, mood);
        const QString id = save(team(), "sk-team");
        m_keychain->mood = mood;
        const KeychainAnswer answer = remove(id);
        QCOMPARE(answer.kind, mood);
        QCOMPARE(answer.detail, QStringLiteral("refused"));
        QVERIFY(m_accounts->find(id));
        startRun();
        QVERIFY(m_accounts->find(id));
    }

    void anAccountCanBeForgottenWithoutTheKeychain()
    {
        const QString id = save(team(), "sk-team");
        m_accounts->setCurrentId(id);
        m_accounts->forget(id);
        QVERIFY(!m_accounts->find(id));
        QCOMPARE(m_accounts->currentId(), simulator);
    }

    void anAccountThatNoKeychainEverKnewIsRemovedWithoutOne()
    {
        m_keychain->mood = Kind::Unavailable;
        const QString id = save(team(), "sk-team", Kind::Unavailable);
        QCOMPARE(remove(id).kind, Kind::Done);
        QVERIFY(!m_accounts->find(id));
        QCOMPARE(keyOf(id).kind, Kind::NotFound);
    }

    void theSimulatorCannotBeRemoved()
    {
        remove(simulator);
        QVERIFY(m_accounts->find(simulator));
        QCOMPARE(keyOf(simulator).key, QByteArray("sk-simulated"));
    }

    void theCurrentAccountIsRememberedAndFallsBackToTheSimulator()
    {
        const QString id = save(team(), "sk-team");
        QSignalSpy moved(m_accounts.get(), &Accounts::currentChanged);
        m_accounts->setCurrentId(id);
        m_accounts->setCurrentId(id);
        m_accounts->setCurrentId(QStringLiteral("no such account"));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(m_accounts->currentId(), id);
        startRun();
        QCOMPARE(m_accounts->currentId(), id);
        QSignalSpy fallenBack(m_accounts.get(), &Accounts::currentChanged);
        remove(id);
        QCOMPARE(m_accounts->currentId(), simulator);
        QCOMPARE(fallenBack.count(), 1);
    }

    void theEnvironmentsKeyIsUsedFromMemory()
    {
        QVERIFY(!m_accounts->setEnvironment("sk-env", {}));
        QCOMPARE(m_accounts->find(environment)->root, rootOf(Region::Beijing));
        QCOMPARE(keyOf(environment).key, QByteArray("sk-env"));
        QVERIFY(m_accounts->keptInMemory(environment));
        QCOMPARE(readFrom(*m_keychain, environment).kind, Kind::NotFound);
    }

    void noKeyInTheEnvironmentIsNoAccount()
    {
        QVERIFY(!m_accounts->setEnvironment({}, QStringLiteral("http://example.test")));
        QVERIFY(!m_accounts->find(environment));
    }

    void aKeyOfTheEnvironmentThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("lines") << QByteArray("sk-env\r\nX-Other: yes");
        QTest::newRow("a space") << QByteArray("sk env");
        QTest::newRow("not ASCII") << QByteArray("sk-\xe9\xa9\xac");
        QTest::newRow("control character") << QByteArray("sk-\x7f");
    }

    void aKeyOfTheEnvironmentThatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, key);
        QCOMPARE(m_accounts->setEnvironment(key, {}), std::optional(QStringLiteral("key")));
        QVERIFY(!m_accounts->find(environment));
    }

    void aLineEndBehindTheEnvironmentsKeyIsNoPartOfIt()
    {
        QVERIFY(!m_accounts->setEnvironment("sk-env\r\n", {}));
        QCOMPARE(keyOf(environment).key, QByteArray("sk-env"));
    }

    void theEnvironmentsBaseUrlIsHonouredOrRefused_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, const char *url, const char *root, const char *refusal) {
            QTest::newRow(name) << QString::fromUtf8(url) << QString::fromUtf8(root) << QString::fromUtf8(refusal);
        };
        row("slash", "https://dashscope-intl.aliyuncs.com/api/v1/", "https://dashscope-intl.aliyuncs.com/api/v1", "");
        row("bare host", "llm-1.cn-beijing.maas.aliyuncs.com", "https://llm-1.cn-beijing.maas.aliyuncs.com/api/v1", "");
        row("loopback", "http://127.0.0.1:8080/api/v1", "http://127.0.0.1:8080/api/v1", "");
        row("plain http", "http://example.test/api/v1", "", "plain-http");
        row("secret in it", "https://me:secret@example.test/api/v1", "", "credentials");
        row("query", "https://example.test/api/v1?key=1", "", "query");
    }

    void theEnvironmentsBaseUrlIsHonouredOrRefused()
    {
        QFETCH(QString, baseUrl);
        QFETCH(QString, root);
        QFETCH(QString, refusal);
        QCOMPARE(m_accounts->setEnvironment("sk-env", baseUrl).value_or(QString()), refusal);
        const auto account = m_accounts->find(environment);
        QCOMPARE(account ? account->root.toString() : QString(), root);
    }

    void aChosenEnvironmentIsCurrentAgainWhenItIsThereAgain()
    {
        m_accounts->setEnvironment("sk-env", {});
        m_accounts->setCurrentId(environment);
        startRun();
        QCOMPARE(m_accounts->currentId(), simulator);
        QSignalSpy moved(m_accounts.get(), &Accounts::currentChanged);
        m_accounts->setEnvironment("sk-env", {});
        QCOMPARE(m_accounts->currentId(), environment);
        QCOMPARE(moved.count(), 1);
    }

    void theEnvironmentsKeyCanBeKept()
    {
        m_accounts->setEnvironment("sk-env", QStringLiteral("https://dashscope-intl.aliyuncs.com"));
        m_accounts->setCurrentId(environment);
        QString id;
        QCOMPARE(keepEnvironment(&id).kind, Kind::Done);
        QVERIFY(!m_accounts->find(environment));
        QCOMPARE(m_accounts->currentId(), id);
        QCOMPARE(m_accounts->find(id)->root, rootOf(Region::Singapore));
        startRun();
        QCOMPARE(m_accounts->currentId(), id);
        QCOMPARE(keyOf(id).key, QByteArray("sk-env"));
    }

    void aKeyThatIsKeptAlreadyIsNotOfferedAgain_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<Kind>("readMood");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("the same") << QString() << QByteArray("sk-env") << Kind::Done << false;
        QTest::newRow("another key") << QString() << QByteArray("sk-new") << Kind::Done << true;
        QTest::newRow("another host") << QStringLiteral("https://dashscope-intl.aliyuncs.com") << QByteArray("sk-env")
                                      << Kind::Done << true;
        QTest::newRow("nobody can tell") << QString() << QByteArray("sk-env") << Kind::Denied << true;
    }

    void aKeyThatIsKeptAlreadyIsNotOfferedAgain()
    {
        QFETCH(QString, baseUrl);
        QFETCH(QByteArray, key);
        m_accounts->setEnvironment("sk-env", {});
        QString id;
        QCOMPARE(keepEnvironment(&id).kind, Kind::Done);
        save({{}, QStringLiteral("other"), Account::Origin::Saved, rootOf(Region::Beijing), {}}, "sk-other");
        startRun();
        QFETCH(Kind, readMood);
        m_keychain->readMood = readMood;
        m_accounts->setEnvironment(key, baseUrl);
        for (int answer = 0; answer < 3; ++answer) // each comes behind one that was asked for before
            keyOf(id);
        QTEST(m_accounts->find(environment).has_value(), "isOffered");
    }

    void aChosenEnvironmentWhoseKeyIsKeptIsThatAccount()
    {
        m_accounts->setEnvironment("sk-env", {});
        m_accounts->setCurrentId(environment);
        const QString id =
            save({{}, QStringLiteral("kept"), Account::Origin::Saved, rootOf(Region::Beijing), {}}, "sk-env");
        startRun();
        QSignalSpy moved(m_accounts.get(), &Accounts::currentChanged);
        m_accounts->setEnvironment("sk-env", {});
        QTRY_COMPARE(m_accounts->currentId(), id);
        QCOMPARE(moved.count(), 1);
        QVERIFY(!m_accounts->find(environment));
    }

    void theEnvironmentStaysAsItWasWhenTheKeychainRefuses()
    {
        m_keychain->mood = Kind::Unavailable;
        m_accounts->setEnvironment("sk-env", {});
        QString id;
        QCOMPARE(keepEnvironment(&id).kind, Kind::Unavailable);
        QVERIFY(m_accounts->find(environment));
        QVERIFY(!m_accounts->find(id));
        QCOMPARE(keyOf(environment).key, QByteArray("sk-env"));
    }

    void keepingTheEnvironmentTwiceMakesOneAccount()
    {
        m_accounts->setEnvironment("sk-env", {});
        const QString first = m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QString second;
        keepEnvironment(&second);
        QCOMPARE(m_accounts->all().size(), 2);
        QVERIFY(m_accounts->find(first));
        QTRY_COMPARE(readFrom(*m_keychain, second).kind, Kind::NotFound);
    }

    void aRemovedEnvironmentIsForgottenForThisRun()
    {
        m_accounts->setEnvironment("sk-env", {});
        QCOMPARE(remove(environment).kind, Kind::Done);
        QVERIFY(!m_accounts->find(environment));
        QCOMPARE(keyOf(environment).kind, Kind::NotFound);
    }

    void everyChangeIsTold()
    {
        QSignalSpy changed(m_accounts.get(), &Accounts::changed);
        const QString id = save(team(), {});
        QCOMPARE(changed.count(), 1);
        save(team(id), {});
        QCOMPARE(changed.count(), 2);
        remove(id);
        QCOMPARE(changed.count(), 3);
    }

private:
    void startRun()
    {
        m_accounts.reset();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keychain.get());
        m_accounts->setSimulator(QUrl(QStringLiteral("http://127.0.0.1:1/api/v1")), "sk-simulated");
    }

    void writeEntry(int index, const QString &id, const QString &root)
    {
        m_settings->setValue(QStringLiteral("accounts/%1/id").arg(index + 1), id);
        m_settings->setValue(QStringLiteral("accounts/%1/root").arg(index + 1), root);
    }

    QString save(const Account &account, const QByteArray &key, Kind expected = Kind::Done)
    {
        QString id;
        const KeychainAnswer answer =
            answerTo([&](QObject *owner, auto done) { id = m_accounts->save(account, key, owner, done); });
        [&] {
            QCOMPARE(answer.kind, expected);
            QCOMPARE(answer.count, 1);
        }();
        return id;
    }

    KeychainAnswer remove(const QString &id)
    {
        return answerTo([&](QObject *owner, auto done) { m_accounts->remove(id, owner, done); });
    }

    KeychainAnswer keyOf(const QString &id)
    {
        return answerTo([&](QObject *owner, auto done) { m_accounts->key(id, owner, done); });
    }

    KeychainAnswer keepEnvironment(QString *id)
    {
        return answerTo([&](QObject *owner, auto done) { *id = m_accounts->keepEnvironment(owner, done); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MoodyKeychain> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
