// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runsetup.h"

#include "app/compare/background.h"
#include "ui/chat/settingsform.h"
#include "ui/compare/runwords.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/placeholder.h"
#include "ui/plaintext.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace Slipway {

RunSetup::RunSetup(QWidget *parent) : QWidget(parent), m_note(new NoteLabel)
{
    setAcceptDrops(true);
    m_note->setObjectName(QStringLiteral("setupNote"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * Look::gap);
    column->addWidget(m_note);
    column->addWidget(buildNew());
    column->addWidget(buildKnown(), 1);
    column->addStretch(); // where there are no earlier runs
    connect(m_choose, &QPushButton::clicked, this, &RunSetup::chooseFile);
    connect(m_leaveOut, &QCheckBox::toggled, this, &RunSetup::showState);
    connect(m_settingsButton, &QToolButton::toggled, m_settings, &QWidget::setVisible);
    connect(m_settings, &SettingsForm::summaryChanged, this, &RunSetup::showPlan);
    connect(m_start, &QPushButton::clicked, this, &RunSetup::start);
    connect(m_open, &QPushButton::clicked, this, &RunSetup::openChosen);
    connect(m_list, &QListWidget::itemActivated, this, &RunSetup::openChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_open->setEnabled(row >= 0); });
    retranslate();
}

// ---- building

QWidget *RunSetup::buildNew()
{
    m_new = new QWidget;
    m_title = Look::titleLabel();
    m_help = Look::secondaryLabel();
    m_help->setWordWrap(true);
    m_choose = new QPushButton;
    m_choose->setObjectName(QStringLiteral("choosePrompts"));
    m_choose->setAutoDefault(false);
    m_file = Look::plainLabel();
    m_file->setObjectName(QStringLiteral("promptFile"));
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_found = new NoteLabel;
    m_found->setObjectName(QStringLiteral("promptsFound"));
    m_preview = new QListWidget;
    m_preview->setObjectName(QStringLiteral("promptPreview"));
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setTextElideMode(Qt::ElideRight);
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setUniformItemSizes(true);
    m_preview->setMinimumHeight(4 * m_preview->fontMetrics().lineSpacing());
    m_bad = new QPlainTextEdit;
    m_bad->setObjectName(QStringLiteral("badLines"));
    m_bad->setReadOnly(true);
    m_bad->setTabChangesFocus(true);
    m_bad->setFixedHeight(6 * m_bad->fontMetrics().lineSpacing());
    m_leaveOut = new QCheckBox;
    m_leaveOut->setObjectName(QStringLiteral("leaveOut"));
    m_settingsButton = new QToolButton;
    m_settingsButton->setObjectName(QStringLiteral("runSettingsButton"));
    m_settingsButton->setCheckable(true);
    m_settings = new SettingsForm;
    m_settings->setObjectName(QStringLiteral("runSettings"));
    m_settings->hide();
    m_concurrencyLabel = Look::plainLabel();
    m_concurrency = new QSpinBox;
    m_concurrency->setObjectName(QStringLiteral("concurrency"));
    m_concurrency->setRange(1, 8);
    m_concurrency->setValue(2);
    m_concurrencyLabel->setBuddy(m_concurrency);
    m_plan = Look::plainLabel();
    m_plan->setObjectName(QStringLiteral("runPlan"));
    m_plan->setWordWrap(true);
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("startRun"));
    m_start->setAutoDefault(false);

    auto *file = new QHBoxLayout;
    file->addWidget(m_choose);
    file->addWidget(m_file, 1);
    auto *options = new QHBoxLayout;
    options->addWidget(m_concurrencyLabel);
    options->addWidget(m_concurrency);
    options->addStretch(1);
    options->addWidget(m_settingsButton);
    auto *end = new QHBoxLayout;
    end->addWidget(m_plan, 1);
    end->addWidget(m_start, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(m_new);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_help)})
        column->addWidget(widget);
    column->addLayout(file);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_found), static_cast<QWidget *>(m_bad), static_cast<QWidget *>(m_leaveOut)})
        column->addWidget(widget);
    column->addWidget(m_preview, 1);
    column->addLayout(options);
    column->addWidget(m_settings);
    column->addLayout(end);
    return m_new;
}

