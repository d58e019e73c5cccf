// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/inquiries.h"
#include "app/fleet/journalfile.h"
#include "tests/support/fleetfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = Inquiry::Kind;

namespace {

Simulator::Fault fault(const char *spec)
{
    return *Simulator::Fault::parsed(QString::fromLatin1(spec));
}

} // namespace

// Lost answers against the simulator: what the polls after it make of them.
class TestInquiries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>();
        m_fleet->insert({QStringLiteral("one"), QStringLiteral("two")});
        m_fleet->store->setLookRule({.looks = 2, .time = 0ms});
        QVERIFY(m_fleet->load());
    }

    void aCreateThatWasCarriedOutIsFoundByItsSuffix()
    {
        m_fleet->simulator.addFault(fault("create=half-header"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest(QStringLiteral("k3x9qp"))); });
        QTRY_COMPARE(kindOf(id), Kind::Happened);
        const Mutation *entry = m_fleet->journal.find(id);
        QVERIFY(entry->deployedModel.endsWith(QStringLiteral("-k3x9qp")));
        QVERIFY(m_fleet->store->find(entry->deployedModel));
        QCOMPARE(m_fleet->journal.newestFor(entry->deployedModel), entry);
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void aCreateThatWasNotCarriedOutIsSaidSoAfterLooksEnough()
    {
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest()); });
        QCOMPARE(kindOf(id), Kind::Checking);
        QTRY_COMPARE(m_fleet->journal.find(id)->inquiry.looks, 1);
        QCOMPARE(kindOf(id), Kind::Checking);
        QVERIFY(m_fleet->poll());
        QCOMPARE(kindOf(id), Kind::NotHappened);
        QVERIFY(m_fleet->journal.find(id)->inquiry.settled.isValid());
        QVERIFY(m_fleet->poll());
        QVERIFY(m_fleet->poll());
        QCOMPARE(m_fleet->requests("POST"), 1); // never by itself
    }

    void aCreateThatShowsLateIsStillFound()
    {
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest(QStringLiteral("late"))); });
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(kindOf(id), Kind::NotHappened);
        m_fleet->insert({QStringLiteral("qwen-plus-2025-12-01-late")});
        QVERIFY(m_fleet->poll());
        QCOMPARE(kindOf(id), Kind::Happened);
    }

    void looksMustNotOnlyBeManyButLongEnough()
    {
        m_fleet->store->setLookRule({.looks = 1, .time = 300ms});
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest()); });
        QVERIFY(m_fleet->poll());
        QCOMPARE(kindOf(id), Kind::Checking);
        QTRY_VERIFY(m_fleet->poll() && kindOf(id) == Kind::NotHappened);
    }

    void aJumpingClockSettlesNothing()
    {
        m_fleet->store->setLookRule({.looks = 3, .time = 1h});
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest()); });
        for (int i = 0; i < 4; ++i) {
            m_fleet->advance(24h);
            QVERIFY(m_fleet->poll());
        }
        QCOMPARE(kindOf(id), Kind::Checking);
    }

    void aLookThatFailedDoesNotCount()
    {
        m_fleet->simulator.addFault(fault("create=reset-before"));
        m_fleet->simulator.addFault(fault("list=status=500"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest()); });
        QTRY_VERIFY(m_fleet->store->lastError());
        QCOMPARE(m_fleet->journal.find(id)->inquiry.looks, 0);
    }

    void aListThatChangesWhileItIsReadShowsNothingToBeGone()
    {
        m_fleet->simulator.addFault(fault("delete=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->remove(QStringLiteral("one")); });
        Inquiries inquiries(&m_fleet->journal);
        inquiries.setRule({.looks = 1, .time = 0ms});
        QVERIFY(inquiries.look(100, {}, false).isEmpty());
        QCOMPARE(kindOf(id), Kind::Checking);
        QCOMPARE(inquiries.look(101, {}, true), QList<quint64>{id});
        QCOMPARE(kindOf(id), Kind::Happened);
    }

    void whatIsUnclearStaysSoWhileTheListChanges()
    {
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest(QString())); });
        m_fleet->insert({QStringLiteral("qwen-plus-2025-12-01-a"), QStringLiteral("qwen-plus-2025-12-01-b")});
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(kindOf(id), Kind::CannotTell);
        Inquiries inquiries(&m_fleet->journal);
        inquiries.look(100, {}, false);
        QCOMPARE(kindOf(id), Kind::CannotTell);
    }

    void twoNewOnesAreShownSideBySide()
    {
        m_fleet->simulator.addFault(fault("create=reset-before"));
        CreateRequest request = goodRequest(QString());
        const quint64 id = m_fleet->store->create(request);
        m_fleet->insert({QStringLiteral("qwen-plus-2025-12-01-a"), QStringLiteral("qwen-plus-2025-12-01-b")});
        QTRY_COMPARE(m_fleet->journal.find(id)->state, Mutation::State::Unknown);
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(kindOf(id), Kind::CannotTell);
        QCOMPARE(m_fleet->journal.find(id)->inquiry.candidates,
                 (QStringList{QStringLiteral("qwen-plus-2025-12-01-b"), QStringLiteral("qwen-plus-2025-12-01-a")}));
    }

    void aLostChangeIsClearedUpByThePolls_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<int>("kind");
        QTest::newRow("delete, done") << QByteArray("delete") << QByteArray("delete=half-header")
                                      << int(Kind::Happened);
        QTest::newRow("delete, not done")
            << QByteArray("delete") << QByteArray("delete=reset-before") << int(Kind::NotHappened);
        QTest::newRow("scale, done") << QByteArray("scale") << QByteArray("scale=half-header") << int(Kind::Happened);
        QTest::newRow("scale, not done") << QByteArray("scale") << QByteArray("scale=reset-before")
                                         << int(Kind::NotHappened);
        QTest::newRow("limits, done") << QByteArray("limits") << QByteArray("update=half-header")
                                      << int(Kind::Happened);
        QTest::newRow("limits, not done")
            << QByteArray("limits") << QByteArray("update=reset-before") << int(Kind::NotHappened);
    }

    void aLostChangeIsClearedUpByThePolls()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, spec);
        QFETCH(const int, kind);
        m_fleet->simulator.addFault(fault(spec.constData()));
        const QString one = QStringLiteral("one");
        const quint64 id = lose([&] {
            if (verb == "delete")
                return m_fleet->store->remove(one);
            return verb == "scale" ? m_fleet->store->scale(one, {.capacity = 8})
                                   : m_fleet->store->updateLimits(one, {.rpmLimit = 77});
        });
        m_fleet->advance(1h);
        QVERIFY(m_fleet->poll());
        QVERIFY(m_fleet->poll());
        QTRY_COMPARE(int(kindOf(id)), kind);
    }

    void pollsAreQuickWhileSomethingIsUnknown()
    {
        m_fleet->store->setIntervals(2s, 1h);
        QCOMPARE(m_fleet->store->interval(), 1h);
        m_fleet->simulator.addFault(fault("create=reset-before"));
        const quint64 id = lose([this] { return m_fleet->store->create(goodRequest()); });
        QCOMPARE(m_fleet->store->interval(), 2s);
        QTRY_COMPARE_WITH_TIMEOUT(int(kindOf(id)), int(Kind::NotHappened), 10'000);
        QCOMPARE(m_fleet->store->interval(), 1h);
    }

    void everyChangeOfMindIsTold()
    {
        m_fleet->simulator.addFault(fault("create=half-header"));
        QSignalSpy told(m_fleet->store.get(), &DeploymentStore::mutationChanged);
        const quint64 id = m_fleet->store->create(goodRequest());
        QTRY_COMPARE(kindOf(id), Kind::Happened);
        QTRY_COMPARE(told.size(), 3); // begun, lost, found
    }

    // ---- the journal on disk

    void nothingLeavesBeforeItsEntryLiesOnDisk()
    {
        const auto files = withFile();
        const quint64 id = files.store->create(goodRequest());
        QCOMPARE(m_fleet->requests("POST"), 0);
        QTRY_COMPARE(files.journal->find(id)->state, Mutation::State::Accepted);
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void withoutAJournalOnlyWhatAPersonInsistsOnIsSent()
    {
        QFile blocker(m_folder.filePath(QStringLiteral("blocker")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto files = withFile(blocker.fileName());
        QSignalSpy warned(files.journal.get(), &Journal::writeProblemChanged);
        const quint64 made = files.store->create(goodRequest());
        QTRY_COMPARE(files.journal->find(made)->state, Mutation::State::NotSent);
        QVERIFY(isUnrecorded(*files.journal->find(made)));
        QCOMPARE(m_fleet->requests("POST"), 0);
        QCOMPARE(warned.size(), 1);
        const QString one = QStringLiteral("one");
        const QString two = QStringLiteral("two");
        for (const quint64 id : {files.store->remove(one), files.store->scale(two, {.capacity = 8}),
                                 files.store->updateLimits(two, {.rpmLimit = 7})})
            QTRY_VERIFY(isUnrecorded(*files.journal->find(id)));
        QCOMPARE(m_fleet->requests("DELETE") + m_fleet->requests("PUT"), 0);
        using enum DeploymentStore::Unrecorded;
        for (const quint64 id : {files.store->remove(one, Send), files.store->scale(two, {.capacity = 8}, Send),
                                 files.store->updateLimits(two, {.rpmLimit = 7}, Send)})
            QTRY_COMPARE(files.journal->find(id)->state, Mutation::State::Accepted);
        QVERIFY(!files.journal->writeProblem().isEmpty());
    }

    void whatAnEarlierRunLeftOpenIsLookedInto()
    {
        m_fleet->simulator.addFault(fault("create=half-header"));
        {
            const auto files = withFile();
            const quint64 id = files.store->create(goodRequest(QStringLiteral("before")));
            QTRY_COMPARE(files.journal->find(id)->state, Mutation::State::Unknown);
        }
        const auto files = withFile();
        QCOMPARE(files.journal->entries().size(), 1);
        QCOMPARE(files.journal->entries().first().inquiry.kind, Kind::Checking);
        files.store->start();
        QTRY_COMPARE(files.journal->entries().first().inquiry.kind, Kind::Happened);
    }

    void anAccountThatIsClosedBeforeTheEntryIsWrittenSendsNothing()
    {
        {
            const auto files = withFile();
            files.store->create(goodRequest());
        }
        const auto files = withFile();
        QCOMPARE(files.journal->entries().first().state, Mutation::State::NotSent);
        QCOMPARE(m_fleet->requests("POST"), 0);
    }

private:
    struct Account
    {
        std::unique_ptr<Journal> journal;
        std::unique_ptr<DeploymentStore> store;
    };

    /// Another start of the program on the same world.
    Account withFile(const QString &folder = {})
    {
        Account made;
        made.journal = std::make_unique<Journal>(std::make_unique<JournalFile>(
            folder.isEmpty() ? m_folder.filePath(QLatin1String(QTest::currentTestFunction())) : folder,
            QStringLiteral("a")));
        made.store = std::make_unique<DeploymentStore>(m_fleet->client.get(), made.journal.get(), QString());
        made.store->setIntervals(1h, 1h);
        made.store->setLookRule({.looks = 2, .time = 0ms});
        return made;
    }

    template<typename Send>
    quint64 lose(const Send &send)
    {
        const quint64 id = send();
        [&] { QTRY_COMPARE(m_fleet->journal.find(id)->state, Mutation::State::Unknown); }();
        return id;
    }

    Kind kindOf(quint64 id) const { return m_fleet->journal.find(id)->inquiry.kind; }

    QTemporaryDir m_folder;
    std::unique_ptr<FleetFixture> m_fleet;
};

QTEST_GUILESS_MAIN(TestInquiries)
#include "tst_inquiries.moc"
