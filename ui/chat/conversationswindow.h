// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/chat/conversation.h"
#include "ui/chat/conversationrows.h"

#include <QDialog>
#include <QPointer>

class QFileDialog;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QSplitter;
class QTableView;

namespace Slipway {

class Conversations;
class DeploymentStore;
class NoteLabel;
class Placeholder;
class Transcript;

/// Every conversation of an account, also with deployments that are gone: to find, to read, to name, to go on with, to
/// export and to delete. A window of its own; asks no model for anything.
class ConversationsWindow : public QDialog
{
    Q_OBJECT
public:
    explicit ConversationsWindow(QWidget *parent = nullptr);
    ~ConversationsWindow() override;

    /// nullptr: no account is open; they may go away first.
    void setConversations(Conversations *conversations, const Account &account, bool isSimulated);
    /// The deployments of that account, which tell what is gone; nullptr where none are known. They may go away first.
    void setFleet(const DeploymentStore *store);
    void showAll(); ///< raises the window

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    void openRequested(const QString &id, const QStringList &words); ///< in the chat; what it was found by

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    QWidget *buildTable();
    QWidget *buildReading();
    QWidget *buildDeletion();
    void buildExports();
    void connectAll();
    void retranslate();

    void showUsualNote();
    void beginReading();
    void search();
    void showChosen();
    void read(const QString &id);
    void showRecord(const ConversationRecord &record);
    void showBranch(int index, int branch);
    void showTurns();
    QList<Turn> turnsToShow() const;
    void showState();
    QString chosenId() const;
    QStringList wordsSought() const;

    void rename();
    void askToDelete();
    void deleteChosen();
    void keepChosen();
    void exportTo(const QString &ending);
    void write(const QString &path, const QByteArray &bytes);
    void importFrom();
    void take(const QString &path);
    void copyCode(const QString &code);
    GenerationRequest lastRequest() const;

    bool isListed() const;
    void seeListing();
    bool isGone(const QString &deployedModel) const;

    QPointer<Conversations> m_conversations;
    QPointer<const DeploymentStore> m_store;
    bool m_isListed = false;
    QTimer m_marking; ///< of what is gone, anew
    Account m_account;
    bool m_simulated = false;
    std::unique_ptr<HistoryIndex> m_index; ///< while the window is shown
    std::optional<ConversationRecord> m_read;
    QList<Turn> m_shown;   ///< of it, as the transcript has them
    QList<int> m_branches; ///< turns that the reader turned to
    QString m_reading;     ///< the id of what is shown, or about to be
    QTimer m_soon;

    ConversationRows *m_rows;
    FoundConversations *m_found;
    QLineEdit *m_search = nullptr;
    QPushButton *m_import = nullptr;
    QTableView *m_table = nullptr;
    Placeholder *m_placeholder = nullptr;
    QSplitter *m_splitter = nullptr;
    Transcript *m_transcript = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_delete = nullptr;
    QAction *m_markdown = nullptr;
    QAction *m_json = nullptr;
    QAction *m_curl = nullptr;
    QAction *m_dashScope = nullptr;
    QAction *m_openAi = nullptr;
    QWidget *m_deletion = nullptr;
    QLabel *m_deletionText = nullptr;
    QPushButton *m_deleteForGood = nullptr;
    QPushButton *m_keep = nullptr;
    QLabel *m_count = nullptr;
    NoteLabel *m_note = nullptr;
};

} // namespace Slipway