QWidget *RunSetup::buildKnown()
{
    m_known = new QWidget;
    m_knownTitle = Look::titleLabel();
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("knownRuns"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_none = new Placeholder(m_list->viewport());
    m_none->hide();
    m_open = new QPushButton;
    m_open->setObjectName(QStringLiteral("openRun"));
    m_open->setAutoDefault(false);
    m_open->setEnabled(false);
    auto *column = new QVBoxLayout(m_known);
    column->setContentsMargins({});
    column->setSpacing(Look::gap);
    column->addWidget(m_knownTitle);
    column->addWidget(m_list, 1);
    column->addWidget(m_open, 0, Qt::AlignRight);
    return m_known;
}

// ---- what is asked

void RunSetup::setModels(const QList<ComparedModel> &models, const ChatSettings &settings)
{
    m_models = models;
    m_settings->setSettings(settings);
    showState();
}

void RunSetup::setPresets(Presets *presets)
{
    m_settings->setPresets(presets);
}

void RunSetup::setKnownRuns(const QList<KnownRun> &runs)
{
    m_runs = runs;
    m_isRead = true;
    m_list->clear();
    for (const KnownRun &run : runs)
        m_list->addItem(RunWords::known(run));
    m_open->setEnabled(false);
    showState();
}

void RunSetup::setNote(const QString &problem)
{
    m_note->setNote(problem, Look::Tone::Bad);
    m_note->setVisible(!problem.isEmpty());
}

void RunSetup::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the prompts"));
    dialog->setObjectName(QStringLiteral("promptsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Prompts (*.txt *.jsonl *.ndjson *.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RunSetup::readFile);
    dialog->open();
}

void RunSetup::readFile(const QString &path)
{
    struct Reading
    {
        PromptSet set;
        QString problem;
    };
    inBackground(
        this,
        [path] {
            Reading reading;
            reading.set = readPromptFile(path, &reading.problem);
            return reading;
        },
        [this, path, number = ++m_reading](const Reading &reading) {
            if (number == m_reading)
                take(path, reading.set, reading.problem);
        });
}

void RunSetup::take(const QString &path, const PromptSet &set, const QString &problem)
{
    m_set = set;
    m_source = QFileInfo(path).fileName();
    m_problem = problem == tooLargeFile
                    ? tr("The file is larger than %1 MB.").arg(QLocale().toString(PromptSet::largestFile / 1024 / 1024))
                : problem.isEmpty() ? QString()
                                    : tr("The file cannot be read: %1.").arg(Look::visible(problem));
    m_leaveOut->setChecked(false);
    QStringList lines;
    for (const BadLine &line : set.bad)
        lines += RunWords::badLine(line);
    if (set.badCount > set.bad.size())
        lines += tr("And %1 more.").arg(QLocale().toString(set.badCount - set.bad.size()));
    m_bad->setPlainText(lines.join(u'\n'));
    showPreview();
    showState();
    if (m_start->isEnabled())
        m_concurrency->setFocus();
}

void RunSetup::forgetFile()
{
    ++m_reading;
    m_set = {};
    m_source.clear();
    m_problem.clear();
    m_bad->clear();
    showPreview();
    showState();
}

void RunSetup::start()
{
    if (!m_settings->isValid()) {
        m_settingsButton->setChecked(true);
        m_settings->focusWrongField();
        return;
    }
    m_start->setEnabled(false); // a second click sends nothing
    Q_EMIT startRequested({m_source, m_models, m_set.prompts, m_settings->settings(), m_concurrency->value()});
}

void RunSetup::openChosen()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_runs.size())
        Q_EMIT openRequested(m_runs[row].path);
}

// ---- what is shown

