// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

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

class TestSimulatorRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_still = std::make_unique<StillServer>();
        start({.deployments = 0, .tokensPerSecond = 0, .reply = "Hi there, 你"});
    }
    void cleanup() { m_still.reset(); }

    void aWrongRequestIsRefusedInTheServicesWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        const auto parameter = [](const char *name, const char *parameters, const char *message,
                                  const char *model = "plus") {
            QTest::newRow(name) << QByteArray("{\"model\":\"") + model +
                                       "\",\"input\":{\"prompt\":\"hi\"},\"parameters\":{" + parameters + "}}"
                                << QByteArray(message);
        };
        const auto input = [](const char *name, const char *content, const char *message) {
            QTest::newRow(name) << QByteArray(R"({"model":"plus","input":)") + content + "}" << QByteArray(message);
        };
        const auto stop =
            "The \"stop\" parameter must be of type \"str\", \"list[str]\", \"list[int]\", or \"list[list[int]]\","
            " and all elements within the list must be of the same type.";
        const auto turn = "Role must be user or assistant and Content length must be greater than 0.";
        parameter("hot", R"("temperature":2)", "Temperature should be in [0.0, 2.0)");
        parameter("cold", R"("temperature":-0.1)", "Temperature should be in [0.0, 2.0)");
        parameter("temperature in words", R"("temperature":"1")", "'temperature' must be Float");
        parameter("top_p 0", R"("top_p":0)", "Range of top_p should be (0.0, 1.0]");
        parameter("top_p above 1", R"("top_p":1.01)", "Range of top_p should be (0.0, 1.0]");
        parameter("top_p in words", R"("top_p":true)", "'top_p' must be Float");
        parameter("top_k", R"("top_k":-1)", "Parameter top_k be greater than or equal to 0");
        parameter("repetition_penalty", R"("repetition_penalty":0)", "Repetition_penalty should be greater than 0.0");
        parameter("presence_penalty", R"("presence_penalty":2.1)", "Presence_penalty should be in [-2.0, 2.0]");
        parameter("max_tokens 0", R"("max_tokens":0)", "Range of max_tokens should be [1, 32768]");
        parameter("max_tokens too many", R"("max_tokens":32769)", "Range of max_tokens should be [1, 32768]");
        parameter("seed", R"("seed":-1)", "Range of seed should be [0, 9223372036854775807]");
        parameter("n", R"("n":5)", "Range of n should be [1, 4]");
        const auto invalid = [&parameter](const char *name, const char *parameters, const char *refused) {
            parameter(name, parameters, required(refused).constData());
        };
        parameter("json of which nobody spoke", R"("response_format":{"type":"json_object"})",
                  "'messages' must contain the word 'json' in some form, to use 'response_format' of type "
                  "'json_object'.");
        const auto format = "Unknown format of response_format, response_format should be a dict, includes 'type' and "
                            "an optional key 'json_schema'.";
        parameter("an unknown format", R"("response_format":{"type":"yaml"})", format);
        parameter("a format that is none", R"("response_format":"json_object")", format);
        invalid("too many probabilities", R"("logprobs":true,"top_logprobs":9)", "top_logprobs");
        invalid("probabilities in words", R"("top_logprobs":"2")", "top_logprobs");
        parameter("a choice of tools", R"("tool_choice":"zz")",
                  "tool_choice is one of the strings that should be [\"none\", \"auto\"]");
        parameter("a tool named search", R"("tools":[{"type":"function","function":{"name":"search"}}])",
                  "Tool names are not allowed to be [search]");
        invalid("a tool without a name", R"("tools":[{"type":"function"}])", "tools");
        invalid("tools and several replies", R"("n":2,"tools":[{"type":"function","function":{"name":"f"}}])", "n");
        invalid("effort and budget", R"("reasoning_effort":"low","thinking_budget":10)", "reasoning_effort");
        parameter("stop", R"("stop":["a",1])", stop);
        parameter("stop as a number", R"("stop":1)", stop);
        parameter("result_format", R"("result_format":"json")",
                  "Required parameter(result_format) missing or invalid, please check the request parameters.");
        parameter("a budget of none", R"("thinking_budget":0)",
                  "The thinking_budget parameter must be a positive integer and not greater than 32768");
        parameter("a model that cannot think", R"("enable_thinking":true)",
                  "The model flash does not support enable_thinking.", "flash");
        parameter("thinking in one piece", R"("enable_thinking":true)",
                  "parameter.enable_thinking must be set to false for non-streaming calls", "open");
        QTest::newRow("no JSON") << QByteArray("{")
                                 << QByteArray("Required body invalid, please check the request body format.");
        QTest::newRow("no model") << QByteArray(R"({"input":{}})")
                                  << QByteArray("Required parameter \"model\" missing from request.");
        QTest::newRow("no input") << QByteArray(R"({"model":"plus"})")
                                  << QByteArray("Required input parameter missing from request.");
        input("a text for an input", R"("hi")", "The input parameter requires json format.");
        input("nothing asked", "{}", "Either \"prompt\" or \"messages\" must exist and cannot both be none");
        input("no messages", R"({"messages":[]})", "[] is too short");
        input("an empty prompt", R"({"prompt":""})", "Range of input length should be [1, 129024]");
        input("no content", R"({"messages":[{"role":"user"}]})", "The content field is a required field.");
        input("a list for content", R"({"messages":[{"role":"user","content":[]}]})",
              "input content must be a string.");
        input("a message that is none", R"({"messages":["hi"]})",
              "Input should be a valid dictionary or instance of GPT3Message");
        input("nobody asked", R"({"messages":[{"role":"system","content":"x"}]})",
              "The input messages do not contain elements with the role of user.");
        input("an unknown role", R"({"messages":[{"role":"bot","content":"x"}]})", turn);
        input("a system that speaks late",
              R"({"messages":[{"role":"user","content":"x"},{"role":"system","content":"x"}]})", turn);
        input("a tool that nobody called",
              R"({"messages":[{"role":"user","content":"x"},{"role":"tool","content":"x"}]})",
              "messages with role \"tool\" must be a response to a preceeding message with \"tool_calls\"");
        input("an empty message", R"({"messages":[{"role":"user","content":""}]})", turn);
    }
    void aWrongRequestIsRefusedInTheServicesWords()
    {
        QFETCH(QByteArray, body);
        const RawClient::Answer answer = generate(body);
        QCOMPARE(answer.status, 400);
        QTEST(StillServer::message(answer), "message");
        QVERIFY(answer.body.startsWith("{\"code\":\""));
    }

    void thinkingDemandsItsForm_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("text")
            << QByteArray(R"("result_format":"text")")
            << QByteArray("The result_format parameter must be \\\"message\\\" when enable_thinking is true");
        QTest::newRow("cumulative")
            << QByteArray(R"("incremental_output":false)")
            << QByteArray("The incremental_output parameter must be \\\"true\\\" when enable_thinking is true");
    }
    void thinkingDemandsItsForm()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, message);
        const RawClient::Answer answer = stream(
            R"({"model":"open","input":{"prompt":"hi"},"parameters":{"enable_thinking":true,)" + parameters + "}}");
        QVERIFY2(answer.body.contains(message), answer.body.constData());
    }

    void aRefusedStreamIsOneErrorEvent()
    {
        const RawClient::Answer answer = stream(R"({"model":"plus","input":{"messages":[]}})");
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.header("Content-Type").startsWith("text/event-stream"));
        QCOMPARE(answer.body, "id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\","
                              "\"message\":\"[] is too short\",\"request_id\":\"" +
                                  answer.header("X-Request-Id") + "\"}\n\n");
    }

    void onlyServingDeploymentsAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        for (const char *serving : {"RUNNING", "UPDATING", "SCALING", "UPDATING_FAILED"})
            QTest::newRow(serving) << 200 << QByteArray();
        for (const char *absent : {"PENDING", "DEPLOYING", "DELETING"})
            QTest::newRow(absent) << 404 << QByteArray("ModelNotFound");
        for (const char *still : {"STOPPED", "FAILED", "OFFLINING"})
            QTest::newRow(still) << 503 << QByteArray("ModelUnavailable");
        for (const char *unpaid : {"ARREARS_DOWN", "ARREARS_RECOVERING"})
            QTest::newRow(unpaid) << 400 << QByteArray("Arrearage");
    }
    void onlyServingDeploymentsAnswer()
    {
        m_still->world().edit(QStringLiteral("plus"), [](DeployedModel &model) {
            model.status = QString::fromLatin1(QTest::currentDataTag());
        });
        const RawClient::Answer answer = generate(R"({"model":"plus","input":{"prompt":"hi"}})");
        QTEST(answer.status, "status");
        QTEST(StillServer::code(answer), "code");
    }

    void otherModelsDoNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("never was") << QByteArray("qwen-plus") << QByteArray("Model not exist.");
        QTest::newRow("no unit is ready")
            << QByteArray("empty") << QByteArray("Model is unavailable, please try again later.");
        QTest::newRow("no text model") << QByteArray("video") << QByteArray("url error, please check url！");
    }
    void otherModelsDoNotAnswer()
    {
        QFETCH(QByteArray, model);
        DeployedModel empty = serving("empty", "qwen-plus");
        empty.readyCapacity = 0;
        m_still->world().insert(empty);
        m_still->world().insert(serving("video", "emo"));
        QTEST(StillServer::message(generate("{\"model\":\"" + model + "\",\"input\":{\"prompt\":\"hi\"}}")), "message");
    }

    void theRateLimitHolds()
    {
        m_still->world().setLimits(QStringLiteral("plus"), 1, std::nullopt);
        const QByteArray body = R"({"model":"plus","input":{"prompt":"hi"}})";
        QCOMPARE(generate(body).status, 200);
        const RawClient::Answer limited = generate(body);
        QCOMPARE(limited.status, 429);
        QCOMPARE(StillServer::code(limited), "Throttling.RateQuota");
        m_still->now += 60'000;
        QCOMPARE(generate(body).status, 200);
    }

    void asynchronousCallsAreRefused()
    {
        const RawClient::Answer answer =
            askOnce(m_still->url(), "POST", generation, "{}", QByteArray(key) + "X-DashScope-Async: enable\r\n");
        QCOMPARE(answer.status, 403);
        QCOMPARE(StillServer::message(answer), "Current user api does not support asynchronous calls.");
    }

    void theOtherFamilysAddressIsAnError()
    {
        const RawClient::Answer answer =
            askOnce(m_still->url(), "POST", "/api/v1/services/aigc/multimodal-generation/generation", "{}", key);
        QCOMPARE(answer.status, 400);
        QCOMPARE(StillServer::message(answer), "url error, please check url！");
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

    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorRefusals)
#include "tst_simulatorrefusals.moc"
