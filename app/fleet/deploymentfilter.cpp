// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentfilter.h"

#include "app/fleet/deploymentmodel.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/rowdiff.h"

#include <algorithm>
#include <iterator>

namespace Slipway {

namespace {

bool contains(const Deployment &deployment, const QString &word)
{
    const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return has(deployment.deployedModel) || has(deployment.name) || has(deployment.modelName) ||
           has(deployment.baseModel) || has(deployment.statusText) || has(deployment.plan);
}

} // namespace

DeploymentFilter::DeploymentFilter(QObject *parent) :
    QAbstractProxyModel(parent), m_arrangement([this](const Deployment &deployment) { return matches(deployment); })
{
}

void DeploymentFilter::setSourceModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    beginResetModel();
    m_model = qobject_cast<DeploymentModel *>(model);
    QAbstractProxyModel::setSourceModel(model);
    m_arrangement.reset(rows());
    place(m_arrangement.shown());
    endResetModel();
    recount();
    if (m_model)
        follow(*m_model);
}

const QList<Deployment> &DeploymentFilter::rows() const
{
    static const QList<Deployment> none;
    return m_model && m_model->store() ? m_model->store()->rows() : none;
}

void DeploymentFilter::follow(const DeploymentModel &model)
{
    m_connections = {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { onInserted(first, last); }),
        connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this](const QModelIndex &, int first, int last) { onAboutToBeRemoved(first, last); }),
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { onRemoved(first, last); }),
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { onChanged(first.row(), last.row()); }),
        connect(&model, &QAbstractItemModel::modelReset, this,
                [this] {
                    beginResetModel();
                    m_arrangement.reset(rows());
                    place(m_arrangement.shown());
                    endResetModel();
                    recount();
                }),
    };
}

void DeploymentFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    refilter();
}

QString DeploymentFilter::text() const
{
    return m_text;
}

void DeploymentFilter::setPhase(std::optional<Phase> phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    refilter();
}

std::optional<Phase> DeploymentFilter::phase() const
{
    return m_phase;
}

int DeploymentFilter::total() const
{
    return static_cast<int>(m_phases.size());
}

int DeploymentFilter::count(Phase phase) const
{
    return m_counts.at(static_cast<std::size_t>(phase));
}

const Deployment *DeploymentFilter::deploymentInRow(int row) const
{
    const QList<Deployment> &all = rows();
    if (row < 0 || size_t(row) >= m_shown.size() || m_shown[size_t(row)] >= all.size())
        return nullptr;
    return &all.at(m_shown[size_t(row)]);
}

QModelIndex DeploymentFilter::indexOf(const QString &deployedModel, int column) const
{
    const int row = m_model && m_model->store() ? m_model->store()->rowOf(deployedModel) : -1;
    return row < 0 ? QModelIndex() : mapFromSource(m_model->index(row, column));
}

// ---- a proxy

QModelIndex DeploymentFilter::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    return sourceModel()->index(m_shown[size_t(index.row())], index.column());
}

QModelIndex DeploymentFilter::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= int(m_placeOf.size()))
        return {};
    const int place = m_placeOf[size_t(index.row())];
    return place < 0 ? QModelIndex() : createIndex(place, index.column());
}

QModelIndex DeploymentFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int DeploymentFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DeploymentFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->columnCount();
}

bool DeploymentFilter::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

// ---- what a person asks for

void DeploymentFilter::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < DeploymentModel::ColumnCount;
    m_arrangement.sort(rows(), isColumn ? std::optional(DeploymentModel::Column(column)) : std::nullopt, order);
    relayout(m_arrangement.shown());
}

void DeploymentFilter::refilter()
{
    m_arrangement.filter(rows());
    rearrange(m_arrangement.shown());
}

// ---- what the fleet does

void DeploymentFilter::onInserted(int first, int last)
{
    Q_EMIT aboutToFollow();
    const int count = last - first + 1;
    for (int &row : m_shown)
        row += row >= first ? count : 0;
    m_placeOf.insert(m_placeOf.begin() + first, size_t(count), -1);
    m_arrangement.insert(rows(), first, last);
    rearrange(m_arrangement.shown());
    countInserted(first, last);
    Q_EMIT followed({});
}

/// The rows go while they can still be asked for.
void DeploymentFilter::onAboutToBeRemoved(int first, int last)
{
    Q_EMIT aboutToFollow();
    Rows rest = m_shown;
    std::erase_if(rest, [first, last](int row) { return row >= first && row <= last; });
    rearrange(std::move(rest));
}

void DeploymentFilter::onRemoved(int first, int last)
{
    m_arrangement.remove(first, last);
    place(m_arrangement.shown());
    countRemoved(first, last);
    Q_EMIT followed({});
}

void DeploymentFilter::onChanged(int first, int last)
{
    const auto [changed, moved] = m_arrangement.update(rows(), first, last);
    if (changed.empty())
        return;
    Q_EMIT aboutToFollow();
    QSet<QString> movedIds;
    for (const int row : moved)
        movedIds.insert(rows().at(row).deployedModel);
    rearrange(m_arrangement.shown());
    announce(changed);
    countChanged(first, last);
    Q_EMIT followed(movedIds);
}

// ---- announcements

void DeploymentFilter::place(Rows shown)
{
    m_shown = std::move(shown);
    m_placeOf.assign(size_t(rows().size()), -1);
    for (size_t place = 0; place < m_shown.size(); ++place)
        m_placeOf[size_t(m_shown[place])] = int(place);
}

void DeploymentFilter::rearrange(Rows shown)
{
    if (shown == m_shown)
        return;
    if (isOnlyReordered(shown))
        relayout(std::move(shown));
    else
        comeAndGo(shown);
}

