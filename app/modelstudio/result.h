// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"

#include <utility>
#include <variant>

namespace Slipway {

/// A value or the Error that stands in its place. (Debian 12 has no std::expected.)
template<typename T>
class Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// What a mutation or a single read came back with: the value, and what identifies the exchange to the service.
template<typename T>
struct Answer
{
    T value;
    QString requestId;
    int httpStatus = 0;
};

} // namespace Slipway
