// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/hindrance.h"

namespace Slipway {

Hindrance againstScaling(const Deployment &deployment)
{
    const Hindrance leaving = againstDeleting(deployment);
    const bool isPerToken = deployment.plan == QLatin1String("lora");
    return leaving == Hindrance::None && isPerToken ? Hindrance::PaidPerToken : leaving;
}

Hindrance againstLimiting(const Deployment &deployment)
{
    const Hindrance leaving = againstDeleting(deployment);
    const bool hasLimits = deployment.plan.isEmpty() || deployment.plan == QLatin1String("mu") || deployment.rpmLimit ||
                           deployment.tpmLimit;
    return leaving == Hindrance::None && !hasLimits ? Hindrance::NoLimits : leaving;
}

Hindrance againstDeleting(const Deployment &deployment)
{
    const bool isLeaving = deployment.status == Status::Deleting || deployment.status == Status::Deleted;
    return isLeaving ? Hindrance::BeingDeleted : Hindrance::None;
}

} // namespace Slipway
