// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace Slipway {

/// The words that stand for the values of an enumeration in a file.
template<typename Value, size_t count>
using Words = std::array<std::pair<Value, QLatin1String>, count>;

/// Empty for a value that has none.
template<typename Value, size_t count>
QString wordOf(const Words<Value, count> &words, Value value)
{
    for (const auto &[each, word] : words) {
        if (each == value)
            return word;
    }
    return {};
}

template<typename Value, size_t count>
std::optional<Value> valueOf(const Words<Value, count> &words, const QString &wanted)
{
    for (const auto &[each, word] : words) {
        if (word == wanted)
            return each;
    }
    return std::nullopt;
}

} // namespace Slipway
