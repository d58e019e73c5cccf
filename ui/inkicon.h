// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>
#include <QString>

namespace Slipway {

/// A drawing in one colour, made in the sizes that are shown and when they are: a window has a dozen icons, and shows
/// each in one size.
class InkIcon final : public QIconEngine
{
public:
    InkIcon(QString svgFile, const QColor &ink) : m_file(std::move(svgFile)), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override; ///< true where there is no such file

private:
    QString m_file;
    QColor m_ink;
};

} // namespace Slipway
