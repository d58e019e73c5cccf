// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcriptmessage.h"

#include <functional>
#include <vector>

namespace Slipway {

/// A place in the text of a transcript.
struct TextPlace
{
    int message = 0;
    RowPlace row;
    int at = 0;                                          ///< in the row's text
    auto operator<=>(const TextPlace &) const = default; // NOLINT(modernize-use-nullptr): its own 0, mistaken
};

/// What is selected, in the order in which it was dragged.
struct TextRange
{
    TextPlace anchor;
    TextPlace head;
    const TextPlace &from() const { return anchor < head ? anchor : head; }
    const TextPlace &to() const { return anchor < head ? head : anchor; }
    bool isEmpty() const { return anchor == head; }
};

/// Where a reader is: a row, and how far its top is above the top of the window.
struct ReadingPlace
{
    int message = 0;
    RowPlace row;
    int offset = 0;
};

/// Messages one below the other. Lays out only the rows that are asked for; all others have guessed heights. Positions
/// are pixels from the top of the first message.
class TranscriptLayout
{
public:
    std::vector<std::unique_ptr<TranscriptMessage>> &messages() { return m_messages; }
    const std::vector<std::unique_ptr<TranscriptMessage>> &messages() const { return m_messages; }

    const TextStyle &style() const { return m_style; }
    void setStyle(const TextStyle &style);
    int width() const { return m_width; }
    void setWidth(int width) { m_width = width; }

    void arrange(); ///< puts every row where it belongs
    int height() const { return m_height; }
    int topOf(int message) const { return m_tops[size_t(message)]; }

    /// Lays out every row between two heights; when the row of `reader` becomes taller above the window, its offset
    /// follows. True when a height changed: arrange() again.
    bool layOutBetween(int top, int bottom, ReadingPlace *reader);
    void releaseOutside(int top, int bottom);

    struct Seen
    {
        int message = 0;
        RowPlace place;
        int top = 0;
        int height = 0;
        TranscriptRow *row = nullptr; ///< nullptr: there is nothing at all
    };
    void forEachBetween(int top, int bottom, const std::function<void(const Seen &)> &visit) const;
    Seen rowAt(int y) const;
    Seen find(int message, RowPlace place) const;

    ReadingPlace placeAt(int y) const;
    /// The same moment of reading held by a row that will not change its height, where one is seen down to `bottom`.
    ReadingPlace firmPlaceAt(int y, int bottom) const;
    int topFor(const ReadingPlace &place) const;

    TextPlace textPlaceAt(const QPointF &point) const;
    TextRange everything() const;
    TranscriptRow::Selected selectedIn(const TextRange &range, const Seen &seen) const;
    QString plainText(const TextRange &range) const;
    QString markdown(const TextRange &range) const; ///< the source of every block that is touched

private:
    int messageAt(int y) const;

    std::vector<std::unique_ptr<TranscriptMessage>> m_messages;
    std::vector<int> m_tops;
    TextStyle m_style;
    int m_width = 0;
    int m_height = 0;
};

} // namespace Slipway
