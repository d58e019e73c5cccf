// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/sidewaysview.h"

#include <utility>

namespace Slipway {

static constexpr int barHeight = 4;
static constexpr int shortestBar = 24;

void SidewaysView::fit(int window, int content)
{
    m_window = window;
    m_content = content;
    moveTo(m_at);
}

bool SidewaysView::moveTo(int at)
{
    const int to = qBound(0, at, qMax(0, m_content - m_window));
    return std::exchange(m_at, to) != to;
}

QRect SidewaysView::bar(const QRect &room) const
{
    if (!isWide())
        return {};
    const int length = qMax(shortestBar, int(qint64(room.width()) * m_window / m_content));
    const int left = int(qint64(room.width() - length) * m_at / (m_content - m_window));
    return {room.left() + left, room.bottom() + 1 - barHeight, length, barHeight};
}

int SidewaysView::underBar(int pixels) const
{
    const int length = qMax(shortestBar, int(qint64(m_window) * m_window / qMax(1, m_content)));
    return int(qint64(pixels) * (m_content - m_window) / qMax(1, m_window - length));
}

} // namespace Slipway
