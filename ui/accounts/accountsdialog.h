// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QDialog>

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

    void reject() override; ///< one step back: a question first

Q_SIGNALS:
    void addRequested();
    void editRequested(QString id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void arrangeColumns();
    void connectAll();
    void fill();
    void updateButtons();
    void chooseOpenOne();
    void editCurrent();
    void removeCurrent();
    std::optional<Account> current() const;
    void retranslate();

    Accounts *m_accounts;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    RemovalPanel *m_removal;
    QPushButton *m_close;
};

} // namespace Slipway
