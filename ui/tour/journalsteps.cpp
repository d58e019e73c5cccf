// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "app/simulator/world.h"
#include "ui/fleet/fleetview.h"
#include "ui/messagebar.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

namespace Slipway {

using namespace std::chrono_literals;

void Tour::planJournal()
{
    const auto rows = [this] {
        const auto *table = find<QAbstractItemView>("journalTable");
        return table ? table->model()->rowCount() : -1;
    };
    add(
        QStringLiteral("journal"),
        [this] { m_program.window().commands()->action(Commands::Id::ShowInJournal)->trigger(); },
        [rows] { return rows() == 3; });
    add(
        QStringLiteral("journal-search"),
        [this] { Hand::type(find<QLineEdit>("journalSearch"), QStringLiteral("rpm_limit")); },
        [rows] { return rows() == 1; });
    pass(
        QStringLiteral("journal-export"), [this] { Hand::click(find<QPushButton>("exportButton")); },
        [this] { return asksForFile(); });
    passFile(QStringLiteral("journal-exported"), pathOf(QStringLiteral("journal.csv")), [this] {
        return QFileInfo(pathOf(QStringLiteral("journal.csv"))).size() > 0 &&
               find<QLabel>("journalNote")->text().contains(QLatin1String("journal.csv"));
    });
    add(
        QStringLiteral("deploy-again"),
        [this] {
            Hand::replace(find<QLineEdit>("journalSearch"), {});
            auto *table = find<QAbstractItemView>("journalTable");
            Hand::key(table, Qt::Key_End, Qt::ControlModifier); // to the oldest, the deploy
            Hand::click(find<QToolButton>("deployAgainButton"));
        },
        [this] {
            const auto *name = find<QLineEdit>("name");
            return name && name->text() == QLatin1String("tour") && button(QStringLiteral("primary"));
        });
    pass(
        QStringLiteral("deploy-again-closed"), [this] { Hand::key(dialog(), Qt::Key_Escape); },
        [this] { return find<QLineEdit>("journalSearch"); });
    pass(
        QStringLiteral("journal-closed"),
        [this] {
            QWidget *window = dialog();
            Hand::key(window, Qt::Key_Escape); // from the buttons to the table
            Hand::key(window, Qt::Key_Escape);
        },
        [this] { return !dialog(); });
}

/// As if another program deployed the same model at the same time.
static void deployElsewhere(Simulator::World &world)
{
    for (const char *suffix : {"morning", "evening"}) {
        Simulator::DeployedModel model = *world.ofModel(QStringLiteral("qwen3-8b"));
        model.suffix = QLatin1String(suffix);
        model.id = QStringLiteral("qwen3-8b-%1-%2").arg(QString::fromLatin1(world.digits(8)), model.suffix);
        model.name = model.suffix;
        model.created = model.modified = world.now();
        world.insert(model);
    }
}

/// The answer to a deploy is lost, and two new deployments may be what became of it.
void Tour::planLostAnswer()
{
    const auto fleet = [this] { return m_program.window().findChild<FleetView *>(); };
    const auto inquiry = [this] { return store()->journal()->entries().constLast().inquiry.kind; };
    planModel(QStringLiteral("lost"));
    add(
        QStringLiteral("lost-answer"),
        [this] {
            store()->setLookRule({.looks = 2, .time = 1s});
            m_program.simulator().addFault(QStringLiteral("create:1=reset-before"));
            Hand::click(button(QStringLiteral("primary")));
            m_program.simulator().inWorld(deployElsewhere);
        },
        [this] {
            return store()->journal()->entries().constLast().state == Mutation::State::Unknown &&
                   button(QStringLiteral("sendingPanel"));
        });
    add(
        QStringLiteral("unclear"), [this] { Hand::click(button(QStringLiteral("cancel"))); },
        [this, inquiry] {
            return !dialog() && inquiry() == Inquiry::Kind::CannotTell &&
                   m_program.window().messageBar()->has(MessageBar::Topic::Inquiry) &&
                   button(QStringLiteral("messageAction"));
        });
    add(
        QStringLiteral("candidates"), [this] { Hand::click(button(QStringLiteral("messageAction"))); },
        [this] {
            const auto *candidates = find<QTableWidget>("candidates");
            return candidates && candidates->rowCount() == 2;
        });
    add(
        QStringLiteral("candidate-chosen"),
        [this] {
            auto *candidates = find<QTableWidget>("candidates");
            Hand::click(candidates->viewport(), candidates->visualItemRect(candidates->item(0, 0)).center());
            Hand::click(button(QStringLiteral("thisOne")));
        },
        [this, inquiry, fleet] {
            return !dialog() && inquiry() == Inquiry::Kind::Happened &&
                   fleet()->currentId() == store()->journal()->entries().constLast().deployedModel;
        });
    pass(
        QStringLiteral("lost-settled"), [this] { Hand::click(button(QStringLiteral("messageAction"))); },
        [this] { return !m_program.window().messageBar()->has(MessageBar::Topic::Inquiry); });
    pass(
        QStringLiteral("back-to-it"), [this] { m_program.window().findChild<FleetView *>()->setCurrentId(m_deployed); },
        [this] { return m_program.window().findChild<FleetView *>()->currentId() == m_deployed; });
}

} // namespace Slipway
