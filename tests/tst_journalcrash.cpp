// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journalfile.h"
#include "tests/support/fleetfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = Inquiry::Kind;

namespace {

const QString account = QStringLiteral("a");

/// Where the other program is killed.
enum class Point {
    Begun,    ///< asked for, and the entry perhaps not written yet
    Recorded, ///< the entry lies on disk, the request has not left
    Sent,     ///< the service has the request
    Executed, ///< and did as it was asked
};

void die()
{
    ::kill(::getpid(), SIGKILL);
}

std::unique_ptr<Journal> journalIn(const QString &folder)
{
    return std::make_unique<Journal>(std::make_unique<JournalFile>(folder, account));
}

/// The other program: one create, and its end. "Sent" and "Executed" are for its parent to see to.
int runChild(const QStringList &arguments)
{
    const auto point = Point(arguments.at(3).toInt());
    Client client(endpointAt(QUrl(arguments.at(4)), {}, "sk-test"));
    const auto journal = journalIn(arguments.at(2));
    DeploymentStore store(&client, journal.get(), QStringLiteral("A"));
    const quint64 id = store.create(goodRequest(arguments.at(5)));
    if (point == Point::Begun)
        die();
    if (point == Point::Recorded)
        journal->whenRecorded(id, &store, [](const QString &) { die(); }); // takes the store's place
    const int delay = arguments.value(6, QStringLiteral("-1")).toInt();
    if (delay >= 0)
        QTimer::singleShot(std::chrono::milliseconds(delay), &die);
    return QCoreApplication::exec();
}

/// The other program, busy: one delete after the other, each told once it lies on disk, in a journal that is full after
/// a few of them. No more than its files hold.
class BusyWriter
{
public:
    static constexpr int most = 15;

