// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/shapedtexts.h"

#include <QTextOption>

#include <memory>

namespace Slipway {

/// Elided, and without anything that would begin a second line.
static QString fittingText(const QStyleOptionViewItem &cell, int width)
{
    QString text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, width);
    for (const QChar end : {QChar(u'\n'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        text.replace(end, u' ');
    return text;
}

const ShapedTexts::Line &ShapedTexts::line(const QStyleOptionViewItem &cell, int width)
{
    if (m_font != cell.font) {
        m_lines.clear();
        m_font = cell.font;
    }
    const Key key{cell.text, width, cell.textElideMode, cell.direction};
    if (const Line *known = m_lines.object(key))
        return *known;
    ++m_shapings;
    QTextOption option;
    option.setTextDirection(cell.direction);
    option.setWrapMode(QTextOption::NoWrap);
    auto line = std::make_unique<Line>();
    line->text.setTextFormat(Qt::PlainText);
    line->text.setTextOption(option);
    line->text.setText(fittingText(cell, width));
    line->text.prepare({}, cell.font);
    line->size = line->text.size();
    Line *kept = line.get();
    m_lines.insert(key, line.release());
    return *kept;
}

} // namespace Slipway
