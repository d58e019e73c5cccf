// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/tokens.h"

namespace Slipway::Simulator {

namespace {

constexpr qsizetype longestPiece = 5; // bytes of plain text, a leading space counted

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

qsizetype endOfPiece(const QByteArray &text, qsizetype start)
{
    qsizetype end = start + 1;
    const char first = text[start];
    if (isLetter(first) || first == ' ') {
        while (end < text.size() && end - start < longestPiece && isLetter(text[end]))
            ++end;
    } else {
        while (end < text.size() && isContinuation(text[end]))
            ++end;
    }
    return end;
}

} // namespace

TokenText::TokenText(const QByteArray &utf8) : m_text(utf8)
{
    for (qsizetype at = 0; at < m_text.size();) {
        at = endOfPiece(m_text, at);
        m_ends.push_back(at);
    }
}

QByteArray TokenText::slice(qint64 from, qint64 to) const
{
    if (to <= from || to < 1)
        return {};
    const qsizetype begin = from == 0 ? 0 : m_ends[static_cast<size_t>(from - 1)];
    return m_text.mid(begin, m_ends[static_cast<size_t>(to - 1)] - begin);
}

void TokenText::truncate(qint64 count)
{
    if (count >= size())
        return;
    m_ends.resize(static_cast<size_t>(count));
    m_text.truncate(m_ends.empty() ? 0 : m_ends.back());
}

} // namespace Slipway::Simulator
