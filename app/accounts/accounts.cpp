// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accounts.h"

#include "app/modelstudio/endpoint.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QSettings>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace Slipway {

static const QString simulatorId = QStringLiteral("simulator");
static const QString environmentId = QStringLiteral("environment");
static const QString listSetting = QStringLiteral("accounts");
static const QString currentSetting = QStringLiteral("currentAccount");
static const QString heirSetting = QStringLiteral("environmentBecomes");

static bool isBuiltIn(const QString &id)
{
    return id == simulatorId || id == environmentId;
}

static QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

static void later(QObject *owner, std::function<void()> answer)
{
    QTimer::singleShot(0, owner, std::move(answer));
}

static QString wordOf(ProtocolChoice choice)
{
    switch (choice) {
    case ProtocolChoice::Automatic:
        return QStringLiteral("automatic");
    case ProtocolChoice::Native:
        return QStringLiteral("native");
    case ProtocolChoice::Compatible:
        return QStringLiteral("compatible");
    }
    return {};
}

static ProtocolChoice protocolFrom(const QString &word)
{
    for (const auto choice : {ProtocolChoice::Native, ProtocolChoice::Compatible}) {
        if (word == wordOf(choice))
            return choice;
    }
    return ProtocolChoice::Automatic;
}

struct Accounts::Private
{
    QSettings *settings;
    Credentials *keychain;
    std::optional<Account> simulator;
    std::optional<Account> environment;
    QList<Account> saved;
    QHash<QString, QByteArray> memory; ///< keys that are not in the keychain, or not yet
    QSet<QString> refused;             ///< accounts whose key the keychain did not take
    QSet<QString> unstored;            ///< accounts of this run of which the keychain never had a key
    QString wanted;                    ///< the id that was chosen last, be it there or not

    void load();
    void store() const;
    void put(const Account &account);
    void forget(const QString &id);
    void choose(const QString &id);
    qsizetype indexOf(const QString &id) const;
};

/// The settings may have been edited by hand: an entry that could not have been saved is left out.
void Accounts::Private::load()
{
    const int count = settings->beginReadArray(listSetting);
    for (int i = 0; i < count; ++i) {
        settings->setArrayIndex(i);
        const QString id = settings->value(QStringLiteral("id")).toString();
        const auto root = parseBaseUrl(settings->value(QStringLiteral("root")).toString());
        const QString workspace = settings->value(QStringLiteral("workspace")).toString();
        if (id.isEmpty() || isBuiltIn(id) || indexOf(id) >= 0 || !root || !isHeaderSafe(workspace.toUtf8()))
            continue;
        saved.append({id, settings->value(QStringLiteral("name")).toString(), Account::Origin::Saved, *root, workspace,
                      protocolFrom(settings->value(QStringLiteral("protocol")).toString())});
    }
    settings->endArray();
    wanted = settings->value(currentSetting, simulatorId).toString();
}

void Accounts::Private::store() const
{
    settings->remove(listSetting);
    settings->beginWriteArray(listSetting, int(saved.size()));
    for (qsizetype i = 0; i < saved.size(); ++i) {
        settings->setArrayIndex(int(i));
        settings->setValue(QStringLiteral("id"), saved.at(i).id);
        settings->setValue(QStringLiteral("name"), saved.at(i).name);
        settings->setValue(QStringLiteral("root"), saved.at(i).root.toString());
        settings->setValue(QStringLiteral("workspace"), saved.at(i).workspace);
        settings->setValue(QStringLiteral("protocol"), wordOf(saved.at(i).protocol));
    }
    settings->endArray();
    settings->sync();
}

qsizetype Accounts::Private::indexOf(const QString &id) const
{
    const auto found = std::find_if(saved.cbegin(), saved.cend(), [&id](const Account &one) { return one.id == id; });
    return found == saved.cend() ? -1 : found - saved.cbegin();
}

void Accounts::Private::choose(const QString &id)
{
    wanted = id;
    settings->setValue(currentSetting, id);
}

