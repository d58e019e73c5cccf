// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chatservice.h"
#include "tests/support/menuhand.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/transcript.h"
#include "ui/chat/turnwords.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using State = Turn::State;

/// A pane in a window, talking to a simulated service.
struct Desk
{
    explicit Desk(const QByteArray &reply = QByteArrayLiteral("A **good** reply"), double tokensPerSecond = 0) :
        service(reply, tokensPerSecond)
    {
        deployment.deployedModel = service.conversation()->deployedModel();
        deployment.status = Status::Running;
        deployment.statusText = QStringLiteral("RUNNING");
        pane.resize(480, 640);
        pane.setConversation(service.conversation(), &deployment);
        pane.show();
        pane.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&pane)); }();
        pane.focusPrompt();
    }

    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return pane.findChild<Widget *>(QLatin1String(name));
    }
    PromptEdit *prompt() const { return find<PromptEdit>("prompt"); }
    QPushButton *primary() const { return find<QPushButton>("sendOrStop"); }
    Transcript *transcript() const { return find<Transcript>("transcript"); }
    void click(const char *name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    void setStatus(Status status)
    {
        deployment.status = status;
        pane.setDeployment(&deployment);
    }
    QToolButton *button(const char *name) const { return transcript()->findChild<QToolButton *>(QLatin1String(name)); }
    void press(const char *name) const
    {
        QTRY_VERIFY(button(name) && button(name)->isEnabled());
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    void converse(const QStringList &prompts)
    {
        for (const QString &text : prompts) {
            prompt()->setText(text);
            QTest::keyClick(prompt(), Qt::Key_Return);
            QTRY_COMPARE(lastTurn().state, State::Complete);
        }
    }
    /// From the menu of a message.
    void choose(int index, const char *action) const
    {
        press(qPrintable(QStringLiteral("messageMenu-%1-0-0").arg(index)));
        QMenu *menu = nullptr;
        QTRY_VERIFY(menu = transcript()->findChild<QMenu *>(QStringLiteral("transcriptMenu")));
        QTRY_VERIFY(menu->isVisible());
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        QVERIFY(wanted && wanted->isEnabled());
        clickAction(menu, wanted);
        QTRY_VERIFY(!transcript()->findChild<QMenu *>(QStringLiteral("transcriptMenu")));
        prompt()->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(prompt()->window()));
    }
    const Turn &lastTurn() { return service.conversation()->turns().constLast(); }

    ChatService service;
    Deployment deployment;
    ChatPane pane;
};

class TestUiChatPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageKeysInThePromptScrollTheTranscriptWhileItShowsAllOfItsText_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("empty") << 0 << true;
        for (int lines = 1; lines <= 8; ++lines)
            QTest::addRow("%d lines", lines) << lines << true;
        QTest::newRow("9 lines") << 9 << false;
    }

    void pageKeysInThePromptScrollTheTranscriptWhileItShowsAllOfItsText()
    {
        QFETCH(int, lines);
        QFETCH(bool, scrolls);
        Desk desk(QByteArray("A line of the answer.\n\n").repeated(100));
        desk.converse({QStringLiteral("Hello")});
        desk.prompt()->setText(lines == 0 ? QString()
                                          : QStringLiteral("a") + QStringLiteral("\na").repeated(lines - 1));
        const QScrollBar *bar = desk.transcript()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 1000 && bar->value() == bar->maximum());
        QTest::keyClick(desk.prompt(), Qt::Key_PageUp);
        QCOMPARE(bar->value() < bar->maximum(), scrolls);
        QCOMPARE(desk.prompt()->textCursor().atEnd(), scrolls);
        QTest::keyClick(desk.prompt(), Qt::Key_PageDown);
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(desk.prompt()->hasFocus());
    }

    void enterSendsAndTheReplyIsShown()
    {
        Desk desk;
        QTest::keyClicks(desk.prompt(), QStringLiteral("Who are you?"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QTest::keyClick(desk.transcript(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(desk.transcript()->selectedText().contains(QLatin1String("A good reply")));
        QVERIFY(desk.transcript()->selectedText().contains(QLatin1String("Who are you?")));
        QVERIFY(desk.transcript()->selectedText().contains(QLatin1String("tokens")));
    }

    void theButtonAndCtrlEnterSendToo()
    {
        Desk desk;
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        desk.click("sendOrStop");
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QTest::keyClicks(desk.prompt(), QStringLiteral("b"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.service.conversation()->turns().size(), 4);
    }

    void shiftEnterBeginsALine()
    {
        Desk desk;
        const int height = desk.prompt()->height();
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(desk.prompt(), QStringLiteral("b"));
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("a\nb"));
        QVERIFY(desk.service.conversation()->turns().isEmpty());
        QTRY_VERIFY(desk.prompt()->height() > height);
    }

    void theBoxGrowsToEightLines()
    {
        Desk desk;
        desk.prompt()->setText(QStringLiteral("line\n").repeated(7) + QStringLiteral("line"));
        QTRY_VERIFY(desk.prompt()->height() >= 8 * desk.prompt()->fontMetrics().lineSpacing());
        const int height = desk.prompt()->height();
        desk.prompt()->setText(QStringLiteral("line\n").repeated(40));
        QTRY_VERIFY(desk.prompt()->verticalScrollBarPolicy() == Qt::ScrollBarAsNeeded);
        QCOMPARE(desk.prompt()->height(), height);
    }

    void nothingIsSentForAnEmptyPrompt()
    {
        Desk desk;
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        desk.click("sendOrStop");
        QVERIFY(desk.service.conversation()->turns().isEmpty());
    }

    void upInAnEmptyBoxBringsBackPrompts()
    {
        Desk desk;
        for (const QString &text : {QStringLiteral("one"), QStringLiteral("two")}) {
            QTest::keyClicks(desk.prompt(), text);
            QTest::keyClick(desk.prompt(), Qt::Key_Return);
            QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        }
        QTest::keyClick(desk.prompt(), Qt::Key_Up);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("two"));
        QTest::keyClick(desk.prompt(), Qt::Key_Up);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("one"));
        QTest::keyClick(desk.prompt(), Qt::Key_Down);
        QTest::keyClick(desk.prompt(), Qt::Key_Down);
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QTest::keyClicks(desk.prompt(), QStringLiteral("mine"));
        QTest::keyClick(desk.prompt(), Qt::Key_Up);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("mine"));
    }

    void whoWaitsForAReplySeesForHowLong()
    {
        Desk desk;
        desk.service.server->addFault(QStringLiteral("generate=hang"));
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        desk.click("sendOrStop");
        const auto isTold = [&desk](const QString &words) {
            desk.transcript()->selectAll();
            return desk.transcript()->selectedText().contains(words);
        };
        QTRY_VERIFY2(isTold(QStringLiteral("waiting for the first token… 1 s")),
                     qPrintable(desk.transcript()->selectedText()));
        QTRY_VERIFY(isTold(QStringLiteral("waiting for the first token… 2 s")));
        QVERIFY(!desk.lastTurn().firstToken);
        desk.click("sendOrStop");
        QTRY_VERIFY(!isTold(QStringLiteral("waiting")));
    }

    void stopByButtonAndByEscape_data()
    {
        QTest::addColumn<bool>("escape");
        QTest::newRow("button") << false;
        QTest::newRow("escape") << true;
    }

    void stopByButtonAndByEscape()
    {
        QFETCH(bool, escape);
        Desk desk(QByteArrayLiteral("word ").repeated(1000), 200);
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        desk.click("sendOrStop");
        QTRY_VERIFY(desk.lastTurn().content.size() > 10);
        QCOMPARE(desk.primary()->text(), QStringLiteral("Stop"));
        if (escape)
            QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        else
            desk.click("sendOrStop");
        QCOMPARE(desk.lastTurn().state, State::Stopped);
        QCOMPARE(desk.primary()->text(), QStringLiteral("Send"));
        desk.transcript()->selectAll();
        QTRY_VERIFY(desk.transcript()->selectedText().contains(QLatin1String("Stopped by you")));
        QTest::keyClicks(desk.prompt(), QStringLiteral("more"));
        desk.click("sendOrStop");
        QCOMPARE(desk.service.conversation()->turns().size(), 4);
    }

    void anErrorIsShownWithItsCodeAndCanBeTriedAgain()
    {
        Desk desk;
        desk.service.server->addFault(QStringLiteral("generate:1=status=429"));
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_COMPARE(desk.lastTurn().state, State::Failed);
        const Error error = *desk.lastTurn().error;
        desk.transcript()->selectAll();
        QTRY_VERIFY(desk.transcript()->selectedText().contains(error.code));
        QVERIFY(desk.transcript()->selectedText().contains(error.requestId));
        QVERIFY(desk.transcript()->replyMarkdown(1).isEmpty());
        QToolButton *copyId = nullptr;
        QTRY_VERIFY(copyId = desk.transcript()->findChild<QToolButton *>(QStringLiteral("copyRequestId-1-5-0")));
        QTest::mouseClick(copyId, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), error.requestId);
        QToolButton *retry = nullptr;
        QTRY_VERIFY(retry = desk.transcript()->findChild<QToolButton *>(QStringLiteral("retry-1-5-0")));
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QCOMPARE(desk.service.conversation()->turns().size(), 2);
    }

    void aReplyThatWasCutSaysSo()
    {
        Desk desk(QByteArrayLiteral("some words that are told one after the other, and more of them"));
        desk.service.server->addFault(QStringLiteral("generate:1=half-body"));
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_COMPARE(desk.lastTurn().state, State::Cut);
        desk.transcript()->selectAll();
        QTRY_VERIFY(desk.transcript()->selectedText().contains(QLatin1String("Cut off")));
        QVERIFY(desk.transcript()->selectedText().contains(QLatin1String("some")));
    }

    void aDeploymentThatIsNotRunningSaysSoInsteadOfABox()
    {
        Desk desk;
        desk.setStatus(Status::Pending);
        QVERIFY(!desk.prompt()->isVisible());
        QVERIFY(!desk.primary()->isVisible());
        const QString sentence = desk.find<QLabel>("refusal")->text();
        QVERIFY2(sentence.startsWith(QLatin1String("qwen3-32b-chat is Pending")), qPrintable(sentence));
        desk.setStatus(Status::Running);
        QVERIFY(desk.prompt()->isVisible());
        QVERIFY(!desk.find("refusal")->isVisible());
        desk.pane.setDeployment(nullptr);
        QVERIFY(desk.find<QLabel>("refusal")->text().contains(QLatin1String("no longer exists")));
    }

    void aReplyCanStillBeStoppedWhenItsDeploymentIsLeavingRunning()
    {
        Desk desk(QByteArrayLiteral("word ").repeated(1000), 200);
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        desk.click("sendOrStop");
        desk.setStatus(Status::Stopping);
        QVERIFY(desk.primary()->isVisible());
        desk.click("sendOrStop");
        QCOMPARE(desk.lastTurn().state, State::Stopped);
        QVERIFY(!desk.primary()->isVisible());
    }

    void withNothingSelectedThePaneSaysWhatItIsFor()
    {
        ChatPane pane;
        pane.show();
        QVERIFY(pane.findChild<QLabel *>(QStringLiteral("chatEmpty"))->isVisible());
        QVERIFY(!pane.findChild<PromptEdit *>(QStringLiteral("prompt"))->isVisible());
        pane.focusPrompt();
    }

    void draftsStayWithTheirConversation()
    {
        Desk desk;
        QTest::keyClicks(desk.prompt(), QStringLiteral("half a"));
        Deployment other = desk.deployment;
        other.deployedModel = QStringLiteral("qwen3-32b-other");
        desk.pane.setConversation(desk.service.conversations->of(other.deployedModel), &other);
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QTest::keyClicks(desk.prompt(), QStringLiteral("b"));
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("half a"));
    }

    void aMessageThatIsEditedStaysSoWhileAnotherConversationIsShown()
    {
        Desk desk;
        desk.converse({QStringLiteral("first")});
        QTest::keyClicks(desk.prompt(), QStringLiteral("a draft"));
        desk.choose(0, "editMessage");
        QTest::keyClicks(desk.prompt(), QStringLiteral(", changed"));
        Deployment other = desk.deployment;
        other.deployedModel = QStringLiteral("qwen3-32b-other");
        desk.pane.setConversation(desk.service.conversations->of(other.deployedModel), &other);
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QVERIFY(!desk.find("editingBar")->isVisible());
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("first, changed"));
        QVERIFY(desk.find("editingBar")->isVisible());
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("a draft"));
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QCOMPARE(desk.service.conversation()->turns().first().content, QStringLiteral("first, changed"));
        QVERIFY(!desk.service.conversation()->edited());
    }

    void whatEditingMeansIsSaidWholeInANarrowPane()
    {
        QWidget place; // a window takes the width that its layout would like
        Desk desk;
        desk.converse({QStringLiteral("first")});
        desk.choose(0, "editMessage");
        desk.pane.setParent(&place);
        desk.pane.setMinimumSize(0, 0);
        desk.pane.resize(360, 640);
        place.resize(360, 640);
        desk.pane.show();
        place.show();
        const auto *said = desk.find("editingBar")->findChild<QLabel *>();
        QTRY_VERIFY(said->isVisible());
        const auto isWhole = [said] {
            const int flags = said->wordWrap() ? int(Qt::TextWordWrap) : 0;
            const QRect words = said->fontMetrics().boundingRect(0, 0, said->width(), 1000, flags, said->text());
            return words.width() <= said->width() && words.height() <= said->height();
        };
        QTRY_VERIFY(said->width() < desk.pane.width() && isWhole());
    }

    void aMessageThatIsEditedStaysSoWhileANewConversationIsTakenBack()
    {
        Desk desk;
        desk.converse({QStringLiteral("first")});
        desk.choose(0, "editMessage");
        QTest::keyClicks(desk.prompt(), QStringLiteral(", changed"));
        desk.click("newConversation");
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QVERIFY(!desk.find("editingBar")->isVisible());
        desk.click("undoClear");
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("first, changed"));
        QVERIFY(desk.find("editingBar")->isVisible());
        QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QVERIFY(!desk.service.conversation()->edited());
    }

    void theFoldTellsHowLongItThinks_data()
    {
        QTest::addColumn<bool>("counted");
        QTest::newRow("counted by the service") << true;
        QTest::newRow("estimated") << false;
    }

    void theFoldTellsHowLongItThinks()
    {
        QFETCH(bool, counted);
        Desk desk(QByteArrayLiteral("The answer"), 30);
        Conversation compatible(GenerationApi(desk.service.client.get(), ProtocolChoice::Compatible),
                                desk.deployment.deployedModel);
        Conversation *conversation = counted ? desk.service.conversation() : &compatible;
        conversation->setSettings({.parameters = {.enableThinking = true}});
        desk.pane.setConversation(conversation, &desk.deployment);
        QTest::keyClicks(desk.prompt(), QStringLiteral("think"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        const auto fold = [&desk] {
            const QToolButton *button = desk.button("fold-1-1-0");
            return button ? button->text() : QString();
        };
        const QString tokens = counted ? QStringLiteral("\\d+ tokens?") : QStringLiteral("about \\d+ tokens?");
        const QRegularExpression going(QStringLiteral("^Thinking… · \\d+\\.\\d s · %1$").arg(tokens));
        QTRY_VERIFY2(going.match(fold()).hasMatch(), qPrintable(fold()));
        const QString earlier = fold();
        QTRY_VERIFY2(fold() != earlier && going.match(fold()).hasMatch(), qPrintable(fold()));
        desk.click("sendOrStop");
        const Turn stopped = conversation->turns().constLast();
        QCOMPARE(stopped.state, State::Stopped);
        QVERIFY(stopped.content.isEmpty());
        const QRegularExpression ended(QStringLiteral("^Thought for \\d+\\.\\d\\d? s · about \\d+ tokens?$"));
        QTRY_VERIFY2(ended.match(fold()).hasMatch(), qPrintable(fold()));
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
    }

    void theFoldNeverSaysThatWhatHasEndedStillThinks()
    {
        Turn turn;
        turn.role = Role::Assistant;
        turn.state = State::Cut; // the program ended, so how long it took is not known
        turn.reasoning = QStringLiteral("so many words");
        QCOMPARE(thinkingOf(turn), QStringLiteral("Thought · about 4 tokens"));
        turn.state = State::Complete;
        turn.usage.reasoningTokens = 7;
        turn.thinking = std::chrono::milliseconds(1230);
        QCOMPARE(thinkingOf(turn), QStringLiteral("Thought for 1.23 s · 7 tokens"));
    }

    void afterStopNothingIsAddedHoweverFastItCame()
    {
        Desk desk(QByteArrayLiteral("word ").repeated(2'000'000));
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_VERIFY(!desk.lastTurn().content.isEmpty());
        QCOMPARE(desk.lastTurn().state, State::Streaming);
        desk.click("sendOrStop");
        const Turn stopped = desk.lastTurn();
        QCOMPARE(stopped.state, State::Stopped);
        QSignalSpy grew(desk.service.conversation(), &Conversation::turnGrew);
        QTRY_COMPARE(desk.service.server->requests().constLast().fate, Simulator::RecordedRequest::Fate::Dropped);
        QTRY_COMPARE(desk.transcript()->replyMarkdown(1), stopped.content);
        QCOMPARE(grew.count(), 0);
        QCOMPARE(desk.lastTurn(), stopped);
        QVERIFY(stopped.content.size() < 10'000'000);
        QCOMPARE(desk.service.server->requests().size(), 1);
    }

    void aReplyGrowsWhileAnotherConversationIsShown()
    {
        Desk desk(QByteArrayLiteral("word ").repeated(50), 300);
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        Deployment other = desk.deployment;
        other.deployedModel = QStringLiteral("qwen3-32b-other");
        desk.pane.setConversation(desk.service.conversations->of(other.deployedModel), &other);
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QCOMPARE(desk.transcript()->count(), 0);
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
        QCOMPARE(desk.transcript()->count(), 2);
        QCOMPARE(desk.transcript()->replyMarkdown(1), desk.lastTurn().content);
    }

    void aNewConversationCanBeTakenBack()
    {
        Desk desk;
        QVERIFY(!desk.find("newConversation")->isEnabled());
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        desk.click("newConversation");
        QCOMPARE(desk.transcript()->count(), 0);
        QVERIFY(desk.find("clearedBar")->isVisible());
        desk.click("undoClear");
        QCOMPARE(desk.service.conversation()->turns().size(), 2);
        QCOMPARE(desk.transcript()->count(), 2);
        QVERIFY(!desk.find("clearedBar")->isVisible());
    }

    void aReplyIsAskedForAgainAndBranchesAreSwitchedByTheirButtons()
    {
        Desk desk;
        desk.converse({QStringLiteral("a"), QStringLiteral("b")});
        const int before = desk.lastTurn().id;
        desk.press("regenerate-3-5-0");
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        const int after = desk.lastTurn().id;
        QVERIFY(after != before);
        QTRY_VERIFY(desk.button("branchCount-3-0-0"));
        QCOMPARE(desk.button("branchCount-3-0-0")->text(), QStringLiteral("2/2"));
        QTRY_VERIFY(!desk.button("branchOn-3-0-0")->isEnabled());
        desk.press("branchBack-3-0-0");
        QCOMPARE(desk.lastTurn().id, before);
        QTRY_COMPARE(desk.button("branchCount-3-0-0")->text(), QStringLiteral("1/2"));
        QTRY_VERIFY(desk.button("branchOn-3-0-0")->isEnabled());
        QTest::keyClick(desk.button("branchOn-3-0-0"), Qt::Key_Space);
        QCOMPARE(desk.lastTurn().id, after);
        QCOMPARE(desk.transcript()->count(), 4);
    }

    void repliesOnOtherBranchesCountBecauseTheyWerePaidFor()
    {
        Desk desk;
        desk.converse({QStringLiteral("a")});
        const QString one = desk.find<QLabel>("conversationFigures")->text();
        desk.press("regenerate-1-5-0");
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QTRY_VERIFY(desk.find<QLabel>("conversationFigures")->text().contains(QLatin1String("2 replies")));
        QVERIFY(one.contains(QLatin1String("1 repl")));
    }

    void aPromptIsCopiedWhole()
    {
        Desk desk;
        desk.converse({QStringLiteral("first\n\n    **second**")});
        QGuiApplication::clipboard()->clear();
        desk.choose(0, "copyPrompt");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("first\n\n    **second**"));
    }

    void aMessageIsEditedInThePromptBox()
    {
        Desk desk;
        desk.converse({QStringLiteral("first"), QStringLiteral("second")});
        QTest::keyClicks(desk.prompt(), QStringLiteral("half a thought"));
        desk.choose(0, "editMessage");
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("first"));
        QVERIFY(desk.find("editingBar")->isVisible());
        QTest::keyClicks(desk.prompt(), QStringLiteral(", changed"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QVERIFY(!desk.find("editingBar")->isVisible());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("half a thought"));
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        const QList<Turn> &turns = desk.service.conversation()->turns();
        QCOMPARE(turns.size(), 2);
        QCOMPARE(turns.first().content, QStringLiteral("first, changed"));
        QCOMPARE(turns.first().branches, 2);
        desk.press("branchBack-0-0-0");
        QCOMPARE(turns.size(), 4);
    }

    void editingEndsWithEscapeAndLeavesEverything()
    {
        Desk desk;
        desk.converse({QStringLiteral("first")});
        QTest::keyClicks(desk.prompt(), QStringLiteral("draft"));
        desk.choose(0, "editMessage");
        QTest::keyClicks(desk.prompt(), QStringLiteral("xyz"));
        QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        QVERIFY(!desk.find("editingBar")->isVisible());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("draft"));
        QCOMPARE(desk.service.conversation()->turns().first().branches, 1);
        desk.choose(0, "editMessage");
        desk.click("endEditing");
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("draft"));
    }

    void aDeletedMessageComesBackByUndo()
    {
        Desk desk;
        desk.converse({QStringLiteral("a"), QStringLiteral("b")});
        desk.choose(1, "removeMessage");
        QCOMPARE(desk.transcript()->count(), 3);
        QVERIFY(desk.find("clearedBar")->isVisible());
        desk.click("undoClear");
        QCOMPARE(desk.transcript()->count(), 4);
        QVERIFY(!desk.find("clearedBar")->isVisible());
        desk.choose(0, "removeMessage");
        QTest::keyClicks(desk.prompt(), QStringLiteral("c"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QVERIFY(!desk.find("clearedBar")->isVisible());
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        QVERIFY(!desk.service.conversation()->record().tree.contains(1));
    }

    void aMessageIsRemovedOnceHoweverOftenTheConversationWasShown()
    {
        Desk desk;
        desk.converse({QStringLiteral("a"), QStringLiteral("b")});
        Deployment other = desk.deployment;
        other.deployedModel = QStringLiteral("qwen3-32b-other");
        Conversation *another = desk.service.conversations->of(other.deployedModel);
        desk.pane.setConversation(another, &other);
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
        desk.choose(1, "removeMessage");
        QCOMPARE(desk.transcript()->count(), 3);
        desk.pane.setConversation(another, &other);
        Q_EMIT desk.service.conversation()->turnGrew(0);
        QCOMPARE(desk.transcript()->count(), 0);
        desk.pane.setConversation(desk.service.conversation(), &desk.deployment);
        QCOMPARE(desk.transcript()->count(), 3);
    }

    void aStoppedReplyIsContinuedByItsButton()
    {
        Desk desk(QByteArrayLiteral("word ").repeated(1000), 200);
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        desk.click("sendOrStop");
        QTRY_VERIFY(desk.lastTurn().content.size() > 10);
        desk.click("sendOrStop");
        desk.press("goOn-1-5-0");
        QTRY_VERIFY(desk.lastTurn().content.size() > 10);
        QVERIFY(desk.lastTurn().continues);
        desk.transcript()->selectAll();
        const QString shown = desk.transcript()->selectedText();
        QVERIFY(shown.contains(QLatin1String("Stopped by you")));
        QVERIFY(shown.contains(QLatin1String("Model, asked to go on from here")));
        desk.click("sendOrStop");
    }

    void nothingIsOfferedWhileAReplyComes()
    {
        Desk desk(QByteArrayLiteral("word ").repeated(1000), 200);
        QTest::keyClicks(desk.prompt(), QStringLiteral("go"));
        desk.click("sendOrStop");
        QTRY_VERIFY(desk.lastTurn().content.size() > 10);
        QTRY_VERIFY(!desk.button("messageMenu-0-0-0"));
        QVERIFY(!desk.button("regenerate-1-5-0"));
        desk.click("sendOrStop");
        QTRY_VERIFY(desk.button("messageMenu-0-0-0"));
    }

    void parametersAreUnsetUntilTheyAreTyped()
    {
        Desk desk;
        QVERIFY(!desk.find("chatSettings")->isVisible());
        desk.click("chatSettingsButton");
        QVERIFY(desk.find("chatSettings")->isVisible());
        QCOMPARE(desk.service.conversation()->settings(), ChatSettings());
        QTest::keyClicks(desk.find("temperature"), QStringLiteral("0.5"));
        QTest::keyClicks(desk.find("topP"), QStringLiteral("1"));
        QTest::keyClicks(desk.find("maxTokens"), QStringLiteral("50"));
        QTest::keyClicks(desk.find("seed"), QStringLiteral("7"));
        QTest::keyClicks(desk.find("systemPrompt"), QStringLiteral("Be short"));
        QTest::keyClick(desk.find("thinking"), Qt::Key_End);
        QCOMPARE(
            desk.service.conversation()->settings(),
            (ChatSettings{
                .systemPrompt = QStringLiteral("Be short"),
                .parameters = {.temperature = 0.5, .topP = 1.0, .maxTokens = 50, .seed = 7, .enableThinking = false}}));
    }

    void aWrongParameterIsRefusedNextToItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("temperature 2") << QStringLiteral("temperature") << QStringLiteral("2");
        QTest::newRow("temperature word") << QStringLiteral("temperature") << QStringLiteral("hot");
        QTest::newRow("top-p 0") << QStringLiteral("topP") << QStringLiteral("0");
        QTest::newRow("max tokens 0") << QStringLiteral("maxTokens") << QStringLiteral("0");
        QTest::newRow("max tokens 1.5") << QStringLiteral("maxTokens") << QStringLiteral("1.5");
        QTest::newRow("seed -1") << QStringLiteral("seed") << QStringLiteral("-1");
        QTest::newRow("seed too large") << QStringLiteral("seed") << QStringLiteral("2147483648");
    }

    void aWrongParameterIsRefusedNextToItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        Desk desk;
        desk.click("chatSettingsButton");
        auto *edit = desk.pane.findChild<QLineEdit *>(field);
        QTest::keyClicks(edit, text);
        QVERIFY(desk.pane.findChild<QLabel *>(field + QStringLiteral("Error"))->isVisible());
        desk.click("chatSettingsButton");
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QVERIFY(desk.service.conversation()->turns().isEmpty());
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("a"));
        QTest::keyClick(edit, Qt::Key_Delete);
        QVERIFY(!desk.pane.findChild<QLabel *>(field + QStringLiteral("Error"))->isVisible());
    }

    void onlyPlainTextIsPasted()
    {
        Desk desk;
        auto *data = new QMimeData;
        data->setHtml(QStringLiteral("<b>bold</b><img src='file:///etc/passwd'>"));
        data->setText(QStringLiteral("bold"));
        QGuiApplication::clipboard()->setMimeData(data);
        QTest::keyClick(desk.prompt(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("bold"));
    }

    void aHugePromptDoesNotFreezeTheBox_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("some words ").repeated(18000);
        QTest::newRow("one run") << QString(200000, u'x');
        QTest::newRow("chinese") << QString(66000, QChar(0x6587));
    }

    void aHugePromptDoesNotFreezeTheBox()
    {
        QFETCH(QString, text);
        Desk desk;
        QGuiApplication::clipboard()->setText(text);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(desk.prompt(), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_COMPARE(desk.lastTurn().state, State::Complete);
        desk.pane.grab();
        QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(desk.service.conversation()->turns().first().content, text);
    }

    void aTroubleWithKeepingIsInSight()
    {
        Desk desk;
        desk.pane.setKeeping(QStringLiteral("not kept"), true);
        QVERIFY(desk.find("keepingTrouble")->isVisible());
        QCOMPARE(desk.find<QLabel>("keepingTrouble")->text(), QStringLiteral("not kept"));
        desk.pane.setKeeping(QStringLiteral("only a word"), false);
        QVERIFY(!desk.find("keepingTrouble")->isVisible());
    }

    void thePaneOutlivesItsConversation()
    {
        Desk desk;
        QTest::keyClicks(desk.prompt(), QStringLiteral("a"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        desk.service.conversations.reset();
        QVERIFY(desk.find<QLabel>("chatEmpty")->isVisible());
        desk.pane.setConversation(nullptr, nullptr);
    }
};

QTEST_MAIN(TestUiChatPane)
#include "tst_ui_chatpane.moc"
