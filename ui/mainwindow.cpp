// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/fleet/prices.h"
#include "app/session/sessions.h"
#include "ui/aboutdialog.h"
#include "ui/accounts/accountbutton.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accountwords.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/conversationswindow.h"
#include "ui/compare/runwindow.h"
#include "ui/fleet/deletedialog.h"
#include "ui/fleet/fleetview.h"
#include "ui/fleet/hindrancetext.h"
#include "ui/fleet/historypane.h"
#include "ui/fleet/limitsdialog.h"
#include "ui/fleet/overviewpane.h"
#include "ui/fleet/scaledialog.h"
#include "ui/journal/journalwindow.h"
#include "ui/language.h"
#include "ui/look.h"
#include "ui/mainmenu.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/reporter.h"
#include "ui/shortcutsdialog.h"
#include "ui/sight.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QLineEdit>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Slipway {

using Id = Commands::Id;

/// With its frame it fits on the screen; what is less than the smallest size is too small a screen for any window.
QSize MainWindow::firstSize() const
{
    constexpr QSize frame(16, 48);
    return QSize(1280, 800).boundedTo(screen()->availableSize() - frame).expandedTo(minimumSize());
}

MainWindow::MainWindow(Accounts *accounts, Sessions *sessions, Language *language, QSettings *settings) :
    m_accounts(accounts), m_sessions(sessions), m_language(language), m_settings(settings), m_sight(new Sight(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(640, 420);
    resize(firstSize());
    buildToolBar();
    buildPanes();
    buildMenu();
    connectPanes();
    addActions(m_commands.all());
    retranslate();
    restore();
    setSession(m_sessions->current());
}

MainWindow::~MainWindow() = default;

// ---- building

void MainWindow::buildToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({18, 18});

    m_accountButton = new AccountButton(m_accounts, this);
    m_toolBar->addWidget(m_accountButton);
    m_toolBar->addSeparator();
    for (const Id id : {Id::Deploy, Id::Scale, Id::Limits, Id::Delete})
        m_toolBar->addAction(m_commands.action(id));
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_commands.action(Id::Refresh));

    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(260);
    m_toolBar->addWidget(m_filter);

    m_menuButton = new QToolButton(this);
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_toolBar->addWidget(m_menuButton);
}

void MainWindow::buildPanes()
{
    m_fleet = new FleetView(this);
    m_fleet->setObjectName(QStringLiteral("fleet"));
    m_overview = new OverviewPane(this);
    m_chat = new ChatPane(this);
    m_history = new HistoryPane(this);

    m_detail = new QTabWidget(this);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setDocumentMode(true);
    m_detail->addTab(m_overview, QString());
    m_detail->addTab(m_chat, QString());
    m_detail->addTab(m_history, QString());
    m_detail->setMinimumWidth(280);

    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_fleet);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByPerson = true; });

    m_messages = new MessageBar(this);
    m_reporter = new Reporter(m_accounts, m_sessions, m_messages, this);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_messages);
    setCentralWidget(centre);
}

void MainWindow::buildMenu()
{
    auto *menu = new MainMenu(&m_commands, m_language, m_settings, this);
    connect(menu, &MainMenu::sendKeyChosen, this, &MainWindow::tellSendKey);
    tellSendKey();
    m_menuButton->setMenu(menu);
    QAction *separator = new QAction(this);
    separator->setSeparator(true);
    m_fleet->setContextActions({m_commands.action(Id::Prompt), m_commands.action(Id::Compare),
                                m_commands.action(Id::Scale), m_commands.action(Id::Limits),
                                m_commands.action(Id::CopyId), m_commands.action(Id::CopyRow),
                                m_commands.action(Id::ShowInJournal), separator, m_commands.action(Id::Delete)});
}

