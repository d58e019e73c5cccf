// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person deletes for good is nowhere any more: not in the chat, not among the prompts, not on disk.
#include "app/chat/historyfolder.h"
#include "app/session/session.h"
#include "tests/support/chatservice.h"
#include "tests/support/menuhand.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/conversationswindow.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/transcript.h"

#include <QDirIterator>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;

class TestForgetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<ChatService>(QByteArrayLiteral("Fine"));
        m_account.id = QStringLiteral("a1");
        m_account.root = m_service->server->url();
        const Belongings belongings{.journals = m_place->filePath(QStringLiteral("journal")),
                                    .conversations = m_place->filePath(QStringLiteral("conversations")),
                                    .runs = {}};
        m_session = std::make_unique<Session>(m_account, "sk-test", belongings);
        m_deployment.deployedModel = QStringLiteral("qwen3-32b-chat");
        m_deployment.status = Status::Running;
        m_pane = std::make_unique<ChatPane>();
        m_pane->setPromptHistory(m_session->prompts());
        m_pane->resize(480, 640);
        m_pane->show();
        m_pane->setConversation(conversation(), &m_deployment);
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QTRY_VERIFY(!conversation()->isRestoring());
        m_pane->focusPrompt();
    }

    void cleanup()
    {
        m_window.reset();
        m_pane.reset();
        m_session.reset();
    }

    void aDeletedConversationTakesItsPromptsAlong()
    {
        say({QStringLiteral("kept")});
        click("newConversation");
        say({QStringLiteral("a secret"), QStringLiteral("kept")});
        QVERIFY(onDisk("a secret"));
        deleteChosen();
        QTRY_VERIFY(!onDisk("a secret"));
        QVERIFY(onDisk("kept"));
        QCOMPARE(m_session->prompts()->prompts(), QStringList{QStringLiteral("kept")});
        QTest::keyClick(prompt(), Qt::Key_Up);
        QCOMPARE(prompt()->toPlainText(), QStringLiteral("kept"));
        QTest::keyClick(prompt(), Qt::Key_Up);
        QCOMPARE(prompt()->toPlainText(), QStringLiteral("kept"));
    }

    void aDeletedMessageTakesItsPromptAlongOnceItCannotComeBack()
    {
        say({QStringLiteral("a secret"), QStringLiteral("b")});
        choose(0, "removeMessage");
        QVERIFY(onDisk("a secret"));
        say({QStringLiteral("c")});
        QTRY_VERIFY(!onDisk("a secret"));
        QCOMPARE(m_session->prompts()->prompts(), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    }

    void aDeletedMessageIsGoneWithANewConversation()
    {
        say({QStringLiteral("a secret"), QStringLiteral("b")});
        choose(0, "removeMessage");
        click("newConversation");
        QTRY_VERIFY(!onDisk("a secret"));
        click("undoClear");
        QCOMPARE(conversation()->turns().size(), 3);
    }

    void whatIsDeletedJustBeforeTheEndIsGoneToo()
    {
        say({QStringLiteral("a secret")});
        deleteChosen();
        cleanup();
        QVERIFY(!onDisk("a secret"));
    }

    void aConversationThatWasDeletedIsNotBroughtBackByUndo()
    {
        say({QStringLiteral("a secret")});
        click("newConversation");
        QVERIFY(m_pane->findChild<QWidget *>(QStringLiteral("clearedBar"))->isVisible());
        deleteChosen();
        QVERIFY(!m_pane->findChild<QWidget *>(QStringLiteral("clearedBar"))->isVisible());
        say({QStringLiteral("next")});
        const ConversationRecord record = conversation()->record();
        QCOMPARE(record.tree.path().size(), 2);
        const QString file = m_session->conversations()->folder()->fileOf(record.id);
        QTRY_VERIFY(contentOf(file).contains("\"ended\""));
        QCOMPARE(readHistory(contentOf(file))->record, record);
        QTRY_VERIFY(!onDisk("a secret"));
    }

private:
    Conversation *conversation() const { return m_session->conversations()->of(m_deployment.deployedModel); }
    PromptEdit *prompt() const { return m_pane->findChild<PromptEdit *>(QStringLiteral("prompt")); }
    void click(const char *name) const
    {
        QTest::mouseClick(m_pane->findChild<QWidget *>(QLatin1String(name)), Qt::LeftButton);
    }
    void say(const QStringList &prompts) const
    {
        for (const QString &text : prompts) {
            prompt()->setText(text);
            QTest::keyClick(prompt(), Qt::Key_Return);
            QTRY_VERIFY(!conversation()->isBusy() && !conversation()->turns().isEmpty());
        }
    }
    /// From the menu of a message.
    void choose(int index, const char *action) const
    {
        auto *transcript = m_pane->findChild<Transcript *>(QStringLiteral("transcript"));
        const QString name = QStringLiteral("messageMenu-%1-0-0").arg(index);
        QTRY_VERIFY(transcript->findChild<QToolButton *>(name) &&
                    transcript->findChild<QToolButton *>(name)->isVisible());
        QTest::mouseClick(transcript->findChild<QToolButton *>(name), Qt::LeftButton);
        QMenu *menu = nullptr;
        QTRY_VERIFY(menu = transcript->findChild<QMenu *>(QStringLiteral("transcriptMenu")));
        QTRY_VERIFY(menu->isVisible());
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        clickAction(menu, wanted);
        QTRY_VERIFY(!transcript->findChild<QMenu *>(QStringLiteral("transcriptMenu")));
    }
    /// The newest, in the window of all conversations.
    void deleteChosen()
    {
        m_window = std::make_unique<ConversationsWindow>();
        m_window->setConversations(m_session->conversations(), m_account, false);
        m_window->showAll();
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("conversationsTable"));
        auto *button = m_window->findChild<QPushButton *>(QStringLiteral("deleteConversation"));
        QTRY_VERIFY(table->currentIndex().row() == 0 && button->isEnabled());
        const int rows = table->model()->rowCount();
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("deleteForGood")), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), rows - 1);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool onDisk(const QByteArray &text) const
    {
        QDirIterator all(m_place->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            if (contentOf(all.next()).contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<ChatService> m_service;
    Account m_account;
    Deployment m_deployment;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ChatPane> m_pane;
    std::unique_ptr<ConversationsWindow> m_window;
};

QTEST_MAIN(TestForgetting)
#include "tst_ui_forgetting.moc"
