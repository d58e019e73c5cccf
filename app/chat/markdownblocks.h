// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/mathematicswatch.h"

#include <QList>
#include <QString>

namespace Slipway {

/// One piece of a Markdown text that can be laid out by itself: a paragraph, a heading, one item of a list, a table, a
/// quotation, or code. Long ones come in several pieces, so that no piece is ever expensive.
struct MarkdownBlock
{
    enum class Kind { Paragraph, Heading, Rule, ListItem, Quote, Table, Code };

    Kind kind = Kind::Paragraph;
    QString source;         ///< exactly as it came, blank lines after it included
    QString prefix;         ///< what must stand before `source` when it is rendered: the head of a table that goes on
    QString code;           ///< Code: what lies between the fences, exactly
    QString language;       ///< Code: the first word after the opening fence
    QString suffix;         ///< what must stand after `source` when it is rendered: what its [links][] refer to
    int fence = -1;         ///< Code: which code of the text this is a piece of, counted from 0
    int indent = 0;         ///< columns to strip from each line of `source`: text that belongs to a list item before it
    bool continues = false; ///< a further piece of the same block, to be shown without a gap

    bool operator==(const MarkdownBlock &) const = default;
};

/// Splits a Markdown text that is still growing into blocks, in time linear in its length. The sources of all blocks in
/// order are the text again. However the text is cut into appended parts, the blocks are the same.
class MarkdownBlocks
{
public:
    void append(QStringView text);

    /// The text is complete: what is open is finished.
    void finish();

    /// Blocks finished since this was last called. They never change again.
    QList<MarkdownBlock> takeFinished();

    /// What the text after the finished blocks would be if it ended here.
    QList<MarkdownBlock> tail() const;

    /// The code that is still open, by its number; -1: none is.
    int openFence() const { return m_fenceLength > 0 ? m_open.fence : -1; }

    /// Those `[label]: address` lines of the finished blocks that this one refers to; empty where there are none.
    QString referencesFor(const MarkdownBlock &block) const;

private:
    void noticeReferences(const MarkdownBlock &block);
    void take(QStringView line);
    void takeText(QStringView line);
    void takeFenced(QStringView line);
    void takeBlank(QStringView line);
    void start(MarkdownBlock::Kind kind, QStringView line);
    void add(QStringView line);
    void noticeTable(QStringView line);
    bool opensFence(QStringView line);
    bool startsAlone(QStringView line);
    bool startsItem(QStringView line);
    void splitWhenLong();
    void close();

    struct Reference
    {
        QString label; ///< with its brackets
        QString line;
    };

    QList<MarkdownBlock> m_finished;
    QList<Reference> m_references;
    MarkdownBlock m_open;
    QString m_line;              ///< the last line as far as it came
    QString m_tableHead;         ///< head and rule of the open table
    int m_lines = 0;             ///< of the open block; 0: nothing is open
    int m_cells = 0;             ///< of the open table
    int m_itemIndent = 0;        ///< where text of the present list item begins; 0: not in a list
    int m_fences = 0;            ///< codes begun so far
    qsizetype m_fenceLength = 0; ///< of the open fence; 0: none is open
    QChar m_fenceMark;
    MathematicsWatch m_mathematics; ///< in the open block: its lines begin nothing else
    bool m_lineGoesOn = false;      ///< m_line is the rest of a line cut for its length
    bool m_afterBlank = true;
};

/// Text that is not Markdown, in pieces of bounded length cut at line ends where there are any.
QList<MarkdownBlock> plainBlocks(const QString &text);

} // namespace Slipway
