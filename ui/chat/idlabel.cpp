// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/idlabel.h"

#include "ui/look.h"
#include "ui/plaintext.h"

#include <QPainter>

namespace Slipway {

IdLabel::IdLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Look::monospace(font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void IdLabel::setId(const QString &id)
{
    setText(Look::visibleId(id));
    setToolTip(Look::toolTip(text()));
}

QSize IdLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, QLabel::minimumSizeHint().height()};
}

void IdLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace Slipway
