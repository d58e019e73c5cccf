// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/figuresline.h"

#include "app/fleet/billing.h"
#include "app/fleet/prices.h"
#include "ui/chat/turnwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::FiguresLine)
};

struct Sum
{
    int replies = 0;
    qint64 tokens = 0;
    double yuan = 0;
    bool isEstimate = false;  ///< of one at least the service did not give the last count
    bool lacksTokens = false; ///< of one at least nothing is known
    bool lacksYuan = false;
};

void add(Sum &sum, const Turn &turn)
{
    if (turn.role != Role::Assistant || turn.state == Turn::State::Failed || turn.state == Turn::State::Waiting ||
        turn.state == Turn::State::Streaming)
        return;
    ++sum.replies;
    const Usage &usage = turn.usage;
    const auto counted = usage.totalTokens ? usage.totalTokens : usage.outputTokens;
    sum.tokens += counted.value_or(0);
    sum.lacksTokens = sum.lacksTokens || !counted;
    sum.isEstimate = sum.isEstimate || isEstimate(turn);
    sum.yuan += turn.yuan.value_or(0);
    sum.lacksYuan = sum.lacksYuan || !turn.yuan;
}

QString moneyOf(const Sum &sum, const Deployment &deployment, Pricing pricing)
{
    if (pricing == Pricing::Simulated)
        return Words::tr("free: simulated");
    switch (billingOf(deployment)) {
    case Billing::None:
        return {};
    case Billing::ByTheHour:
        return Words::tr("billed by the hour, not by token");
    case Billing::Prepaid:
        return Words::tr("paid in advance, not by token");
    case Billing::ByToken:
        break;
    }
    if (sum.yuan <= 0)
        return Words::tr("billed by token, price unknown");
    const QString money = yuanText(sum.yuan);
    return sum.lacksYuan || sum.isEstimate ? Words::tr("about %1 or more at list price").arg(money)
                                           : Words::tr("%1 at list price").arg(money);
}

} // namespace

std::optional<TokenRate> tokenRate(const Deployment &deployment, Pricing pricing)
{
    if (pricing != Pricing::Listed || deployment.plan != u"lora")
        return std::nullopt;
    const auto price = tokenPrice(deployment.baseModel);
    if (!price)
        return std::nullopt;
    return TokenRate{.input = price->inputYuan, .output = price->outputYuan, .thinking = price->thinkingYuan};
}

QString figuresOf(const QList<Turn> &turns, const Deployment *deployment, Pricing pricing)
{
    Sum sum;
    for (const Turn &turn : turns)
        add(sum, turn);
    if (sum.replies == 0)
        return {};
    const QString replies = Words::tr("%Ln replies", nullptr, sum.replies);
    const QString tokens = Words::tr("%Ln tokens", nullptr, int(sum.tokens));
    QStringList parts{replies};
    if (sum.tokens > 0)
        parts += sum.isEstimate || sum.lacksTokens ? Words::tr("about %1", "a number of tokens").arg(tokens) : tokens;
    if (deployment)
        parts += moneyOf(sum, *deployment, pricing);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace Slipway
