// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Slipway {

/// Whether this machine has a network at all, as far as anyone knows.
class Reachability : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// True only where the system says so. It can be wrong: nobody may be kept from trying all the same.
    virtual bool isOffline() const = 0;

Q_SIGNALS:
    void changed();
    void learned(); ///< asked for the first time, and not before the accounts were: what they know may be better
};

} // namespace Slipway