void Accounts::Private::put(const Account &account)
{
    const qsizetype index = indexOf(account.id);
    if (index < 0)
        saved.append(account);
    else
        saved[index] = account;
    store();
}

void Accounts::Private::forget(const QString &id)
{
    memory.remove(id);
    refused.remove(id);
    if (id == environmentId)
        environment.reset();
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    saved.removeAt(index);
    store();
}

Accounts::Accounts(QSettings *settings, Credentials *keychain, QObject *parent) :
    QObject(parent), d(new Private{settings, keychain, {}, {}, {}, {}, {}, {}, {}})
{
    d->load();
}

Accounts::~Accounts() = default;

void Accounts::setSimulator(const QUrl &root, const QByteArray &key)
{
    d->simulator = Account{simulatorId, {}, Account::Origin::Simulator, root, {}};
    d->memory.insert(simulatorId, key);
    Q_EMIT changed();
}

std::optional<QString> Accounts::setEnvironment(const QByteArray &written, const QString &baseUrl)
{
    const QByteArray key = written.trimmed(); // a file that was read into it ends with a line's end
    if (key.isEmpty())
        return {};
    if (!isHeaderSafe(key))
        return QStringLiteral("key");
    const auto root = baseUrl.isEmpty() ? Result<QUrl>(rootOf(Region::Beijing)) : parseBaseUrl(baseUrl);
    if (!root)
        return root.error().detail;
    QStringList sameHost;
    for (const Account &account : std::as_const(d->saved)) {
        if (account.root == *root)
            sameHost.append(account.id);
    }
    offerEnvironment(*root, key, sameHost);
    return {};
}

/// Adds the environment's account unless one of the accounts `asked` about holds its key. Keys are compared in memory,
/// one after the other.
void Accounts::offerEnvironment(const QUrl &root, const QByteArray &environmentKey, QStringList asked)
{
    const QString before = currentId();
    if (asked.isEmpty()) {
        d->environment = Account{environmentId, {}, Account::Origin::Environment, root, {}};
        d->memory.insert(environmentId, environmentKey);
        Q_EMIT changed();
        if (currentId() != before)
            Q_EMIT currentChanged();
        return;
    }
    const QString id = asked.takeFirst();
    key(id, this, [=, this](const KeychainOutcome &, const QByteArray &kept) {
        if (kept != environmentKey)
            offerEnvironment(root, environmentKey, asked);
        else if (d->wanted == environmentId)
            setCurrentId(id);
    });
}

QList<Account> Accounts::all() const
{
    QList<Account> accounts;
    if (d->simulator)
        accounts.append(*d->simulator);
    if (d->environment)
        accounts.append(*d->environment);
    return accounts + d->saved;
}

std::optional<Account> Accounts::find(const QString &id) const
{
    for (const Account &account : all()) {
        if (account.id == id)
            return account;
    }
    return {};
}

QString Accounts::currentId() const
{
    return find(d->wanted) ? d->wanted : simulatorId;
}

void Accounts::setCurrentId(const QString &id)
{
    if (!find(id))
        return;
    const QString before = currentId();
    d->choose(id);
    if (id != before)
        Q_EMIT currentChanged();
}

void Accounts::key(const QString &id, QObject *owner, OnKey done)
{
    const auto held = d->memory.constFind(id);
    if (held != d->memory.cend())
        later(owner, [key = *held, done = std::move(done)] { done({}, key); });
    else if (d->indexOf(id) >= 0)
        d->keychain->read(id, owner, std::move(done));
    else
        later(owner, [done = std::move(done)] { done({KeychainOutcome::Kind::NotFound, {}}, {}); });
}

void Accounts::keyAtHand(const QString &id, QObject *owner, OnKey done)
{
    if (d->memory.contains(id) || d->indexOf(id) < 0)
        return key(id, owner, std::move(done));
    d->keychain->askWhetherOpen(owner, [this, id, owner, done = std::move(done)](bool isOpen) {
        if (isOpen)
            key(id, owner, done);
        else
            done({KeychainOutcome::Kind::Denied, {}}, {});
    });
}

