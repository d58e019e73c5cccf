// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparedmodel.h"

namespace Slipway {

ComparedModel comparedModel(const Deployment &deployment, bool simulated, bool pricesListed)
{
    ComparedModel model{deployment.deployedModel, deployment.modelName, simulated, billingOf(deployment), {}};
    if (!simulated && model.billing == Billing::ByToken && pricesListed)
        model.price = tokenPrice(deployment.baseModel);
    return model;
}

TokenRate rateOf(const TokenPrice &price)
{
    return {.input = price.inputYuan, .output = price.outputYuan, .thinking = price.thinkingYuan};
}

std::optional<double> costOf(const Usage &usage, const TokenPrice &price)
{
    return yuanFor(usage, rateOf(price));
}

} // namespace Slipway
