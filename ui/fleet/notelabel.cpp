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
    m_heights.forget();
    setText(text);
    paintInTone();
}

void NoteLabel::reserve(int lines, const QString &text)
{
    setMinimumHeight(lines * fontMetrics().lineSpacing());
    if (text == m_reserved)
        return;
    m_reserved = text;
    m_heights.forget();
    updateGeometry();
}

int NoteLabel::heightForWidth(int width) const
{
    return m_heights.at(width, [&] { return measuredHeight(width); });
}

int NoteLabel::measuredHeight(int width) const
{
    constexpr int anyHeight = 10'000;
    const QRect reserved = fontMetrics().boundingRect(0, 0, width, anyHeight, Qt::TextWordWrap, m_reserved);
    return qMax(QLabel::heightForWidth(width), m_reserved.isEmpty() ? 0 : reserved.height());
}

void NoteLabel::changeEvent(QEvent *event)
{
    m_heights.forget();
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
