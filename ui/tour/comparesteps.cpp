// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deploymentmodel.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencepage.h"
#include "ui/compare/runwindow.h"
#include "ui/compare/runwords.h"
#include "ui/fleet/fleetview.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

namespace Slipway {

/// The first two that run, chosen in the table.
static void chooseTwo(Program &program)
{
    auto *table = program.window().findChild<QTableView *>(QStringLiteral("fleetTable"));
    int left = 2;
    for (int row = 0; row < table->model()->rowCount() && left > 0; ++row) {
        const QModelIndex cell = table->model()->index(row, DeploymentModel::DeployedModelColumn);
        const Deployment *deployment =
            program.sessions().current()->store()->find(cell.data(DeploymentModel::IdRole).toString());
        if (!deployment || deployment->status != Status::Running)
            continue;
        table->scrollTo(cell);
        const auto keys = left == 2 ? Qt::NoModifier : Qt::ControlModifier;
        Hand::click(table->viewport(), table->visualRect(cell).center(), keys);
        --left;
    }
}

void Tour::planCompare()
{
    pass(
        QStringLiteral("compare-choose"), [this] { chooseTwo(m_program); },
        [this] { return m_program.window().commands()->action(Commands::Id::Compare)->isEnabled(); });
    add(
        QStringLiteral("compare"),
        [this] {
            m_program.window().commands()->action(Commands::Id::Compare)->trigger();
            auto *input = find<QPlainTextEdit>("comparePrompt");
            Hand::type(input, tr("What is billed when a deployment is idle?"));
            Hand::key(input, Qt::Key_Return);
        },
        [this] {
            auto *window = qobject_cast<CompareWindow *>(dialog());
            auto *differences = find<QToolButton>("differencesButton");
            return window && !window->isBusy() && differences && differences->isEnabled();
        });
    add(
        QStringLiteral("differences"), [this] { Hand::click(find<QToolButton>("differencesButton")); },
        [this] {
            const auto *page = find<DifferencePage>("differencePage");
            return page && page->isVisible() && page->isReady();
        });
}

/// The prompts come from a file, which is dropped here as a file dialog would hand it over.
void Tour::planRun()
{
    add(
        QStringLiteral("run-plan"),
        [this] {
            QWidget *window = dialog();
            Hand::click(find<QToolButton>("runSetButton"));
            Hand::key(window, Qt::Key_Escape); // from the differences to the answers
            Hand::key(window, Qt::Key_Escape);
            QFile file(m_folder + QStringLiteral("/prompts.txt"));
            if (file.open(QIODevice::WriteOnly))
                file.write(tr("Who are you?\nWhat is a model unit?\nWhat does scaling change?\n").toUtf8());
            file.close();
            find<RunSetup>("runSetup")->readFile(file.fileName());
        },
        [this] {
            const auto *start = find<QAbstractButton>("startRun");
            return start && start->isEnabled();
        });
    add(
        QStringLiteral("run"), [this] { Hand::click(find<QAbstractButton>("startRun")); },
        [this] {
            const auto *window = qobject_cast<RunWindow *>(dialog());
            const Run *run = window ? window->run() : nullptr;
            return run && !run->isRunning() && run->isFinished();
        });
    add(
        QStringLiteral("vote"),
        [this] {
            auto *table = find<QTableView>("runTable");
            for (const int key : {Qt::Key_1, Qt::Key_0, Qt::Key_2})
                Hand::key(table, key);
        },
        [this] {
            const auto *progress = find<QLabel>("laneProgress1"); // is renewed some times a second
            const RunIndex &index = qobject_cast<RunWindow *>(dialog())->run()->index();
            return progress && progress->text() == RunWords::progress(index, 1) && index.tally(0, 1).all() == 3;
        });
    pass(
        QStringLiteral("run-closed"),
        [this] {
            Hand::key(dialog(), Qt::Key_Escape);
            m_program.window().findChild<FleetView *>()->setCurrentId(m_deployed);
        },
        [this] { return !dialog(); });
}

} // namespace Slipway
