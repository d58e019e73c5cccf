// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/httpmessage.h"
#include "app/simulator/options.h"
#include "app/simulator/reply.h"
#include "app/simulator/world.h"

#include <QStringList>

namespace Slipway::Simulator {

/// What a route is given: the request, what its path and query mean, and the world it may look at and change.
struct Exchange
{
    const HttpRequest &request;
    QString id;           ///< the deployed model that the path names, decoded
    QByteArray requestId; ///< goes into the answer
    World &world;
    const Options &options;

    /// The decoded value of a query item; a null text where it is absent.
    QString item(const QString &name) const;
};

/// `text` as a whole number from `least` to `most`; nothing where it is none. A null text gives `fallback`.
std::optional<qint64> numberItem(const QString &text, qint64 fallback, qint64 least, qint64 most);

} // namespace Slipway::Simulator
