// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/overlay.h"

namespace Slipway {

namespace {

void lay(QString &field, const QString &value)
{
    if (!value.isEmpty())
        field = value;
}

void lay(QDateTime &field, const QDateTime &value)
{
    if (value.isValid())
        field = value;
}

template<typename T>
void lay(std::optional<T> &field, const std::optional<T> &value)
{
    if (value)
        field = value;
}

void layTexts(Deployment &deployment, const Deployment &answer)
{
    lay(deployment.name, answer.name);
    lay(deployment.modelName, answer.modelName);
    lay(deployment.baseModel, answer.baseModel);
    lay(deployment.plan, answer.plan);
    lay(deployment.modelUnitSpec, answer.modelUnitSpec);
    lay(deployment.workspaceId, answer.workspaceId);
    lay(deployment.chargeType, answer.chargeType);
    lay(deployment.creator, answer.creator);
    lay(deployment.modifier, answer.modifier);
    lay(deployment.failReason, answer.failReason);
}

void layNumbers(Deployment &deployment, const Deployment &answer)
{
    lay(deployment.baseCapacity, answer.baseCapacity);
    lay(deployment.capacity, answer.capacity);
    lay(deployment.readyCapacity, answer.readyCapacity);
    lay(deployment.rpmLimit, answer.rpmLimit);
    lay(deployment.tpmLimit, answer.tpmLimit);
    lay(deployment.maxContextLength, answer.maxContextLength);
    lay(deployment.enableThinking, answer.enableThinking);
    lay(deployment.ptuCapacity, answer.ptuCapacity);
}

} // namespace

Deployment overlaid(const Deployment &held, const Deployment &answer)
{
    Deployment result = held;
    if (!answer.statusText.isEmpty()) {
        result.status = answer.status;
        result.statusText = answer.statusText;
    }
    layTexts(result, answer);
    layNumbers(result, answer);
    lay(result.created, answer.created);
    lay(result.modified, answer.modified);
    result.source = answer.source;
    return result;
}

} // namespace Slipway
