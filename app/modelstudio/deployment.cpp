// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deployment.h"

#include "app/modelstudio/json.h"

#include <QHash>

namespace Slipway {

Status statusOf(const QString &word)
{
    static const QHash<QString, Status> statuses{
        {QStringLiteral("PENDING"), Status::Pending},
        {QStringLiteral("DEPLOYING"), Status::Deploying},
        {QStringLiteral("RUNNING"), Status::Running},
        {QStringLiteral("UPDATING"), Status::Updating},
        {QStringLiteral("UPDATING_FAILED"), Status::UpdatingFailed},
        {QStringLiteral("STOPPED"), Status::Stopped},
        {QStringLiteral("OFFLINING"), Status::Offlining},
        {QStringLiteral("DELETING"), Status::Deleting},
        {QStringLiteral("DELETED"), Status::Deleted},
        {QStringLiteral("FAILED"), Status::Failed},
        {QStringLiteral("ARREARS_DOWN"), Status::ArrearsDown},
        {QStringLiteral("ARREARS_RECOVERING"), Status::ArrearsRecovering},
        {QStringLiteral("SCALING"), Status::Scaling},
        {QStringLiteral("WAIT_PRE_PAID_BILLING_TO_DEPLOYING"), Status::WaitPrePaidBillingToDeploying},
        {QStringLiteral("WAIT_PRE_PAID_BILLING_TO_SCALING"), Status::WaitPrePaidBillingToScaling},
        {QStringLiteral("WAIT_TO_DEPLOY"), Status::WaitToDeploy},
        {QStringLiteral("STOPPING"), Status::Stopping},
        {QStringLiteral("SUSPENDING"), Status::Suspending},
        {QStringLiteral("SUSPENDED"), Status::Suspended},
        {QStringLiteral("STARTING"), Status::Starting},
        {QStringLiteral("RECOVERING"), Status::Recovering},
    };
    const auto found = statuses.constFind(word);
    return found != statuses.constEnd() ? *found : statuses.value(word.toUpper(), Status::Unknown);
}

Phase phaseOf(Status status)
{
    switch (status) {
    case Status::Running:
        return Phase::Running;
    case Status::UpdatingFailed:
    case Status::Failed:
        return Phase::Failed;
    case Status::Stopped:
    case Status::Deleted:
    case Status::ArrearsDown:
    case Status::Suspended:
        return Phase::Stopped;
    case Status::Unknown:
    case Status::Pending:
    case Status::Deploying:
    case Status::Updating:
    case Status::Offlining:
    case Status::Deleting:
    case Status::ArrearsRecovering:
    case Status::Scaling:
    case Status::WaitPrePaidBillingToDeploying:
    case Status::WaitPrePaidBillingToScaling:
    case Status::WaitToDeploy:
    case Status::Stopping:
    case Status::Suspending:
    case Status::Starting:
    case Status::Recovering:
        return Phase::Changing;
    }
    return Phase::Changing;
}

bool maybeServing(Status status)
{
    return status == Status::Running || status == Status::Updating || status == Status::Scaling ||
           status == Status::UpdatingFailed;
}

QList<Field> fieldsOf(const Deployment &deployment)
{
    QList<Field> fields;
    const auto object = Json::parse(deployment.source);
    if (!object)
        return fields;
    for (const auto &[name, value] : object->members())
        fields.append({name, value.type() == Json::Type::Null ? QStringLiteral("null") : value.text()});
    return fields;
}

} // namespace Slipway
