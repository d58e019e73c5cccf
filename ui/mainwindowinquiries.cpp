// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about mutations whose answers were lost, or have not come yet.
#include "ui/mainwindow.h"

#include "app/session/sessions.h"
#include "ui/fleet/candidatesdialog.h"
#include "ui/fleet/deploydialog.h"
#include "ui/fleet/fleetview.h"
#include "ui/messagebar.h"
#include "ui/reporter.h"

namespace Slipway {

/// Whatever it is, a person decides: a create is only ever sent again from the deploy dialog, by its Deploy button.
void MainWindow::actOnInquiry(quint64 id)
{
    const Mutation *mutation = m_session ? m_session->journal()->find(id) : nullptr;
    if (!mutation)
        return;
    const bool isCreate = mutation->verb == Mutation::Verb::Create;
    const Inquiry::Kind kind = mutation->inquiry.kind;
    if (isCreate && kind == Inquiry::Kind::CannotTell)
        return compareCandidates(id);
    if (isCreate && kind == Inquiry::Kind::NotHappened)
        return sendAgain(*mutation);
    m_fleet->setCurrentId(mutation->deployedModel);
    m_fleet->focusTable();
    m_reporter->settleInquiry(id);
}

/// The suffix stays the same: should the lost one be carried out late all the same, the service refuses the second.
void MainWindow::sendAgain(const Mutation &mutation)
{
    if (m_session->isHeld())
        return;
    const auto *asked = std::get_if<CreateRequest>(&mutation.asked);
    auto *dialog = new DeployDialog(m_session->store(), m_account, this);
    if (asked)
        dialog->fill(*asked);
    connect(dialog, &DeployDialog::deployed, m_fleet, &FleetView::setCurrentId);
    connect(dialog, &DeployDialog::deployed, this, [this, id = mutation.id] { m_reporter->settleInquiry(id); });
    open(dialog);
}

/// What an earlier run left open was not looked into, and a person does not want to wait for that.
void MainWindow::deployAnyway()
{
    if (!m_session)
        return;
    m_session->release();
    updateSituation();
    m_reporter->retranslate();
    deploy();
}

/// True where nothing is under way, or a person has said to quit all the same.
bool MainWindow::mayLeave()
{
    if (m_isLeaving || m_sessions->sendingCount() == 0)
        return true;
    tellSending();
    return false;
}

void MainWindow::tellSending()
{
    const int count = m_sessions->sendingCount();
    MessageBar::Message message;
    message.text = tr("%n request(s) are being sent. If you quit now, what comes of them is unknown until the next "
                      "start looks for it.",
                      nullptr, count);
    message.action = tr("Quit anyway");
    message.onAction = [this] {
        m_isLeaving = true;
        close();
    };
    m_messages->show(MessageBar::Topic::Leaving, message);
}

void MainWindow::sendingChanged()
{
    if (!m_messages->has(MessageBar::Topic::Leaving))
        return;
    if (m_sessions->sendingCount() > 0)
        tellSending();
    else
        m_messages->clear(MessageBar::Topic::Leaving);
}

void MainWindow::compareCandidates(quint64 id)
{
    auto *dialog = new CandidatesDialog(m_session->store(), id, this);
    connect(dialog, &CandidatesDialog::chosen, m_fleet, &FleetView::setCurrentId);
    open(dialog);
}

} // namespace Slipway
