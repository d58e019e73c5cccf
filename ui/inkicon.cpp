// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inkicon.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Slipway {

static QPixmap drawn(const QString &file, const QColor &ink, const QSize &size)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), ink);
    return pixmap;
}

void InkIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const double scale = painter->device()->devicePixelRatio();
    QPixmap shown = pixmap(rect.size() * scale, mode, state);
    shown.setDevicePixelRatio(scale);
    painter->drawPixmap(rect.topLeft(), shown);
}

QPixmap InkIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    if (size.isEmpty())
        return {};
    QColor ink = m_ink;
    if (mode == QIcon::Disabled)
        ink.setAlphaF(0.4F);
    const QString key =
        QStringLiteral("%1 %2 %3x%4").arg(m_file, ink.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap known;
    if (!QPixmapCache::find(key, &known)) {
        known = drawn(m_file, ink, size);
        QPixmapCache::insert(key, known);
    }
    return known;
}

QIconEngine *InkIcon::clone() const
{
    return new InkIcon(*this);
}

bool InkIcon::isNull()
{
    return !QFile::exists(m_file);
}

} // namespace Slipway
