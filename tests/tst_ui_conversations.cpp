// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversationexport.h"
#include "app/chat/historyfolder.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/journal.h"
#include "tests/support/chatservice.h"
#include "tests/support/eventloop.h"
#include "tests/support/menuhand.h"
#include "ui/chat/conversationrows.h"
#include "ui/chat/conversationswindow.h"
#include "ui/chat/transcript.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>

using namespace Slipway;

static ConversationRecord talk(const QString &model, const QStringList &said, int minute)
{
    ConversationRecord record = newRecord(model);
    int parent = 0;
    for (const QString &text : said) {
        Turn turn;
        turn.role = parent == 0 || record.tree.path().size() % 2 == 0 ? Role::User : Role::Assistant;
        turn.content = text;
        turn.at = QDateTime(QDate(2026, 11, 20), QTime(8, minute), QTimeZone::utc()).toUTC();
        parent = record.tree.add(turn, parent);
    }
    record.created = QDateTime(QDate(2026, 11, 20), QTime(7, 0), QTimeZone::utc()).toUTC();
    return record;
}

class TestConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_conversations = std::make_unique<Conversations>(GenerationApi(m_service.client.get()), m_place->path());
        m_old = talk(QStringLiteral("qwen3-8b-gone"), {QStringLiteral("An old question"), QStringLiteral("Blue.")}, 1);
        m_new = talk(QStringLiteral("qwen3-32b-chat"),
                     {QStringLiteral("A new question"), QStringLiteral("Green **tea**.")}, 2);
        for (const ConversationRecord &record : {m_old, m_new})
            m_conversations->import(record);
        QTRY_COMPARE(QDir(m_place->path()).entryList({QStringLiteral("*.jsonl")}).size(), 2);
        m_account.root = m_service.server->url();
        openWindow();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_COMPARE(transcript()->count(), 2);
    }

    void theNewestComesFirstAndIsRead()
    {
        QCOMPARE(titles(), (QStringList{QStringLiteral("A new question"), QStringLiteral("An old question")}));
        QCOMPARE(transcript()->replyMarkdown(1), QStringLiteral("Green **tea**."));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(transcript()->replyMarkdown(1), QStringLiteral("Blue."));
        QVERIFY(count().contains(QLatin1Char('2')));
    }

    // The rows that an earlier run read may be all there is; that they are, the service tells with its first answer.
    void whatIsGoneIsMarkedWithTheFirstAnswerAlsoWhereNoRowComesOrGoes()
    {
        Journal journal;
        DeploymentStore earlier(m_service.client.get(), &journal, {});
        earlier.start();
        QTRY_VERIFY(!earlier.rows().isEmpty());
        DeploymentStore store(m_service.client.get(), &journal, {});
        store.recall(earlier.rows(), QDateTime::currentDateTimeUtc());
        m_window->setFleet(&store);
        QSignalSpy told(table()->model(), &QAbstractItemModel::dataChanged);
        store.start();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(deployments()[1], QStringLiteral("qwen3-8b-gone · gone"));
        store.refresh();
        QSignalSpy polled(&store, &DeploymentStore::polled);
        QVERIFY(polled.wait());
        QVERIFY(takeTurn());
        QCOMPARE(told.count(), 1); // nothing new was told
        m_window->setFleet(nullptr);
    }

    // It can be read, but not be gone on with; nothing is said of it before the service has listed its deployments.
    void aConversationTellsThatItsDeploymentIsGone()
    {
        Journal journal;
        DeploymentStore store(m_service.client.get(), &journal, {});
        m_window->setFleet(&store);
        QCOMPARE(deployments(), (QStringList{QStringLiteral("qwen3-32b-chat"), QStringLiteral("qwen3-8b-gone")}));
        store.start();
        const QStringList told{QStringLiteral("qwen3-32b-chat"), QStringLiteral("qwen3-8b-gone · gone")};
        QTRY_COMPARE(deployments(), told);
        m_service.deploy(QStringLiteral("qwen3-8b-gone"));
        store.refresh();
        QTRY_COMPARE(deployments()[1], QStringLiteral("qwen3-8b-gone"));
        m_window->setFleet(nullptr);
    }

    void aSearchFindsWhatWasSaid()
    {
        QTest::keyClicks(search(), QStringLiteral("BLUE"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("An old question")});
        QTRY_COMPARE(transcript()->replyMarkdown(1), QStringLiteral("Blue."));
        QVERIFY(count().startsWith(QLatin1String("1 of 2")));
        QTest::keyClicks(search(), QStringLiteral(" absent"));
        QTRY_VERIFY(titles().isEmpty());
        QVERIFY(!find<QPushButton>("openConversation")->isEnabled());
        QTest::keyClick(search(), Qt::Key_Escape);
        QTRY_COMPARE(titles().size(), 2);
        QVERIFY(m_window->isVisible());
    }

    void whatIsReadGoesToTheWordsThatWereSought()
    {
        QStringList said;
        for (int i = 0; i < 60; ++i)
            said << QStringLiteral("Question %1").arg(i) << QStringLiteral("words\n\n").repeated(20);
        said[31] = QStringLiteral("filling\n\n").repeated(30) + QStringLiteral("a **Cherry** tree in a far *garden*");
        said[81] = QStringLiteral("another cherry");
        m_conversations->import(talk(QStringLiteral("qwen3-32b-chat"), said, 3));
        QTRY_COMPARE(titles().size(), 3);
        QTest::keyClicks(search(), QStringLiteral("GARDEN cherry"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Question 0")});
        QTRY_COMPARE(transcript()->selectedText(), QStringLiteral("Cherry"));
        QCOMPARE(transcript()->readingPlace().message, 31);
        QVERIFY(transcript()->readingPlace().row.row > 0);
        QTest::keyClick(search(), Qt::Key_F3);
        QCOMPARE(transcript()->selectedText(), QStringLiteral("garden"));
        QTest::keyClick(search(), Qt::Key_F3);
        QCOMPARE(transcript()->selectedText(), QStringLiteral("cherry"));
        QVERIFY(transcript()->readingPlace().message > 75);
        QTest::keyClick(search(), Qt::Key_F3);
        QCOMPARE(transcript()->selectedText(), QStringLiteral("Cherry"));
        QSignalSpy opened(m_window.get(), &ConversationsWindow::openRequested);
        click("openConversation");
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(1).toStringList(),
                 (QStringList{QStringLiteral("GARDEN"), QStringLiteral("cherry")}));
    }

    void enterGoesFromTheSearchToTheChat()
    {
        QSignalSpy opened(m_window.get(), &ConversationsWindow::openRequested);
        QTest::keyClicks(search(), QStringLiteral("old"));
        QTRY_COMPARE(titles().size(), 1);
        QTest::keyClick(search(), Qt::Key_Return);
        QVERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), m_old.id);
    }

    void aTitleIsChangedInItsPlace()
    {
        click("renameConversation");
        auto *edit = qobject_cast<QLineEdit *>(m_window->focusWidget());
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("About tea"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(titles().contains(QStringLiteral("About tea")));
        QCOMPARE(transcript()->count(), 2);
        QTRY_VERIFY(fileOf(m_new).contains("About tea"));
    }

    void f2RenamesWhicheverCellWasClicked()
    {
        const QModelIndex cell = table()->model()->index(0, ConversationRows::Deployment);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
        QTest::keyClick(table(), Qt::Key_F2);
        auto *edit = qobject_cast<QLineEdit *>(m_window->focusWidget());
        QVERIFY(edit && table()->isAncestorOf(edit));
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("About tea"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(titles().contains(QStringLiteral("About tea")));
        QVERIFY(m_window->isVisible());
    }

    void nothingIsDeletedWithoutAClearYes()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(find("deletionPanel")->isVisible());
        QVERIFY(find("keepConversation")->hasFocus());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!find("deletionPanel")->isVisible());
        QCOMPARE(titles().size(), 2);
        click("deleteConversation");
        QTest::keyClick(table(), Qt::Key_Down); // another one is chosen: that yes would be for this one
        QVERIFY(!find("deletionPanel")->isVisible());
    }

    void whatIsDeletedIsGoneFromTheDisk()
    {
        click("deleteConversation");
        click("deleteForGood");
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("An old question")});
        QTRY_COMPARE(QDir(m_place->path()).entryList({QStringLiteral("*.jsonl")}).size(), 1);
        QTRY_COMPARE(transcript()->replyMarkdown(1), QStringLiteral("Blue."));
    }

    void itIsExportedAndImportedBack()
    {
        QTemporaryDir folder;
        const QString json = folder.filePath(QStringLiteral("talk.json"));
        pick("exportJson");
        choose("conversationExport", json);
        QTRY_VERIFY(QFile::exists(json));
        click("deleteConversation");
        click("deleteForGood");
        QTRY_COMPARE(titles().size(), 1);
        click("importButton");
        choose("conversationImport", json);
        QTRY_COMPARE(titles().size(), 2);
        QTRY_VERIFY(!fileOf(m_new).isEmpty());
        QCOMPARE(readHistory(fileOf(m_new))->record, m_new);
    }

    void itIsExportedToBeRead()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("talk.md"));
        pick("exportMarkdown");
        choose("conversationExport", path);
        QFile file(path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("# A new question\n") && text.contains("## Model\n\nGreen **tea**.\n"),
                 text.constData());
    }

    void whatIsNoConversationIsNotImported()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        click("importButton");
        choose("conversationImport", path);
        QTRY_VERIFY(note().contains(QLatin1String("is not a conversation")));
        QCOMPARE(titles().size(), 2);
    }

    void theLastRequestIsCopied_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("begins");
        QTest::newRow("curl") << QStringLiteral("copyCurl") << QStringLiteral("curl ");
        QTest::newRow("DashScope") << QStringLiteral("copyDashScope")
                                   << QStringLiteral("import os\n\nimport dashscope");
        QTest::newRow("OpenAI") << QStringLiteral("copyOpenAi") << QStringLiteral("import os\n\nfrom openai import");
    }

    void theLastRequestIsCopied()
    {
        QFETCH(QString, action);
        QFETCH(QString, begins);
        pick(qPrintable(action));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(begins));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("A new question")));
        QVERIFY(note().contains(QLatin1String("DASHSCOPE_API_KEY")));
    }

    void theVeryRequestIsCopiedThoughSettingsChangedSince()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-chat"), ProtocolChoice::Native);
        conversation->setSettings({.systemPrompt = QStringLiteral("Be short"),
                                   .stream = false,
                                   .parameters = {.temperature = 0.5, .stop = QStringList{QStringLiteral("\n")}}});
        say(conversation, {QStringLiteral("Who are you?"), QStringLiteral("And I?")});
        conversation->setSettings({.parameters = {.seed = 7}});
        compareCopyWithWhatArrived(conversation);
    }

    void theVeryRequestIsCopiedOverTheProtocolItWentBy()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-chat"), ProtocolChoice::Compatible);
        say(conversation, {QStringLiteral("Who are you?")});
        compareCopyWithWhatArrived(conversation);
        QVERIFY(m_service.server->requests().constLast().path.endsWith("/chat/completions"));
    }

    void theVeryRequestIsCopiedAlsoOverTheProtocolItTurnedTo()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-compatible-only"), ProtocolChoice::Automatic);
        say(conversation, {QStringLiteral("Who are you?")});
        QVERIFY(conversation->turns().constLast().protocolTurn);
        compareCopyWithWhatArrived(conversation);
        QVERIFY(m_service.server->requests().constLast().path.endsWith("/chat/completions"));
    }

    void theVeryRequestIsCopiedWithoutWhatWasLeftOut()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-no-top-k"), ProtocolChoice::Native);
        conversation->setSettings({.parameters = {.topK = 5, .seed = 7}});
        say(conversation, {QStringLiteral("Who are you?")});
        QCOMPARE(conversation->refusedParameter(), std::optional(Parameter::TopK));
        QVERIFY(conversation->retryWithout(Parameter::TopK));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().constLast().state, Turn::State::Complete);
        QVERIFY(!m_service.server->requests().constLast().body.contains("top_k"));
        compareCopyWithWhatArrived(conversation);
    }

    void theVeryRequestIsCopiedOfAReplyThatWasContinued()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-chat"), ProtocolChoice::Native);
        conversation->setSettings({.parameters = {.maxTokens = 1}});
        say(conversation, {QStringLiteral("Who are you?")});
        QVERIFY(conversation->goOn());
        QTRY_VERIFY(!conversation->isBusy());
        compareCopyWithWhatArrived(conversation);
        QVERIFY(m_service.server->requests().constLast().body.contains("Your last message was cut off"));
    }

    void withoutItsPromptNothingIsCopied()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-chat"), ProtocolChoice::Native);
        say(conversation, {QStringLiteral("Who are you?")});
        QVERIFY(conversation->remove(0));
        show(conversation);
        QMenu *menu = popUpExports();
        QVERIFY(!menu->findChild<QAction *>(QStringLiteral("copyCurl"))->isEnabled());
        QVERIFY(menu->findChild<QAction *>(QStringLiteral("exportJson"))->isEnabled());
        menu->close();
    }

    void whatIsSelectedStaysWhileTheReplyGrows()
    {
        ChatService slow(QByteArrayLiteral("word ").repeated(2000), 100);
        m_window.reset();
        m_conversations.reset();
        m_conversations = std::make_unique<Conversations>(GenerationApi(slow.client.get()), m_place->path());
        Conversation *conversation = m_conversations->of(QStringLiteral("qwen3-32b-chat"));
        QTRY_VERIFY(!conversation->isRestoring());
        QVERIFY(conversation->send(QStringLiteral("Go")));
        openWindow();
        QTRY_COMPARE(titles().value(0), QStringLiteral("Go"));
        const QModelIndex newest = table()->model()->index(0, ConversationRows::Title);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(newest).center());
        QTRY_VERIFY(transcript()->count() == 2 && transcript()->replyMarkdown(0) == QLatin1String("Go"));
        QTRY_VERIFY(!transcript()->replyMarkdown(1).isEmpty());
        transcript()->setFocus();
        QTest::keyClick(transcript(), Qt::Key_A, Qt::ControlModifier);
        const QString selected = transcript()->selectedText();
        QVERIFY(selected.contains(QLatin1String("Go")));
        QVERIFY2(!selected.contains(QLatin1String("Cut off")), qPrintable(selected)); // it is not: it still comes
        for (int i = 0; i < 2; ++i) {
            const QString reply = transcript()->replyMarkdown(1);
            QTRY_VERIFY(transcript()->replyMarkdown(1).size() > reply.size());
            QVERIFY(transcript()->replyMarkdown(1).startsWith(reply));
        }
        QVERIFY(transcript()->hasSelection());
        QVERIFY(transcript()->selectedText().contains(QLatin1String("Go")));
        conversation->stop();
        transcript()->selectAll();
        QTRY_VERIFY(transcript()->selectedText().contains(QLatin1String("Stopped by you")));
        QCOMPARE(transcript()->replyMarkdown(1), conversation->turns().constLast().content);
        m_window.reset();
        m_conversations.reset();
    }

    void aBranchThatIsReadStaysWhileTheConversationGoesOn()
    {
        Conversation *conversation = talkTo(QStringLiteral("qwen3-32b-chat"), ProtocolChoice::Native);
        say(conversation, {QStringLiteral("first")});
        QVERIFY(conversation->sendInstead(0, QStringLiteral("second")));
        QTRY_VERIFY(!conversation->isBusy());
        show(conversation);
        QTRY_COMPARE(transcript()->replyMarkdown(0), QStringLiteral("second"));
        auto *back = transcript()->findChild<QToolButton *>(QStringLiteral("branchBack-0-0-0"));
        QTRY_VERIFY(back && back->isEnabled());
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(transcript()->replyMarkdown(0), QStringLiteral("first"));
        const QModelIndex messages = table()->currentIndex().siblingAtColumn(ConversationRows::Messages);
        say(conversation, {QStringLiteral("third")});
        QTRY_COMPARE(messages.data().toString(), QStringLiteral("4"));
        fence();
        QCOMPARE(transcript()->count(), 2);
        QCOMPARE(transcript()->replyMarkdown(0), QStringLiteral("first"));
    }

    void whatGoesOnMeanwhileIsShown()
    {
        Conversation *conversation = m_conversations->of(m_new.deployedModel);
        QTRY_VERIFY(!conversation->isRestoring());
        m_conversations->open(m_new.id, [](const QString &) {});
        QTRY_COMPARE(conversation->turns().size(), 2);
        QVERIFY(conversation->send(QStringLiteral("And more?")));
        QTRY_COMPARE(transcript()->count(), 4);
        QTRY_COMPARE(table()->model()->index(0, ConversationRows::Messages).data().toString(), QStringLiteral("4"));
    }

    void withoutAnAccountItSaysSo()
    {
        m_window->setConversations(nullptr, {}, false);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!find<QPushButton>("importButton")->isEnabled());
        m_conversations.reset();
        m_window->hide();
        m_window->showAll();
    }

    void theAccountMayGoFirst()
    {
        m_conversations.reset();
        QTest::keyClicks(search(), QStringLiteral("a"));
        click("deleteConversation");
    }

