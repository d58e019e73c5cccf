// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/fleetview.h"
#include "ui/messagebar.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace Slipway {

void Tour::plan()
{
    planFleet();
    planDeploy();
    planChat();
    planParameters();
    planConversations();
    planCompare();
    planRun();
    planChanges();
    planJournal();
    planLostAnswer();
    planPerformance();
    planTrouble();
    planDelete();
    planOutlived();
    planAccount();
    planSecondAccount();
}

void Tour::planFleet()
{
    add(QStringLiteral("first-start"), {}, [this] {
        return store() && store()->freshness() == DeploymentStore::Freshness::Live && !store()->rows().isEmpty();
    });
    add(
        QStringLiteral("filter"), [this] { Hand::type(find<QLineEdit>("filter"), QStringLiteral("qwen3")); },
        [this] { return m_program.window().findChild<FleetView *>()->filterText() == QLatin1String("qwen3"); });
    pass(
        QStringLiteral("filter-off"), [this] { Hand::replace(find<QLineEdit>("filter"), {}); },
        [this] { return m_program.window().findChild<FleetView *>()->filterText().isEmpty(); });
}

void Tour::planModel(const QString &name)
{
    pass(
        name + QStringLiteral("-open"), [this] { clickCommand(Commands::Id::Deploy); },
        [this] {
            const auto *list = find<QAbstractItemView>("modelList");
            return dialog() && list && list->model()->rowCount() > 0;
        });
    pass(
        name + QStringLiteral("-pick"),
        [this] {
            auto *search = find<QLineEdit>("modelSearch");
            Hand::type(search, QStringLiteral("qwen3-8b"));
            Hand::key(search, Qt::Key_Return);
        },
        [this] { return find<QLineEdit>("suffix")->isVisible() && button(QStringLiteral("primary")); });
}

void Tour::planDeploy()
{
    planModel(QStringLiteral("deploy"));
    add(
        QStringLiteral("deploy"),
        [this] {
            Hand::replace(find<QLineEdit>("name"), QStringLiteral("tour"));
            Hand::replace(find<QLineEdit>("suffix"), QStringLiteral("tour"));
        },
        [this] { return find<QAbstractButton>("primary")->isEnabled(); });
    add(
        QStringLiteral("pending"), [this] { Hand::click(find<QAbstractButton>("primary")); },
        [this] {
            const auto &rows = store()->rows();
            const auto mine = std::find_if(rows.begin(), rows.end(), [](const Deployment &one) {
                return one.deployedModel.endsWith(QLatin1String("-tour"));
            });
            if (mine == rows.end() || dialog())
                return false;
            m_deployed = mine->deployedModel;
            return mine->status == Status::Pending &&
                   m_program.window().findChild<FleetView *>()->currentId() == m_deployed;
        });
    add(QStringLiteral("running"), {}, [this] { return hasStatus(Status::Running); });
}

void Tour::planChanges()
{
    pass(
        QStringLiteral("overview-tab"), [this] { clickTab(0); }, [this] { return hasStatus(Status::Running); });
    add(
        QStringLiteral("scale"),
        [this] {
            clickCommand(Commands::Id::Scale);
            auto *wanted = find<QAbstractSpinBox>("capacity");
            Hand::key(wanted, Qt::Key_Up);
        },
        [this] { return find<QAbstractButton>("primary")->isEnabled(); });
    add(
        QStringLiteral("updating"), [this] { Hand::click(find<QAbstractButton>("primary")); },
        [this] { return !dialog() && hasStatus(Status::Updating); });
    pass(QStringLiteral("scaled"), {}, [this] { return hasStatus(Status::Running); });
    add(
        QStringLiteral("limits"),
        [this] {
            clickCommand(Commands::Id::Limits);
            Hand::replace(find<QAbstractSpinBox>("rpmLimit"), QStringLiteral("600"));
        },
        [this] { return find<QAbstractButton>("primary")->isEnabled(); });
    pass(
        QStringLiteral("limits-sent"), [this] { Hand::click(find<QAbstractButton>("primary")); },
        [this] {
            const Deployment *deployment = store()->find(m_deployed);
            return !dialog() && deployment && deployment->rpmLimit == 600;
        });
    add(
        QStringLiteral("history"), [this] { clickTab(2); },
        [this] { return hasStatus(Status::Running) && store()->journal()->entries().size() == 3; });
}

void Tour::planPerformance()
{
    add(
        QStringLiteral("performance"),
        [this] { m_program.window().commands()->action(Commands::Id::Performance)->trigger(); },
        [this] {
            const auto *frames = find<QLabel>("frames");
            return frames && frames->text() != QLatin1String("0");
        });
    pass(
        QStringLiteral("performance-closed"), [this] { Hand::click(find<QAbstractButton>("closePerformance")); },
        [this] { return !dialog(); });
}

void Tour::planTrouble()
{
    add(
        QStringLiteral("failed-poll"),
        [this] {
            clickTab(0);
            m_program.simulator().addFault(QStringLiteral("list=status=503"));
            clickCommand(Commands::Id::Refresh);
        },
        [this] {
            return store()->freshness() == DeploymentStore::Freshness::Stale &&
                   m_program.window().messageBar()->has(MessageBar::Topic::Poll);
        });
    pass(
        QStringLiteral("recovered"),
        [this] {
            m_program.simulator().clearFaults();
            Hand::click(find<QToolButton>("messageAction"));
        },
        [this] {
            return store()->freshness() == DeploymentStore::Freshness::Live &&
                   !m_program.window().messageBar()->has(MessageBar::Topic::Poll);
        });
}

void Tour::planDelete()
{
    add(
        QStringLiteral("delete"),
        [this] {
            clickCommand(Commands::Id::Delete);
            Hand::type(find<QLineEdit>("confirmation"), m_deployed);
        },
        [this] { return find<QAbstractButton>("primary")->isEnabled(); });
    add(
        QStringLiteral("deleting"), [this] { Hand::click(find<QAbstractButton>("primary")); },
        [this] { return !dialog() && hasStatus(Status::Deleting); });
    pass(QStringLiteral("gone"), {}, [this] { return !store()->find(m_deployed); });
}

} // namespace Slipway
