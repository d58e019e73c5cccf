// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparewindow.h"

#include "ui/chat/promptbox.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"
#include "ui/chat/transcript.h"
#include "ui/compare/answercolumn.h"
#include "ui/compare/differencepage.h"
#include "ui/fleet/dialogwords.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Slipway {

CompareWindow::CompareWindow(GenerationApi api, const Account &account, const QList<ComparedModel> &models,
                             QWidget *parent) :
    QDialog(parent, Qt::Window), m_account(account)
{
    setObjectName(QStringLiteral("compareWindow"));
    build();
    for (const ComparedModel &model : models)
        addColumn(api, model);
    connect(m_prompt, &PromptEdit::submitted, this, &CompareWindow::send);
    connect(m_prompt, &PromptEdit::pageTurned, this, &CompareWindow::turnPage);
    connect(m_primary, &QPushButton::clicked, this, &CompareWindow::sendOrStop);
    connect(m_settingsButton, &QToolButton::toggled, m_settings, &QWidget::setVisible);
    connect(m_settings, &SettingsForm::edited, this, [this] {
        for (const AnswerColumn *column : std::as_const(m_columns))
            column->conversation()->setSettings(m_settings->settings());
        showState();
    });
    connect(m_endEditing, &QToolButton::clicked, this, &CompareWindow::endEditing);
    connect(m_differences, &QToolButton::toggled, this, &CompareWindow::showDifferences);
    connect(m_run, &QToolButton::clicked, this, [this] {
        QList<ComparedModel> compared;
        for (const AnswerColumn *column : std::as_const(m_columns))
            compared += column->model();
        Q_EMIT runRequested(compared, m_settings->settings());
    });
    connect(m_new, &QToolButton::clicked, this, &CompareWindow::clear);
    retranslate();
    setMinimumSize(480, 360);
    resize(1180, 760);
}

// ---- building

void CompareWindow::build()
{
    m_settings = new SettingsForm;
    m_settings->setObjectName(QStringLiteral("compareSettings"));
    m_settings->hide();
    m_splitter = new QSplitter;
    m_splitter->setObjectName(QStringLiteral("compareSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_difference = new DifferencePage;
    m_difference->setObjectName(QStringLiteral("differencePage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Look::gap, Look::gap, Look::gap, Look::gap);
    column->setSpacing(Look::gap);
    column->addWidget(buildTools());
    column->addWidget(m_settings);
    auto *pages = new QWidget;
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_difference);
    column->addWidget(pages, 1);
    column->addWidget(buildEditing());
    column->addWidget(buildPrompt());
}

QToolButton *CompareWindow::addTool(const char *name, bool checkable)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setCheckable(checkable);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_tools->layout()->addWidget(button);
    return button;
}

QWidget *CompareWindow::buildTools()
{
    m_tools = new QWidget;
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins({});
    row->setSpacing(Look::smallGap);
    m_differences = addTool("differencesButton", true);
    m_together = addTool("scrollTogether", true);
    m_together->setChecked(true);
    row->addStretch(1);
    m_settingsButton = addTool("compareSettingsButton", true);
    m_run = addTool("runSetButton", false);
    m_new = addTool("newComparison", false);
    return m_tools;
}

QWidget *CompareWindow::buildPrompt()
{
    auto *bottom = new QWidget;
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    m_prompt = new PromptEdit;
    m_prompt->setObjectName(QStringLiteral("comparePrompt"));
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("compareSendOrStop"));
    m_primary->setAutoDefault(false);
    row->addWidget(new PromptBox(m_prompt), 1);
    row->addWidget(m_primary, 0, Qt::AlignBottom);
    return bottom;
}

void CompareWindow::addColumn(GenerationApi api, const ComparedModel &model)
{
    auto *conversation = new Conversation(api, model.deployedModel, this);
    if (model.price)
        conversation->setTokenRate(rateOf(*model.price));
    auto *column = new AnswerColumn(model, conversation);
    m_splitter->addWidget(column);
    m_columns.append(column);
    connect(column, &AnswerColumn::changed, this, &CompareWindow::showState);
    column->setGuard([this] { return checkSettings(); });
    connect(column, &AnswerColumn::editRequested, this, [this, column](int index) { edit(column, index); });
    connect(column, &AnswerColumn::branchRequested, this,
            [this, column](int index, int branch) { showBranch(column, index, branch); });
    connect(column, &AnswerColumn::scrolledByHand, this, [this, column] { scrollLike(column); });
}

// ---- what is asked

QStringList CompareWindow::deployedModels() const
{
    QStringList ids;
    for (const AnswerColumn *column : m_columns)
        ids += column->model().deployedModel;
    return ids;
}

bool CompareWindow::isBusy() const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
                       [](const AnswerColumn *column) { return column->conversation()->isBusy(); });
}

void CompareWindow::send()
{
    const QString prompt = m_prompt->toPlainText();
    if (isBusy() || prompt.trimmed().isEmpty() || !checkSettings())
        return;
    const int instead = std::exchange(m_edited, -1);
    for (AnswerColumn *column : std::as_const(m_columns))
        column->ask(prompt, instead);
    m_prompts.append(prompt);
    m_prompt->setText(std::exchange(m_setAside, {}));
    m_prompt->setHistory(m_prompts);
    showState();
}

