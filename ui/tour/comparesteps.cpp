// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencepage.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace Slipway {

static bool isCompared(const QDialog *dialog, qsizetype models)
{
    const auto *window = qobject_cast<const CompareWindow *>(dialog);
    if (!window || window->isBusy() || window->deployedModels().size() != models)
        return false;
    const auto counts = window->findChildren<QLabel *>(QStringLiteral("figureTokens"));
    return window->findChild<QToolButton *>(QStringLiteral("differencesButton"))->isEnabled() &&
           counts.size() == models && std::none_of(counts.begin(), counts.end(), [](const QLabel *count) {
               return count->text() == QStringLiteral("–");
           });
}

/// So many deployments answer one prompt.
void Tour::planAnswers(const QString &name, int models, const QString &prompt)
{
    pass(
        name + QStringLiteral("-choose"), [this, models] { chooseRunning(models); },
        [this] { return m_program.window().commands()->action(Commands::Id::Compare)->isEnabled(); });
    add(
        name,
        [this, prompt] {
            m_program.window().commands()->action(Commands::Id::Compare)->trigger();
            auto *input = find<QPlainTextEdit>("comparePrompt");
            Hand::type(input, prompt);
            Hand::key(input, Qt::Key_Return);
        },
        [this, models] { return isCompared(dialog(), models); });
}

/// All answers at once, by a key in one of them; they stood at their ends.
void Tour::planScrollTogether()
{
    const auto bars = [this] {
        QList<QScrollBar *> all;
        const auto transcripts = dialog()->findChildren<Transcript *>(QStringLiteral("comparedTranscript"));
        for (const Transcript *transcript : transcripts)
            all.append(transcript->verticalScrollBar());
        return all;
    };
    pass(
        QStringLiteral("scrolled-together"),
        [this] { Hand::key(find<Transcript>("comparedTranscript"), Qt::Key_Home); },
        [bars] {
            const auto all = bars();
            return std::all_of(all.begin(), all.end(),
                               [](const QScrollBar *bar) { return bar->maximum() > 0 && bar->value() == 0; });
        });
}

/// As many as there can be, and the differences of two that do not stand side by side.
void Tour::planCompareFour()
{
    planAnswers(QStringLiteral("compare-four"), 4, tr("Who are you?"));
    planScrollTogether();
    add(
        QStringLiteral("differences-of-four"),
        [this] {
            Hand::click(find<QToolButton>("differencesButton"));
            Hand::key(find<QComboBox>("rightAnswer"), Qt::Key_Down);
        },
        [this] {
            const auto *page = find<DifferencePage>("differencePage");
            return page->isVisible() && page->isReady() && find<QComboBox>("rightAnswer")->currentIndex() == 2;
        });
    pass(
        QStringLiteral("compare-four-closed"),
        [this] {
            Hand::key(dialog(), Qt::Key_Escape); // from the differences to the answers
            Hand::key(dialog(), Qt::Key_Escape);
        },
        [this] { return !dialog(); });
}

void Tour::planCompare()
{
    planCompareFour();
    planAnswers(QStringLiteral("compare"), 2, tr("What is billed when a deployment is idle?"));
    add(
        QStringLiteral("differences"), [this] { Hand::click(find<QToolButton>("differencesButton")); },
        [this] {
            const auto *page = find<DifferencePage>("differencePage");
            return page && page->isVisible() && page->isReady();
        });
}

} // namespace Slipway
