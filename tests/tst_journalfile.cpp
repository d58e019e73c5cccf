// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/appendfile.h"
#include "app/fleet/inquiries.h"
#include "app/fleet/journal.h"
#include "app/fleet/journalfile.h"
#include "app/fleet/journallines.h"
#include "app/fleet/keymark.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/json.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Slipway;

namespace {

const QString account = QStringLiteral("4f0c");
const Place beijing{.address = QStringLiteral("https://one.example/api/v1")};

CreateRequest fullRequest()
{
    return {.modelName = QStringLiteral("qwen3-8b"),
            .plan = QStringLiteral("mu"),
            .name = QStringLiteral("“name”\nwith 行 <b>"),
            .capacity = 8,
            .deploySpec = QStringLiteral("MU1"),
            .billingMethod = QStringLiteral("POST_PAY"),
            .enableThinking = true,
            .maxContextLength = 4096,
            .rpmLimit = 5,
            .tpmLimit = 6,
            .ptuCapacity = PtuCapacity{.inputTpm = 10000, .outputTpm = 1000},
            .suffix = QStringLiteral("k3x9qp")};
}

Mutation createOf(const CreateRequest &request)
{
    return {.account = QStringLiteral("Beijing"),
            .modelName = request.modelName,
            .asked = request,
            .body = bodyOf(request),
            .others = QStringList{QStringLiteral("qwen3-8b-1"), QStringLiteral("qwen3-8b-2")}};
}

Mutation deleteOf(const QString &id)
{
    const auto json = Json::parse(R"({"deployed_model":")" + id.toUtf8() + R"(","capacity":4})");
    return {.verb = Mutation::Verb::Delete, .deployedModel = id, .row = DeploymentReader().read(*json)};
}

Error lost()
{
    return {.kind = Error::Kind::Lost, .httpStatus = 0, .detail = QStringLiteral("gone"), .sent = true};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content, QIODevice::OpenMode mode)
{
    QFile file(path);
    QVERIFY(file.open(mode));
    file.write(content);
}

/// Everything but the numbers, which are this run's.
void compareEntries(const Mutation &read, const Mutation &written)
{
    QCOMPARE(read.key, written.key);
    QCOMPARE(read.verb, written.verb);
    QCOMPARE(read.state, written.state);
    QCOMPARE(read.account, written.account);
    QCOMPARE(read.place.address, written.place.address);
    QCOMPARE(read.deployedModel, written.deployedModel);
    QCOMPARE(read.modelName, written.modelName);
    QVERIFY(read.asked == written.asked);
    QCOMPARE(read.body, written.body);
    QCOMPARE(read.started, written.started);
    QCOMPARE(read.answered, written.answered);
    QCOMPARE(read.httpStatus, written.httpStatus);
    QCOMPARE(read.requestId, written.requestId);
    QVERIFY(read.error == written.error);
    QVERIFY(read.row == written.row);
    QVERIFY(read.others == written.others);
    QCOMPARE(read.inquiry.kind, written.inquiry.kind);
}

} // namespace

