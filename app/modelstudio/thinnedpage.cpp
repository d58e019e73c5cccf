// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/thinnedpage.h"

namespace Slipway {

namespace {

constexpr QByteArrayView arrayKey = "\"deployments\"";
constexpr QByteArrayView idKey = "\"deployed_model\"";

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Walks over a page. What it makes of odd bytes decides only how much is left out.
class Walk
{
public:
    Walk(const QByteArray &page, const KnownDeployments &known) : m_page(page), m_known(known) {}

    bool toArray()
    {
        const qsizetype key = m_page.indexOf(arrayKey);
        m_at = key + arrayKey.size();
        return key >= 0 && take(':') && take('[');
    }

    bool items()
    {
        qsizetype kept = 0;
        do {
            skipSpace();
            const int row = rowHere();
            if (row < 0) {
                if (!skipObject())
                    return false;
            } else {
                m_thinned.body.append(m_page.sliced(kept, m_at - kept)).append('0');
                m_thinned.known.append(row);
                m_at += m_known.deployments.at(row).source.size();
                kept = m_at;
            }
            ++m_thinned.items;
        } while (take(','));
        m_thinned.body.append(m_page.sliced(kept));
        return take(']') && !m_thinned.known.isEmpty();
    }

    ThinnedPage takeResult() { return std::move(m_thinned); }

private:
    void skipSpace()
    {
        while (m_at < m_page.size() && isSpace(m_page[m_at]))
            ++m_at;
    }

    bool take(char wanted)
    {
        skipSpace();
        if (m_at >= m_page.size() || m_page[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    /// The known deployment whose bytes stand here, or -1. They mostly come in the order of the last time.
    int rowHere()
    {
        if (standsHere(m_guess))
            return m_guess++;
        const int named = namedHere();
        m_guess = named + 1;
        return standsHere(named) ? named : -1;
    }

    bool standsHere(int row) const
    {
        if (row < 0 || row >= m_known.deployments.size())
            return false;
        const QByteArray &source = m_known.deployments.at(row).source;
        return !source.isEmpty() && m_page.sliced(m_at).startsWith(source);
    }

    int namedHere() const
    {
        const qsizetype key = m_page.indexOf(idKey, m_at);
        const qsizetype begin = key < 0 ? -1 : m_page.indexOf('"', key + idKey.size());
        const qsizetype end = begin < 0 ? -1 : m_page.indexOf('"', begin + 1);
        return end < 0 ? -1 : m_known.rowOf.value(QString::fromUtf8(m_page.sliced(begin + 1, end - begin - 1)), -1);
    }

    bool skipObject()
    {
        if (m_at >= m_page.size() || m_page[m_at] != '{')
            return false;
        int depth = 0;
        bool inString = false;
        for (; m_at < m_page.size(); ++m_at) {
            const char c = m_page[m_at];
            if (c == '\\')
                ++m_at;
            else if (c == '"')
                inString = !inString;
            else if (!inString)
                depth += int(c == '{') - int(c == '}');
            if (depth == 0)
                return ++m_at <= m_page.size();
        }
        return false;
    }

    QByteArrayView m_page;
    const KnownDeployments &m_known;
    ThinnedPage m_thinned;
    qsizetype m_at = 0;
    int m_guess = -1;
};

} // namespace

std::optional<ThinnedPage> thinned(const QByteArray &page, const KnownDeployments &known)
{
    if (known.deployments.isEmpty())
        return std::nullopt;
    Walk walk(page, known);
    if (!walk.toArray() || !walk.items())
        return std::nullopt;
    return walk.takeResult();
}

} // namespace Slipway