    explicit BusyWriter(const QString &folder) : m_journal(journalIn(folder)) { begin(0); }

private:
    void begin(int number)
    {
        const QByteArray body = "{\"padding\":\"" + QByteArray(120'000, 'x') + "\"}";
        const quint64 id = m_journal->begin(
            {.verb = Mutation::Verb::Delete, .deployedModel = QStringLiteral("d%1").arg(number), .body = body});
        m_journal->whenRecorded(id, &m_listener, [this, number](const QString &problem) {
            if (problem.isEmpty() && std::printf("d%d\n", number) > 0 && std::fflush(stdout) == 0 && number + 1 < most)
                begin(number + 1);
        });
    }

    std::unique_ptr<Journal> m_journal;
    QObject m_listener;
};

} // namespace

// The program killed at any instant: what the next start holds.
class TestJournalCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fleet = std::make_unique<FleetFixture>();
    }

    void beforeTheEntryIsWrittenNothingWasSent()
    {
        runUntilDead(Point::Begun, m_fleet->simulator.url());
        QCOMPARE(m_fleet->requests("POST"), 0);
        const auto journal = journalIn(m_folder->path());
        QVERIFY(journal->entries().size() <= 1); // the writer may have been the quicker
        nextStartSays(journal.get(), Kind::NotHappened);
    }

    void writtenButNotSentTurnsOutNotToHaveHappened()
    {
        runUntilDead(Point::Recorded, m_fleet->simulator.url());
        QCOMPARE(m_fleet->requests("POST"), 0);
        const auto journal = journalIn(m_folder->path());
        QCOMPARE(journal->entries().size(), 1);
        QCOMPARE(journal->entries().first().state, Mutation::State::Unknown);
        QCOMPARE(journal->entries().first().inquiry.kind, Kind::Checking);
        nextStartSays(journal.get(), Kind::NotHappened);
    }

    void sentButNotCarriedOutTurnsOutNotToHaveHappened()
    {
        m_fleet->simulator.addFault(*Simulator::Fault::parsed(QStringLiteral("create=hang")));
        QProcess child;
        start(child, Point::Sent, m_fleet->simulator.url());
        QTRY_COMPARE(m_fleet->requests("POST"), 1);
        kill(child);
        const auto journal = journalIn(m_folder->path());
        QCOMPARE(journal->entries().size(), 1);
        nextStartSays(journal.get(), Kind::NotHappened);
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void carriedOutButNotAnsweredIsFound()
    {
        m_fleet->simulator.addFault(*Simulator::Fault::parsed(QStringLiteral("create=executed-hang")));
        QProcess child;
        start(child, Point::Executed, m_fleet->simulator.url());
        QTRY_COMPARE(m_fleet->requests("POST"), 1);
        kill(child);
        const auto journal = journalIn(m_folder->path());
        QCOMPARE(journal->entries().size(), 1);
        nextStartSays(journal.get(), Kind::Happened);
        QVERIFY(journal->entries().first().deployedModel.endsWith(QStringLiteral("-crash1")));
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    /// Whenever it dies: what reached the service is in the journal.
    void nothingReachesTheServiceUnwritten_data()
    {
        QTest::addColumn<int>("delay");
        for (int delay = 0; delay < 12; ++delay)
            QTest::addRow("killed after %d ms", delay) << delay;
    }

    void nothingReachesTheServiceUnwritten()
    {
        QFETCH(const int, delay);
        runUntilDead(Point::Sent, m_fleet->simulator.url(), delay);
        const auto sent = m_fleet->requests("POST");
        QVERIFY(sent <= 1);
        const auto journal = journalIn(m_folder->path());
        QVERIFY2(journal->entries().size() >= sent, "a request left without an entry");
        for (const Mutation &entry : journal->entries())
            QVERIFY(entry.state == Mutation::State::Accepted || entry.inquiry.kind == Kind::Checking);
    }

    /// Also while the full file is put aside and another begun.
    void whatWasSaidToLieOnDiskDoes_data()
    {
        QTest::addColumn<int>("told");
        for (int told = 1; told <= BusyWriter::most; ++told)
            QTest::addRow("killed once it told of %d", told) << told;
    }

    void whatWasSaidToLieOnDiskDoes()
    {
        QFETCH(const int, told);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--writer"), m_folder->path()});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += child.readAllStandardOutput()).count('\n') >= told, 20'000);
        kill(child);
        said += child.readAllStandardOutput();
        const auto journal = journalIn(m_folder->path());
        QStringList kept;
        for (const quint64 id : journal->inquiries())
            kept.append(journal->find(id)->deployedModel);
        for (const QByteArray &line : said.first(said.lastIndexOf('\n')).split('\n'))
            QVERIFY2(kept.contains(QString::fromLatin1(line)), line.constData());
        QVERIFY(told < BusyWriter::most || QFile::exists(m_folder->filePath(account + QStringLiteral(".1.jsonl"))));
    }

private:
    void start(QProcess &child, Point point, const QUrl &root, int delay = -1)
    {
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--child"), m_folder->path(), QString::number(int(point)), root.toString(),
                     QStringLiteral("crash1"), QString::number(delay)});
    }

    static void kill(QProcess &child)
    {
        child.kill(); // SIGKILL
        QTRY_COMPARE(child.state(), QProcess::NotRunning);
    }

    void runUntilDead(Point point, const QUrl &root, int delay = -1)
    {
        QProcess child;
        start(child, point, root, delay);
        QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    }

    /// The next start looks at the fleet, and every entry comes to that end without anything being sent.
    void nextStartSays(Journal *journal, Kind kind)
    {
        const auto before = m_fleet->simulator.requests().size();
        DeploymentStore store(m_fleet->client.get(), journal, QStringLiteral("A"));
        store.setIntervals(10ms, 10ms);
        store.setLookRule({.looks = 3, .time = 0ms});
        store.start();
        for (qsizetype i = 0; i < journal->entries().size(); ++i)
            QTRY_COMPARE(int(journal->entries().at(i).inquiry.kind), int(kind));
        for (const auto &request : m_fleet->simulator.requests().mid(before))
            QCOMPARE(request.verb, "GET");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetFixture> m_fleet;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child")
        return runChild(arguments);
    if (arguments.value(1) == u"--writer") {
        const BusyWriter writer(arguments.value(2));
        return QCoreApplication::exec();
    }
    TestJournalCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalcrash.moc"
