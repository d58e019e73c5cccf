// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/eventstream.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Slipway;

namespace {

QList<ServerEvent> readInPieces(const QByteArray &bytes, qsizetype size)
{
    EventStream stream;
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        events += stream.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
    if (const auto last = stream.end())
        events += *last;
    return events;
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesBecomeEventsInAnySplit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<ServerEvent>>("events");
        const auto row = [](const char *name, const QByteArray &bytes, const QList<ServerEvent> &events) {
            QTest::newRow(name) << bytes << events;
        };
        row("native",
            "id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"a\":1}\n\nid:2\nevent:error\n:HTTP_STATUS/429\ndata:{}\n\n",
            {{"1", "result", "{\"a\":1}", 200}, {"2", "error", "{}", 429}});
        row("compatible", "data: {\"a\":1}\n\ndata: [DONE]\n\n", {{{}, {}, "{\"a\":1}"}, {{}, {}, "[DONE]"}});
        row("CRLF", "id:1\r\ndata:x\r\n\r\ndata:y\r\n\r\n", {{"1", {}, "x"}, {{}, {}, "y"}});
        row("CR", "id:1\rdata:x\r\rdata:y\r\r", {{"1", {}, "x"}, {{}, {}, "y"}});
        row("mixed ends", "data:x\r\n\ndata:y\n\r\ndata:z\r\r", {{{}, {}, "x"}, {{}, {}, "y"}, {{}, {}, "z"}});
        row("many data lines", "data:a\ndata:\ndata: b\ndata\n\n", {{{}, {}, "a\n\nb\n"}});
        row("one blank is taken", "data:  a\n\n", {{{}, {}, " a"}});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data:x\n\n",
            {{{}, {}, "x"}});
        row("comments", ": ping\n\n:\ndata:x\n: y\n\n", {{{}, {}, "x"}});
        row("unknown fields", "retry:1\nfoo:bar\nbaz\ndata:x\n\n", {{{}, {}, "x"}});
        row("no data no event", "id:1\nevent:result\n\ndata:x\n\n", {{{}, {}, "x"}});
        row("empty data", "data:\n\n", {{{}, {}, ""}});
        row("error without data", "event:error\n:HTTP_STATUS/500\n\n", {{{}, "error", {}, 500}});
        row("event with a blank", "event: error\ndata: {}\n\n", {{{}, "error", "{}"}});
        row("end without blank line", "data:x\n", {{{}, {}, "x"}});
        row("end within the line", "data:x", {{{}, {}, "x"}});
        row("no bytes", "", {});
        row("UTF-8", "data:模型😀\n\n", {{{}, {}, "模型😀"}});
        row("NUL in data", QByteArray("data:a\0b\n\n", 10), {{{}, {}, QByteArray("a\0b", 3)}});
    }

    void bytesBecomeEventsInAnySplit()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QList<ServerEvent>, events);
        for (qsizetype size = 1; size <= bytes.size() + 1; ++size)
            QCOMPARE(readInPieces(bytes, size), events);
    }

    void aLineThatNeverEndsOverflows()
    {
        EventStream stream(1000);
        for (int i = 0; i < 100; ++i)
            stream.feed("0123456789012345");
        QVERIFY(stream.hasOverflowed());
        QVERIFY(stream.feed("\n\ndata:x\n\n").isEmpty());
        QVERIFY(!stream.end());
    }

    void anEventOfManyLinesOverflows()
    {
        EventStream stream(1000);
        for (int i = 0; i < 200; ++i)
            stream.feed("data:0123456789\n");
        QVERIFY(stream.hasOverflowed());
    }

    void manyEventsInOnePieceTakeTimeInProportion()
    {
        const auto timeOf = [](int count) {
            const QByteArray bytes = QByteArray("data:{\"a\":1}\n\n").repeated(count);
            QElapsedTimer timer;
            timer.start();
            EventStream stream;
            const auto events = stream.feed(bytes);
            return events.size() == count ? timer.nsecsElapsed() : -1;
        };
        QVERIFY(timeOf(1'000) > 0);
        const qint64 small = std::min({timeOf(20'000), timeOf(20'000), timeOf(20'000)});
        const qint64 large = timeOf(200'000);
        QVERIFY2(large < small * 60, qPrintable(QStringLiteral("%1 ns, %2 ns").arg(small).arg(large)));
    }
};

QTEST_APPLESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
