// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What every fuzzer is: one function that takes any bytes at all, and ends the program when a promise does not hold. A
// build with libFuzzer makes the bytes up; every other build gives it the files of tests/corpora (fuzzreplay.cpp).

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// For a fuzzer that needs more than bytes: called once before all else.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);

#define FUZZ_REQUIRE(promise)                                                                                          \
    do {                                                                                                               \
        if (!(promise)) {                                                                                              \
            std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise);                                 \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

namespace Slipway::Fuzz {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// Lengths of the pieces into which a whole is cut; always the same ones for the same whole.
class Cuts
{
public:
    explicit Cuts(QByteArrayView whole)
    {
        for (const char c : whole)
            m_state = (m_state ^ std::uint8_t(c)) * 16777619U;
    }

    qsizetype next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        const std::uint32_t kind = (m_state >> 28U) & 7U;
        return kind == 0 ? 0 : qsizetype((m_state >> 16U) % (kind < 4 ? 4U : 64U));
    }

private:
    std::uint32_t m_state = 2166136261U;
};

} // namespace Slipway::Fuzz
