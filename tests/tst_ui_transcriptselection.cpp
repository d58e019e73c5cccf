// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Selecting text of a reply that grows meanwhile.
#include "ui/chat/transcript.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

/// A streamed reply that is followed, longer than the window.
class GrowingReply
{
public:
    explicit GrowingReply(const QString &text)
    {
        m_turn.role = Role::Assistant;
        m_turn.state = Turn::State::Streaming;
        m_turn.content = text;
        transcript.resize(500, 400);
        transcript.show();
        transcript.setTurns({m_turn});
    }

    /// And waits until it is seen.
    void grow(const QString &more)
    {
        const int before = bar()->maximum();
        m_turn.content += more;
        transcript.updateTurn(0, m_turn);
        QTRY_VERIFY(bar()->maximum() > before);
    }

    void complete()
    {
        m_turn.state = Turn::State::Complete;
        transcript.updateTurn(0, m_turn);
    }

    QScrollBar *bar() const { return transcript.verticalScrollBar(); }
    bool isAtEnd() const { return bar()->value() == bar()->maximum(); }

    /// Left of a link, which is the beginning of its line.
    QPoint before(const QString &link) const
    {
        for (int y = 0; y < transcript.viewport()->height(); y += 3) {
            for (int x = 0; x < transcript.viewport()->width(); x += 3) {
                if (transcript.linkAt({x, y}) == link)
                    return {2, y + 3};
            }
        }
        return {};
    }

    void doubleClick(const QPoint &at)
    {
        QTest::mouseClick(transcript.viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(transcript.viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(transcript.viewport(), Qt::LeftButton, {}, at);
    }

    Transcript transcript;

private:
    Turn m_turn;
};

class TestUiTranscriptSelection : public QObject
{
    Q_OBJECT

private:
    static QString address(int number) { return QStringLiteral("https://e.x/%1").arg(number); }

    static QString paragraphs(int from, int count)
    {
        QString text;
        for (int i = from; i < from + count; ++i)
            text += QStringLiteral("[%1](%2) and words\n\n").arg(address(i), address(i));
        return text;
    }

private Q_SLOTS:
    void whatIsDraggedOverIsSelectedWhileTheReplyGrows()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        QWidget *surface = reply.transcript.viewport();
        const QPoint from = reply.before(address(33));
        const QPoint to = reply.before(address(36));
        QVERIFY(reply.isAtEnd() && !from.isNull() && !to.isNull());
        QTest::mousePress(surface, Qt::LeftButton, {}, from);
        reply.grow(paragraphs(40, 30));
        QCOMPARE(reply.before(address(33)), from);
        QTest::mouseMove(surface, (from + to) / 2);
        reply.grow(paragraphs(70, 30));
        QTest::mouseMove(surface, to);
        reply.grow(paragraphs(100, 5));
        QTest::mouseRelease(surface, Qt::LeftButton, {}, to);
        const QString expected = QStringLiteral("https://e.x/33 and words\n\nhttps://e.x/34 and words\n\n"
                                                "https://e.x/35 and words");
        QCOMPARE(reply.transcript.selectedText(), expected);
        reply.grow(paragraphs(105, 30));
        QCOMPARE(reply.transcript.selectedText(), expected);
        QCOMPARE(reply.before(address(33)), from);
        QTest::mouseClick(reply.transcript.findChild<QPushButton *>(QStringLiteral("latest")), Qt::LeftButton);
        QVERIFY(reply.isAtEnd());
        reply.grow(paragraphs(135, 5));
        QVERIFY(reply.isAtEnd());
        QCOMPARE(reply.transcript.selectedText(), expected);
    }

    void oneLongParagraphStaysUnderThePointerWhileItGrows()
    {
        const QString words = QStringLiteral("words of it that go on ");
        GrowingReply reply(words.repeated(100) + QStringLiteral("[here](https://e.x/1) ") + words.repeated(40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&reply.transcript, Qt::Key_Up);
        QVERIFY(reply.bar()->value() > 50); // the beginning of the paragraph is far above
        QTRY_VERIFY(!reply.before(address(1)).isNull());
        const QPoint at = reply.before(address(1));
        QTest::mousePress(reply.transcript.viewport(), Qt::LeftButton, {}, at);
        for (int i = 0; i < 5; ++i) {
            reply.grow(words.repeated(20));
            QCOMPARE(reply.before(address(1)), at);
        }
        QTest::mouseRelease(reply.transcript.viewport(), Qt::LeftButton, {}, at);
    }

    void theTopStaysTheTopWhileTheReplyGrows()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        QTest::keyClick(&reply.transcript, Qt::Key_Home);
        reply.grow(paragraphs(40, 10));
        QCOMPARE(reply.bar()->value(), 0);
    }

    void aClickThatSelectsNothingGoesOnFollowing()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        QTest::mousePress(reply.transcript.viewport(), Qt::LeftButton, {}, QPoint(300, 200));
        reply.grow(paragraphs(40, 10));
        QVERIFY(!reply.isAtEnd());
        QTest::mouseRelease(reply.transcript.viewport(), Qt::LeftButton, {}, QPoint(300, 200));
        QVERIFY(reply.isAtEnd());
        reply.grow(paragraphs(50, 10));
        QVERIFY(reply.isAtEnd());
    }

    void aDoubleClickedWordStaysInSight()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        const QPoint at = reply.before(address(35)) + QPoint(150, 4);
        reply.doubleClick(at);
        QVERIFY(reply.transcript.hasSelection());
        reply.grow(paragraphs(40, 10));
        QCOMPARE(reply.before(address(35)) + QPoint(150, 4), at);
    }

    void aSelectionInAWholeReplyDoesNotStopTheNextFromBeingFollowed()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        reply.complete();
        QTRY_VERIFY(reply.isAtEnd());
        reply.doubleClick(reply.before(address(35)) + QPoint(150, 4));
        QVERIFY(reply.transcript.hasSelection());
        QVERIFY(reply.transcript.isFollowing());
    }

    void aLinkIsOpenedThoughTheReplyGrewUnderTheButton()
    {
        GrowingReply reply(paragraphs(0, 40));
        QVERIFY(QTest::qWaitForWindowExposed(&reply.transcript));
        QSignalSpy activated(&reply.transcript, &Transcript::linkActivated);
        const QPoint at = reply.before(address(35)) + QPoint(40, 4);
        QTest::mousePress(reply.transcript.viewport(), Qt::LeftButton, {}, at);
        reply.grow(paragraphs(40, 10));
        QTest::mouseRelease(reply.transcript.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).toUrl(), QUrl(address(35)));
    }
};

QTEST_MAIN(TestUiTranscriptSelection)
#include "tst_ui_transcriptselection.moc"
