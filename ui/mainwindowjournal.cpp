// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way from the main window to the journal, and from the journal back to a deployment.
#include "app/session/sessions.h"
#include "ui/fleet/deploydialog.h"
#include "ui/fleet/fleetview.h"
#include "ui/journal/journalwindow.h"
#include "ui/mainwindow.h"

namespace Slipway {

JournalWindow *MainWindow::journal()
{
    if (m_journal)
        return m_journal;
    m_journal = new JournalWindow(this);
    m_journal->restore(*m_settings);
    m_journal->setJournal(m_session ? m_session->journal() : nullptr, m_account);
    m_journal->setMayDeploy(!m_session || !m_session->isHeld());
    connect(m_journal, &JournalWindow::deployAgainRequested, this,
            [this](const CreateRequest &request) { deploy(&request); });
    return m_journal;
}

/// Opened from the journal it lies above the journal.
void MainWindow::deploy(const CreateRequest *again)
{
    if (!m_session || m_session->isHeld())
        return;
    QWidget *above = again ? static_cast<QWidget *>(m_journal) : this;
    auto *dialog = new DeployDialog(m_session->store(), m_account, above);
    connect(dialog, &DeployDialog::deployed, m_fleet, &FleetView::setCurrentId);
    if (again)
        dialog->fill(*again);
    open(dialog);
}

} // namespace Slipway
