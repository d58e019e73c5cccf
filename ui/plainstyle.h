// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QProxyStyle>

class QStyleOptionSlider;

namespace Slipway {

/// Fusion with a palette of one's own, room beside the words of a button, and a mark of the focus around fields of
/// several lines, as those of one line have it. Scroll bars and tool bars are plain: Qt hands the gradients and the
/// see-through lines of Fusion's to other threads, and waits for these in each paint of a window.
class PlainStyle : public QProxyStyle
{
public:
    explicit PlainStyle(const QPalette *palette); ///< that of the moment it is asked for; outlives this

    using QProxyStyle::polish;
    void polish(QPalette &palette) override { palette = *m_palette; }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *widget) const;
    void drawArrow(SubControl control, const QStyleOptionSlider &option, QPainter *painter,
                   const QWidget *widget) const;

    const QPalette *m_palette;
};

} // namespace Slipway
