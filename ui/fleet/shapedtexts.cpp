// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/shapedtexts.h"

#include <QTextOption>

#include <memory>

namespace Slipway {

static QString singleLine(QString text)
{
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
    // Eliding shapes a text to measure it: what fits, as most does, is spared that, and shaping again in another width.
    const QString text = singleLine(cell.text);
    if (text.size() <= longestWhole) {
        const Line &whole = shaped({text, 0, Qt::ElideNone, cell.direction}, cell.fontMetrics);
        if (whole.size.width() <= width)
            return whole;
    }
    return shaped({text, width, cell.textElideMode, cell.direction}, cell.fontMetrics);
}

const ShapedTexts::Line &ShapedTexts::shaped(const Key &key, const QFontMetrics &metrics)
{
    if (const Line *known = m_lines.object(key))
        return *known;
    ++m_shapings;
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    auto line = std::make_unique<Line>();
    line->text.setTextFormat(Qt::PlainText);
    line->text.setTextOption(option);
    line->text.setText(metrics.elidedText(key.text, key.mode, key.width)); // as it is where the mode is none
    line->text.prepare({}, m_font);
    line->size = line->text.size();
    Line *kept = line.release();
    m_lines.insert(key, kept);
    return *kept;
}

} // namespace Slipway
