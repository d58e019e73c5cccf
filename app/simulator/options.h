// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/world.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Slipway::Simulator {

/// What a simulated Model Studio is like.
struct Options
{
    quint16 port = 0; ///< 0: any free one
    int deployments = 12;
    QByteArray apiKey; ///< empty: any key is accepted, but there must be one
    QString workspace; ///< empty: a workspace of the simulator's own, and the workspace header is not checked
    quint64 seed = 1;
    double speed = 1;            ///< time runs X times faster
    double tokensPerSecond = 40; ///< pace of replies; 0: as fast as it can
    QByteArray reply;            ///< the text it answers with, UTF-8; empty: a text of its own
    QStringList faults;          ///< see Fault::parsed()
    Timings timings;             ///< at speed 1
    World::Clock clock;          ///< empty: the machine's
    int recorded = 20'000;       ///< how many requests are kept for requests(); 0: none
};

} // namespace Slipway::Simulator
