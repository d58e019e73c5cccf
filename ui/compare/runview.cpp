// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runview.h"

#include "app/compare/background.h"
#include "ui/compare/runanswers.h"
#include "ui/compare/runlanes.h"
#include "ui/compare/runrows.h"
#include "ui/compare/runwords.h"
#include "ui/fleet/delegates.h"
#include "ui/fleet/notelabel.h"
#include "ui/tableheader.h"

#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace Slipway {

RunView::RunView(QWidget *parent) : QWidget(parent)
{
    build();
    connect(m_others, &QToolButton::clicked, this, &RunView::othersRequested);
    connect(m_primary, &QPushButton::clicked, this, &RunView::startOrStop);
    connect(m_again, &QPushButton::clicked, this, &RunView::askAgain);
    connect(m_export, &QPushButton::clicked, this, &RunView::exportRun);
    connect(m_blind, &QToolButton::clicked, this, [this](bool wanted) {
        if (m_run)
            m_run->setBlind(wanted);
    });
    connect(m_concurrency, &QSpinBox::valueChanged, this, [this](int value) {
        if (m_run)
            m_run->setConcurrency(value);
    });
    connect(m_answers, &RunAnswers::pairChanged, this,
            [this] { m_rows->setPair(m_answers->first(), m_answers->second()); });
    connect(m_answers, &RunAnswers::voteGiven, this, &RunView::goToNext);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunView::showCurrent);
    retranslate();
}

// ---- building

void RunView::build()
{
    m_lanes = new RunLanes;
    m_note = new NoteLabel;
    m_note->setObjectName(QStringLiteral("runNote"));
    m_answers = new RunAnswers;
    m_answers->setObjectName(QStringLiteral("runAnswers"));
    buildTable();
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_answers);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({220, 360});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    column->addWidget(buildTop());
    column->addWidget(m_lanes);
    column->addWidget(m_note);
    column->addWidget(m_splitter, 1);
}

QToolButton *RunView::addTool(const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_top->layout()->addWidget(button);
    return button;
}

QWidget *RunView::buildTop()
{
    m_top = new QWidget;
    auto *row = new QHBoxLayout(m_top);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    m_others = addTool("otherRuns");
    m_title = Look::titleLabel();
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title, 1);
    m_again = new QPushButton;
    m_again->setObjectName(QStringLiteral("askAgain"));
    row->addWidget(m_again); // it comes and goes, and takes no other button's place
    m_blind = addTool("blind");
    m_blind->setCheckable(true);
    m_concurrencyLabel = Look::plainLabel();
    m_concurrency = new QSpinBox;
    m_concurrency->setObjectName(QStringLiteral("runConcurrency"));
    m_concurrency->setRange(1, 8);
    m_concurrencyLabel->setBuddy(m_concurrency);
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("runExport"));
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("startOrStop"));
    row->addWidget(m_concurrencyLabel);
    row->addWidget(m_concurrency);
    for (QPushButton *button : {m_export, m_primary})
        row->addWidget(button);
    for (QPushButton *button : {m_export, m_again, m_primary})
        button->setAutoDefault(false);
    return m_top;
}

void RunView::buildTable()
{
    m_rows = new RunRows(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setHorizontalHeader(new TableHeader(m_table));
    m_table->setModel(m_rows);
    m_voteDelegate = new IdDelegate(IdDelegate::Face::Plain, this);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 2 * Look::smallGap);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
}

// ---- what is shown

void RunView::setRun(Run *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_refusal.clear();
    m_said.clear();
    m_rows->setRun(run);
    m_rows->setPair(0, 1);
    m_lanes->setRun(run);
    m_answers->setRun(run);
    if (run) {
        connect(run, &Run::stateChanged, this, &RunView::showState);
        connect(run, &Run::stateChanged, this, &RunView::showNames);
        connect(run, &Run::cellChanged, this, &RunView::showState);
        const QSignalBlocker blocker(m_concurrency);
        m_concurrency->setValue(run->concurrency());
        QHeaderView *header = m_table->horizontalHeader();
        const int width = m_table->fontMetrics().averageCharWidth();
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            header->resizeSection(column, width * (column == 0 ? 7 : 20));
            m_table->setItemDelegateForColumn(column, column == m_rows->voteColumn() ? m_voteDelegate : nullptr);
        }
        header->setSectionResizeMode(1, QHeaderView::Stretch);
        m_table->setCurrentIndex(m_rows->index(0, 0));
    }
    showNames();
    showState();
    showCurrent();
}

/// While the names are hidden one column tells of all answers.
void RunView::showNames()
{
    const bool blind = m_run && m_run->index().isBlind();
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->setColumnHidden(column, blind && column > 2 && column < m_rows->voteColumn());
}

void RunView::setRefusal(const QString &text)
{
    m_refusal = text;
    showState();
}

int RunView::withoutAnswer() const
{
    int count = 0;
    for (int model = 0; m_run && model < m_run->index().modelCount(); ++model) {
        for (const auto state :
             {RunCell::State::Stopped, RunCell::State::Cut, RunCell::State::Failed, RunCell::State::Lost})
            count += m_run->index().count(model, state);
    }
    return count;
}

