// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventloop.h"
#include "ui/chat/fontrehearsal.h"
#include "ui/chat/framepace.h"
#include "ui/chat/transcript.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

class TestFramePace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderGetsFewerFramesThanAFlood()
    {
        QCOMPARE(FramePace::timeFor(1ms, false), 24ms);
        QCOMPARE(FramePace::timeFor(1ms, true), 8ms);
    }

    void framesOfUpTo24MillisecondsTakeHalfOfTheTimeAtMost()
    {
        QCOMPARE(FramePace::timeFor(20ms, false), 40ms);
        QCOMPARE(FramePace::timeFor(24ms, false), 48ms);
        QCOMPARE(FramePace::timeFor(500ms, false), 48ms);
    }

    void inAFloodFramesLeaveFiveMillisecondsToRead()
    {
        QCOMPARE(FramePace::timeFor(4ms, true), 8ms);
        QCOMPARE(FramePace::timeFor(9ms, true), 14ms);
        QCOMPARE(FramePace::timeFor(20ms, true), 25ms);
        QCOMPARE(FramePace::timeFor(500ms, true), 48ms);
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
        pace.flow();
        QTRY_COMPARE(due.count(), 1);
        pace.beginFrame();
        pace.endLayout();
        for (int piece = 0; piece < 1000; ++piece) {
            pace.grow(1);
            pace.flow();
        }
        QTRY_COMPARE(due.count(), 2);
        pace.beginFrame();
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
};

QTEST_MAIN(TestFramePace)
#include "tst_ui_framepace.moc"
