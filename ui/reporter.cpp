// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reporter.h"

#include "app/fleet/billing.h"
#include "app/fleet/prices.h"
#include "app/session/sessions.h"
#include "ui/accounts/accountwords.h"
#include "ui/errortext.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/plaintext.h"
#include "ui/ticker.h"

#include <algorithm>

namespace Slipway {

using Topic = MessageBar::Topic;

Reporter::Reporter(Accounts *accounts, Sessions *sessions, MessageBar *bar, QObject *parent) :
    QObject(parent),
    m_accounts(accounts),
    m_sessions(sessions),
    m_bar(bar),
    m_inquiries(bar),
    m_leftOpen(accounts, sessions, bar),
    m_tick(new Ticker(std::chrono::seconds(1), bar))
{
    m_tick->setWanted(false);
    connect(m_tick, &Ticker::ticked, this, &Reporter::reportPoll);
    connect(sessions, &Sessions::currentChanged, this, &Reporter::setSession);
    connect(&m_inquiries, &InquiryReporter::actionRequested, this, &Reporter::inquiryActionRequested);
    connect(&m_inquiries, &InquiryReporter::deployRequested, this, &Reporter::deployRequested);
    connect(sessions, &Sessions::leftOpenChanged, this, &Reporter::leftOpenChanged);
    connect(&m_leftOpen, &LeftOpenReporter::useAccountRequested, this, &Reporter::useAccountRequested);
    connect(sessions, &Sessions::keyAwaited, this, &Reporter::reportAwaitedKey);
    connect(sessions, &Sessions::keyMissing, this, &Reporter::reportMissingKey);
    connect(sessions, &Sessions::keyChanged, this, [this] { m_bar->clear(Topic::Account); });
    connect(accounts, &Accounts::changed, this, &Reporter::reportOffer);
    connect(accounts, &Accounts::currentChanged, this, &Reporter::reportOffer);
    connect(accounts, &Accounts::changed, this, &Reporter::summarise);
    connect(sessions, &Sessions::leftBehindChanged, this, &Reporter::reportLeftBehind);
    reportLeftBehind();
}

void Reporter::setSession(Session *session)
{
    if (m_session) {
        m_session->store()->disconnect(this);
        m_session->journal()->disconnect(this);
    }
    m_session = session;
    m_inquiries.setSession(session);
    m_bar->clear(Topic::Poll);
    m_bar->clear(Topic::Mutation);
    if (session) {
        m_bar->clear(Topic::Account);
        connect(session->store(), &DeploymentStore::polled, this, &Reporter::reportPoll);
        connect(session->store(), &DeploymentStore::freshnessChanged, this, &Reporter::reportPoll);
        connect(session->store(), &DeploymentStore::mutationChanged, this, &Reporter::reportMutation);
        connect(session->journal(), &Journal::writeProblemChanged, this, &Reporter::reportJournal);
        connect(session->store(), &DeploymentStore::rowsInserted, this, &Reporter::followRows);
        connect(session->store(), &DeploymentStore::rowsRemoved, this, &Reporter::followRows);
        connect(session->store(), &DeploymentStore::rowsChanged, this, &Reporter::followRows);
    }
    reportPoll();
    reportOffer();
    reportJournal();
}

void Reporter::retranslate()
{
    m_inquiries.retranslate();
    m_leftOpen.report();
    if (m_bar->has(Topic::LeftBehind))
        reportLeftBehind();
    reportJournal();
    reportPoll();
    reportOffer();
}

// ---- polls

// To the second, as the line above the table tells it.
QString Reporter::lastGoodText() const
{
    const auto age = m_session->store()->age();
    return age ? agoText(std::chrono::duration_cast<std::chrono::seconds>(*age).count()) : QString();
}

QString Reporter::pollText() const
{
    const DeploymentStore *store = m_session->store();
    const QString good = lastGoodText();
    if (store->isOffline()) {
        const QString line = tr("This computer is offline; Slipway goes on when the network is back.");
        return good.isEmpty() ? line : twoSentences(line, tr("Last good answer %1.").arg(good));
    }
    const ErrorText text = textOf(*store->lastError(), Deed::Read);
    QString line = good.isEmpty() ? text.headline : tr("Stale: last good answer %1. %2").arg(good, text.headline);
    if (const auto wait = store->untilNextPoll()) {
        const auto seconds = std::chrono::round<std::chrono::seconds>(*wait);
        line = twoSentences(line, tr("Next try in %n s.", nullptr, int(seconds.count())));
    }
    return line;
}

/// A key that is refused is mended by its person, anything else perhaps by time.
void Reporter::offerHelp(MessageBar::Message &message)
{
    const auto error = m_session->store()->lastError();
    const bool ownKey = m_session->account().origin == Account::Origin::Saved;
    if (ownKey && error && error->kind == Error::Kind::Unauthorized) {
        message.action = tr("Change key…");
        message.onAction = [this, id = m_session->account().id] { Q_EMIT enterKeyRequested(id); };
        return;
    }
    message.action = tr("Try now");
    message.onAction = [session = m_session] {
        if (session)
            session->store()->refresh();
    };
}

void Reporter::reportPoll()
{
    const auto error = m_session ? m_session->store()->lastError() : std::nullopt;
    if (!error && !(m_session && m_session->store()->isOffline())) {
        m_tick->setWanted(false);
        m_bar->clear(Topic::Poll);
        summarise();
        return;
    }
    MessageBar::Message message;
    message.tone = Look::Tone::Warning;
    message.text = pollText();
    if (error) {
        const ErrorText text = textOf(*error, Deed::Read);
        message.detail = text.whole();
        message.requestId = text.requestId;
    }
    offerHelp(message);
    message.dismissible = false;
    m_bar->show(Topic::Poll, message);
    m_tick->setWanted(true);
}

// ---- mutations

void Reporter::reportMutation(quint64 id)
{
    const Mutation *mutation = m_session ? m_session->journal()->find(id) : nullptr;
    if (!mutation || mutation->state == Mutation::State::Sending || mutation->state == Mutation::State::Unknown)
        return; // what is Unknown is for InquiryReporter
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
            .arg(verbWord(mutation->verb), Look::visibleId(what), goneAlready ? QString() : text.headline, text.meaning)
            .simplified();
    message.detail = text.whole();
    message.requestId = text.requestId;
    m_bar->show(Topic::Mutation, message);
}

void Reporter::reportJournal()
{
    const QString problem = m_session ? m_session->journal()->writeProblem() : QString();
    if (problem.isEmpty()) {
        m_bar->clear(Topic::Journal);
        return;
    }
    MessageBar::Message message;
    message.text = tr("The journal cannot be written: %1. Until it can, nothing new is deployed; scale, limits and "
                      "delete ask once more before they are sent.")
                       .arg(Look::visible(problem));
    message.dismissible = false;
    m_bar->show(Topic::Journal, message);
}

// ---- accounts

void Reporter::reportAwaitedKey(const QString &accountId)
{
    const auto account = m_accounts->find(accountId);
    if (!account)
        return;
    m_tellAccount = [this, accountId] { reportAwaitedKey(accountId); };
    MessageBar::Message message;
    message.tone = Look::Tone::Busy;
    message.text = tr("Waiting for the keychain to give the key of %1. It may be asking for its password in a window "
                      "of its own.")
                       .arg(AccountWords::name(*account));
    if (const QString left = LeftOpenReporter::countText(m_sessions->leftOpen().value(accountId)); !left.isEmpty())
        message.text = twoSentences(left, message.text);
    message.action = tr("Enter key…");
    message.onAction = [this, accountId] { Q_EMIT enterKeyRequested(accountId); };
    message.dismissible = false;
    m_bar->show(Topic::Account, message);
}

void Reporter::reportMissingKey(const QString &accountId, const KeychainOutcome &outcome)
{
    const auto account = m_accounts->find(accountId);
    m_tellAccount = [this, accountId, outcome] { reportMissingKey(accountId, outcome); };
    MessageBar::Message message;
    message.tone = Look::Tone::Bad;
    const QString name = account ? AccountWords::name(*account) : QString();
    const QString left = LeftOpenReporter::countText(m_sessions->leftOpen().value(accountId));
    const QString missing = tr("No key for %1.").arg(name);
    message.text = twoSentences(left.isEmpty() ? missing : twoSentences(missing, left),
                                outcome.kind == KeychainOutcome::Kind::Done ? tr("Enter it again.")
                                                                            : AccountWords::keyNotRead(outcome));
    message.action = tr("Enter key…");
    message.onAction = [this, accountId] { Q_EMIT enterKeyRequested(accountId); };
    message.otherAction = tr("Try again");
    message.onOtherAction = [this] {
        m_bar->clear(Topic::Account);
        m_sessions->openCurrent();
    };
    message.dismissible = false;
    m_bar->show(Topic::Account, message);
}

// ---- what earlier runs left open

void Reporter::leftOpenChanged()
{
    const auto tell = m_tellAccount; // a copy: it is set anew
    if (tell && m_bar->has(Topic::Account))
        tell();
}

// ---- the environment's key

/// Of the account that became one of its own when its key was kept.
void Reporter::reportLeftBehind()
{
    if (m_sessions->leftBehind().isEmpty())
        return;
    QStringList paths;
    for (const QString &path : m_sessions->leftBehind())
        paths.append(Look::visible(path));
    MessageBar::Message message;
    message.text = tr("Not everything of the account from DASHSCOPE_API_KEY could be moved to the account that keeps "
                      "its key now. This stays where it is: %1",
                      "files")
                       .arg(paths.join(QStringLiteral(" · ")));
    message.detail = paths.join(u'\n');
    m_bar->show(Topic::LeftBehind, message);
}

void Reporter::keepEnvironment()
{
    MessageBar::Message message;
    message.tone = Look::Tone::Busy;
    message.text = tr("Storing the key in the keychain …");
    message.dismissible = false;
    m_bar->show(Topic::Keychain, message);
    m_accounts->keepEnvironment(this, [this](const KeychainOutcome &outcome) { reportKeychain(outcome); });
}

void Reporter::reportKeychain(const KeychainOutcome &outcome)
{
    if (outcome.kind == KeychainOutcome::Kind::Done) {
        m_bar->clear(Topic::Keychain);
        return;
    }
    MessageBar::Message message;
    message.text = AccountWords::environmentNotKept(outcome);
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
        message.onAction = [this] { keepEnvironment(); };
    } else {
        message.text = tr("DASHSCOPE_API_KEY is set: its account can be used at once.");
        message.action = tr("Use this account");
        message.onAction = [this, id = environment->id] { Q_EMIT useAccountRequested(id); };
    }
    m_bar->show(Topic::Offer, message);
}

