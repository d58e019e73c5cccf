// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/mathematics.h"

#include "app/chat/codespan.h"

#include <algorithm>

namespace Slipway {

namespace {

using Kind = MarkdownBlock::Kind;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isPunctuation(QChar c)
{
    return c > u' ' && c < u'\x7f' && !isAsciiLetter(c) && !isDigit(c);
}

/// Behind the first `mark` from `from` on that is not escaped; -1 where there is none.
qsizetype endOf(QStringView text, QStringView mark, qsizetype from)
{
    for (qsizetype at = from; at + 1 < text.size(); ++at) {
        if (text.sliced(at, 2) == mark)
            return at + 2;
        if (text[at] == u'\\')
            ++at;
    }
    return -1;
}

/// Two letters or more beside a space and outside of {}: words, as between two prices.
bool hasWords(QStringView text)
{
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (!isAsciiLetter(text[at])) {
            depth += text[at] == u'{' ? 1 : text[at] == u'}' ? -1 : 0;
            ++at;
            continue;
        }
        const qsizetype from = at;
        while (at < text.size() && isAsciiLetter(text[at]))
            ++at;
        const bool apart = (from > 0 && text[from - 1] == u' ') || (at < text.size() && text[at] == u' ');
        if (at - from > 1 && depth <= 0 && apart)
            return true;
    }
    return false;
}

bool isFormula(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"\\^_=").contains(c); });
}

/// A | that would end the cell of a table.
bool hasBar(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'|')
            return true;
        if (text[at] == u'\\')
            ++at;
    }
    return false;
}

/// Whether $…$ is mathematics and not what stands between two prices, going by what is within, before and after.
bool isPlausible(QStringView inner, QChar before, QChar after, Kind kind)
{
    if (inner.isEmpty() || inner.front().isSpace() || inner.back().isSpace() || inner.contains(u'`'))
        return false;
    if (isAsciiLetter(before) || isDigit(before) || isDigit(after) || after == u'$')
        return false;
    return (isFormula(inner) || !hasWords(inner)) && !(kind == Kind::Table && hasBar(inner));
}

class Writer
{
public:
    Writer(QStringView text, Kind kind) : m_text(text), m_kind(kind) {}

    QString written()
    {
        while (m_at < m_text.size()) {
            if ((m_at == 0 || m_text[m_at - 1] == u'\n') && copyCodeLine())
                continue;
            switch (m_text[m_at].unicode()) {
            case u'`':
                copyCodeSpan();
                break;
            case u'\\':
                takeBackslash();
                break;
            case u'$':
                takeDollars();
                break;
            default:
                copy(1);
            }
        }
        return m_written;
    }

private:
    void copy(qsizetype length)
    {
        length = qMin(length, m_text.size() - m_at);
        m_written += m_text.sliced(m_at, length);
        m_at += length;
    }

