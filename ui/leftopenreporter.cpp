// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leftopenreporter.h"

#include "app/session/sessions.h"
#include "ui/accounts/accountwords.h"
#include "ui/errortext.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/inquirywords.h"
#include "ui/plaintext.h"

namespace Slipway {

using Topic = MessageBar::Topic;

LeftOpenReporter::LeftOpenReporter(Accounts *accounts, Sessions *sessions, MessageBar *bar, QObject *parent) :
    QObject(parent), m_accounts(accounts), m_sessions(sessions), m_bar(bar)
{
    connect(sessions, &Sessions::leftOpenChanged, this, &LeftOpenReporter::report);
    connect(accounts, &Accounts::changed, this, &LeftOpenReporter::report);
    connect(accounts, &Accounts::currentChanged, this, &LeftOpenReporter::report);
}

QString LeftOpenReporter::countText(int count)
{
    return count == 0
               ? QString()
               : tr("%n request(s) of an earlier run have no answer: what they made may be billed.", nullptr, count);
}

void LeftOpenReporter::report()
{
    const auto &left = m_sessions->leftOpen();
    for (auto each = left.keyBegin(); each != left.keyEnd(); ++each) {
        const QString id = *each;
        const std::pair stage(id, gravestSettled(id) != nullptr);
        auto message = m_leftAlone.contains(stage) ? std::nullopt : messageOf(id);
        if (!message)
            continue;
        message->onDismiss = [this, stage] {
            m_leftAlone.insert(stage);
            report();
        };
        return m_bar->show(Topic::LeftOpen, *message);
    }
    m_bar->clear(Topic::LeftOpen);
}

std::optional<MessageBar::Message> LeftOpenReporter::messageOf(const QString &accountId)
{
    const auto account = m_accounts->find(accountId);
    if (accountId == m_accounts->currentId() || (!account && accountId != QStringLiteral("environment")))
        return {};
    MessageBar::Message message;
    const QString name = account ? AccountWords::name(*account) : QStringLiteral("DASHSCOPE_API_KEY");
    const Mutation *settled = gravestSettled(accountId);
    if (settled)
        message.tone = toneOf(*settled);
    message.text = tr("%1: %2", "account, sentences")
                       .arg(name, settled ? lineAbout(*settled, inquiryText(*settled)) : waitingText(accountId));
    if (account) {
        message.action = tr("Open this account");
        message.onAction = [this, accountId] { Q_EMIT useAccountRequested(accountId); };
    }
    return message;
}

/// What keeps it from being known.
QString LeftOpenReporter::waitingText(const QString &accountId) const
{
    Session *session = m_sessions->find(accountId);
    const QString count =
        countText(session ? session->journal()->countOpen() : m_sessions->leftOpen().value(accountId));
    if (!m_accounts->find(accountId))
        return twoSentences(count, tr("Start Slipway with that key to look into it."));
    if (m_sessions->isOutOfReach(accountId))
        return twoSentences(count, tr("Its key cannot be had without asking you: open this account to look into it."));
    if (!session)
        return count;
    if (const auto error = session->store()->lastError())
        return twoSentences(
            count,
            tr("Slipway looks into it, but its fleet cannot be read: %1").arg(textOf(*error, Deed::Read).headline));
    return twoSentences(count, tr("Slipway is looking into it."));
}

/// Once nothing there is being looked for any more; of those that an earlier run left open.
const Mutation *LeftOpenReporter::gravestSettled(const QString &accountId) const
{
    Session *session = m_sessions->find(accountId);
    if (!session)
        return nullptr;
    const Mutation *found = nullptr;
    for (const Mutation &mutation : session->journal()->entries()) {
        const Inquiry &inquiry = mutation.inquiry;
        if (inquiry.kind == Inquiry::Kind::Checking)
            return nullptr;
        const bool isOld = inquiry.kind == Inquiry::Kind::None ||
                           ((inquiry.kind == Inquiry::Kind::Happened || inquiry.kind == Inquiry::Kind::NotHappened) &&
                            inquiry.settled < m_began);
        if (!isOld && (!found || gravityOf(mutation) >= gravityOf(*found)))
            found = &mutation;
    }
    return found;
}

} // namespace Slipway