void MainWindow::connectPanes()
{
    connect(&m_commands, &Commands::triggered, this, &MainWindow::run);
    connect(m_sessions, &Sessions::currentChanged, this, &MainWindow::setSession);
    connect(m_sessions, &Sessions::awaitingChanged, this, [this] { setSession(m_sessions->current()); });
    connect(m_sessions, &Sessions::sessionClosing, this, &MainWindow::closeComparisons);
    connect(m_filter, &QLineEdit::textChanged, m_fleet, &FleetView::setFilterText);
    connect(m_filter, &QLineEdit::returnPressed, m_fleet, &FleetView::enterTable);
    auto *down = new QShortcut(Qt::Key_Down, m_filter);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_fleet, &FleetView::enterTable);

    connect(m_fleet, &FleetView::currentChanged, this, &MainWindow::showDeployment);
    connect(m_fleet, &FleetView::selectionChanged, this, &MainWindow::updateSituation);
    connect(m_fleet, &FleetView::selectionChanged, m_reporter,
            [this] { m_reporter->setChosen(int(m_fleet->selectedCount())); });
    connect(m_fleet, &FleetView::selectionChanged, this, [this] { m_messages->clear(MessageBar::Topic::Refused); });
    connect(m_fleet, &FleetView::rowCountChanged, m_reporter, &Reporter::setShown);
    connect(m_fleet, &FleetView::activated, this, [this] { m_detail->currentWidget()->setFocus(); });
    connect(m_fleet, &FleetView::deployRequested, this, [this] { run(Id::Deploy); });
    connect(m_fleet, &FleetView::clearFilterRequested, m_filter, &QLineEdit::clear);
    connect(m_fleet, &FleetView::retryRequested, this, [this] { run(Id::Refresh); });

    connect(m_chat, &ChatPane::conversationsRequested, this, [this] { run(Id::Conversations); });
    connect(m_overview, &OverviewPane::chatRequested, this, [this] { run(Id::Prompt); });
    connect(m_overview, &OverviewPane::scaleRequested, this, &MainWindow::scale);
    connect(m_overview, &OverviewPane::limitsRequested, this, &MainWindow::limit);
    connect(m_overview, &OverviewPane::deleteRequested, this, [this](const QString &id) { remove({id}); });

    connect(m_accountButton, &AccountButton::addRequested, this, [this] { run(Id::AddAccount); });
    connect(m_accountButton, &AccountButton::manageRequested, this, [this] { run(Id::ManageAccounts); });
    connect(m_accountButton, &AccountButton::keepEnvironmentRequested, m_reporter, &Reporter::keepEnvironment);
    connect(m_reporter, &Reporter::addAccountRequested, this, [this] { run(Id::AddAccount); });
    connect(m_reporter, &Reporter::enterKeyRequested, this,
            [this](const QString &id) { editAccount(id)->askForKey(); });
    connect(m_reporter, &Reporter::useAccountRequested, m_accounts, &Accounts::setCurrentId);
    connect(m_reporter, &Reporter::inquiryActionRequested, this, &MainWindow::actOnInquiry);
    connect(m_reporter, &Reporter::deployRequested, this, &MainWindow::deployAnyway);
    connect(m_sessions, &Sessions::sendingChanged, this, &MainWindow::sendingChanged);
    connect(m_history, &HistoryPane::actionRequested, this, &MainWindow::actOnInquiry);
}

// ---- what is shown

void MainWindow::setSession(Session *session)
{
    if (m_session) {
        m_session->store()->disconnect(this);
        m_sight->disconnect(m_session->store());
    }
    m_session = session;
    m_shownId.clear();
    Session *shown = this->shown();
    DeploymentStore *store = session ? session->store() : nullptr;
    m_account = shown ? shown->account() : Account();
    m_account.name = shown ? AccountWords::name(m_account) : QString();
    m_overview->setAccount(m_account);
    if (m_journal)
        m_journal->setJournal(session ? session->journal() : nullptr, m_account);
    m_chat->setPromptHistory(shown ? shown->prompts() : nullptr);
    m_chat->setHasKey(session);
    m_chat->setPricing(!session                        ? Pricing::Unknown
                       : session->isSimulated()        ? Pricing::Simulated
                       : pricesApplyAt(m_account.root) ? Pricing::Listed
                                                       : Pricing::Unknown);
    if (m_conversations)
        tellConversations();
    m_fleet->setStore(shown ? shown->store() : nullptr, shown && shown->isSimulated(),
                      shown && pricesApplyAt(m_account.root));
    m_fleet->setKeyAwaited(shown && !session);
    if (store) {
        store->setSeen(m_sight->isSeen());
        connect(m_sight, &Sight::changed, store, &DeploymentStore::setSeen);
        connect(store, &DeploymentStore::rowsChanged, this, [this] { showDeployment(m_shownId); });
        connect(store, &DeploymentStore::rowsChanged, this, &MainWindow::updateSituation);
        connect(store, &DeploymentStore::rowsRemoved, this, [this] { showDeployment(m_shownId); });
        connect(store, &DeploymentStore::freshnessChanged, this, &MainWindow::updateSituation);
        connect(store, &DeploymentStore::polled, this, &MainWindow::updateSituation);
    }
    showDeployment(m_fleet->currentId());
    watchKeeping();
    updateSituation();
    retranslate();
}

