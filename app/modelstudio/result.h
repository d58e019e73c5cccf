// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"

#include <utility>

namespace Slipway {

/// A value or the Error that stands in its place. (Debian 12 has no std::expected. Both are members, because its
/// compiler warns where a std::variant or std::optional that holds the one is moved, as if the other were read unset.)
template<typename T>
class Result
{
public:
    Result(T value) : m_value(std::move(value)), m_hasValue(true) {}
    Result(Error error) : m_error(std::move(error)) {}

    bool hasValue() const { return m_hasValue; }
    explicit operator bool() const { return m_hasValue; }

    /// Only where hasValue().
    const T &value() const &
    {
        Q_ASSERT(m_hasValue);
        return m_value;
    }
    T &&value() &&
    {
        Q_ASSERT(m_hasValue);
        return std::move(m_value);
    }

    /// Only where not hasValue().
    const Error &error() const
    {
        Q_ASSERT(!m_hasValue);
        return m_error;
    }

    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

private:
    T m_value{};
    Error m_error;
    bool m_hasValue = false;
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
