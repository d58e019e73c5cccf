// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/credentials.h"

#include <QDeadlineTimer>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace Slipway {

/// Keys in the system keychain (the Secret Service or KWallet), service "slipway", one entry for each account id; never
/// in a file of our own. A keychain that does not answer within the time-out is Unavailable; the time is long because a
/// person may be typing the keychain's password meanwhile. What was begun is carried through even when its owner goes.
class KeychainCredentials : public Credentials
{
    Q_OBJECT
public:
    explicit KeychainCredentials(QObject *parent = nullptr);
    KeychainCredentials(std::chrono::milliseconds timeout, QObject *parent = nullptr);

    void askWhetherOpen(QObject *owner, OnOpen done) override; ///< known of the Secret Service alone
    void read(const QString &accountId, QObject *owner, OnRead done) override;
    void write(const QString &accountId, const QByteArray &key, QObject *owner, OnDone done) override;

    /// Overwrites the key before it deletes the entry: a locked keychain reports a deletion that did not happen, but
    /// never a write. Done means that the key is gone. An entry that was not there is Done as well.
    void remove(const QString &accountId, QObject *owner, OnDone done) override;

private:
    using OnFinished = std::function<void(KeychainOutcome, QKeychain::Job *)>; ///< no job when the time was up

    void ask(const QString &accountId, QDeadlineTimer deadline, OnFinished done);
    void run(QKeychain::Job *job, const QString &accountId, OnFinished done, std::chrono::milliseconds patience);
    void store(const QString &accountId, const QString &value, OnFinished done);

    std::chrono::milliseconds m_timeout;
};

} // namespace Slipway
