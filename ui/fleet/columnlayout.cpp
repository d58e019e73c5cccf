// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/columnlayout.h"

#include "ui/fleet/fleetcolumns.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>

namespace Slipway::ColumnLayout {

namespace {

struct ColumnMenu
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::ColumnMenu)
};

constexpr int narrowest = 32;
constexpr int widest = 4000;

/// -1 for a name that no column has.
int columnOf(const QString &key)
{
    for (const FleetColumn &column : fleetColumns())
        if (key == QLatin1String(column.key))
            return column.column;
    return -1;
}

bool canHide(int column)
{
    return column != DeploymentModel::DeployedModelColumn;
}

} // namespace

void reset(QHeaderView *header)
{
    const QFontMetrics metrics(header->font());
    int visual = 0;
    for (const FleetColumn &column : fleetColumns()) {
        header->moveSection(header->visualIndex(column.column), visual++);
        header->setSectionHidden(column.column, false);
        header->resizeSection(column.column, column.characters * metrics.averageCharWidth());
    }
    header->setSortIndicator(DeploymentModel::CreatedColumn, Qt::DescendingOrder);
}

QStringList columns(const QHeaderView *header)
{
    QStringList list;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool hidden = header->isSectionHidden(column);
        // A hidden section has no width of its own; it comes back with its first one.
        const QString entry =
            QLatin1String(fleetColumn(column).key) + u':' + QString::number(header->sectionSize(column));
        list << (hidden ? entry + QLatin1String(":hidden") : entry);
    }
    return list;
}

void setColumns(QHeaderView *header, const QStringList &columns)
{
    int visual = 0;
    for (const QString &entry : columns) {
        const QStringList parts = entry.split(u':');
        const int column = columnOf(parts.value(0));
        if (column < 0 || visual >= header->count())
            continue;
        header->moveSection(header->visualIndex(column), visual++);
        const int width = parts.value(1).toInt();
        if (width >= narrowest && width <= widest)
            header->resizeSection(column, width);
        header->setSectionHidden(column, canHide(column) && parts.value(2) == QLatin1String("hidden"));
    }
}

QString sorting(const QHeaderView *header)
{
    const int column = header->sortIndicatorSection();
    if (column < 0 || column >= DeploymentModel::ColumnCount)
        return {};
    return QLatin1String(fleetColumn(column).key) + (header->sortIndicatorOrder() == Qt::AscendingOrder
                                                         ? QLatin1String(":ascending")
                                                         : QLatin1String(":descending"));
}

void setSorting(QHeaderView *header, const QString &sorting)
{
    const QStringList parts = sorting.split(u':');
    const int column = columnOf(parts.value(0));
    if (column < 0)
        return;
    const bool descending = parts.value(1) == QLatin1String("descending");
    header->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

static void addVisibility(QMenu *menu, QHeaderView *header, int column)
{
    QAction *action = menu->addAction(columnTitle(column));
    action->setObjectName(QLatin1String("show_") + QLatin1String(fleetColumn(column).key));
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(column));
    action->setEnabled(canHide(column));
    QObject::connect(action, &QAction::toggled, header,
                     [header, column](bool shown) { header->setSectionHidden(column, !shown); });
}

static void addSorting(QMenu *menu, QActionGroup *group, QHeaderView *header, int column)
{
    QAction *action = menu->addAction(columnTitle(column));
    action->setObjectName(QLatin1String("sort_") + QLatin1String(fleetColumn(column).key));
    action->setCheckable(true);
    action->setChecked(header->sortIndicatorSection() == column);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, header, [header, column] {
        const bool again = header->sortIndicatorSection() == column;
        const bool flip = again && header->sortIndicatorOrder() == Qt::AscendingOrder;
        header->setSortIndicator(column, flip ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void fillMenu(QMenu *menu, QHeaderView *header)
{
    for (int visual = 0; visual < header->count(); ++visual)
        addVisibility(menu, header, header->logicalIndex(visual));
    menu->addSeparator();
    QMenu *sort = menu->addMenu(ColumnMenu::tr("Sort by"));
    auto *group = new QActionGroup(sort);
    for (int visual = 0; visual < header->count(); ++visual)
        addSorting(sort, group, header, header->logicalIndex(visual));
    QAction *resetAction = menu->addAction(ColumnMenu::tr("Reset columns"));
    resetAction->setObjectName(QStringLiteral("resetColumns"));
    QObject::connect(resetAction, &QAction::triggered, header, [header] { reset(header); });
}

} // namespace Slipway::ColumnLayout
