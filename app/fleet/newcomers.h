// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QHash>
#include <QStringList>

namespace Slipway {

/// The deployments that the answer to a create put into the rows and that no list has shown yet. A list may lag behind
/// the create (nothing is documented), and a deployment that is billed must not vanish from the table. Each is kept
/// until a list has had it once, or it was taken out by hand, or too many lists in a row lacked it. Pure.
class Newcomers
{
public:
    static constexpr int listsUntilDoubt = 3; ///< from then on it is asked for by its id
    static constexpr int listsUntilGone = 30; ///< a minute at the quick cadence

    bool contains(const QString &deployedModel) const { return m_missed.contains(deployedModel); }
    void add(const QString &deployedModel) { m_missed.insert(deployedModel, 0); }
    void remove(const QString &deployedModel) { m_missed.remove(deployedModel); }
    void confirm(const QString &deployedModel); ///< the service knows it by its id: it stays for as long again

    /// Counts one list: forgets what it shows or what was missing for too long, and answers the list followed by those
    /// of `held` that stay without being in it.
    QList<Deployment> completed(const QList<Deployment> &list, const QList<Deployment> &held);

    QStringList doubtful() const; ///< to be asked for by their ids

private:
    QHash<QString, int> m_missed; ///< lists in a row that lacked it
};

} // namespace Slipway
