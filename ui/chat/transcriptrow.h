// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/markdownblocks.h"
#include "ui/chat/markdowndocument.h"
#include "ui/chat/sidewaysview.h"
#include "ui/look.h"

#include <QPalette>
#include <QRectF>

#include <memory>
#include <optional>
#include <utility>

class QPainter;

namespace Slipway {

/// One row of a transcript: a block of Markdown or a line of our own. Knows its height before it was ever laid out (by
/// guess), is laid out only when it is about to be seen, and can forget its layout again.
class TranscriptRow
{
public:
    enum class Kind { Speaker, Prompt, Fold, Thinking, Answer, Notice, Footer };

    /// Markdown for Thinking and Answer, text as it is for the others.
    TranscriptRow(Kind kind, MarkdownBlock block, Look::Tone tone = Look::Tone::Idle);

    Kind kind() const { return m_kind; }
    const MarkdownBlock &block() const { return m_block; }
    bool isCode() const;

    /// Takes over a block that reads the same; what was laid out stays. False, and nothing changes, when it differs.
    bool adopt(const MarkdownBlock &block);

    /// Of code: which reading of it this row waits for or was coloured by; 0: none yet, -1: it stays plain.
    int ticket() const { return m_ticket; }
    void setTicket(int ticket) { m_ticket = ticket; }

    /// What the code's lines are made of; their colours move nothing. Whether there is anything to paint anew.
    bool setTokens(const QList<CodeToken> &tokens, const TextStyle &style);

    /// It is the row before it and more: whoever reads that stays at its lines. For the first layout.
    void setGrown() { m_hasGrown = true; }
    bool takeGrown() { return std::exchange(m_hasGrown, false); }

    /// Room kept free for buttons: at the right of the text, below it where it would not fit beside them in one line.
    void setButtonRoom(const QSize &room);
    bool hasButtonsBelow() const { return m_hasButtonsBelow; } ///< once it is laid out

    int gapAbove() const;                                ///< to the row before it
    int height(const TextStyle &style, int width) const; ///< exact once laid out at this width, a guess before
    bool isLaidOut(int width) const { return m_document && m_width == width; }
    bool isExact(int width) const { return m_width == width; } ///< height() is no guess
    bool layOut(const TextStyle &style, int width);            ///< true when the height is another than height() said
    void release();                                            ///< keeps the height only
    void forget();                                             ///< fonts or colours changed

    /// Of a table that is too wide to be drawn at once.
    SidewaysView &sideways() { return m_sideways; }
    QRect sidewaysRoom() const; ///< where its bar goes
    void takeSideways(const TranscriptRow &before) { m_sideways = before.m_sideways; }

    struct Selected
    {
        int from = 0;
        int to = 0;
    };
    /// Draws a row that is laid out with its top left at the painter's origin. `clip` is in the row's coordinates.
    void draw(QPainter *painter, const QRectF &clip, const TextStyle &style, const QPalette &palette,
              Selected selected) const;

    std::optional<Selected> find(const TextStyle &style, const QString &word, int from) const; ///< in its text
    int topOf(int position) const;              ///< of the line that holds it; 0 before it is laid out
    int positionAt(const QPointF &point) const; ///< nearest position of the text; 0 before it is laid out
    QString linkAt(const QPointF &point) const;
    Selected wordAt(int position) const;
    QString text(const TextStyle &style, int from, int to) const; ///< as plain text

private:
    struct Frame
    {
        int left = 0, top = 0, right = 0, bottom = 0;
    };
    Frame frame() const;
    QColor ink(const TextStyle &style) const;
    std::unique_ptr<QTextDocument> make(const TextStyle &style) const;
    const QTextDocument *document(const TextStyle &style) const;
    void colour(const TextStyle &style) const;
    int guess(const TextStyle &style, int width) const;
    double lineWidth() const; ///< of the text where nothing breaks it
    void fit(int width);
    int fitTable(int width);
    QPointF inDocument(const QPointF &point) const;
    void drawSideways(QPainter *painter, const TextStyle &style) const;
    void drawTicks(QPainter *painter, const QColor &ink) const;
    void drawGround(QPainter *painter, const TextStyle &style, const QPalette &palette) const;

    Kind m_kind;
    Look::Tone m_tone;
    MarkdownBlock m_block;
    mutable std::unique_ptr<QTextDocument> m_document;
    int m_width = 0; ///< at which m_height holds
    int m_height = 0;
    mutable int m_guessWidth = 0; ///< at which m_guess holds
    mutable int m_guess = 0;
    QSize m_buttonRoom{0, 0};
    bool m_hasButtonsBelow = false;
    mutable int m_codeRoom = 0; ///< as the style has it
    double m_scale = 1;         ///< of a table that is a little too wide
    SidewaysView m_sideways;    ///< of one that is far too wide
    int m_ticket = 0;
    bool m_hasGrown = false;
    QList<CodeToken> m_tokens;
};

} // namespace Slipway
