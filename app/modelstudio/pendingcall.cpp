// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/pendingcall.h"

#include <algorithm>

namespace Slipway {

PendingCall::PendingCall(Client *client, QObject *owner) :
    Call(client), m_client(client), m_owner(owner ? owner : client)
{
    connect(m_owner, &QObject::destroyed, this, [this] { settle(); });
}

void PendingCall::cancel()
{
    if (m_isSettled)
        return;
    const auto attempts = findChildren<Attempts *>(Qt::FindDirectChildrenOnly);
    const bool wasSent = std::ranges::any_of(attempts, &Attempts::mayHaveBeenSent);
    m_isSettled = true;
    stop();
    const auto answer = [this, wasSent] {
        deleteLater();
        answerError({.kind = Error::Kind::Cancelled, .sent = wasSent});
    };
    QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
}

Attempts *PendingCall::send(const Request &request)
{
    return new Attempts(m_client, request, this);
}

bool PendingCall::settle()
{
    if (m_isSettled)
        return false;
    m_isSettled = true;
    stop();
    deleteLater();
    return true;
}

/// One of the requests may be the one that is answering just now.
void PendingCall::stop()
{
    for (auto *attempts : findChildren<Attempts *>(Qt::FindDirectChildrenOnly)) {
        attempts->disconnect(this);
        attempts->stop();
        attempts->deleteLater();
    }
}

} // namespace Slipway
