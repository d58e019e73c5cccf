// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Slipway::Simulator {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// One request as it arrived. Header names keep their case; look them up with header().
struct HttpRequest
{
    QByteArray verb;
    QByteArray path;  ///< still percent-encoded
    QByteArray query; ///< without the question mark, still percent-encoded
    Headers headers;
    QByteArray body;
    bool http11 = true;
    bool keepAlive = true;

    /// The value of the first header of this name (any case), or nothing.
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers)
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        return {};
    }
};

} // namespace Slipway::Simulator
