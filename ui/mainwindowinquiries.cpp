// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window does about mutations whose answers were lost.
#include "ui/mainwindow.h"

#include "app/session/session.h"
#include "ui/fleet/candidatesdialog.h"
#include "ui/fleet/deploydialog.h"
#include "ui/fleet/fleetview.h"
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
    const auto *asked = std::get_if<CreateRequest>(&mutation.asked);
    auto *dialog = new DeployDialog(m_session->store(), m_account, this);
    if (asked)
        dialog->fill(*asked);
    connect(dialog, &DeployDialog::deployed, m_fleet, &FleetView::setCurrentId);
    connect(dialog, &DeployDialog::deployed, this, [this, id = mutation.id] { m_reporter->settleInquiry(id); });
    open(dialog);
}

void MainWindow::compareCandidates(quint64 id)
{
    auto *dialog = new CandidatesDialog(m_session->store(), id, this);
    connect(dialog, &CandidatesDialog::chosen, m_fleet, &FleetView::setCurrentId);
    open(dialog);
}

} // namespace Slipway
