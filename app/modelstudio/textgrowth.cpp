// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/textgrowth.h"

namespace Slipway {

QString TextGrowth::take(const QString &text)
{
    if (text.isEmpty())
        return {};
    switch (m_kind) {
    case Kind::Incremental:
        return text;
    case Kind::Cumulative:
        return takeCumulative(text);
    case Kind::Unknown:
        return takeUnknown(text);
    }
    return {};
}

QString TextGrowth::takeUnknown(const QString &text)
{
    if (m_known.isEmpty())
        return m_known = text;
    if (text == m_known) {
        ++m_repeats;
        return {};
    }
    if (text.startsWith(m_known)) {
        m_kind = Kind::Cumulative;
        return takeCumulative(text);
    }
    m_kind = Kind::Incremental;
    return m_known.repeated(m_repeats) + text;
}

QString TextGrowth::takeCumulative(const QString &text)
{
    if (text.size() < m_known.size()) {
        if (m_known.startsWith(text))
            return {};
        m_kind = Kind::Incremental; // it was to repeat what came before and does not
        return text;
    }
    qsizetype known = m_known.size();
    // Where the end was mended, the cut may fall into the middle of a character of two units.
    if (known > 0 && known < text.size() && text[known].isLowSurrogate() && m_known.back() != text[known - 1])
        --known;
    m_known = text;
    return text.sliced(known);
}

} // namespace Slipway
