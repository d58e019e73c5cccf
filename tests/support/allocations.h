// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
#define SLIPWAY_COUNTS_ALLOCATIONS 0
#else
#define SLIPWAY_COUNTS_ALLOCATIONS 1
#endif

namespace Slipway {

/// How often this thread asked for memory. To be included by one file of a program only: it stands in for malloc().
class Allocations
{
public:
    static constexpr bool areCounted() { return SLIPWAY_COUNTS_ALLOCATIONS; }
    static inline thread_local long count = 0;

    long sinceThen() const { return count - m_before; }

private:
    long m_before = count;
};

} // namespace Slipway

#if SLIPWAY_COUNTS_ALLOCATIONS
extern "C" void *__libc_malloc(std::size_t size); // NOLINT: glibc's own name

extern "C" void *malloc(std::size_t size) noexcept
{
    ++Slipway::Allocations::count;
    return __libc_malloc(size);
}
#endif
