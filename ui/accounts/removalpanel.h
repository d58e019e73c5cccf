// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accounts.h"

#include <QWidget>

class QPushButton;

namespace Slipway {

class Notice;

/// Asks in place whether an account is to be removed, removes it, and says so when the keychain refuses.
class RemovalPanel : public QWidget
{
    Q_OBJECT
public:
    /// `accounts` outlives the panel.
    RemovalPanel(Accounts *accounts, QWidget *parent);

    /// `openCount`: how many requests of it have no outcome.
    void ask(const Account &account, int openCount = 0);
    void keep(); ///< leaves everything as it is; a removal under way goes on

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Step { Closed, Asking, Removing, Refused };

    void setStep(Step step);
    void act();
    void removed(const QString &id, const KeychainOutcome &outcome);
    void retranslate();
    QString question() const;
    void colourDanger();

    Accounts *m_accounts;
    Account m_account;
    int m_openCount = 0;
    KeychainOutcome m_outcome;
    Step m_step = Step::Closed;
    Notice *m_notice;
    QPushButton *m_keep;
    QPushButton *m_remove;
};

} // namespace Slipway
