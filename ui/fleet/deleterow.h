// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/journal.h"

#include <QWidget>

class QLabel;
namespace Slipway {

class NoteLabel;

/// One deployment in the delete dialog: its whole id, what it is and costs, how it stands now, and what came of
/// deleting it. Knows whether there is still something to delete.
class DeleteRow : public QWidget
{
    Q_OBJECT
public:
    DeleteRow(const Account &account, const Deployment &deployment, QWidget *parent = nullptr);

    const QString &id() const { return m_deployment.deployedModel; }
    void refresh(const Deployment *now); ///< as the fleet shows it; nullptr: it is no longer there
    void setSent();
    void setAnswer(const Mutation &mutation);

    bool canBeSent() const; ///< is there, is not being deleted, and was not sent, or was refused
    bool maybeServes() const;
    bool isNamedBy(const QString &typed) const; ///< an id that holds what cannot be typed may be typed as it is shown
    void setNamed();                            ///< its id was typed
    bool wantsName() const;                     ///< may be serving, could be sent, and its id was not typed yet
    bool isWellEnded() const;                   ///< accepted
    bool isEnded() const;                       ///< accepted, unknown, or gone
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Fate { Waiting, Sent, Accepted, Refused, Unknown, AlreadyGone };

    void showResult();
    void showFate();
    void showPresence();
    void showFacts();
    QString factsText() const;

    const Account m_account;
    Deployment m_deployment; ///< as last seen
    const Status m_first;    ///< when the dialog opened
    bool m_gone = false;
    bool m_named = false;
    Fate m_fate = Fate::Waiting;
    QString m_answer;
    QLabel *m_glyph;
    NoteLabel *m_facts;
    NoteLabel *m_result;
};

} // namespace Slipway
