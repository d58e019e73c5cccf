// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychaincredentials.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace Slipway {

using namespace std::chrono_literals;

// What stands in an entry between overwriting and deleting it; no key of the service looks like this.
static const QString revoked = QStringLiteral("revoked");

static QString service()
{
    return QStringLiteral("slipway");
}

static KeychainOutcome::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainOutcome::Kind::Done;
    case QKeychain::EntryNotFound:
        return KeychainOutcome::Kind::NotFound;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainOutcome::Kind::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // no service on the bus ends here
        return KeychainOutcome::Kind::Unavailable;
    }
    return KeychainOutcome::Kind::Unavailable;
}

static KeychainOutcome outcomeOf(const QKeychain::Job &job)
{
    return {kindOf(job.error()), job.error() == QKeychain::NoError ? QString() : job.errorString()};
}

KeychainCredentials::KeychainCredentials(QObject *parent) : KeychainCredentials(60s, parent) {}

KeychainCredentials::KeychainCredentials(std::chrono::milliseconds timeout, QObject *parent) :
    Credentials(parent), m_timeout(timeout)
{
}

/// Reading would open a window that asks for the keyring's password; asking the keyring for its state never does.
void KeychainCredentials::askWhetherOpen(QObject *owner, OnOpen done)
{
    constexpr int patience = 10'000; // milliseconds
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // then Qt never ends a call
        QTimer::singleShot(0, owner, [done = std::move(done)] { done(false); });
        return;
    }
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, patience), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [answer, owner = QPointer(owner), done = std::move(done)] {
                const QDBusPendingReply<QDBusVariant> reply = *answer;
                answer->deleteLater();
                if (owner)
                    done(reply.isValid() && reply.value().variant() == QVariant(false));
            });
}

void KeychainCredentials::read(const QString &accountId, QObject *owner, OnRead done)
{
    auto answer = [owner = QPointer(owner), done = std::move(done)](KeychainOutcome outcome, QKeychain::Job *job) {
        if (!owner)
            return;
        const auto *reading = static_cast<QKeychain::ReadPasswordJob *>(job);
        const QString value = outcome.kind == KeychainOutcome::Kind::Done ? reading->textData() : QString();
        if (outcome.kind == KeychainOutcome::Kind::Done && (value.isEmpty() || value == revoked))
            outcome.kind = KeychainOutcome::Kind::NotFound;
        done(outcome, outcome.kind == KeychainOutcome::Kind::Done ? value.toUtf8() : QByteArray());
    };
    ask(accountId, QDeadlineTimer(m_timeout), std::move(answer));
}

/// The bus gives up on a busy service after 25 s; a question, which harms nobody, is then asked again in the time left.
void KeychainCredentials::ask(const QString &accountId, QDeadlineTimer deadline, OnFinished done)
{
    constexpr qint64 tooLongForAnError = 20'000; // milliseconds
    QElapsedTimer asked;
    asked.start();
    auto answer = [this, accountId, deadline, asked, done](const KeychainOutcome &outcome, QKeychain::Job *job) {
        const bool isBusy =
            job && outcome.kind == KeychainOutcome::Kind::Unavailable && asked.elapsed() >= tooLongForAnError;
        if (isBusy)
            ask(accountId, deadline, done);
        else
            done(outcome, job);
    };
    run(new QKeychain::ReadPasswordJob(service()), accountId, std::move(answer),
        std::chrono::milliseconds(deadline.remainingTime()));
}

void KeychainCredentials::write(const QString &accountId, const QByteArray &key, QObject *owner, OnDone done)
{
    auto answer = [owner = QPointer(owner), done = std::move(done)](const KeychainOutcome &outcome, QKeychain::Job *) {
        if (owner)
            done(outcome);
    };
    store(accountId, QString::fromUtf8(key), std::move(answer));
}

void KeychainCredentials::remove(const QString &accountId, QObject *owner, OnDone done)
{
    auto answer = [owner = QPointer(owner), done = std::move(done)](KeychainOutcome outcome, QKeychain::Job *) {
        if (outcome.kind == KeychainOutcome::Kind::NotFound)
            outcome = {};
        if (owner)
            done(outcome);
    };
    store(accountId, revoked, [this, accountId, answer](const KeychainOutcome &outcome, QKeychain::Job *job) {
        if (outcome.kind != KeychainOutcome::Kind::Done)
            answer(outcome, job);
        else
            run(new QKeychain::DeletePasswordJob(service()), accountId, answer, m_timeout);
    });
}

void KeychainCredentials::store(const QString &accountId, const QString &value, OnFinished done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setTextData(value);
    run(job, accountId, std::move(done), m_timeout);
}

/// The job belongs to nobody and deletes itself: QtKeychain's callbacks hold it by a bare pointer. `watch` decides
/// which comes first, the job's end or the end of its time, and belongs to us, so that nothing is answered after our
/// end.
void KeychainCredentials::run(QKeychain::Job *job, const QString &accountId, OnFinished done,
                              std::chrono::milliseconds patience)
{
    job->setKey(accountId);
    auto *watch = new QTimer(this);
    watch->setSingleShot(true);
    connect(job, &QKeychain::Job::finished, watch, [watch, done](QKeychain::Job *ended) {
        if (!watch->isActive())
            return;
        watch->stop();
        watch->deleteLater();
        done(outcomeOf(*ended), ended);
    });
    connect(watch, &QTimer::timeout, watch, [watch, done] {
        watch->deleteLater();
        done({KeychainOutcome::Kind::Unavailable, QStringLiteral("no answer in time")}, nullptr);
    });
    watch->start(patience);
    job->start();
}

} // namespace Slipway
