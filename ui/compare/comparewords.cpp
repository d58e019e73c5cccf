// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparewords.h"

#include "ui/chat/parameterwords.h"
#include "ui/chat/turnwords.h"
#include "ui/fleet/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway::CompareWords {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::CompareWords)
};

QString seconds(std::chrono::milliseconds time)
{
    const double value = double(time.count()) / 1000.0;
    return Words::tr("%1 s").arg(QLocale().toString(value, 'f', value < 10 ? 2 : 1));
}

QString speed(double tokensPerSecond)
{
    return Words::tr("%1 tok/s").arg(QLocale().toString(tokensPerSecond, 'f', tokensPerSecond < 10 ? 1 : 0));
}

QString tokens(const Usage &usage)
{
    if (!usage.outputTokens)
        return {};
    if (!usage.inputTokens) // a reply that was stopped before the service had counted
        return Words::tr("%1 out", "tokens").arg(QLocale().toString(*usage.outputTokens));
    return Words::tr("%1 in · %2 out")
        .arg(QLocale().toString(*usage.inputTokens), QLocale().toString(*usage.outputTokens));
}

QString estimate(const Turn &turn, const QString &figure)
{
    return isEstimate(turn) && !figure.isEmpty() ? Words::tr("%1 (estimate)", "a count or a sum").arg(figure) : figure;
}

QString cost(const Turn &turn, const ComparedModel &model)
{
    if (model.isFree)
        return Words::tr("free");
    if (model.billing != Billing::ByToken)
        return Words::tr("none per token");
    if (!model.price)
        return Words::tr("no price known");
    const auto yuan = costOf(turn.usage, *model.price);
    return yuan ? estimate(turn, yuanText(*yuan)) : QString();
}

QString costTip(const ComparedModel &model)
{
    if (model.isFree)
        return Words::tr("This account is simulated.");
    if (model.billing == Billing::ByToken && model.price)
        return Words::tr("At the list price of %1.").arg(dateText(model.price->listed));
    if (model.billing == Billing::ByToken)
        return Words::tr("This deployment is billed by token, at a price that is not known here.");
    return Words::tr("This deployment is billed for the time it runs, whether it is asked or not.");
}

QString leftOut(QList<Parameter> parameters)
{
    QStringList parts;
    if (parameters.removeAll(Parameter::WholeReply) > 0)
        parts += Words::tr("Asked for a stream, as it refused a whole reply.");
    if (!parameters.isEmpty())
        parts += Words::tr("Asked without %1, as it refused that.").arg(namesOf(parameters));
    return parts.join(u' ');
}

} // namespace Slipway::CompareWords
