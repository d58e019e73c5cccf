// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QSortFilterProxyModel>

#include <array>

namespace Slipway {

class DeploymentModel;

/// A DeploymentModel sorted, and narrowed to what a person looks for: text and phase. Sorts by a column's value, absent
/// values last, equals by id; follows every change of the rows. Also counts the deployments of each phase, over all
/// rows whatever the filter.
class DeploymentFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit DeploymentFilter(QObject *parent = nullptr);

    /// A DeploymentModel, or nullptr.
    void setSourceModel(QAbstractItemModel *model) override;

    /// Every word must be part of the deployed model, name, model, base model, status or plan; case does not matter.
    void setText(const QString &text);
    QString text() const;

    void setPhase(std::optional<Phase> phase); ///< unset: all of them
    std::optional<Phase> phase() const;

    int total() const;
    int count(Phase phase) const;

    const Deployment &deployment(const QModelIndex &index) const;            ///< of a valid index of this model
    QModelIndex indexOf(const QString &deployedModel, int column = 0) const; ///< invalid where absent or filtered away

Q_SIGNALS:
    void countsChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void follow(const DeploymentModel &model);
    bool matches(const Deployment &deployment) const;
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
    QList<Phase> m_phases; // by source row
    std::array<int, 4> m_counts{};
};

} // namespace Slipway
