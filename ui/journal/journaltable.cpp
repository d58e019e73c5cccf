// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaltable.h"

#include "ui/fleet/delegates.h"
#include "ui/journal/journalfilter.h"
#include "ui/journal/journalrows.h"
#include "ui/tableheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <array>

namespace Slipway {

JournalTable::JournalTable(JournalFilter *filter, QWidget *parent) : QTableView(parent), m_filter(filter)
{
    setObjectName(QStringLiteral("journalTable"));
    setModel(filter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *names = new IdDelegate(IdDelegate::Face::Plain, this);
    auto *ids = new IdDelegate(IdDelegate::Face::Monospace, this);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(JournalRows::Outcome, new StatusDelegate(this));
    setItemDelegateForColumn(JournalRows::Deployment, ids);
    setItemDelegateForColumn(JournalRows::RequestId, ids);
    setItemDelegateForColumn(JournalRows::Model, names);
    setUpHeaders();
    connect(filter, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    connect(this, &QAbstractItemView::doubleClicked, this, &JournalTable::opened);
    retranslate();
}

void JournalTable::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    auto *header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setTextElideMode(Qt::ElideRight);
    constexpr std::array characters{24, 11, 32, 20, 26, 22, 8, 20};
    static_assert(characters.size() == JournalRows::ColumnCount);
    for (int column = 0; column < JournalRows::ColumnCount; ++column)
        header->resizeSection(column, characters[size_t(column)] * fontMetrics().averageCharWidth());
    header->setStretchLastSection(true);
    header->moveSection(JournalRows::Outcome, JournalRows::Deployment); // in sight in a small window too
}

void JournalTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalScrollBar()->setSingleStep(fontMetrics().height() + 8);
}

/// At the very top the newest comes into sight; further down what is read stays where it is.
void JournalTable::keepPlace(int first, int last)
{
    const int place = verticalScrollBar()->value();
    const int rowHeight = verticalHeader()->defaultSectionSize();
    if (place == 0 || first * rowHeight > place)
        return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(place + (last - first + 1) * rowHeight);
}

quint64 JournalTable::currentEntry() const
{
    return currentIndex().data(JournalRows::NumberRole).toULongLong();
}

void JournalTable::setCurrentEntry(quint64 id)
{
    const QModelIndex index = m_filter->indexOf(id);
    if (index.isValid())
        setCurrentIndex(index);
}

void JournalTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentEntryChanged();
}

void JournalTable::retranslate()
{
    setAccessibleName(tr("What was asked, newest first"));
    viewport()->update();
}

QString JournalTable::currentAsText() const
{
    QStringList cells;
    for (int column = 0; column < JournalRows::ColumnCount; ++column)
        cells << m_filter->index(currentIndex().row(), column).data().toString();
    return cells.join(u'\t');
}

void JournalTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentAsText());
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT opened();
    else
        QTableView::keyPressEvent(event);
}

void JournalTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

} // namespace Slipway
