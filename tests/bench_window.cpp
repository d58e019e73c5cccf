// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window URL sort|filter|hand|growth [SUFFIX]: the whole window on the account at URL, with real clicks and keys.
// Prints how long from an event to the frame that shows what it did, for how long the event loop was held at most by
// what a hand does otherwise, or by how much memory grew over 5,000 polls. Asserts nothing.
#include "app/fleet/deploymentmodel.h"
#include "tests/support/benchmark.h"
#include "ui/application.h"
#include "ui/program.h"
#include "ui/tour/hand.h"

#include <QAction>
#include <QDialog>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

/// Does one thing after another, each when the frame of the last one is long past.
class WindowBench : public QObject
{
public:
    WindowBench(Program &program, const QString &task, QString suffix) : m_program(program), m_suffix(std::move(suffix))
    {
        Gauge *gauge = program.gauge();
        connect(gauge, &Gauge::framePainted, this, &WindowBench::seeFrame);
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &WindowBench::next);
        const auto begin = [this, task] {
            if (task == QLatin1String("growth")) {
                grow();
            } else if (task == QLatin1String("hand")) {
                planHand();
                m_pause.start(1s);
            } else {
                m_name = task;
                plan();
                m_pause.start(1s);
            }
        };
        connect(gauge, &Gauge::firstRowsPainted, this, begin, Qt::QueuedConnection);
    }

