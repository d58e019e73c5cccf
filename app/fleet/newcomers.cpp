// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/newcomers.h"

namespace Slipway {

void Newcomers::confirm(const QString &deployedModel)
{
    if (contains(deployedModel))
        m_missed[deployedModel] = listsUntilDoubt;
}

QList<Deployment> Newcomers::completed(const QList<Deployment> &list, const QList<Deployment> &held)
{
    if (m_missed.isEmpty())
        return list;
    for (const Deployment &listed : list)
        m_missed.remove(listed.deployedModel);
    for (int &missed : m_missed)
        ++missed;
    m_missed.removeIf([](const auto &newcomer) { return newcomer.value() > listsUntilGone; });
    QList<Deployment> all = list;
    for (const Deployment &row : held) {
        if (contains(row.deployedModel))
            all.append(row);
    }
    return all;
}

QStringList Newcomers::doubtful() const
{
    QStringList ids;
    for (auto newcomer = m_missed.cbegin(); newcomer != m_missed.cend(); ++newcomer) {
        if (newcomer.value() >= listsUntilDoubt)
            ids.append(newcomer.key());
    }
    return ids;
}

} // namespace Slipway
