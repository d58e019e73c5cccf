// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/markdownblocks.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Slipway {

// A piece this long is laid out in well under a frame; what is longer is cut.
static constexpr qsizetype longestPiece = 4096;
static constexpr int mostCodeLines = 40;
static constexpr int mostCells = 400;
static constexpr qsizetype mostReferences = 200;

static int indentOf(QStringView line)
{
    int columns = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++columns;
        else if (c == u'\t')
            columns += 4 - columns % 4;
        else
            break;
    }
    return columns;
}

static bool isRule(QStringView trimmed)
{
    if (trimmed.isEmpty() || !QStringView(u"-*_").contains(trimmed.front()))
        return false;
    int marks = 0;
    for (const QChar c : trimmed) {
        if (c == trimmed.front())
            ++marks;
        else if (!c.isSpace())
            return false;
    }
    return marks >= 3;
}

static bool isHeading(QStringView trimmed)
{
    qsizetype level = 0;
    while (level < trimmed.size() && trimmed[level] == u'#')
        ++level;
    return level >= 1 && level <= 6 && (level == trimmed.size() || trimmed[level].isSpace());
}

/// Columns from the marker to the text of a list item; 0 where the line begins none.
static int markerWidth(QStringView trimmed)
{
    qsizetype mark = 0;
    while (mark < trimmed.size() && mark < 9 && trimmed[mark] >= u'0' && trimmed[mark] <= u'9')
        ++mark;
    const QStringView ends = mark > 0 ? QStringView(u".)") : QStringView(u"-*+");
    if (mark >= trimmed.size() || !ends.contains(trimmed[mark]))
        return 0;
    ++mark;
    if (mark < trimmed.size() && !trimmed[mark].isSpace())
        return 0;
    const int spaces = indentOf(trimmed.mid(mark));
    return int(mark) + (spaces >= 1 && spaces <= 4 ? spaces : 1);
}

/// Only a bullet or the number 1 may begin a list in the middle of a paragraph.
static bool mayInterrupt(QStringView trimmed)
{
    return !trimmed.front().isDigit() || (trimmed.front() == u'1' && !trimmed.mid(1, 1).front().isDigit());
}

static bool isTableRule(QStringView trimmed)
{
    bool dash = false;
    bool bar = false;
    for (const QChar c : trimmed) {
        dash |= c == u'-';
        bar |= c == u'|';
        if (!QStringView(u"-:| \t").contains(c))
            return false;
    }
    return dash && bar;
}

void MarkdownBlocks::append(QStringView text)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        const qsizetype room = qMax<qsizetype>(1, longestPiece - m_line.size());
        const qsizetype length = qMin(end < 0 ? text.size() : end + 1, room);
        m_line += text.first(length);
        text = text.mid(length);
        const bool ended = m_line.endsWith(u'\n');
        if (!ended && (m_line.size() < longestPiece || m_line.back().isHighSurrogate()))
            continue;
        const QString line = std::exchange(m_line, {});
        take(line);
        m_lineGoesOn = !ended;
    }
}

void MarkdownBlocks::finish()
{
    if (!m_line.isEmpty())
        take(std::exchange(m_line, {}));
    close();
    if (!m_open.source.isEmpty())
        m_finished.append(std::exchange(m_open, {}));
}

QList<MarkdownBlock> MarkdownBlocks::takeFinished()
{
    return std::exchange(m_finished, {});
}

QList<MarkdownBlock> MarkdownBlocks::tail() const
{
    MarkdownBlocks rest = *this;
    rest.m_finished.clear();
    rest.finish();
    return rest.m_finished;
}

void MarkdownBlocks::take(QStringView line)
{
    if (m_fenceLength > 0)
        takeFenced(line);
    else if (m_lineGoesOn)
        add(line);
    else if (line.trimmed().isEmpty())
        takeBlank(line);
    else
        takeText(line);
    splitWhenLong();
}

void MarkdownBlocks::takeFenced(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    const bool marksOnly = std::all_of(trimmed.begin(), trimmed.end(), [this](QChar c) { return c == m_fenceMark; });
    if (!m_lineGoesOn && marksOnly && trimmed.size() >= m_fenceLength && indentOf(line) < m_open.indent + 4) {
        m_open.source += line;
        m_lines = qMax(m_lines, 1);
        m_fenceLength = 0;
        close();
        return;
    }
    const qsizetype strip = m_lineGoesOn ? 0 : qMin(m_open.indent, indentOf(line));
    m_open.source += line;
    m_open.code += line.mid(qMin(qsizetype(strip), line.size()));
    ++m_lines;
}

