// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window of conversations does with the chosen one: name, delete, export; and takes in others.
#include "app/chat/conversationexport.h"
#include "app/chat/conversations.h"
#include "app/modelstudio/callcode.h"
#include "app/modelstudio/sdkcode.h"
#include "ui/chat/conversationswindow.h"
#include "ui/fleet/notelabel.h"
#include "ui/look.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

namespace Slipway {

void ConversationsWindow::buildExports()
{
    auto *menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("exportMenu"));
    const auto add = [this, menu](const char *name, auto act) {
        QAction *action = menu->addAction(QString(), this, act);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    m_markdown = add("exportMarkdown", [this] { exportTo(QStringLiteral("md")); });
    m_json = add("exportJson", [this] { exportTo(QStringLiteral("json")); });
    menu->addSeparator();
    const auto endpoint = [this] { return endpointAt(m_account.root, m_account.workspace, {}); };
    m_curl = add("copyCurl",
                 [this, endpoint] { copyCode(curlOf(requestOf(endpoint(), lastRequest()), m_account.workspace)); });
    m_dashScope = add("copyDashScope", [this, endpoint] { copyCode(dashScopePythonOf(endpoint(), lastRequest())); });
    m_openAi = add("copyOpenAi", [this, endpoint] { copyCode(openAiPythonOf(endpoint(), lastRequest())); });
    connect(menu, &QMenu::aboutToShow, this, [this] {
        const bool known = !lastRequest().messages.isEmpty();
        for (QAction *action : {m_curl, m_dashScope, m_openAi})
            action->setEnabled(known);
    });
    m_export->setMenu(menu);
}

void ConversationsWindow::rename()
{
    const QModelIndex title = m_table->currentIndex().siblingAtColumn(ConversationRows::Title);
    m_table->setCurrentIndex(title);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->edit(title);
}

// ---- deleting

void ConversationsWindow::askToDelete()
{
    const QString title = m_table->currentIndex().siblingAtColumn(ConversationRows::Title).data().toString();
    showUsualNote();
    m_deletionText->setText(tr("Delete “%1” with every branch? It cannot be brought back.").arg(title));
    m_deletion->show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void ConversationsWindow::keepChosen()
{
    if (!m_deletion->isVisibleTo(this))
        return;
    m_deletion->hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ConversationsWindow::deleteChosen()
{
    const QString id = chosenId();
    m_deletion->hide();
    m_table->setFocus(Qt::OtherFocusReason);
    if (id.isEmpty() || !m_conversations)
        return;
    m_conversations->remove(id);
    m_rows->remove(id);
    m_note->setNote(tr("Deleted for good."));
}

// ---- exporting and importing

void ConversationsWindow::exportTo(const QString &ending)
{
    if (!m_read)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the conversation"));
    dialog->setObjectName(QStringLiteral("conversationExport"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(ending == QLatin1String("md") ? tr("Markdown (*.md)") : tr("JSON (*.json)"));
    dialog->selectFile(ConversationExport::fileName(*m_read));
    const bool markdown = ending == QLatin1String("md");
    connect(dialog, &QFileDialog::fileSelected, this, [this, markdown, record = *m_read](const QString &path) {
        const ConversationExport::Words words{titleOf(record),
                                              tr("You"),
                                              tr("Model"),
                                              tr("Model, asked to go on from here"),
                                              tr("System prompt"),
                                              tr("Thinking"),
                                              tr("This reply is not complete.")};
        write(path, markdown ? ConversationExport::markdown(record, words) : ConversationExport::json(record));
    });
    dialog->open();
}

static QString shown(const QString &path)
{
    return Look::visible(QDir::toNativeSeparators(path));
}

void ConversationsWindow::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_note->setNote(tr("Written to %1.").arg(shown(path)), Look::Tone::Good);
    else
        m_note->setNote(tr("%1 could not be written: %2.").arg(shown(path), Look::visible(file.errorString())),
                        Look::Tone::Bad);
}

void ConversationsWindow::importFrom()
{
    auto *dialog = new QFileDialog(this, tr("Import a conversation"));
    dialog->setObjectName(QStringLiteral("conversationImport"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("JSON (*.json)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            take(path);
    });
    dialog->open();
}

void ConversationsWindow::take(const QString &path)
{
    constexpr qint64 most = qint64{64} * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_note->setNote(tr("%1 could not be read: %2.").arg(shown(path), Look::visible(file.errorString())),
                        Look::Tone::Bad);
        return;
    }
    const auto record = ConversationExport::read(file.read(most));
    if (!record || !m_conversations) {
        m_note->setNote(tr("%1 is not a conversation that Slipway exported as JSON.").arg(shown(path)),
                        Look::Tone::Bad);
        return;
    }
    m_conversations->import(*record);
    m_note->setNote(tr("Imported “%1”.").arg(Look::visible(titleOf(*record))), Look::Tone::Good);
}

GenerationRequest ConversationsWindow::lastRequest() const
{
    GenerationRequest request = m_read ? lastRequestOf(*m_read) : GenerationRequest();
    if (!request.protocol && m_account.protocol == ProtocolChoice::Compatible)
        request.protocol = Protocol::Compatible;
    return request;
}

void ConversationsWindow::copyCode(const QString &code)
{
    if (code.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(code);
    m_note->setNote(tr("Copied. It reads the key from DASHSCOPE_API_KEY."));
}

} // namespace Slipway
