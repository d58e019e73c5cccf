// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QDialog>

#include <functional>
#include <optional>

class QPushButton;
class QTreeWidget;

namespace Slipway {

class Accounts;
class RemovalPanel;

/// Every account, where its requests go and where its key is; adding and editing is asked for by signals.
class AccountsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `accounts` outlives the dialog.
    AccountsDialog(Accounts *accounts, QWidget *parent);

    /// Says how many requests of an account have no outcome; who removes it is warned.
    void setOpenCount(std::function<int(const QString &accountId)> openCount) { m_openCount = std::move(openCount); }

    void reject() override; ///< one step back: a question first

Q_SIGNALS:
    void addRequested();
    void editRequested(QString id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void chooseOpenOne();
    void arrangeColumns();
    void connectAll();
    void fill();
    void updateButtons();
    void editCurrent();
    void removeCurrent();
    std::optional<Account> current() const;
    void retranslate();

    Accounts *m_accounts;
    std::function<int(const QString &)> m_openCount;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    RemovalPanel *m_removal;
    QPushButton *m_close;
};

} // namespace Slipway