Session *MainWindow::shown() const
{
    return m_session ? m_session.data() : m_sessions->awaiting();
}

void MainWindow::showDeployment(const QString &id)
{
    Session *shown = this->shown();
    DeploymentStore *store = shown ? shown->store() : nullptr;
    const Deployment *deployment = store ? store->find(id) : nullptr;
    const bool sameOne = id == m_shownId;
    m_shownId = id;
    if (sameOne && deployment) {
        m_chat->setDeployment(deployment);
        return;
    }
    m_overview->setDeployment(store, id);
    m_history->setJournal(shown ? shown->journal() : nullptr, id);
    const bool any = shown && !id.isEmpty();
    m_chat->setConversation(any ? shown->conversations()->of(id) : nullptr, deployment);
    updateSituation();
}

/// What an earlier run read is for the eye alone: nothing is done with it.
bool MainWindow::isLive() const
{
    return m_session && !m_session->isHeld() && m_session->store()->freshness() != DeploymentStore::Freshness::Recalled;
}

void MainWindow::updateSituation()
{
    const bool isHeld = m_session && m_session->isHeld();
    Commands::Situation situation{.session = !m_session.isNull(),
                                  .selected = isLive() ? m_fleet->selectedCount() : 0,
                                  .comparable = !chosenToCompare().isEmpty(),
                                  .held = isHeld,
                                  .recalled = m_session && !isLive(),
                                  .keyless = !m_session && shown()};
    const bool isOne = situation.selected == 1;
    if (const Deployment *only = isOne ? m_session->store()->find(m_fleet->selectedIds().value(0)) : nullptr) {
        for (const auto &[id, hindrance] :
             {std::pair(Id::Scale, againstScaling(*only)), std::pair(Id::Limits, againstLimiting(*only)),
              std::pair(Id::Delete, againstDeleting(*only))}) {
            if (hindrance != Hindrance::None)
                situation.against.insert(id, hindranceText(hindrance));
        }
    }
    m_commands.setSituation(situation);
    if (m_journal)
        m_journal->setMayDeploy(!isHeld);
}

void MainWindow::showTab(QWidget *pane)
{
    m_detail->setCurrentWidget(pane);
}

// ---- commands

void MainWindow::run(Id id)
{
    DeploymentStore *store = m_session ? m_session->store() : nullptr;
    const QStringList ids = m_fleet->selectedIds();
    m_messages->clear(MessageBar::Topic::Refused);
    switch (id) {
    case Id::Deploy:
        deploy();
        break;
    case Id::Scale:
        if (ids.size() == 1)
            scale(ids.first());
        break;
    case Id::Limits:
        if (ids.size() == 1)
            limit(ids.first());
        break;
    case Id::Delete:
        if (!ids.isEmpty())
            remove(ids);
        break;
    case Id::Refresh:
        if (store)
            store->refresh();
        break;
    case Id::Filter:
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
        break;
    case Id::Prompt:
        showTab(m_chat);
        m_chat->focusPrompt();
        break;
    case Id::Compare:
        compare();
        break;
    case Id::Runs:
        if (m_session)
            runsOf(m_session, m_account)->showRuns();
        break;
    case Id::ShowOverview:
        showTab(m_overview);
        break;
    case Id::ShowChat:
        showTab(m_chat);
        break;
    case Id::ShowHistory:
        showTab(m_history);
        break;
    case Id::Journal:
        journal()->showAll();
        break;
    case Id::ShowInJournal:
        if (ids.size() == 1)
            journal()->showDeployment(ids.first());
        break;
    case Id::Conversations:
        conversations()->showAll();
        break;
    case Id::FocusTable:
        m_fleet->focusTable();
        break;
    case Id::CopyId:
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
        break;
    case Id::CopyRow:
        QGuiApplication::clipboard()->setText(m_fleet->rowsAsText());
        break;
    case Id::AddAccount:
        editAccount(QString());
        break;
    case Id::ManageAccounts: {
        auto *dialog = new AccountsDialog(m_accounts, this);
        dialog->setOpenCount([this](const QString &account) { return m_sessions->openCount(account); });
        connect(dialog, &AccountsDialog::addRequested, this, [this] { editAccount(QString()); });
        connect(dialog, &AccountsDialog::editRequested, this, &MainWindow::editAccount);
        open(dialog);
        break;
    }
    case Id::Shortcuts:
        open(new ShortcutsDialog(m_commands, this));
        break;
    case Id::Performance:
        Q_EMIT performanceRequested();
        break;
    case Id::About:
        open(new AboutDialog(this));
        break;
    case Id::Quit:
        close();
        break;
    }
}

