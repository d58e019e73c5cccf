// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <atomic>

namespace Slipway {

struct TextSpan
{
    qsizetype begin = 0;
    qsizetype length = 0;
    qsizetype end() const { return begin + length; }
    bool operator==(const TextSpan &) const = default;
};

/// What stands in the left text where the right one has something else. One of them may be empty; it says where.
struct TextChange
{
    TextSpan left;
    TextSpan right;
    bool operator==(const TextChange &) const = default;
};

struct WordDifference
{
    QList<TextChange> changes; ///< in order, apart from each other by at least one common word
    qsizetype leftOnly = 0;    ///< words that only the left text has
    qsizetype rightOnly = 0;
    qsizetype common = 0;
    bool operator==(const WordDifference &) const = default;
};

/// The words of a text: runs of letters and digits; of scripts without spaces each character; every other character
/// that can be seen on its own. Space is no word.
QList<TextSpan> wordsOf(QStringView text);

/// The words in which two texts differ, whatever space lies between them. As few as there can be while they are fewer
/// than some thousand, else nearly so: two unlike texts of 120 kB take well under a second. Pure; may run in any
/// thread, and ends early and empty once `cancelled` is set.
WordDifference wordDifference(QStringView left, QStringView right, const std::atomic_bool *cancelled = nullptr);

} // namespace Slipway
