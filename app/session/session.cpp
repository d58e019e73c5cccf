// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/modelstudio/loopback.h"
#include "app/session/reachability.h"

#include <QStandardPaths>

namespace Slipway {

static std::unique_ptr<JournalFile> journalFileOf(const Account &account, const QString &folder)
{
    if (folder.isEmpty() || account.origin == Account::Origin::Simulator)
        return nullptr;
    return std::make_unique<JournalFile>(folder, account.id);
}

static Place placeOf(const Account &account)
{
    const QString workspace = account.workspace.isEmpty() ? QString() : u' ' + account.workspace;
    return {.address = account.root.toString() + workspace,
            .isSimulated = account.origin == Account::Origin::Simulator};
}

/// What was said to the simulator is gone with the program, and lies in memory where the system offers a folder there.
static std::unique_ptr<QTemporaryDir> passingFolder(const Account &account)
{
    if (account.origin != Account::Origin::Simulator)
        return nullptr;
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    auto folder = std::make_unique<QTemporaryDir>(runtime + QStringLiteral("/slipway-XXXXXX"));
    return folder->isValid() ? std::move(folder) : std::make_unique<QTemporaryDir>();
}

static QString promptFileOf(const Account &account, const Belongings &belongings)
{
    return account.origin == Account::Origin::Simulator ? QString() : belongings.promptFileOf(account.id);
}

Session::Session(const Account &account, const QByteArray &key, const Belongings &belongings, QObject *parent) :
    QObject(parent),
    m_account(account),
    m_client(endpointAt(account.root, account.workspace, key)),
    m_journal(journalFileOf(account, belongings.journals)),
    m_store(&m_client, &m_journal, account.name),
    m_generation(&m_client, account.protocol),
    m_prompts(promptFileOf(account, belongings)),
    m_passing(passingFolder(account)),
    m_conversations(std::make_unique<Conversations>(
        m_generation, m_passing ? m_passing->path() : belongings.conversationsFolderOf(account.id)))
{
    m_journal.setPlace(placeOf(account), key);
    connect(m_conversations.get(), &Conversations::promptsForgotten, &m_prompts, &PromptHistory::forget);
}

void Session::follow(Reachability *reachability)
{
    if (isLoopback(m_account.root.host()))
        return;
    const auto tell = [this, reachability] { m_store.setOnline(!reachability->isOffline()); };
    connect(reachability, &Reachability::changed, this, tell);
    connect(reachability, &Reachability::learned, this, [this, reachability, tell] {
        tell();
        if (reachability->isOffline())
            m_store.refresh(); // whose answer would prove the system wrong
    });
    tell();
}

void Session::keepFleetIn(const QString &folder)
{
    if (folder.isEmpty() || m_account.origin == Account::Origin::Simulator)
        return;
    const QString place = m_account.root.toString() + u' ' + m_account.workspace;
    m_fleetCache =
        std::make_unique<FleetCache>(&m_store, folder, m_account.id, place, [this] { return m_client.endpoint().key; });
}

void Session::forgetFleet()
{
    if (m_fleetCache)
        m_fleetCache->forget();
}

void Session::setKey(const QByteArray &key)
{
    m_client.setKey(key);
    m_journal.setPlace(placeOf(m_account), key);
    m_store.readAnew();
}

} // namespace Slipway
