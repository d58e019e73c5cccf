// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/reachability.h"

namespace Slipway {

/// What NetworkManager or GLib says through Qt. Where neither can be asked, the machine counts as connected.
class SystemReachability : public Reachability
{
    Q_OBJECT
public:
    explicit SystemReachability(QObject *parent = nullptr);

    bool isOffline() const override;
};

} // namespace Slipway
