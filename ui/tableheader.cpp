// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tableheader.h"

#include <QItemSelectionModel>
#include <QStyle>
#include <QStyleOptionHeader>

namespace Slipway {

TableHeader::TableHeader(QWidget *parent) :
    QHeaderView(Qt::Horizontal, parent), m_nothing(new QItemSelectionModel(nullptr, this))
{
    setSectionsClickable(true);
}

void TableHeader::setSelectionModel(QItemSelectionModel *selection)
{
    m_nothing->setModel(selection->model());
    QHeaderView::setSelectionModel(m_nothing);
}

/// Styles cut a title off, whatever the mode; of an id both ends tell.
static QString withoutMiddle(const QHeaderView &header, const QStyleOptionHeader &option, int section)
{
    const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    const int room = header.sectionSize(section) - margins - option.fontMetrics.horizontalAdvance(u' ');
    return option.fontMetrics.elidedText(option.text, Qt::ElideMiddle, room);
}

/// A space is as wide as the room that is missing, in any font and style; a margin would take a style of our own.
void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (option->text.isEmpty())
        return;
    if (textElideMode() == Qt::ElideMiddle)
        option->text = withoutMiddle(*this, *option, logicalIndex);
    const bool isRight = option->textAlignment & Qt::AlignRight;
    if (isRight)
        option->text.append(u' ');
    else
        option->text.prepend(u' ');
}

} // namespace Slipway
