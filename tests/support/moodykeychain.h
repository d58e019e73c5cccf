// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/memorycredentials.h"

namespace Slipway {

/// A keychain that refuses what it is told to refuse. What was written before stays in it.
class MoodyKeychain : public MemoryCredentials
{
public:
    KeychainOutcome::Kind mood = KeychainOutcome::Kind::Done; ///< of write and remove
    KeychainOutcome::Kind readMood = KeychainOutcome::Kind::Done;
    bool isOpen = true; ///< else a read would ask a person first
    int reads = 0;

    void askWhetherOpen(QObject *owner, OnOpen done) override
    {
        refuse(owner, [done, open = isOpen] { done(open); });
    }

    void read(const QString &id, QObject *owner, OnRead done) override
    {
        ++reads;
        if (readMood == KeychainOutcome::Kind::Done)
            MemoryCredentials::read(id, owner, done);
        else
            refuse(owner, [done, kind = readMood] { done({kind, QStringLiteral("refused")}, {}); });
    }

    void write(const QString &id, const QByteArray &key, QObject *owner, OnDone done) override
    {
        if (mood == KeychainOutcome::Kind::Done)
            MemoryCredentials::write(id, key, owner, done);
        else
            refuse(owner, [done, kind = mood] { done({kind, QStringLiteral("refused")}); });
    }

    void remove(const QString &id, QObject *owner, OnDone done) override
    {
        if (mood == KeychainOutcome::Kind::Done)
            MemoryCredentials::remove(id, owner, done);
        else
            refuse(owner, [done, kind = mood] { done({kind, QStringLiteral("refused")}); });
    }

private:
    static void refuse(QObject *owner, const std::function<void()> &answer)
    {
        QMetaObject::invokeMethod(owner, answer, Qt::QueuedConnection);
    }
};

} // namespace Slipway