    /// Of a fence, or indented.
    bool copyCodeLine()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        const QStringView line = m_text.sliced(m_at, end < 0 ? m_text.size() - m_at : end + 1 - m_at);
        const auto leads = [](QChar c) { return c.isSpace() || c == u'>'; };
        const auto lead = std::find_if_not(line.begin(), line.end(), leads) - line.begin();
        const QStringView inner = line.sliced(lead).trimmed();
        const bool inFence = !m_fence.isEmpty();
        if (inFence ? closesFence(inner) : opensFence(inner)) {
            m_fence = inFence ? QStringView() : inner.first(runOf(inner, 0));
        } else if (!inFence && !(m_kind == Kind::Paragraph && m_afterBlank && line.startsWith(u"    "))) {
            m_afterBlank = inner.isEmpty();
            return false;
        }
        copy(line.size());
        return true;
    }

    static bool opensFence(QStringView inner)
    {
        if (inner.isEmpty() || (inner.front() != u'`' && inner.front() != u'~'))
            return false;
        const qsizetype run = runOf(inner, 0);
        return run >= 3 && (inner.front() == u'~' || !inner.sliced(run).contains(u'`'));
    }

    bool closesFence(QStringView inner) const
    {
        return inner.size() >= m_fence.size() && inner.front() == m_fence.front() && runOf(inner, 0) == inner.size();
    }

    void copyCodeSpan()
    {
        const qsizetype end = endOfCodeSpan(m_text, m_at);
        copy(end < 0 ? runOf(m_text, m_at) : end - m_at);
    }

    void takeBackslash()
    {
        const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
        if (next == u'(')
            takeUntil(u"\\)", m_hasRoundEnd, false);
        else if (next == u'[')
            takeUntil(u"\\]", m_hasSquareEnd, true);
        else
            copy(2);
    }

    void takeDollars()
    {
        const qsizetype run = runOf(m_text, m_at);
        if (run == 2)
            takeUntil(u"$$", m_hasDollarsEnd, true);
        else if (run > 2 || !takeInline())
            copy(run);
    }

    /// `hasEnd` turns false once there is no end any more: it is looked for in vain once only.
    void takeUntil(QStringView mark, bool &hasEnd, bool apart)
    {
        const qsizetype end = hasEnd ? endOf(m_text, mark, m_at + 2) : -1;
        hasEnd = end >= 0;
        if (hasEnd && apart)
            setApart(end);
        else if (hasEnd)
            escape(end, false);
        else if (apart && m_text.first(m_at).trimmed().isEmpty()) // it is still being written
            escape(m_at + m_text.sliced(m_at).trimmed().size(), true);
        else
            copy(2);
    }

    /// On lines of its own where it was written so.
    void setApart(qsizetype end)
    {
        const qsizetype lineEnd = m_written.lastIndexOf(u'\n');
        const QStringView before = QStringView(m_written).first(qMax(lineEnd, 0)).trimmed();
        const auto lead = QStringView(m_written).sliced(lineEnd + 1);
        const bool alone = std::all_of(lead.begin(), lead.end(), [](QChar c) { return c == u' ' || c == u'>'; });
        if (alone && keepsLines() && !before.isEmpty() && before.back() != u'>')
            m_written.replace(lineEnd, m_written.size() - lineEnd, QChar::LineSeparator);
        escape(end, true);
        const QStringView after = m_text.sliced(m_at);
        if (m_kind == Kind::Paragraph && after.startsWith(u'\n') && !after.trimmed().isEmpty())
            breakLine(true);
    }

    bool keepsLines() const { return m_kind != Kind::Table && m_kind != Kind::Heading; }

    bool takeInline()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != u'$' && m_text[end] != u'\n')
            end += m_text[end] == u'\\' ? 2 : 1;
        if (end >= m_text.size() || m_text[end] != u'$')
            return false;
        const QChar before = m_at > 0 ? m_text[m_at - 1] : QChar();
        const QChar after = end + 1 < m_text.size() ? m_text[end + 1] : QChar();
        if (!isPlausible(m_text.sliced(m_at + 1, end - m_at - 1), before, after, m_kind))
            return false;
        escape(end + 1, false);
        return true;
    }

    /// All up to `end`. What stands apart keeps its lines.
    void escape(qsizetype end, bool apart)
    {
        while (m_at < end) {
            const QChar c = m_text[m_at];
            if (c == u'\r')
                ++m_at;
            else if (c == u'\n')
                breakLine(apart && keepsLines());
            else {
                if (isPunctuation(c))
                    m_written += u'\\';
                copy(1);
            }
        }
    }

    /// What stands before the text of the next line belongs to the list or quotation, or is an indentation.
    void breakLine(bool kept)
    {
        const qsizetype lead = m_at + 1;
        qsizetype text = lead;
        while (text < m_text.size() && (m_text[text] == u' ' || (m_text[text] == u'>' && m_kind == Kind::Quote)))
            ++text;
        if (!kept) {
            copy(text - m_at);
            return;
        }
        m_written += QChar::LineSeparator; // one of Markdown would begin another item of a list
        m_at = m_kind == Kind::Paragraph ? lead : text;
    }

    QStringView m_text;
    Kind m_kind;
    QString m_written;
    QStringView m_fence; ///< the marks of the open one
    qsizetype m_at = 0;
    bool m_afterBlank = true;
    bool m_hasRoundEnd = true;
    bool m_hasSquareEnd = true;
    bool m_hasDollarsEnd = true;
};

} // namespace

QString withMathematicsAsText(const QString &markdown, MarkdownBlock::Kind kind)
{
    const QStringView text = markdown;
    const bool none = !text.contains(u'$') && !text.contains(u"\\(") && !text.contains(u"\\[");
    return none ? markdown : Writer(text, kind).written();
}

} // namespace Slipway
