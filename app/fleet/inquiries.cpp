// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/inquiries.h"

#include <algorithm>

namespace Slipway {

void Inquiries::lost(quint64 id, quint64 newest)
{
    m_watches.insert(id, {.after = newest});
}

QList<quint64> Inquiries::look(quint64 number, const QList<Deployment> &fleet, bool isWhole)
{
    const QList<quint64> open = m_journal->inquiries(); // a conclusion takes its own off the list
    QList<quint64> news;
    const QString creator = open.isEmpty() ? QString() : knownCreator(m_journal->entries(), fleet);
    for (const quint64 id : open) {
        const Mutation *mutation = m_journal->find(id);
        const Circumstances known{
            .isWhole = isWhole, .creator = creator, .claimed = claimedDeployments(m_journal->entries())};
        const bool isHere = mutation && mutation->inquiry.kind != Inquiry::Kind::Elsewhere;
        if (isHere && hold(*mutation, number, fleet, known))
            news.append(id);
    }
    return news;
}

bool Inquiries::hold(const Mutation &mutation, quint64 number, const QList<Deployment> &fleet,
                     Circumstances circumstances)
{
    Watch &watch = m_watches[mutation.id];
    circumstances.isWhole = circumstances.isWhole && !mutation.place.isOtherKey; // else it is another fleet, perhaps
    if (number > watch.after && circumstances.isWhole)
        ++watch.looks;
    circumstances.enough = watch.looks >= m_rule.looks && std::chrono::steady_clock::now() - watch.since >= m_rule.time;
    const Verdict verdict = verdictOn(mutation, fleet, circumstances);
    const bool wasMissing = mutation.inquiry.kind == Inquiry::Kind::NotHappened;
    if ((wasMissing || !circumstances.isWhole) && verdict.kind != Inquiry::Kind::Happened)
        return false;
    const Inquiry found{.kind = verdict.kind, .looks = watch.looks, .candidates = verdict.candidates};
    const bool isNews = found.kind != mutation.inquiry.kind || found.candidates != mutation.inquiry.candidates;
    if (isNews || found.kind == Inquiry::Kind::Checking)
        m_journal->conclude(mutation.id, found, verdict.deployedModel);
    return isNews;
}

bool Inquiries::isChecking() const
{
    const QList<quint64> &open = m_journal->inquiries();
    return std::any_of(open.begin(), open.end(), [this](quint64 id) {
        const Mutation *mutation = m_journal->find(id);
        return mutation && mutation->inquiry.kind == Inquiry::Kind::Checking;
    });
}

} // namespace Slipway
