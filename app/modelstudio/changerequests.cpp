// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/changerequests.h"

namespace Slipway::ChangeRequests {

static Request below(const QUrl &root, Verb verb, const QStringList &steps, const QByteArray &body)
{
    return {.verb = verb, .url = urlBelow(root, QStringList{QStringLiteral("deployments")} + steps), .body = body};
}

Request create(const QUrl &root, const QByteArray &body)
{
    return below(root, Verb::Post, {}, body);
}

Request scale(const QUrl &root, const QString &deployedModel, const QByteArray &body)
{
    return below(root, Verb::Put, {deployedModel, QStringLiteral("scale")}, body);
}

Request updateLimits(const QUrl &root, const QString &deployedModel, const QByteArray &body)
{
    return below(root, Verb::Put, {deployedModel, QStringLiteral("update")}, body);
}

Request remove(const QUrl &root, const QString &deployedModel)
{
    return below(root, Verb::Delete, {deployedModel}, {});
}

} // namespace Slipway::ChangeRequests
