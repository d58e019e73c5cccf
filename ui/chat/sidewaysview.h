// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace Slipway {

/// Something wide behind a narrower window: which part of it is seen, and the bar that tells. In pixels.
class SidewaysView
{
public:
    static constexpr int barRoom = 10; ///< below what is seen, for the bar and a pointer that is after it

    void fit(int window, int content); ///< what is seen moves only where it must
    bool isWide() const { return m_content > m_window; }
    int window() const { return m_window; }
    int at() const { return m_at; }
    bool move(int by) { return moveTo(m_at + by); } ///< whether there was anywhere to go
    bool moveTo(int at);

    QRect bar(const QRect &room) const; ///< the part that is seen, in a room below all of it
    int underBar(int pixels) const;     ///< how far the content goes when the bar does

private:
    int m_window = 0;
    int m_content = 0;
    int m_at = 0;
};

} // namespace Slipway
