// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/performance/performancewindow.h"

#include "app/stats/gauge.h"
#include "app/stats/statstext.h"
#include "ui/look.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace Slipway {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr int columns = 4;
constexpr qsizetype stallsShown = 50;

QString none()
{
    return QStringLiteral("–");
}

} // namespace

PerformanceWindow::PerformanceWindow(Gauge *gauge, QWidget *parent) :
    QDialog(parent, Qt::Window),
    m_gauge(gauge),
    m_grid(new QGridLayout),
    m_stallsTitle(Look::plainLabel()),
    m_stalls(new QPlainTextEdit),
    m_copy(new QPushButton),
    m_close(new QPushButton)
{
    setObjectName(QStringLiteral("performanceWindow"));
    build();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &PerformanceWindow::look);
    connect(m_copy, &QPushButton::clicked, this, &PerformanceWindow::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

// ---- building

void PerformanceWindow::build()
{
    m_grid->setHorizontalSpacing(3 * Look::gap);
    m_grid->setVerticalSpacing(Look::smallGap);
    m_grid->setColumnStretch(0, 1);
    addStartRows();
    addPollRows();
    addMemoryRows();
    addLoopRows();
    m_stalls->setObjectName(QStringLiteral("stalls"));
    m_stalls->setReadOnly(true);
    m_stalls->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_stalls->setTabChangesFocus(true);
    m_copy->setObjectName(QStringLiteral("copyFigures"));
    m_copy->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("closePerformance"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Look::gap);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    column->setSpacing(Look::gap);
    column->addLayout(m_grid);
    column->addSpacing(Look::gap);
    column->addWidget(m_stallsTitle);
    column->addWidget(m_stalls, 1);
    column->addLayout(buttons);
    resize(560, 620);
}

QLabel *PerformanceWindow::addLabel(int row, int column, const Words &text)
{
    QLabel *label = Look::plainLabel();
    label->setAlignment((column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    m_grid->addWidget(label, row, column);
    m_texts.append({label, text});
    return label;
}

void PerformanceWindow::addTitles(const QList<Words> &titles)
{
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, fontMetrics().height() + (row > 1 ? 2 * Look::gap : 0));
    QLabel *group = addLabel(row, 0, titles.first());
    group->setAlignment(Qt::AlignLeading | Qt::AlignBottom);
    QFont bold = group->font();
    bold.setBold(true);
    group->setFont(bold);
    for (int i = 1; i < titles.size(); ++i) {
        QLabel *label = addLabel(row, columns - int(titles.size()) + i, titles.at(i));
        label->setAlignment(Qt::AlignTrailing | Qt::AlignBottom);
        label->setFont(Look::small(label->font()));
    }
}

void PerformanceWindow::addRow(const char *name, const Words &title, const QList<Words> &values)
{
    const int row = m_grid->rowCount();
    addLabel(row, 0, title);
    for (int i = 0; i < values.size(); ++i) {
        QLabel *label = addLabel(row, columns - int(values.size()) + i, values.at(i));
        label->setObjectName(QLatin1String(name) + (i == 0 ? QString() : QString::number(i)));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
}

void PerformanceWindow::addStartRows()
{
    addTitles({[] { return tr("Start"); }});
    addRow("firstRows", [] { return tr("Until the first rows were painted"); },
           {[this] { return m_gauge->firstRows() ? milliseconds(*m_gauge->firstRows()) : none(); }});
}

void PerformanceWindow::addPollRows()
{
    addTitles(
        {[this] {
             return tr("Polls: %1", "how many there were").arg(locale().toString(qlonglong(m_gauge->pollCount())));
         },
         [] { return tr("Last"); }, [] { return tr("Median"); }, [] { return tr("Longest"); }});
    addPollRow(
        "pollWall", [] { return tr("Until its answer was applied"); }, &PollFigures::wall);
    addPollRow(
        "pollParse", [] { return tr("Reading what came"); }, &PollFigures::parse);
    addPollRow(
        "pollApply", [] { return tr("Applying it"); }, &PollFigures::apply);
    addPollRow(
        "pollCpu", [] { return tr("Processor time until the next one"); }, &PollFigures::cpu);
}

void PerformanceWindow::addPollRow(const char *name, const Words &title, nanoseconds PollFigures::*figure)
{
    const auto told = [this, figure](qsizetype (*choose)(qsizetype count), bool sorted) {
        QList<nanoseconds> values;
        const QList<PollFigures> polls = m_gauge->polls();
        for (const PollFigures &poll : polls)
            values.append(poll.*figure);
        if (sorted)
            std::sort(values.begin(), values.end());
        return values.isEmpty() ? none() : milliseconds(values.at(choose(values.size())));
    };
    const auto last = [](qsizetype count) { return count - 1; };
    const auto middle = [](qsizetype count) { return count / 2; };
    addRow(name, title,
           {[told, last] { return told(last, false); }, [told, middle] { return told(middle, true); },
            [told, last] { return told(last, true); }});
}

void PerformanceWindow::addMemoryRows()
{
    addTitles({[] { return tr("Memory"); }, [] { return tr("Now"); }});
    const auto row = [this](const char *name, const Words &title, double MemoryFigures::*figure) {
        addRow(name, title, {[this, figure] { return tr("%1 MiB").arg(locale().toString(m_memory.*figure, 'f', 1)); }});
    };
    row(
        "pss", [] { return tr("Its share of memory (PSS)"); }, &MemoryFigures::pss);
    row(
        "rss", [] { return tr("With all that others share (RSS)"); }, &MemoryFigures::rss);
    row(
        "heap", [] { return tr("Heap in use"); }, &MemoryFigures::heap);
}

void PerformanceWindow::addLoopRows()
{
    addTitles({[] { return tr("Event loop"); }});
    addRow("watched", [] { return tr("Watched for"); }, {[this] {
               const auto time = std::chrono::duration_cast<std::chrono::seconds>(m_gauge->watchTime());
               return tr("%1 s").arg(locale().toString(qlonglong(time.count())));
           }});
    addRow("frames", [] { return tr("Frames painted by the main window"); },
           {[this] { return locale().toString(qlonglong(m_gauge->frames())); }});
    addRow("stallCount", [] { return tr("Stalls over 16 ms"); },
           {[this] { return locale().toString(qlonglong(m_gauge->loop().stallCount())); }});
    addRow("longest", [] { return tr("Longest stretch without a look at the input"); },
           {[this] { return milliseconds(m_gauge->loop().longest()); }});
}

QString PerformanceWindow::milliseconds(nanoseconds time) const
{
    return tr("%1 ms").arg(locale().toString(double(time.count()) / 1e6, 'f', 1));
}

// ---- live

/// Asking the kernel for the memory takes a few milliseconds: once when shown, then once a second.
void PerformanceWindow::look()
{
    m_memory = MemoryFigures::now();
    showFigures();
}

void PerformanceWindow::showFigures()
{
    for (const auto &[label, words] : std::as_const(m_texts))
        label->setText(words());
    showStalls();
}

/// Names of the program's parts are the same in every language, what they did is not.
QString PerformanceWindow::placeText(const Stall &stall)
{
    QString place = Look::visible(QString::fromLatin1(stall.place));
    return place.replace(QLatin1String("a poll applied"), tr("a poll applied"));
}

/// The machine's share is told where it is one.
QString PerformanceWindow::stallText(const Stall &stall) const
{
    const QString lasted = milliseconds(stall.lasted);
    if (stall.processor.waited < std::chrono::milliseconds(1))
        return tr("%1 in %2", "how long a stall took, where it happened").arg(lasted, placeText(stall));
    return tr("%1, of these %2 waiting for a processor, in %3", "how long a stall took and waited, where it happened")
        .arg(lasted, milliseconds(stall.processor.waited), placeText(stall));
}

/// The newest ones first; what stays is left alone, so that a selection stays too.
void PerformanceWindow::showStalls()
{
    QStringList lines;
    const QList<Stall> &stalls = m_gauge->loop().stalls();
    for (auto stall = stalls.crbegin(); stall != stalls.crend() && lines.size() < stallsShown; ++stall)
        lines << stallText(*stall);
    const QString text = lines.join(u'\n');
    if (m_stalls->toPlainText() != text)
        m_stalls->setPlainText(text);
}

void PerformanceWindow::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(statsText(*m_gauge)));
}

void PerformanceWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_second.isActive())
        return;
    m_gauge->watch();
    m_second.start();
    look();
}

void PerformanceWindow::hideEvent(QHideEvent *event)
{
    if (m_second.isActive()) {
        m_second.stop();
        m_gauge->unwatch();
    }
    QDialog::hideEvent(event);
}

void PerformanceWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PerformanceWindow::retranslate()
{
    setWindowTitle(tr("Performance"));
    m_stallsTitle->setText(tr("What caused the stalls, the newest first"));
    m_stalls->setAccessibleName(m_stallsTitle->text());
    m_stalls->setPlaceholderText(tr("Nothing took longer than a frame."));
    m_copy->setText(tr("Copy figures"));
    m_close->setText(tr("Close"));
    showFigures();
}

} // namespace Slipway
