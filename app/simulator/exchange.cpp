// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/exchange.h"

#include <QUrlQuery>

namespace Slipway::Simulator {

QString Exchange::item(const QString &name) const
{
    const QUrlQuery query(QString::fromUtf8(request.query).replace(u'+', QStringLiteral("%20")));
    return query.hasQueryItem(name) ? query.queryItemValue(name, QUrl::FullyDecoded) : QString();
}

std::optional<qint64> numberItem(const QString &text, qint64 fallback, qint64 least, qint64 most)
{
    if (text.isNull())
        return fallback;
    bool good = false;
    const qint64 number = text.toLongLong(&good);
    return good && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace Slipway::Simulator
