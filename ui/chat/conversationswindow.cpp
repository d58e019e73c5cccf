// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/conversationswindow.h"

#include "app/chat/conversations.h"
#include "app/chat/historyfolder.h"
#include "app/fleet/deploymentstore.h"
#include "ui/chat/transcript.h"
#include "ui/fleet/delegates.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/placeholder.h"
#include "ui/look.h"
#include "ui/plaintext.h"
#include "ui/tableheader.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace Slipway {

using namespace std::chrono_literals;

ConversationsWindow::ConversationsWindow(QWidget *parent) :
    QDialog(parent, Qt::Window), m_rows(new ConversationRows(this)), m_found(new FoundConversations(m_rows, this))
{
    setObjectName(QStringLiteral("conversationsWindow"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(60ms);
    build();
    connectAll();
    retranslate();
}

ConversationsWindow::~ConversationsWindow() = default;

// ---- building

void ConversationsWindow::build()
{
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setObjectName(QStringLiteral("conversationsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildTable());
    m_splitter->addWidget(buildReading());
    m_splitter->setSizes({560, 520});
    m_count = Look::secondaryLabel();
    m_count->setObjectName(QStringLiteral("conversationsCount"));
    m_note = new NoteLabel;
    m_note->setObjectName(QStringLiteral("conversationsNote"));
    m_note->setWordWrap(true);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Look::gap, 0, Look::gap, Look::gap);
    bottom->setSpacing(2 * Look::gap);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    column->addWidget(buildTop());
    column->addWidget(m_splitter, 1);
    column->addLayout(bottom);
    resize(1080, 700);
}

static QPushButton *buttonNamed(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

QWidget *ConversationsWindow::buildTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(Look::gap, Look::gap, Look::gap, 0);
    row->setSpacing(Look::gap);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("conversationsSearch"));
    m_search->setClearButtonEnabled(true);
    m_import = buttonNamed("importButton");
    row->addWidget(m_search, 1);
    row->addWidget(m_import);
    return top;
}

QWidget *ConversationsWindow::buildTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("conversationsTable"));
    m_table->setModel(m_found);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers); // F2 is for the title, whichever cell was clicked
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setItemDelegateForColumn(ConversationRows::Deployment,
                                      new IdDelegate(IdDelegate::Face::Monospace, m_table));
    auto *header = new TableHeader(m_table);
    m_table->setHorizontalHeader(header);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ConversationRows::Changed, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Look::gap);
    header->setHighlightSections(false);
    const int letter = fontMetrics().averageCharWidth();
    const int widths[] = {28 * letter, 34 * letter, 11 * letter, 18 * letter};
    for (int column = 0; column < ConversationRows::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setStretchLastSection(true);
    m_placeholder = new Placeholder(m_table->viewport());
    m_placeholder->setAutoFillBackground(true);
    return m_table;
}

QWidget *ConversationsWindow::buildReading()
{
    auto *reading = new QWidget;
    m_transcript = new Transcript;
    m_transcript->setObjectName(QStringLiteral("conversationText"));
    m_open = buttonNamed("openConversation");
    m_rename = buttonNamed("renameConversation");
    m_delete = buttonNamed("deleteConversation");
    m_export = buttonNamed("exportConversation");
    buildExports();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Look::gap, 0, Look::gap, 0);
    buttons->setSpacing(Look::gap);
    for (QWidget *button :
         {static_cast<QWidget *>(m_rename), static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_delete)})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    column->addWidget(m_transcript, 1);
    column->addWidget(buildDeletion());
    column->addLayout(buttons);
    return reading;
}

QWidget *ConversationsWindow::buildDeletion()
{
    m_deletion = new QWidget;
    m_deletion->setObjectName(QStringLiteral("deletionPanel"));
    m_deletionText = Look::plainLabel();
    m_deletionText->setWordWrap(true);
    m_deleteForGood = buttonNamed("deleteForGood");
    m_keep = buttonNamed("keepConversation");
    auto *row = new QHBoxLayout(m_deletion);
    row->setContentsMargins(Look::gap, 0, Look::gap, 0);
    row->addWidget(m_deletionText, 1);
    row->addWidget(m_keep);
    row->addWidget(m_deleteForGood);
    m_deletion->hide();
    return m_deletion;
}

