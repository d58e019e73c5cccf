// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against a real Secret Service whose keyring is locked after a key was stored; nobody is there to unlock it.
#include "app/accounts/accounts.h"
#include "app/accounts/keychaincredentials.h"
#include "tests/support/answers.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

class TestKeychainLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const Account account{{}, QStringLiteral("team"), {}, QUrl(QStringLiteral("https://example.test/api/v1")), {}};
        const KeychainAnswer stored =
            answerTo([&](QObject *owner, auto done) { m_id = m_accounts.save(account, "sk-stored", owner, done); });
        QCOMPARE(stored.kind, Kind::Done);
        QProcess lock;
        lock.start(QStringLiteral("dbus-send"),
                   {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                    QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                    QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                    QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
        QVERIFY(lock.waitForFinished());
        QCOMPARE(lock.exitCode(), 0);
    }

    // The service says of a key behind a lock what it says of none; only writing tells them apart.
    void aStoredKeyIsNotFoundWhileItIsLocked()
    {
        const KeychainAnswer answer = readFrom(m_keychain, m_id);
        QCOMPARE(answer.kind, Kind::NotFound);
        QVERIFY(answer.key.isEmpty());
    }

    void aLockedKeyringIsNotSaidToBeOpen()
    {
        KeychainCredentials keychain;
        std::optional<bool> isOpen;
        keychain.askWhetherOpen(this, [&isOpen](bool open) { isOpen = open; });
        QTRY_COMPARE(isOpen, false);
    }

    void writingIsDenied() { QCOMPARE(writeTo(m_keychain, m_id, "sk-other").kind, Kind::Denied); }

    void removingIsDeniedAndNotSaidToBeDone() { QCOMPARE(removeFrom(m_keychain, m_id).kind, Kind::Denied); }

    void anAccountWhoseKeyCannotBeRemovedStays()
    {
        const KeychainAnswer answer =
            answerTo([this](QObject *owner, auto done) { m_accounts.remove(m_id, owner, done); });
        QCOMPARE(answer.kind, Kind::Denied);
        QVERIFY(m_accounts.find(m_id));
    }

    void aNewKeyIsKeptForThisRunAndUsedBeforeTheStoredOne()
    {
        const KeychainAnswer saved = answerTo(
            [this](QObject *owner, auto done) { m_accounts.save(*m_accounts.find(m_id), "sk-new", owner, done); });
        QCOMPARE(saved.kind, Kind::Denied);
        QVERIFY(m_accounts.keptInMemory(m_id));
        const KeychainAnswer key = answerTo([this](QObject *owner, auto done) { m_accounts.key(m_id, owner, done); });
        QCOMPARE(key.key, QByteArray("sk-new"));
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    KeychainCredentials m_keychain;
    Accounts m_accounts{&m_settings, &m_keychain};
    QString m_id;
};

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychain_locked.moc"
