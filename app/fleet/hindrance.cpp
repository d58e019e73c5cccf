// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/hindrance.h"

#include "app/fleet/deployrules.h"

namespace Slipway {

bool takesLimits(const Deployment &deployment)
{
    const bool mayBeModelUnits =
        deployment.plan == u"mu" || (deployment.plan.isEmpty() && !isThroughputPlan(deployment));
    return mayBeModelUnits || deployment.rpmLimit || deployment.tpmLimit;
}

Hindrance againstScaling(const Deployment &deployment)
{
    const Hindrance leaving = againstDeleting(deployment);
    const bool isPerToken = deployment.plan == QLatin1String("lora");
    return leaving == Hindrance::None && isPerToken ? Hindrance::PaidPerToken : leaving;
}

Hindrance againstLimiting(const Deployment &deployment)
{
    const Hindrance leaving = againstDeleting(deployment);
    return leaving == Hindrance::None && !takesLimits(deployment) ? Hindrance::NoLimits : leaving;
}

Hindrance againstDeleting(const Deployment &deployment)
{
    const bool isLeaving = deployment.status == Status::Deleting || deployment.status == Status::Deleted;
    return isLeaving ? Hindrance::BeingDeleted : Hindrance::None;
}

} // namespace Slipway
