// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/markdownblocks.h"
#include "app/chat/turn.h"
#include "ui/chat/transcriptrow.h"

#include <QElapsedTimer>

#include <array>
#include <compare>
#include <vector>

namespace Slipway {

/// Where a row stands in its message: rows of a later section follow those of an earlier one, so that a place stays
/// true while a section before it is still empty.
struct RowPlace
{
    int section = 0;
    int row = 0;
    auto operator<=>(const RowPlace &) const = default; // NOLINT(modernize-use-nullptr): its own 0, mistaken
};

/// One turn as rows of a transcript. Text is taken in as it grows; finished blocks are never made again.
class TranscriptMessage
{
public:
    enum Section { Speaker, Fold, Thinking, Answer, Notice, Footer, SectionCount };

    enum class Begin { Now, Later };

    /// Later: shows who speaks, and nothing is made of the text until wake(), so that a long conversation opens at
    /// once.
    explicit TranscriptMessage(const Turn &turn, Begin begin = Begin::Now);
    void wake();

    /// Takes in what was appended to the turn, and its state. Cheap; rows are made by settle().
    void update(const Turn &turn);

    qsizetype textSize() const { return m_thinking.taken + m_answer.taken; } ///< characters that were taken in

    /// Makes rows of what came since the last call. The first row that is another than it was, if any.
    std::optional<RowPlace> settle();

    void setButtonRoom(const QSize &room); ///< kept free right of the footer, or below it
    void retranslate(const Turn &turn);
    void forgetLayout();
    void releaseOutside(int top, int bottom); ///< of this message's coordinates

    bool isFromModel() const { return m_role == Role::Assistant; }
    bool isGrowing() const { return m_isGrowing; }
    bool hasFailed() const { return m_hasFailed; } ///< there is nothing of the reply
    int branch() const { return m_branch; }
    int branches() const { return m_branches; }
    bool hasFold() const { return !m_sections[Fold].empty(); }
    bool isUnfolded() const { return m_unfolded.value_or(m_thinksNow); }
    void setUnfolded(bool unfolded);
    QString foldText() const { return m_foldText; }
    QString requestId() const { return m_requestId; }
    bool offersRequestId() const { return m_hasError && !m_requestId.isEmpty(); } ///< by a button of its own

    /// Tops of all rows from their heights, known or guessed; costs nothing while nothing changed.
    void arrange(const TextStyle &style, int width);
    void rearrange() { m_arrangedWidth = 0; } ///< a row has another height than it had
    int height() const { return m_height; }

    struct Placed
    {
        RowPlace place;
        int top = 0;
        int height = 0;
        TranscriptRow *row = nullptr;
    };
    const std::vector<Placed> &placed() const { return m_placed; } ///< shown rows, from top to bottom
    int rowAt(int y) const; ///< index into placed() of the row at or after y; the last one below all

    TranscriptRow *row(RowPlace place) const; ///< nullptr where there is none (any more)
    QString codeOf(RowPlace place) const;     ///< the whole code that the row is a piece of, exactly

    /// That code, to be read for its colours, and gives `ticket` to all its rows; empty where it still grows, was given
    /// one before or cannot be read.
    QString takeToRead(RowPlace place, int ticket);
    bool setTokens(int ticket, const QList<CodeToken> &tokens, const TextStyle &style); ///< whether that can be seen

    /// Of the answer or what was typed, and of what went wrong: as it is seen, up to so many characters.
    QString plainText(const TextStyle &style, qsizetype most) const;

    QString markdown() const; ///< of the answer; what was typed, for a prompt
    QString markdown(RowPlace from, RowPlace to) const;

private:
    using Rows = std::vector<std::unique_ptr<TranscriptRow>>;

    struct Flow
    {
        MarkdownBlocks splitter;
        qsizetype taken = 0;
        size_t finished = 0;
        bool dirty = false;
        bool whole = false;
    };
    void take(Flow &flow, const QString &text, bool whole);
    void changed(RowPlace place);
    void retire(Rows &rows, size_t from); ///< takes the rows from there on out of the message
    void settle(Flow &flow, Section section, TranscriptRow::Kind kind);
    void resolve(const Flow &flow, Section section, TranscriptRow::Kind kind);
    void setLine(Section section, TranscriptRow::Kind kind, const QString &text, Look::Tone tone = Look::Tone::Idle);
    void setLines(const Turn &turn);
    void showFigures(const Turn &turn);
    void setFooter();

    void makePrompt(const QString &text);

    Role m_role;
    std::optional<Turn> m_asleep; ///< what rows are made of later
    std::array<Rows, SectionCount> m_sections;
    std::vector<Placed> m_placed;
    Rows m_retired; ///< taken out, but placed() may still name them until the next arrange()
    Flow m_thinking;
    Flow m_answer;
    std::optional<bool> m_unfolded; ///< as the reader chose
    bool m_thinksNow = false;
    bool m_isGrowing = false;
    bool m_hasError = false;
    bool m_hasFailed = false;
    int m_branch = 1;
    int m_branches = 1;
    std::optional<RowPlace> m_changed;
    QString m_foldText;
    QString m_footerText;
    QElapsedTimer m_sinceFooter; ///< was written, of a reply that grows
    QString m_requestId;
    QSize m_buttonRoom{0, 0};
    int m_height = 0;
    int m_arrangedWidth = 0;
};

} // namespace Slipway
