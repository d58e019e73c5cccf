// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorycredentials.h"
#include "app/fleet/cadence.h"
#include "app/fleet/deploymentmodel.h"
#include "app/session/sessions.h"
#include "app/simulator/background.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/idlabel.h"
#include "ui/chat/transcript.h"
#include "ui/compare/comparewindow.h"
#include "ui/fleet/deleterow.h"
#include "ui/fleet/fleetview.h"
#include "ui/fleet/overviewpane.h"
#include "ui/fleet/placeholder.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Slipway;
using namespace std::chrono_literals;

/// A language that has another word for the simulator, chosen for as long as this is there.
class OtherLanguage : public QTranslator
{
public:
    OtherLanguage() { QCoreApplication::installTranslator(this); }
    ~OtherLanguage() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "Simulator") == 0 ? QStringLiteral("another word") : QString();
    }
};

// The window as a person uses it, by keys, on the simulator.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_keys = std::make_unique<MemoryCredentials>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keys.get());
        Simulator::Options options;
        options.apiKey = "sk-test";
        m_simulator = std::make_unique<Simulator::Background>(options);
        QVERIFY(m_simulator->start());
        m_accounts->setSimulator(m_simulator->url(), "sk-test");
        m_sessions = std::make_unique<Sessions>(m_accounts.get());
        m_language.use(QStringLiteral("en"));
        openWindow();
        m_sessions->openCurrent();
        QTRY_VERIFY(m_sessions->current());
        QTRY_COMPARE(store()->rows().size(), 12);
    }

    void cleanup()
    {
        m_window.reset();
        m_sessions.reset();
        m_simulator.reset();
    }

    void theFirstStartShowsTheSimulatorsFleet()
    {
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Simulator")));
        QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("12")));
        QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("simulated")));
    }

    void theFooterTellsHowManyTheFilterLetsThrough()
    {
        filter()->setText(QStringLiteral("emo"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY2(m_window->messageBar()->text().startsWith(QStringLiteral("1 of 12 deployment")),
                     qPrintable(m_window->messageBar()->text()));
        filter()->clear();
        QTRY_VERIFY(m_window->messageBar()->text().startsWith(QStringLiteral("12 deployment")));
    }

    void theFooterTellsHowManyAreSelected()
    {
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY2(m_window->messageBar()->text().contains(QStringLiteral(" · 12 selected · ")),
                 qPrintable(m_window->messageBar()->text()));
        QTest::keyClick(table(), Qt::Key_Home);
        QVERIFY(!m_window->messageBar()->text().contains(QStringLiteral("selected")));
    }

    void aFleetThatNobodySeesIsLookedAtSeldom()
    {
        const Intervals intervals{.changing = 1s, .calm = 20s};
        store()->setIntervals(intervals.changing, intervals.calm);
        const auto isSeen = [&](bool seen) {
            const bool moves = isAnyOnTheMove(store()->rows(), QDateTime::currentDateTimeUtc());
            return store()->interval() == pollInterval(moves, {.fleetSeen = seen}, intervals);
        };
        QVERIFY(isSeen(true));
        m_window->showMinimized();
        QTRY_VERIFY(isSeen(false));
        m_window->showNormal();
        QTRY_VERIFY(isSeen(true));
        m_window->hide();
        QTRY_VERIFY(isSeen(false));
        m_window->show();
        QTRY_VERIFY(isSeen(true));
    }

    void aWideWindowIsForTheTable()
    {
        m_window->resize(1920, 1000);
        const auto *detail = m_window->findChild<QTabWidget *>(QStringLiteral("detail"));
        QTRY_VERIFY2(detail->width() <= 480, qPrintable(QString::number(detail->width())));
        QTRY_VERIFY(table()->width() > 1400);
    }

    void inANarrowWindowThePanesButtonsAreWhole()
    {
        chooseFirst();
        m_window->resize(900, 600);
        const auto *pane = m_window->findChild<OverviewPane *>();
        QTRY_VERIFY2(pane->width() >= pane->minimumSizeHint().width(), qPrintable(QString::number(pane->width())));
    }

    void slashGoesToTheFilterAndEscBackToTheTable()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Slash);
        QTRY_VERIFY(filter()->hasFocus());
        QTest::keyClicks(filter(), QStringLiteral("emo"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::keyClick(filter(), Qt::Key_Escape);
        QVERIFY(filter()->text().isEmpty());
        QCOMPARE(table()->model()->rowCount(), 12);
        QTest::keyClick(filter(), Qt::Key_Escape);
        QTRY_VERIFY(table()->hasFocus());
    }

    void fromTheFilterOneKeyChoosesWhatItFound_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Down") << Qt::Key_Down;
        QTest::newRow("Enter") << Qt::Key_Return;
    }

    void fromTheFilterOneKeyChoosesWhatItFound()
    {
        QFETCH(const Qt::Key, key);
        chooseFirst();
        const QString before = fleet()->currentId();
        QTest::keyClick(m_window.get(), Qt::Key_Slash);
        QTest::keyClicks(filter(), QStringLiteral("emo"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(fleet()->selectedIds().isEmpty()); // what was chosen is not among it
        QTest::keyClick(filter(), key);
        QVERIFY(table()->hasFocus());
        QCOMPARE(fleet()->selectedIds().size(), 1);
        QCOMPARE(fleet()->selectedIds().first(), fleet()->currentId());
        QVERIFY(fleet()->currentId() != before);
    }

    void anOpenDialogNamesTheAccountInTheLanguageThatIsChosen()
    {
        QTest::keyClick(table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("deployDialog"));
        const auto isNamed = [this](const QString &name) {
            const QList<QLabel *> labels = dialog("deployDialog")->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->text().contains(name); });
        };
        QVERIFY(isNamed(QStringLiteral("Simulator")));
        const OtherLanguage other;
        QTRY_VERIFY(isNamed(QStringLiteral("another word")));
        QVERIFY(!isNamed(QStringLiteral("Simulator")));
    }

    void controlNOpensTheDeployDialogOnce()
    {
        QTest::keyClick(table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("deployDialog"));
        QTest::keyClick(dialog("deployDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!dialog("deployDialog"));
    }

    void delAsksAboutTheSelectedDeploymentOnly()
    {
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(!dialog("deleteDialog"));
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(dialog("deleteDialog"));
        QVERIFY(dialog("deleteDialog")->findChild<QWidget *>(QStringLiteral("row:") + fleet()->currentId()));
        QVERIFY(m_sessions->current()->journal()->entries().isEmpty());
    }

    void thePanesButtonsActOnWhatItNamesHoweverManyAreSelected()
    {
        chooseFirst();
        for (int row = 1; row < table()->model()->rowCount() && fleet()->selectedIds().size() < 2; ++row) {
            const QString id = table()->model()->index(row, DeploymentModel::DeployedModelColumn).data().toString();
            const Deployment *deployment = store()->find(id);
            if (deployment && deployment->plan == QLatin1String("mu") && deployment->status == Status::Running)
                table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0),
                                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QCOMPARE(fleet()->selectedIds().size(), 2);
        pressInPane("overviewDelete");
        QTRY_VERIFY(dialog("deleteDialog"));
        QCOMPARE(dialogRows(), QStringList{shownId()});
        QTest::keyClick(dialog("deleteDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!dialog("deleteDialog"));
        pressInPane("overviewScale");
        QTRY_VERIFY(dialog("scaleDialog"));
    }

    void thePanesButtonsActOnWhatItNamesWhenTheFilterHidesItsRow()
    {
        chooseFirst();
        const QString id = shownId();
        filter()->setText(QStringLiteral("matches none"));
        QCOMPARE(shownId(), id);
        pressInPane("overviewDelete");
        QTRY_VERIFY(dialog("deleteDialog"));
        QCOMPARE(dialogRows(), QStringList{id});
    }

    void controlLGoesToThePrompt()
    {
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_L, Qt::ControlModifier);
        auto *prompt = m_window->findChild<QPlainTextEdit *>(QStringLiteral("prompt"));
        QTRY_VERIFY(prompt->hasFocus());
        QCOMPARE(m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->currentIndex(), 1);
    }

    void aConversationIsOpenedFromThoseOfTheAccount_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::newRow("its deployment is there") << false;
        QTest::newRow("its deployment is gone") << true;
    }

    void aConversationIsOpenedFromThoseOfTheAccount()
    {
        QFETCH(bool, isGone);
        const QString id = isGone ? QStringLiteral("qwen3-8b-gone") : store()->rows().constLast().deployedModel;
        ConversationRecord record = newRecord(id);
        Turn turn;
        turn.content = QStringLiteral("What was that?");
        record.tree.add(turn, 0);
        m_sessions->current()->conversations()->import(record);
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(dialog("conversationsWindow"));
        auto *found = dialog("conversationsWindow")->findChild<QTableView *>();
        QTRY_COMPARE(found->model()->rowCount(), 1);
        QTest::keyClick(dialog("conversationsWindow")->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(found->hasFocus());
        QTest::keyClick(found, Qt::Key_Return);
        QTRY_COMPARE(m_window->findChild<Transcript *>(QStringLiteral("transcript"))->count(), 1);
        QVERIFY(!dialog("conversationsWindow")->isVisible());
        const QString refusal = m_window->findChild<QLabel *>(QStringLiteral("refusal"))->text();
        QCOMPARE(refusal.contains(QLatin1String("no longer exists")), isGone);
        QCOMPARE(fleet()->currentId(), id);
        QCOMPARE(fleet()->selectedCount(), isGone ? 0 : 1);
    }

    void whoIsAskedIsTheSelectedRow()
    {
        const QString first = running(0);
        const QString second = running(1);
        showChat();
        click(first);
        QCOMPARE(head(), first);
        filter()->setText(second);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        click(second);
        QCOMPARE(fleet()->selectedIds(), QStringList{second});
        QCOMPARE(head(), second);
        auto *prompt = m_window->findChild<QPlainTextEdit *>(QStringLiteral("prompt"));
        QTest::keyClicks(prompt, QStringLiteral("Who are you?"));
        QTest::keyClick(prompt, Qt::Key_Return);
        QTRY_COMPARE(conversationOf(second)->turns().size(), 2);
        QVERIFY(conversationOf(first)->turns().isEmpty());
    }

    void theChatNamesNobodyWhereNoRowIsSelected()
    {
        showChat();
        click(running(0));
        click(running(0), Qt::ControlModifier);
        QVERIFY(fleet()->selectedIds().isEmpty());
        QCOMPARE(head(), QString());
        QVERIFY(!m_window->findChild<QPlainTextEdit *>(QStringLiteral("prompt"))->isVisible());
    }

    void afterAConversationOfWhatIsGoneAClickOnAnyRowShowsThatRow()
    {
        ConversationRecord record = newRecord(QStringLiteral("qwen3-8b-gone"));
        Turn turn;
        turn.content = QStringLiteral("What was that?");
        record.tree.add(turn, 0);
        m_sessions->current()->conversations()->import(record);
        showChat();
        chooseFirst();
        const QString first = fleet()->currentId();
        QTest::keyClick(table(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(dialog("conversationsWindow"));
        auto *found = dialog("conversationsWindow")->findChild<QTableView *>();
        QTRY_COMPARE(found->model()->rowCount(), 1);
        QTest::keyClick(dialog("conversationsWindow")->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(found->hasFocus());
        QTest::keyClick(found, Qt::Key_Return);
        QTRY_COMPARE(head(), QStringLiteral("qwen3-8b-gone"));
        click(first);
        QCOMPARE(head(), first);
    }

    void twoThatRunAreComparedInOneWindow()
    {
        select(Status::Running, 2);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(dialog("compareWindow") && dialog("compareWindow")->isVisible());
        auto *window = static_cast<CompareWindow *>(dialog("compareWindow"));
        QCOMPARE(window->deployedModels(), fleet()->selectedIds());
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!window->isVisible());
        m_window->activateWindow();
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(window->isVisible());
        QCOMPARE(m_window->findChildren<CompareWindow *>().size(), 1);
    }

    void whatDoesNotRunIsNotCompared()
    {
        select(Status::Running, 1);
        QVERIFY(!m_window->commands()->action(Commands::Id::Compare)->isEnabled());
        select(Status::Failed, 1);
        select(Status::Running, 1, true);
        QCOMPARE(fleet()->selectedIds().size(), 2);
        QVERIFY(!m_window->commands()->action(Commands::Id::Compare)->isEnabled());
    }

    void fourAreComparedAndFiveAreTooMany()
    {
        for (const int count : {4, 5}) {
            select(Status::Running, count);
            QCOMPARE(fleet()->selectedIds().size(), count);
            QCOMPARE(m_window->commands()->action(Commands::Id::Compare)->isEnabled(), count == 4);
        }
        select(Status::Running, 4);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(dialog("compareWindow") && dialog("compareWindow")->isVisible());
        QCOMPARE(static_cast<CompareWindow *>(dialog("compareWindow"))->deployedModels(), fleet()->selectedIds());
    }

    void aKeyThatCanDoNothingSaysWhy()
    {
        select(Status::Running, 1);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_window->messageBar()->text(),
                 QStringLiteral("Compare: Select two to four deployments that are running."));
        select(Status::Running, 2);
        QVERIFY(!m_window->messageBar()->has(MessageBar::Topic::Refused)); // it can now
        QTest::keyClick(table(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(m_window->messageBar()->text(), QStringLiteral("Scale: Select one deployment in the table."));
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier); // what is done takes it away
        QVERIFY(!m_window->messageBar()->has(MessageBar::Topic::Refused));
        table()->clearSelection();
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_window->messageBar()->text(), QStringLiteral("Delete: Select a deployment in the table."));
    }

    void runsOpenByAKey()
    {
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(dialog("runWindow") && dialog("runWindow")->isVisible());
    }

    void theChosenSendKeyAndPresetsHoldWhereDeploymentsAreCompared()
    {
        select(Status::Running, 2);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(dialog("compareWindow") && dialog("compareWindow")->isVisible());
        auto *window = static_cast<CompareWindow *>(dialog("compareWindow"));
        auto *prompt = window->findChild<QPlainTextEdit *>(QStringLiteral("comparePrompt"));
        m_window->findChild<QMenu *>(QStringLiteral("sendKeyMenu"))->actions().at(1)->trigger();
        QTest::keyClicks(prompt, QStringLiteral("a"));
        QTest::keyClick(prompt, Qt::Key_Return);
        QVERIFY(!window->isBusy());
        QCOMPARE(prompt->toPlainText(), QStringLiteral("a\n"));
        QTest::mouseClick(window->findChild<QToolButton *>(QStringLiteral("compareSettingsButton")), Qt::LeftButton);
        QVERIFY(window->findChild<QWidget *>(QStringLiteral("preset"))->isVisible());
        openWindow();
        select(Status::Running, 2);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(dialog("compareWindow") && dialog("compareWindow")->isVisible());
        const auto *send = dialog("compareWindow")->findChild<QWidget *>(QStringLiteral("compareSendOrStop"));
        QVERIFY(send->toolTip().contains(QStringLiteral("Ctrl+Enter")));
    }

    void theMenuChoosesWhichKeySendsAndRemembersIt()
    {
        auto *menu = m_window->findChild<QMenu *>(QStringLiteral("sendKeyMenu"));
        QVERIFY(menu && menu->actions().at(0)->isChecked());
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_L, Qt::ControlModifier);
        auto *prompt = m_window->findChild<QPlainTextEdit *>(QStringLiteral("prompt"));
        QTRY_VERIFY(prompt->hasFocus());
        menu->actions().at(1)->trigger();
        QTest::keyClicks(prompt, QStringLiteral("a"));
        QTest::keyClick(prompt, Qt::Key_Return);
        QCOMPARE(prompt->toPlainText(), QStringLiteral("a\n"));
        QCOMPARE(m_settings->value(QStringLiteral("sendKey")).toString(), QStringLiteral("ctrl-enter"));
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(prompt->toPlainText(), QString());
    }

    void promptsOfTheAccountAreRecalledAtAnotherDeployment()
    {
        m_sessions->current()->prompts()->add(QStringLiteral("asked elsewhere"));
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_L, Qt::ControlModifier);
        auto *prompt = m_window->findChild<QPlainTextEdit *>(QStringLiteral("prompt"));
        QTRY_VERIFY(prompt->hasFocus());
        QTest::keyClick(prompt, Qt::Key_Up);
        QCOMPARE(prompt->toPlainText(), QStringLiteral("asked elsewhere"));
        QTest::keyClick(prompt, Qt::Key_Down);
        QCOMPARE(prompt->toPlainText(), QString());
    }

    void idsAreCopiedAsPlainText()
    {
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), fleet()->currentId());
    }

    void inASmallWindowFilterAndMenuStayInSight()
    {
        m_window->resize(m_window->minimumSize());
        QTRY_VERIFY(filter()->isVisible());
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("menuButton"))->isVisible());
    }

    void whatWasArrangedIsRemembered()
    {
        m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->setCurrentIndex(2);
        table()->sortByColumn(1, Qt::AscendingOrder);
        m_window->close();
        openWindow();
        QCOMPARE(m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->currentIndex(), 2);
        QVERIFY(!m_settings->allKeys().isEmpty());
    }

    void withWhatAnEarlierRunReadNothingIsDone()
    {
        const QString fleets = m_folder->filePath(QStringLiteral("fleets"));
        m_sessions->keepFleetsIn(fleets);
        Account account;
        account.name = QStringLiteral("second");
        account.root = m_simulator->url();
        m_accounts->setCurrentId(m_accounts->save(account, "sk-test", this, [](const KeychainOutcome &) {}));
        QTRY_VERIFY(m_sessions->current() && !m_sessions->current()->isSimulated());
        QTRY_COMPARE(store()->rows().size(), 12);

        m_window.reset();
        m_sessions = std::make_unique<Sessions>(m_accounts.get());
        m_sessions->keepFleetsIn(fleets);
        m_simulator->setApiKey("sk-another");
        openWindow();
        m_sessions->openCurrent();
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY(store()->lastError());
        QTRY_COMPARE(table()->model()->rowCount(), 12);
        QCOMPARE(store()->freshness(), DeploymentStore::Freshness::Recalled);
        chooseFirst();
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(!dialog("deleteDialog"));
        const auto *deletion = m_window->findChild<QPushButton *>(QStringLiteral("overviewDelete"));
        const auto *meaning = m_window->findChild<QLabel *>(QStringLiteral("statusMeaning"));
        QVERIFY(!deletion->isEnabled());
        QVERIFY2(meaning->text().startsWith(QStringLiteral("This is as it was ")), qPrintable(meaning->text()));

        m_simulator->setApiKey("sk-test");
        store()->refresh();
        QTRY_COMPARE(store()->freshness(), DeploymentStore::Freshness::Live);
        QVERIFY(deletion->isEnabled());
        QVERIFY2(!meaning->text().contains(QStringLiteral("as it was")), qPrintable(meaning->text()));
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(dialog("deleteDialog"));
    }

    void aKeyThatIsRevokedIsToldOnceWithAButtonToChangeIt()
    {
        Account account;
        account.name = QStringLiteral("second");
        account.root = m_simulator->url();
        m_accounts->setCurrentId(m_accounts->save(account, "sk-test", this, [](const KeychainOutcome &) {}));
        QTRY_VERIFY(m_sessions->current() && !m_sessions->current()->isSimulated());
        QTRY_COMPARE(store()->rows().size(), 12);
        m_simulator->setApiKey("sk-new");
        store()->refresh();
        auto *button = m_window->messageBar()->findChild<QToolButton *>(QStringLiteral("messageAction"));
        QTRY_COMPARE(button->text(), QStringLiteral("Change key…"));
        QCOMPARE(table()->model()->rowCount(), 12);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(dialog("accountDialog"));
        QTest::keyClick(dialog("accountDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!dialog("accountDialog"));
        m_sessions->current()->setKey("sk-new");
        QTRY_VERIFY(!m_window->messageBar()->has(MessageBar::Topic::Poll));
        QCOMPARE(table()->model()->rowCount(), 12);
    }

    void withoutANetworkItSaysSoUntilThatIsBack()
    {
        store()->setOnline(false);
        QVERIFY2(m_window->messageBar()->text().contains(QStringLiteral("offline")),
                 qPrintable(m_window->messageBar()->text()));
        store()->setOnline(true);
        QTRY_VERIFY(!m_window->messageBar()->has(MessageBar::Topic::Poll));
    }

    void aSwitchOfAccountsKeepsEachOnesData()
    {
        Account account;
        account.name = QStringLiteral("second");
        account.root = m_simulator->url();
        const QString id = m_accounts->save(account, "sk-wrong", this, [](const KeychainOutcome &) {});
        Session *first = m_sessions->current();
        m_accounts->setCurrentId(id);
        QTRY_VERIFY(m_sessions->current() && m_sessions->current() != first);
        QTRY_VERIFY(m_window->messageBar()->text().contains(QStringLiteral("401")));
        QVERIFY(!m_window->messageBar()->text().contains(QStringLiteral("sk-wrong")));
        QCOMPARE(fleet()->selectedIds().size(), 0);
        m_accounts->setCurrentId(QStringLiteral("simulator"));
        QTRY_COMPARE(m_sessions->current(), first);
        QCOMPARE(table()->model()->rowCount(), 12);
        QVERIFY(fleet()->currentId().isEmpty());
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("overviewDelete"))->isEnabled() ||
                m_window->findChild<OverviewPane *>()->findChild<Placeholder *>()->isVisible());
        QVERIFY(!m_window->messageBar()->text().contains(QStringLiteral("401")));
    }

