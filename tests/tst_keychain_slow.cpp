// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real Secret Service that answers nobody for 30 s, longer than the bus itself waits. Half a minute, in which nothing
// is done: ctest begins with it and runs the others beside it.
#include "app/accounts/keychaincredentials.h"
#include "tests/support/answers.h"
#include "tests/support/secretservice.h"

#include <QElapsedTimer>
#include <QTimer>

#include <csignal>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = KeychainOutcome::Kind;

namespace {

/// What is answered, and after how long.
struct Late
{
    KeychainAnswer answer;
    qint64 after = 0;
};

} // namespace

class TestKeychainSlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatASlowKeychainWasAskedIsAnsweredWithin60Seconds()
    {
        KeychainCredentials keychain;
        QCOMPARE(writeTo(keychain, QStringLiteral("stored"), "sk-stored").kind, Kind::Done);
        m_service = Test::secretService();
        QVERIFY(m_service > 0);
        QVERIFY(::kill(m_service, SIGSTOP) == 0);
        QElapsedTimer watch;
        watch.start();
        QTimer::singleShot(30s, this, [this] { ::kill(m_service, SIGCONT); });

        KeychainCredentials hasty(27s);
        Late read;
        Late written;
        Late givenUp;
        const auto keep = [&watch](Late &late) {
            return [&watch, &late](const KeychainOutcome &outcome, const QByteArray &key = {}) {
                late = {{outcome.kind, outcome.detail, key, late.answer.count + 1}, watch.elapsed()};
            };
        };
        keychain.read(QStringLiteral("stored"), this, keep(read));
        keychain.write(QStringLiteral("new"), "sk-new", this, keep(written));
        hasty.read(QStringLiteral("stored"), this, keep(givenUp));
        QVERIFY(QTest::qWaitFor([&] { return read.answer.count > 0 && written.answer.count > 0; }, 58000));

        QCOMPARE(read.answer.kind, Kind::Done);
        QCOMPARE(read.answer.key, QByteArray("sk-stored"));
        QVERIFY(read.after >= 29'000);
        QCOMPARE(written.answer.kind, Kind::Done);
        QCOMPARE(readFrom(keychain, QStringLiteral("new")).key, QByteArray("sk-new"));
        QCOMPARE(read.answer.count, 1);
        QCOMPARE(written.answer.count, 1);

        QCOMPARE(givenUp.answer.kind, Kind::Unavailable); // its own time ended in the second asking
        QCOMPARE(givenUp.answer.detail, QStringLiteral("no answer in time"));
        QCOMPARE(givenUp.answer.count, 1);
        QVERIFY(givenUp.after >= 26'000);
    }

    void cleanup()
    {
        if (m_service > 0)
            ::kill(m_service, SIGCONT);
    }

private:
    pid_t m_service = 0;
};

QTEST_GUILESS_MAIN(TestKeychainSlow)
#include "tst_keychain_slow.moc"
