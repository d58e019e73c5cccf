// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {
constexpr auto chat = "/compatible-mode/v1/chat/completions";
constexpr auto key = "Authorization: Bearer k\r\n";
} // namespace

class TestSimulatorCompatible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_still = std::make_unique<StillServer>(Options{.deployments = 0, .tokensPerSecond = 0, .reply = "Hi there"});
        DeployedModel model;
        model.id = QStringLiteral("mine");
        model.modelName = QStringLiteral("qwen3-8b");
        m_still->world().insert(model);
    }
    void cleanup() { m_still.reset(); }

    void aWholeReply()
    {
        const RawClient::Answer answer = ask(R"({"model":"mine","messages":[{"role":"user","content":"hi"}]})");
        QCOMPARE(answer.body,
                 R"({"choices":[{"message":{"role":"assistant","content":"Hi there"},"finish_reason":"stop",)"
                 R"("index":0,"logprobs":null}],"object":"chat.completion","usage":{"prompt_tokens":1,)"
                 R"("completion_tokens":3,"total_tokens":4,"prompt_tokens_details":{"cached_tokens":0}},)" +
                     tail(answer));
    }

    void severalRepliesAreSeveralChoices()
    {
        const QByteArray body = ask(R"({"model":"mine","messages":[{"role":"user","content":"hi"}],"n":2})").body;
        QCOMPARE(body.count(R"("content":"Hi there")"), 2);
        QVERIFY2(body.contains(R"("finish_reason":"stop","index":1,)"), body.constData());
        QVERIFY2(body.contains(R"("completion_tokens":6,"total_tokens":7)"), body.constData());
    }

    void whatHasItsToolsCalledIsAnswered()
    {
        const RawClient::Answer answer =
            ask(R"({"model":"mine","messages":[{"role":"user","content":"weather as JSON"},)"
                R"({"role":"assistant","content":"","tool_calls":[{"id":"1","type":"function",)"
                R"("function":{"name":"f","arguments":"{}"}}]},{"role":"tool","content":"sun","tool_call_id":"1"}],)"
                R"("tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"auto","top_logprobs":5,)"
                R"("response_format":{"type":"json_object"},"reasoning_effort":"low"})");
        QVERIFY2(answer.status == 200, answer.body.constData());
    }

    void aStreamHasTheseBytes()
    {
        const RawClient::Answer answer =
            ask(R"({"model":"mine","messages":[{"role":"user","content":"hi"}],"stream":true,)"
                R"("max_tokens":2,"stream_options":{"include_usage":true}})");
        QVERIFY(answer.header("Content-Type").startsWith("text/event-stream"));
        QCOMPARE(
            answer.body,
            chunk(R"([{"delta":{"content":"","role":"assistant"},"index":0,"logprobs":null,"finish_reason":null}])",
                  "null", answer) +
                chunk(R"([{"finish_reason":null,"delta":{"content":"Hi"},"index":0,"logprobs":null}])", "null",
                      answer) +
                chunk(R"([{"finish_reason":null,"delta":{"content":" ther"},"index":0,"logprobs":null}])", "null",
                      answer) +
                chunk(R"([{"finish_reason":"length","delta":{"content":""},"index":0,"logprobs":null}])", "null",
                      answer) +
                chunk("[]", R"({"prompt_tokens":1,"completion_tokens":2,"total_tokens":3})", answer) +
                "data: [DONE]\n\n");
    }

    void usageIsSentOnRequestOnly()
    {
        const QByteArray body =
            ask(R"({"model":"mine","messages":[{"role":"user","content":"hi"}],"stream":true})").body;
        QVERIFY(!body.contains("prompt_tokens"));
        QVERIFY(body.endsWith("data: [DONE]\n\n"));
    }

    void thinkingIsNullWhereSpeakingIs()
    {
        const QByteArray body = ask(R"({"model":"mine","messages":[{"role":"user","content":"hi"}],"stream":true,)"
                                    R"("enable_thinking":true,"stream_options":{"include_usage":true}})")
                                    .body;
        QVERIFY(body.contains(R"("delta":{"content":null,"role":"assistant","reasoning_content":""})"));
        QVERIFY(body.contains("\"delta\":{\"content\":null,\"reasoning_content\":\"(\"}"));
        QVERIFY(body.contains(R"("delta":{"content":"Hi","reasoning_content":null})"));
        QVERIFY(body.contains(R"("finish_reason":"stop","delta":{"content":"","reasoning_content":null})"));
        QVERIFY(body.contains(R"("completion_tokens_details":{"reasoning_tokens":)"));
    }

    void errorsHaveTheirOwnShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char *name, const char *body, int status, const char *error) {
            QTest::newRow(name) << QByteArray(body) << status << QByteArray(error);
        };
        row("no messages", R"({"model":"mine"})", 400,
            R"({"message":"you must provide a messages parameter","type":"invalid_request_error",)"
            R"("param":null,"code":"missing_required_parameter"})");
        row("no model", "{}", 400,
            R"("message":"you must provide a model parameter.","type":"invalid_request_error",)");
        row("an unknown model", R"({"model":"x","messages":[]})", 404,
            R"({"message":"The model `x` does not exist or you do not have access to it.","type":"invalid_request_error",)"
            R"("param":null,"code":"model_not_found"})");
        row("a parameter", R"({"model":"mine","messages":[{"role":"user","content":"x"}],"top_p":2})", 400,
            "{\"message\":\"Range of top_p should be (0.0, 1.0]\",\"type\":\"invalid_request_error\",\"param\":null,"
            R"("code":"invalid_parameter_error"})");
        row("a seed in words", R"({"model":"mine","messages":[{"role":"user","content":"x"}],"seed":"1"})", 400,
            R"({"message":"'seed' must be Integer","type":"invalid_request_error","param":null,"code":"invalid_value"})");
        row("a negative seed", R"({"model":"mine","messages":[{"role":"user","content":"x"}],"seed":-1})", 400,
            R"("message":"-1 is lesser than the minimum of 0 - 'seed'")");
        row("a tool that nobody called",
            R"({"model":"mine","messages":[{"role":"user","content":"x"},)"
            R"({"role":"tool","content":"x","tool_call_id":"1"}]})",
            400, R"(must be a response to a preceeding message with \"tool_calls\"")");
        row("json of which nobody spoke",
            R"({"model":"mine","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_object"}})",
            400, R"("message":"'messages' must contain the word 'json' in some form)");
        row("thinking in one piece",
            R"({"model":"mine","messages":[{"role":"user","content":"x"}],"enable_thinking":true})", 400,
            R"("message":"parameter.enable_thinking must be set to false for non-streaming calls")");
    }
    void errorsHaveTheirOwnShape()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, error);
        const RawClient::Answer answer = ask(body);
        QTEST(answer.status, "status");
        QVERIFY2(answer.body.contains(error), answer.body.constData());
        QVERIFY(answer.body.endsWith(",\"request_id\":\"" + answer.header("X-Request-Id") + "\"}"));
    }

    void whatANameSaysIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("native only") << QStringLiteral("native-only") << QByteArray() << 404
                                     << QByteArray(R"("code":"model_not_supported")");
        QTest::newRow("stream only") << QStringLiteral("stream-only") << QByteArray() << 400
                                     << QByteArray("This model only support stream mode");
        QTest::newRow("a parameter") << QStringLiteral("no-enable-search") << QByteArray(R"(,"enable_search":true)")
                                     << 400 << QByteArray("This model does not support enable_search.");
        QTest::newRow("a parameter that is null")
            << QStringLiteral("no-enable-search") << QByteArray(R"(,"enable_search":null)") << 200
            << QByteArray("Hi there");
    }
    void whatANameSaysIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, more);
        QFETCH(const QByteArray, error);
        m_still->world().edit(QStringLiteral("mine"), [&name](DeployedModel &model) { model.name = name; });
        const RawClient::Answer answer =
            ask(R"({"model":"mine","messages":[{"role":"user","content":"x"}])" + more + "}");
        QTEST(answer.status, "status");
        QVERIFY2(answer.body.contains(error), answer.body.constData());
    }

    void aMultimodalModelAnswersHere()
    {
        m_still->world().edit(QStringLiteral("mine"), [](DeployedModel &model) {
            model.modelName = QStringLiteral("qwen3.6-plus-2026-04-02");
        });
        QCOMPARE(ask(R"({"model":"mine","messages":[{"role":"user","content":"x"}]})").status, 200);
    }

    void keyAndPathAreRefusedInTheSameShape()
    {
        const RawClient::Answer noKey = askOnce(m_still->url(), "POST", chat, "{}", {});
        QCOMPARE(noKey.status, 401);
        QVERIFY(noKey.body.contains("\"message\":\"Incorrect API key provided. For details, see: "));
        QVERIFY(noKey.body.contains(R"("code":"invalid_api_key"})"));
        const RawClient::Answer noPath = askOnce(m_still->url(), "POST", "/compatible-mode/v1/models", "{}", key);
        QCOMPARE(noPath.status, 404);
        QVERIFY(noPath.body.startsWith("{\"error\":{"));
        const RawClient::Answer noVerb = askOnce(m_still->url(), "GET", chat, {}, key);
        QCOMPARE(noVerb.status, 400);
        QVERIFY(noVerb.body.startsWith("{\"error\":{"));
    }

private:
    RawClient::Answer ask(const QByteArray &body) { return askOnce(m_still->url(), "POST", chat, body, key); }

    QByteArray tail(const RawClient::Answer &answer) const
    {
        return "\"created\":" + QByteArray::number(m_still->now / 1000) +
               ",\"system_fingerprint\":null,\"model\":\"mine\",\"id\":\"chatcmpl-" + answer.header("X-Request-Id") +
               "\"}";
    }
    QByteArray chunk(const QByteArray &choices, const QByteArray &usage, const RawClient::Answer &answer) const
    {
        return "data: {\"choices\":" + choices + ",\"object\":\"chat.completion.chunk\",\"usage\":" + usage + "," +
               tail(answer) + "\n\n";
    }

    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorCompatible)
#include "tst_simulatorcompatible.moc"
