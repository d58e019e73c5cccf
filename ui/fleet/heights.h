// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace Slipway {

/// How high wrapped text is at the latest few widths. A layout asks for the same width many times over, and again for
/// every row of a list whenever one is added; each answer would wrap the text anew.
class Heights
{
public:
    /// At `width` pixels, measured by `measure()` only if it is not remembered.
    template<typename Measure>
    int at(int width, Measure measure)
    {
        for (const Known &each : m_known) {
            if (each.width == width)
                return each.height;
        }
        m_next = (m_next + 1) % m_known.size();
        m_known[m_next] = {width, measure()};
        return m_known[m_next].height;
    }

    void forget() { m_known.fill({}); } ///< whenever the text or its font becomes another

private:
    struct Known
    {
        int width = -1;
        int height = 0;
    };
    std::array<Known, 4> m_known;
    std::size_t m_next = 0;
};

} // namespace Slipway