QString Accounts::save(Account account, const QByteArray &key, QObject *owner, OnDone done)
{
    if (account.id.isEmpty() || isBuiltIn(account.id)) {
        account.id = newId();
        d->unstored.insert(account.id);
    }
    account.origin = Account::Origin::Saved;
    d->put(account);
    if (key.isEmpty())
        later(owner, [done = std::move(done)] { done({}); });
    else
        keep(account.id, key, owner, std::move(done));
    Q_EMIT changed();
    return account.id;
}

/// The key is held in memory until the keychain has it, and stays there when the keychain refuses.
void Accounts::keep(const QString &id, const QByteArray &key, QObject *owner, OnDone done)
{
    d->memory.insert(id, key);
    auto answered = [this, id, key, owner = QPointer(owner), done = std::move(done)](const KeychainOutcome &outcome) {
        const bool overtaken = d->memory.value(id) != key; // saved again with another key, or removed, meanwhile
        const bool kept = outcome.kind == KeychainOutcome::Kind::Done;
        if (kept)
            d->unstored.remove(id);
        if (!overtaken && kept) {
            d->memory.remove(id);
            d->refused.remove(id);
        } else if (!overtaken) {
            d->refused.insert(id);
        }
        Q_EMIT changed();
        if (owner)
            done(outcome);
    };
    d->keychain->write(id, key, this, std::move(answered));
}

QString Accounts::keepEnvironment(QObject *owner, OnDone done)
{
    const QString id = newId();
    const QByteArray key = d->memory.value(environmentId);
    if (!d->environment) {
        later(owner, [done = std::move(done)] { done({KeychainOutcome::Kind::NotFound, {}}); });
        return id;
    }
    auto answered = [this, id, owner = QPointer(owner), done = std::move(done)](const KeychainOutcome &outcome) {
        if (outcome.kind == KeychainOutcome::Kind::Done)
            replaceEnvironment(id);
        if (owner)
            done(outcome);
    };
    d->keychain->write(id, key, this, std::move(answered));
    return id;
}

void Accounts::replaceEnvironment(const QString &id)
{
    if (!d->environment) { // kept twice, or removed meanwhile
        d->keychain->remove(id, this, [](const KeychainOutcome &) {});
        return;
    }
    const bool wasCurrent = currentId() == environmentId;
    Account account = *d->environment;
    account.id = id;
    account.origin = Account::Origin::Saved;
    d->forget(environmentId);
    d->settings->setValue(heirSetting, id); // on disk together with the account
    if (wasCurrent)
        d->choose(id);
    d->put(account);
    Q_EMIT replaced();
    Q_EMIT changed();
    if (wasCurrent)
        Q_EMIT currentChanged();
}

std::optional<Accounts::Replacement> Accounts::replacement() const
{
    const QString heir = d->settings->value(heirSetting).toString();
    return d->indexOf(heir) < 0 ? std::nullopt : std::optional(Replacement{environmentId, heir});
}

void Accounts::endReplacement()
{
    d->settings->remove(heirSetting);
    d->settings->sync();
}

void Accounts::remove(const QString &id, QObject *owner, OnDone done)
{
    const auto account = find(id);
    if (!account || account->origin != Account::Origin::Saved) {
        forget(id);
        later(owner, [done = std::move(done)] { done({}); });
        return;
    }
    auto answered = [this, id, owner = QPointer(owner), done = std::move(done)](KeychainOutcome outcome) {
        if (outcome.kind == KeychainOutcome::Kind::Unavailable && d->unstored.contains(id))
            outcome = {};
        if (outcome.kind == KeychainOutcome::Kind::Done)
            forget(id);
        if (owner)
            done(outcome);
    };
    d->keychain->remove(id, this, std::move(answered));
}

void Accounts::forget(const QString &id)
{
    if (id == simulatorId || !find(id))
        return;
    const bool wasCurrent = currentId() == id;
    d->forget(id);
    Q_EMIT changed();
    if (wasCurrent)
        Q_EMIT currentChanged();
}

bool Accounts::keptInMemory(const QString &id) const
{
    return d->refused.contains(id) || (id == environmentId && d->environment);
}

} // namespace Slipway