void MainWindow::scale(const QString &id)
{
    if (isLive())
        open(new ScaleDialog(m_session->store(), m_account, id, this));
}

void MainWindow::limit(const QString &id)
{
    if (isLive())
        open(new LimitsDialog(m_session->store(), m_account, id, this));
}

void MainWindow::remove(const QStringList &ids)
{
    if (isLive())
        open(new DeleteDialog(m_session->store(), m_account, ids, this));
}

void MainWindow::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

AccountDialog *MainWindow::editAccount(const QString &id)
{
    auto *dialog = new AccountDialog(m_accounts, id, this);
    connect(dialog, &AccountDialog::saved, this, [this](const QString &savedId) {
        m_sessions->reopen(savedId);
        m_accounts->setCurrentId(savedId);
    });
    open(dialog);
    return dialog;
}

// Esc: from the filter's text to no filter, from the detail to the table.
void MainWindow::goBackOneStep()
{
    if (m_filter->hasFocus() && !m_filter->text().isEmpty())
        m_filter->clear();
    else
        m_fleet->focusTable();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        goBackOneStep();
    else if (const QString reason = m_commands.reasonAgainst(event->keyCombination()); !reason.isEmpty())
        m_messages->show(MessageBar::Topic::Refused, {.tone = Look::Tone::Idle, .text = reason});
    else
        QMainWindow::keyPressEvent(event);
}

// ---- the window itself

void MainWindow::retranslate()
{
    setWindowTitle(shown()
                       ? QStringLiteral("%1 — Slipway").arg(Look::windowTitle(AccountWords::title(shown()->account())))
                       : QStringLiteral("Slipway"));
    m_toolBar->setWindowTitle(tr("Tools"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter deployments"));
    m_filter->setToolTip(tr("Shows deployments whose id, name, model, status or plan contains the text"));
    m_menuButton->setIcon(Look::icon(QStringLiteral("menu"), palette()));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_detail->setTabText(0, tr("Overview"));
    m_detail->setTabText(1, tr("Chat"));
    m_detail->setTabText(2, tr("History"));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    const bool language = event->type() == QEvent::LanguageChange;
    if (!language && event->type() != QEvent::ApplicationPaletteChange)
        return;
    m_commands.refresh();
    if (!m_filter)
        return;
    retranslate();
    tellKeeping();
    sendingChanged();
    if (language)
        m_reporter->retranslate();
}

void MainWindow::restore()
{
    restoreGeometry(m_settings->value(QStringLiteral("window/geometry")).toByteArray());
    m_isSplitByPerson = m_splitter->restoreState(m_settings->value(QStringLiteral("window/splitter")).toByteArray());
    m_detail->setCurrentIndex(m_settings->value(QStringLiteral("window/tab"), 0).toInt());
    m_fleet->restore(*m_settings);
}

void MainWindow::save()
{
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (m_isSplitByPerson)
        m_settings->setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    m_settings->setValue(QStringLiteral("window/tab"), m_detail->currentIndex());
    m_fleet->save(*m_settings);
    if (m_journal)
        m_journal->save(*m_settings);
    if (m_conversations)
        m_conversations->save(*m_settings);
}

// Short of room the words give way, so that the filter and the menu stay in sight.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    constexpr int roomForWords = 900;
    m_toolBar->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (!m_isSplitByPerson)
        split();
}

/// The detail takes a third, but room for its buttons; what more than lines of text need is for the table.
void MainWindow::split()
{
    constexpr int widest = 480;
    const int detail = qMax(m_overview->minimumSizeHint().width(), qMin(width() / 3, widest));
    m_splitter->setSizes({width() - detail - m_splitter->handleWidth(), detail});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    save();
    QMainWindow::closeEvent(event);
}

} // namespace Slipway
