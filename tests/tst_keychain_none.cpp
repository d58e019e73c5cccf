// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// On a session bus without any Secret Service.
#include "app/accounts/accounts.h"
#include "app/accounts/keychaincredentials.h"
#include "tests/support/answers.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

class TestKeychainNone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsUnavailableAndSaysWhy()
    {
        KeychainCredentials keychain;
        const QString id = QStringLiteral("one");
        for (const auto &answer : {writeTo(keychain, id, "sk-1"), readFrom(keychain, id), removeFrom(keychain, id)}) {
            QCOMPARE(answer.kind, Kind::Unavailable);
            QCOMPARE(answer.count, 1);
            QVERIFY(!answer.detail.isEmpty());
        }
    }

    void withoutAKeychainNoneIsSaidToBeOpen()
    {
        KeychainCredentials keychain;
        std::optional<bool> isOpen;
        keychain.askWhetherOpen(this, [&isOpen](bool open) { isOpen = open; });
        QTRY_COMPARE(isOpen, false);
    }

    void theKeyIsKeptForThisRunAndTheAccountSaysSo()
    {
        KeychainCredentials keychain;
        Accounts accounts(&m_settings, &keychain);
        const QString id = save(accounts);
        QVERIFY(accounts.keptInMemory(id));
        const KeychainAnswer key = answerTo([&](QObject *owner, auto done) { accounts.key(id, owner, done); });
        QCOMPARE(key.kind, Kind::Done);
        QCOMPARE(key.key, QByteArray("sk-this-run"));
    }

    void theNextRunKnowsTheAccountAndMissesTheKey()
    {
        KeychainCredentials keychain;
        Accounts accounts(&m_settings, &keychain);
        QCOMPARE(accounts.all().size(), 1);
        const QString id = accounts.all().constFirst().id;
        QVERIFY(!accounts.keptInMemory(id));
        const KeychainAnswer key = answerTo([&](QObject *owner, auto done) { accounts.key(id, owner, done); });
        QCOMPARE(key.kind, Kind::Unavailable);
    }

    void anAccountThatTheKeychainNeverHadCanBeRemoved()
    {
        KeychainCredentials keychain;
        Accounts accounts(&m_settings, &keychain);
        const QString id = save(accounts);
        const KeychainAnswer answer = answerTo([&](QObject *owner, auto done) { accounts.remove(id, owner, done); });
        QCOMPARE(answer.kind, Kind::Done);
        QVERIFY(!accounts.find(id));
    }

private:
    static QString save(Accounts &accounts)
    {
        QString id;
        const Account account{{}, QStringLiteral("team"), {}, QUrl(QStringLiteral("https://example.test/api/v1")), {}};
        const KeychainAnswer answer =
            answerTo([&](QObject *owner, auto done) { id = accounts.save(account, "sk-this-run", owner, done); });
        [&answer] { QCOMPARE(answer.kind, Kind::Unavailable); }();
        return id;
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
};

QTEST_GUILESS_MAIN(TestKeychainNone)
#include "tst_keychain_none.moc"
