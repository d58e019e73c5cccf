// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/selectionkeeper.h"

#include "app/fleet/deploymentstore.h"
#include "ui/fleet/fleetproxy.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <numeric>

namespace Slipway {

SelectionKeeper::SelectionKeeper(FleetProxy *proxy, QObject *parent) : QObject(parent), m_proxy(proxy)
{
    connect(proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beforeRemoval(first, last); });
    connect(proxy, &QAbstractItemModel::layoutAboutToBeChanged, this, &SelectionKeeper::beforeReorder);
    connect(proxy, &QAbstractItemModel::modelAboutToBeReset, this, [this] { ++m_modelAtWork; });
}

void SelectionKeeper::watch(QItemSelectionModel *selection)
{
    m_selection = selection;
    connect(selection, &QItemSelectionModel::selectionChanged, this, &SelectionKeeper::onSelectionChanged);
    connect(selection, &QItemSelectionModel::currentChanged, this, &SelectionKeeper::onCurrentChanged);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &SelectionKeeper::afterRemoval);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { afterInsertion(first, last); });
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &SelectionKeeper::afterReorder);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &SelectionKeeper::afterReorder);
}

QStringList SelectionKeeper::selectedIds() const
{
    QList<int> rows;
    rows.reserve(m_shown.size());
    for (const QString &id : m_shown)
        rows << m_proxy->indexOf(id).row();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const int row : std::as_const(rows))
        if (row >= 0)
            ids << idAt(row);
    return ids;
}

void SelectionKeeper::setCurrentId(const QString &id)
{
    const QModelIndex index = m_proxy->indexOf(id);
    if (index.isValid()) {
        m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_hidden.clear();
        follow();
        return;
    }
    const bool chosen = unchoose();
    m_current = id;
    if (isInStore(id))
        m_hidden.insert(id);
    tell();
    if (chosen)
        Q_EMIT selectionChanged();
}

void SelectionKeeper::forget()
{
    const bool chosen = unchoose();
    m_current.clear();
    tell();
    if (chosen)
        Q_EMIT selectionChanged();
}

/// Takes the view's choice along: another account may have rows of the same ids, which would stay highlighted.
bool SelectionKeeper::unchoose()
{
    ++m_modelAtWork;
    m_selection->clear();
    --m_modelAtWork;
    m_hidden.clear();
    return !std::exchange(m_shown, {}).isEmpty();
}

bool SelectionKeeper::isInStore(const QString &id) const
{
    const DeploymentStore *store = m_proxy->store();
    return store && store->rowOf(id) >= 0;
}

void SelectionKeeper::forgetMissing()
{
    erase_if(m_hidden, [this](const QString &id) { return !isInStore(id); });
}

QString SelectionKeeper::seen() const
{
    const bool agrees = m_proxy->indexOf(m_current).isValid() ? m_shown.contains(m_current) : m_shown.isEmpty();
    return agrees ? m_current : QString();
}

void SelectionKeeper::tell()
{
    const QString id = seen();
    if (std::exchange(m_told, id) != id)
        Q_EMIT currentChanged(id);
}

QString SelectionKeeper::idAt(int row) const
{
    const Deployment *deployment = m_proxy->deploymentInRow(row);
    return deployment ? deployment->deployedModel : QString();
}

/// No two ranges of a selection of whole rows have a row in common.
static int heightOf(const QItemSelection &selection)
{
    return std::accumulate(selection.cbegin(), selection.cend(), 0,
                           [](int sum, const QItemSelectionRange &range) { return sum + range.height(); });
}

template<typename Each>
void SelectionKeeper::eachRow(const QItemSelection &selection, Each each) const
{
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            each(idAt(row));
}

void SelectionKeeper::beforeRemoval(int first, int last)
{
    ++m_modelAtWork;
    for (int row = first; row <= last && !m_shown.isEmpty(); ++row) {
        const QString id = idAt(row);
        if (m_shown.remove(id)) {
            m_hidden.insert(id);
            m_lost = true;
        }
    }
}

void SelectionKeeper::afterRemoval()
{
    --m_modelAtWork;
    leaveCurrent();
    tell();
    if (std::exchange(m_lost, false))
        Q_EMIT selectionChanged();
}

