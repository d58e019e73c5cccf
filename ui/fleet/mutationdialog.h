// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/deploymentstore.h"
#include "ui/errortext.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

class QPushButton;
class QVBoxLayout;

namespace Slipway {

class SendingPanel;

/// The base of every dialog that asks the service for something. Sends once for each clear yes: while an answer is
/// outstanding no press, double click or Enter sends again; a refusal leaves the dialog open with the service's words;
/// an answer that was lost ends the sending for good. Closing does not stop what was sent, and says so first. Made with
/// new; deletes itself when closed, and closes when its store goes away.
class MutationDialog : public QDialog
{
    Q_OBJECT
public:
    void reject() override;

protected:
    enum class Stage {
        Editing,
        Sending,
        Over, ///< nothing more can be sent from here
    };

    MutationDialog(DeploymentStore *store, const Account &account, Deed deed, QWidget *parent);

    DeploymentStore *store() const { return m_store; } ///< nullptr once it is gone
    const Account &account() const { return m_account; }
    Stage stage() const { return m_stage; }

    QVBoxLayout *body() const { return m_body; } ///< what the dialog is about goes here
    QPushButton *primary() const { return m_primary; }
    SendingPanel *panel() const { return m_panel; }
    void setWords(const QString &primary, const QString &busy);
    void offerOnlyClose(); ///< takes the primary button away
    void resumeEditing();  ///< after a refusal
    void endSending();     ///< to Over: only Close is left
    void submit();         ///< a clear yes

    /// What to do with a change whose entry in the journal cannot be written: it is sent only after offerUnrecorded(),
    /// which shows that and a button for a second yes.
    DeploymentStore::Unrecorded unrecorded() const { return m_unrecorded; }
    void offerUnrecorded(const Mutation &mutation);

    virtual bool inputIsGood() = 0;    ///< false: what is wrong was shown and focused
    virtual QList<quint64> send() = 0; ///< through the store, once each; the journal's ids
    virtual void setEditable(bool editable) = 0;
    virtual void fleetChanged() {} ///< a row of the store appeared, changed or vanished
    virtual void retranslate() = 0;

    virtual void
    answered(const Mutation &mutation); ///< each answer; by itself shows it, and closes when it was accepted
    virtual void accepted(const Mutation &) {}
    virtual void refused(const Mutation &) {} ///< after it was shown; fields can be edited again
    virtual void allAnswered() {}

    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void watchStore();
    void setStage(Stage stage);
    void listen(quint64 id);
    void showButtons();
    void keepHeight();
    void showOutcome(const Mutation &mutation);
    void submitUnrecorded();

    QPointer<DeploymentStore> m_store;
    const Account m_account;
    const Deed m_deed;
    Stage m_stage = Stage::Editing;
    QPointer<QWidget> m_focusBefore; ///< where the focus returns to after a refusal
    QSet<quint64> m_open;            ///< sent, not answered
    bool m_warned = false;           ///< said that closing does not stop what was sent
    bool m_onlyClose = false;
    DeploymentStore::Unrecorded m_unrecorded = DeploymentStore::Unrecorded::Keep;
    QString m_primaryText;
    QString m_busyText;
    QVBoxLayout *m_body;
    SendingPanel *m_panel;
    QPushButton *m_primary;
    QPushButton *m_cancel;
};

} // namespace Slipway