void MarkdownBlocks::takeBlank(QStringView line)
{
    m_open.source += line;
    m_afterBlank = true;
    close();
}

void MarkdownBlocks::takeText(QStringView line)
{
    const bool afresh = std::exchange(m_afterBlank, false) || m_lines == 0;
    if (afresh && indentOf(line) < m_itemIndent && markerWidth(line.trimmed()) == 0)
        m_itemIndent = 0;
    if (opensFence(line) || (!m_mathematics.isOpen() && (startsAlone(line) || startsItem(line))))
        return;
    if (m_lines > 0) {
        noticeTable(line);
        add(line);
        return;
    }
    const bool quote = line.trimmed().front() == u'>';
    start(quote ? MarkdownBlock::Kind::Quote : MarkdownBlock::Kind::Paragraph, line);
}

/// A line with bars and then a line of dashes are the head of a table.
void MarkdownBlocks::noticeTable(QStringView line)
{
    const bool head = m_lines == 1 && m_open.kind == MarkdownBlock::Kind::Paragraph && m_open.source.contains(u'|');
    if (!head || !isTableRule(line.trimmed()))
        return;
    m_open.kind = MarkdownBlock::Kind::Table;
    m_tableHead = m_open.source + line.toString();
    m_cells = int(m_open.source.count(u'|')) + 1;
}

bool MarkdownBlocks::opensFence(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    const QChar mark = trimmed.front();
    if (mark != u'`' && mark != u'~')
        return false;
    qsizetype length = 0;
    while (length < trimmed.size() && trimmed[length] == mark)
        ++length;
    if (length < 3 || (mark == u'`' && trimmed.mid(length).contains(u'`')) || indentOf(line) >= m_itemIndent + 4)
        return false;
    close();
    const int indent = indentOf(line);
    if (indent < m_itemIndent)
        m_itemIndent = 0;
    m_open.kind = MarkdownBlock::Kind::Code;
    m_open.source += line;
    m_open.language = trimmed.mid(length).trimmed().toString().section(u' ', 0, 0);
    m_open.fence = m_fences++;
    m_open.indent = indent;
    m_fenceLength = length;
    m_fenceMark = mark;
    m_lines = 1;
    return true;
}

/// Headings and rules; quotations and tables after something else.
bool MarkdownBlocks::startsAlone(QStringView line)
{
    const int indent = indentOf(line);
    if (indent >= m_itemIndent + 4)
        return false;
    const QStringView trimmed = line.trimmed();
    const bool inParagraph = m_lines > 0 && m_open.kind == MarkdownBlock::Kind::Paragraph;
    const bool heading = isHeading(trimmed);
    if (heading || (isRule(trimmed) && !(inParagraph && trimmed.front() == u'-'))) {
        close();
        m_itemIndent = indent < m_itemIndent ? 0 : m_itemIndent;
        start(heading ? MarkdownBlock::Kind::Heading : MarkdownBlock::Kind::Rule, line);
        close();
        return true;
    }
    if (!inParagraph)
        return false;
    const bool quote = trimmed.front() == u'>';
    const bool table = trimmed.front() == u'|' && !QStringView(m_open.source).trimmed().startsWith(u'|');
    if (quote || table) {
        close();
        start(quote ? MarkdownBlock::Kind::Quote : MarkdownBlock::Kind::Paragraph, line);
    }
    return quote || table;
}

bool MarkdownBlocks::startsItem(QStringView line)
{
    const int indent = indentOf(line);
    const QStringView trimmed = line.trimmed();
    const int width = markerWidth(trimmed);
    const bool inItem = m_lines > 0 && m_open.kind == MarkdownBlock::Kind::ListItem;
    if (width == 0 || (inItem && indent >= m_itemIndent) || indent >= m_itemIndent + 4)
        return false;
    const bool inText = m_lines > 0 && !inItem && m_itemIndent == 0;
    if (inText && !mayInterrupt(trimmed))
        return false;
    const int outer = m_itemIndent > 0 && indent >= m_itemIndent ? m_itemIndent : 0;
    close();
    if (outer == 0)
        m_itemIndent = 0;
    start(MarkdownBlock::Kind::ListItem, line);
    if (outer == 0)
        m_itemIndent = indent + width;
    return true;
}

