// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/generationapi.h"

#include <QTest>

using namespace Slipway;

class TestBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createHasTheFieldsOfItsPlan_data()
    {
        QTest::addColumn<CreateRequest>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("legacy") << CreateRequest{.modelName = QStringLiteral("my-model"), .capacity = 2}
                                << QByteArray(R"({"model_name":"my-model","capacity":2})");
        QTest::newRow("lora") << CreateRequest{.modelName = QStringLiteral("m"), .plan = QStringLiteral("lora")}
                              << QByteArray(R"({"model_name":"m","plan":"lora","capacity":1})");
        QTest::newRow("mu") << CreateRequest{.modelName = QStringLiteral("m"),
                                             .plan = QStringLiteral("mu"),
                                             .name = QStringLiteral("我的 \"mu\""),
                                             .capacity = 4,
                                             .deploySpec = QStringLiteral("MU1"),
                                             .billingMethod = QStringLiteral("POST_PAY"),
                                             .enableThinking = false,
                                             .maxContextLength = 10000,
                                             .rpmLimit = 500,
                                             .tpmLimit = 1000,
                                             .suffix = QStringLiteral("x")}
                            << QByteArray(
                                   "{\"name\":\"我的 \\\"mu\\\"\","
                                   R"("model_name":"m","plan":"mu","deploy_spec":"MU1","capacity":4,)"
                                   R"("billing_method":"POST_PAY","enable_thinking":false,"max_context_length":10000,)"
                                   R"("rpm_limit":500,"tpm_limit":1000,"suffix":"x"})");
        QTest::newRow("mu separated")
            << CreateRequest{.modelName = QStringLiteral("m"),
                             .plan = QStringLiteral("mu"),
                             .prefillCapacity = 4,
                             .decodeCapacity = 8,
                             .deploySpec = QStringLiteral("MU1-PD")}
            << QByteArray(
                   R"({"model_name":"m","plan":"mu","deploy_spec":"MU1-PD","prefill_capacity":4,"decode_capacity":8})");
        QTest::newRow("ptu")
            << CreateRequest{.modelName = QStringLiteral("m"),
                             .plan = QStringLiteral("ptu"),
                             .ptuCapacity = PtuCapacity{.inputTpm = 10000, .outputTpm = 1000}}
            << QByteArray(R"({"model_name":"m","plan":"ptu","ptu_capacity":{"input_tpm":10000,"output_tpm":1000}})");
    }

    void createHasTheFieldsOfItsPlan()
    {
        QFETCH(const CreateRequest, request);
        QFETCH(const QByteArray, body);
        QCOMPARE(bodyOf(request), body);
    }

    void indentedIsForPeople()
    {
        QCOMPARE(bodyOf(CreateRequest{.modelName = QStringLiteral("m"), .capacity = 2}, JsonLayout::Indented),
                 "{\n    \"model_name\": \"m\",\n    \"capacity\": 2\n}");
    }

    void scaleAndLimitsHaveWhatIsSet()
    {
        QCOMPARE(bodyOf(ScaleRequest{.capacity = 8}), R"({"capacity":8})");
        QCOMPARE(
            bodyOf(ScaleRequest{.ptuCapacity = PtuCapacity{.inputTpm = 1, .outputTpm = 2, .thinkingOutputTpm = 3}}),
            R"({"ptu_capacity":{"input_tpm":1,"output_tpm":2,"thinking_output_tpm":3}})");
        QCOMPARE(bodyOf(LimitsRequest{.rpmLimit = 5}), R"({"rpm_limit":5})");
        QCOMPARE(bodyOf(LimitsRequest{.rpmLimit = 5, .tpmLimit = 6}), R"({"rpm_limit":5,"tpm_limit":6})");
    }

    void aNativePromptGoesOutAsIs()
    {
        const GenerationRequest request{
            .model = QStringLiteral("m"), .prompt = QStringLiteral("你好 😀"), .resultFormat = {}};
        QCOMPARE(bodyOf(request), QByteArray(R"({"model":"m","input":{"prompt":"你好 😀"},"parameters":{}})"));
    }

    void nativeMessagesAndParameters()
    {
        QCOMPARE(
            bodyOf(conversation()),
            R"({"model":"m","input":{"messages":[{"role":"system","content":"s"},{"role":"user","content":"u"},)"
            R"({"role":"assistant","content":"a"}]},"parameters":{"result_format":"message","incremental_output":true,)"
            R"("temperature":0.7,"top_p":0.8,"max_tokens":100,"seed":1234,"enable_thinking":false}})");
    }

    void compatibleHasTheSameAtTheTop()
    {
        GenerationRequest request = conversation();
        request.protocol = Protocol::Compatible;
        QCOMPARE(bodyOf(request),
                 R"({"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"u"},)"
                 R"({"role":"assistant","content":"a"}],"stream":true,"stream_options":{"include_usage":true},)"
                 R"("temperature":0.7,"top_p":0.8,"max_tokens":100,"seed":1234,"enable_thinking":false})");
        const GenerationRequest prompt{.protocol = Protocol::Compatible,
                                       .model = QStringLiteral("m"),
                                       .prompt = QStringLiteral("p"),
                                       .stream = false};
        QCOMPARE(bodyOf(prompt), R"({"model":"m","messages":[{"role":"user","content":"p"}],"stream":false})");
    }

private:
    static GenerationRequest conversation()
    {
        return {
            .model = QStringLiteral("m"),
            .messages = {{Role::System, QStringLiteral("s")},
                         {Role::User, QStringLiteral("u")},
                         {Role::Assistant, QStringLiteral("a")}},
            .incrementalOutput = true,
            .parameters = {.temperature = 0.7, .topP = 0.8, .maxTokens = 100, .seed = 1234, .enableThinking = false}};
    }
};

QTEST_APPLESS_MAIN(TestBodies)
#include "tst_bodies.moc"
