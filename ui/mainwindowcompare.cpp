// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way from the selected deployments to the windows that compare them.
#include "app/session/sessions.h"
#include "ui/chat/chatpane.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/runwindow.h"
#include "ui/fleet/fleetview.h"
#include "ui/mainwindow.h"

#include <QSettings>

#include <algorithm>

namespace Slipway {

QList<Deployment> MainWindow::chosenToCompare() const
{
    const qsizetype count = m_fleet->selectedCount();
    if (!isLive() || count < leastCompared || count > mostCompared)
        return {};
    const QStringList ids = m_fleet->selectedIds();
    QList<Deployment> chosen;
    for (const QString &id : ids) {
        const Deployment *deployment = m_session->store()->find(id);
        if (!deployment || !maybeServing(deployment->status))
            return {};
        chosen.append(*deployment);
    }
    return chosen;
}

/// The same deployments of the same account are compared in the window where they were compared before.
void MainWindow::compare()
{
    const QList<Deployment> chosen = chosenToCompare();
    if (chosen.isEmpty())
        return;
    const QString accountId = m_session->account().id;
    const auto present = std::find_if(m_comparisons.begin(), m_comparisons.end(), [&](const CompareWindow *window) {
        return window->account().id == accountId && window->deployedModels() == m_fleet->selectedIds();
    });
    if (present != m_comparisons.end()) {
        (*present)->showAgain();
        return;
    }
    QList<ComparedModel> models;
    for (const Deployment &deployment : chosen)
        models += comparedModel(deployment, m_session->isSimulated(), pricesApplyAt(m_account.root));
    auto *window = new CompareWindow(m_session->generation(), m_account, models, this);
    window->restore(*m_settings);
    window->setPresets(m_chat->presets());
    window->setSendKey(sendKeyOf(m_settings->value(sendKeySetting()).toString()));
    connect(window, &QDialog::finished, this, [this, window] { window->save(*m_settings); });
    connect(window, &CompareWindow::runRequested, this,
            [this, window, session = m_session](const QList<ComparedModel> &asked, const ChatSettings &settings) {
                if (session)
                    runsOf(session, window->account())->begin(asked, settings);
            });
    m_comparisons.append(window);
    window->showAgain();
}

void MainWindow::tellSendKey()
{
    m_chat->setPreferences(m_settings);
    for (CompareWindow *window : std::as_const(m_comparisons))
        window->setSendKey(sendKeyOf(m_settings->value(sendKeySetting()).toString()));
}

/// Stays while its account is open, so that a run goes on while another account is looked at.
RunWindow *MainWindow::runsOf(Session *session, const Account &account)
{
    for (RunWindow *window : std::as_const(m_runs)) {
        if (window->account().id == account.id)
            return window;
    }
    auto *window =
        new RunWindow(session->generation(), session->client()->patience().retry, account, m_runsFolder, this);
    window->restore(*m_settings);
    window->setPresets(m_chat->presets());
    connect(window, &QDialog::finished, this, [this, window] { window->save(*m_settings); });
    m_runs.append(window);
    return window;
}

void MainWindow::closeComparisons(Session *session)
{
    const QString accountId = session->account().id;
    for (RunWindow *window : QList(m_runs)) {
        if (window->account().id != accountId)
            continue;
        m_runs.removeOne(window);
        delete window;
    }
    for (CompareWindow *window : QList(m_comparisons)) {
        if (window->account().id != accountId)
            continue;
        m_comparisons.removeOne(window);
        delete window;
    }
}

} // namespace Slipway
