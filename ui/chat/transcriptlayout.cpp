// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcriptlayout.h"

#include <algorithm>

namespace Slipway {

void TranscriptLayout::setStyle(const TextStyle &style)
{
    m_style = style;
    for (const auto &message : m_messages)
        message->forgetLayout();
}

void TranscriptLayout::arrange()
{
    m_tops.resize(m_messages.size());
    int y = 0;
    for (size_t i = 0; i < m_messages.size(); ++i) {
        m_messages[i]->arrange(m_style, m_width);
        m_tops[i] = y;
        y += m_messages[i]->height();
    }
    m_height = y;
}

int TranscriptLayout::messageAt(int y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return after == m_tops.begin() ? 0 : int(after - m_tops.begin()) - 1;
}

bool TranscriptLayout::layOutBetween(int top, int bottom, ReadingPlace *reader)
{
    bool changed = false;
    forEachBetween(top, bottom, [&](const Seen &seen) {
        const bool grown = seen.row->takeGrown();
        if (!seen.row->layOut(m_style, m_width))
            return;
        changed = true;
        m_messages[size_t(seen.message)]->rearrange();
        if (reader && !grown && reader->offset > 0 && reader->message == seen.message && reader->row == seen.place)
            reader->offset = qMax(0, reader->offset + seen.row->height(m_style, m_width) - seen.height);
    });
    return changed;
}

void TranscriptLayout::releaseOutside(int top, int bottom)
{
    for (size_t i = 0; i < m_messages.size(); ++i)
        m_messages[i]->releaseOutside(top - m_tops[i], bottom - m_tops[i]);
}

void TranscriptLayout::forEachBetween(int top, int bottom, const std::function<void(const Seen &)> &visit) const
{
    for (int i = messageAt(top); i < int(m_tops.size()) && m_tops[size_t(i)] < bottom; ++i) {
        const TranscriptMessage &message = *m_messages[size_t(i)];
        const auto &placed = message.placed();
        for (int row = qMax(0, message.rowAt(top - topOf(i))); row < int(placed.size()); ++row) {
            const TranscriptMessage::Placed &at = placed[size_t(row)];
            if (topOf(i) + at.top >= bottom)
                return;
            visit({i, at.place, topOf(i) + at.top, at.height, at.row});
        }
    }
}

TranscriptLayout::Seen TranscriptLayout::rowAt(int y) const
{
    if (m_tops.empty())
        return {};
    const int index = messageAt(y);
    const TranscriptMessage &message = *m_messages[size_t(index)];
    const int row = message.rowAt(y - topOf(index));
    if (row < 0)
        return {};
    const TranscriptMessage::Placed &at = message.placed()[size_t(row)];
    return {index, at.place, topOf(index) + at.top, at.height, at.row};
}

TranscriptLayout::Seen TranscriptLayout::find(int index, RowPlace place) const
{
    if (index < 0 || index >= int(m_tops.size()))
        return {};
    const auto &placed = m_messages[size_t(index)]->placed();
    const auto it = std::lower_bound(placed.begin(), placed.end(), place,
                                     [](const auto &at, RowPlace wanted) { return at.place < wanted; });
    if (it == placed.end())
        return {index, place, topOf(index) + m_messages[size_t(index)]->height(), 0, nullptr};
    return {index, it->place, topOf(index) + it->top, it->height, it->row};
}

ReadingPlace TranscriptLayout::placeAt(int y) const
{
    const Seen seen = rowAt(y);
    return {seen.message, seen.place, y - seen.top};
}

ReadingPlace TranscriptLayout::firmPlaceAt(int y, int bottom) const
{
    std::optional<ReadingPlace> firm;
    forEachBetween(y, bottom, [&](const Seen &seen) {
        if (!firm && seen.row->isExact(m_width))
            firm = ReadingPlace{seen.message, seen.place, y - seen.top};
    });
    return firm.value_or(placeAt(y));
}

int TranscriptLayout::topFor(const ReadingPlace &place) const
{
    return find(place.message, place.row).top + place.offset;
}

TextPlace TranscriptLayout::textPlaceAt(const QPointF &point) const
{
    const Seen seen = rowAt(int(point.y()));
    if (!seen.row)
        return {};
    return {seen.message, seen.place, seen.row->positionAt(point - QPointF(0, seen.top))};
}

TextRange TranscriptLayout::everything() const
{
    TextRange range;
    range.head.message = int(m_messages.size());
    return range;
}

TranscriptRow::Selected TranscriptLayout::selectedIn(const TextRange &range, const Seen &seen) const
{
    const TextPlace begin{seen.message, seen.place, 0};
    const TextPlace &from = range.from();
    const TextPlace &to = range.to();
    const bool startsHere = from.message == seen.message && from.row == seen.place;
    const bool endsHere = to.message == seen.message && to.row == seen.place;
    if (range.isEmpty() || begin > to || (!startsHere && begin < from))
        return {};
    constexpr int end = 1 << 30;
    return {startsHere ? from.at : 0, endsHere ? to.at : end};
}

QString TranscriptLayout::plainText(const TextRange &range) const
{
    QString text;
    for (int i = range.from().message; i <= range.to().message && i < int(m_messages.size()); ++i) {
        for (const TranscriptMessage::Placed &placed : m_messages[size_t(i)]->placed()) {
            const TranscriptRow::Selected part = selectedIn(range, {i, placed.place, 0, 0, placed.row});
            const QString words = part.from < part.to ? placed.row->text(m_style, part.from, part.to) : QString();
            if (words.trimmed().isEmpty())
                continue;
            if (!text.isEmpty())
                text += placed.row->block().continues || placed.row->gapAbove() <= Look::smallGap ? u"\n" : u"\n\n";
            text += words;
        }
    }
    return text;
}

QString TranscriptLayout::markdown(const TextRange &range) const
{
    QString text;
    if (range.isEmpty())
        return text;
    for (int i = range.from().message; i <= range.to().message && i < int(m_messages.size()); ++i) {
        const RowPlace from = i == range.from().message ? range.from().row : RowPlace{};
        const RowPlace to = i == range.to().message ? range.to().row : RowPlace{TranscriptMessage::SectionCount, 0};
        const QString part = m_messages[size_t(i)]->markdown(from, to).trimmed();
        if (!part.isEmpty())
            text += text.isEmpty() ? part : QStringLiteral("\n\n") + part;
    }
    return text;
}

} // namespace Slipway
