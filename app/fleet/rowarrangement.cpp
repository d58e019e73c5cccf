// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rowarrangement.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace Slipway {

RowArrangement::Fact RowArrangement::factOf(const Deployment &deployment) const
{
    return {.source = deployment.source,
            .key = m_column ? sortKeyOf(deployment, *m_column) : SortKey(),
            .isAccepted = m_accepts(deployment)};
}

bool RowArrangement::isBefore(int a, int b) const
{
    return m_column ? standsBefore(m_facts[size_t(a)].key, m_facts[size_t(b)].key, m_direction) : a < b;
}

void RowArrangement::reset(const QList<Deployment> &rows)
{
    m_facts.clear();
    m_order.clear();
    if (!rows.isEmpty())
        insert(rows, 0, int(rows.size()) - 1);
}

void RowArrangement::insert(const QList<Deployment> &rows, int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_order)
        row += row >= first ? count : 0;
    std::vector<Fact> facts;
    facts.reserve(size_t(count));
    for (int row = first; row <= last; ++row)
        facts.push_back(factOf(rows.at(row)));
    if (m_facts.empty()) {
        m_facts = std::move(facts);
        m_order.resize(m_facts.size());
        sortAll();
        return;
    }
    m_facts.insert(m_facts.begin() + first, std::make_move_iterator(facts.begin()),
                   std::make_move_iterator(facts.end()));
    Rows added(static_cast<size_t>(count));
    std::iota(added.begin(), added.end(), first);
    sortInto(std::move(added));
}

void RowArrangement::remove(int first, int last)
{
    std::erase_if(m_order, [first, last](int row) { return row >= first && row <= last; });
    for (int &row : m_order)
        row -= row > last ? last - first + 1 : 0;
    m_facts.erase(m_facts.begin() + first, m_facts.begin() + last + 1);
}

RowArrangement::Change RowArrangement::update(const QList<Deployment> &rows, int first, int last)
{
    Change change;
    std::vector<bool> hasMoved(m_facts.size());
    for (int row = first; row <= last; ++row) {
        Fact &fact = m_facts[size_t(row)];
        if (fact.source.isSharedWith(rows.at(row).source))
            continue;
        Fact fresh = factOf(rows.at(row));
        change.changed.push_back(row);
        if (m_column &&
            (standsBefore(fact.key, fresh.key, m_direction) || standsBefore(fresh.key, fact.key, m_direction))) {
            change.moved.push_back(row);
            hasMoved[size_t(row)] = true;
        }
        fact = std::move(fresh);
    }
    if (change.moved.empty())
        return change;
    std::erase_if(m_order, [&hasMoved](int row) { return hasMoved[size_t(row)]; });
    sortInto(change.moved);
    return change;
}

/// Puts rows that are not in the order yet into it. They are few, mostly: the place of each is looked up.
void RowArrangement::sortInto(Rows rows)
{
    const auto before = [this](int a, int b) { return isBefore(a, b); };
    std::sort(rows.begin(), rows.end(), before);
    Rows merged;
    merged.reserve(m_order.size() + rows.size());
    auto rest = m_order.begin();
    for (const int row : rows) {
        const auto place = std::upper_bound(rest, m_order.end(), row, before);
        merged.insert(merged.end(), std::exchange(rest, place), place);
        merged.push_back(row);
    }
    merged.insert(merged.end(), rest, m_order.end());
    m_order = std::move(merged);
}

void RowArrangement::sort(const QList<Deployment> &rows, std::optional<DeploymentModel::Column> column,
                          Qt::SortOrder direction)
{
    if (column != m_column) {
        for (size_t row = 0; row < m_facts.size(); ++row)
            m_facts[row].key = column ? sortKeyOf(rows.at(qsizetype(row)), *column) : SortKey();
    }
    m_column = column;
    m_direction = direction;
    sortAll();
}

/// The heads of the keys lie side by side meanwhile: most rows are told apart without a look at their facts.
void RowArrangement::sortAll()
{
    std::iota(m_order.begin(), m_order.end(), 0);
    if (!m_column)
        return;
    struct Place
    {
        quint64 head;
        const SortKey *key;
        int row;
        bool isAbsent;
    };
    std::vector<Place> places;
    places.reserve(m_facts.size());
    for (const int row : m_order) {
        const SortKey &key = m_facts[size_t(row)].key;
        places.push_back({headOf(key), &key, row, key.isAbsent});
    }
    const bool isAscending = m_direction == Qt::AscendingOrder;
    std::sort(places.begin(), places.end(), [this, isAscending](const Place &a, const Place &b) {
        if (a.head != b.head && !a.isAbsent && !b.isAbsent)
            return (a.head < b.head) == isAscending;
        return standsBefore(*a.key, *b.key, m_direction);
    });
    std::ranges::transform(places, m_order.begin(), &Place::row);
}

void RowArrangement::filter(const QList<Deployment> &rows)
{
    for (size_t row = 0; row < m_facts.size(); ++row)
        m_facts[row].isAccepted = m_accepts(rows.at(qsizetype(row)));
}

RowArrangement::Rows RowArrangement::shown() const
{
    Rows shown;
    shown.reserve(m_order.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(shown), [this](int row) { return isShown(row); });
    return shown;
}

} // namespace Slipway
