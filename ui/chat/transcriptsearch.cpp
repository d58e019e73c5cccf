// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a transcript goes to the words that someone looks for.
#include "ui/chat/transcript.h"

#include <QStringMatcher>

#include <algorithm>

namespace Slipway {

namespace {

class Words
{
public:
    explicit Words(const QStringList &words)
    {
        for (const QString &word : words)
            m_matchers.append(QStringMatcher(word, Qt::CaseInsensitive));
    }

    bool allIn(const QString &text) const
    {
        return std::all_of(m_matchers.begin(), m_matchers.end(),
                           [&text](const QStringMatcher &word) { return word.indexIn(text) >= 0; });
    }
    bool anyIn(const QString &text) const
    {
        return std::any_of(m_matchers.begin(), m_matchers.end(),
                           [&text](const QStringMatcher &word) { return word.indexIn(text) >= 0; });
    }

private:
    QList<QStringMatcher> m_matchers;
};

} // namespace

/// From `from` on, the beginning of the first row that `holds`, or that very place within its own row.
template<typename Holds>
static std::optional<TextPlace> firstRow(const TranscriptLayout &layout, const TextPlace &from, Holds holds)
{
    for (int message = from.message; message < int(layout.messages().size()); ++message) {
        const TranscriptMessage &read = *layout.messages()[size_t(message)];
        for (const int section : {int(TranscriptMessage::Thinking), int(TranscriptMessage::Answer)}) {
            TextPlace place{message, {section, 0}, 0};
            for (const TranscriptRow *row = nullptr; (row = read.row(place.row)) != nullptr; ++place.row.row) {
                const bool isOwn = place.message == from.message && place.row == from.row;
                if ((isOwn || place >= from) && holds(row->block().source))
                    return isOwn ? from : place;
            }
        }
    }
    return {};
}

void Transcript::find(const QStringList &words)
{
    m_words = words;
    m_isSought = !words.isEmpty();
    if (m_isSought && m_asleep == 0)
        goToFound();
}

/// The first row that has them all, or, where they stand apart, the first that has one.
void Transcript::goToFound()
{
    m_isSought = false;
    const Words words(m_words);
    auto found = firstRow(m_layout, {}, [&words](const QString &text) { return words.allIn(text); });
    if (!found)
        found = firstRow(m_layout, {}, [&words](const QString &text) { return words.anyIn(text); });
    if (found)
        showWordIn(*found);
}

bool Transcript::findNext()
{
    if (m_words.isEmpty() || m_asleep > 0)
        return false;
    const TextPlace reader{m_reader.message, m_reader.row, 0};
    return showNextWord(m_selection.isEmpty() ? reader : m_selection.to()) || showNextWord({});
}

/// A row whose source alone has a word, as a mark or an address, is passed over.
bool Transcript::showNextWord(TextPlace from)
{
    const Words words(m_words);
    const auto hasOne = [&words](const QString &text) { return words.anyIn(text); };
    while (const auto found = firstRow(m_layout, from, hasOne)) {
        if (showWordIn(*found))
            return true;
        from = {found->message, {found->row.section, found->row.row + 1}, 0};
    }
    return false;
}

/// Selects the word of that row that stands first from there on, a third from the top; false where there is none.
bool Transcript::showWordIn(const TextPlace &from)
{
    TranscriptMessage &message = *m_layout.messages()[size_t(from.message)];
    TranscriptRow *row = message.row(from.row);
    std::optional<TranscriptRow::Selected> first;
    for (const QString &word : std::as_const(m_words)) {
        const auto at = row ? row->find(m_layout.style(), word, from.at) : std::nullopt;
        if (at && (!first || at->from < first->from))
            first = at;
    }
    if (!first)
        return false;
    if (from.row.section == TranscriptMessage::Thinking && !message.isUnfolded())
        message.setUnfolded(true);
    const int above = viewport()->height() / 3;
    read({from.message, from.row, -above});
    read({from.message, from.row, row->topOf(first->from) - above});
    select({{from.message, from.row, first->from}, {from.message, from.row, first->to}});
    return true;
}

} // namespace Slipway
