// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/journal.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QSettings;
class QSplitter;

namespace Slipway {

class JournalDetail;
class JournalFilter;
class JournalFilterBar;
class JournalRows;
class JournalTable;
class NoteLabel;
class Placeholder;

/// The journal of one account to search, to export and to learn from. A window of its own beside the main one; sends
/// nothing itself.
class JournalWindow : public QDialog
{
    Q_OBJECT
public:
    explicit JournalWindow(QWidget *parent = nullptr);

    void setJournal(Journal *journal, const Account &account); ///< nullptr: no account is open; it may go away first
    void setMayDeploy(bool mayDeploy);                         ///< false: "Deploy again…" must wait
    void showAll();                                            ///< raises the window as it was left
    void showDeployment(const QString &deployedModel);         ///< raises it with the entries about one

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

    void reject() override; ///< Esc: one step back, at last closed

Q_SIGNALS:
    void deployAgainRequested(const Slipway::CreateRequest &request);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildActions();
    QAction *addCommand(const char *name, void (JournalWindow::*run)());
    void applyFilter();
    void restoreChoice();
    void showChosen();
    void showState();
    void showDeployments();
    void retranslate();
    const Mutation *chosen() const;

    void deployAgain();
    void copyCurl();
    void copyPython();
    void copyAll();
    void onlyThisDeployment();
    void exportShown();
    void copy(const QString &text, const QString &said);

    Account m_account;
    JournalRows *m_rows;
    JournalFilter *m_filter;
    JournalFilterBar *m_bar;
    JournalTable *m_table;
    JournalDetail *m_detail;
    Placeholder *m_placeholder;
    QSplitter *m_splitter;
    QPushButton *m_export;
    QLabel *m_count;
    NoteLabel *m_note;
    QAction *m_deployAgain = nullptr;
    bool m_mayDeploy = true;
    QAction *m_copyCurl = nullptr;
    QAction *m_copyPython = nullptr;
    QAction *m_copyAll = nullptr;
    QAction *m_onlyThis = nullptr;
    quint64 m_chosen = 0; ///< by a person; stays while a filter hides it
    bool m_filtering = false;
};

} // namespace Slipway
