// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way from the main window to all conversations, and from there back into the chat.
#include "app/chat/historyfolder.h"
#include "app/session/sessions.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/conversationswindow.h"
#include "ui/fleet/fleetview.h"
#include "ui/look.h"
#include "ui/mainwindow.h"

#include <QTabWidget>

namespace Slipway {

ConversationsWindow *MainWindow::conversations()
{
    if (m_conversations)
        return m_conversations;
    m_conversations = new ConversationsWindow(this);
    m_conversations->restore(*m_settings);
    tellConversations();
    connect(m_conversations, &ConversationsWindow::openRequested, this, &MainWindow::openConversation);
    return m_conversations;
}

void MainWindow::tellConversations()
{
    m_conversations->setConversations(m_session ? m_session->conversations() : nullptr, m_account,
                                      m_session && m_session->isSimulated());
    m_conversations->setFleet(m_session ? m_session->store() : nullptr);
}

/// Where conversations go, as far as it is not as one expects.
void MainWindow::tellKeeping()
{
    const HistoryFolder *folder = m_session ? m_session->conversations()->folder() : nullptr;
    if (!folder)
        m_chat->setKeeping({}, false);
    else if (folder->isShared())
        m_chat->setKeeping(tr("Another program has this account's conversations open: what is said here is not kept."),
                           true);
    else if (!folder->problem().isEmpty())
        m_chat->setKeeping(tr("What is said here is not kept: %1.").arg(Look::visible(folder->problem())), true);
    else
        m_chat->setKeeping(m_session->isSimulated()
                               ? tr("Conversations with the simulator are gone when Slipway is closed.")
                               : QString(),
                           false);
}

void MainWindow::watchKeeping()
{
    if (const HistoryFolder *folder = m_session ? m_session->conversations()->folder() : nullptr)
        connect(folder, &HistoryFolder::problemChanged, this, &MainWindow::tellKeeping, Qt::UniqueConnection);
    tellKeeping();
}

/// Selects the deployment where there still is one; otherwise no row, and the chat shows what can only be read.
void MainWindow::openConversation(const QString &id, const QStringList &words)
{
    if (!m_session)
        return;
    m_session->conversations()->open(id, [this, words, session = m_session](const QString &deployedModel) {
        if (session != m_session)
            return;
        m_fleet->setCurrentId(deployedModel);
        showDeployment(deployedModel);
        m_conversations->hide();
        activateWindow();
        showTab(m_chat);
        m_chat->focusPrompt();
        m_chat->find(words);
    });
}

} // namespace Slipway
