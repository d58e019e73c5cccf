// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/processor.h"

#include "app/stats/systemclock.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace Slipway {

using std::chrono::nanoseconds;

OwnProcessorTime::OwnProcessorTime() : m_file(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) {}

OwnProcessorTime::~OwnProcessorTime()
{
    if (m_file >= 0)
        ::close(m_file);
}

ProcessorTime OwnProcessorTime::now() const
{
    ProcessorTime time{.worked = readClock(CLOCK_THREAD_CPUTIME_ID), .waited = {}};
    std::array<char, 80> line{}; // how long it ran, as of some time ago; how long it waited; how often
    if (m_file >= 0 && ::pread(m_file, line.data(), line.size() - 1, 0) > 0) {
        char *end = nullptr;
        std::strtoll(line.data(), &end, 10);
        time.waited = nanoseconds(std::strtoll(end, nullptr, 10));
    }
    return time;
}

} // namespace Slipway
