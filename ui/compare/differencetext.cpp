// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/differencetext.h"

#include "ui/look.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace Slipway {

static constexpr qsizetype longestLine = 1500;
static constexpr int sliceMilliseconds = 4;

DifferenceText::DifferenceText(Side side, QWidget *parent) : QPlainTextEdit(parent), m_side(side)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(Look::gap);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &DifferenceText::markSlice);
}

/// Line ends and tabs stay what they are.
static QString visibleText(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        QStringList parts = line.split(u'\t');
        for (QString &part : parts)
            part = Look::visible(part);
        line = parts.join(u'\t');
    }
    return lines.join(u'\n');
}

QString DifferenceText::readable(const QString &source)
{
    const QString text = visibleText(source);
    QString result;
    result.reserve(text.size() + text.size() / longestLine);
    qsizetype lineBegin = 0;
    qsizetype lastSpace = -1;
    for (const QChar c : text) {
        const bool isLineEnd = c == u'\n';
        if (result.size() - lineBegin >= longestLine && !isLineEnd && !c.isLowSurrogate()) {
            if (lastSpace > lineBegin) {
                result[lastSpace] = u'\n';
                lineBegin = lastSpace + 1;
            } else {
                result += u'\n';
                lineBegin = result.size();
            }
        }
        if (c == u' ')
            lastSpace = result.size();
        result += c;
        if (isLineEnd)
            lineBegin = result.size();
    }
    return result;
}

void DifferenceText::setReadable(const QString &text)
{
    m_slice.stop();
    m_spans.clear();
    if (text != toPlainText())
        setPlainText(text);
    else
        setMarks({});
}

void DifferenceText::setMarks(const QList<TextSpan> &spans)
{
    m_spans = spans;
    m_nextBlock = 0;
    m_slice.start();
}

void DifferenceText::markSlice()
{
    QElapsedTimer time;
    time.start();
    QTextBlock block = document()->findBlockByNumber(m_nextBlock);
    for (; block.isValid() && !time.hasExpired(sliceMilliseconds); block = block.next(), ++m_nextBlock)
        mark(block);
    if (!block.isValid())
        m_slice.stop();
}

QTextCharFormat DifferenceText::format() const
{
    const bool left = m_side == Side::Left;
    const Look::Tone tone = left ? Look::Tone::Bad : Look::Tone::Good;
    QTextCharFormat format;
    format.setForeground(Look::colour(tone, palette()));
    format.setBackground(Look::wash(tone, palette()));
    format.setFontStrikeOut(left);
    format.setFontUnderline(!left);
    return format;
}

void DifferenceText::mark(const QTextBlock &block)
{
    const qsizetype begin = block.position();
    const qsizetype end = begin + block.length() - 1;
    auto span = std::lower_bound(m_spans.begin(), m_spans.end(), begin,
                                 [](const TextSpan &one, qsizetype position) { return one.end() <= position; });
    QList<QTextLayout::FormatRange> ranges;
    for (; span != m_spans.end() && span->begin < end; ++span) {
        const qsizetype from = std::max(span->begin, begin);
        const qsizetype to = std::min(span->end(), end);
        if (from < to)
            ranges.append({int(from - begin), int(to - from), format()});
    }
    if (ranges == block.layout()->formats())
        return;
    block.layout()->setFormats(ranges);
    document()->markContentsDirty(block.position(), block.length());
}

void DifferenceText::choose(const TextSpan &span)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(span.begin));
    cursor.setPosition(int(span.end()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

qsizetype DifferenceText::firstSeen() const
{
    return cursorForPosition({Look::gap, Look::gap}).position();
}

void DifferenceText::bringToTop(qsizetype position)
{
    const QTextBlock block = document()->findBlock(int(position));
    if (!block.isValid())
        return;
    int line = block.firstLineNumber();
    if (block.layout()->lineCount() > 0)
        line += block.layout()->lineForTextPosition(int(position) - block.position()).lineNumber();
    verticalScrollBar()->setValue(line);
}

void DifferenceText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setMarks(m_spans);
}

} // namespace Slipway