private:
    void plan()
    {
        if (m_name == QLatin1String("sort")) {
            for (int i = 0; i < 10; ++i)
                m_steps.append([this] { clickHeader(DeploymentModel::DeployedModelColumn); });
            return;
        }
        for (const QChar letter : QStringLiteral("qwen3-8"))
            m_steps.append([this, letter] { Hand::type(filter(), letter); });
        for (int i = 0; i < 7; ++i)
            m_steps.append([this] { Hand::key(filter(), Qt::Key_Backspace); });
    }

    QLineEdit *filter() const { return m_program.window().findChild<QLineEdit *>(QStringLiteral("filter")); }

    QTableView *table() const { return m_program.window().findChild<QTableView *>(QStringLiteral("fleetTable")); }

    /// Five times each; what it takes is the longest stretch of the event loop until long after it.
    void planHand()
    {
        for (int i = 0; i < 5; ++i) {
            act("stall_select_all", [this] { Hand::key(table(), Qt::Key_A, Qt::ControlModifier); });
            act("stall_unselect", [this] { Hand::key(table(), Qt::Key_Down); });
            for (int page = 0; page < 10; ++page)
                act("stall_scroll", [this] { Hand::key(table(), Qt::Key_PageDown); });
            act("stall_scroll", [this] { Hand::key(table(), Qt::Key_End, Qt::ControlModifier); });
            for (const int width : {1100, 1200, 1000, 1280})
                act("stall_resize", [this, width] { m_program.window().resize(width, width * 5 / 8); });
            using enum Commands::Id;
            for (const auto id : {Deploy, Scale, Limits, Delete, Journal, Conversations, Runs, AddAccount,
                                  ManageAccounts, Shortcuts, Performance, About}) {
                act("stall_open_dialog", [this, id] { m_program.window().commands()->action(id)->trigger(); });
                act("stall_close_dialog", [] { closeDialog(); });
            }
            act("stall_switch_account", [this] { m_program.accounts().setCurrentId(QStringLiteral("simulator")); });
            act("stall_switch_account", [this] { m_program.accounts().setCurrentId(QStringLiteral("environment")); });
        }
        planLaden();
    }

    /// Polls of a table that is sorted by what changes, filtered, and has a row in twenty selected.
    void planLaden()
    {
        act("stall_laden_sort", [this] { clickHeader(DeploymentModel::StatusColumn); });
        act("stall_laden_filter", [this] { Hand::type(filter(), QStringLiteral("q")); });
        act("stall_laden_select", [this] { selectEach(20); });
        for (int i = 0; i < 3; ++i) {
            act("stall_open_delete_of_100",
                [this] { m_program.window().commands()->action(Commands::Id::Delete)->trigger(); });
            act("stall_close_delete_of_100", [] { closeDialog(); });
        }
        for (int i = 0; i < 20; ++i)
            act("stall_laden_poll", [this] { m_program.sessions().current()->store()->refresh(); });
    }

    void selectEach(int step)
    {
        QItemSelection rows;
        for (int row = 0; row < table()->model()->rowCount(); row += step)
            rows.append(QItemSelectionRange(table()->model()->index(row, 0)));
        table()->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    static void closeDialog()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (qobject_cast<QDialog *>(each) && each->isVisible())
                Hand::key(each, Qt::Key_Escape);
        }
    }

    void act(const char *name, std::function<void()> step)
    {
        m_steps.append([this, name, step = std::move(step)] {
            m_acting = QLatin1String(name);
            m_program.gauge()->takeLongestOfLate();
            step();
        });
    }

    void clickHeader(int column)
    {
        QHeaderView *header = table()->horizontalHeader();
        Hand::click(header->viewport(), {header->sectionViewportPosition(column) + 20, header->height() / 2});
    }

    void next()
    {
        if (m_waiting && !m_acting.isEmpty())
            m_stretches[m_acting].append(m_program.gauge()->takeLongestOfLate());
        else if (m_waiting)
            m_times.append(m_frame);
        m_waiting = !m_steps.isEmpty();
        if (!m_waiting) {
            report();
            return;
        }
        m_frame = 0;
        m_sawRows = false;
        m_clock.start();
        m_steps.takeFirst()();
        m_pause.start(700ms);
    }

    /// The first frame that shows rows; a key that changes none shows in the field alone.
    void seeFrame(bool withRows)
    {
        const bool isFirst = m_frame == 0;
        if (!m_waiting || m_sawRows || !(isFirst || withRows) || m_clock.elapsed() > 300)
            return;
        m_sawRows = withRows;
        m_frame = double(m_clock.nsecsElapsed()) / 1e6;
    }

    void report()
    {
        const auto rows = m_program.sessions().current()->store()->rows().size();
        const QString end = QStringLiteral("_%1%2").arg(rows).arg(m_suffix);
        for (const auto &[action, stretches] : m_stretches.asKeyValueRange()) {
            const Stall &longest = *std::ranges::max_element(stretches, {}, &Stall::lasted);
            Bench::print(action + end, Bench::milliseconds(longest.lasted), "ms");
            if (longest.lasted > LoopWatch::shortestStall)
                qInfo("%s: %.1f ms %s", qPrintable(action), Bench::milliseconds(longest.lasted),
                      longest.circumstances().constData());
            if (action == QLatin1String("stall_laden_poll"))
                Bench::print(action + end + QLatin1String("_median"), medianOf(stretches), "ms");
        }
        if (!m_times.isEmpty()) {
            Bench::print(m_name + end, Bench::median(m_times), "ms");
            Bench::print(m_name + end + QLatin1String("_longest"), *std::max_element(m_times.begin(), m_times.end()),
                         "ms");
        }
        QCoreApplication::exit();
    }

    static double medianOf(const QList<Stall> &stretches)
    {
        QList<double> times;
        for (const Stall &stretch : stretches)
            times.append(Bench::milliseconds(stretch.lasted));
        return Bench::median(times);
    }

    /// A thousand polls fill what is kept of the latest ones; what is added after that, is growth.
    void grow()
    {
        m_program.gauge()->unwatch();
        DeploymentStore *store = m_program.sessions().current()->store();
        store->setIntervals(1ms, 1ms);
        connect(store, &DeploymentStore::polled, this, [this] {
            ++m_polls;
            if (m_polls == 1000)
                m_before = MemoryFigures::now();
            if (m_polls == 6000)
                reportGrowth();
        });
    }

    void reportGrowth()
    {
        const MemoryFigures after = MemoryFigures::now();
        Bench::print(QLatin1String("growth_5000_polls") + m_suffix, (after.own - m_before.own) * 1024, "KiB");
        Bench::print(QLatin1String("growth_5000_polls_heap") + m_suffix, (after.heap - m_before.heap) * 1024, "KiB");
        QCoreApplication::exit();
    }

    Program &m_program;
    QString m_name;
    QString m_suffix;
    QList<std::function<void()>> m_steps;
    QTimer m_pause;
    QElapsedTimer m_clock;
    QList<double> m_times;
    QString m_acting;
    QMap<QString, QList<Stall>> m_stretches;
    double m_frame = 0;
    bool m_waiting = false;
    bool m_sawRows = false;
    int m_polls = 0;
    MemoryFigures m_before;
};

} // namespace

int main(int argc, char **argv)
{
    Application application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    StartOptions options;
    options.settingsFile = folder.filePath(QStringLiteral("slipway.ini"));
    options.dataFolder = folder.path();
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    options.environmentKey = "sk-bench";
    options.environmentUrl = arguments.value(1);
    options.pollInterval = 1h;
    QSettings(options.settingsFile, QSettings::IniFormat)
        .setValue(QStringLiteral("currentAccount"), QStringLiteral("environment"));
    Program program(options);
    application.setGauge(program.gauge());
    program.gauge()->watch();
    WindowBench bench(program, arguments.value(2), arguments.value(3));
    const int status = program.start() ? QApplication::exec() : 1;
    application.setGauge(nullptr);
    return status;
}
