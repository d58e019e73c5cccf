// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fleettable.h"

#include "ui/fleet/columnlayout.h"
#include "ui/fleet/delegates.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/selectionkeeper.h"
#include "ui/fleet/sparewidth.h"
#include "ui/look.h"
#include "ui/tableheader.h"
#include "ui/ticker.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>

namespace Slipway {

FleetTable::FleetTable(QWidget *parent) :
    QTableView(parent), m_fleet(new FleetProxy(this)), m_keeper(new SelectionKeeper(m_fleet, this))
{
    setObjectName(QStringLiteral("fleetTable"));
    setModel(m_fleet);
    m_keeper->watch(selectionModel());
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    connect(new Ticker(Ticker::everyMinute, this), &Ticker::ticked, viewport(), qOverload<>(&QWidget::update));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setUpDelegates();
    setUpHeaders();
    setSortingEnabled(true);
    ColumnLayout::reset(horizontalHeader());
    m_spare = new SpareWidth(horizontalHeader());
    retranslate();
    connect(m_fleet, &DeploymentFilter::aboutToFollow, this, &FleetTable::dropAnchor);
    connect(m_fleet, &DeploymentFilter::followed, this, &FleetTable::weighAnchor);
    connect(this, &QWidget::customContextMenuRequested, this, &FleetTable::showContextMenu);
    connect(this, &QAbstractItemView::doubleClicked, this, &FleetTable::activateCurrent);
}

void FleetTable::setUpDelegates()
{
    auto *plain = new IdDelegate(IdDelegate::Face::Plain, this);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(DeploymentModel::StatusColumn, new StatusDelegate(this));
    setItemDelegateForColumn(DeploymentModel::DeployedModelColumn, new IdDelegate(IdDelegate::Face::Monospace, this));
    setItemDelegateForColumn(DeploymentModel::ModelNameColumn, plain);
    setItemDelegateForColumn(DeploymentModel::BaseModelColumn, plain);
}

void FleetTable::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &FleetTable::showHeaderMenu);
    fitRows();
}

void FleetTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalScrollBar()->setSingleStep(fontMetrics().height() + 8);
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 8);
}

void FleetTable::setStore(DeploymentStore *store)
{
    m_placeBeforeFilter.reset();
    m_fleet->setStore(store);
    m_keeper->forget();
    m_anchor.clear();
}

void FleetTable::changeFilter(const std::function<void()> &change)
{
    if (!m_placeBeforeFilter)
        m_placeBeforeFilter = verticalScrollBar()->value();
    m_filterAtWork = true;
    change();
    m_filterAtWork = false;
    if (m_fleet->isFiltering())
        return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(*m_placeBeforeFilter);
    m_placeBeforeFilter.reset();
}

// ---- rows that come, go and move by themselves leave the visible ones where they are

int FleetTable::heightOfRows() const
{
    return qMax(1, verticalHeader()->defaultSectionSize());
}

/// The current row stays under the hand while it is seen, else the first one that is. Someone who looks at the
/// beginning, and at no row of it, wants to see what is new there, and gets no anchor.
void FleetTable::dropAnchor()
{
    m_anchor.clear();
    if (m_filterAtWork)
        return;
    const int top = verticalScrollBar()->value();
    const int first = top / heightOfRows();
    const int last = qMin(m_fleet->rowCount() - 1, (top + viewport()->height()) / heightOfRows());
    const int current = m_fleet->indexOf(m_keeper->currentId()).row();
    const bool isCurrentSeen = current >= first && current <= last;
    if (isCurrentSeen)
        m_anchor.append({m_keeper->currentId(), current});
    if (top == 0 && !isCurrentSeen && !QApplication::activePopupWidget())
        return;
    for (int row = first; row <= last; ++row)
        m_anchor.append({m_fleet->deploymentInRow(row)->deployedModel, row});
}

/// What was sorted away by a change does not take the view with it.
void FleetTable::weighAnchor(const QSet<QString> &moved)
{
    for (const auto &[id, before] : std::exchange(m_anchor, {})) {
        const int row = moved.contains(id) ? -1 : m_fleet->indexOf(id).row();
        if (row < 0)
            continue;
        if (row == before)
            return;
        const int wanted = verticalScrollBar()->value() + (row - before) * heightOfRows();
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(wanted);
        return;
    }
}

