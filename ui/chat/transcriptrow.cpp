// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcriptrow.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextLayout>
#include <QTextList>

#include <cmath>

namespace Slipway {

TranscriptRow::TranscriptRow(TranscriptRow::Kind kind, MarkdownBlock block, Look::Tone tone) :
    m_kind(kind), m_tone(tone), m_block(std::move(block))
{
}

bool TranscriptRow::isCode() const
{
    return m_block.kind == MarkdownBlock::Kind::Code && (m_kind == Kind::Answer || m_kind == Kind::Thinking);
}

static QStringView withoutEnd(QStringView text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

bool TranscriptRow::adopt(const MarkdownBlock &block)
{
    const bool same = block.kind == m_block.kind && block.code == m_block.code && block.prefix == m_block.prefix &&
                      block.indent == m_block.indent && block.continues == m_block.continues &&
                      withoutEnd(block.source) == withoutEnd(m_block.source);
    if (same)
        m_block = block;
    return same;
}

void TranscriptRow::setButtonRoom(const QSize &room)
{
    if (m_buttonRoom == room)
        return;
    m_buttonRoom = room;
    m_width = 0;
}

int TranscriptRow::gapAbove() const
{
    if (m_block.continues)
        return 0;
    switch (m_kind) {
    case Kind::Speaker:
        return 2 * Look::gap;
    case Kind::Footer:
    case Kind::Prompt:
    case Kind::Fold:
        return Look::smallGap;
    case Kind::Thinking:
    case Kind::Notice:
        return Look::gap;
    case Kind::Answer:
        break;
    }
    if (m_block.kind == MarkdownBlock::Kind::ListItem)
        return Look::smallGap;
    return m_block.kind == MarkdownBlock::Kind::Heading ? Look::gap + Look::smallGap : Look::gap;
}

TranscriptRow::Frame TranscriptRow::frame() const
{
    Frame frame;
    frame.right = isCode() ? m_codeRoom : m_hasButtonsBelow ? 0 : m_buttonRoom.width();
    if (m_kind == Kind::Thinking)
        frame.left = Look::gap + Look::smallGap;
    if (m_kind == Kind::Prompt || m_kind == Kind::Notice) {
        frame.left = m_kind == Kind::Notice ? Look::gap + Look::smallGap : Look::gap;
        frame.right = Look::gap;
        frame.top = m_block.continues ? 0 : Look::gap - 2;
        frame.bottom = Look::gap - 2;
    }
    if (m_kind == Kind::Fold || m_kind == Kind::Footer)
        frame.top = frame.bottom = Look::smallGap;
    frame.bottom += m_hasButtonsBelow ? m_buttonRoom.height() : 0;
    if (m_block.indent >= 2)
        frame.left += (qMin(m_block.indent, 12) + 3) / 4 * 3 * Look::gap;
    if (isCode()) {
        frame.left += Look::gap;
        frame.right += Look::gap;
        frame.top = m_block.continues ? 0 : Look::gap;
        frame.bottom = Look::gap;
    }
    return frame;
}

QColor TranscriptRow::ink(const TextStyle &style) const
{
    switch (m_kind) {
    case Kind::Speaker:
    case Kind::Fold:
    case Kind::Footer:
    case Kind::Thinking:
        return style.secondary;
    case Kind::Prompt:
    case Kind::Answer:
    case Kind::Notice:
        break;
    }
    return style.text;
}

static QString withoutLineEnd(QString text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

std::unique_ptr<QTextDocument> TranscriptRow::make(const TextStyle &style) const
{
    switch (m_kind) {
    case Kind::Thinking:
    case Kind::Answer:
        return isCode() ? plainDocument(withoutLineEnd(m_block.code), style.mono) : markdownDocument(m_block, style);
    case Kind::Speaker: {
        QFont bold = style.small;
        bold.setWeight(QFont::Bold);
        return plainDocument(m_block.source, bold);
    }
    case Kind::Footer: // a line never ends with a dot
        return plainDocument(QString(m_block.source).replace(QStringLiteral(" · "), QStringLiteral(" ·\u00a0")),
                             style.small);
    case Kind::Fold:
        return plainDocument(m_block.source, style.small);
    case Kind::Prompt:
    case Kind::Notice:
        break;
    }
    return plainDocument(withoutLineEnd(m_block.source), style.font);
}

const QTextDocument *TranscriptRow::document(const TextStyle &style) const
{
    if (!m_document) {
        m_document = make(style);
        for (QTextBlock line = m_document->begin(); line.isValid(); line = line.next())
            line.layout()->setCacheEnabled(true); // or every line is shaped again each time it is drawn
        colour(style);
    }
    return m_document.get();
}

bool TranscriptRow::setTokens(const QList<CodeToken> &tokens, const TextStyle &style)
{
    m_tokens = tokens;
    if (m_document)
        colour(style);
    return m_document != nullptr;
}

void TranscriptRow::colour(const TextStyle &style) const
{
    auto token = m_tokens.begin();
    for (QTextBlock line = m_document->begin(); line.isValid() && token != m_tokens.end(); line = line.next()) {
        QList<QTextLayout::FormatRange> ranges;
        for (; token != m_tokens.end() && token->line == line.blockNumber(); ++token) {
            QTextCharFormat format;
            format.setForeground(style.codeColour(token->kind));
            ranges.append({token->from, token->length, format});
        }
        if (!ranges.isEmpty())
            line.layout()->setFormats(ranges);
    }
    if (!m_tokens.isEmpty())
        m_document->markContentsDirty(0, m_document->characterCount()); // lines with other formats are not drawn before
}

int TranscriptRow::guess(const TextStyle &style, int width) const
{
    if (withoutEnd(m_block.source).isEmpty() && (m_kind == Kind::Answer || m_kind == Kind::Thinking))
        return 0;
    const QStringView text = withoutEnd(isCode() ? m_block.code : m_block.source);
    const TextStyle::Grid &grid = isCode() ? style.monoGrid : style.grid;
    m_codeRoom = style.codeRoom;
    const Frame around = frame();
    const int perLine = qMax(4, (width - around.left - around.right) / grid.column);
    const auto breaks = text.count(u'\n') + 1;
    const bool manyLines = isCode() || m_block.kind == MarkdownBlock::Kind::Table;
    const auto lines = manyLines ? breaks : qMax(breaks, text.size() / perLine + 1);
    return int(lines) * grid.line + around.top + around.bottom;
}

int TranscriptRow::height(const TextStyle &style, int width) const
{
    if (m_width == width)
        return m_height;
    if (m_guessWidth != width) {
        m_guess = guess(style, width);
        m_guessWidth = width;
    }
    return m_guess;
}

double TranscriptRow::lineWidth() const
{
    m_document->setTextWidth(-1);
    return m_document->idealWidth();
}

bool TranscriptRow::layOut(const TextStyle &style, int width)
{
    if (isLaidOut(width))
        return false;
    const int before = height(style, width);
    document(style);
    m_hasButtonsBelow = m_buttonRoom.width() > 0 && lineWidth() > width - m_buttonRoom.width();
    m_codeRoom = style.codeRoom;
    const Frame around = frame();
    fit(qMax(40, width - around.left - around.right));
    const bool blank = m_document->isEmpty() && (m_kind == Kind::Answer || m_kind == Kind::Thinking);
    const bool nothing = blank && (!isCode() || m_block.continues);
    m_height = nothing ? 0 : int(std::ceil(m_document->size().height() * m_scale)) + around.top + around.bottom;
    m_height += m_sideways.isWide() ? SidewaysView::barRoom : 0;
    m_width = width;
    return m_height != before;
}

void TranscriptRow::release()
{
    m_document.reset();
}

void TranscriptRow::forget()
{
    m_document.reset();
    m_width = 0;
    m_guessWidth = 0;
}

void TranscriptRow::drawGround(QPainter *painter, const TextStyle &style, const QPalette &palette) const
{
    const Frame around = frame();
    const QRect whole(0, 0, m_width, m_height);
    if (m_kind == Kind::Prompt)
        painter->fillRect(whole, style.codeGround);
    if (m_kind == Kind::Notice) {
        painter->fillRect(whole, Look::wash(m_tone, palette));
        painter->fillRect(QRect(0, 0, 3, m_height), Look::colour(m_tone, palette));
    }
    if (m_kind == Kind::Thinking)
        painter->fillRect(QRect(0, -gapAbove(), 2, m_height + gapAbove()), style.line); // one bar for all of it
    if (isCode())
        painter->fillRect(whole.adjusted(around.left - Look::gap, 0, 0, 0), style.codeGround);
    else if (m_block.kind == MarkdownBlock::Kind::Quote)
        painter->fillRect(QRect(around.left, 0, 3, m_height), style.line);
}

void TranscriptRow::draw(QPainter *painter, const QRectF &clip, const TextStyle &style, const QPalette &palette,
                         Selected selected) const
{
    if (!m_document || m_height == 0)
        return;
    drawGround(painter, style, palette);
    const Frame around = frame();
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette;
    context.palette.setColor(QPalette::Text, ink(style));
    context.palette.setColor(QPalette::Dark, style.line); // what a rule is drawn with
    const QRectF inside = clip.translated(m_sideways.at() - around.left, -around.top);
    context.clip = QRectF(inside.topLeft() / m_scale, inside.size() / m_scale);
    if (selected.from < selected.to && m_kind != Kind::Fold) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = QTextCursor(m_document.get());
        selection.cursor.setPosition(selected.from);
        selection.cursor.setPosition(qMin(selected.to, m_document->characterCount() - 1), QTextCursor::KeepAnchor);
        selection.format.setBackground(palette.brush(QPalette::Highlight));
        selection.format.setForeground(palette.brush(QPalette::HighlightedText));
        context.selections.append(selection);
    }
    painter->save();
    painter->translate(around.left, around.top);
    if (m_sideways.isWide())
        drawSideways(painter, style);
    painter->scale(m_scale, m_scale);
    m_document->documentLayout()->draw(painter, context);
    if (!isCode() && m_block.kind == MarkdownBlock::Kind::ListItem)
        drawTicks(painter, ink(style));
    painter->restore();
}

/// Into the boxes that Qt drew before the tasks that are done.
void TranscriptRow::drawTicks(QPainter *painter, const QColor &ink) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (QTextBlock line = m_document->begin(); line.isValid(); line = line.next()) {
        if (!line.blockFormat().boolProperty(taskIsDone) || line.layout()->lineCount() == 0)
            continue;
        const QFontMetricsF metrics(line.charFormat().font().resolve(m_document->defaultFont()));
        const double size = metrics.lineSpacing() / 3;
        const double half = size / 2 + metrics.lineSpacing() / 6;
        const QPointF text = line.layout()->position() + line.layout()->lineAt(0).naturalTextRect().topLeft();
        const double left = text.x() - metrics.horizontalAdvance(u' ') - size - metrics.lineSpacing() / 6;
        const QPointF middle(left + size / 2, text.y() + metrics.height() / 2);
        painter->setPen(QPen(ink, qMax(1.5, half / 4)));
        painter->drawPolyline(QPolygonF{middle + QPointF(-0.6, 0) * half, middle + QPointF(-0.1, 0.5) * half,
                                        middle + QPointF(0.65, -0.6) * half});
    }
}

QPointF TranscriptRow::inDocument(const QPointF &point) const
{
    const Frame around = frame();
    return (point - QPointF(around.left - m_sideways.at(), around.top)) / m_scale;
}

std::optional<TranscriptRow::Selected> TranscriptRow::find(const TextStyle &style, const QString &word, int from) const
{
    const QTextCursor found = document(style)->find(word, from);
    return found.isNull() ? std::nullopt : std::optional(Selected{found.selectionStart(), found.selectionEnd()});
}

int TranscriptRow::topOf(int position) const
{
    if (!m_document)
        return 0;
    const QTextBlock block = m_document->findBlock(position);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    const double inBlock = line.isValid() ? line.y() : 0;
    const double top = m_document->documentLayout()->blockBoundingRect(block).top() + inBlock;
    return int(top * m_scale) + frame().top;
}

int TranscriptRow::positionAt(const QPointF &point) const
{
    if (!m_document)
        return 0;
    return m_document->documentLayout()->hitTest(inDocument(point), Qt::FuzzyHit);
}

QString TranscriptRow::linkAt(const QPointF &point) const
{
    const bool isHidden = m_sideways.isWide() && (point.x() < frame().left || point.x() > sidewaysRoom().right());
    if (!m_document || m_kind == Kind::Prompt || m_kind == Kind::Notice || isHidden)
        return {};
    return m_document->documentLayout()->anchorAt(inDocument(point));
}

TranscriptRow::Selected TranscriptRow::wordAt(int position) const
{
    if (!m_document)
        return {};
    QTextCursor cursor(m_document.get());
    cursor.setPosition(qMin(position, m_document->characterCount() - 1));
    cursor.select(QTextCursor::WordUnderCursor);
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

/// What stands before an item on screen and is no text: how far it is indented, and its mark.
static QString markOf(const QTextBlock &line)
{
    const QTextList *list = line.textList();
    if (!list)
        return {};
    const int depth = qMax(0, list->format().indent() + line.blockFormat().indent() - 1);
    const QString indent(qsizetype{2} * depth, u' ');
    switch (line.blockFormat().marker()) {
    case QTextBlockFormat::MarkerType::Unchecked:
        return indent +
               (line.blockFormat().boolProperty(taskIsDone) ? QStringLiteral("\u2611 ") : QStringLiteral("\u2610 "));
    case QTextBlockFormat::MarkerType::Checked:
    case QTextBlockFormat::MarkerType::NoMarker:
        break;
    }
    const bool bullet = list->format().style() > QTextListFormat::ListDecimal; // bullets are -1 to -3, numbers below
    return indent + (bullet ? QStringLiteral("\u2022 ") : list->itemText(line) + u' ');
}

/// From a document of its own where none is laid out: one that only looks as if it were would be drawn at any width.
QString TranscriptRow::text(const TextStyle &style, int from, int to) const
{
    const std::unique_ptr<QTextDocument> read = m_document ? nullptr : make(style);
    QTextDocument *document = read ? read.get() : m_document.get();
    const int end = qMin(to, document->characterCount() - 1);
    QTextCursor cursor(document);
    const auto select = [&](int begin, int behind) {
        cursor.setPosition(begin);
        cursor.setPosition(behind, QTextCursor::KeepAnchor);
    };
    if (isCode() || m_block.kind != MarkdownBlock::Kind::ListItem) {
        select(qMin(from, end), end);
        return cursor.selection().toPlainText();
    }
    QStringList lines;
    QTextBlock line = document->findBlock(qMin(from, end));
    for (; line.isValid() && line.position() <= end; line = line.next()) {
        const int behind = qMin(end, line.position() + line.length() - 1);
        select(qBound(line.position(), from, behind), behind);
        const bool whole = line.position() >= from && behind > line.position();
        lines += (whole ? markOf(line) : QString()) + cursor.selectedText();
    }
    return lines.join(u'\n').replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

} // namespace Slipway