// A journal on disk: what it holds at the next start, and after accidents.
class TestJournalFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingOfAnEntryIsThereAtTheNextStart()
    {
        QList<Mutation> before;
        {
            const auto journal = open();
            journal->accept(journal->begin(createOf(fullRequest())), QStringLiteral("qwen3-8b-k3x9qp"),
                            QStringLiteral("r-1"), 200);
            journal->fail(journal->begin({.verb = Mutation::Verb::Scale,
                                          .asked = ScaleRequest{.capacity = 8},
                                          .body = bodyOf(ScaleRequest{.capacity = 8})}),
                          lost());
            journal->fail(journal->begin({.verb = Mutation::Verb::UpdateLimits,
                                          .asked = LimitsRequest{.tpmLimit = 100},
                                          .body = bodyOf(LimitsRequest{.tpmLimit = 100})}),
                          {.kind = Error::Kind::Refused,
                           .httpStatus = 400,
                           .code = QStringLiteral("InvalidParameter"),
                           .message = QStringLiteral("a \"quoted\"\nmessage"),
                           .requestId = QStringLiteral("r-2"),
                           .sent = true});
            journal->accept(journal->begin(deleteOf(QStringLiteral("gone-1"))), {}, QStringLiteral("r-3"), 200);
            before = journal->entries();
        }
        const auto journal = open();
        QCOMPARE(journal->entries().size(), 4);
        for (int i = 0; i < 4; ++i)
            compareEntries(journal->entries().at(i), before.at(i));
        QCOMPARE(journal->newestFor(QStringLiteral("gone-1")), &journal->entries().last());
        QVERIFY(journal->begin({}) > journal->entries().at(3).id);
    }

    void everyErrorKindSurvives_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(Error::Kind::ServerFault); ++kind)
            QTest::addRow("%d", kind) << kind;
    }

    void everyErrorKindSurvives()
    {
        QFETCH(const int, kind);
        Mutation mutation = deleteOf(QStringLiteral("d"));
        mutation.key = QUuid::createUuid();
        mutation.started = mutation.answered = QDateTime::currentDateTimeUtc();
        mutation.state = Mutation::State::Refused;
        mutation.error = Error{.kind = Error::Kind(kind), .sent = true};
        const auto read = readJournal(begunLine(mutation) + '\n' + answeredLine(mutation));
        QCOMPARE(read.size(), 1);
        forgetCircumstances(mutation);
        compareEntries(read.first(), mutation);
    }

    void onlyALostAnswerKeepsWhatTheFleetHeld()
    {
        const auto journal = open();
        const quint64 lostOne = journal->begin(deleteOf(QStringLiteral("a")));
        const quint64 refused = journal->begin(deleteOf(QStringLiteral("b")));
        const quint64 accepted = journal->begin(deleteOf(QStringLiteral("c")));
        QVERIFY(journal->find(refused)->row && journal->find(accepted)->row);
        journal->fail(lostOne, lost());
        journal->fail(refused, {.kind = Error::Kind::Refused, .httpStatus = 400, .sent = true});
        journal->accept(accepted, {}, {}, 200);
        QVERIFY(journal->find(lostOne)->row);
        QVERIFY(!journal->find(refused)->row && !journal->find(accepted)->row);
    }

    void whatWasNotAnsweredIsUnknownAndChecking()
    {
        {
            const auto journal = open();
            journal->begin(createOf(fullRequest()));
        }
        const auto journal = open();
        const Mutation &entry = journal->entries().constFirst();
        QCOMPARE(entry.state, Mutation::State::Unknown);
        QCOMPARE(entry.inquiry.kind, Inquiry::Kind::Checking);
        QVERIFY(!entry.answered.isValid());
        QVERIFY(entry.error && mayHaveHappened(*entry.error));
        QCOMPARE(journal->inquiries(), QList<quint64>{entry.id});
    }

    void whatWasSentElsewhereIsNotLookedForHere()
    {
        {
            const auto journal = open();
            journal->begin(createOf(fullRequest())); // of a program that wrote no place
            journal->setPlace(beijing);
            journal->begin(createOf(fullRequest()));
        }
        const auto journal = open();
        journal->setPlace({.address = QStringLiteral("https://one.example/api/v1 ws-2")});
        QCOMPARE(journal->entries().at(0).inquiry.kind, Inquiry::Kind::Checking);
        QCOMPARE(journal->entries().at(1).inquiry.kind, Inquiry::Kind::Elsewhere);
        Inquiries inquiries(journal.get());
        for (quint64 look = 1; look < 100; ++look)
            QVERIFY(!inquiries.look(look, {}).contains(journal->entries().at(1).id));
        QCOMPARE(journal->entries().at(1).inquiry.kind, Inquiry::Kind::Elsewhere);
    }

    void whatWasSentElsewhereIsLookedForThereAgain()
    {
        {
            const auto journal = open();
            journal->setPlace(beijing);
            journal->begin(createOf(fullRequest()));
        }
        open()->setPlace({.address = QStringLiteral("https://two.example/api/v1")});
        const auto journal = open();
        journal->setPlace(beijing);
        QCOMPARE(journal->entries().constFirst().inquiry.kind, Inquiry::Kind::Checking);
    }

    void whatWasSentWithAnotherKeyIsNeverMissingHere()
    {
        {
            const auto journal = open();
            journal->setPlace(beijing, "sk-one");
            journal->begin(createOf(fullRequest()));
            journal->begin(deleteOf(QStringLiteral("d-1")));
        }
        const auto journal = open();
        journal->setPlace(beijing, "sk-other");
        Inquiries inquiries(journal.get());
        inquiries.setRule({.looks = 1, .time = std::chrono::milliseconds(0)});
        for (quint64 look = 1; look < 10; ++look)
            inquiries.look(look, {});
        QCOMPARE(journal->find(1)->inquiry.kind, Inquiry::Kind::OtherKey);
        QCOMPARE(journal->find(2)->inquiry.kind, Inquiry::Kind::OtherKey);
        QCOMPARE(journal->inquiries(), (QList<quint64>{1, 2}));
    }

    void whatWasSentWithAnotherKeyOfTheSameAccountIsFound()
    {
        {
            const auto journal = open();
            journal->setPlace(beijing, "sk-one");
            journal->begin(createOf(fullRequest()));
        }
        const auto journal = open();
        journal->setPlace(beijing, "sk-renewed");
        const Deployment made{.deployedModel = QStringLiteral("qwen3-8b-k3x9qp"),
                              .modelName = QStringLiteral("qwen3-8b"),
                              .created = QDateTime::currentDateTimeUtc()};
        QCOMPARE(Inquiries(journal.get()).look(1, {made}), QList<quint64>{1});
        QCOMPARE(journal->find(1)->inquiry.kind, Inquiry::Kind::Happened);
        QCOMPARE(journal->find(1)->deployedModel, made.deployedModel);
    }

    void withTheFirstKeyItIsLookedForAgain()
    {
        const auto journal = open();
        journal->setPlace(beijing, "sk-one");
        const quint64 id = journal->begin(createOf(fullRequest()));
        journal->setPlace(beijing, "sk-other");
        journal->fail(id, lost()); // it was under way when the key changed
        QCOMPARE(journal->find(id)->inquiry.kind, Inquiry::Kind::OtherKey);
        journal->setPlace(beijing, "sk-one");
        QCOMPARE(journal->find(id)->inquiry.kind, Inquiry::Kind::Checking);
        QCOMPARE(journal->inquiries(), QList<quint64>{id});
    }

    void aLineThatTellsNoKeyIsReadAsOneOfThisKey()
    {
        {
            const auto journal = open();
            journal->setPlace(beijing);
            journal->begin(createOf(fullRequest()));
        }
        QVERIFY(!contentOf(path()).contains("key_mark"));
        const auto journal = open();
        journal->setPlace(beijing, "sk-one");
        QCOMPARE(journal->find(1)->inquiry.kind, Inquiry::Kind::Checking);
    }

    void aKeysMarkIsNotTheKey()
    {
        const QByteArray key("sk-0123456789abcdef");
        const QString mark = keyMarkOf(key);
        QVERIFY(mayBeMarkOf(mark, key));
        QVERIFY(!mayBeMarkOf(mark, "sk-0123456789abcdee"));
        QVERIFY(mark != keyMarkOf(key)); // the salt is another
        QCOMPARE(QByteArray::fromHex(mark.toLatin1()).size(), 16);
        QVERIFY(!mark.contains(QString::fromLatin1(key.toHex())) && !mark.contains(QLatin1String("sk-")));
        QVERIFY(keyMarkOf({}).isEmpty());
        QVERIFY(mayBeMarkOf(QStringLiteral("garbage"), key));
    }

    void whatWasFoundOutIsNotAskedAgain()
    {
        QString candidate = QStringLiteral("qwen3-8b-a");
        {
            const auto journal = open();
            for (int i = 0; i < 3; ++i)
                journal->fail(journal->begin(createOf(fullRequest())), lost());
            journal->conclude(1, {.kind = Inquiry::Kind::Happened, .looks = 1}, candidate);
            journal->conclude(2, {.kind = Inquiry::Kind::NotHappened, .looks = 3});
            journal->conclude(3, {.kind = Inquiry::Kind::CannotTell, .looks = 3, .candidates = {candidate}});
            QCOMPARE(journal->inquiries(), (QList<quint64>{2, 3}));
        }
        const auto journal = open();
        QCOMPARE(journal->find(1)->inquiry.kind, Inquiry::Kind::Happened);
        QCOMPARE(journal->find(1)->deployedModel, candidate);
        QCOMPARE(journal->newestFor(candidate)->id, 1);
        QCOMPARE(journal->find(2)->inquiry.kind, Inquiry::Kind::NotHappened);
        QVERIFY2(journal->find(3)->inquiry.kind == Inquiry::Kind::Checking, "an open question was taken for settled");
        QCOMPARE(journal->inquiries(), QList<quint64>{3});
    }

    void theBeginningLiesOnDiskBeforeAnyoneHearsOfIt()
    {
        const auto journal = open();
        const quint64 id = journal->begin(createOf(fullRequest()));
        bool heard = false;
        QByteArray seen;
        journal->whenRecorded(id, this, [&](const QString &problem) {
            heard = problem.isEmpty();
            seen = contentOf(path());
        });
        QVERIFY2(!heard, "it was said before begin() returned to the event loop");
        QTRY_VERIFY(heard);
        QVERIFY(seen.contains("k3x9qp"));
    }

    void aListenerThatIsGoneHearsNothing()
    {
        const auto journal = open();
        auto listener = std::make_unique<QObject>();
        bool heard = false;
        journal->whenRecorded(journal->begin({}), listener.get(), [&heard](const QString &) { heard = true; });
        listener.reset();
        bool later = false;
        journal->whenRecorded(journal->begin({}), this, [&later](const QString &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!heard);
    }

    void onlyTheOwnerMayReadIt()
    {
        const QString deep = m_folder->filePath(QStringLiteral("a/b"));
        {
            Journal journal(std::make_unique<JournalFile>(deep, account));
            journal.begin({});
        }
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const char *name : {"", "/4f0c.jsonl"}) {
            const QFileInfo info(deep + QLatin1String(name));
            QVERIFY(info.exists());
            QCOMPARE(info.permissions() & others, QFile::Permissions());
        }
    }

    void anAccountsIdCannotLeaveTheFolder()
    {
        const JournalFile file(m_folder->path(), QStringLiteral("../../etc/x"));
        QCOMPARE(QFileInfo(file.path()).path(), m_folder->path());
    }

    void aDamagedTailCostsThatLineOnly_data()
    {
        QTest::addColumn<qsizetype>("kept");
        for (const int kept : {1, 20, 100, 150})
            QTest::addRow("%d bytes of the last line", kept) << qsizetype(kept);
    }

    void aDamagedTailCostsThatLineOnly()
    {
        QFETCH(const qsizetype, kept);
        fill(2);
        const QByteArray whole = contentOf(path());
        const qsizetype last = whole.lastIndexOf('\n', whole.size() - 2) + 1;
        put(path(), whole.first(last + kept), QIODevice::WriteOnly);
        {
            const auto journal = open();
            QCOMPARE(journal->entries().size(), 2);
            QCOMPARE(journal->find(1)->state, Mutation::State::Accepted);
            QCOMPARE(journal->find(2)->state, Mutation::State::Unknown); // its answer was the torn line
            journal->begin(deleteOf(QStringLiteral("after")));
        }
        const auto journal = open();
        QCOMPARE(journal->entries().size(), 3);
        QCOMPARE(journal->entries().last().deployedModel, QStringLiteral("after"));
    }

    void aDamagedLineCostsThatLineOnly_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("garbage") << QByteArray("\x80\xff\x01{{{");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("another program's") << QByteArray(R"({"hello":1})");
        QTest::newRow("a newer version") << QByteArray(R"({"v":2,"t":"begun","id":"x","verb":"create"})");
        QTest::newRow("a verb we do not know")
            << QByteArray(R"({"v":1,"t":"begun","id":"0d7b0f61-51c4-4b3e-8a07-3c5de0f1a2b4",)"
                          R"("at":"2026-01-01T00:00:00.000Z","verb":"renew"})");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("deep nesting") << QByteArray(10000, '[');
    }

    void aDamagedLineCostsThatLineOnly()
    {
        QFETCH(const QByteArray, line);
        fill(1);
        put(path(), line + '\n', QIODevice::Append);
        fill(1);
        const auto journal = open();
        QCOMPARE(journal->entries().size(), 2);
        for (const Mutation &entry : journal->entries())
            QCOMPARE(entry.state, Mutation::State::Accepted);
    }

    void anAnswerWithoutItsBeginningIsStillAnEntry()
    {
        fill(1);
        QByteArrayList lines = contentOf(path()).split('\n');
        lines.removeAll(QByteArray());
        put(path(), lines.last(), QIODevice::WriteOnly);
        const auto journal = open();
        QCOMPARE(journal->entries().size(), 1);
        QCOMPARE(journal->entries().first().verb, Mutation::Verb::Delete);
        QCOMPARE(journal->entries().first().state, Mutation::State::Accepted);
    }

    void twoProgramsMayShareTheFile()
    {
        constexpr int each = 300;
        const auto write = [this] {
            JournalFile file(m_folder->path(), account);
            Mutation mutation = createOf(fullRequest());
            for (int i = 0; i < each; ++i) {
                mutation.key = QUuid::createUuid();
                mutation.started = QDateTime::currentDateTimeUtc();
                file.append(begunLine(mutation), [](const QString &) {});
            }
        };
        std::thread one(write);
        std::thread other(write);
        one.join();
        other.join();
        QCOMPARE(open()->entries().size(), 2 * each);
    }

    void aFullFileIsPutAsideAndTheOldestFallsAway()
    {
        const QByteArray line(1000, 'x');
        for (int i = 0; i < 8; ++i) {
            rotateIfFull(path(), 2500, 2);
            QVERIFY(appendDurably(path(), {QByteArray::number(i) + line}).first().isEmpty());
        }
        QVERIFY(contentOf(path()).contains("\n6x") && contentOf(path()).contains("\n7x"));
        QVERIFY(contentOf(olderFile(path(), 1)).contains("\n3x") && contentOf(olderFile(path(), 1)).contains("\n5x"));
        QVERIFY(contentOf(olderFile(path(), 2)).contains("\n0x"));
        for (int i = 0; i < 6; ++i) {
            rotateIfFull(path(), 2500, 2);
            appendDurably(path(), {line});
        }
        QVERIFY(!contentOf(olderFile(path(), 2)).contains("\n0x"));
        QVERIFY(!QFile::exists(olderFile(path(), 3)));
    }

    void aJournalThatIsFullIsPutAsideWhenTheNextLineComes()
    {
        fillAFile();
        const QByteArray full = contentOf(path());
        fill(1, QStringLiteral("next"));
        QVERIFY2(contentOf(olderFile(path(), 1)) == full, "it was not put aside, or not as it was");
        QVERIFY(contentOf(path()).contains("next"));
        QVERIFY(QFileInfo(path()).size() < full.size() / 10);
        QCOMPARE(open()->entries().constLast().deployedModel, QStringLiteral("next"));
    }

    void historyReachesOverTheFilesInOrder()
    {
        fill(1, QStringLiteral("first"));
        QVERIFY(QFile::rename(path(), olderFile(path(), 1)));
        fill(1, QStringLiteral("second"));
        const auto journal = open();
        QCOMPARE(journal->entries().size(), 2);
        QCOMPARE(journal->entries().first().deployedModel, QStringLiteral("first"));
        QCOMPARE(journal->entries().last().deployedModel, QStringLiteral("second"));
    }

    void ofAFullJournalTheNewestIsReadAndNoMore()
    {
        Mutation mutation = createOf(fullRequest());
        mutation.started = mutation.answered = QDateTime::currentDateTimeUtc();
        mutation.state = Mutation::State::Accepted;
        for (int number = JournalFile::oldFiles; number >= 0; --number) {
            QByteArray lines;
            while (lines.size() < JournalFile::fullSize) {
                mutation.key = QUuid::createUuid();
                lines += begunLine(mutation) + '\n' + answeredLine(mutation) + '\n';
            }
            put(olderFile(path(), number), lines, QIODevice::WriteOnly);
        }
        const QByteArray history = JournalFile(m_folder->path(), account).history().lines;
        QVERIFY(history.size() <= JournalFile::readSize);
        const auto read = readJournal(history);
        QVERIFY(read.size() > 300);
        QCOMPARE(read.last().key, mutation.key);
    }

    void whatIsOpenIsKnownHoweverMuchCameAfterIt()
    {
        {
            const auto journal = open();
            journal->begin(createOf(fullRequest())); // killed before any answer
            journal->fail(journal->begin(deleteOf(QStringLiteral("lost-1"))), lost());
            journal->fail(journal->begin(deleteOf(QStringLiteral("found-1"))), lost());
            journal->conclude(3, {.kind = Inquiry::Kind::Happened});
        }
        fillAFile();
        QVERIFY(QFileInfo(path()).size() > JournalFile::readSize);
        const auto journal = open();
        QCOMPARE(journal->inquiries(), (QList<quint64>{1, 2}));
        QCOMPARE(std::get<CreateRequest>(journal->find(1)->asked), fullRequest());
        QCOMPARE(journal->find(2)->deployedModel, QStringLiteral("lost-1"));
        QVERIFY(journal->find(2)->answered.isValid());
        QVERIFY(journal->find(2)->started <= journal->find(3)->started);
        QCOMPARE(JournalFile::countOpen(m_folder->path(), account), 2);
    }

    void whatIsOpenOutlivesItsFile()
    {
        open()->begin(createOf(fullRequest()));
        for (int file = 0; file < JournalFile::oldFiles + 2; ++file) {
            fillAFile();
            QCOMPARE(open()->inquiries().size(), 1); // a start of the program
        }
        const auto journal = open();
        const Mutation *entry = journal->find(journal->inquiries().constFirst());
        QCOMPARE(std::get<CreateRequest>(entry->asked), fullRequest());
        QVERIFY(!QFile::exists(olderFile(path(), JournalFile::oldFiles + 1)));
    }

    void whatIsOpenOutlivesItsFileWithinOneRun()
    {
        Mutation large = deleteOf(QStringLiteral("d"));
        large.body = "{\"padding\":\"" + QByteArray(JournalFile::fullSize / 2, 'x') + "\"}";
        {
            const auto journal = open();
            journal->begin(createOf(fullRequest()));
            for (int i = 0; i < 4 * (JournalFile::oldFiles + 2); ++i) {
                const quint64 id = journal->begin(large);
                bool isWritten = false; // each by itself, as in a long run
                journal->whenRecorded(id, this, [&isWritten](const QString &) { isWritten = true; });
                QTRY_VERIFY(isWritten);
                journal->accept(id, QStringLiteral("d"), QStringLiteral("r"), 200);
            }
        }
        QVERIFY(QFile::exists(olderFile(path(), JournalFile::oldFiles)));
        const auto journal = open();
        QCOMPARE(journal->inquiries().size(), 1);
        QCOMPARE(std::get<CreateRequest>(journal->find(journal->inquiries().constFirst())->asked), fullRequest());
    }

    void whatCameOfItIsKnownTooWhenItsBeginningIsOld()
    {
        open()->begin(createOf(fullRequest()));
        fillAFile();
        {
            const auto journal = open();
            journal->conclude(1, {.kind = Inquiry::Kind::NotHappened, .looks = 3});
        }
        QVERIFY(open()->inquiries().isEmpty());
        QCOMPARE(JournalFile::countOpen(m_folder->path(), account), 0);
    }

    void anotherAccountsJournalItBecomesWithAllItsFiles()
    {
        fill(1, QStringLiteral("first"));
        QVERIFY(QFile::rename(path(), olderFile(path(), 1)));
        const auto journal = open();
        journal->begin(deleteOf(QStringLiteral("second")));
        journal->renameTo(QStringLiteral("kept"));
        journal->begin(deleteOf(QStringLiteral("third")));
        const quint64 last = journal->entries().constLast().id;
        bool isWritten = false;
        journal->whenRecorded(last, this, [&isWritten](const QString &problem) { isWritten = problem.isEmpty(); });
        QTRY_VERIFY(isWritten);
        const Journal kept(std::make_unique<JournalFile>(m_folder->path(), QStringLiteral("kept")));
        QCOMPARE(kept.entries().size(), 3);
        QCOMPARE(kept.entries().constLast().deployedModel, QStringLiteral("third"));
        QVERIFY(open()->entries().isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaidInTheSystemsWords()
    {
        put(m_folder->filePath(QStringLiteral("file")), "x", QIODevice::WriteOnly);
        Journal journal(std::make_unique<JournalFile>(m_folder->filePath(QStringLiteral("file")), account));
        QSignalSpy changed(&journal, &Journal::writeProblemChanged);
        QString heard;
        journal.whenRecorded(journal.begin({}), this, [&heard](const QString &problem) { heard = problem; });
        QTRY_VERIFY(!heard.isEmpty());
        QCOMPARE(journal.writeProblem(), heard);
        QCOMPARE(changed.size(), 1);
    }

    void aFullDiskIsSaidToo()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("There is no /dev/full.");
        const QStringList problems = appendDurably(QStringLiteral("/dev/full"), {"a line"});
        QCOMPARE(problems.size(), 1);
        QVERIFY(!problems.first().isEmpty());
    }

    void aLinkIsNotFollowed()
    {
        put(m_folder->filePath(QStringLiteral("victim")), "untouched", QIODevice::WriteOnly);
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("victim")), path()));
        QVERIFY(!appendDurably(path(), {"line"}).first().isEmpty());
        QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("victim"))), "untouched");
    }

private:
    std::unique_ptr<Journal> open() const
    {
        return std::make_unique<Journal>(std::make_unique<JournalFile>(m_folder->path(), account));
    }

    QString path() const { return m_folder->filePath(account + QStringLiteral(".jsonl")); }

    /// Deletes that were accepted.
    void fill(int count, const QString &id = QStringLiteral("d"))
    {
        const auto journal = open();
        for (int i = 0; i < count; ++i)
            journal->accept(journal->begin(deleteOf(id)), id, QStringLiteral("r"), 200);
    }

    /// As many accepted deletes as make a file full, so that the next line goes into a new one.
    void fillAFile()
    {
        Mutation mutation = deleteOf(QStringLiteral("d"));
        mutation.started = mutation.answered = QDateTime::currentDateTimeUtc();
        mutation.state = Mutation::State::Accepted;
        QByteArray lines;
        while (lines.size() <= JournalFile::fullSize) {
            mutation.key = QUuid::createUuid();
            lines += begunLine(mutation) + '\n' + answeredLine(mutation) + '\n';
        }
        rotateIfFull(path(), JournalFile::fullSize, JournalFile::oldFiles);
        put(path(), lines, QIODevice::Append);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
