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

/// Changes the capacity of one deployment, or the throughput of one on plan ptu. Says what it has, what may be entered,
/// and what it will cost (see MutationDialog for how it is sent).
class ScaleDialog : public MutationDialog
{
    Q_OBJECT
public:
    ScaleDialog(DeploymentStore *store, const Account &account, const QString &id, QWidget *parent = nullptr);
    ~ScaleDialog() override;

protected:
    bool inputIsGood() override;
    QList<quint64> send() override;
    void setEditable(bool editable) override;
    void fleetChanged() override;
    void retranslate() override;

private:
    struct Entry
    {
        RequestField field;
        NumberBox *box;
        FormField *holder;
    };

    void buildDialog();
    void addEntry(RequestField field, const QString &name, std::optional<qint64> now, qint64 step, qint64 smallest,
                  qint64 largest);
    void addEntries();
    void check();
    void showPresent();
    void titleEntries();
    QString presentText() const;
    QString wantedText() const;
    QString hintOf(RequestField field) const;
    ScaleRequest request() const;
    std::optional<qint64> numberOf(RequestField field) const;

    const QString m_id;
    Deployment m_present; ///< as last seen
    bool m_gone = false;
    bool m_revealed = false;
    QList<Finding> m_findings;
    QList<Entry> m_entries;
    QLabel *m_title;
    QLabel *m_presentLine;
    QLabel *m_cost;
    NoteLabel *m_note;
    QWidget *m_form;
};

} // namespace Slipway
