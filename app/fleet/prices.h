// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentsapi.h"

#include <QDate>
#include <QUrl>

namespace Slipway {

/// List prices of deployments, from the table of deployments.md §11: what is not in that table has no price here. In
/// yuan, for Beijing only, pay as you go, without any discount of the account's own.

/// What running a deployment costs.
struct PriceEstimate
{
    double yuanPerHour = 0;
    QDate listed; ///< the day of the price list
};

/// What plan lora costs: nothing while idle.
struct TokenPrice
{
    double inputYuan = 0; ///< per 1000 tokens
    double outputYuan = 0;
    std::optional<double> thinkingYuan; ///< output while thinking, where it has a price of its own
    QDate listed;
};

/// True where the list is valid: the public host and the workspace hosts of Beijing.
bool pricesApplyAt(const QUrl &nativeRoot);

/// Unset where the list says nothing about it. `chosen` is the template of the request, where the catalog gave one.
std::optional<PriceEstimate> estimate(const CreateRequest &request, const CatalogTemplate *chosen);

/// Unset too for prepaid deployments, whose hours cost nothing more.
std::optional<PriceEstimate> estimate(const Deployment &deployment);

/// The price after a change of capacity or throughput.
std::optional<PriceEstimate> estimate(const Deployment &deployment, const ScaleRequest &request);

std::optional<TokenPrice> tokenPrice(const QString &baseModel);

} // namespace Slipway
