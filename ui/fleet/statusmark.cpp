// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/statusmark.h"

#include <QPainter>
#include <QPainterPath>

namespace Slipway {

static void paintRing(QPainter *painter, const QRectF &box, const QColor &ink, qreal stroke)
{
    painter->setPen(QPen(ink, stroke));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
}

static void paintHalf(QPainter *painter, const QRectF &box, const QColor &ink)
{
    QPainterPath left;
    left.moveTo(box.center().x(), box.top());
    left.arcTo(box, 90, 180);
    left.closeSubpath();
    painter->fillPath(left, ink);
}

static void paintCross(QPainter *painter, const QRectF &box, const QColor &ink)
{
    const qreal inset = box.width() * 0.14;
    const QRectF cross = box.adjusted(inset, inset, -inset, -inset);
    painter->setPen(QPen(ink, box.width() * 0.22, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(cross.topLeft(), cross.bottomRight());
    painter->drawLine(cross.topRight(), cross.bottomLeft());
}

void paintGlyph(QPainter *painter, const QRectF &box, Glyph glyph, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal stroke = box.width() * 0.16;
    switch (glyph) {
    case Glyph::Disc:
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(box);
        break;
    case Glyph::HalfDisc:
        paintRing(painter, box, ink, stroke);
        paintHalf(painter, box, ink);
        break;
    case Glyph::Ring:
        paintRing(painter, box, ink, stroke);
        break;
    case Glyph::Cross:
        paintCross(painter, box, ink);
        break;
    case Glyph::Square:
        painter->fillRect(box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), ink);
        break;
    }
    painter->restore();
}

void paintProgress(QPainter *painter, const QRectF &bar, double share, const QColor &ink, const QColor &track)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const qreal radius = bar.height() / 2;
    painter->setBrush(track);
    painter->drawRoundedRect(bar, radius, radius);
    if (share > 0) {
        painter->setBrush(ink);
        const qreal width = qMax(bar.height(), bar.width() * share);
        painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(width, bar.height())), radius, radius);
    }
    painter->restore();
}

QIcon glyphIcon(Glyph glyph, const QColor &ink, int side, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintGlyph(&painter, QRectF(1, 1, side - 2, side - 2), glyph, ink);
    return QIcon(pixmap);
}

} // namespace Slipway
