// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows that do not fit into the width of the text.
#include "ui/chat/transcriptrow.h"

#include <QPainter>

#include <cmath>

namespace Slipway {

static void wrap(QTextDocument *document, QTextOption::WrapMode mode)
{
    QTextOption option = document->defaultTextOption();
    if (option.wrapMode() == mode)
        return;
    option.setWrapMode(mode);
    document->setDefaultTextOption(option);
}

void TranscriptRow::fit(int width)
{
    m_scale = 1;
    int content = width;
    if (m_block.kind == MarkdownBlock::Kind::Table)
        content = fitTable(width);
    else
        m_document->setTextWidth(width);
    m_sideways.fit(width, content);
}

/// The words and numbers of a table stay whole. One that is too wide is drawn smaller, or seen in parts where it could
/// not be read so: then it is this wide. Only what nobody would move through is broken like other text.
int TranscriptRow::fitTable(int width)
{
    static constexpr double smallest = 0.7;
    static constexpr int widest = 16'000;
    wrap(m_document.get(), QTextOption::WordWrap);
    m_document->setTextWidth(width);
    const double needed = m_document->size().width();
    if (needed <= width + 1)
        return width;
    if (width / needed >= smallest) {
        m_scale = width / needed;
        m_document->setTextWidth(needed);
        return width;
    }
    if (needed > widest)
        wrap(m_document.get(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document->setTextWidth(qMin<double>(widest, qMax<double>(needed, 2 * width)));
    return int(std::ceil(m_document->size().width()));
}

/// Below what is seen of it, the bar; and the painter goes where that is.
void TranscriptRow::drawSideways(QPainter *painter, const TextStyle &style) const
{
    const QRect room = sidewaysRoom().translated(-frame().left, -frame().top);
    const QRect groove(room.left(), m_sideways.bar(room).top(), room.width(), m_sideways.bar(room).height());
    painter->fillRect(groove, style.codeGround);
    painter->fillRect(m_sideways.bar(room), style.secondary);
    painter->setClipRect(QRect(0, 0, m_sideways.window(), room.top()), Qt::IntersectClip);
    painter->translate(-m_sideways.at(), 0);
}

QRect TranscriptRow::sidewaysRoom() const
{
    return {frame().left, m_height - SidewaysView::barRoom, m_sideways.window(), SidewaysView::barRoom};
}

} // namespace Slipway
