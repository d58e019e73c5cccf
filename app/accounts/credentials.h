// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace Slipway {

/// How a keychain operation ended. `detail` is the keychain's own word, for people to read, never a secret.
struct KeychainOutcome
{
    enum class Kind {
        Done,
        NotFound,    ///< no such entry; a locked keychain says this too (qt.md §4)
        Denied,      ///< locked and not unlocked, or refused by the person
        Unavailable, ///< there is no keychain service here, or it does not answer
    };
    Kind kind = Kind::Done;
    QString detail;
};

/// Keeps one secret for each account id: in the system keychain (KeychainCredentials), or in memory for this run only
/// (MemoryCredentials: no keychain service, or an account from the environment). Callbacks come once, never
/// synchronously, never after `owner` is gone.
class Credentials : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    using OnRead = std::function<void(KeychainOutcome, QByteArray key)>;
    using OnDone = std::function<void(KeychainOutcome)>;

    using OnOpen = std::function<void(bool isOpen)>;

    /// Whether keys can be read now without a person being asked for anything. False where that cannot be told.
    virtual void askWhetherOpen(QObject *owner, OnOpen done) = 0;

    virtual void read(const QString &accountId, QObject *owner, OnRead done) = 0;
    virtual void write(const QString &accountId, const QByteArray &key, QObject *owner, OnDone done) = 0;
    virtual void remove(const QString &accountId, QObject *owner, OnDone done) = 0;
};

} // namespace Slipway
