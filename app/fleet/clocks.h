// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

namespace Slipway {

/// A moment, as both clocks of the machine told it.
struct Moment
{
    QDateTime wall; ///< UTC; what people read
    std::chrono::milliseconds steady{0};
};

/// The machine's two clocks. People read the wall's, which can be set and then jumps; the steady one never jumps and
/// goes on while the machine sleeps, but says nothing of the date.
struct Clocks
{
    std::function<QDateTime()> wall;
    std::function<std::chrono::milliseconds()> steady;

    Moment now() const { return {wall(), steady()}; }

    static Clocks ofSystem();

    /// One time for both, e.g. a test's.
    static Clocks following(std::function<QDateTime()> wall);
};

/// How much time lies between two moments: what the clock says that saw more of it, so that neither a clock that is set
/// back nor a machine whose steady clock stood still makes something old look new. Never negative. Pure.
std::chrono::milliseconds elapsed(const Moment &from, const Moment &to);

} // namespace Slipway
