// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/result.h"

#include <functional>
#include <optional>

namespace Slipway::Test {

/// Keeps what a call answered, and how often. Must outlive the call.
template<typename T>
struct Outcome
{
    std::optional<Result<T>> result;
    int answers = 0;

    std::function<void(Result<T>)> taker()
    {
        return [this](Result<T> answer) {
            ++answers;
            result.emplace(std::move(answer));
        };
    }

    bool isError(Error::Kind kind) const { return result && !result->hasValue() && result->error().kind == kind; }
    const Error &error() const { return result->error(); }
    const T &value() const { return result->value(); }
};

} // namespace Slipway::Test
