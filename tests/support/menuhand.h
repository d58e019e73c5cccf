// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QTest>

namespace Slipway {

/// Clicks as a hand does, which moves there: later versions of Qt take a click of a mouse that never moved for the end
/// of the one that opened the menu, and only close it.
inline void clickAction(QMenu *menu, QAction *action)
{
    const QPoint at = menu->actionGeometry(action).center();
    for (int move = 8; move >= 0; --move)
        QTest::mouseMove(menu, at - QPoint(2 * move, 0));
    QTest::mouseClick(menu, Qt::LeftButton, {}, at);
}

} // namespace Slipway
