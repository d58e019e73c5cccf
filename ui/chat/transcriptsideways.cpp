// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How one gets to see the rest of a table that is wider than a transcript: by the wheel, by its bar, or by keys.
#include "ui/chat/transcript.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace Slipway {

/// The row below a point where it can be moved sideways; else none.
TranscriptLayout::Seen Transcript::sidewaysAt(const QPoint &point) const
{
    const QPointF content = toContent(point);
    const TranscriptLayout::Seen seen = m_layout.rowAt(int(content.y()));
    const bool inside = seen.row && content.y() >= seen.top && content.y() < seen.top + seen.height;
    return inside && seen.row->sideways().isWide() ? seen : TranscriptLayout::Seen{};
}

void Transcript::moveSideways(const TranscriptLayout::Seen &seen, int by)
{
    if (seen.row->sideways().move(by))
        viewport()->update(areaOf(seen));
}

/// False where the wheel is not about going sideways, or there is nothing to go to.
bool Transcript::wheelSideways(const QWheelEvent *event)
{
    const bool isTurned = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool hasPixels = !event->pixelDelta().isNull();
    const QPoint delta = hasPixels ? event->pixelDelta() : event->angleDelta();
    const int along = delta.x() == 0 && isTurned ? delta.y() : delta.x();
    const TranscriptLayout::Seen seen = sidewaysAt(event->position().toPoint());
    if (!seen.row || along == 0 || (!isTurned && qAbs(delta.x()) < qAbs(delta.y())))
        return false;
    const int notch = 3 * verticalScrollBar()->singleStep();
    moveSideways(seen, hasPixels ? -along : -along * notch / QWheelEvent::DefaultDeltasPerStep);
    return true;
}

/// All that are seen, for none of them has the focus.
bool Transcript::stepSideways(int direction)
{
    bool any = false;
    const int from = m_top - 2 * Look::gap;
    m_layout.forEachBetween(from, from + viewport()->height(), [&](const TranscriptLayout::Seen &seen) {
        if (!seen.row->sideways().isWide())
            return;
        any = true;
        moveSideways(seen, direction * 2 * verticalScrollBar()->singleStep());
    });
    return any;
}

/// Takes hold of the bar; beside it, the bar comes to the pointer first.
bool Transcript::pressSideways(const QPoint &point)
{
    const TranscriptLayout::Seen seen = sidewaysAt(point);
    if (!seen.row)
        return false;
    const QRect room = seen.row->sidewaysRoom();
    const QPoint inRow = point - areaOf(seen).topLeft();
    if (!room.contains(inRow))
        return false;
    SidewaysView &view = seen.row->sideways();
    const QRect bar = view.bar(room);
    if (inRow.x() < bar.left() || inRow.x() > bar.right())
        moveSideways(seen, view.underBar(inRow.x() - bar.center().x()));
    m_sidewaysDrag = SidewaysDrag{seen.message, seen.place, point.x(), view.at()};
    return true;
}

void Transcript::dragSideways(int x)
{
    const TranscriptLayout::Seen seen = m_layout.find(m_sidewaysDrag->message, m_sidewaysDrag->row);
    if (!seen.row)
        return;
    const SidewaysView &view = seen.row->sideways();
    moveSideways(seen, m_sidewaysDrag->at + view.underBar(x - m_sidewaysDrag->pressed) - view.at());
}

} // namespace Slipway
