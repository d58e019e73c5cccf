// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/overviewfields.h"

#include "app/fleet/billing.h"
#include "app/fleet/prices.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/words.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

struct Overview
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::Overview)
};

using Rows = QList<FieldGrid::Row>;

void add(Rows &rows, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        rows.append({name, value});
}

/// Short of room, how long ago it was gives way.
void addTime(Rows &rows, const QString &name, const QDateTime &time)
{
    if (!time.isValid())
        return;
    const QString ago = relativeTime(time, QDateTime::currentDateTimeUtc());
    rows.append({name, exactTime(time) + QStringLiteral(" · ") + ago, Qt::ElideRight});
}

QString chargeText(const QString &raw)
{
    if (raw == QLatin1String("post_paid"))
        return Overview::tr("Billed afterwards");
    if (raw == QLatin1String("pre_paid"))
        return Overview::tr("Paid in advance");
    return raw;
}

QString thinkingText(std::optional<bool> thinking)
{
    if (!thinking)
        return {};
    return *thinking ? Overview::tr("On") : Overview::tr("Off");
}

Rows identity(const Deployment &deployment)
{
    Rows rows;
    add(rows, Overview::tr("Name"), deployment.name);
    add(rows, Overview::tr("Model"), deployment.modelName);
    add(rows, Overview::tr("Base model"), deployment.baseModel);
    add(rows, Overview::tr("Workspace"), deployment.workspaceId);
    return rows;
}

/// What it costs by the hour, or by tokens; nothing for one that is not billed.
QString costText(const Deployment &deployment, const std::optional<Account> &account)
{
    const bool billed = maybeServing(deployment.status) || phaseOf(deployment.status) == Phase::Changing;
    if (!account || !billed)
        return {};
    const bool isPerToken = deployment.plan == QLatin1String("lora") && account->origin != Account::Origin::Simulator;
    const QString price = isPerToken ? tokenPriceText(*account, tokenPrice(deployment.baseModel))
                                     : shortPriceText(*account, estimate(deployment));
    return price.isEmpty() && billingOf(deployment) == Billing::ByTheHour ? Overview::tr("not in the price list")
                                                                          : price;
}

Rows capacity(const Deployment &deployment, const std::optional<Account> &account)
{
    Rows rows;
    add(rows, Overview::tr("Plan"), planWord(deployment.plan));
    add(rows, Overview::tr("Payment"), chargeText(deployment.chargeType));
    add(rows, Overview::tr("Price"), costText(deployment, account));
    add(rows, Overview::tr("Capacity"), capacitySentence(deployment));
    add(rows, Overview::tr("Base capacity"), numberText(deployment.baseCapacity));
    add(rows, Overview::tr("Model unit"), deployment.modelUnitSpec);
    return rows;
}

Rows limits(const Deployment &deployment)
{
    Rows rows;
    add(rows, Overview::tr("Requests per minute"), numberText(deployment.rpmLimit));
    add(rows, Overview::tr("Tokens per minute"), numberText(deployment.tpmLimit));
    add(rows, Overview::tr("Context length"), numberText(deployment.maxContextLength));
    add(rows, Overview::tr("Thinking"), thinkingText(deployment.enableThinking));
    return rows;
}

Rows times(const Deployment &deployment)
{
    Rows rows;
    addTime(rows, Overview::tr("Created"), deployment.created);
    add(rows, Overview::tr("Created by"), deployment.creator);
    addTime(rows, Overview::tr("Modified"), deployment.modified);
    add(rows, Overview::tr("Modified by"), deployment.modifier);
    return rows;
}

Rows everything(const Deployment &deployment)
{
    Rows rows;
    const QList<Field> fields = fieldsOf(deployment);
    for (const Field &field : fields)
        rows.append({Look::visible(field.name), field.value});
    return rows;
}

} // namespace

OverviewGroups overviewGroups(const Deployment &deployment, const std::optional<Account> &account)
{
    return {{{Overview::tr("Identity"), identity(deployment)},
             {Overview::tr("Capacity"), capacity(deployment, account)},
             {Overview::tr("Limits"), limits(deployment)},
             {Overview::tr("When and who"), times(deployment)},
             {Overview::tr("Everything the service sent"), everything(deployment)}}};
}

} // namespace Slipway
