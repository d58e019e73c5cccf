// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include "app/simulator/replytext.h"
#include "app/simulator/tokens.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr auto generation = "/api/v1/services/aigc/text-generation/generation";
constexpr auto key = "Authorization: Bearer k\r\n";

DeployedModel serving(const char *id, const char *model)
{
    DeployedModel deployed;
    deployed.id = QString::fromLatin1(id);
    deployed.modelName = QString::fromLatin1(model);
    deployed.plan = QStringLiteral("mu");
    deployed.baseCapacity = deployed.capacity = deployed.readyCapacity = 4;
    return deployed;
}

} // namespace

class TestSimulatorGeneration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_still = std::make_unique<StillServer>();
        start({.deployments = 0, .tokensPerSecond = 0, .reply = "Hi there, 你"});
    }
    void cleanup() { m_still.reset(); }

    void tokensTogetherAreTheText()
    {
        const QByteArray text = "Hello, wörld! 你好 😀\n\tinternationalisation `x`";
        const TokenText tokens(text);
        QByteArray joined;
        for (qint64 i = 0; i < tokens.size(); ++i) {
            const QByteArray piece = tokens.slice(i, i + 1);
            QCOMPARE(QString::fromUtf8(piece).toUtf8(), piece); // no code point is cut
            joined += piece;
        }
        QCOMPARE(joined, text);
        QCOMPARE(tokens.prefix(tokens.size()), text);
        QCOMPARE(TokenText("").size(), 0);
    }

    void aWholeReplyInTextFormat()
    {
        const RawClient::Answer answer = generate(R"({"model":"plus","input":{"prompt":"hi"},"parameters":{}})");
        QCOMPARE(answer.body,
                 R"({"output":{"finish_reason":"stop","text":"Hi there, 你"},)"
                 "\"usage\":{\"total_tokens\":7,\"output_tokens\":6,\"input_tokens\":1},\"request_id\":\"" +
                     answer.header("X-Request-Id") + "\"}");
        QCOMPARE(answer.header("Content-Type"), "application/json");
    }

    void aWholeReplyInMessageFormat()
    {
        const RawClient::Answer answer =
            generate(R"({"model":"plus","input":{"messages":[{"role":"user","content":"hi"}]},)"
                     R"("parameters":{"result_format":"message"}})");
        QVERIFY2(answer.body.startsWith(R"({"output":{"choices":[{"finish_reason":"stop",)"
                                        R"("message":{"role":"assistant","content":"Hi there, 你"}}]},"usage":{)"),
                 answer.body.constData());
    }

    void severalRepliesAreSeveralChoices()
    {
        const QByteArray body = generate(R"({"model":"plus","input":{"prompt":"hi"},)"
                                         R"("parameters":{"result_format":"message","n":3}})")
                                    .body;
        QCOMPARE(body.count(R"("content":"Hi there, 你")"), 3);
        QVERIFY2(body.contains(R"("output_tokens":18)"), body.constData());
    }

    void anIncrementalStreamHasTheseBytes()
    {
        const RawClient::Answer answer = stream(R"({"model":"plus","input":{"prompt":"hi"},)"
                                                R"("parameters":{"result_format":"message","incremental_output":true,)"
                                                R"("max_tokens":2}})");
        QVERIFY(answer.header("Content-Type").startsWith("text/event-stream"));
        QCOMPARE(answer.header("Transfer-Encoding"), "chunked");
        QCOMPARE(answer.body, event(1, message("Hi", "null"), "2", "1", answer) +
                                  event(2, message(" ther", "null"), "3", "2", answer) +
                                  event(3, message("", "length"), "3", "2", answer));
    }

    void aCumulativeStreamIsTheDefaultAndRepeatsTheWholeAtTheEnd()
    {
        start({.deployments = 0, .tokensPerSecond = 0, .reply = "a,b,c,d"}); // seven tokens
        const RawClient::Answer answer = stream(R"({"model":"plus","input":{"prompt":"hi"}})");
        QCOMPARE(answer.body, event(1, text("a", "null"), "2", "1", answer) +
                                  event(2, text("a,", "null"), "3", "2", answer) +
                                  event(3, text("a,b", "null"), "4", "3", answer) +
                                  event(4, text("a,b,", "null"), "5", "4", answer) +
                                  event(5, text("a,b,c,d", "null"), "8", "7", answer) +
                                  event(6, text("a,b,c,d", "stop"), "8", "7", answer));
    }

    void openModelsAnswerIncrementalMessagesUnlessTold()
    {
        QVERIFY(generate(R"({"model":"open","input":{"prompt":"hi"}})").body.contains("\"choices\""));
        QVERIFY(!stream(R"({"model":"open","input":{"prompt":"hi"}})").body.contains("\"Hi there"));
        const QByteArray told = stream(R"({"model":"open","input":{"prompt":"hi"},)"
                                       R"("parameters":{"result_format":"text","incremental_output":false}})")
                                    .body;
        QVERIFY(told.contains(R"({"finish_reason":"stop","text":"Hi there, 你"})"));
    }

    void thinkingComesBeforeSpeaking()
    {
        const QByteArray body =
            stream(R"({"model":"open","input":{"prompt":"hi"},"parameters":{"enable_thinking":true}})").body;
        QVERIFY2(body.contains("{\"content\":\"\",\"reasoning_content\":\"(\",\"role\":\"assistant\"}"),
                 body.left(400).constData());
        QVERIFY(body.contains(R"({"content":"Hi","reasoning_content":"","role":"assistant"})"));
        QVERIFY(body.contains(
            R"({"message":{"content":"","reasoning_content":"","role":"assistant"},"finish_reason":"stop"})"));
        QVERIFY(body.contains(R"("output_tokens_details":{"reasoning_tokens":)"));
        QVERIFY(body.lastIndexOf("\"content\":\"\",\"reasoning_content\":\"t") < body.indexOf(R"("content":"Hi")"));
    }

    void aDeploymentMadeToThinkThinks()
    {
        m_still->world().edit(QStringLiteral("open"), [](DeployedModel &model) { model.enableThinking = true; });
        QVERIFY(stream(R"({"model":"open","input":{"prompt":"hi"}})").body.contains("reasoning_content"));
        QCOMPARE(StillServer::message(generate(R"({"model":"open","input":{"prompt":"hi"}})")),
                 "parameter.enable_thinking must be set to false for non-streaming calls");
        QCOMPARE(generate(R"({"model":"open","input":{"prompt":"hi"},"parameters":{"enable_thinking":false}})").status,
                 200);
    }

    void stopWordsEndTheReply()
    {
        QVERIFY(generate(R"({"model":"plus","input":{"prompt":"hi"},"parameters":{"stop":[" there"]}})")
                    .body.contains(R"("finish_reason":"stop","text":"Hi")"));
    }

    void theSimulatorsOwnReplyIsPlainlySimulated_data()
    {
        QTest::addColumn<QByteArray>("prompt");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("English") << QByteArray("Who are you?") << QByteArray("simulated");
        QTest::newRow("Chinese") << QByteArray("你是谁？") << QByteArray("模拟");
    }
    void theSimulatorsOwnReplyIsPlainlySimulated()
    {
        QFETCH(QByteArray, prompt);
        QFETCH(QByteArray, word);
        start({.deployments = 0, .tokensPerSecond = 0});
        const Json json = parsed(generate("{\"model\":\"plus\",\"input\":{\"prompt\":\"" + prompt + "\"}}").body);
        const QByteArray text = QByteArray::fromStdString(json["output"]["text"].get<std::string>());
        for (const QByteArray &part : {word, prompt, QByteArray("## "), QByteArray("\n1. "), QByteArray("\n| `"),
                                       QByteArray("\n```python\n"), QByteArray("model=\"plus\"")})
            QVERIFY2(text.contains(part), part.constData());
    }

    void whoAsksForATableSeesAllOfMarkdown_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::newRow("English") << QStringLiteral("Show me a table");
        QTest::newRow("Chinese") << QStringLiteral("给我看一个表格");
    }

    void whoAsksForATableSeesAllOfMarkdown()
    {
        QFETCH(const QString, prompt);
        const QByteArray reply = replyTo(prompt, QStringLiteral("m"), 1);
        for (const char *sign : {"## ", "**", "\n> ", "\n1. ", "|---|", "```python", "`top_p`", "\n---\n", "- [x] ",
                                 "- [ ] ", "~~", "](https://", "\\(n / v\\)"})
            QVERIFY2(reply.contains(sign), sign);
        QVERIFY(!replyTo(QStringLiteral("Hello"), QStringLiteral("m"), 1).contains("- [x]"));
    }

    void aPromptCannotBreakTheMarkdownAroundIt()
    {
        start({.deployments = 0, .tokensPerSecond = 0});
        const QByteArray prompt = "```\\n# **big** %1 %2 [x](y)";
        const Json json = parsed(generate("{\"model\":\"plus\",\"input\":{\"prompt\":\"" + prompt + "\"}}").body);
        const QByteArray text = QByteArray::fromStdString(json["output"]["text"].get<std::string>());
        QVERIFY2(text.contains("> \\`\\`\\` \\# \\*\\*big\\*\\* %1 %2 \\[x\\](y)\n"), text.constData());
    }

    void tokensComeAtTheirPace()
    {
        start({.deployments = 0, .tokensPerSecond = 50, .reply = "a,b,c,d,e,"}); // ten tokens, 200 ms
        QElapsedTimer timer;
        timer.start();
        const RawClient::Answer answer = stream(R"({"model":"plus","input":{"prompt":"hi"}})");
        QVERIFY(answer.whole);
        QVERIFY2(timer.elapsed() >= 195, QByteArray::number(timer.elapsed()).constData());
        timer.start();
        QCOMPARE(generate(R"({"model":"plus","input":{"prompt":"hi"}})").status, 200);
        QVERIFY2(timer.elapsed() >= 195, QByteArray::number(timer.elapsed()).constData());
    }

    void aLongReplyIsFastInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::newRow("incremental") << QByteArray(R"("incremental_output":true)");
        QTest::newRow("cumulative") << QByteArray(R"("incremental_output":false)");
    }
    void aLongReplyIsFastInEveryForm()
    {
        QFETCH(QByteArray, parameters);
        start({.deployments = 0, .tokensPerSecond = 0, .reply = QByteArray("word ").repeated(20'000)});
        RawClient client(m_still->url());
        client.ask("POST", generation, R"({"model":"plus","input":{"prompt":"hi"},"parameters":{)" + parameters + "}}",
                   QByteArray(key) + "X-DashScope-SSE: enable\r\n");
        qint64 bytes = 0;
        const auto answered = [&] {
            bytes += client.socket().readAll().size();
            const auto requests = m_still->server().requests();
            return !requests.isEmpty() && requests.constFirst().fate == RecordedRequest::Fate::Answered;
        };
        QTRY_VERIFY_WITH_TIMEOUT(answered(), 20'000);
        QVERIFY(bytes > 100'000);
    }

    void aClientThatLeavesStopsTheStream()
    {
        start({.deployments = 0, .tokensPerSecond = 20, .reply = QByteArray("word ").repeated(1000)});
        auto client = std::make_unique<RawClient>(m_still->url());
        client->ask("POST", generation, R"({"model":"plus","input":{"prompt":"hi"}})",
                    QByteArray(key) + "Accept: text/event-stream\r\n");
        QTRY_VERIFY(client->socket().bytesAvailable() > 200);
        client.reset();
        QTRY_COMPARE(m_still->server().requests().constFirst().fate, RecordedRequest::Fate::Dropped);
        QTRY_VERIFY(m_still->server().findChildren<Connection *>().isEmpty());
    }

    void aClientThatDoesNotReadIsNotBufferedFor()
    {
        start({.deployments = 0, .tokensPerSecond = 0, .reply = QByteArray("word ").repeated(20'000)});
        RawClient client(m_still->url());
        client.socket().setReadBufferSize(1000);
        client.ask("POST", generation, R"({"model":"plus","input":{"prompt":"hi"}})",
                   QByteArray(key) + "Accept: text/event-stream\r\n");
        QTRY_VERIFY(client.socket().bytesAvailable() > 0);
        QTRY_VERIFY(!m_still->server().findChildren<QTcpSocket *>().isEmpty());
        QVERIFY(m_still->server().findChildren<QTcpSocket *>().constFirst()->bytesToWrite() < 1'500'000);
        QCOMPARE(m_still->server().requests().constFirst().fate, RecordedRequest::Fate::Pending);
    }

private:
    void start(const Options &options)
    {
        m_still->start(options);
        m_still->world().insert(serving("plus", "qwen-plus"));
        m_still->world().insert(serving("open", "qwen3-8b"));
        m_still->world().insert(serving("flash", "qwen-flash-2025-07-28"));
    }

    RawClient::Answer generate(const QByteArray &body)
    {
        return askOnce(m_still->url(), "POST", generation, body, key);
    }
    RawClient::Answer stream(const QByteArray &body)
    {
        return askOnce(m_still->url(), "POST", generation, body, QByteArray(key) + "X-DashScope-SSE: enable\r\n");
    }

    static QByteArray message(const QByteArray &content, const QByteArray &reason)
    {
        return "{\"choices\":[{\"message\":{\"content\":\"" + content +
               "\",\"role\":\"assistant\"},\"finish_reason\":\"" + reason + "\"}]}";
    }
    static QByteArray text(const QByteArray &content, const QByteArray &reason)
    {
        return "{\"finish_reason\":\"" + reason + "\",\"text\":\"" + content + "\"}";
    }
    static QByteArray event(int number, const QByteArray &output, const QByteArray &total, const QByteArray &tokens,
                            const RawClient::Answer &answer)
    {
        return "id:" + QByteArray::number(number) + "\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":" + output +
               ",\"usage\":{\"total_tokens\":" + total + ",\"input_tokens\":1,\"output_tokens\":" + tokens +
               "},\"request_id\":\"" + answer.header("X-Request-Id") + "\"}\n\n";
    }

    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorGeneration)
#include "tst_simulatorgeneration.moc"
