// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "ui/fleet/fleetview.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTreeWidget>

namespace Slipway {

void Tour::planAccount()
{
    add(
        QStringLiteral("account"),
        [this] {
            m_program.window().commands()->action(Commands::Id::AddAccount)->trigger();
            Hand::type(find<QLineEdit>("nameEdit"), QStringLiteral("team-prod"));
            auto *region = find<QComboBox>("regionBox");
            Hand::key(region, Qt::Key_End);
            Hand::type(find<QLineEdit>("baseUrlEdit"), m_program.simulator().url().toString());
            Hand::key(find<QComboBox>("protocolBox"), Qt::Key_End); // the OpenAI-compatible one
            Hand::type(find<QLineEdit>("keyEdit"), QString::fromLatin1(m_program.simulatorKey()));
        },
        [this] { return find<QAbstractButton>("saveButton")->isEnabled(); });
    add(
        QStringLiteral("second-account"), [this] { Hand::click(find<QAbstractButton>("saveButton")); },
        [this] {
            if (QWidget *over = dialog()) { // without a keychain the dialog says so and waits to be closed
                auto *done = over->findChild<QAbstractButton *>(QStringLiteral("saveButton"));
                const bool told = m_program.accounts().all().size() == 2;
                if (told && done->isVisible() && done->isEnabled())
                    Hand::click(done);
                return false;
            }
            Session *session = m_program.sessions().current();
            return session && !session->isSimulated() &&
                   session->store()->freshness() == DeploymentStore::Freshness::Live;
        });
}

/// It is talked to over the protocol that was chosen for it.
void Tour::planSecondAccount()
{
    add(
        QStringLiteral("compatible"),
        [this] {
            chooseRunning(1);
            m_deployed = m_program.window().findChild<FleetView *>()->currentId();
            clickTab(1);
            ask(tr("Which protocol is this?"));
        },
        [this] {
            const Turn *turn = lastTurn();
            return isAnswered() && turn->asked && turn->asked->protocol == Protocol::Compatible && !turn->protocolTurn;
        });
    add(
        QStringLiteral("accounts"),
        [this] { m_program.window().commands()->action(Commands::Id::ManageAccounts)->trigger(); },
        [this] {
            const auto *list = find<QTreeWidget>("accountList");
            return list && list->topLevelItemCount() == 2;
        });
    pass(
        QStringLiteral("accounts-closed"), [this] { Hand::key(dialog(), Qt::Key_Escape); },
        [this] { return !dialog(); });
    add(
        QStringLiteral("shortcuts"),
        [this] { m_program.window().commands()->action(Commands::Id::Shortcuts)->trigger(); },
        [this] { return dialog() && dialog()->objectName() == QLatin1String("shortcutsDialog"); });
}

} // namespace Slipway
