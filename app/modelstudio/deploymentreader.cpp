// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentreader.h"

#include "app/modelstudio/json.h"
#include "app/modelstudio/timestamp.h"

namespace Slipway {

namespace {

std::optional<PtuCapacity> readPtuCapacity(const Json &object)
{
    if (!object.isObject())
        return std::nullopt;
    return PtuCapacity{.inputTpm = object["input_tpm"].integer(),
                       .outputTpm = object["output_tpm"].integer(),
                       .thinkingOutputTpm = object["thinking_output_tpm"].integer()};
}

/// The reservation API writes gmt_created (deployments.md §10).
QDateTime readCreated(const Json &object)
{
    const Json created = object["gmt_create"];
    return parseTimestamp((created.hasValue() ? created : object["gmt_created"]).text());
}

void readNumbers(const Json &object, Deployment &deployment)
{
    deployment.baseCapacity = object["base_capacity"].integer();
    deployment.capacity = object["capacity"].integer();
    deployment.readyCapacity = object["ready_capacity"].integer();
    deployment.rpmLimit = object["rpm_limit"].integer();
    deployment.tpmLimit = object["tpm_limit"].integer();
    deployment.maxContextLength = object["max_context_length"].integer();
    deployment.enableThinking = object["enable_thinking"].boolean();
    deployment.ptuCapacity = readPtuCapacity(object["ptu_capacity"]);
}

} // namespace

std::optional<Deployment> DeploymentReader::read(const Json &object)
{
    return readAs(object, QString());
}

std::optional<Deployment> DeploymentReader::readAs(const Json &object, const QString &deployedModel)
{
    Deployment deployment;
    deployment.deployedModel = object["deployed_model"].hasValue() ? object["deployed_model"].text() : deployedModel;
    if (!object.isObject() || deployment.deployedModel.isEmpty())
        return std::nullopt;
    deployment.name = object["name"].text();
    deployment.modelName = shared(object["model_name"]);
    deployment.baseModel = shared(object["base_model"]);
    deployment.statusText = shared(object["status"]);
    deployment.status = statusOf(deployment.statusText);
    deployment.plan = shared(object["plan"]);
    deployment.modelUnitSpec = shared(object["model_unit_spec"]);
    deployment.workspaceId = shared(object["workspace_id"]);
    deployment.chargeType = shared(object["charge_type"]);
    deployment.creator = shared(object["creator"]);
    deployment.modifier = shared(object["modifier"]);
    deployment.failReason = object["fail_reason"].text();
    deployment.created = readCreated(object);
    deployment.modified = parseTimestamp(object["gmt_modified"].text());
    readNumbers(object, deployment);
    deployment.source = object.source();
    return deployment;
}

QString DeploymentReader::shared(const Json &value)
{
    constexpr qsizetype mostWords = 50'000; // a service that never repeats a word is not remembered for ever
    if (m_words.size() > mostWords)
        m_words.clear();
    return value.hasValue() ? *m_words.insert(value.text()) : QString();
}

} // namespace Slipway