void RunSetup::showState()
{
    const bool isRead = !m_source.isEmpty() && m_problem.isEmpty();
    const bool hasBad = isRead && m_set.badCount > 0;
    const bool possible = isRead && !m_set.prompts.isEmpty() && (!hasBad || m_leaveOut->isChecked());
    m_new->setVisible(!m_models.isEmpty());
    m_known->setVisible(!m_runs.isEmpty() || m_models.isEmpty());
    m_none->setVisible(m_isRead && m_runs.isEmpty());
    m_open->setVisible(!m_runs.isEmpty());
    m_file->setText(m_source.isEmpty() ? tr("or drop a file here") : Look::visible(m_source));
    QString found = isRead ? tr("%n prompts found.", nullptr, int(m_set.prompts.size())) : m_problem;
    if (isRead && m_set.leftOut > 0)
        found += u' ' + tr("%1 more are beyond the most that one run takes.").arg(QLocale().toString(m_set.leftOut));
    if (hasBad)
        found += u' ' + tr("%n lines cannot be sent:", nullptr, int(m_set.badCount));
    m_found->setNote(found, m_problem.isEmpty() && !hasBad ? std::nullopt : std::optional(Look::Tone::Bad));
    m_found->setVisible(!found.isEmpty());
    m_bad->setVisible(hasBad);
    m_leaveOut->setVisible(hasBad);
    m_leaveOut->setText(tr("Leave these %n lines out", nullptr, int(m_set.badCount)));
    const qsizetype requests = m_set.prompts.size() * m_models.size();
    showPlan();
    m_start->setText(possible ? tr("Send %n requests", nullptr, int(requests)) : tr("Send"));
    m_start->setEnabled(possible);
}

/// What will be asked, to be looked at before it is: the first of many.
void RunSetup::showPreview()
{
    constexpr qsizetype mostShown = 200;
    m_preview->clear();
    for (const SetPrompt &prompt : m_set.prompts.first(qMin(mostShown, m_set.prompts.size())))
        m_preview->addItem(QStringLiteral("%1  %2").arg(m_preview->count() + 1).arg(RunWords::asked(prompt)));
    if (const qsizetype more = m_set.prompts.size() - mostShown; more > 0)
        m_preview->addItem(tr("And %1 more.", "prompts").arg(QLocale().toString(more)));
    m_preview->setVisible(!m_set.prompts.isEmpty());
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_new, m_set.prompts.isEmpty() ? 0 : 1);
}

/// How much is sent, to whom and with what: also where the form with the parameters is closed.
void RunSetup::showPlan()
{
    if (!m_problem.isEmpty() || m_set.prompts.isEmpty()) {
        m_plan->clear();
        return;
    }
    QStringList names;
    for (const ComparedModel &model : m_models)
        names += Look::visibleId(model.deployedModel);
    const QStringList lines{RunWords::plan(m_set.prompts.size(), m_models), names.join(QStringLiteral(" · ")),
                            m_settings->summary()};
    m_plan->setText(lines.join(u'\n'));
}

void RunSetup::retranslate()
{
    m_title->setText(tr("New run"));
    m_help->setText(tr("A text file with one prompt a line, or JSON lines with “prompt” or “messages” in each."));
    m_choose->setText(tr("Choose file…"));
    m_preview->setAccessibleName(tr("Prompts of the file"));
    m_bad->setAccessibleName(tr("Lines that cannot be sent"));
    m_settingsButton->setText(tr("Parameters"));
    m_settingsButton->setToolTip(tr("System prompt, temperature and more, the same for all"));
    m_concurrencyLabel->setText(tr("Requests at once to each deployment"));
    m_knownTitle->setText(tr("Earlier runs"));
    m_list->setAccessibleName(tr("Earlier runs"));
    m_open->setText(tr("Open"));
    m_none->show({tr("No runs yet"),
                  tr("A run asks several deployments all prompts of a file. Select two to four that run in the main "
                     "window, press Ctrl+D to compare them, and choose “Run a set…” there."),
                  {}});
    showPreview();
    showState();
}

void RunSetup::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    setKnownRuns(m_runs);
}

void RunSetup::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (!m_models.isEmpty() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void RunSetup::dropEvent(QDropEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    readFile(urls.first().toLocalFile());
}

} // namespace Slipway
