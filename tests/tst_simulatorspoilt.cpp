// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr auto generation = "/api/v1/services/aigc/text-generation/generation";
constexpr auto streaming = "Authorization: Bearer k\r\nX-DashScope-SSE: enable\r\n";

/// The data of every event, one after the other.
QList<QByteArray> eventsOf(const QByteArray &body)
{
    QList<QByteArray> events;
    for (const QByteArray &line : body.split('\n'))
        if (line.startsWith("data:"))
            events.append(line.mid(5).trimmed());
    return events;
}

} // namespace

/// Faults that make something hostile of an answer: without end, huge, deep, torn apart, repeated, incomplete.
class TestSimulatorSpoilt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_still = std::make_unique<StillServer>(
            Options{.deployments = 0, .tokensPerSecond = 0, .reply = QByteArray("wörter ").repeated(20)});
        DeployedModel model;
        model.id = QStringLiteral("mine");
        model.modelName = QStringLiteral("qwen-plus");
        m_still->world().insert(model);
    }
    void cleanup() { m_still.reset(); }

    void anAnswerNeverEnds_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::addColumn<QByteArray>("holds"); // after a while
        QTest::newRow("endless") << false << QByteArray("xxxxxxxx");
        QTest::newRow("endless") << true << QByteArray("data:{\"output\"");
        QTest::newRow("endless-header") << false << QByteArray("X-Padding: xxx");
        QTest::newRow("endless-header") << true << QByteArray("X-Padding: xxx");
        QTest::newRow("gzip-bomb") << false << QByteArray("Content-Encoding: gzip");
        QTest::newRow("gzip-bomb") << true << QByteArray("Content-Encoding: gzip");
        QTest::newRow("gzip-flood") << false << QByteArray("Content-Encoding: gzip");
    }
    void anAnswerNeverEnds()
    {
        QFETCH(bool, isStream);
        QFETCH(QByteArray, holds);
        add(QByteArray("any=") + QTest::currentDataTag());
        RawClient client(m_still->url());
        isStream ? ask(client) : client.ask("GET", "/api/v1/deployments");
        QByteArray wire;
        const int enough = holds.startsWith("X-Padding") ? 5'000 : 1'000'000;
        QTRY_VERIFY((wire += client.socket().readAll()).size() > enough);
        QVERIFY(wire.contains(holds));
        QVERIFY(!client.closed());
        QCOMPARE(wire.contains("\r\n\r\n"), !QByteArray(QTest::currentDataTag()).contains("header"));
        QVERIFY(!wire.contains(R"("finish_reason":"stop")"));
    }

    void anEndlessAnswerWaitsForItsReader()
    {
        add("any=endless");
        RawClient client(m_still->url());
        client.socket().setReadBufferSize(1000);
        client.ask("GET", "/api/v1/deployments");
        QTRY_COMPARE(client.socket().bytesAvailable(), 1000);
        client.socket().setReadBufferSize(0);
        qsizetype more = 0;
        QTRY_VERIFY((more += client.socket().readAll().size()) > 100'000);
    }

    void compressedBodiesUnpackToTheAnswerAndBlanks_data()
    {
        QTest::addColumn<double>("times");
        QTest::newRow("gzip-bomb") << 158.0;
        QTest::newRow("gzip-flood") << 33.0;
    }
    void compressedBodiesUnpackToTheAnswerAndBlanks()
    {
        QFETCH(double, times);
        add(QByteArray("any=") + QTest::currentDataTag());
        RawClient client(m_still->url());
        client.ask("GET", "/api/v1/deployments/mine");
        QByteArray wire;
        QTRY_VERIFY((wire += client.socket().readAll()).size() > 100'000);
        const QByteArray packed = chunks(wire).mid(10); // without gzip's head
        const QByteArray unpacked = inflated(packed);
        QVERIFY2(unpacked.startsWith("{\"request_id\"") && unpacked.contains("mine"), unpacked.left(200).constData());
        QVERIFY(unpacked.trimmed().endsWith('}'));
        const double ratio = double(unpacked.size()) / double(packed.size());
        QVERIFY2(ratio > times * 0.95 && ratio < times * 1.05, QByteArray::number(ratio).constData());
    }

    void anInterimHeadComesFirst()
    {
        add("any=interim");
        RawClient client(m_still->url());
        client.ask("GET", "/api/v1/deployments/mine");
        QByteArray wire;
        QTRY_VERIFY((wire += client.socket().readAll()).contains("mine"));
        QVERIFY(wire.startsWith("HTTP/1.1 103 Interim\r\nLink: </hint>\r\n\r\nHTTP/1.1 200 OK\r\n"));
    }

    void aStatusBelow200IsTheLastThatComes()
    {
        add("any=status=103,empty");
        const RawClient::Answer answer = askOnce(m_still->url(), "GET", "/api/v1/deployments");
        QVERIFY(answer.wire.startsWith("HTTP/1.1 103"));
        QVERIFY(answer.ended && answer.body.isEmpty());
    }

    void nothingTellsThatAnUnframedBodyWasCut()
    {
        add("any=cut-unframed=20");
        for (const bool isStream : {false, true}) {
            const RawClient::Answer answer =
                isStream ? stream() : askOnce(m_still->url(), "GET", "/api/v1/deployments");
            QVERIFY(answer.ended);
            QCOMPARE(answer.body.size(), 20);
            QVERIFY(answer.header("Content-Length").isEmpty() && answer.header("Transfer-Encoding").isEmpty());
        }
    }

    void aStalledAnswerStopsAndStaysOpen()
    {
        add("any=stall=20");
        for (const bool isStream : {false, true}) {
            RawClient client(m_still->url());
            isStream ? ask(client) : client.ask("GET", "/api/v1/deployments");
            const RawClient::Answer answer = client.receive(200);
            QVERIFY(!answer.ended && !client.closed());
            QVERIFY(answer.wire.contains("\r\n\r\n"));
            QVERIFY(answer.body.size() <= 20 && !answer.body.isEmpty());
        }
    }

    void aSplitAnswerComesInSmallPieces()
    {
        const QByteArray full = stream().body;
        add("any=split");
        RawClient client(m_still->url());
        int pieces = 0;
        connect(&client.socket(), &QTcpSocket::readyRead, this, [&pieces] { ++pieces; });
        ask(client);
        const RawClient::Answer answer = client.receive();
        QVERIFY(answer.whole);
        QCOMPARE(eventsOf(answer.body).size(), eventsOf(full).size());
        QVERIFY2(pieces >= 10, QByteArray::number(pieces).constData());
    }

    void bytesThatAreNoUtf8StandInATextThatPeopleSee()
    {
        add("any=bad-utf8");
        QVERIFY(m_still->ask("GET", "deployments").body.contains("\"model_name\":\"\xff\xc3(qwen"));
        const auto events = eventsOf(stream().body);
        for (const QByteArray &event : events)
            QVERIFY2(event.contains("\"text\":\"\xff\xc3("), event.constData());
        QVERIFY(!events.isEmpty());
    }

    void oneMemberIsHugeOrDeep_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<int>("size");
        QTest::newRow("long-line") << QByteArray("{\"padding\":\"xxx") << 1'000'000;
        QTest::newRow("long-line=2000") << QByteArray("{\"padding\":\"xxx") << 2000;
        QTest::newRow("nested=500") << QByteArray("{\"padding\":[[[") << 1000;
    }
    void oneMemberIsHugeOrDeep()
    {
        QFETCH(QByteArray, begin);
        QFETCH(int, size);
        const qsizetype wholeSize = m_still->ask("GET", "deployments/mine").body.size();
        add(QByteArray("any=") + QTest::currentDataTag());
        const QByteArray body = m_still->ask("GET", "deployments/mine").body;
        QVERIFY(body.startsWith(begin));
        QVERIFY(body.size() > wholeSize + size);
        const auto events = eventsOf(stream().body);
        QVERIFY(!events[1].startsWith(begin) && events[2].startsWith(begin) && !events[3].startsWith(begin));
        QVERIFY(events[2].size() > size);
    }

    void anEventComesTwiceOrNotAtAll()
    {
        const auto usual = eventsOf(stream().body);
        add("generate:1=repeat-event=3");
        const auto repeated = eventsOf(stream().body);
        QCOMPARE(repeated.size(), usual.size() + 1);
        QCOMPARE(repeated[3], repeated[4]);
        QVERIFY(repeated[2] != repeated[3]);
        add("generate:1=drop-event=3");
        const QByteArray dropped = stream().body;
        QCOMPARE(eventsOf(dropped).size(), usual.size() - 1);
        QVERIFY(dropped.contains("id:3\n") && !dropped.contains("id:4\n") && dropped.contains("id:5\n"));
    }

private:
    void add(const QByteArray &spec)
    {
        QString problem;
        QVERIFY2(m_still->server().addFault(QString::fromUtf8(spec), &problem), qPrintable(problem));
    }

    void ask(RawClient &client)
    {
        client.ask("POST", generation,
                   R"({"model":"mine","input":{"prompt":"hi"},"parameters":{"incremental_output":true}})", streaming);
    }
    RawClient::Answer stream()
    {
        RawClient client(m_still->url());
        ask(client);
        return client.receive();
    }

    /// What the chunks of a body that has not ended hold, as far as they are whole.
    static QByteArray chunks(const QByteArray &wire)
    {
        QByteArray body;
        qsizetype at = wire.indexOf("\r\n\r\n") + 4;
        while (true) {
            const qsizetype lineEnd = wire.indexOf("\r\n", at);
            const qsizetype size = lineEnd < 0 ? 0 : wire.mid(at, lineEnd - at).toLongLong(nullptr, 16);
            if (size == 0 || lineEnd + 2 + size > wire.size())
                return body;
            body += wire.mid(lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }

    /// An inflater for what the simulator packs: a stored block, then one block of the fixed codes for a blank and for
    /// repetitions of the byte before. Written from RFC 1951, not from the packer.
    static QByteArray inflated(const QByteArray &packed)
    {
        const auto byteAt = [&packed](qsizetype i) { return static_cast<quint8>(packed.at(i)); };
        qsizetype at = 0;
        QByteArray unpacked;
        while (byteAt(at) == 0) {
            const qsizetype size = byteAt(at + 1) + 256 * byteAt(at + 2);
            unpacked += packed.mid(at + 5, size);
            at += 5 + size;
        }
        qsizetype bit = at * 8 + 3;
        const auto code = [&](int count) {
            unsigned value = 0;
            for (int i = 0; i < count; ++i, ++bit)
                value = value * 2 + ((byteAt(bit / 8) >> (bit % 8)) & 1U);
            return value;
        };
        while (bit + 13 + 3 <= packed.size() * 8) {
            const unsigned seven = code(7);
            if (seven <= 0b0010111) { // lengths 3 to 114; here those without extra bits
                code(5);
                unpacked.append(qsizetype(seven - 1 + 3), unpacked.back());
                continue;
            }
            const unsigned eight = seven * 2 + code(1);
            if (eight == 0b11000101) {
                code(5);
                unpacked.append(qsizetype(258), unpacked.back());
            } else {
                unpacked += static_cast<char>(eight - 0b00110000);
            }
        }
        return unpacked;
    }

    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorSpoilt)
#include "tst_simulatorspoilt.moc"
