// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QMenu;

namespace Slipway {

class Accounts;

/// Shows whose deployments are on the screen, and changes that: the toolbar's list of accounts.
class AccountButton : public QToolButton
{
    Q_OBJECT
public:
    /// `accounts` outlives the button.
    AccountButton(Accounts *accounts, QWidget *parent);

    QSize sizeHint() const override;

Q_SIGNALS:
    void addRequested();
    void manageRequested();
    void keepEnvironmentRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillMenu();
    void addAccounts();

    Accounts *m_accounts;
    QMenu *m_menu;
};

} // namespace Slipway
