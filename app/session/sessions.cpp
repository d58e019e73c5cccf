// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"

#include <algorithm>

namespace Slipway {

Sessions::Sessions(Accounts *accounts, const QString &journalFolder, QObject *parent) :
    QObject(parent), m_accounts(accounts), m_journalFolder(journalFolder)
{
    connect(accounts, &Accounts::currentChanged, this, &Sessions::openCurrent);
    connect(accounts, &Accounts::changed, this, &Sessions::accountsChanged);
    m_patience.setSingleShot(true);
    m_patience.setInterval(2000);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT keyAwaited(m_accounts->currentId()); });
}

void Sessions::openCurrent()
{
    const QString id = m_accounts->currentId();
    ++m_generation;
    m_patience.stop();
    if (Session *open = m_open.value(id)) {
        makeCurrent(open);
        return;
    }
    makeCurrent(nullptr);
    m_patience.start();
    m_accounts->key(id, this,
                    [this, id, generation = m_generation](const KeychainOutcome &outcome, const QByteArray &key) {
                        if (generation == m_generation)
                            keyRead(id, outcome, key);
                    });
}

void Sessions::keyRead(const QString &accountId, const KeychainOutcome &outcome, const QByteArray &key)
{
    m_patience.stop();
    const auto account = m_accounts->find(accountId);
    if (!account)
        return;
    if (outcome.kind != KeychainOutcome::Kind::Done || key.isEmpty()) {
        Q_EMIT keyMissing(accountId, outcome);
        return;
    }
    if (Session *open = m_open.value(accountId)) {
        open->setKey(key);
        Q_EMIT keyChanged(open);
        return;
    }
    auto *session = new Session(*account, key, m_journalFolder, m_conversationsFolder, this);
    session->keepFleetIn(m_fleetsFolder);
    if (m_reachability)
        session->follow(m_reachability);
    m_open.insert(accountId, session);
    makeCurrent(session);
}

void Sessions::makeCurrent(Session *session)
{
    if (session == m_current)
        return;
    if (m_current)
        m_current->store()->stop();
    m_current = session;
    if (session)
        session->store()->start();
    Q_EMIT currentChanged(session);
}

void Sessions::accountsChanged()
{
    const auto ids = m_open.keys();
    for (const QString &id : ids) {
        const auto account = m_accounts->find(id);
        if (!account)
            m_open.value(id)->forgetFleet();
        if (!account || *account != m_open.value(id)->account())
            close(id);
    }
    forgetFleets();
    if (!m_current)
        openCurrent();
}

void Sessions::keepFleetsIn(const QString &folder)
{
    m_fleetsFolder = folder;
    forgetFleets();
}

void Sessions::forgetFleets()
{
    if (m_fleetsFolder.isEmpty())
        return;
    QStringList ids;
    for (const Account &account : m_accounts->all())
        ids.append(account.id);
    FleetCache::forgetAllBut(m_fleetsFolder, ids);
}

void Sessions::reopen(const QString &accountId)
{
    if (m_open.contains(accountId)) {
        m_accounts->key(accountId, this, [this, accountId](const KeychainOutcome &outcome, const QByteArray &key) {
            if (m_open.contains(accountId))
                keyRead(accountId, outcome, key);
        });
    }
    if (!m_current)
        openCurrent();
}

static bool waitsForAnswer(Session *session)
{
    const auto &entries = session->journal()->entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const Mutation &mutation) { return mutation.state == Mutation::State::Sending; });
}

bool Sessions::hasOpenMutations() const
{
    return std::any_of(m_open.begin(), m_open.end(), waitsForAnswer);
}

// An answer that is under way is still written into the journal: deleting the session earlier would lose it.
void Sessions::close(const QString &accountId)
{
    Session *session = m_open.take(accountId);
    if (session == m_current)
        makeCurrent(nullptr);
    Q_EMIT sessionClosing(session);
    session->endConversations();
    if (!waitsForAnswer(session)) {
        session->deleteLater();
        return;
    }
    connect(session->journal(), &Journal::changed, session, [session] {
        if (!waitsForAnswer(session))
            session->deleteLater();
    });
}

} // namespace Slipway
