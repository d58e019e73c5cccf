// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runlanes.h"

#include "ui/chat/idlabel.h"
#include "ui/chat/remedybar.h"
#include "ui/compare/runwords.h"
#include "ui/fleet/notelabel.h"
#include "ui/plaintext.h"
#include "ui/ticker.h"

#include <QEvent>
#include <QGridLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Slipway {

RunLanes::RunLanes(QWidget *parent) :
    QWidget(parent), m_grid(nullptr), m_countdown(new Ticker(std::chrono::seconds(1), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    m_countdown->setWanted(false);
    connect(&m_soon, &QTimer::timeout, this, &RunLanes::showLines);
    connect(m_countdown, &Ticker::ticked, this, &RunLanes::showLines);
}

void RunLanes::setRun(Run *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_lines.clear();
    delete m_content;
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(2 * Look::gap);
    m_grid->setVerticalSpacing(Look::smallGap);
    m_grid->setColumnStretch(2, 1);
    layout()->addWidget(m_content);
    if (!run)
        return;
    for (int model = 0; model < run->index().modelCount(); ++model)
        addLine(model);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(run, &Run::cellChanged, this, [this, soon](int, int model) {
        if (!m_run->isRunning())
            return showLines(); // the last one: nothing that stands there may contradict itself
        showProgress(m_run->index().isBlind() ? 0 : model); // as soon as the table does; the rest may come later
        soon();
    });
    connect(run, &Run::stateChanged, this, soon);
    showLines();
}

void RunLanes::addLine(int model)
{
    auto *name = new IdLabel;
    name->setId(m_run->header().models[model].deployedModel);
    name->setMaximumWidth(name->fontMetrics().averageCharWidth() * 32);
    name->setObjectName(QStringLiteral("laneName%1").arg(model));
    Line line{name, new QProgressBar, Look::plainLabel(), Look::secondaryLabel(), new NoteLabel, new RemedyBar};
    line.bar->setObjectName(QStringLiteral("laneBar%1").arg(model));
    line.bar->setTextVisible(false);
    line.bar->setFixedWidth(140);
    line.bar->setMaximumHeight(line.bar->fontMetrics().height());
    line.progress->setObjectName(QStringLiteral("laneProgress%1").arg(model));
    line.totals->setObjectName(QStringLiteral("laneTotals%1").arg(model));
    line.trouble->setObjectName(QStringLiteral("laneTrouble%1").arg(model));
    line.remedy->setObjectName(QStringLiteral("laneRemedy%1").arg(model));
    connect(line.remedy, &RemedyBar::accepted, m_run.data(),
            [run = m_run, model](Parameter parameter) { run->goOnWithout(model, parameter); });
    for (QLabel *label : {line.progress, line.totals}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto *words = new QHBoxLayout;
    words->setSpacing(2 * Look::gap);
    words->addWidget(line.progress, 1);
    words->addWidget(line.totals, 2);
    m_grid->addWidget(name, 3 * model, 0);
    m_grid->addWidget(line.bar, 3 * model, 1);
    m_grid->addLayout(words, 3 * model, 2);
    m_grid->addWidget(line.trouble, 3 * model + 1, 0, 1, 3);
    m_grid->addWidget(line.remedy, 3 * model + 2, 0, 1, 3);
    m_lines.append(line);
}

void RunLanes::showLines()
{
    if (!m_run) {
        m_countdown->setWanted(false);
        return;
    }
    bool anyPause = false;
    for (int model = 0; model < m_lines.size(); ++model) {
        showLine(model);
        anyPause = anyPause || (m_run->isRunning() && m_run->lane(model).isPaused());
    }
    m_countdown->setWanted(anyPause);
}

void RunLanes::showLine(int model)
{
    const bool blind = m_run->index().isBlind();
    const Line &line = m_lines[model];
    line.name->setId(blind ? QString() : m_run->header().models[model].deployedModel);
    if (blind)
        line.name->setText(tr("All together"));
    line.name->setVisible(!blind || model == 0);
    line.totals->setVisible(!blind);
    line.bar->setVisible(!blind || model == 0);
    line.progress->setVisible(!blind || model == 0);
    showProgress(model);
    line.totals->setText(blind ? QString() : RunWords::totals(m_run->index(), model));
    line.totals->setToolTip(tr("Means and sums over the whole answers, and what those cost that ended early"));
    const bool halted = m_run->lane(model).halted().has_value();
    line.trouble->setNote(RunWords::trouble(*m_run, model), halted ? Look::Tone::Bad : Look::Tone::Warning);
    line.trouble->setVisible(!line.trouble->text().isEmpty());
    line.remedy->offer(m_run->refusedParameter(model));
}

/// How far one has come could tell which of two answers is its own.
void RunLanes::showProgress(int model)
{
    const RunIndex &index = m_run->index();
    const bool blind = index.isBlind();
    const Line &line = m_lines[model];
    int answered = 0;
    for (int one = 0; one < index.modelCount(); ++one) {
        if (blind || one == model)
            answered += index.count(one, RunCell::State::Complete);
    }
    line.bar->setMaximum(std::max(1, index.promptCount() * (blind ? index.modelCount() : 1)));
    line.bar->setValue(answered);
    const QString name = Look::visibleId(m_run->header().models[model].deployedModel);
    line.bar->setAccessibleName(blind ? tr("All together") : name);
    line.progress->setText(blind ? RunWords::progress(index) : RunWords::progress(index, model));
    line.progress->setToolTip(Look::toolTip(line.progress->text()));
}

void RunLanes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showLines();
}

} // namespace Slipway
