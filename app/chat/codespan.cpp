// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/codespan.h"

namespace Slipway {

qsizetype runOf(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

qsizetype endOfCodeSpan(QStringView text, qsizetype at)
{
    const qsizetype length = runOf(text, at);
    for (qsizetype next = text.indexOf(u'`', at + length); next >= 0;) {
        const qsizetype run = runOf(text, next);
        if (run == length)
            return next + run;
        next = text.indexOf(u'`', next + run);
    }
    return -1;
}

} // namespace Slipway