private:
    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    QTableView *table() const { return find<QTableView>("conversationsTable"); }
    QLineEdit *search() const { return find<QLineEdit>("conversationsSearch"); }
    Transcript *transcript() const { return find<Transcript>("conversationText"); }
    QString count() const { return find<QLabel>("conversationsCount")->text(); }
    QString note() const { return find<QLabel>("conversationsNote")->text(); }
    QStringList textsIn(ConversationRows::Column column) const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all += table()->model()->index(row, column).data().toString();
        return all;
    }
    QStringList titles() const { return textsIn(ConversationRows::Title); }
    QStringList deployments() const { return textsIn(ConversationRows::Deployment); }
    QByteArray fileOf(const ConversationRecord &record) const
    {
        QFile file(m_conversations->folder()->fileOf(record.id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void openWindow()
    {
        m_window = std::make_unique<ConversationsWindow>();
        new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_window.get());
        m_window->setConversations(m_conversations.get(), m_account, false);
        m_window->showAll();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// As in an account that asks so.
    Conversation *talkTo(const QString &id, ProtocolChoice choice)
    {
        m_window.reset();
        m_conversations.reset();
        m_conversations =
            std::make_unique<Conversations>(GenerationApi(m_service.client.get(), choice), m_place->path());
        if (!m_service.server->world().find(id))
            m_service.deploy(id);
        Conversation *conversation = m_conversations->of(id);
        [conversation] { QTRY_VERIFY(!conversation->isRestoring()); }();
        return conversation;
    }
    static void say(Conversation *conversation, const QStringList &prompts)
    {
        for (const QString &prompt : prompts) {
            QVERIFY(conversation->send(prompt));
            QTRY_VERIFY(!conversation->isBusy());
        }
    }
    /// Until all that was asked of the folder so far is done.
    void fence() const
    {
        bool reached = false;
        m_conversations->folder()->read(QStringLiteral("x"), m_window.get(),
                                        [&reached](const QByteArray &) { reached = true; });
        QTRY_VERIFY(reached);
    }
    /// In a window that opens when all is said.
    void show(const Conversation *conversation)
    {
        openWindow();
        fence();
        const auto row = [this, conversation] {
            const auto found = table()->model()->match(table()->model()->index(0, 0), ConversationRows::IdRole,
                                                       conversation->record().id, 1, Qt::MatchExactly);
            return found.isEmpty() ? QModelIndex() : found.first();
        };
        QTRY_VERIFY(row().isValid());
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(row()).center());
        QTRY_COMPARE(transcript()->count(), conversation->turns().size());
        QTRY_COMPARE(transcript()->replyMarkdown(transcript()->count() - 1), conversation->turns().constLast().content);
    }
    void compareCopyWithWhatArrived(const Conversation *conversation)
    {
        show(conversation);
        const auto sent = m_service.server->requests().constLast();
        QGuiApplication::clipboard()->clear();
        pick("copyCurl");
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY(!sent.body.isEmpty() && !sent.body.contains('\''));
        QVERIFY2(curl.contains(QStringLiteral("--data-raw '%1'").arg(QString::fromUtf8(sent.body))),
                 qPrintable(curl + QString::fromUtf8(sent.body)));
        const QString place = QStringLiteral("http://127.0.0.1:%1").arg(m_service.server->url().port());
        QVERIFY2(curl.contains(u'\'' + place + QString::fromUtf8(sent.path) + u'\''), qPrintable(curl));
        QCOMPARE(curl.contains(QLatin1String("X-DashScope-SSE: enable")), sent.header("X-DashScope-SSE") == "enable");
    }
    QMenu *popUpExports() const
    {
        auto *button = find<QPushButton>("exportConversation");
        [button] { QTRY_VERIFY(button->isEnabled()); }();
        QMenu *menu = button->menu();
        menu->popup(button->mapToGlobal(QPoint()));
        [menu] { QTRY_VERIFY(menu->isVisible()); }();
        return menu;
    }
    /// From the menu of exports.
    void pick(const char *action) const
    {
        QMenu *menu = popUpExports();
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        clickAction(menu, wanted);
    }
    void choose(const char *dialogName, const QString &path) const
    {
        auto *dialog = find<QFileDialog>(dialogName);
        QVERIFY(dialog && dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!find(dialogName));
    }

    ChatService m_service;
    Account m_account;
    ConversationRecord m_old;
    ConversationRecord m_new;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Conversations> m_conversations;
    std::unique_ptr<ConversationsWindow> m_window;
};

QTEST_MAIN(TestConversations)
#include "tst_ui_conversations.moc"