void ConversationsWindow::connectAll()
{
    connect(m_search, &QLineEdit::textChanged, this, &ConversationsWindow::search);
    connect(m_placeholder, &Placeholder::actionRequested, m_search, &QLineEdit::clear);
    connect(&m_soon, &QTimer::timeout, this, [this] { read(chosenId()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConversationsWindow::showChosen);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { m_open->click(); });
    m_marking.setSingleShot(true);
    m_marking.setInterval(0); // a poll may remove rows in many places
    connect(&m_marking, &QTimer::timeout, m_rows, &ConversationRows::goneChanged);
    m_rows->setGone([this](const QString &deployedModel) { return isGone(deployedModel); });
    connect(m_rows, &ConversationRows::renameRequested, this, [this](const QString &id, const QString &title) {
        if (m_conversations)
            m_conversations->rename(id, title);
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_found, change, this, &ConversationsWindow::showState);
    connect(m_found, &QAbstractItemModel::modelReset, this, &ConversationsWindow::showState);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!chosenId().isEmpty())
            Q_EMIT openRequested(chosenId(), wordsSought());
    });
    connect(m_rename, &QPushButton::clicked, this, &ConversationsWindow::rename);
    connect(m_delete, &QPushButton::clicked, this, &ConversationsWindow::askToDelete);
    connect(m_deleteForGood, &QPushButton::clicked, this, &ConversationsWindow::deleteChosen);
    connect(m_keep, &QPushButton::clicked, this, &ConversationsWindow::keepChosen);
    connect(m_import, &QPushButton::clicked, this, &ConversationsWindow::importFrom);
    connect(m_transcript, &Transcript::branchRequested, this, &ConversationsWindow::showBranch);
    connect(m_transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

// ---- what is shown

void ConversationsWindow::setConversations(Conversations *conversations, const Account &account, bool isSimulated)
{
    const bool another = conversations != m_conversations;
    m_conversations = conversations;
    m_account = account;
    m_simulated = isSimulated;
    if (another) {
        m_index.reset();
        m_rows->clear();
        m_note->setNote({});
        read({});
        if (conversations)
            connect(conversations, &QObject::destroyed, this, [this] { m_index.reset(); });
        if (isVisible())
            beginReading();
    }
    retranslate();
}

void ConversationsWindow::setFleet(const DeploymentStore *store)
{
    if (m_store) {
        m_store->disconnect(this);
        m_store->disconnect(&m_marking);
    }
    m_store = store;
    if (store) {
        const auto lookSoon = qOverload<>(&QTimer::start);
        connect(store, &DeploymentStore::rowsInserted, &m_marking, lookSoon);
        connect(store, &DeploymentStore::rowsRemoved, &m_marking, lookSoon);
        connect(store, &DeploymentStore::freshnessChanged, this, &ConversationsWindow::seeListing);
        connect(store, &DeploymentStore::polled, this, &ConversationsWindow::seeListing);
    }
    m_isListed = isListed();
    m_rows->goneChanged();
}

/// Whether the service has told of every deployment that there is: only then one can be missed.
bool ConversationsWindow::isListed() const
{
    using enum DeploymentStore::Freshness;
    const bool isRead = m_store && (m_store->freshness() == Live || m_store->freshness() == Stale);
    return isRead && m_store->unlisted() == 0;
}

void ConversationsWindow::seeListing()
{
    const bool listed = isListed();
    if (std::exchange(m_isListed, listed) != listed)
        m_marking.start();
}

bool ConversationsWindow::isGone(const QString &deployedModel) const
{
    return m_isListed && m_store && !m_store->find(deployedModel);
}

void ConversationsWindow::showAll()
{
    if (!isVisible())
        showUsualNote();
    if (!m_index)
        beginReading();
    show();
    raise();
    activateWindow();
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

/// What was told of the last deed is of the past.
void ConversationsWindow::showUsualNote()
{
    m_note->setNote(
        m_simulated ? tr("Conversations with the simulator are gone when Slipway is closed, as its deployments are.")
                    : QString());
}

void ConversationsWindow::beginReading()
{
    HistoryFolder *folder = m_conversations ? m_conversations->folder() : nullptr;
    if (!folder)
        return;
    m_index = std::make_unique<HistoryIndex>(folder);
    connect(m_index.get(), &HistoryIndex::found, this, [this](const QList<ConversationSummary> &some) {
        m_rows->put(some);
        for (const ConversationSummary &one : some) {
            if (one.id == m_reading)
                m_soon.start(); // it has gone on
        }
    });
    connect(m_index.get(), &HistoryIndex::gone, m_rows, &ConversationRows::remove);
    connect(m_index.get(), &HistoryIndex::read, this, &ConversationsWindow::showState);
    connect(m_index.get(), &HistoryIndex::matched, this, [this](const QSet<QString> &ids, bool first) {
        if (!m_search->text().trimmed().isEmpty())
            m_found->show(ids, first);
        if (first && m_read && m_reading == m_read->id)
            m_transcript->find(wordsSought());
        showState();
    });
    search();
}

void ConversationsWindow::search()
{
    if (m_search->text().trimmed().isEmpty())
        m_found->showAll();
    if (m_index)
        m_index->search(m_search->text());
    showUsualNote();
    showState();
}

QStringList ConversationsWindow::wordsSought() const
{
    return m_search->text().simplified().split(u' ', Qt::SkipEmptyParts);
}

/// What lies in memory for searching goes with the window.
void ConversationsWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (event->spontaneous())
        return;
    m_index.reset();
    m_rows->clear();
    keepChosen();
}

void ConversationsWindow::showState()
{
    const int shown = m_found->rowCount();
    const int all = m_rows->rowCount();
    const bool any = shown > 0;
    if (any && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_found->index(0, 0));
    const bool chosen = any && !chosenId().isEmpty();
    for (QWidget *button :
         {static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_rename), static_cast<QWidget *>(m_delete)})
        button->setEnabled(chosen);
    m_export->setEnabled(chosen && m_read && m_read->id == chosenId());
    m_import->setEnabled(m_conversations && m_conversations->folder());
    m_transcript->offer({.turn = m_read.has_value()});
    m_count->setText(m_found->isSearching() ? tr("%1 of %n conversations", nullptr, all).arg(QLocale().toString(shown))
                                            : tr("%n conversations", nullptr, all));
    m_placeholder->setVisible(!any);
    if (any)
        return;
    if (!m_conversations)
        m_placeholder->show({tr("No account is open"), tr("Conversations belong to an account."), {}});
    else if (m_index && !m_index->isRead())
        m_placeholder->show({tr("Reading…"), {}, {}});
    else if (m_found->isSearching() && all > 0)
        m_placeholder->show({tr("No conversation matches"), {}, tr("Show all conversations")});
    else
        m_placeholder->show({tr("No conversations yet"), tr("What you say to a deployment is kept here."), {}});
}

