// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real Secret Service that is slow, dies, loses an entry or is asked by several programs at once.
#include "app/accounts/keychaincredentials.h"
#include "app/session/sessions.h"
#include "tests/support/answers.h"
#include "tests/support/secretservice.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <qt6keychain/keychain.h>

#include <csignal>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = KeychainOutcome::Kind;

namespace {

/// What an own copy of this program does: stores and reads keys again and again; its exit status is the number of
/// operations that did not go as they should.
int storeAndRead(const QString &id, const QByteArray &key)
{
    KeychainCredentials keychain;
    int failures = 0;
    for (int i = 0; i < 10; ++i) {
        failures += writeTo(keychain, id, key).kind == Kind::Done ? 0 : 1;
        const KeychainAnswer answer = readFrom(keychain, id);
        failures += answer.kind == Kind::Done && answer.key.startsWith("sk-of-") ? 0 : 1;
    }
    return failures;
}

} // namespace

class TestKeychainTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_daemon = Test::secretService();
        QVERIFY(m_daemon > 0);
        const KeychainAnswer stored =
            answerTo([&](QObject *owner, auto done) { m_id = m_accounts.save(team(), "sk-stored", owner, done); });
        QCOMPARE(stored.kind, Kind::Done);
        m_accounts.setSimulator(QUrl(QStringLiteral("http://127.0.0.1:9/api/v1")), "sk-sim");
    }

    void cleanup()
    {
        if (m_daemon > 0)
            ::kill(m_daemon, SIGCONT);
    }

    void aSlowKeychainIsWaitedForAndThatIsSaid()
    {
        Sessions sessions(&m_accounts);
        sessions.setPatience(100ms);
        QSignalSpy awaited(&sessions, &Sessions::keyAwaited);
        QSignalSpy missing(&sessions, &Sessions::keyMissing);
        QVERIFY(::kill(m_daemon, SIGSTOP) == 0);
        m_accounts.setCurrentId(m_id);
        QVERIFY(awaited.wait());
        QCOMPARE(awaited.constFirst().constFirst().toString(), m_id);
        QCOMPARE(sessions.current(), nullptr);

        m_accounts.setCurrentId(QStringLiteral("simulator")); // the rest of the program goes on meanwhile
        QTRY_VERIFY(sessions.current());
        QVERIFY(sessions.current()->isSimulated());
        m_accounts.setCurrentId(m_id);
        QCOMPARE(sessions.current(), nullptr);
        QVERIFY(awaited.wait());

        QVERIFY(::kill(m_daemon, SIGCONT) == 0);
        QTRY_VERIFY_WITH_TIMEOUT(sessions.current(), 20000);
        QCOMPARE(sessions.current()->account().id, m_id);
        QCOMPARE(missing.count(), 0);
    }

    void aKeychainThatNeverAnswersIsUnavailableAfterItsTime()
    {
        KeychainCredentials keychain(300ms);
        QVERIFY(::kill(m_daemon, SIGSTOP) == 0);
        QElapsedTimer watch;
        watch.start();
        const KeychainAnswer read = readFrom(keychain, m_id);
        const KeychainAnswer written = writeTo(keychain, QStringLiteral("slow"), "sk-slow");
        QVERIFY(watch.elapsed() < 10000);
        for (const KeychainAnswer &answer : {read, written}) {
            QCOMPARE(answer.kind, Kind::Unavailable);
            QCOMPARE(answer.detail, QStringLiteral("no answer in time"));
        }
        QVERIFY(::kill(m_daemon, SIGCONT) == 0);
        KeychainCredentials patient;
        QCOMPARE(readFrom(patient, m_id).key, QByteArray("sk-stored"));
    }

    void aKeyThatWasDeletedBehindOurBackIsMissed()
    {
        QString id;
        const KeychainAnswer stored =
            answerTo([&](QObject *owner, auto done) { id = m_accounts.save(team(), "sk-lost", owner, done); });
        QCOMPARE(stored.kind, Kind::Done);
        deleteBehindOurBack(id);
        Sessions sessions(&m_accounts);
        QSignalSpy missing(&sessions, &Sessions::keyMissing);
        m_accounts.setCurrentId(id);
        QVERIFY(missing.wait());
        QCOMPARE(missing.constFirst().constFirst().toString(), id);
        QCOMPARE(missing.constFirst().at(1).value<KeychainOutcome>().kind, Kind::NotFound);
        const KeychainAnswer removed = answerTo([&](QObject *owner, auto done) { m_accounts.remove(id, owner, done); });
        QCOMPARE(removed.kind, Kind::Done);
    }

    void aSessionThatIsOpenOutlivesItsKey()
    {
        QString id;
        answerTo([&](QObject *owner, auto done) { id = m_accounts.save(team(), "sk-open", owner, done); });
        Sessions sessions(&m_accounts);
        m_accounts.setCurrentId(id);
        QTRY_VERIFY(sessions.current());
        const Session *open = sessions.current();
        deleteBehindOurBack(id);
        m_accounts.setCurrentId(QStringLiteral("simulator"));
        QTRY_VERIFY(sessions.current() && sessions.current() != open);
        m_accounts.setCurrentId(id);
        QCOMPARE(sessions.current(), open);
    }

    void severalProgramsAtOnceSpoilNothing()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 4; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            const QString own = i < 2 ? QStringLiteral("shared") : QStringLiteral("own-%1").arg(i);
            programs.back()->start(QCoreApplication::applicationFilePath(),
                                   {QStringLiteral("--store"), own, QStringLiteral("sk-of-%1").arg(i)});
        }
        for (const auto &program : programs) {
            QVERIFY(program->waitForFinished(30000));
            QVERIFY2(program->exitStatus() == QProcess::NormalExit && program->exitCode() == 0,
                     program->readAllStandardOutput().constData());
        }
        KeychainCredentials keychain;
        const QByteArray shared = readFrom(keychain, QStringLiteral("shared")).key;
        QVERIFY2(shared == "sk-of-0" || shared == "sk-of-1", shared.constData());
        QCOMPARE(readFrom(keychain, QStringLiteral("own-3")).key, QByteArray("sk-of-3"));
        QCOMPARE(readFrom(keychain, m_id).key, QByteArray("sk-stored"));
    }

    // The last one: the service is gone afterwards.
    void aKeychainThatDiesInTheMiddleOfACallIsAnsweredFor()
    {
        KeychainCredentials keychain;
        QVERIFY(::kill(m_daemon, SIGSTOP) == 0);
        QObject owner;
        QList<KeychainOutcome> answers;
        const auto keep = [&answers](const KeychainOutcome &outcome) { answers += outcome; };
        keychain.read(m_id, &owner, [keep](const KeychainOutcome &outcome, const QByteArray &) { keep(outcome); });
        keychain.write(QStringLiteral("dying"), "sk-dying", &owner, keep);
        const QString id = m_accounts.save(team(), "sk-new", &owner, keep);
        QVERIFY(::kill(m_daemon, SIGKILL) == 0);
        m_daemon = 0;
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 3, 30000);
        for (const KeychainOutcome &answer : std::as_const(answers)) {
            QVERIFY(answer.kind != Kind::Done);
            QVERIFY(!answer.detail.isEmpty());
        }
        QVERIFY(m_accounts.keptInMemory(id));
        const KeychainAnswer key = answerTo([&](QObject *asker, auto done) { m_accounts.key(id, asker, done); });
        QCOMPARE(key.key, QByteArray("sk-new"));
        QVERIFY(readFrom(keychain, m_id).kind != Kind::Done); // whatever the bus starts in its place is locked
    }

private:
    static Account team()
    {
        return {{}, QStringLiteral("team"), {}, QUrl(QStringLiteral("http://127.0.0.1:9/api/v1")), {}};
    }

    /// As another program would.
    static void deleteBehindOurBack(const QString &id)
    {
        bool ended = false;
        auto *job = new QKeychain::DeletePasswordJob(QStringLiteral("slipway"));
        job->setKey(id);
        connect(job, &QKeychain::Job::finished, job, [&ended] { ended = true; });
        job->start();
        QTRY_VERIFY(ended);
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    KeychainCredentials m_keychain;
    Accounts m_accounts{&m_settings, &m_keychain};
    QString m_id;
    pid_t m_daemon = 0;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--store"))
        return storeAndRead(arguments.value(2), arguments.value(3).toLatin1());
    TestKeychainTroubles test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain_troubles.moc"
