// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/retry.h"

namespace Slipway {

/// How fast one deployment of a run is asked: never more requests at once than was set, fewer after a rate limit, a
/// pause by the rules of retry.h before the next try, and none after refusals that would only be repeated. Pure.
class RunLane
{
public:
    /// A rate limit that lasts this many tries, of growing pauses up to a minute, ends the lane until a person resumes.
    static constexpr int mostRefusals = 10;
    static constexpr int mostFailures = 5; ///< one after the other

    explicit RunLane(int concurrency, const RetryRule &rule = {});

    int room() const; ///< how many more may be asked now
    int underWay() const { return m_underWay; }
    bool isPaused() const { return m_paused; }
    const std::optional<Error> &halted() const { return m_halted; } ///< nothing more is asked; why

    void asked() { ++m_underWay; }
    void answered(); ///< slowly back to as many as were set
    void stopped() { --m_underWay; }

    /// Certainly not generated. How long to pause now; unset where a pause is on already, or nothing more is asked.
    std::optional<std::chrono::milliseconds> refused(const Error &error, double random);

    /// Asked, and nothing whole came of it. Nothing more is asked where every other would end so too; that is also
    /// where what all requests carry is what was refused, and no answer ever came to them.
    void failed(const Error &error, bool refusesParameter = false);

    void endPause() { m_paused = false; }
    void resume(); ///< by a person: as if nothing had gone wrong
    void setConcurrency(int concurrency);

private:
    RetryRule m_rule;
    int m_concurrency;
    int m_allowed;
    int m_underWay = 0;
    int m_refusals = 0;
    int m_failures = 0;
    bool m_paused = false;
    bool m_hasAnswered = false;
    std::optional<Error> m_halted;
};

} // namespace Slipway