void SelectionKeeper::afterInsertion(int first, int last)
{
    QList<int> back;
    for (int row = first; row <= last && !m_hidden.isEmpty(); ++row) {
        const QString id = idAt(row);
        if (m_hidden.remove(id)) {
            m_shown.insert(id);
            back << row;
        }
    }
    restoreCurrent();
    if (back.isEmpty()) {
        tell();
        return;
    }
    ++m_modelAtWork;
    select(std::move(back));
    --m_modelAtWork;
    tell();
    Q_EMIT selectionChanged();
}

// A selection of many scattered rows makes every reordering slow (each of its cells gets a persistent index): it is
// taken away for the moment and put back by id.
void SelectionKeeper::beforeReorder()
{
    ++m_modelAtWork;
    if (m_selection && m_selection->hasSelection())
        m_selection->clearSelection();
}

void SelectionKeeper::afterReorder()
{
    const qsizetype before = m_shown.size();
    const qsizetype hiddenBefore = m_hidden.size();
    reselect();
    --m_modelAtWork;
    restoreCurrent();
    tell();
    if (m_shown.size() != before || m_hidden.size() != hiddenBefore)
        Q_EMIT selectionChanged();
}

void SelectionKeeper::reselect()
{
    QList<int> rows;
    const QSet<QString> wanted = m_shown + m_hidden;
    m_shown.clear();
    m_hidden.clear();
    for (const QString &id : wanted) {
        const int row = m_proxy->indexOf(id).row();
        (row < 0 ? m_hidden : m_shown).insert(id);
        if (row >= 0)
            rows << row;
    }
    select(std::move(rows));
}

/// Whole rows, by themselves: told to select these, Qt 6 compares each range with every other one first.
void SelectionKeeper::select(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (qsizetype i = 0, next = 0; i < rows.size(); i = next) {
        for (next = i + 1; next < rows.size() && rows[next] == rows[next - 1] + 1;)
            ++next;
        selection.append(QItemSelectionRange(m_proxy->index(rows[i], 0),
                                             m_proxy->index(rows[next - 1], m_proxy->columnCount() - 1)));
    }
    if (!selection.isEmpty())
        m_selection->select(selection, QItemSelectionModel::Select);
}

void SelectionKeeper::restoreCurrent()
{
    if (m_current.isEmpty() || m_modelAtWork > 0)
        return;
    const QModelIndex at = m_selection->currentIndex();
    const QModelIndex wanted = m_proxy->indexOf(m_current);
    if (!wanted.isValid() || (at.isValid() && at.row() == wanted.row()))
        return;
    ++m_modelAtWork;
    m_selection->setCurrentIndex(wanted.siblingAtColumn(qMax(0, at.column())), QItemSelectionModel::NoUpdate);
    --m_modelAtWork;
}

/// Where the current row goes, the view makes a neighbour current. Should that one be selected, clicking it would
/// change nothing that is heard of here.
void SelectionKeeper::leaveCurrent()
{
    if (m_current.isEmpty() || m_shown.isEmpty() || m_proxy->indexOf(m_current).isValid())
        return;
    ++m_modelAtWork;
    m_selection->clearCurrentIndex();
    --m_modelAtWork;
}

void SelectionKeeper::onSelectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    const bool isNothing = selected.isEmpty() && deselected.isEmpty();
    if (m_modelAtWork > 0 || isNothing)
        return;
    m_hidden.clear();
    if (heightOf(deselected) == m_shown.size())
        m_shown.clear();
    else
        eachRow(deselected, [this](const QString &id) { m_shown.remove(id); });
    m_shown.reserve(m_shown.size() + heightOf(selected));
    eachRow(selected, [this](const QString &id) { m_shown.insert(id); });
    follow();
    Q_EMIT selectionChanged();
}

/// The view's current row may have been left without a selection by the keyboard, or have been made current while rows
/// went: only a selected one is looked at.
void SelectionKeeper::follow()
{
    const QString at = idAt(m_selection->currentIndex().row());
    if (m_shown.contains(at))
        m_current = at;
    else if (!m_shown.contains(m_current))
        m_current = firstSelectedId();
    tell();
}

QString SelectionKeeper::firstSelectedId() const
{
    const QItemSelection ranges = m_selection->selection();
    const auto first = std::min_element(ranges.cbegin(), ranges.cend(),
                                        [](const auto &one, const auto &other) { return one.top() < other.top(); });
    return first == ranges.cend() ? QString() : idAt(first->top());
}

void SelectionKeeper::onCurrentChanged(const QModelIndex &current)
{
    if (m_modelAtWork > 0 || !current.isValid() || !m_shown.contains(idAt(current.row())))
        return;
    m_current = idAt(current.row());
    tell();
}

} // namespace Slipway
