// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr auto muBody = R"({"name":"my_mu","model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU1","capacity":4,)"
                        R"("billing_method":"POST_PAY")";

} // namespace

class TestSimulatorCreate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_still = std::make_unique<StillServer>(); }
    void cleanup() { m_still.reset(); }

    void aCreatedDeploymentIsAnsweredInTheDocumentsOrder()
    {
        const RawClient::Answer answer =
            m_still->ask("POST", "deployments",
                         QByteArray(muBody) + R"(,"enable_thinking":true,"max_context_length":10000,"rpm_limit":500,)"
                                              R"("tpm_limit":1000,"suffix":"a1"})");
        QCOMPARE(answer.status, 200);
        const std::string id = parsed(answer.body)["output"]["deployed_model"];
        QVERIFY(id.starts_with("qwen3-8b-") && id.ends_with("-a1"));
        QCOMPARE(
            answer.body,
            "{\"request_id\":\"" + answer.header("X-Request-Id") + "\",\"output\":{\"deployed_model\":\"" +
                QByteArray::fromStdString(id) +
                "\","
                R"("name":"my_mu","gmt_create":"2026-05-29T04:26:40.68","gmt_modified":"2026-05-29T04:26:40.68",)"
                R"("status":"PENDING","model_name":"qwen3-8b","base_model":"qwen3-8b","base_capacity":4,"capacity":4,)"
                R"("ready_capacity":0,"workspace_id":"llm-simulator0000001","charge_type":"post_paid",)"
                R"("creator":"1739204857163920","modifier":"1739204857163920","plan":"mu","model_unit_spec":"MU1",)"
                R"("enable_thinking":true,"max_context_length":10000,"rpm_limit":500,"tpm_limit":1000}})");
    }

    void everyPlanCanBeCreated_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("absent");
        const auto row = [](const char *name, const char *body, const char *part, const char *absent) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(part) << QByteArray(absent);
        };
        row("lora has no capacity", R"({"model_name":"qwen3-8b-ft-202603041015-0007","plan":"lora","capacity":1})",
            R"("deployed_model":"qwen3-8b-ft-202603041015-0007")", "capacity");
        row("lora keeps its plan", R"({"model_name":"qwen3-8b-ft-202603041015-0007","plan":"lora","capacity":1})",
            R"("plan":"lora")", "rpm_limit");
        row("lora with a suffix",
            R"({"model_name":"qwen3-8b-ft-202603041015-0007","plan":"lora","capacity":1,"suffix":"two"})",
            R"("deployed_model":"qwen3-8b-ft-202603041015-0007-two")", "capacity");
        row("ptu", R"({"model_name":"deepseek-v3","plan":"ptu","ptu_capacity":{"input_tpm":20000,"output_tpm":1000}})",
            R"("plan":"ptu","ptu_capacity":{"input_tpm":20000,"output_tpm":1000})", "ready_capacity");
        row("ptu with a suffix",
            R"({"model_name":"deepseek-v3","plan":"ptu","suffix":"x","ptu_capacity":{"input_tpm":10000,"output_tpm":1000}})",
            R"("deployed_model":"deepseek-v3-x")", "ready_capacity");
        row("ptu_v2 becomes ptu",
            R"({"model_name":"qwen3.7-plus","plan":"ptu_v2",)"
            R"("ptu_capacity":{"input_tpm_quota":10000,"output_tpm_quota":1000,"thinking_output_tpm":2000}})",
            R"("plan":"ptu","ptu_capacity":{"input_tpm":10000,"output_tpm":1000,"thinking_output_tpm":2000})",
            "ptu_v2");
        row("cu", R"({"model_name":"animate-anyone","plan":"cu","capacity":4,"name":"my_cu"})",
            R"("base_capacity":2,"capacity":4,"ready_capacity":0)", "model_unit_spec");
        row("no plan", R"({"model_name":"qwen-plus","capacity":8})", R"("base_capacity":8,"capacity":8)", "plan\"");
        row("separated",
            R"({"model_name":"qwen-plus-2025-12-01","plan":"mu","deploy_spec":"MU1-PD","prefill_capacity":8,)"
            R"("decode_capacity":16,"billing_method":"POST_PAY"})",
            R"("base_capacity":8,"capacity":24)", "prefill");
        row("template_id for deploy_spec",
            R"({"model_name":"qwen3-4b","plan":"mu","template_id":"MU5","capacity":3,"billing_method":"POST_PAY"})",
            R"("model_unit_spec":"MU5")", "error");
        row("a name of 50 letters",
            R"({"model_name":"emo","plan":"cu","capacity":1,"name":"12345678901234567890123456789012345678901234567890"})",
            "\"PENDING\"", "error");
        row("capacity 0, as the error text has it", R"({"model_name":"emo","plan":"cu","capacity":0})",
            R"("capacity":0)", "error");
    }
    void everyPlanCanBeCreated()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, absent);
        QFETCH(QByteArray, body);
        const RawClient::Answer answer = m_still->ask("POST", "deployments", body);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QVERIFY2(answer.body.contains(part), answer.body.constData());
        QVERIFY2(!answer.body.contains(absent), answer.body.constData());
    }

    void aListShowsThePlanThatTheCreateAnswerLacks()
    {
        m_still->ask("POST", "deployments", R"({"model_name":"qwen-plus","capacity":8})");
        QVERIFY(m_still->ask("GET", "deployments").body.contains(R"("plan":"cu")"));
    }

    void aWrongCreateIsRefusedInTheServicesWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &body, int status, const QByteArray &message) {
            QTest::newRow(name) << body << status << message;
        };
        const QByteArray noJson = "Required body invalid, please check the request body format.";
        const QByteArray lora = R"({"model_name":"qwen3-8b-ft-202603041015-0007","plan":"lora")";
        row("no body", "", 400, noJson);
        row("no JSON", "{\"a\":", 400, noJson);
        row("a list", "[]", 400, noJson);
        row("bad UTF-8", "{\"a\":\"\xff\"}", 400, noJson);
        row("no model", "{}", 400, required("model_name"));
        row("a number for a model", R"({"model_name":1})", 400, required("model_name"));
        row("an unknown model", R"({"model_name":"gpt","plan":"mu"})", 404, "Model: gpt not found!");
        row("an unknown plan", R"({"model_name":"emo","plan":"dtu"})", 400, required("plan"));
        row("a plan that is not offered", R"({"model_name":"emo","plan":"mu"})", 400,
            "The model emo does not exist or is not deployable");
        row("no plan for a ptu model", R"({"model_name":"deepseek-v3","capacity":1})", 400,
            "The model deepseek-v3 does not exist or is not deployable");
        row("an empty name", R"({"model_name":"emo","plan":"cu","capacity":1,"name":""})", 400, required("name"));
        row("a name too long",
            R"({"model_name":"emo","plan":"cu","capacity":1,"name":)"
            "\"" +
                QByteArray(51, 'x') + "\"}",
            400, required("name"));
        for (const char *suffix : {"", "123456789", "Upper", "a b", "a/b", "\xe4\xb8\xad"})
            row(QByteArray("suffix ").append(suffix).constData(),
                QByteArray(R"({"model_name":"emo","plan":"cu","capacity":1,"suffix":)"
                           "\"")
                    .append(suffix)
                    .append("\"}"),
                400, required("suffix"));
        row("no capacity", R"({"model_name":"emo","plan":"cu"})", 400, required("capacity"));
        row("lora without capacity", lora + "}", 400, required("capacity"));
        row("capacity off the step", R"({"model_name":"qwen-plus","plan":"cu","capacity":2})", 400,
            badCapacity("2", "8"));
        row("capacity below 0", R"({"model_name":"emo","plan":"cu","capacity":-1})", 400, badCapacity("-1", "1"));
        row("capacity 1000", R"({"model_name":"emo","plan":"cu","capacity":1000})", 400, badCapacity("1000", "1"));
        row("capacity in words", R"({"model_name":"emo","plan":"cu","capacity":"two"})", 400, badCapacity("two", "1"));
        row("capacity with a fraction", R"({"model_name":"emo","plan":"cu","capacity":1.5})", 400,
            badCapacity("1.5", "1"));
        row("capacity beyond counting", R"({"model_name":"emo","plan":"cu","capacity":18446744073709551615})", 400,
            badCapacity("18446744073709551615", "1"));
        row("no template", R"({"model_name":"qwen3-8b","plan":"mu","capacity":4})", 400, required("deploy_spec"));
        row("another model's template", R"({"model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU6","capacity":4})",
            400, required("deploy_spec"));
        row("no billing method", R"({"model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU1","capacity":4})", 400,
            required("billing_method"));
        row("prepaid", QByteArray(muBody).replace("POST_PAY", "PRE_PAY") + "}", 400, required("billing_method"));
        row("separated without decode",
            R"({"model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU1-PD","billing_method":"POST_PAY","prefill_capacity":4})",
            400, required("decode_capacity"));
        row("separated off the step",
            R"({"model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU1-PD","billing_method":"POST_PAY","prefill_capacity":4,)"
            R"("decode_capacity":5})",
            400, badCapacity("5", "4"));
        row("context too long", QByteArray(muBody) + R"(,"max_context_length":262145})", 400,
            required("max_context_length"));
        row("limit 0", QByteArray(muBody) + R"(,"rpm_limit":0})", 400, required("rpm_limit"));
        row("limit in words", QByteArray(muBody) + R"(,"tpm_limit":"5"})", 400, required("tpm_limit"));
        row("thinking in words", QByteArray(muBody) + R"(,"enable_thinking":"yes"})", 400, required("enable_thinking"));
        row("no throughput", R"({"model_name":"deepseek-v3","plan":"ptu"})", 400, "Miss ptu capacity info");
        row("throughput off the step",
            R"({"model_name":"deepseek-v3","plan":"ptu","ptu_capacity":{"input_tpm":15000,"output_tpm":1000}})", 400,
            required("ptu_capacity"));
        row("half a throughput", R"({"model_name":"deepseek-v3","plan":"ptu","ptu_capacity":{"input_tpm":10000}})", 400,
            required("ptu_capacity"));
    }
    void aWrongCreateIsRefusedInTheServicesWords()
    {
        QFETCH(QByteArray, body);
        const RawClient::Answer answer = m_still->ask("POST", "deployments", body);
        QTEST(answer.status, "status");
        QTEST(m_still->message(answer), "message");
        QVERIFY(!answer.body.contains("output"));
        QCOMPARE(m_still->world().size(), 0);
    }

    void aSecondDeploymentNeedsASuffixOfItsOwn()
    {
        const QByteArray body = R"({"model_name":"emo","plan":"cu","capacity":1)";
        const QByteArray first = m_still->idOf(m_still->ask("POST", "deployments", body + "}"));
        const RawClient::Answer again = m_still->ask("POST", "deployments", body + "}");
        QCOMPARE(again.status, 409);
        QCOMPARE(m_still->code(again), "Conflict");
        QCOMPARE(m_still->message(again), "Deployed model " + first + " already exists, please specify a suffix.");
        const QByteArray second = m_still->idOf(m_still->ask("POST", "deployments", body + R"(,"suffix":"two"})"));
        QVERIFY(second.endsWith("-two"));
        const RawClient::Answer taken = m_still->ask(
            "POST", "deployments", R"({"model_name":"animate-anyone","plan":"cu","capacity":2,"suffix":"two"})");
        QCOMPARE(m_still->message(taken), "Deployed model " + second + " already exists, please specify a suffix.");
        QCOMPARE(m_still->world().size(), 2);
    }

private:
    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorCreate)
#include "tst_simulatorcreate.moc"
