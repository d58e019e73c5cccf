// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/markdowndocument.h"

#include "app/chat/mathematics.h"
#include "ui/chat/linktarget.h"
#include "ui/look.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <ranges>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::MarkdownDocument)
};

/// A document that loads nothing, whatever its text names.
class InertDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int type, const QUrl &) override
    {
        if (type == ImageResource)
            return QImage(1, 1, QImage::Format_Mono);
        return QString();
    }
};

std::unique_ptr<QTextDocument> emptyDocument(const QFont &font)
{
    auto document = std::make_unique<InertDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setDefaultFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    return document;
}

QString stripped(const QString &source, int columns)
{
    if (columns == 0)
        return source;
    QStringList lines = source.split(u'\n');
    for (QString &line : lines) {
        qsizetype spaces = 0;
        while (spaces < line.size() && spaces < columns && line[spaces] == u' ')
            ++spaces;
        line.remove(0, spaces);
    }
    return lines.join(u'\n');
}

// The importer leaves out an image without words. So it gets some that are drawn as nothing.
const QString noWords = QStringLiteral("\u2060");
const QString wordless = QStringLiteral("![]");
const QString worded = QStringLiteral("![%1]").arg(noWords);

/// Makes what the importer wrote look like the rest of the window.
class Dresser
{
public:
    Dresser(QTextDocument *document, const TextStyle &style) : m_document(document), m_style(style) {}

    void dress(const MarkdownBlock &block)
    {
        replaceImages();
        restoreWordless();
        unmaskLinks();
        for (QTextBlock line = m_document->begin(); line.isValid(); line = line.next())
            dressLine(line);
        if (block.kind == MarkdownBlock::Kind::Table)
            dressTable();
        if (block.kind == MarkdownBlock::Kind::ListItem)
            keepNumber(block);
    }

private:
    void replaceImages()
    {
        for (QTextBlock line = m_document->begin(); line.isValid(); line = line.next()) {
            for (auto it = line.begin(); it != line.end(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (!format.isImageFormat())
                    continue;
                writeOver(it.fragment(), format);
                it = line.begin(); // the fragments are others now
            }
        }
    }

    void writeOver(const QTextFragment &image, const QTextCharFormat &format)
    {
        QTextCharFormat plain;
        plain.setForeground(m_style.secondary);
        const QString address = format.isAnchor() ? format.anchorHref() : format.toImageFormat().name();
        plain.setAnchor(!address.isEmpty());
        plain.setAnchorHref(address);
        const QString words = format.property(QTextFormat::ImageAltText).toString().remove(noWords);
        QTextCursor cursor(m_document);
        cursor.setPosition(image.position());
        cursor.setPosition(image.position() + image.length(), QTextCursor::KeepAnchor);
        cursor.insertText(words.isEmpty() ? Words::tr("[image]") : Words::tr("[image: %1]").arg(words), plain);
    }

    /// What turned out to be no image, but code or plain text.
    void restoreWordless()
    {
        for (auto found = m_document->find(worded); !found.isNull(); found = m_document->find(worded, found)) {
            QTextCursor mark(m_document);
            mark.setPosition(found.selectionStart() + 2);
            mark.deleteChar();
            found.setPosition(mark.position());
        }
    }

    struct Link
    {
        int end;
        QString target, words;
    };

    /// A link may be of several fragments, where some of its words are bold.
    static QList<Link> linksOf(const QTextBlock &line)
    {
        QList<Link> links;
        for (auto it = line.begin(); it != line.end(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QString target = fragment.charFormat().anchorHref();
            if (target.isEmpty())
                continue;
            if (links.isEmpty() || links.last().end != fragment.position() || links.last().target != target)
                links.append({fragment.position(), target, {}});
            links.last().end = fragment.position() + fragment.length();
            links.last().words += fragment.text();
        }
        return links;
    }

    void unmaskLinks()
    {
        QTextCharFormat plain;
        plain.setForeground(m_style.secondary);
        for (QTextBlock line = m_document->begin(); line.isValid(); line = line.next()) {
            const QList<Link> links = linksOf(line);
            for (const Link &link : std::views::reverse(links)) {
                const QString hidden = unmasked(link.words, link.target);
                if (hidden.isEmpty())
                    continue;
                QTextCursor cursor(m_document);
                cursor.setPosition(link.end);
                cursor.insertText(QStringLiteral(" (%1)").arg(hidden), plain);
            }
        }
    }

    void dressLine(const QTextBlock &line)
    {
        QTextBlockFormat format = line.blockFormat();
        const int quotes = format.intProperty(QTextFormat::BlockQuoteLevel);
        if (quotes > 0) {
            format.setLeftMargin(quotes * 2.0 * Look::gap);
            format.setRightMargin(0);
        }
        if (line == m_document->begin())
            format.setTopMargin(0);
        if (!line.next().isValid())
            format.setBottomMargin(0);
        if (format.marker() == QTextBlockFormat::MarkerType::Checked) {
            format.setMarker(QTextBlockFormat::MarkerType::Unchecked);
            format.setProperty(taskIsDone, true);
        }
        if (format != line.blockFormat())
            QTextCursor(line).setBlockFormat(format);
        if (format.headingLevel() > 0)
            dressHeading(line, format.headingLevel());
        dressSpans(line);
    }

    void dressHeading(const QTextBlock &line, int level)
    {
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontSizeAdjustment, qMax(0, 3 - level)); // 1.5, 1.2 and 1 times the text
        format.setFontWeight(QFont::Bold);
        QTextCursor cursor(line);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }

    void dressSpans(const QTextBlock &line)
    {
        struct Span
        {
            int from, length;
            QTextCharFormat format;
        };
        QList<Span> spans;
        for (auto it = line.begin(); it != line.end(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            QTextCharFormat added;
            if (format.isAnchor())
                added.setForeground(mayBeOpened(format.anchorHref()) ? m_style.link : m_style.secondary);
            if (format.fontFixedPitch()) {
                added.setFontFamilies(m_style.mono.families());
                added.setBackground(m_style.codeGround);
            }
            if (added.propertyCount() > 0)
                spans.append({it.fragment().position(), it.fragment().length(), added});
        }
        for (const Span &span : spans) {
            QTextCursor cursor(m_document);
            cursor.setPosition(span.from);
            cursor.setPosition(span.from + span.length, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(span.format);
        }
    }

    void dressTable()
    {
        const auto frames = m_document->rootFrame()->childFrames();
        auto *table = frames.isEmpty() ? nullptr : qobject_cast<QTextTable *>(frames.constFirst());
        if (!table)
            return;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_style.line);
        format.setBorderCollapse(true);
        format.setCellPadding(Look::smallGap);
        format.setCellSpacing(0);
        format.setMargin(0);
        format.clearProperty(QTextFormat::FrameWidth);
        table->setFormat(format);
        if constexpr (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0))
            lineCells(table);
    }

    /// Newer Qt draws the lines of a table only where a cell has them.
    void lineCells(QTextTable *table)
    {
        QTextCursor(m_document).beginEditBlock();
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                QTextTableCellFormat format = cell.format().toTableCellFormat();
                format.setBorder(1);
                format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                format.setBorderBrush(m_style.line);
                cell.setFormat(format);
            }
        }
        QTextCursor(m_document).endEditBlock();
    }

    /// The importer of older Qt counts every list from 1, and an item of ours is a list of its own. So its number
    /// becomes text, which is also what a copy should hold.
    void keepNumber(const MarkdownBlock &block)
    {
        static const QRegularExpression numbered(QStringLiteral("^\\s*(\\d{1,9}[.)])"));
        const auto match = numbered.match(block.source);
        QTextBlock line = m_document->begin();
        while (line.isValid() && !line.textList())
            line = line.next();
        if (!match.hasMatch() || !line.isValid())
            return;
        line.textList()->remove(line);
        const QString number = match.captured(1) + u'\t';
        const double width = m_document->indentWidth();
        QTextBlockFormat format = line.blockFormat();
        format.setIndent(0);
        format.setLeftMargin(width);
        format.setTextIndent(-width);
        format.setTabPositions({QTextOption::Tab(width, QTextOption::LeftTab)});
        QTextCursor cursor(line);
        cursor.setBlockFormat(format);
        cursor.insertText(number, QTextCharFormat());
    }

    QTextDocument *m_document;
    const TextStyle &m_style;
};

} // namespace

