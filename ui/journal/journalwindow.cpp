// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalwindow.h"

#include "app/fleet/mutationrequest.h"
#include "app/modelstudio/callcode.h"
#include "ui/fleet/dialogwords.h"
#include "ui/fleet/historypane.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/placeholder.h"
#include "ui/journal/exportdialog.h"
#include "ui/journal/journaldetail.h"
#include "ui/journal/journalfilter.h"
#include "ui/journal/journalfilterbar.h"
#include "ui/journal/journalrows.h"
#include "ui/journal/journaltable.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace Slipway {

JournalWindow::JournalWindow(QWidget *parent) :
    QDialog(parent, Qt::Window),
    m_rows(new JournalRows(this)),
    m_filter(new JournalFilter(m_rows, this)),
    m_bar(new JournalFilterBar),
    m_table(new JournalTable(m_filter)),
    m_detail(new JournalDetail),
    m_placeholder(new Placeholder(m_table->viewport())),
    m_splitter(new QSplitter(Qt::Vertical)),
    m_export(new QPushButton),
    m_count(Look::secondaryLabel()),
    m_note(new NoteLabel)
{
    setObjectName(QStringLiteral("journalWindow"));
    build();
    buildActions();
    connect(m_bar, &JournalFilterBar::changed, this, &JournalWindow::applyFilter);
    connect(m_table, &JournalTable::currentEntryChanged, this, &JournalWindow::showChosen);
    connect(m_table, &JournalTable::opened, m_detail, &JournalDetail::focusText);
    connect(m_export, &QPushButton::clicked, this, &JournalWindow::exportShown);
    connect(m_placeholder, &Placeholder::actionRequested, m_bar, &JournalFilterBar::clear);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, change, this, &JournalWindow::showState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &JournalWindow::showState);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &JournalWindow::showChosen);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &JournalWindow::showDeployments);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &JournalWindow::showDeployments);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &JournalWindow::showDeployments);
    retranslate();
}

// ---- building

void JournalWindow::build()
{
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setAutoDefault(false);
    m_count->setObjectName(QStringLiteral("journalCount"));
    m_note->setObjectName(QStringLiteral("journalNote"));
    m_note->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Look::gap, Look::gap, Look::gap, 0);
    top->setSpacing(Look::gap);
    top->addWidget(m_bar, 1);
    top->addWidget(m_export);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Look::gap, 0, Look::gap, Look::gap);
    bottom->setSpacing(2 * Look::gap);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_count);
    m_splitter->setObjectName(QStringLiteral("journalSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({330, 290});
    m_table->setMinimumHeight(m_table->fontMetrics().lineSpacing() * 5);
    m_detail->setMinimumHeight(m_detail->fontMetrics().lineSpacing() * 6);
    m_placeholder->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    column->addLayout(top);
    column->addWidget(m_splitter, 1);
    column->addLayout(bottom);
    resize(1080, 700);
}

QAction *JournalWindow::addCommand(const char *name, void (JournalWindow::*run)())
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, run);
    m_table->addAction(action);
    return action;
}

void JournalWindow::buildActions()
{
    m_deployAgain = addCommand("deployAgain", &JournalWindow::deployAgain);
    m_copyCurl = addCommand("copyCurl", &JournalWindow::copyCurl);
    m_copyPython = addCommand("copyPython", &JournalWindow::copyPython);
    m_copyAll = addCommand("copyAll", &JournalWindow::copyAll);
    m_onlyThis = addCommand("onlyThisDeployment", &JournalWindow::onlyThisDeployment);
    m_detail->addButton(m_deployAgain, "deployAgainButton");
    m_detail->addButton(m_copyCurl, "copyCurlButton");
    m_detail->addButton(m_copyPython, "copyPythonButton");
    m_detail->addButton(m_copyAll, "copyAllButton");
}

// ---- what is shown

void JournalWindow::setJournal(Journal *journal, const Account &account)
{
    const bool another = journal != m_rows->journal();
    m_account = account;
    if (another) {
        m_chosen = 0;
        m_note->setNote({});
        m_bar->setDeployedModel({});
        m_rows->setJournal(journal);
    }
    retranslate();
}

void JournalWindow::showAll()
{
    show();
    raise();
    activateWindow();
    m_table->setFocus(Qt::OtherFocusReason);
    restoreChoice();
}

void JournalWindow::showDeployment(const QString &deployedModel)
{
    m_bar->clear();
    m_bar->setDeployedModel(deployedModel);
    showAll();
}

void JournalWindow::applyFilter()
{
    if (const Mutation *mutation = chosen(); mutation && !m_filter->isFiltering())
        m_chosen = mutation->id;
    {
        const QScopedValueRollback filtering(m_filtering, true);
        m_filter->setWanted(m_bar->wanted());
    }
    restoreChoice();
    showState();
}

/// What the person chose, or where that is not shown the newest.
void JournalWindow::restoreChoice()
{
    const QScopedValueRollback filtering(m_filtering, true);
    const QModelIndex index = m_filter->indexOf(m_chosen);
    m_table->setCurrentIndex(index.isValid() ? index : m_filter->index(0, 0));
    showChosen();
}

void JournalWindow::setMayDeploy(bool mayDeploy)
{
    if (std::exchange(m_mayDeploy, mayDeploy) != mayDeploy)
        showChosen();
}

