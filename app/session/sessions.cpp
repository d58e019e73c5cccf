// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

namespace Slipway {

static const QString environmentId = QStringLiteral("environment");

Sessions::Sessions(Accounts *accounts, const QString &journalFolder, QObject *parent) :
    QObject(parent), m_accounts(accounts), m_belongings{.journals = journalFolder, .conversations = {}, .runs = {}}
{
    connect(accounts, &Accounts::currentChanged, this, &Sessions::openCurrent);
    connect(accounts, &Accounts::changed, this, &Sessions::accountsChanged);
    connect(accounts, &Accounts::replaced, this, &Sessions::moveBelongings);
    m_patience.setSingleShot(true);
    m_patience.setInterval(2000);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT keyAwaited(m_accounts->currentId()); });
}

void Sessions::openCurrent()
{
    const QString id = m_accounts->currentId();
    ++m_generation;
    m_patience.stop();
    if (!m_hasLooked)
        moveBelongings(); // where an earlier run was broken off
    lookForLeftOpen();
    Session *present = m_open.value(id);
    m_isKeyAwaited = !present;
    await(present ? std::nullopt : m_accounts->find(id));
    makeCurrent(present);
    if (present)
        return lookIntoLeftOpen();
    m_patience.start();
    m_accounts->key(id, this,
                    [this, id, generation = m_generation](const KeychainOutcome &outcome, const QByteArray &key) {
                        if (generation != m_generation)
                            return;
                        m_isKeyAwaited = false;
                        keyRead(id, outcome, key);
                        m_askedFor.clear(); // the keychain may have been unlocked for it
                        lookIntoLeftOpen();
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
    if (Session *present = m_open.value(accountId)) {
        present->setKey(key);
        Q_EMIT keyChanged(present);
        return;
    }
    makeCurrent(open(*account, key));
}

/// A key that lies in memory is had before anybody could see anything.
void Sessions::await(const std::optional<Account> &account)
{
    const bool isWanted = account && account->origin == Account::Origin::Saved && !m_fleetsFolder.isEmpty();
    if (m_awaiting ? isWanted && m_awaiting->account() == *account : !isWanted)
        return;
    if (Session *before = std::exchange(m_awaiting, nullptr)) {
        Q_EMIT awaitingChanged();
        before->endConversations(); // the next one may keep the same
        before->deleteLater();
    }
    if (!isWanted)
        return;
    m_awaiting = make(*account, {});
    if (!m_current) // or currentChanged follows, and tells it
        Q_EMIT awaitingChanged();
}

Session *Sessions::make(const Account &account, const QByteArray &key)
{
    auto *session = new Session(account, key, m_belongings, this);
    session->keepFleetIn(m_fleetsFolder);
    return session;
}

Session *Sessions::open(const Account &account, const QByteArray &key)
{
    const bool isAwaited = m_awaiting && m_awaiting->account() == account;
    Session *session = isAwaited ? std::exchange(m_awaiting, nullptr) : make(account, key);
    if (isAwaited)
        session->setKey(key);
    if (m_reachability)
        session->follow(m_reachability);
    m_open.insert(account.id, session);
    connect(session->store(), &DeploymentStore::mutationChanged, session, [this, session] {
        attend(session);
        Q_EMIT sendingChanged();
    });
    connect(session->store(), &DeploymentStore::polled, session, [this, session] {
        if (!m_leftOpen.contains(session->account().id))
            return;
        attend(session);
        Q_EMIT leftOpenChanged();
    });
    return session;
}

void Sessions::makeCurrent(Session *session)
{
    if (session == m_current)
        return;
    Session *before = std::exchange(m_current, session);
    if (before)
        attend(before);
    const bool wasLeftOpen = session && m_leftOpen.remove(session->account().id) > 0;
    if (session) {
        attend(session);
        lookAgain(session->store());
    }
    Q_EMIT currentChanged(session);
    if (wasLeftOpen)
        Q_EMIT leftOpenChanged();
}

/// One that went on meanwhile may wait a minute for its next try; a person does not.
void Sessions::lookAgain(DeploymentStore *store)
{
    if (store->lastError() && !store->isPolling())
        store->refresh();
}

/// Whoever looks at another account meanwhile must still hear what became of a lost answer.
void Sessions::attend(Session *session)
{
    const bool isToBeRead = m_leftOpen.contains(session->account().id) && !session->store()->lastGood().isValid();
    if (session == m_current || isToBeRead || session->store()->isChecking())
        session->store()->start();
    else
        session->store()->stop();
}

// ---- journals of earlier runs

/// Before the new account's session reads any of it. A session that still waits for an answer goes on writing into the
/// journal.
void Sessions::moveBelongings()
{
    const auto replacement = m_accounts->replacement();
    if (!replacement)
        return;
    const auto &[id, by] = *replacement;
    QStringList left;
    if (Session *open = m_open.value(id)) {
        open->forgetFleet(); // the new account reads its own
        left = open->journal()->renameTo(by);
        close(id);
    } else {
        FleetCache::forget(m_fleetsFolder, id);
        if (!m_belongings.journals.isEmpty())
            left = JournalFile::rename(m_belongings.journals, id, by);
    }
    m_leftOpen.remove(id);
    left += m_belongings.move(id, by);
    m_accounts->endReplacement();
    if (left.isEmpty())
        return;
    m_leftBehind += left;
    Q_EMIT leftBehindChanged();
}

static QMap<QString, int> leftOpenIn(const QString &folder)
{
    QMap<QString, int> found;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files);
    for (const QFileInfo &file : files) {
        const QString account = QUrl::fromPercentEncoding(file.baseName().toLatin1());
        const int count = found.contains(account) ? 0 : JournalFile::countOpen(folder, account);
        if (count > 0)
            found.insert(account, count);
    }
    return found;
}

void Sessions::lookForLeftOpen()
{
    if (m_belongings.journals.isEmpty() || std::exchange(m_hasLooked, true))
        return;
    m_reader.run([this, folder = m_belongings.journals] {
        const QMap<QString, int> found = leftOpenIn(folder);
        QMetaObject::invokeMethod(this, [this, found] { takeLeftOpen(found); });
    });
}

void Sessions::takeLeftOpen(const QMap<QString, int> &found)
{
    m_leftOpen = found;
    for (auto open = m_open.keyBegin(); open != m_open.keyEnd(); ++open)
        m_leftOpen.remove(*open);
    if (!m_leftOpen.isEmpty())
        Q_EMIT leftOpenChanged();
    lookIntoLeftOpen();
}

/// Not while the current account's key is awaited: a keychain answers one after the other.
void Sessions::lookIntoLeftOpen()
{
    if (m_isKeyAwaited)
        return;
    for (auto id = m_leftOpen.keyBegin(); id != m_leftOpen.keyEnd(); ++id) {
        const bool isSeenTo = *id == m_accounts->currentId() || m_open.contains(*id) || m_askedFor.contains(*id);
        if (isSeenTo || !m_accounts->find(*id))
            continue;
        m_askedFor.insert(*id);
        m_accounts->keyAtHand(*id, this, [this, id = *id](const KeychainOutcome &outcome, const QByteArray &key) {
            lookInto(id, outcome, key);
        });
    }
}

void Sessions::lookInto(const QString &accountId, const KeychainOutcome &outcome, const QByteArray &key)
{
    const auto account = m_accounts->find(accountId);
    if (!account || m_open.contains(accountId) || accountId == m_accounts->currentId())
        return;
    const bool hasKey = outcome.kind == KeychainOutcome::Kind::Done && !key.isEmpty();
    if (hasKey) {
        m_outOfReach.remove(accountId);
        attend(open(*account, key));
    } else {
        m_outOfReach.insert(accountId);
    }
    Q_EMIT leftOpenChanged();
}

int Sessions::openCount(const QString &accountId) const
{
    if (Session *open = m_open.value(accountId))
        return open->journal()->countOpen();
    return m_belongings.journals.isEmpty() ? 0 : JournalFile::countOpen(m_belongings.journals, accountId);
}

// ---- accounts

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
    lookIntoLeftOpen();
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
    QStringList ids{environmentId}; // which may come later, or in another run
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

static int sendingIn(Session *session)
{
    const auto &entries = session->journal()->entries();
    return int(std::count_if(entries.begin(), entries.end(),
                             [](const Mutation &mutation) { return mutation.state == Mutation::State::Sending; }));
}

static bool waitsForAnswer(Session *session)
{
    return sendingIn(session) > 0;
}

/// Those that are closing included.
int Sessions::sendingCount() const
{
    int count = 0;
    for (Session *session : findChildren<Session *>(Qt::FindDirectChildrenOnly))
        count += sendingIn(session);
    return count;
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
