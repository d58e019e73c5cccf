// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentfilter.h"

#include "app/fleet/deploymentmodel.h"
#include "app/fleet/deploymentorder.h"
#include "app/fleet/deploymentstore.h"

#include <algorithm>

namespace Slipway {

namespace {

bool contains(const Deployment &deployment, const QString &word)
{
    const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return has(deployment.deployedModel) || has(deployment.name) || has(deployment.modelName) ||
           has(deployment.baseModel) || has(deployment.statusText) || has(deployment.plan);
}

} // namespace

DeploymentFilter::DeploymentFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(DeploymentModel::SortRole);
    setDynamicSortFilter(true);
}

void DeploymentFilter::setSourceModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_model = qobject_cast<DeploymentModel *>(model);
    QSortFilterProxyModel::setSourceModel(model);
    recount();
    if (m_model)
        follow(*m_model);
}

void DeploymentFilter::follow(const DeploymentModel &model)
{
    m_connections = {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { countInserted(first, last); }),
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { countRemoved(first, last); }),
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { countChanged(first.row(), last.row()); }),
        connect(&model, &QAbstractItemModel::modelReset, this, &DeploymentFilter::recount),
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
    invalidateRowsFilter();
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
    invalidateRowsFilter();
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

const Deployment &DeploymentFilter::deployment(const QModelIndex &index) const
{
    return m_model->deployment(mapToSource(index).row());
}

QModelIndex DeploymentFilter::indexOf(const QString &deployedModel, int column) const
{
    const int row = m_model && m_model->store() ? m_model->store()->rowOf(deployedModel) : -1;
    return row < 0 ? QModelIndex() : mapFromSource(m_model->index(row, column));
}

bool DeploymentFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return matches(m_model->deployment(sourceRow));
}

bool DeploymentFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto column = static_cast<DeploymentModel::Column>(left.column());
    const Deployment &a = m_model->deployment(left.row());
    const Deployment &b = m_model->deployment(right.row());
    // To sort downwards Qt asks the same question with its sides exchanged.
    return sortOrder() == Qt::AscendingOrder ? standsBefore(a, b, column, Qt::AscendingOrder)
                                             : standsBefore(b, a, column, Qt::DescendingOrder);
}

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
