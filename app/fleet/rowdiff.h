// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QHash>
#include <QList>

namespace Slipway {

/// Rows `first` to `last`, both included.
struct RowRange
{
    int first = 0;
    int last = 0;
    bool operator==(const RowRange &) const = default;
};

/// One row that takes a new value.
struct RowUpdate
{
    int row = 0;          ///< counted after the removals
    qsizetype source = 0; ///< where its value stands in the newest reading
    bool operator==(const RowUpdate &) const = default;
};

/// How the rows that are held become the newest reading, with the fewest announcements: first the removals in their
/// order, then the updates, then the additions at the end. Rows never move.
struct RowPlan
{
    QList<RowRange> removed;  ///< from the bottom up, so that each is right when its turn comes
    QList<RowUpdate> updates; ///< by growing row
    QList<RowRange> changed; ///< covers the updates: one range for each run of rows, or a single one when runs are many
    QList<qsizetype> appended; ///< where the new rows stand in the newest reading, in its order

    bool isEmpty() const { return removed.isEmpty() && updates.isEmpty() && appended.isEmpty(); }
};

/// Deployed model → row.
using RowIndex = QHash<QString, int>;
RowIndex indexOf(const QList<Deployment> &rows);

/// More runs of changed rows than this are announced as one range: a view pays for each announcement.
constexpr int mostChangedRuns = 8;

/// Pure and linear. `index` is indexOf(held). An id that stands twice in the newest reading counts where it stands
/// first.
RowPlan planRows(const QList<Deployment> &held, const RowIndex &index, const QList<Deployment> &newest);

} // namespace Slipway
