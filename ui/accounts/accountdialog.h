// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accounts.h"
#include "app/modelstudio/client.h"
#include "app/modelstudio/result.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;

namespace Slipway {

class AccountForm;
class Notice;

/// Adds an account or changes one. The key is tested with one harmless call before anything is saved; what is wrong is
/// said in the dialog. The key goes from its field to the test and to Accounts, and nowhere else.
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    /// An empty id, or one that is not of a saved account, adds an account. `accounts` outlives the dialog.
    AccountDialog(Accounts *accounts, const QString &accountId, QWidget *parent);
    ~AccountDialog() override;

    void askForKey(); ///< that is what it was opened for: typing begins there, and the stored one will not do

    void done(int result) override;
    void reject() override; ///< one step back: stops a test first

Q_SIGNALS:
    void saved(QString id); ///< once, when the dialog closes after it saved

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Step {
        Editing,
        Testing,
        Refused, ///< the service does not accept the key
        Failed,  ///< the test did not come to an end, e.g. offline
        Saving,
        Told, ///< saved, and the keychain did not take the key
    };

    void layOut();
    void connectAll();
    void setStep(Step step);
    void edited();
    void submit();
    void withKey(const std::function<void(const QByteArray &)> &use);
    void test(const QByteArray &key);
    void tested(const Error &error);
    void stopTest();
    void save();
    void kept(const KeychainOutcome &outcome);
    void retranslate();

    Accounts *m_accounts;
    QString m_id;
    QString m_savedId;
    Step m_step = Step::Editing;
    std::unique_ptr<Client> m_client; ///< only while a key is tested
    bool m_readingKey = false;
    QLabel *m_title;
    AccountForm *m_form;
    Notice *m_notice;
    QPushButton *m_untested;
    QPushButton *m_cancel;
    QPushButton *m_primary;
};

} // namespace Slipway
