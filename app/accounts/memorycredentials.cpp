// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorycredentials.h"

#include <QTimer>

namespace Slipway {

static void later(QObject *owner, std::function<void()> answer)
{
    QTimer::singleShot(0, owner, std::move(answer));
}

void MemoryCredentials::askWhetherOpen(QObject *owner, OnOpen done)
{
    later(owner, [done = std::move(done)] { done(true); });
}

void MemoryCredentials::read(const QString &accountId, QObject *owner, OnRead done)
{
    const auto found = m_keys.constFind(accountId);
    const bool known = found != m_keys.cend();
    const QByteArray key = known ? *found : QByteArray();
    const KeychainOutcome outcome{known ? KeychainOutcome::Kind::Done : KeychainOutcome::Kind::NotFound, {}};
    later(owner, [outcome, key, done = std::move(done)] { done(outcome, key); });
}

void MemoryCredentials::write(const QString &accountId, const QByteArray &key, QObject *owner, OnDone done)
{
    m_keys.insert(accountId, key);
    later(owner, [done = std::move(done)] { done({}); });
}

void MemoryCredentials::remove(const QString &accountId, QObject *owner, OnDone done)
{
    m_keys.remove(accountId);
    later(owner, [done = std::move(done)] { done({}); });
}

} // namespace Slipway
