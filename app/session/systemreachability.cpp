// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/systemreachability.h"

#include <QNetworkInformation>

namespace Slipway {

SystemReachability::SystemReachability(QObject *parent) : Reachability(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &Reachability::changed);
}

bool SystemReachability::isOffline() const
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    return information && information->supports(QNetworkInformation::Feature::Reachability) &&
           information->reachability() == QNetworkInformation::Reachability::Disconnected;
}

} // namespace Slipway
