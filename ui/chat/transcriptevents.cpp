// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a transcript does with keys and the pointer.
#include "ui/chat/linktarget.h"
#include "ui/chat/transcript.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include <limits>
#include <utility>

namespace Slipway {

/// Where a link leads, and why it does not where it is not opened.
QString Transcript::linkTip(const QString &link) const
{
    constexpr qsizetype longest = 500;
    const QString shown = Look::visible(link.left(longest)) + (link.size() > longest ? QStringLiteral("…") : QString());
    if (mayBeOpened(link))
        return Look::toolTip(shown);
    return Look::toolTip(shown + u'\n' + tr("Only https links are opened. The menu copies the address of this one."));
}

QPointF Transcript::toContent(const QPoint &point) const
{
    return QPointF(point) + QPointF(-2.0 * Look::gap, m_top - 2.0 * Look::gap);
}

QString Transcript::linkAt(const QPoint &point) const
{
    const QPointF content = toContent(point);
    const TranscriptLayout::Seen seen = m_layout.rowAt(int(content.y()));
    const bool inside = seen.row && content.y() >= seen.top && content.y() < seen.top + seen.height;
    return inside ? seen.row->linkAt(content - QPointF(0, seen.top)) : QString();
}

QString Transcript::selectedText() const
{
    return m_layout.plainText(m_selection);
}

QString Transcript::selectedMarkdown() const
{
    return m_layout.markdown(m_selection);
}

QString Transcript::replyMarkdown(int index) const
{
    return m_layout.messages()[size_t(index)]->markdown();
}

void Transcript::selectAll()
{
    if (m_asleep > 0) {
        wakeSome(std::numeric_limits<qsizetype>::max());
        relayout();
    }
    select(m_layout.everything());
}

void Transcript::select(const TextRange &range)
{
    m_selection = range;
    viewport()->update();
}

void Transcript::copy(const QString &text)
{
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copyRequested(text);
}

void Transcript::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy(selectedText());
    else if (event->matches(QKeySequence::FindNext))
        findNext();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        followEnd();
    else if (event->key() == Qt::Key_PageUp)
        scrollBy(-viewport()->height() + 3 * fontMetrics().lineSpacing());
    else if (event->key() == Qt::Key_PageDown)
        scrollBy(viewport()->height() - 3 * fontMetrics().lineSpacing());
    else if (event->key() == Qt::Key_Up)
        scrollBy(-bar->singleStep());
    else if (event->key() == Qt::Key_Down)
        scrollBy(bar->singleStep());
    else if ((event->key() == Qt::Key_Left && stepSideways(-1)) || (event->key() == Qt::Key_Right && stepSideways(1)))
        event->accept();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void Transcript::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || pressSideways(event->pos()))
        return;
    m_pressedAt = event->pos();
    m_pressedLink = linkAt(event->pos());
    m_dragging = true;
    hold();
    const TextPlace place = m_layout.textPlaceAt(toContent(event->pos()));
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    select({extend ? m_selection.anchor : place, place});
}

Qt::CursorShape Transcript::cursorAt(const QPoint &point) const
{
    const TranscriptLayout::Seen wide = sidewaysAt(point);
    if (wide.row && wide.row->sidewaysRoom().contains(point - areaOf(wide).topLeft()))
        return Qt::ArrowCursor;
    return linkAt(point).isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor;
}

void Transcript::mouseMoveEvent(QMouseEvent *event)
{
    if (m_sidewaysDrag) {
        dragSideways(event->pos().x());
        return;
    }
    if (!m_dragging) {
        const Qt::CursorShape shape = cursorAt(event->pos());
        if (viewport()->cursor().shape() != shape)
            viewport()->setCursor(shape);
        return;
    }
    dragTo(event->pos());
    const bool outside = event->pos().y() < 0 || event->pos().y() > viewport()->height();
    if (outside && !m_dragScroll.isActive())
        m_dragScroll.start(30, this);
    else if (!outside)
        m_dragScroll.stop();
}

/// Text that runs away below the pointer cannot be selected.
void Transcript::hold()
{
    m_holding = std::exchange(m_following, false) || m_holding;
}

/// What was selected while the text grows stays in sight; the button brings the end back.
void Transcript::letGo()
{
    if (!std::exchange(m_holding, false))
        return;
    const bool grows = count() > 0 && m_layout.messages().back()->isGrowing();
    const bool atEnd = m_top >= verticalScrollBar()->maximum();
    if (hasSelection() && (grows || !atEnd))
        placeLatest();
    else
        followEnd();
}

void Transcript::dragTo(const QPoint &point)
{
    const TextPlace head = m_layout.textPlaceAt(toContent(point));
    if (head != m_selection.head)
        select({m_selection.anchor, head});
}

void Transcript::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - viewport()->height());
    scrollBy(qBound(-120, beyond, 120));
    dragTo(point);
}

void Transcript::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || std::exchange(m_sidewaysDrag, std::nullopt))
        return;
    m_dragScroll.stop();
    m_dragging = false;
    const int moved = (event->pos() - m_pressedAt).manhattanLength();
    const QString link = std::exchange(m_pressedLink, {});
    const bool clicked = moved < QGuiApplication::styleHints()->startDragDistance() && linkAt(event->pos()) == link;
    letGo();
    if (link.isEmpty() || !clicked)
        return;
    if (mayBeOpened(link)) {
        Q_EMIT linkActivated(QUrl(link, QUrl::StrictMode));
        return;
    }
    QToolTip::showText(event->globalPosition().toPoint(), linkTip(link), viewport());
    Q_EMIT linkRefused(link);
}

void Transcript::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPointF content = toContent(event->pos());
    const TranscriptLayout::Seen seen = m_layout.rowAt(int(content.y()));
    if (event->button() != Qt::LeftButton || !seen.row)
        return;
    hold();
    const TranscriptRow::Selected word = seen.row->wordAt(seen.row->positionAt(content - QPointF(0, seen.top)));
    select({{seen.message, seen.place, word.from}, {seen.message, seen.place, word.to}});
}

bool Transcript::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Wheel && wheelSideways(static_cast<QWheelEvent *>(event)))
        return true;
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString link = linkAt(help->pos());
    if (link.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), linkTip(link), viewport());
    return true;
}

void Transcript::contextMenuEvent(QContextMenuEvent *event)
{
    const TranscriptLayout::Seen seen = m_layout.rowAt(int(toContent(event->pos()).y()));
    menuFor(seen.row ? seen.message : -1, linkAt(event->pos()))->popup(event->globalPos());
}

void Transcript::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void Transcript::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void Transcript::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_allDirty = true;
    relayout();
}

void Transcript::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    rehearse();
}

void Transcript::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace Slipway
