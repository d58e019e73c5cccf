// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventloop.h"
#include "ui/chat/fontrehearsal.h"
#include "ui/chat/framepace.h"
#include "ui/chat/transcript.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;
using std::chrono::microseconds;

class TestFramePace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderGetsFewerFramesThanAFlood()
    {
        QCOMPARE(FramePace::timeFor(1ms, false), microseconds(24ms));
        QCOMPARE(FramePace::timeFor(1ms, true), microseconds(8ms));
    }

    void framesOfUpTo24MillisecondsTakeHalfOfTheTimeAtMost()
    {
        QCOMPARE(FramePace::timeFor(20ms, false), microseconds(40ms));
        QCOMPARE(FramePace::timeFor(24ms, false), microseconds(48ms));
        QCOMPARE(FramePace::timeFor(500ms, false), microseconds(48ms));
    }

    void inAFloodFramesLeaveFiveMillisecondsToReadOrThreeAtLeast()
    {
        QCOMPARE(FramePace::timeFor(3ms, true), microseconds(8ms));
        QCOMPARE(FramePace::timeFor(3700us, true), microseconds(8700us));
        QCOMPARE(FramePace::timeFor(9ms, true), microseconds(14ms));
        QCOMPARE(FramePace::timeFor(10ms, true), microseconds(14ms));
        QCOMPARE(FramePace::timeFor(11ms, true), microseconds(14ms));
        QCOMPARE(FramePace::timeFor(20ms, true), microseconds(23ms));
        QCOMPARE(FramePace::timeFor(500ms, true), microseconds(48ms));
    }

    void aFloodIsToldByItsSpeedWhateverTheTimeBetweenFrames()
    {
        for (const auto time : {4ms, 10ms, 24ms}) {
            QVERIFY(!FramePace::isFlood(8 * time.count(), time));
            QVERIFY(FramePace::isFlood(8 * time.count() + 1, time));
        }
        QVERIFY(!FramePace::isFlood(0, 0ms));
    }

    void theFirstWordsAreDueAtOnceInEachFlow()
    {
        FramePace pace;
        QSignalSpy due(&pace, &FramePace::due);
        pace.wantFrameNow();
        QTRY_COMPARE(due.count(), 1);
        for (int reply = 2; reply < 4; ++reply) {
            pace.beginFrame();
            pace.endLayout();
            pace.flow();
            QVERIFY(takeTurn());
            QCOMPARE(due.count(), reply);
            pace.endFlow();
        }
    }

    void manyPiecesAreOneFrame()
    {
        FramePace pace;
        QSignalSpy due(&pace, &FramePace::due);
        layOutFirst(pace, due);
        for (int piece = 0; piece < 1000; ++piece) {
            pace.grow(1);
            pace.flow();
        }
        QTRY_COMPARE(due.count(), 2);
        pace.beginFrame();
        QVERIFY(takeTurn());
        QCOMPARE(due.count(), 2);
    }

    // A first frame of some milliseconds would leave no time to read before the second.
    void theSecondFrameComesSoonAfterTheFirstIsThere()
    {
        FramePace pace;
        QSignalSpy due(&pace, &FramePace::due);
        pace.flow();
        QTRY_COMPARE(due.count(), 1);
        QElapsedTimer sinceFrame;
        sinceFrame.start();
        pace.beginFrame();
        pace.endLayout();
        qint64 waited = 0;
        connect(&pace, &FramePace::due, this, [&] { waited = sinceFrame.elapsed(); });
        pace.endPaint(18ms);
        pace.flow();
        QTRY_COMPARE(due.count(), 2);
        QVERIFY2(waited >= 22, qPrintable(QString::number(waited)));
    }

    // Words come between layout and paint, too; a frame that was asked for then would have nothing new to show.
    void aFrameThatIsWantedBeforeTheLastIsPaintedWaitsForItsWholeTime()
    {
        FramePace pace;
        QSignalSpy due(&pace, &FramePace::due);
        QElapsedTimer sinceFrame;
        for (int frame = 1; frame < 3; ++frame) { // the second comes soon in any case
            pace.flow();
            QTRY_COMPARE(due.count(), frame);
            sinceFrame.start();
            pace.beginFrame();
            pace.endLayout();
        }
        qint64 waited = 0;
        connect(&pace, &FramePace::due, this, [&] { waited = sinceFrame.elapsed(); });
        pace.flow();
        pace.endPaint(22ms);
        QTRY_COMPARE(due.count(), 3);
        QVERIFY2(waited >= 44, qPrintable(QString::number(waited)));
    }

    void theLastWordsDoNotWaitForThePaint()
    {
        FramePace pace;
        QSignalSpy due(&pace, &FramePace::due);
        layOutFirst(pace, due);
        pace.endFlow();
        pace.wantFrameNow();
        pace.endPaint(1h);
        QVERIFY(takeTurn());
        QCOMPARE(due.count(), 2);
    }

    void fontsAreTriedWhenATranscriptIsFirstSeenAndWhenTheyChange()
    {
        Transcript transcript;
        const auto tried = [&] { return transcript.findChild<FontRehearsal *>() != nullptr; };
        QVERIFY(!tried());
        transcript.show();
        QVERIFY(tried());
        QTRY_VERIFY(!tried());
        transcript.hide();
        transcript.show();
        QVERIFY(!tried());
        QFont other = transcript.font();
        other.setPointSize(other.pointSize() + 3);
        transcript.setFont(other);
        QVERIFY(tried());
        QTRY_VERIFY(!tried());
    }

private:
    static void layOutFirst(FramePace &pace, const QSignalSpy &due)
    {
        pace.flow();
        QTRY_COMPARE(due.count(), 1);
        pace.beginFrame();
        pace.endLayout();
    }
};

QTEST_MAIN(TestFramePace)
#include "tst_ui_framepace.moc"
