// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/chat/conversations.h"
#include "app/chat/prompthistory.h"
#include "app/fleet/deploymentstore.h"
#include "app/fleet/fleetcache.h"
#include "app/fleet/journal.h"
#include "app/fleet/journalfile.h"
#include "app/modelstudio/client.h"
#include "app/session/belongings.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace Slipway {

class Reachability;

/// Everything that belongs to one account while the program runs: connections, fleet, journal and conversations. Made
/// with an empty key where that is still awaited: then it sends nothing until it has one. Replaced as a whole when the
/// account is edited, but not for a new key alone.
class Session : public QObject
{
    Q_OBJECT
public:
    /// Journal, prompts and conversations lie among the `belongings` where the account is a real one: the simulated
    /// world ends with the program, and so does what was asked of it.
    Session(const Account &account, const QByteArray &key, const Belongings &belongings = {},
            QObject *parent = nullptr);

    /// Polls pause while the machine has no network. Not for an account on this very machine.
    void follow(Reachability *reachability);

    /// Shows what an earlier run read until something is read, and keeps it in `folder` for the next run. Not for the
    /// simulator, whose world is another each time.
    void keepFleetIn(const QString &folder);
    void forgetFleet(); ///< the account is gone

    /// What an earlier run left open is looked into before anything is sent: true until the fleet has been read once,
    /// or a person does not want to wait for that.
    bool isHeld() const { return !m_isReleased && m_journal.isCheckingEarlier() && !m_store.lastGood().isValid(); }
    void release() { m_isReleased = true; }

    void setKey(const QByteArray &key); ///< goes on with another one; what is shown stays

    /// What is said is on disk when this returns, and another session may keep the account's conversations.
    void endConversations() { m_conversations.reset(); }

    const Account &account() const { return m_account; }
    bool isSimulated() const { return m_account.origin == Account::Origin::Simulator; }
    Client *client() { return &m_client; }
    DeploymentStore *store() { return &m_store; }
    Journal *journal() { return &m_journal; }
    const GenerationApi &generation() const { return m_generation; } ///< copies share what is learnt
    PromptHistory *prompts() { return &m_prompts; }
    Conversations *conversations() { return m_conversations.get(); } ///< nullptr once it is closing

private:
    Account m_account;
    Client m_client;
    Journal m_journal;
    DeploymentStore m_store;
    GenerationApi m_generation;
    PromptHistory m_prompts;
    std::unique_ptr<FleetCache> m_fleetCache; ///< after the store and the client, which it uses to its end
    std::unique_ptr<QTemporaryDir> m_passing; ///< where the simulator's conversations lie
    std::unique_ptr<Conversations> m_conversations;
    bool m_isReleased = false;
};

} // namespace Slipway
