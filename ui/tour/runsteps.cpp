// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/compare/runsetup.h"
#include "ui/compare/runwindow.h"
#include "ui/compare/runwords.h"
#include "ui/fleet/fleetview.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace Slipway {

static const Run *runOf(const QDialog *dialog)
{
    const auto *window = qobject_cast<const RunWindow *>(dialog);
    return window ? window->run() : nullptr;
}

static int count(const RunIndex &index, RunCell::State state)
{
    return index.count(0, state) + index.count(1, state);
}

static bool isPaused(const Run *run)
{
    return run && run->isRunning() && (run->lane(0).isPaused() || run->lane(1).isPaused());
}

/// The window tells how far it came; that is renewed some times a second.
static bool isTold(const QDialog *dialog)
{
    const RunIndex &index = runOf(dialog)->index();
    const auto told = [dialog](int model) {
        return dialog->findChild<QLabel *>(QStringLiteral("laneProgress%1").arg(model))->text();
    };
    return told(0) == RunWords::progress(index, 0) && told(1) == RunWords::progress(index, 1);
}

static bool hasEnded(const QDialog *dialog)
{
    const Run *run = runOf(dialog);
    return run && !run->isRunning() && run->isFinished() && isTold(dialog);
}

/// JSON lines of both kinds.
static QString linesOf(const QString &prompts)
{
    const QString message = QStringLiteral("{\"role\": \"user\", \"content\": \"%1\"}");
    QString lines;
    const QStringList all = prompts.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &prompt : all) {
        const bool isFirst = lines.isEmpty();
        lines += isFirst ? QStringLiteral("{\"messages\": [%1]}\n").arg(message.arg(prompt))
                         : QStringLiteral("{\"prompt\": \"%1\"}\n").arg(prompt);
    }
    return lines;
}

/// A rate limit slows it down, and it is stopped and gone on with; no answer is lost by either.
void Tour::planRun()
{
    add(
        QStringLiteral("run-plan"),
        [this] {
            QWidget *window = dialog();
            Hand::click(find<QToolButton>("runSetButton"));
            Hand::key(window, Qt::Key_Escape); // from the differences to the answers
            Hand::key(window, Qt::Key_Escape);
            const QString prompts =
                tr("Who are you?\nWhat is a model unit?\nWhat does scaling change?\nWhat is billed?\n"
                   "How long is a prompt at most?\nWhat does a seed do?\n");
            Hand::drop(find<RunSetup>("runSetup"), written(QStringLiteral("prompts.jsonl"), linesOf(prompts)));
        },
        [this] { return button(QStringLiteral("startRun")); });
    add(
        QStringLiteral("run-slowed"),
        [this] {
            m_program.simulator().addFault(QStringLiteral("generate:2=status=429,Throttling.RateQuota,Requests rate "
                                                          "limit exceeded, please try again later"));
            Hand::click(find<QAbstractButton>("startRun"));
        },
        [this] { return isPaused(runOf(dialog())) && button(QStringLiteral("laneTrouble")); });
    pass(QStringLiteral("run-answered"), {}, [this] {
        const Run *run = runOf(dialog());
        return !isPaused(run) && count(run->index(), RunCell::State::Complete) > 0 &&
               count(run->index(), RunCell::State::Asked) > 0;
    });
    add(
        QStringLiteral("run-stopped"), [this] { Hand::click(find<QAbstractButton>("startOrStop")); },
        [this] {
            const Run *run = runOf(dialog());
            return !run->isRunning() && !run->isFinished() && count(run->index(), RunCell::State::Complete) > 0 &&
                   count(run->index(), RunCell::State::Asked) == 0 && isTold(dialog()) &&
                   button(QStringLiteral("askAgain")) && button(QStringLiteral("runNote"));
        });
    planRunEnd();
    planVotes();
    planRunExport();
}

void Tour::planRunEnd()
{
    pass(
        QStringLiteral("run-resumed"), [this] { Hand::click(find<QAbstractButton>("startOrStop")); },
        [this] {
            const auto &index = runOf(dialog())->index();
            return hasEnded(dialog()) && count(index, RunCell::State::Stopped) > 0 &&
                   button(QStringLiteral("askAgain"));
        });
    add(
        QStringLiteral("run"), [this] { Hand::click(button(QStringLiteral("askAgain"))); },
        [this] {
            const auto &index = runOf(dialog())->index();
            return hasEnded(dialog()) && count(index, RunCell::State::Complete) == 2 * index.promptCount() &&
                   !button(QStringLiteral("askAgain"));
        });
}

void Tour::planVotes()
{
    const auto name = [this] { return find<QLabel>("laneName1"); };
    pass(
        QStringLiteral("names-hidden"), [this] { Hand::click(find<QToolButton>("blind")); },
        [this, name] { return button(QStringLiteral("hiddenNameLeft")) && !name()->isVisible(); });
    add(
        QStringLiteral("blind-vote"),
        [this] {
            auto *table = find<QTableView>("runTable");
            for (const int key : {Qt::Key_1, Qt::Key_0, Qt::Key_2})
                Hand::key(table, key);
        },
        [this, name] {
            const VoteTally tally = runOf(dialog())->index().tally(0, 1);
            return tally.all() == 3 && tally.ties == 1 && !name()->isVisible() &&
                   !find<QLabel>("tally")->text().contains(m_deployed);
        });
    add(
        QStringLiteral("vote"), [this] { Hand::click(find<QToolButton>("blind")); },
        [this, name] { return name()->isVisible() && find<QLabel>("tally")->text().contains(m_deployed); });
}

void Tour::planRunExport()
{
    for (const QString &file : {QStringLiteral("answers.csv"), QStringLiteral("answers.jsonl")}) {
        pass(
            QStringLiteral("run-export-") + file, [this] { Hand::click(find<QPushButton>("runExport")); },
            [this] { return asksForFile(); });
        passFile(file, pathOf(file), [this, file] {
            return QFileInfo(pathOf(file)).size() > 0 && find<QLabel>("runNote")->text().contains(file);
        });
    }
    add(
        QStringLiteral("runs"), [this] { Hand::click(find<QToolButton>("otherRuns")); },
        [this] {
            const auto *known = find<QListWidget>("knownRuns");
            return known->isVisible() && known->count() == 1;
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