bool CompareWindow::checkSettings()
{
    if (m_settings->isValid())
        return true;
    m_settingsButton->setChecked(true);
    m_settings->focusWrongField();
    return false;
}

void CompareWindow::stop()
{
    for (const AnswerColumn *column : std::as_const(m_columns))
        column->conversation()->stop();
}

void CompareWindow::sendOrStop()
{
    if (isBusy())
        stop();
    else
        send();
    m_prompt->setFocus();
}

void CompareWindow::clear()
{
    for (const AnswerColumn *column : std::as_const(m_columns))
        column->conversation()->clear();
    endEditing();
    m_differences->setChecked(false);
    showState();
    m_prompt->setFocus();
}

// ---- what is shown

void CompareWindow::showState()
{
    const bool busy = isBusy();
    m_primary->setText(busy ? tr("Stop") : tr("Send"));
    m_primary->setToolTip(busy ? tr("Stop all answers (Esc)") : m_prompt->sendTip());
    const bool answered = std::count_if(m_columns.begin(), m_columns.end(), [](const AnswerColumn *column) {
                              return column->answer() && !column->answer()->content.isEmpty();
                          }) > 1;
    m_differences->setEnabled((answered && !busy) || m_differences->isChecked());
    m_new->setEnabled(!m_columns.isEmpty() && !m_columns.first()->conversation()->turns().isEmpty());
    for (AnswerColumn *column : std::as_const(m_columns))
        column->showOffers(!busy);
    showEditing();
    if (m_differences->isChecked() && !busy)
        showDifferences();
}

void CompareWindow::showDifferences()
{
    const bool wanted = m_differences->isChecked();
    m_pages->setCurrentIndex(wanted ? 1 : 0);
    m_together->setEnabled(!wanted);
    if (!wanted)
        return;
    QList<DifferencePage::Answer> answers;
    for (const AnswerColumn *column : std::as_const(m_columns))
        answers.append({column->model().deployedModel, column->answer() ? column->answer()->content : QString()});
    m_difference->setAnswers(answers);
}

/// As far down as the one that the reader moves, in shares: the answers are not equally long.
void CompareWindow::scrollLike(AnswerColumn *moved)
{
    if (m_scrolling || !m_together->isChecked())
        return;
    const QScopedValueRollback scrolling(m_scrolling, true);
    const QScrollBar *bar = moved->transcript()->verticalScrollBar();
    const double share = bar->maximum() > 0 ? double(bar->value()) / double(bar->maximum()) : 0;
    for (const AnswerColumn *column : std::as_const(m_columns)) {
        QScrollBar *other = column->transcript()->verticalScrollBar();
        if (column != moved)
            other->setValue(qRound(share * other->maximum()));
    }
}

/// By a key that was typed into the prompt. The others follow the first one where they are scrolled together.
void CompareWindow::turnPage(QKeyEvent *event)
{
    if (m_differences->isChecked()) {
        m_difference->turnPage(event);
        return;
    }
    for (const AnswerColumn *column : std::as_const(m_columns)) {
        QCoreApplication::sendEvent(column->transcript(), event);
        if (m_together->isChecked())
            return;
    }
}

void CompareWindow::showAgain()
{
    show();
    raise();
    activateWindow();
    m_prompt->setFocus(Qt::OtherFocusReason);
}

// ---- the window itself

void CompareWindow::reject()
{
    if (isBusy())
        stop();
    else if (m_edited >= 0)
        endEditing();
    else if (m_differences->isChecked())
        m_differences->setChecked(false);
    else
        QDialog::reject();
}

void CompareWindow::closeEvent(QCloseEvent *event)
{
    stop();
    QDialog::reject();
    event->accept();
}

void CompareWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Close))
        close();
    else
        QDialog::keyPressEvent(event);
}

void CompareWindow::retranslate()
{
    setWindowTitle(tr("Compare — %1", "an account").arg(Look::windowTitle(Look::visible(accountText(m_account)))));
    m_differences->setText(tr("Differences"));
    m_differences->setToolTip(tr("Show in which words the last answers differ, two at a time"));
    m_together->setText(tr("Scroll together"));
    m_together->setToolTip(tr("Scrolling one answer scrolls them all"));
    m_settingsButton->setText(tr("Parameters"));
    m_settingsButton->setToolTip(tr("System prompt, temperature and more, the same for all"));
    m_run->setText(tr("Run a set…"));
    m_run->setToolTip(tr("Ask all prompts of a file. Nothing is sent yet"));
    m_new->setText(tr("Clear"));
    m_new->setToolTip(tr("Begin again, with nothing asked before"));
    m_endEditing->setText(tr("Leave it as it is"));
    m_endEditing->setToolTip(tr("Ends editing (Esc)"));
    m_prompt->setPlaceholder(tr("Ask all %n…", nullptr, int(m_columns.size())));
    m_prompt->setAccessibleName(tr("Prompt for all"));
    for (AnswerColumn *column : std::as_const(m_columns))
        column->setPlaceholder(tr("The answer appears here."));
    showState();
}

void CompareWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareWindow::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("compare/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("compare/together"), m_together->isChecked());
}

void CompareWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(QStringLiteral("compare/geometry")).toByteArray());
    m_together->setChecked(settings.value(QStringLiteral("compare/together"), true).toBool());
}

} // namespace Slipway
