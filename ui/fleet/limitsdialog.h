// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deployrules.h"
#include "ui/fleet/mutationdialog.h"

class QLabel;

namespace Slipway {

class FormField;
class NoteLabel;
class NumberBox;

/// Changes the rate limits of one deployment on model units: what is left empty stays as it is (see MutationDialog for
/// how it is sent).
class LimitsDialog : public MutationDialog
{
    Q_OBJECT
public:
    LimitsDialog(DeploymentStore *store, const Account &account, const QString &id, QWidget *parent = nullptr);
    ~LimitsDialog() override;

protected:
    bool inputIsGood() override;
    QList<quint64> send() override;
    void setEditable(bool editable) override;
    void fleetChanged() override;
    void retranslate() override;

private:
    void buildDialog();
    void check();
    void showPresent();
    void showProblems(FormField *holder, RequestField field);
    LimitsRequest request() const;
    bool canLimit() const;

    const QString m_id;
    Deployment m_present; ///< as last seen
    bool m_gone = false;
    bool m_revealed = false;
    QList<Finding> m_findings;
    QLabel *m_title;
    QLabel *m_presentLine;
    NoteLabel *m_note;
    QWidget *m_form;
    NumberBox *m_rpm;
    NumberBox *m_tpm;
    FormField *m_rpmField;
    FormField *m_tpmField;
};

} // namespace Slipway
