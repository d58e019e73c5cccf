// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

namespace {

constexpr auto muBody = R"({"name":"my_mu","model_name":"qwen3-8b","plan":"mu","deploy_spec":"MU1","capacity":4,)"
                        R"("billing_method":"POST_PAY")";
constexpr auto unsupported = "The operation is unsupported on the referee object.";

} // namespace

class TestSimulatorDeployments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_still = std::make_unique<StillServer>(); }
    void cleanup() { m_still.reset(); }

    void oneDeploymentIsOneObject()
    {
        const QByteArray id =
            m_still->idOf(m_still->ask("POST", "deployments", R"({"model_name":"emo","plan":"cu","capacity":1})"));
        m_still->now += 8000;
        const RawClient::Answer answer = m_still->ask("GET", "deployments/" + id);
        QVERIFY(parsed(answer.body)["output"]["deployed_model"] == id.toStdString());
        QVERIFY(parsed(answer.body)["output"]["status"] == "RUNNING");
        QVERIFY(answer.body.contains(R"("gmt_create":"2026-05-29T04:26:40","gmt_modified":"2026-05-29T04:26:48")"));
    }

    void anIdOfAnyLettersIsFound()
    {
        DeployedModel model;
        model.id = QStringLiteral("a/b c%41中文?#");
        m_still->world().insert(model);
        const RawClient::Answer answer = m_still->ask("GET", "deployments/a%2Fb%20c%2541%E4%B8%AD%E6%96%87%3F%23");
        QVERIFY2(answer.body.contains("\"deployed_model\":\"a/b c%41中文?#\""), answer.body.constData());
    }

    void whatNeverWasAndWhatWasDeletedDiffer()
    {
        QCOMPARE(m_still->message(m_still->ask("GET", "deployments/nothing")), "Model: nothing not found!");
        const QByteArray id =
            m_still->idOf(m_still->ask("POST", "deployments", R"({"model_name":"emo","plan":"cu","capacity":1})"));
        QCOMPARE(m_still->ask("DELETE", "deployments/" + id).status, 200);
        m_still->now += 3000;
        const RawClient::Answer gone = m_still->ask("GET", "deployments/" + id);
        QCOMPARE(gone.status, 404);
        QCOMPARE(m_still->code(gone), "NotFound");
        QCOMPARE(m_still->message(gone), "Not found.");
        QCOMPARE(m_still->message(m_still->ask("DELETE", "deployments/" + id)), "Model: " + id + " not found!");
        for (const char *what : {"/scale", "/update"})
            QCOMPARE(m_still->message(m_still->ask("PUT", "deployments/" + id + what, "{}")),
                     "Model: " + id + " not found!");
    }

    void deletingTwiceGivesTheSameAnswer()
    {
        const QByteArray id =
            m_still->idOf(m_still->ask("POST", "deployments", R"({"model_name":"emo","plan":"cu","capacity":1})"));
        const Json first = parsed(m_still->ask("DELETE", "deployments/" + id).body)["output"];
        QVERIFY(first["status"] == "DELETING");
        QVERIFY(first["capacity"] == 1);
        QVERIFY(parsed(m_still->ask("DELETE", "deployments/" + id).body)["output"] == first);
    }

    void scalingAnswersUpdatingWithTheOldReadyCapacity()
    {
        const QByteArray id = m_still->running(R"({"model_name":"qwen-plus","plan":"cu","capacity":8})");
        m_still->now += 1631;
        const RawClient::Answer answer =
            m_still->ask("PUT", "deployments/" + id + "/scale", R"({"deployed_model":"x","capacity":24})");
        QVERIFY2(answer.body.contains(R"("gmt_create":"2026-05-29T04:26:40","gmt_modified":"2026-05-29T04:26:50.311",)"
                                      R"("status":"UPDATING")"),
                 answer.body.constData());
        QVERIFY(answer.body.contains(R"("base_capacity":8,"capacity":24,"ready_capacity":8)"));
        m_still->now += 2000;
        QVERIFY(m_still->ask("GET", "deployments/" + id).body.contains(R"("capacity":24,"ready_capacity":16)"));
        m_still->now += 2000;
        QVERIFY(m_still->ask("GET", "deployments/" + id).body.contains(R"("status":"RUNNING")"));
    }

    void aWrongScaleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *status, const char *body, const QByteArray &message) {
            QTest::newRow(name) << QByteArray(status) << QByteArray(body) << message;
        };
        row("off the step", "RUNNING", R"({"capacity":9})", badCapacity("9", "8"));
        row("missing", "RUNNING", "{}", required("capacity"));
        row("no JSON", "RUNNING", "capacity", "Required body invalid, please check the request body format.");
        for (const char *status : {"PENDING", "UPDATING", "DELETING", "STOPPED", "FAILED", "ARREARS_DOWN"})
            row(status, status, R"({"capacity":16})", unsupported);
    }
    void aWrongScaleIsRefused()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        const QByteArray id = m_still->running(R"({"model_name":"qwen-plus","plan":"cu","capacity":8})");
        m_still->world().edit(QString::fromUtf8(id),
                              [&](DeployedModel &model) { model.status = QString::fromLatin1(status); });
        const RawClient::Answer answer = m_still->ask("PUT", "deployments/" + id + "/scale", body);
        QCOMPARE(answer.status, 400);
        QTEST(m_still->message(answer), "message");
        QCOMPARE(m_still->code(answer),
                 m_still->message(answer) == unsupported ? "UnsupportedOperation" : "InvalidParameter");
    }

    void throughputScalesInOneDirection_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *body, const QByteArray &message) {
            QTest::newRow(name) << QByteArray(body) << message;
        };
        row("up", R"({"ptu_capacity":{"input_tpm":30000,"output_tpm":3000}})", "");
        row("one up", R"({"ptu_capacity":{"input_tpm":30000,"output_tpm":2000}})", "");
        row("down", R"({"ptu_capacity":{"input_tpm":10000,"output_tpm":1000}})", "");
        row("up and down", R"({"ptu_capacity":{"input_tpm":30000,"output_tpm":1000}})", required("ptu_capacity"));
        row("nowhere", R"({"ptu_capacity":{"input_tpm":20000,"output_tpm":2000}})", required("ptu_capacity"));
        row("in units", R"({"capacity":2})", "Miss ptu capacity info");
    }
    void throughputScalesInOneDirection()
    {
        QFETCH(QByteArray, body);
        const QByteArray id = m_still->running(
            R"({"model_name":"deepseek-v3","plan":"ptu","ptu_capacity":{"input_tpm":20000,"output_tpm":2000}})");
        const RawClient::Answer answer = m_still->ask("PUT", "deployments/" + id + "/scale", body);
        QTEST(m_still->message(answer), "message");
        QCOMPARE(answer.body.contains("\"SCALING\""), m_still->message(answer).isEmpty());
    }

    void loraCannotBeScaled()
    {
        const QByteArray id =
            m_still->running(R"({"model_name":"qwen3-8b-ft-202603041015-0007","plan":"lora","capacity":1})");
        QCOMPARE(m_still->message(m_still->ask("PUT", "deployments/" + id + "/scale", R"({"capacity":2})")),
                 unsupported);
        QCOMPARE(m_still->message(m_still->ask("PUT", "deployments/" + id + "/update", R"({"rpm_limit":2})")),
                 unsupported);
    }

    void limitsAreChangedOneOrBoth()
    {
        const QByteArray id = m_still->running(QByteArray(muBody) + R"(,"rpm_limit":500,"tpm_limit":1000})");
        m_still->now += 123;
        const RawClient::Answer answer = m_still->ask("PUT", "deployments/" + id + "/update", R"({"rpm_limit":60})");
        QVERIFY2(answer.body.contains(R"("rpm_limit":60,"tpm_limit":1000)"), answer.body.constData());
        QVERIFY2(answer.body.contains(R"("gmt_modified":"2026-05-29T04:26:48","status":"RUNNING")"),
                 answer.body.constData());
        QVERIFY(m_still->ask("PUT", "deployments/" + id + "/update", R"({"rpm_limit":1,"tpm_limit":2})")
                    .body.contains(R"("rpm_limit":1,"tpm_limit":2)"));
        QCOMPARE(m_still->message(m_still->ask("PUT", "deployments/" + id + "/update", "{}")), required("rpm_limit"));
        QCOMPARE(m_still->message(m_still->ask("PUT", "deployments/" + id + "/update", R"({"tpm_limit":-1})")),
                 required("tpm_limit"));
    }

    void theListIsPaged_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *query, int status, int rows, const QByteArray &part) {
            QTest::newRow(query) << QByteArray(query) << status << rows << part;
        };
        row("", 200, 50, R"({"page_no":1,"page_size":50,"total":120,"deployments":[{)");
        row("?page_no=3", 200, 20, R"({"page_no":3,"page_size":50,"total":120,)");
        row("?page_no=2&page_size=100", 200, 20, R"({"page_no":2,"page_size":100,"total":120,)");
        row("?page_size=200", 200, 120, R"("page_size":200,)");
        row("?page_no=9", 200, 0, R"({"page_no":9,"page_size":50,"total":120,"deployments":[]}})");
        row("?plan=lora&page_size=1", 200, 1, R"("plan":"lora")");
        row("?page_size=201", 400, 0, required("page_size"));
        row("?page_size=0", 400, 0, required("page_size"));
        row("?page_no=0", 400, 0, required("page_no"));
        row("?page_no=x", 400, 0, required("page_no"));
        row("?page_no=", 400, 0, required("page_no"));
    }
    void theListIsPaged()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, part);
        m_still->start({.deployments = 120});
        const RawClient::Answer answer = m_still->ask("GET", "deployments" + query);
        QTEST(answer.status, "status");
        QVERIFY2(answer.body.contains(part), answer.body.left(300).constData());
        QTEST(static_cast<int>(answer.body.count("\"deployed_model\"")), "rows");
    }

private:
    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorDeployments)
#include "tst_simulatordeployments.moc"
