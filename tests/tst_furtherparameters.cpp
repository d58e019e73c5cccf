// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/generationchunk.h"
#include "app/modelstudio/generationmemory.h"
#include "app/modelstudio/generationrefusal.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/sdkcode.h"

#include <QTest>

using namespace Slipway;
using Kind = FurtherFault::Kind;

namespace {

GenerationRequest requestWith(const QByteArray &json, Protocol protocol = Protocol::Native)
{
    GenerationRequest request{.protocol = protocol, .model = QStringLiteral("m"), .prompt = QStringLiteral("hi")};
    request.parameters = {.topK = 20, .further = FurtherParameters{json}};
    return request;
}

Error refused(const char *message)
{
    return {.kind = Error::Kind::Refused,
            .httpStatus = 400,
            .code = QStringLiteral("InvalidParameter"),
            .message = QString::fromUtf8(message)};
}

QByteArray nested(int levels)
{
    return "{\"n\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + '}';
}

const QByteArray written = "{ \"logprobs\" : true,\n\"n\":1e0, \"search_options\":{ \"forced_search\" :true } }";
const QByteArray sent = R"("top_k":20,"logprobs":true,"n":1e0,"search_options":{ "forced_search" :true })";

} // namespace

class TestFurtherParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreSentBesideTheOthersByteForByte()
    {
        QCOMPARE(bodyOf(requestWith(written)),
                 R"({"model":"m","input":{"prompt":"hi"},"parameters":{"result_format":"message",)" + sent + "}}");
        QCOMPARE(bodyOf(requestWith(written, Protocol::Compatible)),
                 R"({"model":"m","messages":[{"role":"user","content":"hi"}],"stream":true,)"
                 R"("stream_options":{"include_usage":true},)" +
                     sent + '}');
        QCOMPARE(bodyOf(requestWith("{}")),
                 R"({"model":"m","input":{"prompt":"hi"},"parameters":{"result_format":"message","top_k":20}})");
    }

    void theyAreInTheCopiedScripts()
    {
        const QString python = dashScopePythonOf({}, requestWith(R"({"n":2,"class":"x"})"));
        QVERIFY2(python.contains(QLatin1String("    n=2,\n")), qPrintable(python));
        QVERIFY2(python.contains(QLatin1String("    **{\"class\": \"x\"},\n")), qPrintable(python));
        const QString openAi = openAiPythonOf({}, requestWith(R"({"n":2,"class":"x"})"));
        QVERIFY2(openAi.contains(QLatin1String("    n=2,\n")), qPrintable(openAi));
        QVERIFY2(openAi.contains(QLatin1String("\"class\": \"x\"}")), qPrintable(openAi));
    }

    void whatCannotBeSentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<FurtherFault>("fault");
        const auto row = [](const QByteArray &json, Kind kind, const char *name = "") {
            QTest::newRow(json.first(qMin(json.size(), 40)).constData())
                << json << FurtherFault{kind, QString::fromUtf8(name)};
        };
        for (const char *text : {"n", "[1]", "7", "null", "{\"n\":1", "{\"n\":1} x", "{n:1}"})
            row(text, Kind::NoObject);
        row("{\"a\":\"" + QByteArray(mostFurtherBytes - 7, 'x') + "\"}", Kind::TooLong);
        row(nested(deepestFurther + 1), Kind::TooDeep);
        row(nested(100), Kind::TooDeep);
        row(R"({"n":1,"n":2})", Kind::Repeated, "n");
        row(R"({"n":1,"\u006e":2})", Kind::Repeated, "n");
        row(R"({"tools":[{"type":"a","type":"b"}]})", Kind::Repeated, "type");
        row(R"({"a-b":1})", Kind::NoName, "a-b");
        row(R"({"":1})", Kind::NoName);
        row(R"({"1n":1})", Kind::NoName, "1n");
        row(R"({"温度":1})", Kind::NoName, "温度");
        for (const char *name :
             {"temperature", "top_p", "top_k", "max_tokens", "seed", "repetition_penalty", "presence_penalty",
              "enable_thinking", "thinking_budget", "reasoning_effort", "enable_search", "stop", "response_format"})
            row('{' + ('"' + QByteArray(name) + "\":null}"), Kind::HasOwnField, name);
        row(R"({"stop":["a"]})", Kind::HasOwnField, "stop");
        row(R"({"stop":[1,[2]]})", Kind::HasOwnField, "stop");
        row(R"({"response_format":{"type":"json_object"}})", Kind::HasOwnField, "response_format");
        for (const char *name : {"model", "input", "messages", "prompt", "parameters", "stream", "stream_options",
                                 "result_format", "incremental_output", "api_key"})
            row('{' + ('"' + QByteArray(name) + "\":null}"), Kind::SetByUs, name);
    }
    void whatCannotBeSentIsRefused()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const FurtherFault, fault);
        const auto found = faultIn(FurtherParameters{json});
        QVERIFY(found);
        QCOMPARE(found->kind, fault.kind);
        QCOMPARE(found->name, fault.name);
        QVERIFY(membersOf({json}).isEmpty());
    }

    void allThatHasNoFieldIsTaken()
    {
        for (const QByteArray &json :
             {written, nested(deepestFurther), "{\"a\":\"" + QByteArray(mostFurtherBytes - 8, 'x') + "\"}",
              QByteArray("{\"stop\":[1,2]}"), QByteArray("{\"stop\":[[1],[2,3]]}"),
              QByteArray(R"({"response_format":{"type":"json_schema","json_schema":{"name":"x"}}})"),
              QByteArray("{\"tools\":[{\"a\":1},{\"a\":1}],\"text\":\"{[\"}"), QByteArray("{}")})
            QVERIFY2(!faultIn(FurtherParameters{json}), json.first(qMin(json.size(), 60)).constData());
    }

    void whatItsOwnFieldSetsTooIsRefused()
    {
        GenerationParameters set{.stop = QStringList{QStringLiteral("end")},
                                 .further = FurtherParameters{R"({"stop":[1]})"}};
        QCOMPARE(faultIn(set), (FurtherFault{Kind::SetTwice, QStringLiteral("stop")}));
        set.stop.reset();
        QVERIFY(!faultIn(set));
    }

    void filesKeepThemAsTheyWereWritten()
    {
        const GenerationParameters set{.topK = 20, .further = FurtherParameters{written}};
        QVERIFY(!jsonOf(set).contains('\n'));
        QCOMPARE(parametersFrom(jsonOf(set)), set);
        QVERIFY(!parametersFrom("{\"further_parameters\":\"{\\\"model\\\":1}\"}").further);
        QVERIFY(!parametersFrom("{\"further_parameters\":{\"n\":2}}").further);
        QVERIFY(!parametersFrom("{\"stop\":[\"a\"],\"further_parameters\":\"{\\\"stop\\\":[1]}\"}").further);
    }

    void theOneThatIsRefusedIsLeftOutAlone_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("n") << QStringLiteral("Range of n should be [1, 4]") << Parameter::Choices
                           << QByteArray(R"({"tools":[1],"stop":[1],"own":{ }})");
        QTest::newRow("tools") << QStringLiteral("The tool call is not supported.") << Parameter::Tools
                               << QByteArray(R"({"n":9,"stop":[1],"own":{ }})");
        QTest::newRow("stop") << QStringLiteral("The \"stop\" parameter must be of type") << Parameter::Stop
                              << QByteArray(R"({"n":9,"tools":[1],"own":{ }})");
        QTest::newRow("unknown") << QStringLiteral("own is not known") << Parameter::Further
                                 << QByteArray(R"({"n":9,"tools":[1],"stop":[1]})");
    }
    void theOneThatIsRefusedIsLeftOutAlone()
    {
        QFETCH(const Parameter, parameter);
        QFETCH(const QString, message);
        const GenerationRequest request = requestWith(R"({"n":9,"tools":[1],"stop":[1],"own":{ }})");
        QCOMPARE(refusedParameter(refused(message.toUtf8().constData()), request), parameter);
        GenerationMemory memory(ProtocolChoice::Native);
        memory.leaveOut(request, parameter);
        QCOMPARE(memory.leftOut(request), QList{parameter});
        const GenerationParameters left = memory.prepared(request).parameters;
        QTEST(left.further.value_or(FurtherParameters()).json, "rest");
        QCOMPARE(left.topK, 20);
        QVERIFY(memory.prepared(requestWith(R"({"n":8,"tools":[2],"stop":[2],"own":0})")).parameters.further->json ==
                R"({"n":8,"tools":[2],"stop":[2],"own":0})");
    }

    void withoutItsLastMemberNothingIsLeft()
    {
        QVERIFY(!without(requestWith(R"({"n":9})"), Parameter::Choices).parameters.further);
    }

    void ofSeveralRepliesTheFirstIsShown()
    {
        const auto chunk = [](const char *json) { return readChunk(*Json::parse(json)); };
        QCOMPARE(
            chunk(R"({"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}]})").content,
            QStringLiteral("a"));
        QVERIFY(!chunk(R"({"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":"stop"}]})").holdsText);
        QCOMPARE(chunk(R"({"choices":[{"delta":{"content":"a"}}]})").content, QStringLiteral("a"));
    }
};

QTEST_APPLESS_MAIN(TestFurtherParameters)
#include "tst_furtherparameters.moc"
