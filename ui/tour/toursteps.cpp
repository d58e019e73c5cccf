// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/chatpane.h"
#include "ui/chat/transcript.h"
#include "ui/fleet/fleetview.h"
#include "ui/messagebar.h"
#include "ui/program.h"
#include "ui/tour/hand.h"
#include "ui/tour/tour.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace Slipway {

namespace {

DeploymentStore *storeOf(Program &program)
{
    Session *session = program.sessions().current();
    return session ? session->store() : nullptr;
}

const Turn *lastTurn(Program &program, const QString &id)
{
    Session *session = program.sessions().current();
    if (!session || session->conversations()->of(id)->turns().isEmpty())
        return nullptr;
    return &session->conversations()->of(id)->turns().constLast();
}

bool isIdle(const Turn *turn)
{
    return turn && turn->role == Role::Assistant && turn->state == Turn::State::Complete;
}

} // namespace

QWidget *Tour::inFront() const
{
    QWidget *over = dialog();
    return over ? over : static_cast<QWidget *>(&m_program.window());
}

void Tour::clickCommand(Commands::Id command) const
{
    auto *bar = m_program.window().findChild<QToolBar *>(QStringLiteral("toolBar"));
    Hand::click(bar->widgetForAction(m_program.window().commands()->action(command)));
}

void Tour::clickTab(int index) const
{
    auto *tabs = m_program.window().findChild<QTabWidget *>(QStringLiteral("detail"))->tabBar();
    Hand::click(tabs, tabs->tabRect(index).center());
}

bool Tour::hasStatus(Status status) const
{
    const Deployment *deployment = storeOf(m_program)->find(m_deployed);
    return deployment && deployment->status == status;
}

void Tour::plan()
{
    planFleet();
    planDeploy();
    planChat();
    planConversations();
    planParameters();
    planCompare();
    planRun();
    planChanges();
    planPerformance();
    planTrouble();
    planDelete();
    planAccount();
}

void Tour::planFleet()
{
    add(QStringLiteral("first-start"), {}, [this] {
        DeploymentStore *store = storeOf(m_program);
        return store && store->freshness() == DeploymentStore::Freshness::Live && !store->rows().isEmpty();
    });
    add(
        QStringLiteral("filter"), [this] { Hand::type(find<QLineEdit>("filter"), QStringLiteral("qwen3")); },
        [this] { return m_program.window().findChild<FleetView *>()->filterText() == QLatin1String("qwen3"); });
    pass(
        QStringLiteral("filter-off"), [this] { Hand::replace(find<QLineEdit>("filter"), {}); },
        [this] { return m_program.window().findChild<FleetView *>()->filterText().isEmpty(); });
}

