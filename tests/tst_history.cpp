// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyfolder.h"
#include "tests/support/chatservice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace Slipway;
using State = Turn::State;

static const QString model = QStringLiteral("qwen3-32b-chat");

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The other program: asks, and waits for its end in mid-stream.
static int runChild(const QStringList &arguments)
{
    Client client(endpointAt(QUrl(arguments.at(3)), {}, "sk-secret-marker"));
    Conversations conversations{GenerationApi(&client), arguments.at(2)};
    Conversation *conversation = conversations.of(model);
    QObject::connect(conversation, &Conversation::opened, conversation,
                     [conversation] { conversation->send(QStringLiteral("go on for long")); });
    return QCoreApplication::exec();
}

// Conversations on disk: what the next start finds.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<ChatService>(QByteArrayLiteral("A good reply"));
        start();
    }

    void aConversationComesBackWithItsSettingsAndDraft()
    {
        Conversation *conversation = ready();
        conversation->setSettings({.systemPrompt = QStringLiteral("Be short")});
        converse({QStringLiteral("a"), QStringLiteral("b")});
        conversation->setDraft(QStringLiteral("half a thought"));
        const ConversationRecord before = conversation->record();
        start();
        conversation = ready();
        QCOMPARE(conversation->record(), before);
        QCOMPARE(conversation->turns().size(), 4);
        QCOMPARE(conversation->draft(), QStringLiteral("half a thought"));
        converse({QStringLiteral("c")});
        QCOMPARE(m_service->server->requests().size(), 3);
    }

    void branchesRemovedTurnsAndTitlesComeBack()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(conversation->regenerate(1));
        QTRY_VERIFY(!conversation->isBusy());
        QVERIFY(conversation->showBranch(1, 1));
        QVERIFY(conversation->remove(2));
        conversation->setTitle(QStringLiteral("named"));
        const QList<Turn> shown = conversation->turns();
        start();
        conversation = ready();
        QCOMPARE(conversation->turns(), shown);
        QCOMPARE(conversation->title(), QStringLiteral("named"));
        QVERIFY(conversation->showBranch(1, 2));
        QCOMPARE(conversation->turns().size(), 2);
    }

    void whatWasDeletedLeavesTheDisk()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("a secret"), QStringLiteral("b")});
        QVERIFY(conversation->remove(0));
        QTRY_VERIFY(fileOf(conversation).contains("\"removed\""));
        QVERIFY(fileOf(conversation).contains("a secret"));
        conversation->forgetRemoved();
        QTRY_VERIFY(!fileOf(conversation).contains("a secret"));
        converse({QStringLiteral("c")});
        const ConversationRecord before = conversation->record();
        start();
        QCOMPARE(ready()->record(), before);
    }

    void aDeploymentHasSeveralConversations()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("a")});
        const ConversationRecord first = conversation->record();
        conversation->clear();
        converse({QStringLiteral("b")});
        const ConversationRecord second = conversation->record();
        QTRY_COMPARE(files().size(), 2);
        QString opened;
        m_conversations->open(first.id, [&opened](const QString &id) { opened = id; });
        QTRY_COMPARE(opened, model);
        QCOMPARE(conversation->record(), first);
        start();
        QCOMPARE(ready()->record(), first);
        m_conversations->open(second.id, [](const QString &) {});
        QTRY_COMPARE(ready()->record(), second);
    }

    void anEmptyConversationLeavesNoFileAndStaysEmpty()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("a")});
        conversation->clear();
        start();
        QVERIFY(ready()->turns().isEmpty());
        QCOMPARE(files().size(), 1);
    }

    void filesAreTheOwnersAloneAndHoldNoKey()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("a")});
        conversation->forgetRemoved();
        conversation->setDraft(QStringLiteral("x"));
        start();
        ready();
        QVERIFY(files().size() == 1);
        for (const QFileInfo &file : QDir(path()).entryInfoList(QDir::Files)) {
            QCOMPARE(file.permissions() & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
                     QFile::Permissions());
            QVERIFY(!contentOf(file.filePath()).contains("sk-test"));
        }
        QCOMPARE(QFileInfo(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

    void aReplyIsOnDiskWithinAboutASecond()
    {
        m_service = std::make_unique<ChatService>(QByteArrayLiteral("word ").repeated(5000), 100);
        start();
        Conversation *conversation = ready();
        conversation->send(QStringLiteral("go"));
        QTRY_VERIFY(!conversation->turns().last().content.isEmpty());
        const QString early = conversation->turns().last().content;
        QTRY_VERIFY_WITH_TIMEOUT(storedReply(conversation).size() >= early.size(), 3000);
        QVERIFY(conversation->isBusy());
    }

    void killedInMidStreamAtMostTheLastSecondIsLost()
    {
        m_service = std::make_unique<ChatService>(QByteArrayLiteral("word ").repeated(5000), 100);
        m_conversations.reset();
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedChannels);
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("child"), path(), m_service->server->url().toString()});
        QVERIFY(other.waitForStarted());
        const auto stored = [this] {
            const QStringList all = files();
            return all.size() == 1 ? contentOf(all.first()) : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(stored().count("\"grew\"") >= 2, 20000);
        const qsizetype before = readHistory(stored())->record.tree.turns().last().content.size();
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished());
        QVERIFY(!stored().contains("sk-secret-marker"));
        start();
        const Turn cut = ready()->turns().last();
        QCOMPARE(cut.state, State::Cut);
        QVERIFY(!cut.error);
        QVERIFY(cut.content.size() >= before);
        QVERIFY(ready()->canGoOn());
        QTRY_VERIFY(!m_service->server->requests().isEmpty());
    }

    void aDamagedFileCostsItsLastLineOnly()
    {
        converse({QStringLiteral("a"), QStringLiteral("b")});
        m_conversations.reset();
        const QString file = files().first();
        QFile::resize(file, QFileInfo(file).size() - 20);
        start();
        QCOMPARE(ready()->turns().size(), 4);
        QCOMPARE(ready()->turns().last().state, State::Cut);
        QCOMPARE(ready()->turns().at(1).state, State::Complete);
        converse({QStringLiteral("c")});
        const QList<Turn> shown = ready()->turns();
        start();
        QCOMPARE(ready()->turns(), shown);
    }

    void aConversationIsDeletedForGood()
    {
        converse({QStringLiteral("a")});
        const QString id = ready()->record().id;
        QTRY_COMPARE(files().size(), 1);
        m_conversations->remove(id);
        QTRY_VERIFY(files().isEmpty());
        QVERIFY(ready()->turns().isEmpty());
        start();
        QVERIFY(ready()->turns().isEmpty());
    }

    void oneThatIsNotOpenIsRenamedOnDisk()
    {
        converse({QStringLiteral("a")});
        const QString id = ready()->record().id;
        ready()->clear();
        m_conversations->rename(id, QStringLiteral("named"));
        m_conversations->open(id, [](const QString &) {});
        QTRY_COMPARE(ready()->title(), QStringLiteral("named"));
    }

    void whatIsImportedNeverReplacesWhatIsThere()
    {
        converse({QStringLiteral("a")});
        const ConversationRecord record = ready()->record();
        m_conversations->import(record);
        QTRY_COMPARE(files().size(), 2);
        ConversationRecord foreign = record;
        foreign.id = QStringLiteral("../../../outside");
        m_conversations->import(foreign);
        QTRY_COMPARE(files().size(), 3);
    }

    void aSecondProgramReadsAndWritesNothing()
    {
        converse({QStringLiteral("a")});
        QTRY_COMPARE(files().size(), 1);
        const QByteArray before = fileOf(ready());
        Conversations second{GenerationApi(m_service->client.get()), path()};
        QTRY_VERIFY(second.folder()->isShared());
        Conversation *conversation = second.of(QStringLiteral("qwen3-32b-other"));
        QTRY_VERIFY(!conversation->isRestoring());
        QVERIFY(conversation->send(QStringLiteral("b")));
        QTRY_VERIFY(!conversation->isBusy());
        second.remove(ready()->record().id);
        m_conversations->folder()->append(QStringLiteral("fence"), {"x"}, Durability::Handed);
        QTRY_COMPARE(files().size(), 2);
        QCOMPARE(fileOf(ready()), before);
    }

    void whereNothingCanBeWrittenTheConversationGoesOn()
    {
        m_conversations = std::make_unique<Conversations>(GenerationApi(m_service->client.get()),
                                                          QStringLiteral("/proc/self/nowhere"));
        QSignalSpy problem(m_conversations->folder(), &HistoryFolder::problemChanged);
        converse({QStringLiteral("a")});
        QTRY_VERIFY(!m_conversations->folder()->problem().isEmpty());
        QVERIFY(problem.count() > 0);
        QCOMPARE(ready()->turns().size(), 2);
    }

    void withoutAFolderNothingIsKept()
    {
        Conversation *conversation = m_service->conversation();
        QVERIFY(!conversation->isRestoring());
        QVERIFY(!m_service->conversations->folder());
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("account")); }
    QStringList files() const
    {
        QStringList paths;
        for (const QFileInfo &file : QDir(path()).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files))
            paths += file.filePath();
        return paths;
    }
    QByteArray fileOf(Conversation *conversation) const
    {
        return contentOf(m_conversations->folder()->fileOf(conversation->record().id));
    }
    QString storedReply(Conversation *conversation) const
    {
        const auto text = readHistory(fileOf(conversation));
        return text ? text->record.tree.turns().last().content : QString();
    }
    /// As the program does, after what ran before has ended.
    void start()
    {
        m_conversations.reset();
        m_conversations = std::make_unique<Conversations>(GenerationApi(m_service->client.get()), path());
    }
    Conversation *ready()
    {
        Conversation *conversation = m_conversations->of(model);
        [conversation] { QTRY_VERIFY(!conversation->isRestoring()); }();
        return conversation;
    }
    void converse(const QStringList &prompts)
    {
        for (const QString &prompt : prompts) {
            QVERIFY(ready()->send(prompt));
            QTRY_VERIFY(!ready()->isBusy());
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ChatService> m_service;
    std::unique_ptr<Conversations> m_conversations;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String("child"))
        return runChild(QCoreApplication::arguments());
    TestHistory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_history.moc"
