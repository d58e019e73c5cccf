// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accounts.h"
#include "app/files/backgroundthread.h"
#include "app/session/session.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace Slipway {

/// Opens an account's session when it becomes the current one, and keeps it for as long as the program runs, so that
/// coming back finds conversations and the last good table. Only the current session polls, and those that look for
/// what became of a lost answer: also of accounts that nobody opened in this run, where an earlier one left something
/// open and the key can be had without asking a person.
class Sessions : public QObject
{
    Q_OBJECT
public:
    /// `accounts` outlives this. Journals lie in `journalFolder`; where it is empty, they are gone with the program.
    explicit Sessions(Accounts *accounts, const QString &journalFolder = {}, QObject *parent = nullptr);

    Session *current() const { return m_current; } ///< nullptr while its key is awaited or not to be had

    /// Until then: the same session, without its key, for the eye alone. It becomes the current one, with all that it
    /// shows, once the key is had. nullptr where there is a current one, or fleets are not kept.
    Session *awaiting() const { return m_awaiting; }

    /// Opens the accounts' current one. Also called by itself whenever that changes.
    void openCurrent();

    /// Conversations lie there; without it, they are gone with the program. For sessions opened from now on.
    void keepConversationsIn(const QString &folder) { m_belongings.conversations = folder; }

    /// Where the window keeps runs, so that they go along when an account becomes another.
    void keepRunsIn(const QString &folder) { m_belongings.runs = folder; }

    /// For sessions opened from now on. The fleets of accounts that are no more are deleted there.
    void keepFleetsIn(const QString &folder);

    /// Outlives this. For sessions opened from now on.
    void setReachability(Reachability *reachability) { m_reachability = reachability; }

    /// How long the keychain may take before keyAwaited says that it is being waited for.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

    /// Reads an account's key anew; its session goes on with it.
    void reopen(const QString &accountId);

    /// How many creates, scales, updates and deletes of all sessions wait for their answers.
    int sendingCount() const;

    /// How many mutations of that account have no outcome yet, be it open or not. May read its journal.
    int openCount(const QString &accountId) const;

    /// The same of all accounts that were not current in this run, as it was at the start; those with none are left
    /// out.
    const QMap<QString, int> &leftOpen() const { return m_leftOpen; }

    /// Of these: whose key cannot be had without asking a person, so that nobody looks into what is left open there.
    bool isOutOfReach(const QString &accountId) const { return m_outOfReach.contains(accountId); }

    Session *find(const QString &accountId) const { return m_open.value(accountId); } ///< nullptr where it is not open

    /// Files of an account that became another, in this run, which could not go along.
    const QStringList &leftBehind() const { return m_leftBehind; }

Q_SIGNALS:
    void currentChanged(Slipway::Session *session); ///< nullptr: see keyMissing
    void awaitingChanged();                         ///< other than with currentChanged
    void keyChanged(Slipway::Session *session);     ///< it goes on with another one
    void keyAwaited(const QString &accountId); ///< the keychain takes its time; currentChanged or keyMissing follows
    void keyMissing(const QString &accountId, const Slipway::KeychainOutcome &outcome);
    void sessionClosing(Slipway::Session *session); ///< it is about to be deleted
    void leftOpenChanged();                         ///< also when a look at one of these fleets has ended
    void leftBehindChanged();
    void sendingChanged(); ///< a mutation of any session was begun or answered

private:
    void accountsChanged();
    void forgetFleets();
    void keyRead(const QString &accountId, const KeychainOutcome &outcome, const QByteArray &key);
    void await(const std::optional<Account> &account);
    Session *make(const Account &account, const QByteArray &key);
    Session *open(const Account &account, const QByteArray &key);
    void makeCurrent(Session *session);
    void attend(Session *session);
    static void lookAgain(DeploymentStore *store);
    void moveBelongings();
    void lookForLeftOpen();
    void takeLeftOpen(const QMap<QString, int> &found);
    void lookIntoLeftOpen();
    void lookInto(const QString &accountId, const KeychainOutcome &outcome, const QByteArray &key);
    void close(const QString &accountId);

    Accounts *m_accounts;
    Belongings m_belongings;
    QString m_fleetsFolder;
    QHash<QString, Session *> m_open;
    Session *m_current = nullptr;
    Session *m_awaiting = nullptr; ///< not among m_open
    Reachability *m_reachability = nullptr;
    QTimer m_patience; ///< runs while the current account's key is awaited
    quint64 m_generation = 0;
    QMap<QString, int> m_leftOpen;
    QSet<QString> m_askedFor; ///< of these: whose key was asked for
    QSet<QString> m_outOfReach;
    QStringList m_leftBehind;
    bool m_hasLooked = false;
    bool m_isKeyAwaited = false;                           ///< of the current account
    BackgroundThread m_reader{QStringLiteral("journals")}; ///< ends first
};

} // namespace Slipway