private:
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void chooseFirst()
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTRY_VERIFY(!fleet()->currentId().isEmpty());
        QTRY_COMPARE(fleet()->selectedIds().size(), 1);
    }

    void pressInPane(const char *name)
    {
        QTest::mouseClick(m_window->findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    QString shownId() const
    {
        const auto *title = m_window->findChild<QLineEdit *>(QStringLiteral("deployedModel"));
        return title->text();
    }

    QStringList dialogRows() const
    {
        QStringList ids;
        for (const DeleteRow *row : m_window->findChildren<DeleteRow *>())
            ids << row->id();
        return ids;
    }

    void showChat() { m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->setCurrentIndex(1); }

    QString running(int number) const
    {
        for (const Deployment &deployment : store()->rows())
            if (deployment.status == Status::Running && number-- == 0)
                return deployment.deployedModel;
        return {};
    }

    void click(const QString &id, Qt::KeyboardModifiers modifiers = {})
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const QModelIndex index = table()->model()->index(row, DeploymentModel::DeployedModelColumn);
            if (index.data(DeploymentModel::IdRole).toString() != id)
                continue;
            table()->scrollTo(index);
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, table()->visualRect(index).center());
        }
    }

    /// The deployment that the chat says it talks to.
    QString head() const
    {
        auto *name = m_window->findChild<IdLabel *>(QStringLiteral("chatModel"));
        return name->isVisible() ? name->text() : QString();
    }

    Conversation *conversationOf(const QString &id) const { return m_sessions->current()->conversations()->of(id); }

    void select(Status status, int count, bool more = false)
    {
        if (!more)
            table()->clearSelection();
        for (int row = 0; row < table()->model()->rowCount() && count > 0; ++row) {
            const QModelIndex index = table()->model()->index(row, 0);
            const QString id = index.siblingAtColumn(DeploymentModel::DeployedModelColumn).data().toString();
            if (store()->find(id)->status != status)
                continue;
            table()->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            --count;
        }
        table()->setFocus();
        QCOMPARE(count, 0);
    }

    DeploymentStore *store() const { return m_sessions->current()->store(); }
    FleetView *fleet() const { return m_window->findChild<FleetView *>(); }
    QTableView *table() const { return m_window->findChild<QTableView *>(QStringLiteral("fleetTable")); }
    QLineEdit *filter() const { return m_window->findChild<QLineEdit *>(QStringLiteral("filter")); }
    QDialog *dialog(const char *name) const { return m_window->findChild<QDialog *>(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MemoryCredentials> m_keys;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Simulator::Background> m_simulator;
    std::unique_ptr<Sessions> m_sessions;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_ui_mainwindow.moc"
