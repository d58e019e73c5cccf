// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/endless.h"

#include <algorithm>

namespace Slipway::Simulator {

namespace {

/// Bits in the order in which deflate packs them: the first is the lowest of the first byte (RFC 1951 §3.1.1).
class Bits
{
public:
    /// Huffman codes are packed from their highest bit on.
    void code(unsigned bits, int count)
    {
        for (int i = count - 1; i >= 0; --i)
            bit((bits >> static_cast<unsigned>(i)) & 1U);
    }

    QByteArray takeBytes() { return std::exchange(m_bytes, {}); } ///< the last bits of an unfinished byte stay

private:
    void bit(unsigned value)
    {
        m_byte |= value << m_count;
        if (++m_count < 8)
            return;
        m_bytes.append(static_cast<char>(m_byte));
        m_byte = m_count = 0;
    }

    QByteArray m_bytes;
    unsigned m_byte = 0;
    unsigned m_count = 0;
};

/// A block of RFC 1951 §3.2.4, which holds its bytes as they are.
QByteArray stored(const QByteArray &bytes)
{
    const auto size = static_cast<unsigned>(bytes.size());
    QByteArray block(1, '\0');
    for (const unsigned number : {size, ~size}) {
        block.append(static_cast<char>(number & 0xffU));
        block.append(static_cast<char>((number >> 8U) & 0xffU));
    }
    return block + bytes;
}

/// "Repeat the last byte 258 times", in the fixed codes of RFC 1951 §3.2.6; so few bits cannot say more.
void repeatMany(Bits &bits)
{
    bits.code(0b11000101, 8);
    bits.code(0, 5);
}

/// "Repeat the last byte 10 times."
void repeatFew(Bits &bits)
{
    bits.code(0b0001000, 7);
    bits.code(0, 5);
}

void repeat(Bits &bits, Blowup blowup)
{
    repeatMany(bits);
    for (int i = 0; blowup == Blowup::Times34 && i < 5; ++i)
        repeatFew(bits);
}

} // namespace

EndlessBody::EndlessBody(QByteArray begin, QByteArray again) : m_begin(std::move(begin)), m_again(std::move(again)) {}

std::optional<QByteArray> EndlessBody::next()
{
    ++m_pieces;
    return m_begin.isEmpty() ? m_again : std::exchange(m_begin, {});
}

EndlessBody *gzipWithoutEnd(const QByteArray &content, Blowup blowup)
{
    constexpr qsizetype mostStored = 65'535;
    QByteArray begin = QByteArray::fromHex("1f8b08000000000000ff");
    for (qsizetype i = 0; i < content.size(); i += mostStored)
        begin += stored(content.mid(i, mostStored));
    Bits bits;
    bits.code(0b010, 3);      // a further block, of fixed codes
    bits.code(0b01010000, 8); // one blank
    repeatMany(bits);
    begin += bits.takeBytes();
    constexpr int wholeBytes = 8; // of that many repetitions the pattern begins anew at the same bit
    for (int i = 0; i < wholeBytes * 128; ++i)
        repeat(bits, blowup);
    return new EndlessBody(begin, bits.takeBytes());
}

} // namespace Slipway::Simulator
