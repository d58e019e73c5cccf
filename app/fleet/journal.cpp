// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journal.h"

#include "app/modelstudio/gone.h"

#include <algorithm>

namespace Slipway {

namespace {

Mutation::State stateAfter(Mutation::Verb verb, const Error &error)
{
    if (verb == Mutation::Verb::Delete && wasAlreadyGone(error))
        return Mutation::State::Accepted;
    if (mayHaveHappened(error))
        return Mutation::State::Unknown;
    return error.sent || error.httpStatus != 0 ? Mutation::State::Refused : Mutation::State::NotSent;
}

} // namespace

const Mutation *Journal::find(quint64 id) const
{
    const auto found = std::lower_bound(m_entries.cbegin(), m_entries.cend(), id,
                                        [](const Mutation &mutation, quint64 wanted) { return mutation.id < wanted; });
    return found != m_entries.cend() && found->id == id ? &*found : nullptr;
}

const Mutation *Journal::newestFor(const QString &deployedModel) const
{
    return find(m_newest.value(deployedModel));
}

quint64 Journal::begin(Mutation mutation)
{
    const quint64 id = ++m_lastId;
    mutation.id = id;
    mutation.started = QDateTime::currentDateTimeUtc();
    noteNewest(mutation);
    m_entries.append(std::move(mutation));
    Q_EMIT added(id);
    return id;
}

void Journal::accept(quint64 id, const QString &deployedModel, const QString &requestId, int httpStatus)
{
    Mutation *mutation = entry(id);
    if (!mutation)
        return;
    mutation->state = Mutation::State::Accepted;
    if (!deployedModel.isEmpty())
        mutation->deployedModel = deployedModel;
    mutation->requestId = requestId;
    mutation->httpStatus = httpStatus;
    mutation->answered = QDateTime::currentDateTimeUtc();
    noteNewest(*mutation);
    Q_EMIT changed(id);
}

void Journal::fail(quint64 id, const Error &error)
{
    Mutation *mutation = entry(id);
    if (!mutation)
        return;
    mutation->state = stateAfter(mutation->verb, error);
    mutation->requestId = error.requestId;
    mutation->httpStatus = error.httpStatus;
    mutation->error = error;
    mutation->answered = QDateTime::currentDateTimeUtc();
    Q_EMIT changed(id);
}

Mutation *Journal::entry(quint64 id)
{
    return const_cast<Mutation *>(std::as_const(*this).find(id));
}

void Journal::noteNewest(const Mutation &mutation)
{
    if (mutation.deployedModel.isEmpty())
        return;
    quint64 &newest = m_newest[mutation.deployedModel];
    newest = std::max(newest, mutation.id);
}

} // namespace Slipway
