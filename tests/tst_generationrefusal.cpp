// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationmemory.h"
#include "app/modelstudio/generationrefusal.h"

#include <QTest>

using namespace Slipway;

namespace {

GenerationRequest everything()
{
    GenerationRequest request{.protocol = Protocol::Native, .model = QStringLiteral("m"), .incrementalOutput = true};
    request.parameters = {.temperature = 0.5,
                          .topP = 0.5,
                          .topK = 20,
                          .maxTokens = 9,
                          .seed = 1,
                          .repetitionPenalty = 1.1,
                          .presencePenalty = 0.5,
                          .stop = QStringList{QStringLiteral("end")},
                          .enableThinking = true,
                          .thinkingBudget = 100,
                          .reasoningEffort = QStringLiteral("low"),
                          .enableSearch = true,
                          .responseFormat = QStringLiteral("json_object")};
    return request;
}

Error refused(const char *message, const char *code = "InvalidParameter")
{
    return {.kind = Error::Kind::Refused,
            .httpStatus = 400,
            .code = QString::fromUtf8(code),
            .message = QString::fromUtf8(message)};
}

} // namespace

class TestGenerationRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theParameterIsNamedByTheServicesWords_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<Parameter>("parameter");
        const auto row = [](const char *message, Parameter parameter, const char *code = "InvalidParameter") {
            QTest::newRow(message) << refused(message, code) << parameter;
        };
        row("Temperature should be in [0.0, 2.0)", Parameter::Temperature);
        row("'top_p' must be Float", Parameter::TopP);
        row("Range of top_p should be (0.0, 1.0]", Parameter::TopP);
        row("Parameter top_k be greater than or equal to 0", Parameter::TopK);
        row("Repetition_penalty should be greater than 0.0", Parameter::RepetitionPenalty);
        row("Presence_penalty should be in [-2.0, 2.0]", Parameter::PresencePenalty);
        row("<400> InternalError.Algo.InvalidParameter: Range of max_tokens should be [1, 32768]",
            Parameter::MaxTokens);
        row("-1 is lesser than the minimum of 0 - 'seed'", Parameter::Seed, "invalid_value");
        row("The \"stop\" parameter must be of type \"str\", \"list[str]\"", Parameter::Stop);
        row("The model X does not support enable_thinking.", Parameter::EnableThinking,
            "InvalidParameter.NotSupportEnableThinking");
        row("The value of the enable_thinking parameter is restricted to True.", Parameter::EnableThinking);
        row("The thinking_budget parameter must be a positive integer and not greater than 9",
            Parameter::ThinkingBudget);
        row("This model does not support enable_search.", Parameter::EnableSearch);
        row("Json mode response is not supported when enable_thinking is true", Parameter::ResponseFormat);
        row("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
            Parameter::ResponseFormat);
        row("Unknown format of response_format, x", Parameter::ResponseFormat);
        row("The incremental_output parameter of this model cannot be set to False.", Parameter::IncrementalOutput);
        row("The result_format parameter must be \"message\" when enable_thinking is true", Parameter::ResultFormat);
    }
    void theParameterIsNamedByTheServicesWords()
    {
        QFETCH(const Error, error);
        QFETCH(const Parameter, parameter);
        const auto found = refusedParameter(error, everything());
        QVERIFY(found);
        QCOMPARE(*found, parameter);
        const GenerationRequest mended = without(everything(), *found);
        QVERIFY(valueOf(mended, *found).isEmpty());
        QVERIFY(!refusedParameter(error, mended) || *refusedParameter(error, mended) != parameter);
    }

    void aWholeReplyIsMendedByStreaming_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("stream only") << QStringLiteral("This model only support stream mode, please enable the stream "
                                                       "parameter to access the model.");
        QTest::newRow("thinking") << QStringLiteral(
            "parameter.enable_thinking must be set to false for non-streaming calls");
    }
    void aWholeReplyIsMendedByStreaming()
    {
        QFETCH(const QString, message);
        GenerationRequest request = everything();
        request.stream = false;
        const Error error = refused(message.toUtf8().constData());
        QCOMPARE(refusedParameter(error, request), Parameter::WholeReply);
        QVERIFY(without(request, Parameter::WholeReply).stream);
    }

    void nothingIsNamedWhereNothingWasSentOrRefused()
    {
        QVERIFY(!refusedParameter(refused("This model does not support top_k."), {}));
        QVERIFY(!refusedParameter(refused("The tool call is not supported."), everything()));
        QVERIFY(!refusedParameter(refused("top_k_more and xtop_k are other words"), everything()));
        Error fault = refused("top_k");
        fault.kind = Error::Kind::ServerFault; // it may have generated
        QVERIFY(!refusedParameter(fault, everything()));
    }

    void onlyARefusalOfTheEndpointTurns_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("turns");
        QTest::newRow("other family") << refused("url error, please check url！") << true;
        QTest::newRow("unsupported") << Error{.kind = Error::Kind::NotFound,
                                              .httpStatus = 404,
                                              .code = QStringLiteral("model_not_supported")}
                                     << true;
        QTest::newRow("no such path") << Error{.kind = Error::Kind::NotFound,
                                               .httpStatus = 404,
                                               .code = QStringLiteral("NotFound"),
                                               .message = QStringLiteral("Request path not found.")}
                                      << true;
        QTest::newRow("a bare 404") << Error{.kind = Error::Kind::NotFound, .httpStatus = 404} << false;
        QTest::newRow("unknown model") << Error{.kind = Error::Kind::NotFound,
                                                .httpStatus = 404,
                                                .code = QStringLiteral("ModelNotFound"),
                                                .message = QStringLiteral("Model can not be found.")}
                                       << false;
        QTest::newRow("a parameter") << refused("Range of n should be [1, 4]") << false;
        QTest::newRow("a fault that says so") << Error{.kind = Error::Kind::ServerFault,
                                                       .httpStatus = 500,
                                                       .message = QStringLiteral("url error, please check url！")}
                                              << false;
        QTest::newRow("lost") << Error{.kind = Error::Kind::Lost} << false;
    }
    void onlyARefusalOfTheEndpointTurns()
    {
        QFETCH(const Error, error);
        QTEST(refusesProtocol(error), "turns");
    }

    void whatIsLeftOutComesBackWithAnotherValue()
    {
        GenerationMemory memory(ProtocolChoice::Native);
        GenerationRequest request = everything();
        memory.leaveOut(request, Parameter::TopK);
        QCOMPARE(memory.leftOut(request), QList{Parameter::TopK});
        QVERIFY(!memory.prepared(request).parameters.topK);
        QCOMPARE(memory.prepared(request).parameters.topP, 0.5);
        GenerationRequest other = request;
        other.model = QStringLiteral("another");
        QVERIFY(memory.prepared(other).parameters.topK);
        request.parameters.topK = 21;
        QCOMPARE(memory.prepared(request).parameters.topK, 21);
        request.parameters.topK = 20;
        QCOMPARE(memory.prepared(request).parameters.topK, 20);
        QVERIFY(memory.leftOut(request).isEmpty());
    }

    void parametersAreWrittenAndReadBack()
    {
        const GenerationParameters all = everything().parameters;
        QCOMPARE(jsonOf(all),
                 R"({"temperature":0.5,"top_p":0.5,"top_k":20,"max_tokens":9,"seed":1,"repetition_penalty":1.1,)"
                 R"("presence_penalty":0.5,"stop":["end"],"enable_thinking":true,"thinking_budget":100,)"
                 R"("reasoning_effort":"low","enable_search":true,"response_format":{"type":"json_object"}})");
        QCOMPARE(parametersFrom(jsonOf(all)), all);
        QCOMPARE(parametersFrom("{}"), GenerationParameters());
        QCOMPARE(parametersFrom("no JSON"), GenerationParameters());
        QCOMPARE(parametersFrom(R"({"top_k":"many","stop":[],"temperature":{}})"), GenerationParameters());
    }
};

QTEST_APPLESS_MAIN(TestGenerationRefusal)
#include "tst_generationrefusal.moc"
