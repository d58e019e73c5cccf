// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tableheader.h"

#include <QStyleOptionHeader>

namespace Slipway {

TableHeader::TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

/// A space is as wide as the room that is missing, in any font and style; a margin would take a style of our own.
void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (option->text.isEmpty())
        return;
    const bool isRight = option->textAlignment & Qt::AlignRight;
    if (isRight)
        option->text.append(u' ');
    else
        option->text.prepend(u' ');
}

} // namespace Slipway
