// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/sparewidth.h"

#include "ui/fleet/fleetcolumns.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace Slipway {

constexpr std::array idColumns{DeploymentModel::DeployedModelColumn, DeploymentModel::ModelNameColumn};

static int firstWidth(const QHeaderView *header, int column)
{
    return fleetColumn(column).characters * QFontMetrics(header->font()).averageCharWidth();
}

SpareWidth::SpareWidth(QHeaderView *header) : QObject(header), m_header(header)
{
    connect(header, &QHeaderView::sectionResized, this, &SpareWidth::follow);
}

/// A section that is hidden or shown again goes to 0 or comes from there.
void SpareWidth::follow(int column, int before, int now)
{
    if (m_isAtWork || before == 0 || now == 0)
        return;
    if (now == firstWidth(m_header, column))
        m_chosen.remove(column);
    else
        m_chosen.insert(column);
}

int SpareWidth::ownWidth(int column) const
{
    return m_chosen.contains(column) ? m_header->sectionSize(column) : firstWidth(m_header, column);
}

void SpareWidth::fit(int room)
{
    const QScopedValueRollback working(m_isAtWork, true);
    m_room = room;
    int spare = room;
    for (const FleetColumn &column : fleetColumns()) {
        if (!m_header->isSectionHidden(column.column))
            spare -= ownWidth(column.column);
        if (column.column == DeploymentModel::CreatedColumn)
            break;
    }
    widen(DeploymentModel::DeployedModelColumn, 13, spare);
    widen(DeploymentModel::ModelNameColumn, 12, spare);
}

void SpareWidth::widen(int column, int characters, int &spare)
{
    if (m_chosen.contains(column) || m_header->isSectionHidden(column))
        return;
    const int more = qBound(0, spare, characters * QFontMetrics(m_header->font()).averageCharWidth());
    m_header->resizeSection(column, firstWidth(m_header, column) + more);
    spare -= more;
}

void SpareWidth::giveBack()
{
    for (const int column : idColumns) {
        if (!m_chosen.contains(column) && !m_header->isSectionHidden(column))
            m_header->resizeSection(column, firstWidth(m_header, column));
    }
}

void SpareWidth::withOwnWidths(const std::function<void()> &change)
{
    {
        const QScopedValueRollback working(m_isAtWork, true);
        giveBack();
    }
    change();
    fit(m_room);
}

} // namespace Slipway
