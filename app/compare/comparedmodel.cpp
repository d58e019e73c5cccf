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

std::optional<double> costOf(const Usage &usage, const TokenPrice &price)
{
    if (!usage.inputTokens || !usage.outputTokens)
        return {};
    const bool hasThought = usage.reasoningTokens.value_or(0) > 0;
    const double output = hasThought ? price.thinkingYuan.value_or(price.outputYuan) : price.outputYuan;
    return (double(*usage.inputTokens) * price.inputYuan + double(*usage.outputTokens) * output) / 1000.0;
}

} // namespace Slipway