void MarkdownBlocks::start(MarkdownBlock::Kind kind, QStringView line)
{
    m_open.kind = kind;
    m_open.indent = m_itemIndent > 0 && indentOf(line) >= m_itemIndent ? m_itemIndent : 0;
    add(line);
}

void MarkdownBlocks::add(QStringView line)
{
    m_open.source += line;
    ++m_lines;
    if (m_open.kind == MarkdownBlock::Kind::Table) {
        m_cells += int(line.count(u'|')) + 1;
        m_mathematics.close();
    } else {
        m_mathematics.take(line);
    }
}

/// Cuts the open block after the present line where it has become long enough to be laid out by itself.
void MarkdownBlocks::splitWhenLong()
{
    if (m_lines == 0)
        return;
    const bool code = m_open.kind == MarkdownBlock::Kind::Code;
    const bool table = m_open.kind == MarkdownBlock::Kind::Table;
    if (m_open.source.size() < longestPiece && !(code && m_lines > mostCodeLines) && !(table && m_cells > mostCells))
        return;
    MarkdownBlock next;
    next.kind = m_open.kind;
    next.indent = m_open.kind == MarkdownBlock::Kind::ListItem ? m_itemIndent : m_open.indent;
    next.language = m_open.language;
    next.fence = m_open.fence;
    next.continues = true;
    if (table)
        next.prefix = m_tableHead;
    if (m_open.kind == MarkdownBlock::Kind::ListItem)
        next.kind = MarkdownBlock::Kind::Paragraph;
    m_finished.append(std::exchange(m_open, next));
    m_mathematics.close();
    m_lines = code || table ? 1 : 0;
    m_cells = 0;
}

/// Blank lines alone make no block: they lead the next one.
void MarkdownBlocks::close()
{
    MarkdownBlock done = std::exchange(m_open, {});
    m_lines = 0;
    m_cells = 0;
    m_fenceLength = 0;
    m_mathematics.close();
    if (done.kind != MarkdownBlock::Kind::Code && QStringView(done.source).trimmed().isEmpty())
        m_open.source = done.source;
    else if (!done.source.isEmpty()) {
        noticeReferences(done);
        m_finished.append(std::move(done));
    }
}

/// Only lines that are nothing but a reference, at the beginning of their paragraph: any other line would be seen
/// twice.
void MarkdownBlocks::noticeReferences(const MarkdownBlock &block)
{
    static const QRegularExpression reference(QStringLiteral(
        R"re(^ {0,3}(\[[^\[\]\\^][^\[\]\\]{0,99}\]):[ \t]*\S+([ \t]+("[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$)re"));
    if (block.kind != MarkdownBlock::Kind::Paragraph || !QStringView(block.source).trimmed().startsWith(u'['))
        return;
    for (const QStringView line : QStringView(block.source).trimmed().split(u'\n')) {
        const QString trimmed = line.trimmed().toString(); // Qt 6.4 and 6.8 agree on no way to match a view
        const auto match = reference.match(trimmed);
        if (!match.hasMatch() || m_references.size() == mostReferences)
            return;
        m_references.append({match.captured(1), trimmed + u'\n'});
    }
}

QString MarkdownBlocks::referencesFor(const MarkdownBlock &block) const
{
    QString lines;
    if (block.kind == MarkdownBlock::Kind::Code || !block.source.contains(u']'))
        return lines;
    for (const Reference &reference : m_references) {
        if (block.source.contains(reference.label, Qt::CaseInsensitive) &&
            !block.source.contains(reference.line.trimmed()))
            lines += reference.line;
    }
    return lines;
}

QList<MarkdownBlock> plainBlocks(const QString &text)
{
    QList<MarkdownBlock> blocks;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype length = qMin(longestPiece, text.size() - from);
        if (from + length < text.size()) {
            const qsizetype lineEnd = text.lastIndexOf(u'\n', from + length - 1);
            if (lineEnd > from)
                length = lineEnd + 1 - from;
            else if (text[from + length - 1].isHighSurrogate())
                --length;
        }
        MarkdownBlock block;
        block.source = text.mid(from, length);
        block.continues = from > 0;
        blocks.append(block);
        from += length;
    }
    return blocks;
}

} // namespace Slipway
