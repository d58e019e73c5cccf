// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runlane.h"

#include <algorithm>

namespace Slipway {

RunLane::RunLane(int concurrency, const RetryRule &rule) :
    m_rule(rule), m_concurrency(concurrency), m_allowed(concurrency)
{
    m_rule.attempts = mostRefusals;
}

int RunLane::room() const
{
    return m_paused || m_halted ? 0 : std::max(0, m_allowed - m_underWay);
}

void RunLane::answered()
{
    --m_underWay;
    m_hasAnswered = true;
    m_refusals = 0;
    m_failures = 0;
    m_allowed = std::min(m_concurrency, m_allowed + 1);
}

std::optional<std::chrono::milliseconds> RunLane::refused(const Error &error, double random)
{
    --m_underWay;
    m_allowed = 1;
    if (m_paused || m_halted)
        return std::nullopt; // one of several that were refused together
    const auto pause = pauseBeforeRetry(Verb::Get, error, ++m_refusals, random, m_rule);
    if (pause)
        m_paused = true;
    else
        m_halted = error;
    return pause;
}

void RunLane::failed(const Error &error, bool refusesParameter)
{
    --m_underWay;
    using Kind = Error::Kind;
    const bool always = error.kind == Kind::Unauthorized || error.kind == Kind::Forbidden ||
                        error.kind == Kind::NotFound || error.kind == Kind::InvalidRequest ||
                        error.kind == Kind::Redirected || (refusesParameter && !m_hasAnswered);
    if (++m_failures >= mostFailures || always)
        m_halted = error;
}

void RunLane::resume()
{
    m_halted.reset();
    m_paused = false;
    m_refusals = 0;
    m_failures = 0;
    m_allowed = m_concurrency;
}

void RunLane::setConcurrency(int concurrency)
{
    m_concurrency = concurrency;
    m_allowed = std::min(m_allowed, concurrency);
    if (m_refusals == 0)
        m_allowed = concurrency;
}

} // namespace Slipway
