// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/accounts/credentials.h"

#include <QList>

#include <memory>
#include <optional>

class QSettings;

namespace Slipway {

/// Every account there is, and its key when it is needed. Names, hosts and workspaces are kept in the settings, keys in
/// the keychain; where that is not to be had, keys are kept in memory until the program ends and `keptInMemory` says
/// so.
class Accounts : public QObject
{
    Q_OBJECT
public:
    using OnKey = std::function<void(KeychainOutcome, QByteArray key)>;
    using OnDone = std::function<void(KeychainOutcome)>;

    /// `settings` and `keychain` outlive this.
    Accounts(QSettings *settings, Credentials *keychain, QObject *parent = nullptr);
    ~Accounts() override;

    /// The built-in account; its key is the simulator's and stays in memory. Comes first in all().
    void setSimulator(const QUrl &root, const QByteArray &key);

    /// An account from DASHSCOPE_API_KEY and DASHSCOPE_HTTP_BASE_URL (unset: Beijing), kept in memory. Does nothing
    /// when `key` is empty. A base URL that parseBaseUrl refuses is answered as that error, a key that is not fit for a
    /// header as "key", and no account is added.
    /// Where accounts of the same root are saved, it comes later, when their keys have been read, or not at all: a key
    /// that is kept already is not offered again.
    std::optional<QString> setEnvironment(const QByteArray &key, const QString &baseUrl);

    QList<Account> all() const;
    std::optional<Account> find(const QString &id) const;

    QString currentId() const; ///< remembered between runs; falls back to the simulator
    void setCurrentId(const QString &id);

    void key(const QString &id, QObject *owner, OnKey done); ///< memory first, then the keychain

    /// The same, but Denied where a person might be asked for the keychain's password.
    void keyAtHand(const QString &id, QObject *owner, OnKey done);

    /// Adds or replaces a Saved account (an empty id gets a new one) and its key; an empty key leaves the stored key
    /// alone. The account is saved even when the keychain refuses: then the key is kept in memory and the outcome says
    /// so.
    QString save(Account account, const QByteArray &key, QObject *owner, OnDone done);

    /// Turns the environment's account into a Saved one with its key in the keychain, and answers the id it gets. When
    /// the keychain refuses, everything stays as it was.
    QString keepEnvironment(QObject *owner, OnDone done);

    /// An account whose belongings are to become another's. Remembered between runs until endReplacement(), so that
    /// what was broken off can be done at the next start.
    struct Replacement
    {
        QString id;
        QString by;
    };
    std::optional<Replacement> replacement() const;
    void endReplacement();

    /// Forgets the account and its key. When the keychain refuses, the account stays and the outcome says why. The
    /// environment's account is forgotten for this run; the simulator stays.
    void remove(const QString &id, QObject *owner, OnDone done);

    /// Forgets the account without asking the keychain, where its key may stay behind: the way out for a person whose
    /// keychain is gone for good, after remove() was refused.
    void forget(const QString &id);

    /// True when a person's key will be gone at the end of this run: never for the simulator.
    bool keptInMemory(const QString &id) const;

Q_SIGNALS:
    void replaced(); ///< see replacement(); changed follows
    void changed();  ///< the list or one of its entries
    void currentChanged();

private:
    void keep(const QString &id, const QByteArray &key, QObject *owner, OnDone done);
    void offerEnvironment(const QUrl &root, const QByteArray &environmentKey, QStringList asked);
    void replaceEnvironment(const QString &id);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Slipway
