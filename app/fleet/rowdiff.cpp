// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rowdiff.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace Slipway {

namespace {

/// Where each held row stands in the newest reading, and what is new there.
struct Matches
{
    std::vector<qsizetype> sourceOf; ///< by held row; -1 where it is gone
    QList<qsizetype> appended;
};

/// Readings mostly come in the order of the last one, so the row after the last match is tried before the hash.
int heldRowOf(const QString &id, int guess, const QList<Deployment> &held, const RowIndex &index)
{
    if (guess < held.size() && held.at(guess).deployedModel == id)
        return guess;
    return index.value(id, -1);
}

Matches match(const QList<Deployment> &held, const RowIndex &index, const QList<Deployment> &newest)
{
    Matches matches{std::vector<qsizetype>(static_cast<std::size_t>(held.size()), -1), {}};
    QSet<QString> seen;
    seen.reserve(std::max<qsizetype>(0, newest.size() - held.size()));
    int guess = 0;
    for (qsizetype source = 0; source < newest.size(); ++source) {
        const QString &id = newest.at(source).deployedModel;
        const int row = heldRowOf(id, guess, held, index);
        if (row < 0) {
            const qsizetype before = seen.size();
            seen.insert(id);
            if (seen.size() > before)
                matches.appended.append(source);
            continue;
        }
        guess = row + 1;
        qsizetype &match = matches.sourceOf[static_cast<std::size_t>(row)];
        if (match < 0)
            match = source;
    }
    return matches;
}

/// What was not read again since shares its bytes, and needs no look at them.
bool isChanged(const Deployment &held, const Deployment &newest)
{
    return !held.source.isSharedWith(newest.source) && held != newest;
}

void extend(QList<RowRange> &ranges, int row)
{
    if (!ranges.isEmpty() && ranges.last().last == row - 1)
        ranges.last().last = row;
    else
        ranges.append({row, row});
}

} // namespace

RowIndex indexOf(const QList<Deployment> &rows)
{
    RowIndex index;
    index.reserve(rows.size());
    for (int row = 0; row < rows.size(); ++row)
        index.insert(rows.at(row).deployedModel, row);
    return index;
}

RowPlan planRows(const QList<Deployment> &held, const RowIndex &index, const QList<Deployment> &newest)
{
    Matches matches = match(held, index, newest);
    RowPlan plan;
    plan.appended = std::move(matches.appended);
    int kept = 0;
    for (int row = 0; row < held.size(); ++row) {
        const qsizetype source = matches.sourceOf[static_cast<std::size_t>(row)];
        if (source < 0) {
            extend(plan.removed, row);
            continue;
        }
        if (isChanged(held.at(row), newest.at(source))) {
            plan.updates.append({kept, source});
            extend(plan.changed, kept);
        }
        ++kept;
    }
    std::reverse(plan.removed.begin(), plan.removed.end());
    if (plan.changed.size() > mostChangedRuns)
        plan.changed = {{plan.changed.first().first, plan.changed.last().last}};
    return plan;
}

} // namespace Slipway
