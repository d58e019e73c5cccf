// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/rowarrangement.h"

#include <QAbstractProxyModel>
#include <QSet>

#include <array>

namespace Slipway {

class DeploymentModel;
struct RowRange;

/// A DeploymentModel sorted, and narrowed to what a person looks for: text and phase. Sorts by a column's value, absent
/// values last, equals by id; follows every change of the rows. Also counts the deployments of each phase, over all
/// rows whatever the filter. A change that is in few places is announced as it is, one in many places as a new layout,
/// before rows go from the end or after they have come there: views pay for each announcement.
class DeploymentFilter : public QAbstractProxyModel
{
    Q_OBJECT
public:
    explicit DeploymentFilter(QObject *parent = nullptr);

    /// A DeploymentModel, or another model without rows.
    void setSourceModel(QAbstractItemModel *model) override;

    /// Every word must be part of the deployed model, name, model, base model, status or plan; case does not matter.
    void setText(const QString &text);
    QString text() const;

    void setPhase(std::optional<Phase> phase); ///< unset: all of them
    std::optional<Phase> phase() const;

    int total() const;
    int count(Phase phase) const;

    const Deployment *deploymentInRow(int row) const;                        ///< nullptr where there is no such row
    QModelIndex indexOf(const QString &deployedModel, int column = 0) const; ///< invalid where absent or filtered away

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &) const override { return {}; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;

Q_SIGNALS:
    void countsChanged();
    void aboutToFollow(); ///< what follows comes from the fleet, not from who sorts and filters
    /// Done. `moved` are the deployments that changed what the table is sorted by.
    void followed(const QSet<QString> &moved);

private:
    using Rows = RowArrangement::Rows;

    void follow(const DeploymentModel &model);
    bool matches(const Deployment &deployment) const;
    const QList<Deployment> &rows() const;
    void refilter();

    void onInserted(int first, int last);
    void onAboutToBeRemoved(int first, int last);
    void onRemoved(int first, int last);
    void onChanged(int first, int last);

    void place(Rows shown);
    void rearrange(Rows shown);
    bool isOnlyReordered(const Rows &shown) const;
    void relayout(Rows shown);
    void comeAndGo(const Rows &shown);
    void go(const QList<RowRange> &gone);
    void arrive(const Rows &shown, const QList<RowRange> &come);
    void goFromEnd(const std::vector<bool> &stays);
    void comeToEnd(const Rows &shown);
    void announce(Rows changed);

    void recount();
    void countInserted(int first, int last);
    void countRemoved(int first, int last);
    void countChanged(int first, int last);
    int &counter(Phase phase);

    const DeploymentModel *m_model = nullptr;
    QList<QMetaObject::Connection> m_connections;
    QString m_text;
    QStringList m_words;
    std::optional<Phase> m_phase;
    RowArrangement m_arrangement;
    Rows m_shown;          ///< fleet's row by row here
    Rows m_placeOf;        ///< row here by fleet's row; -1 where it is not shown
    QList<Phase> m_phases; // by source row
    std::array<int, 4> m_counts{};
};

} // namespace Slipway
