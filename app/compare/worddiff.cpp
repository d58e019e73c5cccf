// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/worddiff.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

namespace Slipway {

namespace {

enum class Sort { Space, Word, Alone, Joined };

bool hasNoSpaces(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Sort sortOf(char32_t character)
{
    constexpr char32_t joiner = 0x200d;
    if (QChar::isMark(character) || character == joiner)
        return Sort::Joined;
    if (QChar::isSpace(character) || QChar::category(character) == QChar::Other_Control)
        return Sort::Space;
    if (QChar::isLetterOrNumber(character))
        return hasNoSpaces(character) ? Sort::Alone : Sort::Word;
    return Sort::Alone;
}

/// One step per character, however it is encoded.
char32_t characterAt(QStringView text, qsizetype at, qsizetype *length)
{
    const bool isPair = at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
    *length = isPair ? 2 : 1;
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

/// "don't" and "3.14" are one word.
bool joinsWords(QStringView text, qsizetype at)
{
    if (at == 0 || at + 1 >= text.size())
        return false;
    const QChar c = text[at];
    const QChar before = text[at - 1];
    const QChar after = text[at + 1];
    if (c == u'\'' || c == u'’')
        return before.isLetter() && after.isLetter();
    return (c == u'.' || c == u',') && before.isDigit() && after.isDigit();
}

// ---- which words have a partner

using Ids = std::vector<int>;

/// The furthest that a search along each diagonal has come; diagonals are numbered from -`shift`.
class Diagonals
{
public:
    Diagonals(size_t left, size_t right) : m_at(left + right + 3), m_shift(int(right) + 1) {}
    int &operator[](int diagonal) { return m_at[size_t(diagonal + m_shift)]; }

private:
    std::vector<int> m_at;
    int m_shift;
};

struct Box
{
    int left;
    int leftEnd;
    int right;
    int rightEnd;
};

struct Point
{
    int left;
    int right;
};

/// Myers' search from both ends for a place on the shortest way ("An O(ND) Difference Algorithm", 1986). Where that
/// takes too many steps, the place that has come furthest will do.
class Differ
{
public:
    Differ(const Ids &left, const Ids &right, const std::atomic_bool *cancelled) :
        m_left(left),
        m_right(right),
        m_forward(left.size(), right.size()),
        m_backward(left.size(), right.size()),
        m_cancelled(cancelled),
        leftChanged(left.size()),
        rightChanged(right.size())
    {
        m_open.push_back({0, int(left.size()), 0, int(right.size())});
    }

    void run()
    {
        while (!m_open.empty() && !(m_cancelled && m_cancelled->load(std::memory_order_relaxed))) {
            Box box = m_open.back();
            m_open.pop_back();
            compare(box);
        }
    }

private:
    static constexpr int tooManySteps = 512;

    bool same(int left, int right) const { return m_left[size_t(left)] == m_right[size_t(right)]; }

    void compare(Box box)
    {
        while (box.left < box.leftEnd && box.right < box.rightEnd && same(box.left, box.right))
            ++box.left, ++box.right;
        while (box.left < box.leftEnd && box.right < box.rightEnd && same(box.leftEnd - 1, box.rightEnd - 1))
            --box.leftEnd, --box.rightEnd;
        if (box.left == box.leftEnd || box.right == box.rightEnd) {
            std::fill(leftChanged.begin() + box.left, leftChanged.begin() + box.leftEnd, true);
            std::fill(rightChanged.begin() + box.right, rightChanged.begin() + box.rightEnd, true);
            return;
        }
        const Point middle = middleOf(box);
        m_open.push_back({middle.left, box.leftEnd, middle.right, box.rightEnd});
        m_open.push_back({box.left, middle.left, box.right, middle.right});
    }

    Point middleOf(const Box &box)
    {
        const int least = box.left - box.rightEnd;
        const int most = box.leftEnd - box.right;
        m_forwardRange = {box.left - box.right, box.left - box.right};
        m_backwardRange = {box.leftEnd - box.rightEnd, box.leftEnd - box.rightEnd};
        m_isOdd = (m_forwardRange.least - m_backwardRange.least) & 1;
        m_forward[m_forwardRange.least] = box.left;
        m_backward[m_backwardRange.least] = box.leftEnd;
        for (int steps = 1;; ++steps) {
            Point met{};
            if (stepForward(box, least, most, &met) || stepBackward(box, least, most, &met))
                return met;
            if (steps >= tooManySteps)
                return furthest(box);
        }
    }

    struct Range
    {
        int least;
        int most;
    };

    /// Each step reaches one diagonal more on both sides, until there is none.
    static void widen(Range &range, int least, int most, Diagonals &reached, int nothing)
    {
        if (range.least > least)
            reached[--range.least - 1] = nothing;
        else
            ++range.least;
        if (range.most < most)
            reached[++range.most + 1] = nothing;
        else
            --range.most;
    }

    bool stepForward(const Box &box, int least, int most, Point *met)
    {
        widen(m_forwardRange, least, most, m_forward, -1);
        for (int diagonal = m_forwardRange.most; diagonal >= m_forwardRange.least; diagonal -= 2) {
            const int before = m_forward[diagonal - 1];
            const int after = m_forward[diagonal + 1];
            int left = before < after ? after : before + 1;
            while (left < box.leftEnd && left - diagonal < box.rightEnd && same(left, left - diagonal))
                ++left;
            m_forward[diagonal] = left;
            const bool seen = diagonal >= m_backwardRange.least && diagonal <= m_backwardRange.most;
            if (m_isOdd && seen && m_backward[diagonal] <= left) {
                *met = {left, left - diagonal};
                return true;
            }
        }
        return false;
    }

    bool stepBackward(const Box &box, int least, int most, Point *met)
    {
        widen(m_backwardRange, least, most, m_backward, std::numeric_limits<int>::max());
        for (int diagonal = m_backwardRange.most; diagonal >= m_backwardRange.least; diagonal -= 2) {
            const int before = m_backward[diagonal - 1];
            const int after = m_backward[diagonal + 1];
            int left = before < after ? before : after - 1;
            while (left > box.left && left - diagonal > box.right && same(left - 1, left - diagonal - 1))
                --left;
            m_backward[diagonal] = left;
            const bool seen = diagonal >= m_forwardRange.least && diagonal <= m_forwardRange.most;
            if (!m_isOdd && seen && left <= m_forward[diagonal]) {
                *met = {left, left - diagonal};
                return true;
            }
        }
        return false;
    }

    Point furthest(const Box &box)
    {
        Point forward{box.left, box.right};
        for (int diagonal = m_forwardRange.most; diagonal >= m_forwardRange.least; diagonal -= 2) {
            const int left = std::min({m_forward[diagonal], box.leftEnd, box.rightEnd + diagonal});
            if (left + left - diagonal > forward.left + forward.right)
                forward = {left, left - diagonal};
        }
        Point backward{box.leftEnd, box.rightEnd};
        for (int diagonal = m_backwardRange.most; diagonal >= m_backwardRange.least; diagonal -= 2) {
            const int left = std::max({m_backward[diagonal], box.left, box.right + diagonal});
            if (left + left - diagonal < backward.left + backward.right)
                backward = {left, left - diagonal};
        }
        const int gained = forward.left + forward.right - box.left - box.right;
        const int gainedBackward = box.leftEnd + box.rightEnd - backward.left - backward.right;
        return gained > gainedBackward ? forward : backward;
    }

    const Ids &m_left;
    const Ids &m_right;
    Diagonals m_forward;
    Diagonals m_backward;
    Range m_forwardRange{};
    Range m_backwardRange{};
    bool m_isOdd = false;
    std::vector<Box> m_open;
    const std::atomic_bool *m_cancelled;

public:
    std::vector<bool> leftChanged;
    std::vector<bool> rightChanged;
};

/// A text as numbers, the same for the same word.
struct Numbered
{
    QList<TextSpan> words;
    Ids ids;
};

Numbered numbered(QStringView text, QHash<QStringView, int> &known)
{
    Numbered result{wordsOf(text), {}};
    result.ids.reserve(size_t(result.words.size()));
    for (const TextSpan &word : result.words) {
        const QStringView key = text.mid(word.begin, word.length);
        auto found = known.constFind(key);
        if (found == known.constEnd())
            found = known.insert(key, int(known.size()));
        result.ids.push_back(*found);
    }
    return result;
}

/// The words that the other text has at all, and where they stand: the others can have no partner, and leaving them out
/// changes nothing but the time it takes.
struct Candidates
{
    Candidates(const Ids &all, const std::vector<bool> &inOther)
    {
        for (size_t i = 0; i < all.size(); ++i) {
            if (!inOther[size_t(all[i])])
                continue;
            ids.push_back(all[i]);
            places.push_back(i);
        }
    }

    std::vector<bool> lonely(size_t count, const std::vector<bool> &changed) const
    {
        std::vector<bool> result(count, true);
        for (size_t i = 0; i < places.size(); ++i)
            result[places[i]] = changed[i];
        return result;
    }

    Ids ids;
    std::vector<size_t> places;
};

std::vector<bool> presence(const Ids &ids, qsizetype known)
{
    std::vector<bool> result(static_cast<size_t>(known));
    for (const int id : ids)
        result[size_t(id)] = true;
    return result;
}

/// From the first of some neighbouring words to the last, or the empty place before the next word.
TextSpan spanOf(const QList<TextSpan> &words, qsizetype first, qsizetype end)
{
    if (first < end)
        return {words[first].begin, words[end - 1].end() - words[first].begin};
    return {first > 0 ? words[first - 1].end() : 0, 0};
}

WordDifference joined(const QList<TextSpan> &left, const std::vector<bool> &leftLonely, const QList<TextSpan> &right,
                      const std::vector<bool> &rightLonely)
{
    WordDifference difference;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() || j < right.size()) {
        const qsizetype leftFirst = i;
        const qsizetype rightFirst = j;
        while (i < left.size() && leftLonely[size_t(i)])
            ++i;
        while (j < right.size() && rightLonely[size_t(j)])
            ++j;
        if (i > leftFirst || j > rightFirst)
            difference.changes.append({spanOf(left, leftFirst, i), spanOf(right, rightFirst, j)});
        difference.leftOnly += i - leftFirst;
        difference.rightOnly += j - rightFirst;
        if (i < left.size() && j < right.size())
            ++difference.common, ++i, ++j;
    }
    return difference;
}

} // namespace

QList<TextSpan> wordsOf(QStringView text)
{
    QList<TextSpan> words;
    Sort last = Sort::Space;
    qsizetype length = 0;
    for (qsizetype at = 0; at < text.size(); at += length) {
        Sort sort = sortOf(characterAt(text, at, &length));
        if (sort == Sort::Alone && last == Sort::Word && joinsWords(text, at))
            sort = Sort::Word;
        const bool continues = (sort == Sort::Word && last == Sort::Word) || sort == Sort::Joined;
        if (continues && last != Sort::Space)
            words.last().length += length;
        else if (sort != Sort::Space)
            words.append({at, length});
        if (sort != Sort::Joined || last == Sort::Space)
            last = sort == Sort::Joined ? Sort::Alone : sort;
    }
    return words;
}

WordDifference wordDifference(QStringView left, QStringView right, const std::atomic_bool *cancelled)
{
    QHash<QStringView, int> known;
    const Numbered leftWords = numbered(left, known);
    const Numbered rightWords = numbered(right, known);
    const Candidates leftOnes(leftWords.ids, presence(rightWords.ids, known.size()));
    const Candidates rightOnes(rightWords.ids, presence(leftWords.ids, known.size()));
    Differ differ(leftOnes.ids, rightOnes.ids, cancelled);
    differ.run();
    if (cancelled && *cancelled)
        return {};
    return joined(leftWords.words, leftOnes.lonely(leftWords.ids.size(), differ.leftChanged), rightWords.words,
                  rightOnes.lonely(rightWords.ids.size(), differ.rightChanged));
}

} // namespace Slipway
