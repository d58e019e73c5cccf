// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Slipway {

/// How much memory this process takes, in MiB. Reading it takes a millisecond or so.
struct MemoryFigures
{
    double heap = 0; ///< in use of what was allocated; what is kept free for later does not count
    double own = 0;  ///< of no file and shared with nobody; does not change with what else runs
    double pss = 0;  ///< its share of all that is in memory for it
    double rss = 0;  ///< the same with all that others share

    static MemoryFigures now();

    /// Each figure's own, so that one odd sample decides nothing.
    static MemoryFigures median(const QList<MemoryFigures> &samples);

    QString text() const;
};

} // namespace Slipway
