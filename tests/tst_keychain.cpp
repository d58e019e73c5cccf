// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against a real Secret Service with an unlocked keyring, see tests/support/with-keyring.
#include "app/accounts/keychaincredentials.h"
#include "tests/support/answers.h"

#include <QDirIterator>
#include <QFile>

#include <qt6keychain/keychain.h>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = KeychainOutcome::Kind;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsStoredAndReadBack()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("one"), "sk-first").kind, Kind::Done);
        const KeychainAnswer answer = readFrom(keychain, QStringLiteral("one"));
        QCOMPARE(answer.kind, Kind::Done);
        QCOMPARE(answer.key, QByteArray("sk-first"));
    }

    void anUnlockedKeyringIsSaidToBeOpen()
    {
        KeychainCredentials keychain;
        std::optional<bool> isOpen;
        keychain.askWhetherOpen(this, [&isOpen](bool open) { isOpen = open; });
        QVERIFY(!isOpen); // never at once
        QTRY_COMPARE(isOpen, true);
    }

    void aKeyOutlivesTheObjectThatStoredIt()
    {
        {
            KeychainCredentials keychain;
            QCOMPARE(writeTo(keychain, QStringLiteral("lasting"), "sk-lasting").kind, Kind::Done);
        }
        KeychainCredentials another;
        QCOMPARE(readFrom(another, QStringLiteral("lasting")).key, QByteArray("sk-lasting"));
    }

    void aSecondKeyReplacesTheFirst()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("two"), "sk-old").kind, Kind::Done);
        QCOMPARE(writeTo(keychain, QStringLiteral("two"), "sk-new").kind, Kind::Done);
        QCOMPARE(readFrom(keychain, QStringLiteral("two")).key, QByteArray("sk-new"));
    }

    void accountsDoNotSeeEachOthersKeys()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("three"), "sk-3").kind, Kind::Done);
        QCOMPARE(readFrom(keychain, QStringLiteral("four")).kind, Kind::NotFound);
    }

    void aRemovedKeyIsGone()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("five"), "sk-5").kind, Kind::Done);
        QCOMPARE(removeFrom(keychain, QStringLiteral("five")).kind, Kind::Done);
        QCOMPARE(readFrom(keychain, QStringLiteral("five")).kind, Kind::NotFound);
    }

    void removingWhatIsNotThereIsDone()
    {
        KeychainCredentials keychain;
        QCOMPARE(removeFrom(keychain, QStringLiteral("never stored")).kind, Kind::Done);
    }

    void aRevokedEntryIsNoKey()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("six"), "revoked").kind, Kind::Done);
        const KeychainAnswer answer = readFrom(keychain, QStringLiteral("six"));
        QCOMPARE(answer.kind, Kind::NotFound);
        QVERIFY(answer.key.isEmpty());
    }

    void aKeychainThatTakesTooLongIsUnavailable()
    {
        KeychainCredentials hasty(0ms);
        const KeychainAnswer answer = readFrom(hasty, QStringLiteral("one"));
        QCOMPARE(answer.kind, Kind::Unavailable);
        QCOMPARE(answer.count, 1);
        QVERIFY(!answer.detail.isEmpty());
        KeychainCredentials patient; // its answer comes after the late one, which must not be handed out
        readFrom(patient, QStringLiteral("one"));
        QCOMPARE(answer.count, 1);
    }

    void anOwnerThatIsGoneIsNotAnswered()
    {
        KeychainCredentials keychain;
        bool answered = false;
        auto *owner = new QObject;
        keychain.write(QStringLiteral("seven"), "sk-7", owner,
                       [&answered](const KeychainOutcome &) { answered = true; });
        delete owner;
        QTRY_COMPARE(readFrom(keychain, QStringLiteral("seven")).key, QByteArray("sk-7")); // and it was carried out
        QVERIFY(!answered);
    }

    void aRemovalIsCarriedThroughWhenItsOwnerGoes()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("eight"), "sk-8").kind, Kind::Done);
        auto *owner = new QObject;
        keychain.remove(QStringLiteral("eight"), owner, [](const KeychainOutcome &) { QFAIL("answered"); });
        delete owner;
        QTRY_COMPARE(readFrom(keychain, QStringLiteral("eight")).kind, Kind::NotFound);
        QTRY_VERIFY(!isListed(QStringLiteral("eight")));
    }

    void theKeychainMayGoWhileItIsAsked()
    {
        QObject owner;
        {
            KeychainCredentials keychain;
            keychain.read(QStringLiteral("one"), &owner,
                          [](const KeychainOutcome &, const QByteArray &) { QFAIL("answered"); });
        }
        KeychainCredentials another;
        QCOMPARE(readFrom(another, QStringLiteral("one")).count, 1);
    }

    void theKeyIsInNoFileInClear()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("nine"), "sk-in-no-file").kind, Kind::Done);
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("sk-in-no-file"), qPrintable(file.fileName()));
        }
    }

private:
    /// Looks past KeychainCredentials, which calls a revoked entry none.
    static bool isListed(const QString &id)
    {
        bool listed = false;
        bool ended = false;
        auto *job = new QKeychain::ReadPasswordJob(QStringLiteral("slipway"));
        job->setKey(id);
        connect(job, &QKeychain::Job::finished, job, [&](QKeychain::Job *done) {
            listed = done->error() == QKeychain::NoError;
            ended = true;
        });
        job->start();
        [&ended] { QTRY_VERIFY(ended); }();
        return listed;
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
