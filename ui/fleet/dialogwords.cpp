// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/dialogwords.h"

#include "app/modelstudio/endpoint.h"
#include "ui/accounts/accountwords.h"
#include "ui/look.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Slipway {

namespace {

struct DialogWords
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::DialogWords)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// "6 or 9", "9", or nothing. 0 leaves nothing to answer prompts: it is never proposed.
QString nearest(const Finding &finding)
{
    const bool below = finding.below.value_or(0) > 0;
    if (below && finding.above)
        return DialogWords::tr("%1 or %2", "two numbers").arg(number(*finding.below), number(*finding.above));
    if (below)
        return number(*finding.below);
    return finding.above ? number(*finding.above) : QString();
}

bool isCapacity(RequestField field)
{
    return field == RequestField::Capacity || field == RequestField::PrefillCapacity ||
           field == RequestField::DecodeCapacity;
}

QString missingText(const Finding &finding)
{
    switch (finding.field) {
    case RequestField::Model:
        return DialogWords::tr("Pick a model first.");
    case RequestField::Template:
        return DialogWords::tr("Model units need a template, e.g. MU1.");
    case RequestField::Plan:
        return DialogWords::tr("Pick a plan.");
    default:
        return DialogWords::tr("This is missing. The smallest is %1.").arg(nearest(finding));
    }
}

QString notPositiveText(const Finding &finding)
{
    if (isCapacity(finding.field))
        return DialogWords::tr("Capacity must be larger than 0. The smallest is %1.").arg(nearest(finding));
    return DialogWords::tr("This must be larger than 0.");
}

QString tooLargeText(const Finding &finding)
{
    if (isCapacity(finding.field))
        return DialogWords::tr("Capacity must be less than %1. The largest is %2.")
            .arg(number(finding.bound + 1), nearest(finding));
    return DialogWords::tr("At most %1.").arg(number(finding.bound));
}

QString badCharactersText()
{
    return DialogWords::tr("Only lower-case letters a–z, digits, - and _: the suffix becomes part of the id.");
}

QString unchangedText(const Finding &finding)
{
    const bool limits = finding.field == RequestField::RpmLimit || finding.field == RequestField::TpmLimit;
    return limits ? DialogWords::tr("These are the present limits already.")
                  : DialogWords::tr("This is what it has already.");
}

QString throughputText(const Finding &finding)
{
    if (finding.problem == Problem::BelowSmallest)
        return DialogWords::tr("The smallest value known is %1; the service may refuse less.")
            .arg(number(finding.bound));
    return DialogWords::tr("Known steps are %1; the service may refuse this. Nearest: %2.")
        .arg(number(finding.bound), nearest(finding));
}

QString warningText(const Finding &finding)
{
    switch (finding.problem) {
    case Problem::NothingServes:
        return DialogWords::tr(
            "0 is within the service's rule, but leaves no unit to answer prompts. It does not delete it.");
    case Problem::BelowSmallest:
    case Problem::OffThroughputStep:
        return throughputText(finding);
    case Problem::MixedDirections:
        return DialogWords::tr("The service wants all values to grow, or all to shrink. It may refuse this.");
    case Problem::ChangeUnderWay:
        return DialogWords::tr("A change is under way already. The service may refuse another until it is done.");
    case Problem::NotRunning:
        return DialogWords::tr("It is not running. The service may refuse to scale it.");
    case Problem::SuffixWanted:
        return DialogWords::tr("This model has a deployment already: the service wants a suffix for another.");
    default:
        return {};
    }
}

/// The C locale would put the sign behind.
QString withDecimals(double yuan, int decimals)
{
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    return locale.toCurrencyString(yuan, QStringLiteral("¥"), decimals);
}

QString listDay(QDate day)
{
    return QLocale::c().toString(day, u"yyyy-MM-dd");
}

bool isFree(const Account &account)
{
    return account.origin == Account::Origin::Simulator;
}

} // namespace

QString regionWord(const Account &account)
{
    if (account.origin == Account::Origin::Simulator)
        return DialogWords::tr("simulated");
    if (account.root.host() == rootOf(Region::Beijing).host())
        return DialogWords::tr("Beijing");
    if (account.root.host() == rootOf(Region::Singapore).host())
        return DialogWords::tr("Singapore");
    return Look::visible(account.root.host());
}

