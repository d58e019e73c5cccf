// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/delegates.h"

#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/statusmark.h"

#include <QApplication>
#include <QPainter>
#include <QtMath>

namespace Slipway {

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

namespace {

QColor textColour(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(groupOf(option), selected ? QPalette::HighlightedText : QPalette::Text);
}

/// The colours of one status cell. On a selected row everything takes the selection's text colour: no tone is readable
/// on every accent colour.
struct Inks
{
    QColor mark;
    QColor word;
    QColor track;
};

Inks inksOf(const QStyleOptionViewItem &option, Look::Tone tone)
{
    const QColor text = textColour(option);
    Inks inks{text, text, text};
    inks.track.setAlphaF(0.25F);
    if (option.state & QStyle::State_Selected)
        return inks;
    inks.mark = Look::colour(tone, option.palette);
    if (tone == Look::Tone::Bad || tone == Look::Tone::Warning || tone == Look::Tone::Idle)
        inks.word = inks.mark;
    return inks;
}

constexpr int padding = 6;

/// Most cells have none but the row's, which the view paints; and only the current one has more than that.
void paintBackground(QPainter *painter, const QStyleOptionViewItem &cell)
{
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const QStyle::State marked = QStyle::State_Selected | QStyle::State_MouseOver;
    if (cell.state & QStyle::State_HasFocus) {
        QStyleOptionViewItem background = cell;
        background.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &background, painter, cell.widget);
    } else if (cell.state & marked || cell.backgroundBrush.style() != Qt::NoBrush) {
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    }
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    painter->save();
    paintContent(painter, cell, index);
    painter->restore();
}

int CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &box,
                            const QColor &ink) const
{
    const ShapedTexts::Line &line = m_texts.line(cell, box.width());
    const Qt::Alignment across = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    double x = box.left();
    if (across & Qt::AlignRight)
        x += box.width() - line.size.width();
    else if (across & Qt::AlignHCenter)
        x += (box.width() - line.size.width()) / 2;
    painter->setFont(cell.font);
    painter->setPen(ink);
    painter->drawStaticText(QPointF(x, box.top() + (box.height() - line.size.height()) / 2), line.text);
    return qCeil(line.size.width());
}

void CellDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &) const
{
    if (!cell.text.isEmpty())
        paintText(painter, cell, cell.rect.adjusted(padding, 0, -padding, 0), textColour(cell));
}

void StatusDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    constexpr int longestBar = 48;
    constexpr int shortestBar = 16;
    const Inks inks = inksOf(cell, Look::Tone(index.data(FleetProxy::ToneRole).toInt()));
    const auto placed = [&cell](const QRect &box) { return QStyle::visualRect(cell.direction, cell.rect, box); };
    const int side = (cell.fontMetrics.ascent() * 4 / 5) | 1;
    QRect mark(0, 0, side, side);
    mark.moveCenter({cell.rect.left() + padding + side / 2, cell.rect.center().y()});
    const QRect word = cell.rect.adjusted(padding + side + Look::gap, 0, -padding, 0);
    paintGlyph(painter, placed(mark), Glyph(index.data(FleetProxy::GlyphRole).toInt()), inks.mark);
    const int used = paintText(painter, cell, placed(word), inks.word) + Look::gap;

    const QVariant progress = index.data(FleetProxy::ProgressRole);
    QRect bar(word.left() + used, word.center().y() - 1, qMin(longestBar, word.width() - used), 4);
    if (progress.isValid() && bar.width() >= shortestBar)
        paintProgress(painter, placed(bar), progress.toDouble(), inks.mark, inks.track);
}

const QFont &IdDelegate::monospace(const QFont &base) const
{
    if (!m_made || m_base != base) {
        m_base = base;
        m_monospace = Look::monospace(base);
        m_made = true;
    }
    return m_monospace;
}

void IdDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (m_face == Face::Plain)
        return;
    option->font = monospace(option->font);
    option->fontMetrics = QFontMetrics(option->font);
}

} // namespace Slipway
