// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/clocks.h"

#include <QObject>
#include <QTimer>

namespace Slipway {

/// Notices that time has passed in which this program did not run: the machine slept, or was a virtual one that stood
/// still. A wall clock that is set forward looks the same and is told alike. One that is set back is not told.
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    explicit WakeWatch(QObject *parent = nullptr);

    void start();
    void stop();
    void setClocks(Clocks clocks);
    void setBeat(std::chrono::milliseconds beat); ///< how often it looks; two seconds unless set

Q_SIGNALS:
    void woke();

private:
    void look();

    Clocks m_clocks = Clocks::ofSystem();
    QTimer m_beat;
    Moment m_last;
};

} // namespace Slipway
