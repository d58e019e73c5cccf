// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QUuid>

#include <map>

namespace Slipway {

/// Of a journal's lines, taken oldest first, those of mutations without an outcome. Holds no others, so that a long
/// journal can be gone through in little memory.
class OpenLines
{
public:
    /// Where a line stands.
    struct Place
    {
        bool isEarly = false; ///< before what is read in any case
        bool isLast = false;  ///< in a file that falls away soon
    };

    void take(const QByteArray &line, const Place &place);

    int count() const { return int(m_open.size()); }
    QByteArray early() const; ///< of the mutations that were begun early, in the order in which they were begun
    QByteArrayList fallingAway() const; ///< of the mutations that stand only in files that fall away soon

private:
    struct Mutation
    {
        Place begun;
        bool isLast = false;
        QByteArrayList lines;
    };

    std::map<int, Mutation> m_open; // by growing number
    QHash<QUuid, int> m_numbers;
    int m_lastNumber = 0;
};

} // namespace Slipway
