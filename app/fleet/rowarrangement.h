// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentorder.h"

#include <functional>
#include <optional>
#include <vector>

namespace Slipway {

/// Which rows of a fleet are shown, and in which order. Knows of each row what it is sorted by and whether it is looked
/// for, so that a few changed rows cost little among ten thousand. Tells nobody; rows are numbered as in the fleet.
class RowArrangement
{
public:
    using Rows = std::vector<int>;
    using Accepts = std::function<bool(const Deployment &)>;

    /// What a reading of rows made of them.
    struct Change
    {
        Rows changed; ///< with other bytes than before
        Rows moved;   ///< those of them that have to be sorted anew
    };

    explicit RowArrangement(Accepts accepts) : m_accepts(std::move(accepts)) {}

    void reset(const QList<Deployment> &rows);
    void insert(const QList<Deployment> &rows, int first, int last); ///< `rows` has them already
    void remove(int first, int last);
    Change update(const QList<Deployment> &rows, int first, int last);

    void sort(const QList<Deployment> &rows, std::optional<DeploymentModel::Column> column, Qt::SortOrder direction);
    void filter(const QList<Deployment> &rows); ///< what is looked for has changed

    Rows shown() const; ///< from top to bottom
    bool isShown(int row) const { return m_facts[size_t(row)].isAccepted; }

private:
    struct Fact
    {
        QByteArray source; ///< as it was read last; shared with the row
        SortKey key;
        bool isAccepted = false;
    };

    Fact factOf(const Deployment &deployment) const;
    bool isBefore(int a, int b) const;
    void sortInto(Rows rows);
    void sortAll();

    Accepts m_accepts;
    std::optional<DeploymentModel::Column> m_column;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<Fact> m_facts; ///< by row
    Rows m_order;              ///< every row
};

} // namespace Slipway
