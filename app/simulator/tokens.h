// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Slipway::Simulator {

/// A text cut into pieces that a model might have made: about four letters, or one Chinese character. Pieces never cut
/// a code point, and together are the text.
class TokenText
{
public:
    TokenText() = default;
    explicit TokenText(const QByteArray &utf8);

    qint64 size() const { return static_cast<qint64>(m_ends.size()); }
    QByteArray slice(qint64 from, qint64 to) const; ///< tokens from…to-1
    QByteArray prefix(qint64 count) const { return slice(0, count); }
    void truncate(qint64 count); ///< to at most so many tokens

private:
    QByteArray m_text;
    std::vector<qsizetype> m_ends;
};

} // namespace Slipway::Simulator
