// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/historyfolder.h"
#include "app/modelstudio/json.h"
#include "tests/support/chatservice.h"
#include "tests/support/pacedreply.h"

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

/// The other program: asks or edits, and waits for its end in the midst of it.
static int runChild(const QStringList &arguments)
{
    Client client(endpointAt(QUrl(arguments.at(3)), {}, "sk-secret-marker"));
    Conversations conversations{GenerationApi(&client), arguments.at(2)};
    Conversation *conversation = conversations.of(model);
    const bool asks = arguments.at(1) == QLatin1String("asking");
    QObject::connect(conversation, &Conversation::opened, conversation, [conversation, asks] {
        if (asks) {
            conversation->send(QStringLiteral("go on for long"));
            return;
        }
        conversation->setDraft(QStringLiteral("a draft"));
        conversation->setEdited(EditedPrompt{1, QStringLiteral("half changed")});
    });
    return QCoreApplication::exec();
}

/// How many characters each line of a file brought to a growing reply.
static QList<qsizetype> pieces(const QByteArray &file)
{
    QList<qsizetype> lengths;
    for (const QByteArray &line : file.split('\n')) {
        const auto json = Json::parse(line);
        if (json && (*json)["t"].text() == QLatin1String("grew"))
            lengths += (*json)["content"].text().size();
    }
    return lengths;
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

    void aGrowingReplyIsWrittenAboutOnceASecond()
    {
        Test::PacedReply reply;
        Client client(endpointAt(reply.root(), {}, "sk-test"));
        m_conversations.reset();
        m_conversations = std::make_unique<Conversations>(GenerationApi(&client), path());
        QVERIFY(ready()->send(QStringLiteral("go")));
        QTRY_VERIFY_WITH_TIMEOUT(pieces(fileOf(ready())).size() >= 3, 20000);
        const QList<qsizetype> written = pieces(fileOf(ready()));
        qsizetype before = 0;
        for (const qsizetype length : written) {
            const qint64 longest = reply.sentAt(before + length) - reply.sentAt(before + 1);
            QVERIFY2(longest <= 1400 && longest >= 500, qPrintable(QString::number(longest)));
            before += length;
        }
        QVERIFY(ready()->isBusy());
        m_conversations.reset();
    }

    void killedInMidStreamAtMostTheLastSecondIsLost()
    {
        Test::PacedReply reply;
        m_conversations.reset();
        QProcess other;
        run(other, QStringLiteral("asking"), reply.root());
        QTRY_VERIFY_WITH_TIMEOUT(pieces(onlyFile()).size() >= 1, 20000);
        // Now it has just written; what writes seldom would be furthest behind when more than a second has gone by.
        const qint64 killed = reply.now() + 1700;
        QTRY_VERIFY_WITH_TIMEOUT(reply.now() >= killed, 20000);
        const qsizetype due = reply.sentBy(reply.now() - 1300);
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished());
        QVERIFY(due > pieces(onlyFile()).first());
        QVERIFY(!onlyFile().contains("sk-secret-marker"));
        start();
        const Turn cut = ready()->turns().last();
        QCOMPARE(cut.state, State::Cut);
        QVERIFY(!cut.error);
        QVERIFY2(cut.content.size() >= due, qPrintable(QStringLiteral("%1 of %2").arg(cut.content.size()).arg(due)));
        QVERIFY(ready()->canGoOn());
    }

    void killedWhileAMessageIsEditedItIsStillBeingEdited()
    {
        converse({QStringLiteral("a")});
        m_conversations.reset();
        QProcess other;
        run(other, QStringLiteral("editing"), m_service->server->url());
        const auto state = [this] { return contentOf(path() + QStringLiteral("/open.json")); };
        QTRY_VERIFY_WITH_TIMEOUT(state().contains("half changed"), 20000);
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished());
        start();
        QCOMPARE(ready()->edited(), (EditedPrompt{1, QStringLiteral("half changed")}));
        QCOMPARE(ready()->draft(), QStringLiteral("a draft"));
    }

    void whatIsEditedComesBackAndGoesWithItsConversation()
    {
        converse({QStringLiteral("a")});
        const QString id = ready()->record().id;
        ready()->setEdited(EditedPrompt{1, QStringLiteral("changed")});
        start();
        QCOMPARE(ready()->edited(), (EditedPrompt{1, QStringLiteral("changed")}));
        ready()->clear();
        QVERIFY(!ready()->edited());
        start();
        m_conversations->open(id, [](const QString &) {});
        QTRY_COMPARE(ready()->edited(), (EditedPrompt{1, QStringLiteral("changed")}));
        m_conversations->remove(id);
        start();
        ready();
        QVERIFY(!contentOf(path() + QStringLiteral("/open.json")).contains("changed"));
    }

    void whatIsEditedGoesWithAConversationThatIsNotOpen()
    {
        converse({QStringLiteral("a")});
        const QString id = ready()->record().id;
        ready()->setEdited(EditedPrompt{1, QStringLiteral("changed")});
        start();
        QTRY_VERIFY(!m_conversations->folder()->isShared());
        bool read = false;
        m_conversations->folder()->read(QStringLiteral("open.json"), m_conversations.get(),
                                        [&read](const QByteArray &) { read = true; });
        QTRY_VERIFY(read);
        m_conversations->remove(id);
        start();
        ready();
        QVERIFY(!contentOf(path() + QStringLiteral("/open.json")).contains("changed"));
    }

    void promptsGoWithTheLastConversationThatHoldsThem()
    {
        Conversation *conversation = ready();
        converse({QStringLiteral("shared"), QStringLiteral("alone")});
        const QString first = conversation->record().id;
        conversation->clear();
        converse({QStringLiteral("shared")});
        const QString second = conversation->record().id;
        conversation->clear();
        QSignalSpy forgotten(m_conversations.get(), &Conversations::promptsForgotten);
        m_conversations->remove(first);
        QTRY_COMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten.takeFirst().first().toStringList(), QStringList{QStringLiteral("alone")});
        m_conversations->open(second, [](const QString &) {});
        QTRY_COMPARE(ready()->record().id, second);
        m_conversations->remove(ready()->record().id);
        QTRY_COMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten.takeFirst().first().toStringList(), QStringList{QStringLiteral("shared")});
    }

    void promptsOnAllBranchesGoWithTheirConversation()
    {
        converse({QStringLiteral("a")});
        QVERIFY(ready()->sendInstead(0, QStringLiteral("b")));
        QTRY_VERIFY(!ready()->isBusy());
        QSignalSpy forgotten(m_conversations.get(), &Conversations::promptsForgotten);
        m_conversations->remove(ready()->record().id);
        QTRY_COMPARE(forgotten.count(), 1);
        QStringList prompts = forgotten.first().first().toStringList();
        prompts.sort();
        QCOMPARE(prompts, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aDeletedMessagesPromptGoesWhenItCannotComeBack()
    {
        converse({QStringLiteral("a secret"), QStringLiteral("twice"), QStringLiteral("twice")});
        QSignalSpy forgotten(m_conversations.get(), &Conversations::promptsForgotten);
        QVERIFY(ready()->remove(0) && ready()->remove(1)); // "a secret", and one of those
        QVERIFY(ready()->send(QStringLiteral("next")));    // while a reply comes, its file still has what was removed
        ready()->forgetRemoved();
        QTRY_COMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten.first().first().toStringList(), QStringList{QStringLiteral("a secret")});
        QTRY_VERIFY(!ready()->isBusy());
        QTRY_VERIFY(!fileOf(ready()).contains("a secret"));
    }

    void whatWasRemovedCannotComeBackAfterTheEnd()
    {
        converse({QStringLiteral("a secret"), QStringLiteral("b")});
        QVERIFY(ready()->remove(0));
        QStringList prompts;
        connect(m_conversations.get(), &Conversations::promptsForgotten, this,
                [&prompts](const QStringList &forgotten) { prompts += forgotten; });
        m_conversations.reset();
        QCOMPARE(prompts, QStringList{QStringLiteral("a secret")});
        QVERIFY(!onlyFile().contains("a secret"));
    }

    void whatIsDeletedAtTheVeryEndTakesItsPromptsAlong()
    {
        converse({QStringLiteral("a secret")});
        QStringList prompts;
        connect(m_conversations.get(), &Conversations::promptsForgotten, this,
                [&prompts](const QStringList &forgotten) { prompts += forgotten; });
        m_conversations->remove(ready()->record().id);
        m_conversations.reset();
        QCOMPARE(prompts, QStringList{QStringLiteral("a secret")});
        QVERIFY(files().isEmpty());
    }

    void aNewerProgramsLinesOutliveADeletedMessage()
    {
        converse({QStringLiteral("a secret"), QStringLiteral("b")});
        const QByteArray newer = R"({"v":2,"t":"pinned","n":3})";
        const QString id = ready()->record().id;
        m_conversations->folder()->append(id, {newer}, Durability::Handed);
        QVERIFY(ready()->remove(0));
        ready()->forgetRemoved();
        QTRY_VERIFY(!fileOf(ready()).contains("a secret"));
        QVERIFY(fileOf(ready()).contains(newer));
        converse({QStringLiteral("c")});
        const ConversationRecord before = ready()->record();
        start();
        QCOMPARE(ready()->record(), before);
        QVERIFY(fileOf(ready()).contains(newer));
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
        m_conversations->remove(ready()->record().id); // which is another as soon as it begins
        QTRY_VERIFY(files().isEmpty());
        QVERIFY(ready()->turns().isEmpty());
        QVERIFY(ready()->record().id != id);
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
    QByteArray onlyFile() const
    {
        const QStringList all = files();
        return all.size() == 1 ? contentOf(all.first()) : QByteArray();
    }
    /// This very program, as another that works on the same conversations.
    void run(QProcess &other, const QString &what, const QUrl &root) const
    {
        other.setProcessChannelMode(QProcess::ForwardedChannels);
        other.start(QCoreApplication::applicationFilePath(), {what, path(), root.toString()});
        QVERIFY(other.waitForStarted());
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
    const QString what = QCoreApplication::arguments().value(1);
    if (what == QLatin1String("asking") || what == QLatin1String("editing"))
        return runChild(QCoreApplication::arguments());
    TestHistory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_history.moc"