// ---- nothing to say

static QString byTheHourText(const FleetBill &bill, bool pricesListed)
{
    const QString count = Reporter::tr("%Ln billed by the hour", nullptr, bill.byTheHour);
    if (bill.byTheHour == 0)
        return Reporter::tr("nothing is billed by the hour");
    if (!pricesListed || bill.unpriced == bill.byTheHour)
        return Reporter::tr("%1 at a price unknown here", "a count of deployments").arg(count);
    const QString priced = Reporter::tr("%1: about %2/h at list prices").arg(count, moneyText(bill.yuanPerHour));
    return bill.unpriced == 0
               ? priced
               : Reporter::tr("%1 and %2").arg(priced, Reporter::tr("%Ln of unknown price", nullptr, bill.unpriced));
}

// What is billed now, how much that is, and the one that has cost for longest: where a forgotten deployment shows.
static QStringList billTexts(const FleetBill &bill, bool pricesListed)
{
    QStringList parts{byTheHourText(bill, pricesListed)};
    if (bill.byToken > 0)
        parts << Reporter::tr("%Ln by the token", nullptr, bill.byToken);
    if (bill.prepaid > 0)
        parts << Reporter::tr("%Ln prepaid", nullptr, bill.prepaid);
    if (!bill.oldestId.isEmpty())
        parts << Reporter::tr("oldest: %1, %2", "an id, a time ago")
                     .arg(Look::visible(bill.oldestId),
                          relativeTime(bill.oldestCreated, QDateTime::currentDateTimeUtc()));
    return parts;
}

