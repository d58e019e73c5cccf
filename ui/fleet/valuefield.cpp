// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/valuefield.h"

#include "ui/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Slipway {

constexpr int innerMargin = 2; // what a line edit keeps free beside its text

ValueField::ValueField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setFrame(false);
    setTextMargins(-innerMargin, 0, 0, 0); // in line with the labels above and below
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
}

void ValueField::setValue(const QString &value)
{
    if (value == m_value && !text().isEmpty())
        return;
    m_value = value;
    const QString shown = Look::visible(value);
    setText(shown);
    setCursorPosition(0);
    setToolTip(Look::toolTip(shown));
}

void ValueField::setElide(Qt::TextElideMode elide)
{
    m_elide = elide;
    update();
}

QSize ValueField::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + Look::gap, fontMetrics().height() + 2};
}

QSize ValueField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height() + 2};
}

void ValueField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !hasSelectedText())
        QGuiApplication::clipboard()->setText(m_value);
    else
        QLineEdit::keyPressEvent(event);
}

void ValueField::paintEvent(QPaintEvent *event)
{
    const int room = width() - innerMargin;
    if (hasFocus() || hasSelectedText() || fontMetrics().horizontalAdvance(text()) <= room) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(0, 0, -innerMargin, 0), int(Qt::AlignVCenter | Qt::AlignLeft),
                     fontMetrics().elidedText(text(), m_elide, room));
}

} // namespace Slipway
