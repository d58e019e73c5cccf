// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/systemreachability.h"

#include <QNetworkInformation>
#include <QTimer>

namespace Slipway {

using namespace std::chrono_literals;

SystemReachability::SystemReachability(QObject *parent) : Reachability(parent)
{
    QTimer::singleShot(1s, this, &SystemReachability::listen);
}

void SystemReachability::listen()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &Reachability::changed);
    Q_EMIT learned();
}

bool SystemReachability::isOffline() const
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    return information && information->supports(QNetworkInformation::Feature::Reachability) &&
           information->reachability() == QNetworkInformation::Reachability::Disconnected;
}

} // namespace Slipway