// ---- the window itself

void ConversationsWindow::keyPressEvent(QKeyEvent *event)
{
    const bool searching = m_search->hasFocus();
    if (event->matches(QKeySequence::Find) || (event->key() == Qt::Key_Slash && !searching))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else if (event->matches(QKeySequence::FindNext))
        m_transcript->findNext();
    else if (event->matches(QKeySequence::Close))
        close();
    else if (event->key() == Qt::Key_Escape && m_deletion->isVisible())
        keepChosen();
    else if (event->key() == Qt::Key_Escape && searching && !m_search->text().isEmpty())
        m_search->clear();
    else if (event->key() == Qt::Key_Delete && m_table->hasFocus() && m_delete->isEnabled())
        askToDelete();
    else if (event->key() == Qt::Key_F2 && m_rename->isEnabled())
        rename();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && searching)
        m_table->setFocus(Qt::OtherFocusReason); // from the search to what it found
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_table->hasFocus())
        m_open->click();
    else
        QDialog::keyPressEvent(event);
}

void ConversationsWindow::retranslate()
{
    const QString account = Look::windowTitle(Look::visible(accountText(m_account)));
    setWindowTitle(m_conversations ? tr("Conversations of %1", "an account").arg(account) : tr("Conversations"));
    m_search->setPlaceholderText(tr("Search titles, deployments, prompts and replies"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setToolTip(tr("F3 goes to the next place in the conversation that is shown"));
    m_table->setAccessibleName(tr("Conversations"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Take in a conversation that was exported as JSON"));
    m_open->setText(tr("Open in the chat"));
    m_open->setToolTip(tr("Go on with it, or read it there where its deployment is gone (Enter)"));
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Give it another title (F2)"));
    m_export->setText(tr("Export"));
    m_delete->setText(tr("Delete…"));
    m_markdown->setText(tr("As Markdown…"));
    m_json->setText(tr("As JSON, to import again…"));
    m_curl->setText(tr("Copy the last request as curl"));
    m_dashScope->setText(tr("Copy the last request as Python with the DashScope SDK"));
    m_openAi->setText(tr("Copy the last request as Python with the OpenAI SDK"));
    m_deleteForGood->setText(tr("Delete for good"));
    m_keep->setText(tr("Keep it"));
    m_deleteForGood->setPalette(Look::dangerous(palette()));
    showUsualNote();
    m_rows->retranslate();
    m_transcript->retranslate(m_read ? m_read->tree.turns() : QList<Turn>());
    showState();
}

void ConversationsWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_deleteForGood)
        m_deleteForGood->setPalette(Look::dangerous(palette()));
}

void ConversationsWindow::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("conversations/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("conversations/splitter"), m_splitter->saveState());
}

void ConversationsWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(QStringLiteral("conversations/geometry")).toByteArray());
    m_splitter->restoreState(settings.value(QStringLiteral("conversations/splitter")).toByteArray());
}

} // namespace Slipway
