// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/notice.h"

#include <QPainter>

namespace Slipway {

Notice::Notice(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void Notice::say(Look::Tone tone, const QString &text)
{
    m_tone = tone;
    const int side = tone == Look::Tone::Idle ? 0 : Look::gap;
    setContentsMargins(side + (side > 0 ? Look::smallGap : 0), Look::gap, side, Look::gap);
    setText(text);
    setAccessibleName(text);
    update();
}

void Notice::paintEvent(QPaintEvent *event)
{
    if (m_tone != Look::Tone::Idle) {
        QPainter painter(this);
        painter.fillRect(rect(), Look::wash(m_tone, palette()));
        painter.fillRect(QRect(0, 0, Look::smallGap, height()), Look::colour(m_tone, palette()));
    }
    QLabel::paintEvent(event);
}

} // namespace Slipway