void Tour::planDeploy()
{
    pass(
        QStringLiteral("deploy-open"), [this] { clickCommand(Commands::Id::Deploy); },
        [this] {
            const auto *list = find<QAbstractItemView>("modelList");
            return dialog() && list && list->model()->rowCount() > 0;
        });
    pass(
        QStringLiteral("deploy-pick"),
        [this] {
            auto *search = find<QLineEdit>("modelSearch");
            Hand::type(search, QStringLiteral("qwen3-8b"));
            Hand::key(search, Qt::Key_Return);
        },
        [this] { return find<QLineEdit>("suffix")->isVisible(); });
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
            const auto &rows = storeOf(m_program)->rows();
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

void Tour::planChat()
{
    pass(
        QStringLiteral("chat-tab"), [this] { clickTab(1); },
        [this] {
            const auto *input = find<QPlainTextEdit>("prompt");
            return input && input->isVisible() && input->isEnabled();
        });
    add(
        QStringLiteral("chat-streaming"),
        [this] {
            auto *input = find<QPlainTextEdit>("prompt");
            Hand::type(input, tr("Who are you? Show me a table and some code."));
            Hand::key(input, Qt::Key_Return);
        },
        [this] {
            const Turn *turn = lastTurn(m_program, m_deployed);
            return turn && turn->state == Turn::State::Streaming && turn->content.size() > 120;
        });
    add(QStringLiteral("chat"), {}, [this] { return isIdle(lastTurn(m_program, m_deployed)); });
}

void Tour::planConversations()
{
    add(
        QStringLiteral("branches"), [this] { Hand::click(find<QToolButton>("regenerate-1-5-0")); },
        [this] {
            const auto *count = find<QToolButton>("branchCount-1-0-0");
            const auto *back = find<QToolButton>("branchBack-1-0-0");
            return isIdle(lastTurn(m_program, m_deployed)) && count && count->text() == QLatin1String("2/2") && back &&
                   back->isEnabled();
        });
    pass(
        QStringLiteral("branch-back"), [this] { Hand::click(find<QToolButton>("branchBack-1-0-0")); },
        [this] { return lastTurn(m_program, m_deployed)->branch == 1; });
    add(
        QStringLiteral("conversations"),
        [this] {
            m_program.window().commands()->action(Commands::Id::Conversations)->trigger();
            Hand::type(find<QLineEdit>("conversationsSearch"), QStringLiteral("tour"));
        },
        [this] {
            const auto *table = find<QAbstractItemView>("conversationsTable");
            const auto *text = find<Transcript>("conversationText");
            return table && table->model()->rowCount() == 1 && text->count() == 2;
        });
    pass(
        QStringLiteral("conversations-closed"),
        [this] {
            Hand::key(find<QLineEdit>("conversationsSearch"), Qt::Key_Escape); // the search, then the window
            Hand::key(find<QLineEdit>("conversationsSearch"), Qt::Key_Escape);
        },
        [this] { return !dialog(); });
}

void Tour::planParameters()
{
    pass(
        QStringLiteral("parameters-open"), [this] { Hand::click(find<QAbstractButton>("chatSettingsButton")); },
        [this] { return find<QPlainTextEdit>("systemPrompt")->isVisible(); });
    add(
        QStringLiteral("chat-parameters"),
        [this] {
            Hand::type(find<QPlainTextEdit>("systemPrompt"), tr("Answer in one sentence."));
            Hand::type(find<QLineEdit>("temperature"), QStringLiteral("0.3"));
            Hand::type(find<QLineEdit>("topK"), QStringLiteral("30"));
            Hand::click(find<QAbstractButton>("savePreset"));
            Hand::replace(find<QLineEdit>("presetName"), tr("Brief"));
            Hand::click(find<QAbstractButton>("presetYes"));
        },
        [this] { return find<QComboBox>("preset")->currentText() == tr("Brief"); });
    add(
        QStringLiteral("chat-refused"),
        [this] {
            m_program.simulator().addFault(
                QStringLiteral("generate:1=status=400,InvalidParameter,This model does not support top_k."));
            Hand::click(find<QAbstractButton>("chatSettingsButton"));
            auto *input = find<QPlainTextEdit>("prompt");
            Hand::type(input, tr("And what is your name?"));
            Hand::key(input, Qt::Key_Return);
        },
        [this] { return find<QAbstractButton>("remedy")->isVisible(); });
    add(
        QStringLiteral("chat-without"),
        [this] {
            Hand::click(find<QAbstractButton>("remedy"));
            Hand::click(find<QAbstractButton>("chatSettingsButton"));
        },
        [this] { return isIdle(lastTurn(m_program, m_deployed)) && !find<QAbstractButton>("remedy")->isVisible(); });
    pass(
        QStringLiteral("parameters-closed"), [this] { Hand::click(find<QAbstractButton>("chatSettingsButton")); },
        [this] { return !find<QPlainTextEdit>("systemPrompt")->isVisible(); });
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
            const Deployment *deployment = storeOf(m_program)->find(m_deployed);
            return !dialog() && deployment && deployment->rpmLimit == 600;
        });
    add(
        QStringLiteral("history"), [this] { clickTab(2); },
        [this] { return hasStatus(Status::Running) && storeOf(m_program)->journal()->entries().size() == 3; });
    add(
        QStringLiteral("journal"),
        [this] { m_program.window().commands()->action(Commands::Id::ShowInJournal)->trigger(); },
        [this] {
            const auto *table = find<QAbstractItemView>("journalTable");
            return table && table->model()->rowCount() == 3;
        });
    pass(
        QStringLiteral("journal-closed"), [this] { Hand::key(dialog(), Qt::Key_Escape); },
        [this] { return !dialog(); });
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
            return storeOf(m_program)->freshness() == DeploymentStore::Freshness::Stale &&
                   m_program.window().messageBar()->has(MessageBar::Topic::Poll);
        });
    pass(
        QStringLiteral("recovered"),
        [this] {
            m_program.simulator().clearFaults();
            Hand::click(find<QToolButton>("messageAction"));
        },
        [this] {
            return storeOf(m_program)->freshness() == DeploymentStore::Freshness::Live &&
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
    pass(QStringLiteral("gone"), {}, [this] { return !storeOf(m_program)->find(m_deployed); });
}

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

} // namespace Slipway
