// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Slipway {

class Sight;

/// For what a widget tells of the time that passes: ticks only while somebody can see it, and once as soon as somebody
/// can again.
class Ticker : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds everyMinute{15}; ///< for times that are told to the minute

    /// `widget` owns this. From 15 s on the time between two ticks is not exact.
    Ticker(std::chrono::milliseconds interval, QWidget *widget);

    void setWanted(bool wanted); ///< so it is unless told; when it is wanted again the first tick is an interval away

Q_SIGNALS:
    void ticked();

private:
    void consider();

    Sight *m_sight;
    QTimer m_timer;
    bool m_wanted = true;
};

} // namespace Slipway