/// A poll that changed rows ends with polled().
void Reporter::followRows()
{
    if (m_session && !m_session->store()->isPolling())
        summarise();
}

void Reporter::setShown(int rows)
{
    m_shown = rows;
    showSummary();
}

void Reporter::setChosen(int rows)
{
    m_chosen = rows;
    showSummary();
}

void Reporter::summarise()
{
    m_bill = m_session ? billOf(m_session->store()->rows()) : FleetBill();
    showSummary();
}

void Reporter::showSummary()
{
    if (!m_session || !m_session->store()->lastGood().isValid()) {
        m_bar->setSummary({});
        return;
    }
    const auto &rows = m_session->store()->rows();
    const bool isFiltered = m_shown && *m_shown < int(rows.size());
    QStringList parts{isFiltered ? tr("%1 of %Ln deployment(s)", "how many the filter lets through", int(rows.size()))
                                       .arg(QLocale().toString(*m_shown))
                                 : tr("%Ln deployment(s)", nullptr, int(rows.size()))};
    if (m_chosen > 1)
        parts << tr("%Ln selected", nullptr, m_chosen);
    if (m_session->isSimulated())
        parts << tr("simulated: nothing is billed");
    else
        parts << billTexts(m_bill, pricesApplyAt(m_session->account().root));
    const QString summary = parts.join(QStringLiteral(" · "));
    if (m_accounts->all().size() > 1)
        m_bar->setSummary(summary);
    else // only the simulator: the way to a real account is one click
        m_bar->setSummary(summary, tr("Add account…"), [this] { Q_EMIT addAccountRequested(); });
}

} // namespace Slipway