void RunView::showState()
{
    const bool running = m_run && m_run->isRunning();
    const bool possible = m_run && m_refusal.isEmpty();
    const int again = withoutAnswer();
    m_title->setText(m_run ? Look::visible(m_run->header().source) : QString());
    m_primary->setText(running ? tr("Stop") : tr("Resume"));
    m_primary->setToolTip(running ? tr("Stop all that is being answered; what came is kept")
                                  : tr("Ask what was never asked"));
    const bool unwritten = m_run && m_run->unwritten() > 0;
    m_primary->setEnabled(possible && (running || !m_run->isFinished() || unwritten));
    m_again->setText(tr("Ask %n again", nullptr, again));
    m_again->setVisible(again > 0);
    m_again->setEnabled(possible && !running);
    m_export->setEnabled(m_run);
    m_concurrency->setEnabled(possible);
    m_blind->setChecked(m_run && m_run->index().isBlind());
    if (m_run && !m_run->diskProblem().isEmpty())
        m_note->setNote(tr("Results cannot be written: %1. %2 answers are kept in memory; nothing more is asked.")
                            .arg(Look::visible(m_run->diskProblem()), QLocale().toString(m_run->unwritten())),
                        Look::Tone::Bad);
    else if (!m_refusal.isEmpty())
        m_note->setNote(m_refusal, Look::Tone::Warning);
    else if (m_run && again > 0 && !running)
        m_note->setNote(tr("%n requests have no whole answer. They may have been generated all the same, so they are "
                           "only asked again by you.",
                           nullptr, again),
                        Look::Tone::Warning);
    else
        m_note->setNote(m_said);
    m_note->setVisible(!m_note->text().isEmpty());
}

/// For either of its words: what stands beside it stays where it is.
void RunView::keepPrimaryWidth()
{
    m_primary->setMinimumWidth(0);
    int width = 0;
    for (const QString &text : {tr("Stop"), tr("Resume")}) {
        m_primary->setText(text);
        width = qMax(width, m_primary->sizeHint().width());
    }
    m_primary->setMinimumWidth(width);
}

void RunView::showCurrent()
{
    m_answers->showPrompt(m_run ? m_table->currentIndex().row() : -1);
}

/// After a vote: the next prompt whose vote is missing, so that a person keeps reading.
void RunView::goToNext()
{
    const int count = m_rows->rowCount();
    const int from = m_answers->prompt();
    for (int step = 1; step < count; ++step) {
        const int row = (from + step) % count;
        if (m_run->index().vote(row, m_answers->first(), m_answers->second()) != RunVote::Choice::None)
            continue;
        m_table->setCurrentIndex(m_rows->index(row, 1));
        return;
    }
}

// ---- commands

void RunView::startOrStop()
{
    if (!m_run)
        return;
    m_said.clear();
    if (m_run->isRunning())
        m_run->stop();
    else
        m_run->start();
}

void RunView::askAgain()
{
    if (m_run)
        m_run->askAgain();
}

void RunView::exportRun()
{
    auto *dialog = new QFileDialog(this, tr("Export the answers"));
    dialog->setObjectName(QStringLiteral("runExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const QString csv = tr("Table for spreadsheets (*.csv)");
    const QString lines = tr("JSON lines (*.jsonl)");
    dialog->setNameFilters({csv, lines});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, this, [dialog, lines](const QString &chosen) {
        dialog->setDefaultSuffix(chosen == lines ? QStringLiteral("jsonl") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const bool asCsv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
        write(path, asCsv ? RunExport::Format::Csv : RunExport::Format::JsonLines);
    });
    dialog->selectFile(QStringLiteral("slipway-answers-%1").arg(QDate::currentDate().toString(Qt::ISODate)));
    dialog->open();
}

void RunView::write(const QString &path, RunExport::Format format)
{
    if (!m_run)
        return;
    inBackground(
        this,
        [from = m_run->path(), index = m_run->index(), path, format] {
            return RunExport::write(from, index, path, format);
        },
        [this, path](const RunExport::Outcome &outcome) {
            const QString shown = Look::visible(QDir::toNativeSeparators(path));
            m_said = outcome.problem.isEmpty()
                         ? tr("%n answers written to %1.", nullptr, int(outcome.rows)).arg(shown)
                         : tr("%1 could not be written: %2.").arg(shown, Look::visible(outcome.problem));
            showState();
            m_note->setNote(m_said, outcome.problem.isEmpty() ? Look::Tone::Good : Look::Tone::Bad);
            m_note->show();
        });
}

// ---- keys and words

/// In the table the arrows up and down go from prompt to prompt; the rest votes.
bool RunView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_answers->focusVote();
        return true;
    }
    return key != Qt::Key_Down && m_answers->takeKey(key);
}

void RunView::retranslate()
{
    m_others->setText(tr("Runs"));
    m_others->setToolTip(tr("Begin another run, or open an earlier one; this one goes on"));
    m_blind->setText(tr("Hide names"));
    m_blind->setToolTip(tr("Vote without knowing which deployment answered; sides change from prompt to prompt"));
    m_concurrencyLabel->setText(tr("At once"));
    m_concurrency->setToolTip(tr("Requests at once to each deployment"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write every answer with its figures to a file"));
    keepPrimaryWidth();
    m_again->setToolTip(tr("Ask again what has no whole answer"));
    m_table->setAccessibleName(tr("Prompts"));
    m_table->setToolTip({});
    m_rows->retranslate();
    showState();
}

void RunView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
