// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/notelabel.h"

#include <QEvent>

namespace Slipway {

NoteLabel::NoteLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(Look::small(font()));
    paintInTone();
}

void NoteLabel::setNote(const QString &text, std::optional<Look::Tone> tone)
{
    m_tone = tone;
    setText(text);
    paintInTone();
}

void NoteLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintInTone();
}

void NoteLabel::paintInTone()
{
    const QPalette around = parentWidget() ? parentWidget()->palette() : palette();
    const QColor wanted = m_tone ? Look::colour(*m_tone, around) : Look::secondary(around);
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

} // namespace Slipway
