// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentreader.h"

#include "app/modelstudio/json.h"

#include <QTest>

using namespace Slipway;

namespace {

const QByteArray whole =
    R"({"deployed_model":"qwen-plus-2025-12-01-7c41e09a","gmt_create":"2026-03-04T10:15:27.36","gmt_modified":)"
    R"("2026-03-04T10:21:02","status":"UPDATING","model_name":"qwen-plus-2025-12-01","base_model":"qwen-plus",)"
    R"("base_capacity":4,"capacity":8,"ready_capacity":4,"workspace_id":"llm-4k7x2m9q8w1zt0ab","charge_type":)"
    R"("post_paid","creator":"1029384756102938","modifier":"1029384756102939","plan":"mu","model_unit_spec":"MU1",)"
    R"("enable_thinking":true,"max_context_length":10000,"rpm_limit":"500","tpm_limit":1000,"name":"模型",)"
    R"("fail_reason":"why","ptu_capacity":{"input_tpm":10000,"output_tpm":"1000"},"new_field":{"a":[1,2]}})";

std::optional<Deployment> read(const QByteArray &text)
{
    return DeploymentReader().read(Json::parse(text).value_or(Json()));
}

} // namespace

class TestDeploymentReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const auto deployment = read(whole);
        QVERIFY(deployment);
        QCOMPARE(deployment->deployedModel, QStringLiteral("qwen-plus-2025-12-01-7c41e09a"));
        QCOMPARE(deployment->name, QStringLiteral("模型"));
        QCOMPARE(deployment->modelName, QStringLiteral("qwen-plus-2025-12-01"));
        QCOMPARE(deployment->baseModel, QStringLiteral("qwen-plus"));
        QCOMPARE(deployment->status, Status::Updating);
        QCOMPARE(deployment->statusText, QStringLiteral("UPDATING"));
        QCOMPARE(deployment->plan, QStringLiteral("mu"));
        QCOMPARE(deployment->baseCapacity, 4);
        QCOMPARE(deployment->capacity, 8);
        QCOMPARE(deployment->readyCapacity, 4);
        QCOMPARE(deployment->rpmLimit, 500);
        QCOMPARE(deployment->tpmLimit, 1000);
        QCOMPARE(deployment->maxContextLength, 10000);
        QCOMPARE(deployment->enableThinking, true);
        QVERIFY((deployment->ptuCapacity == PtuCapacity{.inputTpm = 10000, .outputTpm = 1000}));
        QCOMPARE(deployment->modelUnitSpec, QStringLiteral("MU1"));
        QCOMPARE(deployment->workspaceId, QStringLiteral("llm-4k7x2m9q8w1zt0ab"));
        QCOMPARE(deployment->chargeType, QStringLiteral("post_paid"));
        QCOMPARE(deployment->creator, QStringLiteral("1029384756102938"));
        QCOMPARE(deployment->modifier, QStringLiteral("1029384756102939"));
        QCOMPARE(deployment->failReason, QStringLiteral("why"));
        QCOMPARE(deployment->created.toString(Qt::ISODateWithMs), QStringLiteral("2026-03-04T02:15:27.360Z"));
        QCOMPARE(deployment->modified.toString(Qt::ISODateWithMs), QStringLiteral("2026-03-04T02:21:02.000Z"));
        QCOMPARE(deployment->source, whole);
    }

    void whatWasNotSentIsEmpty()
    {
        const auto deployment = read(R"({"deployed_model":"m","plan":"lora"})");
        QVERIFY(deployment);
        QVERIFY(!deployment->capacity && !deployment->baseCapacity && !deployment->readyCapacity &&
                !deployment->rpmLimit);
        QVERIFY(!deployment->enableThinking && !deployment->ptuCapacity);
        QVERIFY(!deployment->created.isValid() && !deployment->modified.isValid());
        QCOMPARE(deployment->status, Status::Unknown);
        QVERIFY(deployment->statusText.isEmpty() && deployment->name.isEmpty());
    }

    void whatCannotBeReadIsEmptyAndStaysInTheSource()
    {
        const QByteArray text =
            R"({"deployed_model":"m","capacity":1e400,"ready_capacity":"many","rpm_limit":[1],)"
            R"("gmt_create":"soon","status":7,"ptu_capacity":3,"enable_thinking":"yes","plan":null})";
        const auto deployment = read(text);
        QVERIFY(deployment);
        QVERIFY(!deployment->capacity && !deployment->readyCapacity && !deployment->rpmLimit &&
                !deployment->ptuCapacity);
        QVERIFY(!deployment->enableThinking && !deployment->created.isValid());
        QCOMPARE(deployment->statusText, QStringLiteral("7"));
        QCOMPARE(deployment->plan, QString());
        QCOMPARE(deployment->source, text);
    }

    void withoutAnIdItIsNoDeployment()
    {
        for (const char *text : {"{}", "[]", "null", "\"m\"", R"({"deployed_model":""})", R"({"deployed_model":null})"})
            QVERIFY2(!read(text), text);
    }

    void theIdThatWasAskedAboutMayStandIn()
    {
        const Json json = *Json::parse(R"({"status":"DELETING"})");
        const auto deployment = DeploymentReader().readAs(json, QStringLiteral("m"));
        QVERIFY(deployment);
        QCOMPARE(deployment->deployedModel, QStringLiteral("m"));
        QCOMPARE(deployment->status, Status::Deleting);
    }

    void theSameBytesAreTheSameDeployment()
    {
        QVERIFY(read(whole) == read(whole));
        QVERIFY(!(read(whole) == read(QByteArray(whole).replace("\"capacity\":8", "\"capacity\":9"))));
    }

    void wordsThatComeAgainShareOneString()
    {
        DeploymentReader reader;
        const Json json = *Json::parse(whole);
        const auto first = reader.read(json);
        const auto second = reader.read(json);
        QCOMPARE(first->workspaceId.constData(), second->workspaceId.constData());
    }

    void fieldsAreAllThatWasSentInItsOrder()
    {
        const auto fields = fieldsOf(*read(whole));
        QCOMPARE(fields.size(), 23);
        QCOMPARE(fields.first(),
                 (Field{QStringLiteral("deployed_model"), QStringLiteral("qwen-plus-2025-12-01-7c41e09a")}));
        QCOMPARE(fields[6], (Field{QStringLiteral("base_capacity"), QStringLiteral("4")}));
        QCOMPARE(fields[15], (Field{QStringLiteral("enable_thinking"), QStringLiteral("true")}));
        QCOMPARE(fields.last(), (Field{QStringLiteral("new_field"), QStringLiteral("{\"a\":[1,2]}")}));
        QCOMPARE(fieldsOf(Deployment()), QList<Field>());
    }

    void everyStatusOfTheDocumentsIsKnown_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<bool>("serving");
        const auto rows = [](Phase phase, bool serving, const char *words) {
            for (const QByteArray &word : QByteArray(words).split(' '))
                QTest::addRow("%s", word.constData()) << phase << serving;
        };
        rows(Phase::Running, true, "RUNNING");
        rows(Phase::Failed, true, "UPDATING_FAILED");
        rows(Phase::Failed, false, "FAILED");
        rows(Phase::Stopped, false, "STOPPED DELETED ARREARS_DOWN SUSPENDED");
        rows(Phase::Changing, true, "UPDATING SCALING");
        rows(Phase::Changing, false,
             "PENDING DEPLOYING OFFLINING DELETING ARREARS_RECOVERING WAIT_PRE_PAID_BILLING_TO_DEPLOYING "
             "WAIT_PRE_PAID_BILLING_TO_SCALING WAIT_TO_DEPLOY STOPPING SUSPENDING STARTING RECOVERING");
    }

    void everyStatusOfTheDocumentsIsKnown()
    {
        QFETCH(const Phase, phase);
        QFETCH(const bool, serving);
        const Status status = statusOf(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(status != Status::Unknown);
        QCOMPARE(phaseOf(status), phase);
        QCOMPARE(maybeServing(status), serving);
    }

    void anUnknownStatusCountsAsChanging()
    {
        QCOMPARE(statusOf(QStringLiteral("DANCING")), Status::Unknown);
        QCOMPARE(phaseOf(Status::Unknown), Phase::Changing);
        QVERIFY(!maybeServing(Status::Unknown));
    }
};

QTEST_APPLESS_MAIN(TestDeploymentReader)
#include "tst_deploymentreader.moc"
