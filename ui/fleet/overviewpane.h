// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/modelstudio/deployment.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Slipway {

class CopyButton;
class DeploymentStore;
class FieldGrid;
class Placeholder;
class StatusBanner;
class ValueField;

/// One deployment in full: what its status means, every field the service sent, and what can be done with it. Follows
/// the store; when the deployment is gone it says so and keeps what was known last. Sends nothing itself.
class OverviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewPane(QWidget *parent = nullptr);

    void setDeployment(DeploymentStore *store, const QString &id); ///< empty id or no store: nothing is chosen
    void setAccount(const Account &account); ///< tells what it costs, where that is known; without it nothing is said

Q_SIGNALS:
    // Of the deployment that is shown, whatever is selected elsewhere.
    void chatRequested(const QString &id);
    void scaleRequested(const QString &id);
    void limitsRequested(const QString &id);
    void deleteRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTitle();
    QWidget *makeFields();
    QWidget *makeActions();
    QPushButton *makeAction(const char *name, void (OverviewPane::*requested)(const QString &id));
    void follow();
    void refresh();
    void showStatus(bool gone);
    void showFields();
    void showActions(bool gone);
    void paintDelete();
    void retranslate();

    QPointer<DeploymentStore> m_store;
    QString m_id;
    bool m_isRecalled = false; ///< what is shown now
    std::optional<Account> m_account;
    std::optional<Deployment> m_known; ///< as it was when it was last seen
    ValueField *m_title = nullptr;
    CopyButton *m_copy = nullptr;
    StatusBanner *m_status = nullptr;
    QLabel *m_meaning = nullptr;
    QScrollArea *m_scroll = nullptr;
    QList<FieldGrid *> m_groups;
    QPushButton *m_chat = nullptr;
    QPushButton *m_scale = nullptr;
    QPushButton *m_limits = nullptr;
    QPushButton *m_delete = nullptr;
    Placeholder *m_nothing = nullptr;
};

} // namespace Slipway