QString accountText(const Account &account)
{
    return DialogWords::tr("%1 (%2)", "account name (region)").arg(AccountWords::name(account), regionWord(account));
}

QString textOf(const Finding &finding)
{
    switch (finding.problem) {
    case Problem::Missing:
        return missingText(finding);
    case Problem::NotANumber:
        return DialogWords::tr("This is not a whole number.");
    case Problem::NotPositive:
        return notPositiveText(finding);
    case Problem::Negative:
        return DialogWords::tr("Capacity cannot be negative.");
    case Problem::TooLarge:
        return tooLargeText(finding);
    case Problem::OffStep:
        return DialogWords::tr("Capacity comes in steps of %1. Nearest: %2.")
            .arg(number(finding.bound), nearest(finding));
    case Problem::TooLong:
        return DialogWords::tr("At most %1 characters.").arg(number(finding.bound));
    case Problem::BadCharacters:
        return badCharactersText();
    case Problem::PrePaid:
        return DialogWords::tr("This template is paid in advance; that is done in the console.");
    case Problem::NotOffered:
        return DialogWords::tr("The catalog lists no plan of this model that can be asked for here.");
    case Problem::NothingAsked:
        return DialogWords::tr("Enter at least one limit.");
    case Problem::Unchanged:
        return unchangedText(finding);
    case Problem::CannotScale:
        return DialogWords::tr(
            "LoRA deployments cannot be scaled through the API: they share capacity and are billed by the token.");
    case Problem::CannotLimit:
        return DialogWords::tr("Only deployments on model units have limits that can be changed.");
    case Problem::NothingServes:
    case Problem::BelowSmallest:
    case Problem::OffThroughputStep:
    case Problem::MixedDirections:
    case Problem::ChangeUnderWay:
    case Problem::NotRunning:
    case Problem::SuffixWanted:
        return warningText(finding);
    }
    return {};
}

QString moneyText(double yuan)
{
    const double whole = std::round(yuan);
    if (std::abs(yuan - whole) < 0.005 && (yuan == 0 || whole != 0))
        return withDecimals(whole, 0);
    int decimals = 2;
    for (double scale = 100; decimals < 6 && std::abs(std::round(yuan * scale) / scale - yuan) > 1e-9; scale *= 10)
        ++decimals;
    return withDecimals(yuan, std::abs(yuan) >= 0.1 ? 2 : decimals);
}

QString priceText(const Account &account, const std::optional<PriceEstimate> &price)
{
    if (isFree(account))
        return DialogWords::tr("Free: this account is simulated.");
    if (!price || !pricesApplyAt(account.root))
        return {};
    return DialogWords::tr("About %1/h, %2/day (list price of %3).")
        .arg(moneyText(price->yuanPerHour), moneyText(price->yuanPerHour * 24), listDay(price->listed));
}

QString shortPriceText(const Account &account, const std::optional<PriceEstimate> &price)
{
    if (isFree(account))
        return DialogWords::tr("free");
    if (!price || !pricesApplyAt(account.root))
        return {};
    return DialogWords::tr("about %1/h (list price of %2)").arg(moneyText(price->yuanPerHour), listDay(price->listed));
}

QString tokenPriceText(const Account &account, const std::optional<TokenPrice> &price)
{
    if (isFree(account))
        return DialogWords::tr("Free: this account is simulated.");
    if (!price || !pricesApplyAt(account.root))
        return {};
    return DialogWords::tr("%1 in, %2 out per 1,000 tokens, nothing while idle (list price of %3).")
        .arg(moneyText(price->inputYuan), moneyText(price->outputYuan), listDay(price->listed));
}

QString priceChangeText(const Account &account, const std::optional<PriceEstimate> &before,
                        const std::optional<PriceEstimate> &after)
{
    if (isFree(account))
        return DialogWords::tr("Free: this account is simulated.");
    if (!before || !after || !pricesApplyAt(account.root))
        return {};
    const double change = after->yuanPerHour - before->yuanPerHour;
    if (std::abs(change) < 1e-9)
        return {};
    const QString sign = change > 0 ? QStringLiteral("+") : QStringLiteral("−");
    return DialogWords::tr("%1/h, then about %2/h (list price of %3).")
        .arg(sign + moneyText(std::abs(change)), moneyText(after->yuanPerHour), listDay(after->listed));
}

} // namespace Slipway
