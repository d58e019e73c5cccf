// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/fieldnote.h"

#include "ui/look.h"

#include <QEvent>

namespace Slipway {

FieldNote::FieldNote(QWidget *field, QWidget *parent) : QLabel(parent), m_field(field)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(Look::small(font()));
    setContentsMargins(0, 0, 0, Look::smallGap);
    refresh();
}

void FieldNote::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void FieldNote::setProblem(const QString &problem)
{
    m_problem = problem;
    refresh();
}

QSize FieldNote::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()), fontMetrics().height() + Look::smallGap};
}

QSize FieldNote::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void FieldNote::refresh()
{
    setText(hasProblem() ? m_problem : m_hint);
    m_field->setAccessibleDescription(text());
    recolour();
}

void FieldNote::recolour()
{
    const QColor wanted = hasProblem() ? Look::colour(Look::Tone::Bad, palette()) : Look::secondary(palette());
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette mine = palette();
    mine.setColor(QPalette::WindowText, wanted);
    setPalette(mine);
}

void FieldNote::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace Slipway
