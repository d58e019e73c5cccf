// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/statusbanner.h"

#include "ui/fleet/statusmark.h"

#include <QPainter>
#include <QStyle>

namespace Slipway {

constexpr int barHeight = 4;

StatusBanner::StatusBanner(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("statusBanner"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StatusBanner::show(const State &state)
{
    if (state == m_state)
        return;
    m_state = state;
    setAccessibleName(state.note.isEmpty() ? state.word : tr("%1, %2").arg(state.word, state.note));
    update();
}

QSize StatusBanner::sizeHint() const
{
    // Room for the bar is kept when there is none, so that what is below stays where it is.
    return {0, QFontMetrics(Look::title(font())).height() + Look::gap + barHeight};
}

void StatusBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto placed = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const int across = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const QColor ink = Look::colour(m_state.tone, palette());
    const QFont large = Look::title(font());
    const QFontMetrics metrics(large);
    const QRect line(0, 0, width(), metrics.height());
    const int side = metrics.ascent();
    paintGlyph(&painter, placed({1, (line.height() - side) / 2, side, side}), m_state.glyph, ink);

    QRect word = line.adjusted(side + Look::gap, 0, 0, 0);
    const QString text = metrics.elidedText(m_state.word, Qt::ElideRight, word.width());
    painter.setFont(large);
    painter.setPen(ink);
    painter.drawText(placed(word), across | Qt::AlignVCenter, text);

    const QRect note = word.adjusted(metrics.horizontalAdvance(text) + Look::gap, 0, 0, 0);
    painter.setFont(font());
    painter.setPen(Look::secondary(palette()));
    painter.drawText(placed(note), across | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_state.note, Qt::ElideRight, note.width()));

    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(0.2F);
    if (m_state.share)
        paintProgress(&painter, QRectF(0, line.height() + Look::smallGap, width(), barHeight), *m_state.share, ink,
                      track);
}

} // namespace Slipway
