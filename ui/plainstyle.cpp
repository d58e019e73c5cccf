// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plainstyle.h"

#include "ui/look.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

namespace Slipway {

/// The further a handle is taken hold of, the nearer it comes to the colour of text.
static QColor handleColour(const QStyleOptionSlider &option)
{
    const bool isMeant = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool isHeld = isMeant && option.state.testFlag(QStyle::State_Sunken);
    const bool isUnderMouse = isMeant && option.state.testFlag(QStyle::State_MouseOver);
    const double share = isHeld ? 0.5 : isUnderMouse ? 0.35 : 0.2;
    return Look::blend(option.palette.color(QPalette::Text), option.palette.color(QPalette::Mid), share);
}

PlainStyle::PlainStyle(const QPalette *palette) : QProxyStyle(QStringLiteral("Fusion")), m_palette(palette) {}

/// A long word looks as finished in its button as a short one.
QSize PlainStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                   const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    constexpr int beside = 12;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty())
        size.setWidth(qMax(size.width(), contents.width() + 2 * beside));
    return size;
}

/// One that text is typed into, and has the focus.
static bool isTypedInto(const QStyleOption &option, const QWidget *widget)
{
    const auto *field = qobject_cast<const QPlainTextEdit *>(widget);
    return field && !field->isReadOnly() && option.state.testFlag(QStyle::State_HasFocus);
}

void PlainStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_Frame || !isTypedInto(*option, widget))
        return;
    const QColor mark = option->palette.color(QPalette::Highlight);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(mark);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->setPen(Look::blend(mark, option->palette.color(QPalette::Base), 0.3));
    painter->drawRect(option->rect.adjusted(1, 1, -2, -2));
    painter->restore();
}

void PlainStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element != CE_ToolBar) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QRect line = option->rect; // below it: ours stands at the top of its window
    line.setTop(line.bottom());
    painter->fillRect(line, option->palette.color(QPalette::Mid));
}

void PlainStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        drawScrollBar(*slider, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// Only whole rectangles of one colour: these are filled at once, and by this thread.
void PlainStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *widget) const
{
    const bool isUpright = option.orientation == Qt::Vertical;
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    QRect line = option.rect;
    isUpright ? line.setWidth(1) : line.setHeight(1);
    painter->fillRect(line, option.palette.color(QPalette::Mid));
    const bool canMove = option.state.testFlag(State_Enabled) && option.maximum > option.minimum;
    if (canMove) {
        constexpr int beside = 4;
        const QRect handle = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
        painter->fillRect(isUpright ? handle.adjusted(beside, 1, 1 - beside, -1)
                                    : handle.adjusted(1, beside, -1, 1 - beside),
                          handleColour(option));
    }
    drawArrow(SC_ScrollBarSubLine, option, painter, widget);
    drawArrow(SC_ScrollBarAddLine, option, painter, widget);
}

void PlainStyle::drawArrow(SubControl control, const QStyleOptionSlider &option, QPainter *painter,
                           const QWidget *widget) const
{
    QStyleOption arrow = option;
    arrow.rect = proxy()->subControlRect(CC_ScrollBar, &option, control, widget).adjusted(3, 3, -2, -2);
    if (arrow.rect.isEmpty())
        return;
    const bool isFirst = control == SC_ScrollBarSubLine;
    const bool isAtItsEnd = isFirst ? option.sliderValue <= option.minimum : option.sliderValue >= option.maximum;
    arrow.state.setFlag(State_Enabled, option.state.testFlag(State_Enabled) && !isAtItsEnd);
    const bool isUpright = option.orientation == Qt::Vertical;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const PrimitiveElement across = isFirst != isMirrored ? PE_IndicatorArrowLeft : PE_IndicatorArrowRight;
    const PrimitiveElement along = isFirst ? PE_IndicatorArrowUp : PE_IndicatorArrowDown;
    proxy()->drawPrimitive(isUpright ? along : across, &arrow, painter, widget);
}

} // namespace Slipway
