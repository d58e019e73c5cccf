// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

#include <functional>

class QHeaderView;

namespace Slipway {

/// Gives the columns of ids what room the fleet's table has beyond its first columns, so that ids are read whole where
/// they can be. A width that a person chose stays.
class SpareWidth : public QObject
{
    Q_OBJECT
public:
    explicit SpareWidth(QHeaderView *header);

    void fit(int room); ///< the width of all that can be seen

    /// `change` sees and sets the columns' own widths, with nothing given to them.
    void withOwnWidths(const std::function<void()> &change);

private:
    void follow(int column, int before, int now);
    void widen(int column, int characters, int &spare);
    void giveBack();
    int ownWidth(int column) const; ///< the one that it begins with, or that was chosen

    QHeaderView *m_header;
    QSet<int> m_chosen; ///< columns whose widths a person chose
    int m_room = 0;
    bool m_isAtWork = false;
};

} // namespace Slipway
