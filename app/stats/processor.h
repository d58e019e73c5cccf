// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Slipway {

/// What a thread has had of the processors.
struct ProcessorTime
{
    std::chrono::nanoseconds worked{}; ///< it ran
    std::chrono::nanoseconds waited{}; ///< it could have run, and others did; zero where the kernel does not tell

    friend ProcessorTime operator-(ProcessorTime a, ProcessorTime b)
    {
        return {a.worked - b.worked, a.waited - b.waited};
    }
};

/// Tells it of the thread that made this, which is the one that may ask. Asking takes about a microsecond.
class OwnProcessorTime
{
public:
    OwnProcessorTime();
    ~OwnProcessorTime();
    OwnProcessorTime(const OwnProcessorTime &) = delete;
    OwnProcessorTime &operator=(const OwnProcessorTime &) = delete;

    ProcessorTime now() const;

private:
    int m_file; ///< the kernel's figures of this thread
};

} // namespace Slipway