static TextStyle::Grid gridOf(const QFont &font)
{
    const QFontMetrics metrics(font);
    return {qMax(1, metrics.lineSpacing()), qMax(1, metrics.averageCharWidth())};
}

TextStyle TextStyle::of(const QFont &font, const QPalette &palette)
{
    TextStyle style;
    style.font = font;
    style.small = Look::small(font);
    style.mono = Look::monospace(font);
    style.text = palette.color(QPalette::Text);
    style.secondary = Look::secondary(palette);
    style.link = Look::colour(Look::Tone::Busy, palette);
    style.codeGround = Look::blend(style.text, palette.color(QPalette::Base), 0.06);
    style.line = Look::blend(style.text, palette.color(QPalette::Base), 0.22);
    style.isDark = Look::isDark(palette);
    style.grid = gridOf(style.font);
    style.monoGrid = gridOf(style.mono);
    return style;
}

QColor TextStyle::codeColour(CodeToken::Kind kind) const
{
    switch (kind) {
    case CodeToken::Kind::Keyword:
        return isDark ? QColor(0xe0, 0x9a, 0xe6) : QColor(0x8a, 0x1f, 0x86);
    case CodeToken::Kind::Text:
        return isDark ? QColor(0x8f, 0xd6, 0xa0) : QColor(0x0f, 0x66, 0x38);
    case CodeToken::Kind::Comment:
        return isDark ? QColor(0xa2, 0xac, 0xb8) : QColor(0x59, 0x63, 0x6e);
    case CodeToken::Kind::Number:
        return isDark ? QColor(0xf0, 0xb0, 0x70) : QColor(0x93, 0x45, 0x00);
    case CodeToken::Kind::Type:
        return isDark ? QColor(0x7c, 0xc4, 0xf5) : QColor(0x0b, 0x58, 0x8a);
    case CodeToken::Kind::Function:
        return isDark ? QColor(0xbd, 0xae, 0xff) : QColor(0x56, 0x3a, 0xa4);
    }
    return text;
}

std::unique_ptr<QTextDocument> markdownDocument(const MarkdownBlock &block, const TextStyle &style)
{
    auto document = emptyDocument(style.font);
    document->setIndentWidth(3.0 * Look::gap);
    // the line before it keeps what looks like front matter from vanishing
    QString source = u'\n' + withMathematicsAsText(block.prefix + stripped(block.source, block.indent), block.kind);
    source.replace(wordless, worded);
    if (!block.suffix.isEmpty())
        source += QStringLiteral("\n\n") + block.suffix;
    document->setMarkdown(source, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                      QTextDocument::MarkdownNoHTML);
    Dresser(document.get(), style).dress(block);
    return document;
}

std::unique_ptr<QTextDocument> plainDocument(const QString &text, const QFont &font)
{
    auto document = emptyDocument(font);
    document->setPlainText(text);
    return document;
}

} // namespace Slipway
