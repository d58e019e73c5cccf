// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QStaticText>
#include <QStyleOptionViewItem>

namespace Slipway {

/// Single lines as they fit into cells, elided and shaped once and painted many times: shaping is most of what painting
/// a table takes, and most cells of a frame stood in the one before, or say what others say. Keeps the latest two
/// thousand.
class ShapedTexts
{
public:
    struct Line
    {
        QStaticText text;
        QSizeF size;
    };

    /// `cell`'s text in its font, at most `width` wide. Holds until the next call.
    const Line &line(const QStyleOptionViewItem &cell, int width);

    qint64 shapings() const { return m_shapings; } ///< so far

private:
    struct Key
    {
        QString text; ///< whole
        int width;    ///< that it is cut to; 0 where it is not
        Qt::TextElideMode mode;
        Qt::LayoutDirection direction;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.text, key.width, int(key.mode), int(key.direction));
        }
    };

    static constexpr int most = 2000;
    static constexpr qsizetype longestWhole = 500; ///< what is longer fits into no cell

    const Line &shaped(const Key &key, const QFontMetrics &metrics);

    QFont m_font; ///< of all that is kept
    QCache<Key, Line> m_lines{most};
    qint64 m_shapings = 0;
};

} // namespace Slipway
