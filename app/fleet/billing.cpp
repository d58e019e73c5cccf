// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/billing.h"

#include "app/fleet/prices.h"

namespace Slipway {

static bool isCharged(const Deployment &deployment)
{
    switch (deployment.status) {
    case Status::Unknown:
    case Status::Running:
    case Status::Updating:
    case Status::UpdatingFailed:
    case Status::Scaling:
    case Status::WaitPrePaidBillingToScaling:
    case Status::Offlining:
    case Status::Stopping:
    case Status::Suspending:
    case Status::Deleting:
        return true;
    case Status::ArrearsDown:
        return deployment.plan.startsWith(u"ptu"); // kept and billed for a day
    case Status::Pending:
    case Status::Deploying:
    case Status::WaitToDeploy:
    case Status::WaitPrePaidBillingToDeploying:
    case Status::Starting:
    case Status::Recovering:
    case Status::ArrearsRecovering:
    case Status::Stopped:
    case Status::Suspended:
    case Status::Deleted:
    case Status::Failed:
        return false;
    }
    return true;
}

Billing billingOf(const Deployment &deployment)
{
    if (!isCharged(deployment))
        return Billing::None;
    if (deployment.chargeType == u"pre_paid")
        return Billing::Prepaid;
    return deployment.plan == u"lora" ? Billing::ByToken : Billing::ByTheHour;
}

std::optional<double> yuanPerHour(const Deployment &deployment)
{
    const auto price = billingOf(deployment) == Billing::ByTheHour ? estimate(deployment) : std::nullopt;
    return price ? std::optional(price->yuanPerHour) : std::nullopt;
}

static void addByTheHour(FleetBill &bill, const Deployment &deployment)
{
    ++bill.byTheHour;
    if (const auto price = estimate(deployment))
        bill.yuanPerHour += price->yuanPerHour;
    else
        ++bill.unpriced;
    const bool older = !bill.oldestCreated.isValid() || deployment.created < bill.oldestCreated;
    if (deployment.created.isValid() && older) {
        bill.oldestId = deployment.deployedModel;
        bill.oldestCreated = deployment.created;
    }
}

FleetBill billOf(const QList<Deployment> &rows)
{
    FleetBill bill;
    for (const Deployment &row : rows) {
        switch (billingOf(row)) {
        case Billing::None:
            break;
        case Billing::ByTheHour:
            addByTheHour(bill, row);
            break;
        case Billing::ByToken:
            ++bill.byToken;
            break;
        case Billing::Prepaid:
            ++bill.prepaid;
            break;
        }
    }
    return bill;
}

} // namespace Slipway