/// Repaints what changed of the rows that are seen, where the view would repaint all of it.
void FleetTable::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (QAccessible::isActive()) {
        QTableView::dataChanged(first, last, roles);
        return;
    }
    const int from = rowViewportPosition(first.row());
    const int to = rowViewportPosition(last.row()) + heightOfRows();
    viewport()->update(QRect(0, from, viewport()->width(), to - from) & viewport()->rect());
}

void FleetTable::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout(); // or rows would be seen for a moment where they do not stay
    QTableView::paintEvent(event);
}

void FleetTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (m_keeper->isModelAtWork())
        return;
    // A row is chosen, never a cell: the columns stay where they are.
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(across);
}

// ---- keyboard

QModelIndex FleetTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int column = qMax(0, currentIndex().column());
    if (action == MoveHome)
        return m_fleet->index(0, column);
    if (action == MoveEnd)
        return m_fleet->index(m_fleet->rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

void FleetTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(rowsAsText());
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        activateCurrent();
        return;
    }
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const bool back = (event->key() == Qt::Key_Left) != isRightToLeft();
        horizontalScrollBar()->triggerAction(back ? QScrollBar::SliderSingleStepSub : QScrollBar::SliderSingleStepAdd);
        return;
    }
    QTableView::keyPressEvent(event);
}

/// The keyboard can leave the current row unselected: then it is chosen by this.
void FleetTable::activateCurrent()
{
    const Deployment *deployment = m_fleet->deploymentInRow(currentIndex().row());
    if (!deployment)
        return;
    const QString id = deployment->deployedModel;
    if (m_keeper->currentId() != id)
        m_keeper->setCurrentId(id);
    Q_EMIT rowActivated(id);
}

// ---- clipboard

QString FleetTable::rowAsText(int row) const
{
    QStringList cells{m_fleet->index(row, DeploymentModel::DeployedModelColumn).data(FleetProxy::CopyRole).toString()};
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column != DeploymentModel::DeployedModelColumn && !header->isSectionHidden(column))
            cells << m_fleet->index(row, column).data(FleetProxy::CopyRole).toString();
    }
    return cells.join(u'\t');
}

QString FleetTable::rowsAsText() const
{
    QStringList ids = m_keeper->selectedIds();
    if (ids.isEmpty() && currentIndex().isValid())
        return rowAsText(currentIndex().row());
    QStringList lines;
    for (const QString &id : std::as_const(ids))
        lines << rowAsText(m_fleet->indexOf(id).row());
    return lines.join(u'\n');
}

// ---- menus

void FleetTable::setContextActions(const QList<QAction *> &actions)
{
    m_contextActions = actions;
}

void FleetTable::showHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ColumnLayout::fillMenu(menu, horizontalHeader());
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(at));
}

void FleetTable::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_contextActions);
    if (!m_contextActions.isEmpty())
        menu->addSeparator();
    QMenu *columns = menu->addMenu(tr("Columns"));
    ColumnLayout::fillMenu(columns, horizontalHeader());
    menu->popup(viewport()->mapToGlobal(at));
}

// ---- remembered

void FleetTable::save(QSettings &settings) const
{
    m_spare->withOwnWidths([this, &settings] {
        settings.setValue(QStringLiteral("fleet/columns"), ColumnLayout::columns(horizontalHeader()));
    });
    settings.setValue(QStringLiteral("fleet/sort"), ColumnLayout::sorting(horizontalHeader()));
}

void FleetTable::restore(const QSettings &settings)
{
    m_spare->withOwnWidths([this, &settings] {
        ColumnLayout::setColumns(horizontalHeader(), settings.value(QStringLiteral("fleet/columns")).toStringList());
    });
    ColumnLayout::setSorting(horizontalHeader(), settings.value(QStringLiteral("fleet/sort")).toString());
}

void FleetTable::retranslate()
{
    setAccessibleName(tr("Deployments"));
    m_fleet->retranslate();
    viewport()->update();
}

// ---- looks

void FleetTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void FleetTable::resizeEvent(QResizeEvent *event)
{
    {
        // All of it is painted anyway. Told of a column, the view would paint it once more a moment later.
        const QSignalBlocker unheard(horizontalHeader());
        m_spare->fit(viewport()->width());
    }
    QTableView::resizeEvent(event);
}

} // namespace Slipway
