// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyfolder.h"
#include "app/chat/historyindex.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

static ConversationRecord talk(const QString &prompt, const QString &reply)
{
    ConversationRecord record = newRecord(QStringLiteral("qwen3-8b-ft"));
    Turn turn;
    turn.content = prompt;
    turn.at = QDateTime::currentDateTimeUtc();
    const int first = record.tree.add(turn, 0);
    turn.role = Role::Assistant;
    turn.content = reply;
    record.tree.add(turn, first);
    return record;
}

/// What the index said, as a list would show it.
class Listener : public QObject
{
public:
    explicit Listener(HistoryFolder *folder) : index(folder)
    {
        connect(&index, &HistoryIndex::found, this, [this](const QList<ConversationSummary> &some) {
            longest = std::max(longest, some.size());
            for (const ConversationSummary &one : some)
                all[one.id] = one;
        });
        connect(&index, &HistoryIndex::gone, this, [this](const QString &id) { all.remove(id); });
        connect(&index, &HistoryIndex::matched, this, [this](const QSet<QString> &ids, bool first) {
            ++answers;
            matching = first ? ids : matching + ids;
        });
    }
    HistoryIndex index;
    QHash<QString, ConversationSummary> all;
    QSet<QString> matching;
    qsizetype longest = 0;
    int answers = 0;
};

class TestHistoryIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<HistoryFolder>(m_place->path());
    }

    void whatIsThereIsListed()
    {
        const ConversationRecord record = talk(QStringLiteral("Hello\nthere"), QStringLiteral("Hi"));
        keep(record);
        QFile(m_place->filePath(QStringLiteral("noise.jsonl"))).open(QIODevice::WriteOnly);
        Listener list(m_folder.get());
        QTRY_VERIFY(list.index.isRead());
        QCOMPARE(list.all.size(), 1);
        const ConversationSummary one = list.all.value(record.id);
        QCOMPARE(one.title, QStringLiteral("Hello"));
        QCOMPARE(one.deployedModel, record.deployedModel);
        QCOMPARE(one.messages, 2);
    }

    void everyWordIsLookedForEverywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("prompt") << QStringLiteral("straße") << true;
        QTest::newRow("folded") << QStringLiteral("STRAßE") << true;
        QTest::newRow("reply") << QStringLiteral("你好") << true;
        QTest::newRow("title") << QStringLiteral("named") << true;
        QTest::newRow("deployment") << QStringLiteral("8B-FT") << true;
        QTest::newRow("several words") << QStringLiteral(" named   你好 ") << true;
        QTest::newRow("one is missing") << QStringLiteral("named absent") << false;
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("what a file says, not a person") << QStringLiteral("deployed_model") << false;
    }

    void everyWordIsLookedForEverywhere()
    {
        QFETCH(QString, text);
        QFETCH(bool, matches);
        ConversationRecord record = talk(QStringLiteral("In welcher Straße?"), QStringLiteral("你好 \"quoted\""));
        record.title = QStringLiteral("Named");
        keep(record);
        Listener list(m_folder.get());
        list.index.search(text);
        QTRY_VERIFY(list.index.isRead() && list.answers > 0);
        QTRY_COMPARE(list.matching.contains(record.id), matches);
    }

    void whatChangesIsFollowed()
    {
        Listener list(m_folder.get());
        list.index.search(QStringLiteral("needle"));
        QTRY_VERIFY(list.index.isRead());
        const ConversationRecord record = talk(QStringLiteral("a"), QStringLiteral("with a Needle"));
        m_folder->replace(record.id, HistoryLines::all(record));
        QTRY_VERIFY(list.all.contains(record.id));
        QVERIFY(list.matching.contains(record.id));
        m_folder->append(record.id, {HistoryLines::titled(QStringLiteral("new name"))}, Durability::Handed);
        QTRY_COMPARE(list.all.value(record.id).title, QStringLiteral("new name"));
        m_folder->remove(record.id);
        QTRY_VERIFY(list.all.isEmpty());
    }

    void twoThousandAreSearchedWithoutHoldingAnyoneUp()
    {
        const QString filler = QStringLiteral("words of a reply that nobody looks for ").repeated(100);
        for (int i = 0; i < 2000; ++i) {
            const QString reply = i == 7 ? filler + QStringLiteral("needle") : filler;
            keep(talk(QStringLiteral("prompt %1").arg(i), reply));
        }
        Listener list(m_folder.get());
        list.index.search(QStringLiteral("needle"));
        QTRY_VERIFY_WITH_TIMEOUT(list.index.isRead(), 60000);
        QCOMPARE(list.all.size(), 2000);
        QCOMPARE(list.matching.size(), 1);
        QVERIFY(list.longest <= 50); // no portion that a list would notice
        const int before = list.answers;
        list.index.search(QStringLiteral("prompt 19"));
        list.index.search(QStringLiteral("prompt 1999"));
        QTRY_COMPARE(list.answers, before + 1); // the one that was overtaken is not told
        QCOMPARE(list.matching.size(), 1);
    }

    void itMayGoWhileItReads()
    {
        for (int i = 0; i < 100; ++i)
            keep(talk(QString::number(i), QStringLiteral("x")));
        for (int i = 0; i < 20; ++i) {
            Listener list(m_folder.get());
            list.index.search(QStringLiteral("x"));
            QCoreApplication::sendPostedEvents();
        }
    }

private:
    void keep(const ConversationRecord &record) const
    {
        QFile file(m_folder->fileOf(record.id));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(HistoryLines::all(record).join('\n'));
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<HistoryFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestHistoryIndex)
#include "tst_historyindex.moc"
