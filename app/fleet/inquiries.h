// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"
#include "app/fleet/reconcile.h"

#include <chrono>

namespace Slipway {

/// Finds out what became of mutations whose answers were lost, those of earlier runs included: holds each against every
/// look at the fleet and writes into the journal what that shows. Sends nothing. Looks are counted, not timed by the
/// wall clock, so that a clock that jumps changes nothing.
class Inquiries
{
public:
    /// `journal` outlives its use here.
    explicit Inquiries(Journal *journal) : m_journal(journal) {}

    void setRule(const LookRule &rule) { m_rule = rule; }

    /// Looks are numbered as they begin. The answer was lost while look `newest` was under way or done: it and those
    /// before it may show the mutation, but do not show that it is missing.
    void lost(quint64 id, quint64 newest);

    /// One has read the fleet; not whole where the list changed while it was read, so that it shows what is there and
    /// not what is missing. Answers the entries about which something new is known.
    QList<quint64> look(quint64 number, const QList<Deployment> &fleet, bool isWhole = true);

    bool isChecking() const; ///< something is waited for that the next looks may show

private:
    struct Watch
    {
        quint64 after = 0; ///< looks from here on count
        int looks = 0;
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };

    bool hold(const Mutation &mutation, quint64 number, const QList<Deployment> &fleet, Circumstances circumstances);

    Journal *m_journal;
    LookRule m_rule;
    QHash<quint64, Watch> m_watches;
};

} // namespace Slipway
