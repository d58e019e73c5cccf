// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencepage.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QPlainTextEdit>
#include <QToolButton>

namespace Slipway {

void Tour::planCompare()
{
    pass(
        QStringLiteral("compare-choose"), [this] { chooseRunning(2); },
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

} // namespace Slipway