bool DeploymentFilter::isOnlyReordered(const Rows &shown) const
{
    return shown.size() == m_shown.size() &&
           std::ranges::all_of(shown, [this](int row) { return m_placeOf[size_t(row)] >= 0; });
}

void DeploymentFilter::relayout(Rows shown)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    Rows sources;
    for (const QModelIndex &index : before)
        sources.push_back(m_shown[size_t(index.row())]);
    place(std::move(shown));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(createIndex(m_placeOf[size_t(sources[size_t(i)])], before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

namespace {

/// The rows of `rows` that are not `in` the others, as ranges of places.
template<typename IsIn>
QList<RowRange> rangesWithout(const std::vector<int> &rows, IsIn isIn)
{
    QList<RowRange> ranges;
    for (int place = 0; place < int(rows.size()); ++place) {
        if (isIn(rows[size_t(place)]))
            continue;
        if (!ranges.isEmpty() && ranges.last().last == place - 1)
            ranges.last().last = place;
        else
            ranges.append({place, place});
    }
    return ranges;
}

} // namespace

void DeploymentFilter::comeAndGo(const Rows &shown)
{
    constexpr qsizetype mostRanges = 8;
    std::vector<bool> stays(m_placeOf.size());
    for (const int row : shown)
        stays[size_t(row)] = true;
    const QList<RowRange> gone = rangesWithout(m_shown, [&](int row) { return stays[size_t(row)]; });
    const QList<RowRange> come = rangesWithout(shown, [&](int row) { return m_placeOf[size_t(row)] >= 0; });
    const bool inManyPlaces = gone.size() + come.size() > mostRanges;
    if (!gone.isEmpty())
        inManyPlaces ? goFromEnd(stays) : go(gone);
    if (inManyPlaces && !come.isEmpty())
        comeToEnd(shown);
    Rows left = shown;
    std::erase_if(left, [this](int row) { return m_placeOf[size_t(row)] < 0; });
    if (left != m_shown)
        relayout(std::move(left));
    if (!inManyPlaces)
        arrive(shown, come);
}

void DeploymentFilter::go(const QList<RowRange> &gone)
{
    for (auto range = gone.crbegin(); range != gone.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        Rows rest = m_shown;
        rest.erase(rest.begin() + range->first, rest.begin() + range->last + 1);
        place(std::move(rest));
        endRemoveRows();
    }
}

void DeploymentFilter::arrive(const Rows &shown, const QList<RowRange> &come)
{
    for (const RowRange &range : come) {
        beginInsertRows({}, range.first, range.last);
        Rows more = m_shown;
        more.insert(more.begin() + range.first, shown.begin() + range.first, shown.begin() + range.last + 1);
        place(std::move(more));
        endInsertRows();
    }
}

void DeploymentFilter::goFromEnd(const std::vector<bool> &stays)
{
    Rows order = m_shown;
    // not ranges::stable_partition, which clang 14 does not take from this library (the fuzzers)
    const auto going =
        std::stable_partition(order.begin(), order.end(), [&stays](int row) { return stays[size_t(row)]; });
    Rows rest(order.begin(), going);
    const int last = int(order.size()) - 1;
    relayout(std::move(order));
    beginRemoveRows({}, int(rest.size()), last);
    place(std::move(rest));
    endRemoveRows();
}

void DeploymentFilter::comeToEnd(const Rows &shown)
{
    Rows more = m_shown;
    std::ranges::copy_if(shown, std::back_inserter(more), [this](int row) { return m_placeOf[size_t(row)] < 0; });
    beginInsertRows({}, int(m_shown.size()), int(more.size()) - 1);
    place(std::move(more));
    endInsertRows();
}

void DeploymentFilter::announce(Rows changed)
{
    for (int &row : changed)
        row = m_placeOf[size_t(row)];
    std::erase(changed, -1);
    std::sort(changed.begin(), changed.end());
    for (size_t first = 0, next = 0; first < changed.size(); first = next) {
        for (next = first + 1; next < changed.size() && changed[next] == changed[next - 1] + 1;)
            ++next;
        Q_EMIT dataChanged(index(changed[first], 0), index(changed[next - 1], columnCount() - 1));
    }
}

// ---- counts

bool DeploymentFilter::matches(const Deployment &deployment) const
{
    if (m_phase && phaseOf(deployment.status) != *m_phase)
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&deployment](const QString &word) { return contains(deployment, word); });
}

void DeploymentFilter::recount()
{
    m_phases.clear();
    m_counts.fill(0);
    if (m_model && m_model->rowCount() > 0)
        countInserted(0, m_model->rowCount() - 1);
    else
        Q_EMIT countsChanged();
}

void DeploymentFilter::countInserted(int first, int last)
{
    m_phases.insert(first, last - first + 1, Phase::Running);
    for (int row = first; row <= last; ++row) {
        m_phases[row] = phaseOf(m_model->deployment(row).status);
        ++counter(m_phases.at(row));
    }
    Q_EMIT countsChanged();
}

void DeploymentFilter::countRemoved(int first, int last)
{
    for (int row = first; row <= last; ++row)
        --counter(m_phases.at(row));
    m_phases.remove(first, last - first + 1);
    Q_EMIT countsChanged();
}

void DeploymentFilter::countChanged(int first, int last)
{
    bool moved = false;
    for (int row = first; row <= last; ++row) {
        const Phase phase = phaseOf(m_model->deployment(row).status);
        if (phase == m_phases.at(row))
            continue;
        --counter(m_phases.at(row));
        ++counter(phase);
        m_phases[row] = phase;
        moved = true;
    }
    if (moved)
        Q_EMIT countsChanged();
}

int &DeploymentFilter::counter(Phase phase)
{
    return m_counts.at(static_cast<std::size_t>(phase));
}

} // namespace Slipway
