// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QHeaderView;
class QMenu;

/// The columns of the fleet as a person arranged them: order, width, hidden, sorting. Remembered by the columns' names,
/// so that a column more or less in a later version loses nothing.
namespace Slipway::ColumnLayout {

/// Order, widths and visibility as they are at first, and newest first.
void reset(QHeaderView *header);

QStringList columns(const QHeaderView *header); ///< "name:width" or "name:width:hidden", from left to right
void setColumns(QHeaderView *header, const QStringList &columns); ///< what it does not understand is left as it is

QString sorting(const QHeaderView *header); ///< "name:ascending" or "name:descending"
void setSorting(QHeaderView *header, const QString &sorting);

/// Fills a menu with the columns to show or hide, the columns to sort by, and the way back.
void fillMenu(QMenu *menu, QHeaderView *header);

} // namespace Slipway::ColumnLayout
