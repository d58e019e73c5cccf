// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a reply costs while it comes, counted in layouts, frames and turns of the event loop: how long they take is
// measured by tests/bench.
#include "tests/support/chatservice.h"
#include "tests/support/eventloop.h"
#include "tests/support/paintwatch.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/transcript.h"

#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Slipway;

/// Headings, lists, a table, code and two languages, again and again.
static QString mixedMarkdown(qsizetype size)
{
    QString text;
    for (int part = 0; text.size() < size; ++part) {
        text +=
            QStringLiteral("## Part %1\n\nSome words of *this* part, with `code` and [a link](https://e.x/%1), which "
                           "go on for a while, so that there is more than one line of them.\n\n"
                           "部署按小时计费，扩缩容之后立即生效，下线之后不再计费。\n\n"
                           "- one thing\n- another\n  1. of which\n  2. there are two\n\n"
                           "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 甲 | 乙 | 丙 |\n\n"
                           "```python\nfor i in range(%1):\n    print(i)\n```\n\n> and a quotation\n\n")
                .arg(part);
    }
    return text;
}

static bool isShown(Transcript &transcript)
{
    transcript.resize(500, 400);
    transcript.show();
    return QTest::qWaitForWindowExposed(&transcript);
}

static Turn growingReply()
{
    Turn turn;
    turn.role = Role::Assistant;
    turn.state = Turn::State::Streaming;
    return turn;
}

/// What was laid out while a reply came in pieces, a frame for each.
struct LaidOut
{
    qint64 characters = 0;
    qsizetype mostOfAFrame = 0;
    int mostRowsTwice = 0; ///< rows of one frame that are no new ones
    int frames = 0;
};

static LaidOut layOutInPieces(const QString &text, qsizetype piece)
{
    constexpr int width = 600;
    const TextStyle style = TextStyle::of(QGuiApplication::font(), QGuiApplication::palette());
    Turn turn = growingReply();
    TranscriptMessage message(turn);
    LaidOut all;
    qsizetype rowsBefore = 0;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        turn.content += text.mid(at, piece);
        message.update(turn);
        message.settle();
        message.arrange(style, width);
        qsizetype characters = 0;
        int rows = 0;
        for (const TranscriptMessage::Placed &placed : message.placed()) {
            if (placed.row->isLaidOut(width))
                continue;
            placed.row->layOut(style, width);
            characters += placed.row->block().source.size();
            ++rows;
        }
        const auto rowsNow = qsizetype(message.placed().size());
        all.mostRowsTwice = std::max(all.mostRowsTwice, rows - int(std::max<qsizetype>(0, rowsNow - rowsBefore)));
        all.characters += characters;
        all.mostOfAFrame = std::max(all.mostOfAFrame, characters);
        ++all.frames;
        rowsBefore = rowsNow;
    }
    return all;
}

/// A pane in a window, talking to a simulated service that sends as fast as it can.
struct FastDesk
{
    explicit FastDesk(const QByteArray &reply) : service(reply)
    {
        deployment.deployedModel = service.conversation()->deployedModel();
        deployment.status = Status::Running;
        pane.resize(600, 500);
        pane.setConversation(service.conversation(), &deployment);
        pane.show();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(&pane)); }();
    }

    Transcript *transcript() const { return pane.findChild<Transcript *>(QStringLiteral("transcript")); }
    const Turn &reply() { return service.conversation()->turns().constLast(); }
    void ask() const
    {
        auto *prompt = pane.findChild<PromptEdit *>(QStringLiteral("prompt"));
        QTest::keyClicks(prompt, QStringLiteral("go"));
        QTest::keyClick(prompt, Qt::Key_Return);
    }

    ChatService service;
    Deployment deployment;
    ChatPane pane;
};

class TestUiReplyFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLaidOutGrowsWithTheReplyAndNotWithItsSquare()
    {
        const LaidOut third = layOutInPieces(mixedMarkdown(40'000), 120);
        const LaidOut whole = layOutInPieces(mixedMarkdown(120'000), 120);
        QVERIFY(whole.frames > 900);
        QVERIFY2(whole.characters < 33 * third.characters / 10, qPrintable(QString::number(whole.characters)));
        QVERIFY2(whole.characters < 5 * 120'000, qPrintable(QString::number(whole.characters)));
    }

    void finishedBlocksAreLaidOutOnceAndTheOpenOneOnceAFrame()
    {
        const LaidOut all = layOutInPieces(mixedMarkdown(120'000), 40);
        QVERIFY2(all.mostRowsTwice <= 1, qPrintable(QString::number(all.mostRowsTwice)));
        QVERIFY2(all.mostOfAFrame < 1000, qPrintable(QString::number(all.mostOfAFrame)));
    }

    void aReplyThatGrowsAThousandTimesWithinAFrameIsNotPaintedMoreOften()
    {
        Transcript transcript;
        QVERIFY(isShown(transcript));
        Turn turn = growingReply();
        int paints = 0;
        const PaintWatch watch(transcript.viewport(), [&] { ++paints; });
        transcript.setTurns({turn});
        QTRY_VERIFY(paints > 0);
        paints = 0;
        for (int i = 0; i < 1000; ++i) {
            turn.content += QStringLiteral("word ");
            transcript.updateTurn(0, turn);
        }
        QTRY_COMPARE(transcript.replyMarkdown(0), turn.content);
        QTRY_VERIFY(paints > 0);
        QTest::qWait(100);                                          // proves silence
        QVERIFY2(paints <= 2, qPrintable(QString::number(paints))); // one of them may be the window's own
    }

    void aReplyIsAskedForOnceAFrameHoweverManyPiecesCame()
    {
        Transcript transcript;
        QVERIFY(isShown(transcript));
        Turn turn = growingReply();
        transcript.setTurns({turn});
        int asked = 0;
        connect(&transcript, &Transcript::turnWanted, this, [&](int index) {
            ++asked;
            transcript.updateTurn(index, turn);
        });
        for (int i = 0; i < 1000; ++i) {
            turn.content += QStringLiteral("word ");
            transcript.growTurn(0);
        }
        QCOMPARE(asked, 0);
        QTRY_COMPARE(transcript.replyMarkdown(0), turn.content);
        QCOMPARE(asked, 1);
    }

    void theFirstWordsAreShownWithoutWaitingForAFrameToBeDue()
    {
        Transcript transcript;
        QVERIFY(isShown(transcript));
        Turn turn = growingReply();
        turn.state = Turn::State::Waiting;
        int paints = 0;
        const PaintWatch watch(transcript.viewport(), [&] { ++paints; });
        transcript.setTurns({turn});
        QTRY_VERIFY(paints > 0); // a frame was shown this very moment
        turn.state = Turn::State::Streaming;
        turn.content = QStringLiteral("First");
        transcript.updateTurn(0, turn);
        QVERIFY(takeTurn());
        QCOMPARE(transcript.replyMarkdown(0), turn.content);
    }

    void theScrollBarIsPaintedOnlyWhenItsHandleMoves()
    {
        Transcript transcript;
        QVERIFY(isShown(transcript));
        Turn turn = growingReply();
        turn.content = mixedMarkdown(60'000);
        transcript.setTurns({turn});
        QScrollBar *bar = transcript.verticalScrollBar();
        int frames = 0;
        int bars = 0;
        const PaintWatch frameWatch(transcript.viewport(), [&] { ++frames; });
        const PaintWatch barWatch(bar, [&] { ++bars; });
        for (int line = 0; line < 20; ++line) {
            const int before = frames;
            const int end = bar->maximum();
            turn.content += QStringLiteral("\n\nline %1").arg(line);
            transcript.updateTurn(0, turn);
            QTRY_VERIFY(frames > before && bar->maximum() > end);
            QCOMPARE(bar->value(), bar->maximum());
        }
        QVERIFY2(bars < 10, qPrintable(QString::number(bars)));
        bars = 0;
        bar->setValue(0);
        QTRY_VERIFY(bars > 0);
    }

    void theTranscriptIsNeverBehindTheWireByMoreThanTwoFrames()
    {
        const QString text = mixedMarkdown(40'000);
        FastDesk desk(text.toUtf8());
        QList<qsizetype> came; // until each frame
        qsizetype mostBehind = 0;
        int late = 0; ///< frames after the end that do not show it
        const PaintWatch watch(desk.transcript()->viewport(), [&] {
            if (desk.transcript()->count() < 2)
                return;
            const qsizetype shown = desk.transcript()->replyMarkdown(1).size();
            qsizetype behind = 0;
            while (behind < came.size() && came[came.size() - 1 - behind] > shown)
                ++behind;
            mostBehind = std::max(mostBehind, behind);
            came.append(desk.reply().content.size());
            late += desk.reply().state == Turn::State::Complete && shown < came.constLast() ? 1 : 0;
        });
        desk.ask();
        QTRY_COMPARE_WITH_TIMEOUT(desk.reply().state, Turn::State::Complete, 60'000);
        QCOMPARE(desk.reply().content, text);
        QTRY_COMPARE(desk.transcript()->replyMarkdown(1), text);
        QVERIFY2(came.size() > 3, "else nothing was seen growing");
        QVERIFY2(mostBehind <= 2, qPrintable(QString::number(mostBehind)));
        QVERIFY2(late <= 1, qPrintable(QString::number(late)));
    }

    void stopIsActedOnBeforeASecondPieceOfAFloodIsRead()
    {
        FastDesk desk(QByteArrayLiteral("word ").repeated(2'000'000));
        desk.ask();
        QTRY_VERIFY(desk.reply().content.size() > 10'000);
        QCOMPARE(desk.reply().state, Turn::State::Streaming);
        auto *button = desk.pane.findChild<QPushButton *>(QStringLiteral("sendOrStop"));
        const QPointF at = button->rect().center();
        const QPointF global = button->mapToGlobal(at);
        QSignalSpy grew(desk.service.conversation(), &Conversation::turnGrew);
        QCoreApplication::postEvent(button, new QMouseEvent(QEvent::MouseButtonPress, at, global, Qt::LeftButton,
                                                            Qt::LeftButton, Qt::NoModifier));
        QCoreApplication::postEvent(button, new QMouseEvent(QEvent::MouseButtonRelease, at, global, Qt::LeftButton,
                                                            Qt::NoButton, Qt::NoModifier));
        QTRY_COMPARE(desk.reply().state, Turn::State::Stopped);
        QVERIFY2(grew.count() <= 1, qPrintable(QString::number(grew.count())));
        grew.clear();
        QTRY_COMPARE(desk.service.server->requests().constLast().fate, Simulator::RecordedRequest::Fate::Dropped);
        QCOMPARE(grew.count(), 0);
    }
};

QTEST_MAIN(TestUiReplyFrames)
#include "tst_ui_replyframes.moc"
