// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/mathematicswatch.h"

#include "app/chat/codespan.h"

namespace Slipway {

void MathematicsWatch::take(QStringView line)
{
    for (qsizetype at = 0; at + 1 < line.size();) {
        const QStringView pair = line.sliced(at, 2);
        if (isOpen() ? pair == m_end : pair == u"\\[" || pair == u"$$") {
            m_end = isOpen() ? nullptr : pair == u"$$" ? u"$$" : u"\\]";
            at += 2;
        } else if (!isOpen() && line[at] == u'`') {
            const qsizetype end = endOfCodeSpan(line, at);
            at = end < 0 ? at + runOf(line, at) : end;
        } else {
            at += line[at] == u'\\' ? 2 : 1;
        }
    }
}

} // namespace Slipway
