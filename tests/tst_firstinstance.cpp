// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/firstinstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <memory>

using namespace Slipway;
using namespace std::chrono_literals;
using Role = FirstInstance::Role;

class TestFirstInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_first = std::make_unique<FirstInstance>(m_folder->path());
        QCOMPARE(m_first->claim(), Role::First);
    }

    void cleanup() { m_first.reset(); } // before its folder

    void theSecondIsHeardWithItsToken()
    {
        QSignalSpy raised(m_first.get(), &FirstInstance::raiseRequested);
        QCOMPARE(claimElsewhere("token-1"), Role::Second);
        QCOMPARE(raised.count(), 1);
        QCOMPARE(raised.constFirst().constFirst().toByteArray(), QByteArray("token-1"));
        QCOMPARE(claimElsewhere(""), Role::Second);
        QCOMPARE(raised.count(), 2);
        QCOMPARE(raised.constLast().constFirst().toByteArray(), QByteArray());
    }

    void aTokenCannotSmuggleALine()
    {
        QSignalSpy raised(m_first.get(), &FirstInstance::raiseRequested);
        QCOMPARE(claimElsewhere("a\nraise b"), Role::Second);
        QCOMPARE(raised.count(), 1);
        QCOMPARE(claimElsewhere(QByteArray(5000, 'x')), Role::Second);
    }

    void anotherFolderIsAnotherPerson()
    {
        const QTemporaryDir other;
        FirstInstance instance(other.path());
        QCOMPARE(instance.claim(), Role::First);
    }

    void theNextIsFirstWhenTheFirstHasEnded()
    {
        m_first.reset();
        FirstInstance next(m_folder->path());
        QCOMPARE(next.claim(), Role::First);
    }

    void whereNothingCanBeWrittenThereIsAWindowAllTheSame()
    {
        FirstInstance instance(m_folder->filePath(QStringLiteral("missing")));
        QCOMPARE(instance.claim(), Role::First);
    }

    void aSilentFirstOneIsWaitedForNoLongerThanAsked()
    {
        FirstInstance second(m_folder->path()); // in the first one's own thread, so that it cannot answer
        QCOMPARE(second.claim({}, 300ms), Role::Unanswered);
        QCOMPARE(second.firstProcess(), QCoreApplication::applicationPid());
    }

    void onlyTheQuestionIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("another word") << QByteArray("lower x\n");
        QTest::newRow("nothing") << QByteArray("\n");
        QTest::newRow("no end") << QByteArray(100'000, 'x');
    }

    void onlyTheQuestionIsAnswered()
    {
        QFETCH(const QByteArray, line);
        QSignalSpy raised(m_first.get(), &FirstInstance::raiseRequested);
        QLocalSocket stranger;
        stranger.connectToServer(m_folder->filePath(QStringLiteral("slipway.socket")));
        stranger.write(line);
        QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        QVERIFY(stranger.readAll().isEmpty());
        QCOMPARE(raised.count(), 0);
        QCOMPARE(claimElsewhere("t"), Role::Second); // and it goes on
    }

    void theSocketIsForThisPersonOnly()
    {
        const auto others = QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup;
        QVERIFY(!(QFile::permissions(m_folder->filePath(QStringLiteral("slipway.socket"))) & others));
    }

private:
    Role claimElsewhere(const QByteArray &token)
    {
        auto role = std::async(std::launch::async, [folder = m_folder->path(), token] {
            FirstInstance instance(folder);
            return instance.claim(token);
        });
        const auto isDone = [&role] { return role.wait_for(0s) == std::future_status::ready; };
        [&isDone] { QTRY_VERIFY_WITH_TIMEOUT(isDone(), 10000); }();
        return role.get();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FirstInstance> m_first;
};

QTEST_GUILESS_MAIN(TestFirstInstance)
#include "tst_firstinstance.moc"
