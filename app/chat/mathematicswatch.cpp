// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/mathematicswatch.h"

#include "app/chat/codespan.h"

namespace Slipway {

void MathematicsWatch::take(QStringView line)
{
    if (isOpen() ? !line.contains(m_end == End::Dollars ? u"$$" : u"\\]")
                 : !line.contains(u"$$") && !line.contains(u"\\["))
        return; // nearly always
    const auto isNext = [line](qsizetype at, QChar c) { return at + 1 < line.size() && line[at + 1] == c; };
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c == u'\\') {
            if (m_end != End::Dollars && isNext(at, isOpen() ? u']' : u'['))
                m_end = isOpen() ? End::None : End::Bracket;
            ++at;
        } else if (c == u'$' && m_end != End::Bracket && isNext(at, u'$')) {
            m_end = isOpen() ? End::None : End::Dollars;
            ++at;
        } else if (c == u'`' && !isOpen()) {
            const qsizetype end = endOfCodeSpan(line, at);
            at = (end < 0 ? at + runOf(line, at) : end) - 1;
        }
    }
}

} // namespace Slipway
