// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fleet/words.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace Slipway {

/// Draws a status' shape, filling the square `box`; drawn, not a letter, so that it is the same with every font.
void paintGlyph(QPainter *painter, const QRectF &box, Glyph glyph, const QColor &ink);

/// Draws the thin bar of a change: a full-width track and `share` (0 to 1) of it filled.
void paintProgress(QPainter *painter, const QRectF &bar, double share, const QColor &ink, const QColor &track);

QIcon glyphIcon(Glyph glyph, const QColor &ink, int side, qreal devicePixelRatio);

} // namespace Slipway
