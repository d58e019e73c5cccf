// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Slipway {

class FieldNote;

/// The fields of an account. Checks what is typed and says what is wrong under the field; knows nothing of saving.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(QWidget *parent = nullptr);

    void edit(const Account &account);            ///< an account whose key is stored already
    void setTakenNames(const QStringList &names); ///< names of the other accounts
    bool check();                                 ///< says what is wrong and goes to the first field in error
    Account account() const;                      ///< as entered; good only after check()
    QByteArray key() const;                       ///< empty: keep the stored one
    void clearKey();
    void focusKey();
    void askForKey(); ///< anew, whatever is stored

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        FieldNote *note = nullptr;
    };

    QLineEdit *addLine(const char *name, Field &field);
    void addField(Field &field, QWidget *widget, QWidget *focus);
    void addKey();
    void addProtocol();
    void fillRegions();
    void chooseRegion(const QUrl &root);
    void showBaseUrl();
    void checkAsTyped();
    QString nameProblem() const;
    QString baseUrlProblem() const;
    QString workspaceProblem() const;
    QString keyProblem() const;
    bool isOtherUrl() const;
    void retranslate();
    void alignFields();

    Account m_account;
    QStringList m_takenNames;
    bool m_keyIsStored = false;
    QFormLayout *m_layout;
    Field m_nameField, m_regionField, m_urlField, m_workspaceField, m_protocolField, m_keyField;
    QLineEdit *m_name;
    QComboBox *m_region;
    QLineEdit *m_url;
    QLineEdit *m_workspace;
    QComboBox *m_protocol;
    QLineEdit *m_key;
    QToolButton *m_reveal;
};

} // namespace Slipway
