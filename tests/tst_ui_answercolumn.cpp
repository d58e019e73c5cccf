// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comparedesk.h"
#include "ui/chat/remedybar.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

using namespace Slipway;
using Desk = CompareDesk;
using State = Turn::State;

static const QString picky = QStringLiteral("qwen3-32b-picky");

/// A deployment that refuses what its name says.
static void addPicky(const Desk &desk, const char *name)
{
    Simulator::DeployedModel model;
    model.id = picky;
    model.name = QString::fromLatin1(name);
    model.modelName = model.baseModel = QStringLiteral("qwen3-32b");
    model.capacity = model.readyCapacity = model.baseCapacity = 1;
    desk.service.server->world().insert(model);
}

static QJsonObject parametersSent(const Desk &desk)
{
    const QByteArray body = desk.service.server->requests().constLast().body;
    return QJsonDocument::fromJson(body).object()[QLatin1String("parameters")].toObject();
}

class TestUiAnswerColumn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- a refused parameter

    void aRefusedParameterIsDroppedInItsColumnWithOneClick()
    {
        Desk desk({}, 0, {picky});
        addPicky(desk, "no-top-k");
        desk.click("compareSettingsButton");
        QTest::keyClicks(desk.find<QLineEdit>("topK"), QStringLiteral("30"));
        desk.click("compareSettingsButton");
        desk.prompt()->setFocus();
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.answer(2).state, State::Failed);
        QVERIFY(!remedy(desk, 0)->isVisible() && remedy(desk, 2)->isVisible());
        QCOMPARE(leftOut(desk, 2), QString());
        auto *send = remedy(desk, 2)->findChild<QPushButton *>(QStringLiteral("remedy"));
        QCOMPARE(send->text(), QStringLiteral("Send without top_k"));
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_COMPARE(desk.answer(2).state, State::Complete);
        QCOMPARE(desk.asked(), 4);
        QVERIFY(!parametersSent(desk).contains(QLatin1String("top_k")));
        QVERIFY(!remedy(desk, 2)->isVisible());
        QVERIFY2(leftOut(desk, 2).contains(QStringLiteral("top_k")), "unlike parameters are told");
        QCOMPARE(leftOut(desk, 0), QString());
        desk.ask(QStringLiteral("And now?"));
        QTRY_VERIFY(!desk.window->isBusy());
        QCOMPARE(desk.answer(2).state, State::Complete);
    }

    void whatIsAskedOfOneAloneHeedsTheFormToo()
    {
        Desk desk;
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        desk.click("compareSettingsButton");
        QTest::keyClicks(desk.find<QLineEdit>("temperature"), QStringLiteral("9"));
        desk.click("compareSettingsButton");
        desk.press(0, "regenerate-1-5-0");
        QVERIFY(!desk.window->isBusy());
        QVERIFY(desk.find("compareSettings")->isVisible());
        QCOMPARE(desk.asked(), 2);
    }

    // ---- branches

    void afterRegenerateBothAnswersCanBeLookedAt()
    {
        Desk desk;
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        const QString first = desk.answer(0).requestId;
        const QString other = desk.answer(1).requestId;
        desk.press(0, "regenerate-1-5-0");
        QTRY_VERIFY(desk.isAnswered() && desk.answer(0).requestId != first);
        QTRY_VERIFY(desk.button(0, "branchCount-1-0-0"));
        QCOMPARE(desk.button(0, "branchCount-1-0-0")->text(), QStringLiteral("2/2"));
        desk.press(0, "branchBack-1-0-0");
        QCOMPARE(desk.answer(0).requestId, first);
        QTRY_COMPARE(desk.button(0, "branchCount-1-0-0")->text(), QStringLiteral("1/2"));
        desk.press(0, "branchOn-1-0-0");
        QVERIFY(desk.answer(0).requestId != first);
        QCOMPARE(desk.answer(1).requestId, other);
    }

    void theFiguresAreThoseOfTheBranchThatIsShown()
    {
        Desk desk({}, 2000);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        desk.service.server->addFault(QStringLiteral("generate:1=status=500"));
        desk.press(0, "regenerate-1-5-0");
        QTRY_COMPARE(desk.answer(0).state, State::Failed);
        QCOMPARE(desk.figure(0, "figureTokens"), QStringLiteral("–"));
        desk.press(0, "branchBack-1-0-0");
        QVERIFY(desk.figure(0, "figureTokens").contains(QStringLiteral("out")));
    }

    void theFiguresGrowWithTheAnswer()
    {
        Desk desk(QByteArray("word ").repeated(400), 100);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.figure(0, "figureTime") != QStringLiteral("–"));
        QCOMPARE(desk.answer(0).state, State::Streaming);
        QTRY_VERIFY(desk.figure(0, "figureTokens").contains(QStringLiteral("out")));
        QTRY_VERIFY(desk.figure(0, "figureSpeed").contains(QStringLiteral("tok/s")));
        QCOMPARE(desk.answer(0).state, State::Streaming);
        QCOMPARE(desk.figure(1, "figureCost"), QStringLiteral("–")); // not known before the end
    }

    void anEditedPromptIsTurnedBackInAllColumns()
    {
        Desk desk;
        desk.ask(QStringLiteral("old"));
        QTRY_VERIFY(desk.isAnswered());
        desk.choose(0, 0, "editMessage");
        desk.prompt()->selectAll();
        desk.ask(QStringLiteral("new"));
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.prompts(1), QStringList(QStringLiteral("new")));
        desk.press(1, "branchBack-0-0-0");
        for (int column : {0, 1})
            QCOMPARE(desk.prompts(column), QStringList(QStringLiteral("old")));
    }

    // ---- editing

    void editingAsksAllThoughOneOfThemWasContinued()
    {
        Desk desk;
        desk.click("compareSettingsButton");
        QTest::keyClicks(desk.find<QLineEdit>("maxTokens"), QStringLiteral("3"));
        desk.click("compareSettingsButton");
        desk.prompt()->setFocus();
        desk.ask(QStringLiteral("first"));
        QTRY_VERIFY(desk.isAnswered());
        desk.press(0, "goOn-1-5-0");
        QTRY_VERIFY(desk.isAnswered() && desk.answer(0).continues);
        desk.ask(QStringLiteral("second"));
        QTRY_VERIFY(desk.isAnswered() && desk.asked() == 5);
        QTest::keyClicks(desk.prompt(), QStringLiteral("half a thought"));
        desk.choose(0, 3, "editMessage");
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("second"));
        QVERIFY(desk.find("compareEditing")->isVisible());
        QVERIFY(desk.find<QLabel>("compareEditingText")->text().contains(QStringLiteral("prompt 2")));
        QTest::keyClicks(desk.prompt(), QStringLiteral(", changed"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return);
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.asked(), 7);
        const QStringList wanted{QStringLiteral("first"), QStringLiteral("second, changed")};
        for (int column : {0, 1}) {
            QCOMPARE(desk.prompts(column), wanted);
            QVERIFY(desk.columns().at(column)->answer());
        }
        QVERIFY(!desk.find("compareEditing")->isVisible());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("half a thought"));
    }

    void whoHasNoSuchPromptIsAskedAtTheEnd()
    {
        Desk desk("Short."); // so that all messages are in sight
        desk.ask(QStringLiteral("first"));
        QTRY_VERIFY(desk.isAnswered());
        desk.ask(QStringLiteral("second"));
        QTRY_VERIFY(desk.isAnswered() && desk.asked() == 4);
        desk.choose(1, 1, "regenerate"); // what followed it stays on the other branch
        QTRY_VERIFY(desk.isAnswered() && desk.asked() == 5);
        QCOMPARE(desk.prompts(1).size(), 1);
        desk.choose(0, 2, "editMessage");
        desk.prompt()->selectAll();
        desk.ask(QStringLiteral("third"));
        QTRY_VERIFY(desk.isAnswered());
        const QStringList wanted{QStringLiteral("first"), QStringLiteral("third")};
        QCOMPARE(desk.prompts(0), wanted);
        QCOMPARE(desk.prompts(1), wanted);
    }

    void editingEndsWithEscapeAndLeavesEverything()
    {
        Desk desk;
        desk.ask(QStringLiteral("first"));
        QTRY_VERIFY(desk.isAnswered());
        QTest::keyClicks(desk.prompt(), QStringLiteral("draft"));
        desk.choose(1, 0, "editMessage");
        QTest::keyClicks(desk.prompt(), QStringLiteral("xyz"));
        QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        QVERIFY(desk.window->isVisible());
        QVERIFY(!desk.find("compareEditing")->isVisible());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("draft"));
        desk.choose(1, 0, "editMessage");
        desk.click("compareEndEditing");
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("draft"));
        QCOMPARE(desk.asked(), 2);
    }

private:
    static RemedyBar *remedy(const Desk &desk, int column)
    {
        return desk.columns().at(column)->findChild<RemedyBar *>();
    }

    /// What is said about it; empty where nothing is.
    static QString leftOut(const Desk &desk, int column)
    {
        const auto *label = desk.columns().at(column)->findChild<QLabel *>(QStringLiteral("comparedLeftOut"));
        return label->isVisible() ? label->text() : QString();
    }
};

QTEST_MAIN(TestUiAnswerColumn)
#include "tst_ui_answercolumn.moc"
