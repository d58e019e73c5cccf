// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"
#include "app/modelstudio/generationapi.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QTest>
#include <QTimer>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;
using Then = RawAnswer::Then;

namespace {

QByteArray framed(const QByteArray &data, const QByteArray &status = "200", const QByteArray &type = "result")
{
    return "id:1\nevent:" + type + "\n:HTTP_STATUS/" + status + "\ndata:" + data + "\n\n";
}

/// A native event of the message format.
QByteArray said(const QByteArray &content, const QByteArray &reason = "null", const QByteArray &reasoning = {})
{
    return framed(R"({"output":{"choices":[{"message":{"content":")" + content + R"(","reasoning_content":")" +
                  reasoning + R"(","role":"assistant"},"finish_reason":")" + reason +
                  R"("}]},"usage":{"total_tokens":14,"input_tokens":12,"output_tokens":2,)"
                  R"("output_tokens_details":{"reasoning_tokens":1}},"request_id":"r-1"})");
}

QByteArray textEvent(const QByteArray &text, const QByteArray &reason)
{
    return framed(R"({"output":{"finish_reason":")" + reason + R"(","text":")" + text +
                  R"("},"usage":{"input_tokens":1},"request_id":"r-1"})");
}

QByteArray compatibleEvent(const QByteArray &delta, const QByteArray &reason)
{
    return R"(data: {"choices":[{"delta":)" + delta + R"(,"index":0,"finish_reason":)" + reason +
           R"(}],"object":"chat.completion.chunk","usage":null,"id":"chatcmpl-r-1"})" + "\n\n";
}

/// What one generation handed out.
struct Heard
{
    QString content;
    QString reasoning;
    int deltas = 0;
    QList<Usage> usages;
    Outcome<GenerationEnd> end;

    Call *ask(Client *client, const GenerationRequest &request, QObject *owner)
    {
        return GenerationApi(client).generate(
            request, owner,
            [this](const GenerationDelta &delta) {
                ++deltas;
                content += delta.content;
                reasoning += delta.reasoning;
            },
            [this](const Usage &usage) { usages.append(usage); }, end.taker());
    }

    bool isComplete() const { return end.result && end.result->hasValue(); }
};

} // namespace

class TestGenerationApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        m_client = std::make_unique<Client>(endpointAt(m_server->root(), QStringLiteral("llm-1"), "sk-secret"));
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void aStreamIsAskedForAsDocumented()
    {
        stream(said("Hi") + said("", "stop"));
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY(heard.isComplete());
        const auto request = m_server->requests().first();
        QCOMPARE(request.verb + ' ' + request.target, "POST /api/v1/services/aigc/text-generation/generation");
        QCOMPARE(request.headers.value("accept"), "text/event-stream");
        QCOMPARE(request.headers.value("x-dashscope-sse"), "enable");
        QCOMPARE(request.headers.value("x-dashscope-workspace"), "llm-1");
        QCOMPARE(request.headers.value("authorization"), "Bearer sk-secret");
        QCOMPARE(request.headers.value("content-type"), "application/json");
        QCOMPARE(request.body, bodyOf(prompt()));
    }

    void aStreamIsHandedOutAndEnds()
    {
        stream(said("Hi", "null", "hm") + said(" there") + said("", "stop"));
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QCOMPARE(heard.end.answers, 0);
        QTRY_VERIFY(heard.isComplete());
        QCOMPARE(heard.content, QStringLiteral("Hi there"));
        QCOMPARE(heard.reasoning, QStringLiteral("hm"));
        QCOMPARE(heard.end.value().finishReason, QStringLiteral("stop"));
        QCOMPARE(heard.end.value().requestId, QStringLiteral("r-1"));
        const Usage usage{.inputTokens = 12, .outputTokens = 2, .totalTokens = 14, .reasoningTokens = 1};
        QVERIFY(heard.end.value().usage == usage);
        QCOMPARE(heard.usages.size(), 1);
        QVERIFY(heard.usages.first() == usage);
    }

    void everyFormatGivesTheSameText_data()
    {
        QTest::addColumn<GenerationRequest>("request");
        QTest::addColumn<QByteArray>("events");
        const GenerationRequest native = prompt();
        GenerationRequest incremental = native;
        incremental.incrementalOutput = true;
        GenerationRequest compatible = native;
        compatible.protocol = Protocol::Compatible;
        QTest::newRow("incremental, asked for")
            << incremental << said("Hi") + said(" the") + said("re") + said("", "stop");
        QTest::newRow("incremental, by itself") << native << said("Hi") + said(" the") + said("re") + said("", "stop");
        QTest::newRow("cumulative") << native
                                    << said("Hi") + said("Hi the") + said("Hi there") + said("Hi there", "stop");
        QTest::newRow("text format") << native
                                     << textEvent("Hi", "null") + textEvent("Hi there", "null") +
                                            textEvent("Hi there", "stop");
        QTest::newRow("one event") << native << said("Hi there", "stop");
        QTest::newRow("no blank line at the end") << native << said("Hi there", "stop").chopped(2);
        QTest::newRow("CRLF, pings")
            << native
            << QByteArray(": ping\n\n" + said("Hi there") + ": ping\n\n" + said("", "stop")).replace('\n', "\r\n");
        QTest::newRow("parts")
            << native
            << framed(R"({"output":{"choices":[{"message":{"content":[{"text":"Hi"},{"text":" there"}]},)"
                      R"("finish_reason":"stop"}]},"request_id":"r-1"})");
        QTest::newRow("compatible") << compatible
                                    << compatibleEvent(R"({"content":"","role":"assistant"})", "null") +
                                           compatibleEvent(R"({"content":null,"reasoning_content":"hm"})", "null") +
                                           compatibleEvent(R"({"content":"Hi","reasoning_content":null})", "null") +
                                           compatibleEvent(R"({"content":" there"})", "null") +
                                           compatibleEvent(R"({"content":""})", "\"stop\"") +
                                           R"(data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":2},)"
                                           R"("id":"chatcmpl-r-1"})"
                                           "\n\ndata: [DONE]\n\n";
    }

    void everyFormatGivesTheSameText()
    {
        QFETCH(const GenerationRequest, request);
        QFETCH(const QByteArray, events);
        stream(events);
        Heard heard;
        heard.ask(m_client.get(), request, this);
        QTRY_VERIFY(heard.isComplete());
        QCOMPARE(heard.content, QStringLiteral("Hi there"));
        QCOMPARE(heard.end.value().finishReason, QStringLiteral("stop"));
        QCOMPARE(heard.end.value().requestId, QStringLiteral("r-1"));
        if (request.protocol == Protocol::Compatible) {
            QCOMPARE(m_server->requests().first().target, "/compatible-mode/v1/chat/completions");
            QVERIFY(!m_server->requests().first().headers.contains("x-dashscope-sse"));
            QCOMPARE(heard.reasoning, QStringLiteral("hm"));
            QCOMPARE(heard.end.value().usage.outputTokens, 2);
        }
    }

    void aWholeReplyIsOneDelta_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("asksForStream");
        const QByteArray message =
            R"({"output":{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]},"request_id":"r-1"})";
        QTest::newRow("message") << message << false;
        QTest::newRow("text")
            << QByteArray(R"({"output":{"finish_reason":"stop","text":"Hi","choices":null},"request_id":"r-1"})")
            << false;
        QTest::newRow("compatible")
            << QByteArray(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],"id":"chatcmpl-r-1"})")
            << false;
        QTest::newRow("though a stream was asked for") << message << true;
        QTest::newRow("framed as events") << said("Hi", "stop") << true;
    }

    void aWholeReplyIsOneDelta()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const bool, asksForStream);
        m_server->enqueue(httpAnswer(200, body));
        Heard heard;
        GenerationRequest request = prompt();
        request.stream = asksForStream;
        heard.ask(m_client.get(), request, this);
        QTRY_VERIFY(heard.isComplete());
        QCOMPARE(heard.content, QStringLiteral("Hi"));
        QCOMPARE(heard.deltas, 1);
        QCOMPARE(heard.end.value().requestId, QStringLiteral("r-1"));
        QCOMPARE(m_server->requests().first().headers.contains("x-dashscope-sse"), asksForStream);
    }

    void whatIsNoReplyIsAnErrorOfItsKind_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("content");
        const QByteArray head = streamHead();
        QTest::newRow("HTML") << httpAnswer(200, "<html>", "text/html").bytes << Error::Kind::BadReply << QString();
        QTest::newRow("empty") << httpAnswer(200, "").bytes << Error::Kind::BadReply << QString();
        QTest::newRow("no choices") << httpAnswer(200, R"({"output":{}})").bytes << Error::Kind::BadReply << QString();
        QTest::newRow("whole, still generating")
            << httpAnswer(200, R"({"output":{"text":"Hi","finish_reason":"null"}})").bytes << Error::Kind::Lost
            << QStringLiteral("Hi");
        QTest::newRow("stream without a final event")
            << head + chunk(said("Hi")) + chunk("") << Error::Kind::Lost << QStringLiteral("Hi");
        QTest::newRow("stream cut between events")
            << head + chunk(said("Hi")) << Error::Kind::Lost << QStringLiteral("Hi");
        QTest::newRow("stream cut within an event")
            << head + chunk(said("Hi") + said(" there").first(60)) << Error::Kind::Lost << QStringLiteral("Hi");
        QTest::newRow("stream cut before its first event") << head << Error::Kind::Lost << QString();
        QTest::newRow("DONE without a final event")
            << head + chunk(said("Hi") + "data: [DONE]\n\n") + chunk("") << Error::Kind::Lost << QStringLiteral("Hi");
        QTest::newRow("an event that is no JSON")
            << head + chunk(said("Hi") + framed("oops")) + chunk("") << Error::Kind::BadReply << QStringLiteral("Hi");
        QTest::newRow("error event, 429")
            << head + chunk(said("Hi") +
                            framed(R"({"code":"Throttling.AllocationQuota","message":"m","request_id":"r-9"})", "429",
                                   "error"))
            << Error::Kind::Throttled << QStringLiteral("Hi");
        QTest::newRow("error event without status")
            << head + chunk("event:error\ndata:{\"code\":\"InternalError.Algo\",\"message\":\"m\",\"request_id\":\"r-"
                            "9\"}\n\n")
            << Error::Kind::ServerFault << QString();
        QTest::newRow("error object in a compatible stream")
            << head +
                   chunk(
                       "data: "
                       "{\"error\":{\"code\":\"data_inspection_failed\",\"message\":\"m\"},\"request_id\":\"r-9\"}\n\n")
            << Error::Kind::Refused << QString();
        QTest::newRow("error event with status 400")
            << httpAnswer(400,
                          framed(R"({"code":"InvalidParameter","message":"m","request_id":"r-9"})", "400", "error"))
                   .bytes
            << Error::Kind::Refused << QString();
        QTest::newRow("401") << httpAnswer(401, R"({"code":"InvalidApiKey","message":"m","request_id":"r-9"})").bytes
                             << Error::Kind::Unauthorized << QString();
        QTest::newRow("lost") << QByteArray() << Error::Kind::Lost << QString();
    }

    void whatIsNoReplyIsAnErrorOfItsKind()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, content);
        for (int i = 0; i < 4; ++i)
            m_server->enqueue({bytes, Then::Close});
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY(heard.end.result);
        QVERIFY(!heard.isComplete());
        QCOMPARE(heard.end.error().kind, kind);
        QCOMPARE(heard.content, content);
        if (!heard.end.error().message.isEmpty())
            QCOMPARE(heard.end.error().requestId, QStringLiteral("r-9"));
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(heard.end.answers, 1);
    }

    void theRequestIdSurvivesACut()
    {
        stream(said("Hi"), Then::Close);
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY(heard.end.isError(Error::Kind::Lost));
        QCOMPARE(heard.end.error().requestId, QStringLiteral("r-1"));
        QCOMPARE(heard.end.error().httpStatus, 200);
    }

    void textIsHandedOutAsItComesInAnySplit()
    {
        m_server->enqueue({streamHead()});
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_server->write(chunk(said("模型")));
        QTRY_COMPARE(heard.content, QStringLiteral("模型"));
        QVERIFY(!heard.end.result);
        const QByteArray rest = said("😀é") + said("", "stop");
        qsizetype written = 0;
        QTimer writer;
        connect(&writer, &QTimer::timeout, this, [&] {
            if (written < rest.size())
                m_server->write(chunk(rest.sliced(written++, 1)));
        });
        writer.start(0);
        QTRY_COMPARE(heard.content, QStringLiteral("模型😀é"));
        m_server->write(chunk(""));
        QTRY_VERIFY(heard.isComplete());
    }

    void manyEventsOfOneReadAreOneDelta()
    {
        QByteArray events;
        for (int i = 0; i < 100; ++i)
            events += said("x");
        stream(events + said("", "stop"));
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY(heard.isComplete());
        QVERIFY2(heard.deltas < 20, qPrintable(QString::number(heard.deltas)));
    }

    void aFloodIsHandedOutInSlices()
    {
        const QByteArray events = said("0123456789").repeated(8'000); // 2 MB
        stream(events + said("", "stop"));
        Heard heard;
        heard.ask(m_client.get(), incremental(), this);
        QTRY_VERIFY(heard.isComplete());
        QCOMPARE(heard.content.size(), 80'000);
        QVERIFY2(heard.deltas >= events.size() / (128 * 1024), qPrintable(QString::number(heard.deltas)));
    }

    void aServiceThatDoesNotHangUpIsNotWaitedForLong()
    {
        m_server->enqueue({streamHead() + chunk(said("Hi") + said("", "stop"))});
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY_WITH_TIMEOUT(heard.isComplete(), 4000);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void silenceIsATimeoutAndAPingIsNone()
    {
        m_client->setPatience({.silence = 300ms});
        m_server->enqueue({streamHead() + chunk(said("Hi"))});
        Heard heard;
        QTimer pings;
        int count = 0;
        connect(&pings, &QTimer::timeout, this, [&] {
            ++count;
            m_server->write(chunk(": ping\n\n"));
        });
        pings.start(50);
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY(count >= 12); // twice as long as it would wait without them
        QVERIFY(!heard.end.result);
        pings.stop();
        QTRY_VERIFY_WITH_TIMEOUT(heard.end.isError(Error::Kind::Timeout), 2000);
        QVERIFY(heard.end.error().sent);
        QCOMPARE(heard.content, QStringLiteral("Hi"));
    }

    void aWholeReplyHasADeadline()
    {
        m_client->setPatience({.wholeReply = 150ms});
        Heard heard;
        GenerationRequest request = prompt();
        request.stream = false;
        heard.ask(m_client.get(), request, this);
        QTRY_VERIFY(heard.end.isError(Error::Kind::Timeout));
    }

    void cancellingClosesTheConnectionAndNothingMoreIsHeard()
    {
        m_server->enqueue({streamHead() + chunk(said("Hi"))});
        Heard heard;
        Call *call = heard.ask(m_client.get(), prompt(), this);
        QTRY_COMPARE(heard.content, QStringLiteral("Hi"));
        m_server->write(chunk(said(" there")));
        call->cancel();
        QTRY_VERIFY(heard.end.isError(Error::Kind::Cancelled));
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(heard.content, QStringLiteral("Hi"));
        QCOMPARE(heard.end.answers, 1);
    }

    void cancellingFromWithinTheTextIsFine()
    {
        m_server->enqueue({streamHead() + chunk(said("Hi") + said("", "stop")) + chunk("")});
        Outcome<GenerationEnd> end;
        Call *call = nullptr;
        call = GenerationApi(m_client.get())
                   .generate(
                       prompt(), this, [&](const GenerationDelta &) { call->cancel(); }, {}, end.taker());
        QTRY_VERIFY(end.isError(Error::Kind::Cancelled));
        QCOMPARE(end.answers, 1);
    }

    void theClientMayGoFromWithinTheText()
    {
        m_server->enqueue({streamHead() + chunk(said("Hi") + said("", "stop")) + chunk("")});
        Outcome<GenerationEnd> end;
        bool heard = false;
        GenerationApi(m_client.get())
            .generate(
                prompt(), this,
                [&](const GenerationDelta &) {
                    heard = true;
                    m_client.reset();
                },
                {}, end.taker());
        QTRY_VERIFY(heard);
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(end.answers, 0);
    }

    void anOwnerThatGoesWithinTheTextHearsNoMore()
    {
        m_server->enqueue({streamHead() + chunk(said("Hi") + said("", "stop")) + chunk("")});
        auto owner = std::make_unique<QObject>();
        Outcome<GenerationEnd> end;
        int usages = 0;
        GenerationApi(m_client.get())
            .generate(
                prompt(), owner.get(), [&](const GenerationDelta &) { owner.reset(); },
                [&](const Usage &) { ++usages; }, end.taker());
        QTRY_VERIFY(!owner);
        QTRY_VERIFY(!m_client->findChild<Call *>());
        QCOMPARE(end.answers + usages, 0);
    }

    void eightStreamsRunAtOnceAndDoNotDelayEachOther()
    {
        std::vector<Heard> heard(8);
        for (auto &one : heard) {
            m_server->enqueue({streamHead() + chunk(said("Hi"))});
            one.ask(m_client.get(), prompt(), this);
        }
        for (auto &one : heard)
            QTRY_COMPARE(one.content, QStringLiteral("Hi"));
    }

    void whatCannotBeAskedIsNotSent_data()
    {
        QTest::addColumn<GenerationRequest>("request");
        QTest::addColumn<QString>("fault");
        GenerationRequest request = prompt();
        request.model.clear();
        QTest::newRow("model") << request << QStringLiteral("model");
        request = prompt();
        request.prompt.clear();
        QTest::newRow("prompt") << request << QStringLiteral("prompt");
        request = prompt();
        request.parameters.temperature = qQNaN();
        QTest::newRow("temperature") << request << QStringLiteral("temperature");
        request = prompt();
        request.parameters.topP = qInf();
        QTest::newRow("top_p") << request << QStringLiteral("top_p");
    }

    void whatCannotBeAskedIsNotSent()
    {
        QFETCH(const GenerationRequest, request);
        QFETCH(const QString, fault);
        Heard heard;
        heard.ask(m_client.get(), request, this);
        QTRY_VERIFY(heard.end.isError(Error::Kind::InvalidRequest));
        QCOMPARE(heard.end.error().detail, fault);
        QCOMPARE(m_server->connections(), 0);
    }

    void aPromptOf200KilobytesArrivesWhole()
    {
        stream(said("Hi", "stop"));
        GenerationRequest request = prompt();
        request.prompt = QStringLiteral("😀 模\"\\\n").repeated(20'000);
        Heard heard;
        heard.ask(m_client.get(), request, this);
        QTRY_VERIFY(heard.isComplete());
        QCOMPARE(m_server->requests().first().body, bodyOf(request));
    }

    void anEventBeyondTheLimitIsTooLarge()
    {
        m_server->enqueue({streamHead() + chunk("data:" + QByteArray(9 * 1024 * 1024, 'x'))});
        Heard heard;
        heard.ask(m_client.get(), prompt(), this);
        QTRY_VERIFY_WITH_TIMEOUT(heard.end.isError(Error::Kind::TooLarge), 10000);
    }

private:
    static GenerationRequest prompt() { return {.model = QStringLiteral("m-1"), .prompt = QStringLiteral("Hello?")}; }

    static GenerationRequest incremental()
    {
        GenerationRequest request = prompt();
        request.incrementalOutput = true;
        return request;
    }

    void stream(const QByteArray &events, Then then = Then::KeepOpen)
    {
        const QByteArray end = then == Then::KeepOpen ? chunk("") : QByteArray();
        m_server->enqueue({streamHead("text/event-stream;charset=UTF-8") + chunk(events) + end, then});
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(TestGenerationApi)
#include "tst_generationapi.moc"
