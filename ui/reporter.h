// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/billing.h"
#include "app/fleet/journal.h"
#include "ui/inquiryreporter.h"
#include "ui/leftopenreporter.h"
#include "ui/messagebar.h"

#include <QObject>
#include <QPointer>

namespace Slipway {

class Accounts;
class Session;
class Sessions;
class Ticker;
struct KeychainOutcome;

/// Decides what the message bar says: polls that fail, mutations that were refused or whose answer was lost, a
/// journal that cannot be written, keys that are missing, the offer to keep the environment's key; and the quiet
/// summary when there is nothing to say.
class Reporter : public QObject
{
    Q_OBJECT
public:
    Reporter(Accounts *accounts, Sessions *sessions, MessageBar *bar, QObject *parent = nullptr);

    /// Puts the environment's key into the keychain and tells how that goes.
    void keepEnvironment();

    void setShown(int rows);  ///< how many deployments the filter lets through
    void setChosen(int rows); ///< how many are selected

    void settleInquiry(quint64 id) { m_inquiries.settle(id); } ///< a person has seen to it
    void retranslate();                                        ///< says it all anew in the present language

Q_SIGNALS:
    void addAccountRequested();
    void enterKeyRequested(const QString &accountId);
    void useAccountRequested(const QString &accountId);
    void inquiryActionRequested(quint64 id); ///< see InquiryReporter
    void deployRequested();                  ///< likewise

private:
    void setSession(Session *session);
    void reportPoll();
    void reportMutation(quint64 id);
    void reportJournal();
    void reportAwaitedKey(const QString &accountId);
    void reportKeychain(const KeychainOutcome &outcome);
    void reportMissingKey(const QString &accountId, const KeychainOutcome &outcome);
    void reportOffer();
    void reportLeftBehind();
    void leftOpenChanged();
    void followRows();
    void summarise();
    void showSummary();
    QString pollText() const;
    QString lastGoodText() const;
    void offerHelp(MessageBar::Message &message);

    Accounts *m_accounts;
    Sessions *m_sessions;
    MessageBar *m_bar;
    InquiryReporter m_inquiries;
    LeftOpenReporter m_leftOpen;
    QPointer<Session> m_session;
    std::function<void()> m_tellAccount; ///< what is told of the current account's key
    std::optional<int> m_shown;
    int m_chosen = 0;
    FleetBill m_bill; ///< of the rows as they are
    Ticker *m_tick;   ///< counts down to the next try, only while that is shown
};

} // namespace Slipway
