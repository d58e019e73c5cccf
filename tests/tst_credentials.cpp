// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychaincredentials.h"
#include "app/accounts/memorycredentials.h"
#include "tests/support/answers.h"

#include <optional>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsOverwritesAndForgets()
    {
        MemoryCredentials credentials;
        QCOMPARE(readFrom(credentials, QStringLiteral("a")).kind, Kind::NotFound);
        QCOMPARE(writeTo(credentials, QStringLiteral("a"), "sk-1").kind, Kind::Done);
        QCOMPARE(writeTo(credentials, QStringLiteral("a"), "sk-2").kind, Kind::Done);
        QCOMPARE(readFrom(credentials, QStringLiteral("a")).key, QByteArray("sk-2"));
        QCOMPARE(readFrom(credentials, QStringLiteral("b")).kind, Kind::NotFound);
        QCOMPARE(removeFrom(credentials, QStringLiteral("a")).kind, Kind::Done);
        QCOMPARE(readFrom(credentials, QStringLiteral("a")).kind, Kind::NotFound);
    }

    void memoryAnswersOnceAndNeverAtOnce()
    {
        MemoryCredentials credentials;
        QCOMPARE(writeTo(credentials, QStringLiteral("a"), "sk-1").count, 1);
        QCOMPARE(readFrom(credentials, QStringLiteral("a")).count, 1);
        QCOMPARE(removeFrom(credentials, QStringLiteral("a")).count, 1);
    }

    void memoryDoesNotAnswerAnOwnerThatIsGone()
    {
        MemoryCredentials credentials;
        bool answered = false;
        auto *owner = new QObject;
        credentials.read(QStringLiteral("a"), owner,
                         [&answered](const KeychainOutcome &, const QByteArray &) { answered = true; });
        delete owner;
        readFrom(credentials, QStringLiteral("a")); // asked later, so its answer comes later
        QVERIFY(!answered);
    }

    void withoutABusNoKeychainIsSaidToBeOpen()
    {
        for (const char *way : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY"})
            qunsetenv(way);
        KeychainCredentials keychain;
        std::optional<bool> isOpen;
        keychain.askWhetherOpen(this, [&isOpen](bool open) { isOpen = open; });
        QVERIFY(!isOpen); // never at once
        QTRY_COMPARE(isOpen, false);
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
