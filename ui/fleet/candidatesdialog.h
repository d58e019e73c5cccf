// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/deploymentstore.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QTableWidget;

namespace Slipway {

struct Mutation;

/// The deployments that may have come from one create whose answer was lost, side by side, for a person to say which it
/// was, or that it was none. Writes that into the journal; sends nothing. Follows the store, and closes when the
/// question is settled or the store goes away. Made with new; deletes itself when closed.
class CandidatesDialog : public QDialog
{
    Q_OBJECT
public:
    CandidatesDialog(DeploymentStore *store, quint64 mutation, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &deployedModel);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Id, Name, Model, Status, Capacity, Created, Creator, ColumnCount };

    void build();
    void follow();
    void refresh();
    void fill(const QStringList &candidates);
    void settle(Inquiry::Kind kind, const QString &deployedModel);
    QString chosenId() const;
    QString askedFor(const Mutation &mutation) const;
    void showButtons();
    void retranslate();

    QPointer<DeploymentStore> m_store;
    const quint64 m_mutation;
    QStringList m_shown;
    QLabel *m_title;
    QLabel *m_asked;
    QLabel *m_question;
    QTableWidget *m_table;
    QPushButton *m_none;
    QPushButton *m_later;
    QPushButton *m_this;
};

} // namespace Slipway
