// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "ui/commands.h"

#include <QMainWindow>
#include <QPointer>

class QLineEdit;
class QSettings;
class QSplitter;
class QTabWidget;
class QToolBar;
class QToolButton;

namespace Slipway {

class AccountButton;
class AccountDialog;
class Accounts;
class ChatPane;
class CompareWindow;
class ConversationsWindow;
class FleetView;
class HistoryPane;
class JournalWindow;
class Language;
class MessageBar;
class OverviewPane;
class Reporter;
class RunWindow;
class Session;
class Sessions;
class Sight;
struct CreateRequest;
struct Deployment;
struct Mutation;

/// Places the panes and sends commands to them. What is shown belongs to the current session; the window owns no data.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All outlive the window.
    MainWindow(Accounts *accounts, Sessions *sessions, Language *language, QSettings *settings);
    ~MainWindow() override;

    Commands *commands() { return &m_commands; }
    MessageBar *messageBar() const { return m_messages; }
    FleetView *fleet() const { return m_fleet; }

    /// Where sets of prompts lie with their answers. Until it is set none can be asked.
    void setRunsFolder(const QString &folder) { m_runsFolder = folder; }

    void save(); ///< how it stands is remembered; also done when it is closed

Q_SIGNALS:
    void performanceRequested(); ///< what the program takes is measured outside the window

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QSize firstSize() const;
    void split();
    void buildToolBar();
    void buildPanes();
    void buildMenu();
    void connectPanes();
    void retranslate();
    void restore();

    void setSession(Session *session);
    Session *shown() const; ///< the session, or the one whose key is awaited: for the eye alone
    void showDeployment(const QString &id);
    void updateSituation();
    bool isLive() const;
    void showTab(QWidget *pane);
    void run(Commands::Id id);
    void scale(const QString &id);
    void limit(const QString &id);
    void remove(const QStringList &ids);
    void open(QDialog *dialog);
    AccountDialog *editAccount(const QString &id);
    void deploy(const CreateRequest *again = nullptr); ///< filled in with what was asked once
    JournalWindow *journal();                          ///< made when it is first wanted
    QList<Deployment> chosenToCompare() const;         ///< empty when these cannot be compared
    void compare();
    void tellSendKey();                                          ///< to all that have a prompt
    RunWindow *runsOf(Session *session, const Account &account); ///< made when it is first wanted
    void closeComparisons(Session *session);                     ///< of an account that is closed
    ConversationsWindow *conversations();                        ///< likewise
    void openConversation(const QString &id, const QStringList &words);
    void watchKeeping();
    void tellConversations();
    void tellKeeping();
    void actOnInquiry(quint64 id);
    void sendAgain(const Mutation &mutation);
    void compareCandidates(quint64 id);
    void deployAnyway();
    bool mayLeave();
    void tellSending();
    void sendingChanged();
    void goBackOneStep();

    Accounts *m_accounts;
    Sessions *m_sessions;
    Language *m_language;
    QSettings *m_settings;
    Commands m_commands;
    Sight *m_sight;
    QPointer<Session> m_session;
    Account m_account; ///< the session's, with the name that is shown
    QString m_shownId;
    bool m_isLeaving = false; ///< whatever is under way

    AccountButton *m_accountButton = nullptr;
    QToolBar *m_toolBar = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_menuButton = nullptr;
    QSplitter *m_splitter = nullptr;
    bool m_isSplitByPerson = false;
    FleetView *m_fleet = nullptr;
    QTabWidget *m_detail = nullptr;
    OverviewPane *m_overview = nullptr;
    ChatPane *m_chat = nullptr;
    HistoryPane *m_history = nullptr;
    JournalWindow *m_journal = nullptr;
    QString m_runsFolder;
    QList<RunWindow *> m_runs;            ///< one for each account
    QList<CompareWindow *> m_comparisons; ///< one for each set of deployments
    ConversationsWindow *m_conversations = nullptr;
    MessageBar *m_messages = nullptr;
    Reporter *m_reporter = nullptr;
};

} // namespace Slipway
