// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QTest>

namespace Slipway {

/// Clicks as a hand does, which moves there: later versions of Qt take a click of a mouse that never moved for the end
/// of the one that opened the menu, and only close it. (The moves are the menu's alone, since the test library moves
/// the one pointer that all windows share.)
inline void clickAction(QMenu *menu, QAction *action)
{
    const QPoint at = menu->actionGeometry(action).center();
    for (int left = 8; left >= 0; --left) {
        const QPointF here = at - QPoint(2 * left, 0);
        QMouseEvent move(QEvent::MouseMove, here, menu->mapToGlobal(here), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(menu, &move);
    }
    QTest::mouseClick(menu, Qt::LeftButton, {}, at);
}

} // namespace Slipway
