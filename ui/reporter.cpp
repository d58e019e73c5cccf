// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reporter.h"

#include "app/fleet/prices.h"
#include "app/session/sessions.h"
#include "ui/accounts/accountwords.h"
#include "ui/errortext.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/messagebar.h"

#include <algorithm>

namespace Slipway {

using Topic = MessageBar::Topic;

Reporter::Reporter(Accounts *accounts, Sessions *sessions, MessageBar *bar, QObject *parent) :
    QObject(parent), m_accounts(accounts), m_sessions(sessions), m_bar(bar)
{
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &Reporter::reportPoll);
    connect(sessions, &Sessions::currentChanged, this, &Reporter::setSession);
    connect(sessions, &Sessions::keyMissing, this, &Reporter::reportMissingKey);
    connect(accounts, &Accounts::changed, this, &Reporter::reportOffer);
    connect(accounts, &Accounts::currentChanged, this, &Reporter::reportOffer);
}

void Reporter::setSession(Session *session)
{
    if (m_session)
        m_session->store()->disconnect(this);
    m_session = session;
    m_bar->clear(Topic::Poll);
    m_bar->clear(Topic::Mutation);
    if (session) {
        m_bar->clear(Topic::Account);
        connect(session->store(), &DeploymentStore::polled, this, &Reporter::reportPoll);
        connect(session->store(), &DeploymentStore::mutationChanged, this, &Reporter::reportMutation);
        connect(session->store(), &DeploymentStore::rowsInserted, this, &Reporter::summarise);
        connect(session->store(), &DeploymentStore::rowsRemoved, this, &Reporter::summarise);
        connect(session->store(), &DeploymentStore::rowsChanged, this, &Reporter::summarise);
    }
    reportPoll();
    reportOffer();
}

void Reporter::retranslate()
{
    reportPoll();
    reportOffer();
}

// ---- polls

QString Reporter::pollText() const
{
    const DeploymentStore *store = m_session->store();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const ErrorText text = textOf(*store->lastError(), Deed::Read);
    QString line = store->lastGood().isValid()
                       ? tr("Stale: last good answer %1. %2").arg(relativeTime(store->lastGood(), now), text.headline)
                       : text.headline;
    if (store->nextPoll().isValid()) {
        const auto seconds = qMax<qint64>(0, now.secsTo(store->nextPoll()));
        line += u' ' + tr("Next try in %n s.", nullptr, int(seconds));
    }
    return line;
}

void Reporter::reportPoll()
{
    const bool failing = m_session && m_session->store()->lastError();
    if (!failing) {
        m_tick.stop();
        m_bar->clear(Topic::Poll);
        summarise();
        return;
    }
    const ErrorText text = textOf(*m_session->store()->lastError(), Deed::Read);
    MessageBar::Message message;
    message.tone = Look::Tone::Warning;
    message.text = pollText();
    message.detail = text.whole();
    message.requestId = text.requestId;
    message.action = tr("Try now");
    message.onAction = [this] {
        if (m_session)
            m_session->store()->refresh();
    };
    message.dismissible = false;
    m_bar->show(Topic::Poll, message);
    m_tick.start();
}

// ---- mutations

void Reporter::reportMutation(quint64 id)
{
    const Mutation *mutation = m_session ? m_session->journal()->find(id) : nullptr;
    if (!mutation || mutation->state == Mutation::State::Sending)
        return;
    if (!mutation->error) {
        m_bar->clear(Topic::Mutation);
        return;
    }
    const ErrorText text = textOf(*mutation->error, deedOf(mutation->verb));
    const QString what = mutation->deployedModel.isEmpty() ? mutation->modelName : mutation->deployedModel;
    MessageBar::Message message;
    const bool goneAlready = mutation->state == Mutation::State::Accepted;
    message.tone = goneAlready ? Look::Tone::Idle : Look::Tone::Bad;
    message.text =
        tr("%1 %2: %3 %4", "verb, deployment, what happened, what it means")
            .arg(verbWord(mutation->verb), Look::visible(what), goneAlready ? QString() : text.headline, text.meaning)
            .simplified();
    message.detail = text.whole();
    message.requestId = text.requestId;
    m_bar->show(Topic::Mutation, message);
}

// ---- accounts

void Reporter::reportMissingKey(const QString &accountId, const KeychainOutcome &outcome)
{
    const auto account = m_accounts->find(accountId);
    MessageBar::Message message;
    message.tone = Look::Tone::Bad;
    const QString name = account ? AccountWords::name(*account) : QString();
    message.text =
        tr("No key for %1.").arg(name) + u' ' +
        (outcome.kind == KeychainOutcome::Kind::Done ? tr("Enter it again.") : AccountWords::keyNotRead(outcome));
    message.action = tr("Enter key…");
    message.onAction = [this, accountId] { Q_EMIT editAccountRequested(accountId); };
    message.dismissible = false;
    m_bar->show(Topic::Account, message);
}

void Reporter::reportKeychain(const KeychainOutcome &outcome)
{
    if (outcome.kind == KeychainOutcome::Kind::Done) {
        m_bar->clear(Topic::Keychain);
        return;
    }
    MessageBar::Message message;
    message.text = AccountWords::keyNotKept(outcome);
    m_bar->show(Topic::Keychain, message);
}

void Reporter::reportOffer()
{
    const auto environment = m_accounts->find(QStringLiteral("environment"));
    if (!environment) {
        m_bar->clear(Topic::Offer);
        return;
    }
    MessageBar::Message message;
    message.tone = Look::Tone::Busy;
    const bool current = m_accounts->currentId() == environment->id;
    if (current) {
        message.text = tr("This account's key comes from DASHSCOPE_API_KEY and is held for this run only.");
        message.action = tr("Keep key in keychain…");
        message.onAction = [this] { Q_EMIT keepEnvironmentRequested(); };
    } else {
        message.text = tr("DASHSCOPE_API_KEY is set: its account can be used at once.");
        message.action = tr("Use this account");
        message.onAction = [this, id = environment->id] { Q_EMIT useAccountRequested(id); };
    }
    m_bar->show(Topic::Offer, message);
}

// ---- nothing to say

// What the fleet costs by the hour, as far as list prices are known: the sum that a forgotten deployment hides in.
static QString costOf(const QList<Deployment> &rows, const QUrl &root)
{
    if (!pricesApplyAt(root))
        return {};
    double yuanPerHour = 0;
    for (const Deployment &one : rows) {
        if (maybeServing(one.status))
            yuanPerHour += estimate(one).value_or(PriceEstimate{}).yuanPerHour;
    }
    return yuanPerHour > 0
               ? Reporter::tr("about %1/h at list prices, as far as they are known").arg(moneyText(yuanPerHour))
               : QString();
}

void Reporter::summarise()
{
    if (!m_session || !m_session->store()->lastGood().isValid()) {
        m_bar->setSummary({});
        return;
    }
    const auto &rows = m_session->store()->rows();
    const auto serving =
        std::count_if(rows.begin(), rows.end(), [](const Deployment &one) { return maybeServing(one.status); });
    QStringList parts{tr("%n deployment(s)", nullptr, int(rows.size())), tr("%n serving", nullptr, int(serving))};
    const QString cost = m_session->isSimulated() ? tr("simulated: free") : costOf(rows, m_session->account().root);
    if (!cost.isEmpty())
        parts << cost;
    m_bar->setSummary(parts.join(QStringLiteral(" · ")));
}

} // namespace Slipway