void JournalWindow::showChosen()
{
    const Mutation *mutation = chosen();
    if (mutation && !m_filtering)
        m_chosen = mutation->id;
    m_detail->show(mutation);
    const Request request = mutation ? requestOf(*mutation, m_account.root) : Request();
    m_deployAgain->setEnabled(m_mayDeploy && mutation && std::holds_alternative<CreateRequest>(mutation->asked));
    m_copyCurl->setEnabled(mutation && request.url.isValid());
    m_copyPython->setEnabled(m_copyCurl->isEnabled());
    m_copyAll->setEnabled(mutation);
    m_onlyThis->setEnabled(mutation && !mutation->deployedModel.isEmpty());
}

const Mutation *JournalWindow::chosen() const
{
    return m_filter->entry(m_table->currentIndex());
}

void JournalWindow::showState()
{
    const int shown = m_filter->rowCount();
    const int all = m_rows->rowCount();
    if (shown > 0 && !m_table->currentIndex().isValid() && !m_filtering)
        restoreChoice();
    if (shown == 0)
        showChosen();
    m_export->setEnabled(shown > 0);
    m_count->setText(m_filter->isFiltering() ? tr("%1 of %n entries", nullptr, all).arg(QLocale().toString(shown))
                                             : tr("%n entries", nullptr, all));
    m_count->setVisible(all > 0);
    m_detail->setVisible(all > 0);
    m_placeholder->setVisible(shown == 0);
    if (shown > 0)
        return;
    if (!m_rows->journal())
        m_placeholder->show({tr("No account is open"), tr("The journal belongs to an account."), {}});
    else if (all == 0)
        m_placeholder->show(HistoryPane::nothingAsked());
    else
        m_placeholder->show({tr("No entry matches"), {}, tr("Show all entries")});
}

/// Newest first, each once.
void JournalWindow::showDeployments()
{
    QStringList ids;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const Mutation *mutation = m_rows->entry(row);
        if (mutation && !mutation->deployedModel.isEmpty())
            ids << mutation->deployedModel;
    }
    ids.removeDuplicates();
    m_bar->setDeployments(ids);
}

// ---- commands

void JournalWindow::deployAgain()
{
    const Mutation *mutation = chosen();
    if (const auto *asked = mutation ? std::get_if<CreateRequest>(&mutation->asked) : nullptr)
        Q_EMIT deployAgainRequested(*asked);
}

void JournalWindow::copy(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    m_note->setNote(said);
}

void JournalWindow::copyCurl()
{
    if (const Mutation *mutation = chosen())
        copy(curlOf(requestOf(*mutation, m_account.root), m_account.workspace),
             tr("Copied. The command reads the key from DASHSCOPE_API_KEY."));
}

void JournalWindow::copyPython()
{
    if (const Mutation *mutation = chosen())
        copy(pythonOf(requestOf(*mutation, m_account.root), m_account.workspace),
             tr("Copied. The script reads the key from DASHSCOPE_API_KEY."));
}

void JournalWindow::copyAll()
{
    if (const Mutation *mutation = chosen())
        copy(wholeTextOf(*mutation), tr("Copied."));
}

void JournalWindow::onlyThisDeployment()
{
    if (const Mutation *mutation = chosen())
        m_bar->setDeployedModel(mutation->deployedModel);
}

void JournalWindow::exportShown()
{
    auto *dialog = new ExportDialog(m_filter->entries(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this, [this](const QString &path, qsizetype entries) {
        m_note->setNote(
            tr("%n entries written to %1.", nullptr, int(entries)).arg(Look::visible(QDir::toNativeSeparators(path))),
            Look::Tone::Good);
    });
    connect(dialog, &ExportDialog::failed, this, [this](const QString &path, const QString &why) {
        m_note->setNote(
            tr("%1 could not be written: %2.").arg(Look::visible(QDir::toNativeSeparators(path)), Look::visible(why)),
            Look::Tone::Bad);
    });
    dialog->open();
}

// ---- the window itself

void JournalWindow::reject()
{
    if (m_bar->isAncestorOf(focusWidget()) && m_bar->clearText())
        return;
    if (m_detail->isAncestorOf(focusWidget()))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        QDialog::reject();
}

void JournalWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) || event->key() == Qt::Key_Slash)
        m_bar->focusText();
    else if (event->matches(QKeySequence::Close))
        close();
    else if (event->matches(QKeySequence::Save) && m_export->isEnabled())
        exportShown();
    else if (m_bar->isAncestorOf(focusWidget()) && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        m_table->setFocus(Qt::OtherFocusReason); // from the search to what it found
    else
        QDialog::keyPressEvent(event);
}

void JournalWindow::retranslate()
{
    const QString account = Look::windowTitle(Look::visible(accountText(m_account)));
    setWindowTitle(m_rows->journal() ? tr("Journal of %1", "an account").arg(account) : tr("Journal"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the entries that are shown to a file"));
    m_deployAgain->setText(tr("Deploy again…"));
    m_deployAgain->setToolTip(tr("Opens the deploy dialog filled in with what was asked. Nothing is sent yet"));
    m_copyCurl->setText(tr("Copy as curl"));
    m_copyPython->setText(tr("Copy as Python"));
    m_copyAll->setText(tr("Copy everything"));
    m_onlyThis->setText(tr("Only this deployment"));
    m_bar->retranslate();
    m_table->retranslate();
    m_rows->retranslate();
    m_filter->forgetWords();
    m_detail->retranslate();
    showState();
    showChosen();
}

void JournalWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showChosen();
}

void JournalWindow::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("journal/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("journal/splitter"), m_splitter->saveState());
}

void JournalWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(QStringLiteral("journal/geometry")).toByteArray());
    m_splitter->restoreState(settings.value(QStringLiteral("journal/splitter")).toByteArray());
}

} // namespace Slipway
