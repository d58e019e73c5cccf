// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/reachability.h"

namespace Slipway {

/// What NetworkManager or GLib says through Qt. Where neither can be asked, the machine counts as connected. Asks from
/// a second after it was made, so that the first rows need not wait; until then a failed poll is all that tells.
class SystemReachability : public Reachability
{
    Q_OBJECT
public:
    explicit SystemReachability(QObject *parent = nullptr);

    bool isOffline() const override;

private:
    void listen();
};

} // namespace Slipway
