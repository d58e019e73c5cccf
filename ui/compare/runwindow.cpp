// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runwindow.h"

#include "app/compare/background.h"
#include "ui/compare/runview.h"
#include "ui/fleet/dialogwords.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QKeyEvent>
#include <QRandomGenerator>
#include <QSettings>
#include <QStackedLayout>

namespace Slipway {

RunWindow::RunWindow(const GenerationApi &api, const RetryRule &rule, const Account &account, const QString &runsFolder,
                     QWidget *parent) :
    QDialog(parent, Qt::Window),
    m_api(api),
    m_rule(rule),
    m_account(account),
    m_folder(runFolderOf(runsFolder, account.id)),
    m_pages(new QStackedLayout(this)),
    m_setup(new RunSetup),
    m_view(new RunView)
{
    setObjectName(QStringLiteral("runWindow"));
    m_setup->setObjectName(QStringLiteral("runSetup"));
    m_view->setObjectName(QStringLiteral("runView"));
    for (QWidget *page : {static_cast<QWidget *>(m_setup), static_cast<QWidget *>(m_view)}) {
        page->layout()->setContentsMargins(Look::gap, Look::gap, Look::gap, Look::gap);
        m_pages->addWidget(page);
    }
    connect(m_setup, &RunSetup::startRequested, this, &RunWindow::create);
    connect(m_setup, &RunSetup::openRequested, this, [this](const QString &path) { load(path, false); });
    connect(m_view, &RunView::othersRequested, this, &RunWindow::showSetup);
    retranslate();
    setMinimumSize(560, 480);
    resize(1080, 760);
}

RunWindow::~RunWindow()
{
    m_view->setRun(nullptr);
}

// ---- which run

void RunWindow::showSetup()
{
    m_setup->setNote(m_run && m_run->isRunning()
                         ? tr("A run is at work. Beginning or opening another one stops it; what came is kept.")
                         : QString());
    m_pages->setCurrentWidget(m_setup);
    inBackground(
        this, [folder = m_folder] { return knownRuns(folder); },
        [this](const QList<KnownRun> &runs) { m_setup->setKnownRuns(runs); });
}

void RunWindow::begin(const QList<ComparedModel> &models, const ChatSettings &settings)
{
    m_setup->setModels(models, settings);
    showSetup();
    raiseWindow();
}

void RunWindow::showRuns()
{
    if (!m_run)
        showSetup();
    raiseWindow();
}

void RunWindow::raiseWindow()
{
    show();
    raise();
    activateWindow();
}

void RunWindow::create(const RunSetup::Wish &wish)
{
    RunHeader header;
    header.account = m_account.id;
    header.source = wish.source;
    header.created = QDateTime::currentDateTimeUtc();
    header.models = wish.models;
    header.settings = wish.settings;
    header.concurrency = wish.concurrency;
    header.prompts = int(wish.prompts.size());
    header.seed = QRandomGenerator::global()->generate64();
    const QString path = newRunPath(m_folder, header.created);
    inBackground(
        this, [path, header, prompts = wish.prompts] { return createRunFile(path, header, prompts); },
        [this, path](const QString &problem) {
            if (problem.isEmpty())
                load(path, true);
            else
                m_setup->setNote(tr("The run cannot be kept on disk, so nothing was sent: %1.").arg(problem));
        });
}

void RunWindow::load(const QString &path, bool startAtOnce)
{
    if (m_run && m_run->path() == path) {
        m_pages->setCurrentWidget(m_view);
        return;
    }
    inBackground(
        this, [path] { return readRunIndex(path); },
        [this, path, startAtOnce](const RunIndex &index) { take(path, index, startAtOnce); });
}

/// The run that was at work is stopped by this, with what came kept.
void RunWindow::take(const QString &path, const RunIndex &index, bool startAtOnce)
{
    if (!index.isValid()) {
        m_setup->setNote(tr("This run's file is damaged: its head or some of its prompts are missing."));
        return;
    }
    m_view->setRun(nullptr);
    delete m_run;
    m_run = new Run(m_api, path, index, this);
    m_run->setRetryRule(m_rule);
    const bool isMine = m_run->lock();
    m_view->setRun(m_run);
    if (!isMine)
        m_view->setRefusal(tr("This run is open elsewhere. It can be read, not continued."));
    m_pages->setCurrentWidget(m_view);
    m_setup->forgetFile();
    if (startAtOnce && isMine)
        m_run->start();
}

// ---- the window itself

void RunWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Close))
        close();
    else
        QDialog::keyPressEvent(event);
}

void RunWindow::retranslate()
{
    setWindowTitle(tr("Runs — %1", "an account").arg(Look::windowTitle(Look::visible(accountText(m_account)))));
}

void RunWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunWindow::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("runs/geometry"), saveGeometry());
}

void RunWindow::restore(const QSettings &settings)
{
    restoreGeometry(settings.value(QStringLiteral("runs/geometry")).toByteArray());
}

} // namespace Slipway
