// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/prices.h"

#include <algorithm>
#include <array>

namespace Slipway {

namespace {

struct UnitPrice
{
    QLatin1String spec;
    double yuan; ///< per unit and hour
};

struct ThroughputPrice
{
    QLatin1String model;
    double input;    ///< yuan per 10 000 tokens a minute, for an hour
    double output;   ///< yuan per 1 000 tokens a minute, for an hour
    double thinking; ///< as output; 0: not listed
    bool july;       ///< from the later list
};

struct LoraPrice
{
    QLatin1String model;
    double input; ///< yuan per 1 000 tokens
    double output;
    double thinking; ///< 0: not listed
};

const QDate may(2026, 5, 30);
const QDate july(2026, 7, 21);

constexpr std::array unitPrices{
    UnitPrice{QLatin1String("MU1"), 54}, UnitPrice{QLatin1String("MU2"), 63}, UnitPrice{QLatin1String("MU3"), 137},
    UnitPrice{QLatin1String("MU5"), 21}, UnitPrice{QLatin1String("MU6"), 25}, UnitPrice{QLatin1String("MU8"), 47},
    UnitPrice{QLatin1String("MU9"), 51},
};

constexpr double computeUnitPrice = 20;

constexpr std::array throughputPrices{
    ThroughputPrice{QLatin1String("qwen-flash-2025-07-28"), 0.36, 0.36, 0, false},
    ThroughputPrice{QLatin1String("qwen-plus-2025-12-01"), 1.92, 0.48, 1.92, false},
    ThroughputPrice{QLatin1String("qwen3-max-2025-09-23"), 7.68, 3.08, 0, false},
    ThroughputPrice{QLatin1String("qwen3.5-plus-2026-04-20"), 1.92, 1.15, 0, false},
    ThroughputPrice{QLatin1String("qwen3.6-plus-2026-04-02"), 4.8, 2.88, 0, false},
    ThroughputPrice{QLatin1String("qwen3.6-flash-2026-04-16"), 2.88, 1.73, 0, false},
    ThroughputPrice{QLatin1String("deepseek-v3"), 7.2, 2.88, 0, false},
    ThroughputPrice{QLatin1String("deepseek-v3.2"), 7.2, 1.08, 0, false},
    ThroughputPrice{QLatin1String("deepseek-v4-pro"), 43.2, 8.64, 0, false},
    ThroughputPrice{QLatin1String("glm-5.1"), 21.6, 8.64, 0, false},
    ThroughputPrice{QLatin1String("qwen3.7-plus"), 4.8, 1.92, 0, true},
    ThroughputPrice{QLatin1String("deepseek-v4-flash"), 3.6, 0.72, 0, true},
};

constexpr std::array loraPrices{
    LoraPrice{QLatin1String("qwen3-32b"), 0.002, 0.008, 0.02},
    LoraPrice{QLatin1String("qwen3-14b"), 0.001, 0.004, 0.01},
    LoraPrice{QLatin1String("qwen3-8b"), 0.0005, 0.002, 0.005},
    LoraPrice{QLatin1String("qwen2.5-72b"), 0.004, 0.012, 0},
    LoraPrice{QLatin1String("qwen2.5-32b"), 0.002, 0.006, 0},
    LoraPrice{QLatin1String("qwen2.5-14b"), 0.001, 0.003, 0},
    LoraPrice{QLatin1String("qwen2.5-7b"), 0.0005, 0.001, 0},
    LoraPrice{QLatin1String("qwen3-vl-8b"), 0.0005, 0.002, 0},
    LoraPrice{QLatin1String("qwen3-4b-instruct-2507"), 0.0003, 0.0012, 0},
};

std::optional<PriceEstimate> unitsAt(const QString &spec, std::optional<qint64> units)
{
    const auto found =
        std::find_if(unitPrices.begin(), unitPrices.end(), [&](const UnitPrice &price) { return price.spec == spec; });
    if (found == unitPrices.end() || !units || *units < 0)
        return {};
    return PriceEstimate{found->yuan * double(*units), may};
}

std::optional<PriceEstimate> computeUnits(std::optional<qint64> units)
{
    if (!units || *units < 0)
        return {};
    return PriceEstimate{computeUnitPrice * double(*units), may};
}

std::optional<PriceEstimate> throughputOf(const QString &model, const std::optional<PtuCapacity> &capacity)
{
    const auto found = std::find_if(throughputPrices.begin(), throughputPrices.end(),
                                    [&](const ThroughputPrice &price) { return price.model == model; });
    if (found == throughputPrices.end() || !capacity || !capacity->inputTpm || !capacity->outputTpm)
        return {};
    const double thinking = double(capacity->thinkingOutputTpm.value_or(0));
    if (thinking > 0 && found->thinking <= 0)
        return {};
    const double yuan = found->input * double(*capacity->inputTpm) / 10000 +
                        (found->output * double(*capacity->outputTpm) + found->thinking * thinking) / 1000;
    return PriceEstimate{yuan, found->july ? july : may};
}

QString unitSpec(const CreateRequest &request, const CatalogTemplate *chosen)
{
    const CatalogRole *role = chosen ? chosen->role(QStringLiteral("unified")) : nullptr;
    return role && !role->modelUnitSpec.isEmpty() ? role->modelUnitSpec : request.deploySpec;
}

bool isThroughputWord(const QString &plan)
{
    return plan == u"ptu" || plan == u"ptu_v2";
}

} // namespace

bool pricesApplyAt(const QUrl &nativeRoot)
{
    const QString host = nativeRoot.host();
    return host == u"dashscope.aliyuncs.com" || host.endsWith(u".cn-beijing.maas.aliyuncs.com");
}

std::optional<PriceEstimate> estimate(const CreateRequest &request, const CatalogTemplate *chosen)
{
    // A separated template's listed price names no number of units, so there is nothing to multiply.
    if (request.plan == u"mu" && !(chosen && chosen->isSeparated()))
        return unitsAt(unitSpec(request, chosen), request.capacity);
    if (request.plan == u"cu")
        return computeUnits(request.capacity);
    if (isThroughputWord(request.plan))
        return throughputOf(request.modelName, request.ptuCapacity);
    return {};
}

std::optional<PriceEstimate> estimate(const Deployment &deployment)
{
    return estimate(deployment, ScaleRequest{deployment.capacity, deployment.ptuCapacity});
}

std::optional<PriceEstimate> estimate(const Deployment &deployment, const ScaleRequest &request)
{
    if (deployment.chargeType == u"pre_paid")
        return {};
    if (deployment.plan == u"mu")
        return unitsAt(deployment.modelUnitSpec, request.capacity);
    if (deployment.plan == u"cu")
        return computeUnits(request.capacity);
    if (isThroughputWord(deployment.plan))
        return throughputOf(deployment.modelName, request.ptuCapacity);
    return {};
}

std::optional<TokenPrice> tokenPrice(const QString &baseModel)
{
    // The list writes qwen2.5-7b for the model whose id is qwen2.5-7b-instruct.
    const QLatin1String ending("-instruct");
    const QString listed = baseModel.endsWith(ending) ? baseModel.chopped(ending.size()) : baseModel;
    const auto found = std::find_if(loraPrices.begin(), loraPrices.end(),
                                    [&](const LoraPrice &price) { return price.model == listed; });
    if (found == loraPrices.end())
        return {};
    return TokenPrice{found->input, found->output, found->thinking > 0 ? std::optional(found->thinking) : std::nullopt,
                      may};
}

} // namespace Slipway
