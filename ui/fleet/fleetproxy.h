// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentfilter.h"
#include "app/fleet/deploymentmodel.h"

#include <QDateTime>

namespace Slipway {

struct Mutation;

/// The fleet filtered and sorted, with the words, alignments and tooltips that people read: app/ has none. Its source
/// is a DeploymentModel or nothing.
class FleetProxy : public DeploymentFilter
{
    Q_OBJECT
public:
    enum DataRole {
        ToneRole = Qt::UserRole + 100, ///< Look::Tone, StatusColumn only
        GlyphRole,                     ///< Glyph, StatusColumn only
        ProgressRole,                  ///< double 0 to 1 while a change goes on, else invalid; StatusColumn only
        CopyRole,                      ///< the cell as text for the clipboard: exact times, nothing elided
    };

    /// What the account's deployments cost: nothing, the list prices, or what no list here tells.
    enum class Prices { Unknown, Listed, Free };

    explicit FleetProxy(QObject *parent = nullptr);

    void setPrices(Prices prices); ///< before setStore

    /// Replaces the source; nullptr shows no rows, but the same columns.
    void setStore(DeploymentStore *store);
    DeploymentStore *store() const; ///< nullptr once it is gone, too

    bool isFiltering() const; ///< by text or by phase

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void retranslate(); ///< the language changed: titles and words are new

private:
    using DeploymentFilter::setSourceModel;
    QString word(const Deployment &deployment, int column) const;
    QString cost(const Deployment &deployment) const;
    QString tip(const Deployment &deployment, int column) const;
    QString copyText(const Deployment &deployment, int column) const;
    QVariant statusData(const Deployment &deployment, int role) const;
    const Mutation *openMutation(const QString &deployedModel) const;
    const Mutation *freshFind(const QString &deployedModel) const;

    QAbstractItemModel *m_nothing; ///< stands in for a model while there is no store, so that the columns stay
    DeploymentModel *m_model = nullptr;
    Prices m_prices = Prices::Unknown;
};

} // namespace Slipway
