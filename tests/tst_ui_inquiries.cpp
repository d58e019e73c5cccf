// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessions.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/moodykeychain.h"
#include "ui/fleet/fleetview.h"
#include "ui/journal/journaltable.h"
#include "ui/journal/journalwindow.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Slipway;
using namespace std::chrono_literals;
using Kind = Inquiry::Kind;

// Lost answers as a person meets them: in the window, by clicks.
class TestInquiriesInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fleet = std::make_unique<FleetFixture>();
        m_fleet->insert({QStringLiteral("one")});
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_accounts = std::make_unique<Accounts>(m_settings.get(), &m_keys);
        m_language.use(QStringLiteral("en"));
        m_key = "sk-marker";
        m_keys.isOpen = true;
        openProgram();
    }

    void cleanup()
    {
        m_window.reset();
        m_sessions.reset();
        m_accounts.reset();
        m_fleet.reset();
    }

    void whatIsUnknownCannotBeWavedAway()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        QVERIFY(bar()->text().contains(QStringLiteral("Deploy")));
        QVERIFY2(bar()->text().contains(QStringLiteral("Unknown, checking")), qPrintable(bar()->text()));
        QVERIFY(bar()->text().contains(QStringLiteral("lost1")));
        QVERIFY(!button("messageDismiss")->isVisible());
    }

    void beforeAnotherDeployThePersonIsTold()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("deployDialog"));
        auto *note = dialog("deployDialog")->findChild<QLabel *>(QStringLiteral("unsettledNote"));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("lost1")));
    }

    void whatWasCarriedOutIsMarkedAndShown()
    {
        lose("create=half-header");
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("It was carried out")));
        const QString found = newest().deployedModel;
        QVERIFY(found.endsWith(QStringLiteral("-lost1")));
        QTRY_VERIFY(rowOf(found) >= 0);
        const QModelIndex row = table()->model()->index(rowOf(found), 0);
        QVERIFY2(row.data(Qt::BackgroundRole).isValid(), "the row is not marked");
        const QModelIndex other = table()->model()->index(rowOf(QStringLiteral("one")), 0);
        QVERIFY(!other.data(Qt::BackgroundRole).isValid());
        click("messageAction");
        QTRY_COMPARE(fleet()->currentId(), found);
        QVERIFY(!bar()->has(MessageBar::Topic::Inquiry));
        QVERIFY(anyLabelSays(QStringLiteral("Found after a lost answer")));
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void whatWasNotCarriedOutIsSentAgainByAPersonOnly()
    {
        lose("create=reset-before");
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("It was not carried out")));
        QCOMPARE(button("messageAction")->text(), QStringLiteral("Send again…"));
        m_fleet->simulator.clearFaults();
        click("messageAction");
        QTRY_VERIFY(dialog("deployDialog"));
        auto *suffix = dialog("deployDialog")->findChild<QLineEdit *>(QStringLiteral("suffix"));
        QTRY_COMPARE(suffix->text(), QStringLiteral("lost1"));
        QCOMPARE(m_fleet->requests("POST"), 1);
        auto *deploy = dialog("deployDialog")->findChild<QPushButton *>(QStringLiteral("primary"));
        QTRY_VERIFY(deploy->isVisible() && suffix->isVisible());
        QTest::mouseClick(deploy, Qt::LeftButton);
        QTRY_COMPARE(newest().state, Mutation::State::Accepted);
        QCOMPARE(m_fleet->requests("POST"), 2);
        QTRY_VERIFY(!bar()->has(MessageBar::Topic::Inquiry));
    }

    void fromItsEntryInTheJournalTheDialogOpensFilledIn()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        QTest::mouseClick(deployAgain(), Qt::LeftButton);
        QTRY_VERIFY(dialog("deployDialog"));
        const CreateRequest asked = goodRequest(QStringLiteral("lost1"));
        QCOMPARE(dialog("deployDialog")->findChild<QLabel *>(QStringLiteral("pickedModel"))->text(), asked.modelName);
        QTRY_COMPARE(dialog("deployDialog")->findChild<QLineEdit *>(QStringLiteral("suffix"))->text(), asked.suffix);
        QVERIFY(dialog("deployDialog")->findChild<QLabel *>(QStringLiteral("unsettledNote"))->isVisible());
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void severalCandidatesAreComparedAndOneIsChosen()
    {
        openComparison();
        auto *candidates = dialog("candidatesDialog")->findChild<QTableWidget *>(QStringLiteral("candidates"));
        QCOMPARE(candidates->rowCount(), 2);
        auto *thisOne = dialog("candidatesDialog")->findChild<QPushButton *>(QStringLiteral("thisOne"));
        QVERIFY(!thisOne->isEnabled());
        const QString wanted = candidates->item(1, 0)->text();
        QTest::mouseClick(candidates->viewport(), Qt::LeftButton, {},
                          candidates->visualItemRect(candidates->item(1, 0)).center());
        QTRY_VERIFY(thisOne->isEnabled());
        QTest::mouseClick(thisOne, Qt::LeftButton);
        QTRY_VERIFY(!dialog("candidatesDialog"));
        QCOMPARE(newest().inquiry.kind, Kind::Happened);
        QCOMPARE(newest().deployedModel, wanted);
        QTRY_COMPARE(fleet()->currentId(), wanted);
        QCOMPARE(table()->model()->index(rowOf(wanted), 0).data().toString(),
                 QStringLiteral("Running")); // not what became of a request
        QCOMPARE(m_fleet->requests("POST"), 1);
    }

    void candidatesWithoutTheSuffixAreSaidToBeSo()
    {
        openComparison(QStringLiteral("lost1"));
        const QString asked =
            dialog("candidatesDialog")->findChild<QLabel *>(QStringLiteral("candidatesAsked"))->text();
        QVERIFY2(asked.endsWith(QStringLiteral("No id here ends with that suffix.")), qPrintable(asked));
    }

    void noneOfThemMeansItWasNotCarriedOut()
    {
        openComparison();
        QTest::mouseClick(dialog("candidatesDialog")->findChild<QPushButton *>(QStringLiteral("noneOfThese")),
                          Qt::LeftButton);
        QTRY_VERIFY(!dialog("candidatesDialog"));
        QCOMPARE(newest().inquiry.kind, Kind::NotHappened);
        QTRY_COMPARE(button("messageAction")->text(), QStringLiteral("Send again…"));
    }

    void theRequestIdIsThereToCopy()
    {
        lose("create=status=504");
        QVERIFY(!newest().requestId.isEmpty());
        QVERIFY(button("messageCopy")->isVisible());
        click("messageCopy");
        QCOMPARE(QGuiApplication::clipboard()->text(), newest().requestId);
    }

    void whatAnEarlierRunLeftOpenIsToldAtTheStart()
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        lose("create=close-after");
        m_window.reset();
        m_sessions.reset(); // the program ends while it is unknown
        m_fleet->simulator.clearFaults();
        openProgram();
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("It was carried out")));
    }

    void whatAnEarlierRunSentElsewhereIsToldAndNotLookedForHere()
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        lose("create=close-after");
        const QString elsewhere = m_fleet->simulator.url().toString();
        m_window.reset();
        m_sessions.reset();
        m_fleet = std::make_unique<FleetFixture>(); // the account leads to another service now, with an empty fleet
        openProgram();
        QTRY_COMPARE(newest().inquiry.kind, Kind::Elsewhere);
        QTRY_VERIFY2(bar()->text().contains(elsewhere), qPrintable(bar()->text()));
        const qsizetype looks = m_fleet->requests("GET");
        QTRY_VERIFY(m_fleet->requests("GET") > looks + 5);
        QCOMPARE(newest().inquiry.kind, Kind::Elsewhere);
        QCOMPARE(m_fleet->requests("POST"), 0);
    }

    void untilTheFleetIsReadNothingElseIsOffered()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        endProgram();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=hang")));
        startProgram();
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("Nothing else is sent before")), qPrintable(bar()->text()));
        QVERIFY(bar()->text().contains(QStringLiteral("lost1")));
        QVERIFY(!m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!dialog("deployDialog"));
        QVERIFY(!button("messageAction")->isVisible());
        QVERIFY(!deployAgain()->isEnabled());
        m_window->findChild<JournalWindow *>()->close();
        m_window->activateWindow();
        m_fleet->simulator.clearFaults();
        store()->stop();
        store()->start();
        QTRY_VERIFY(m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
        QVERIFY(deployAgain()->isEnabled());
        QVERIFY(!bar()->text().contains(QStringLiteral("Nothing else is sent before")));
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("deployDialog"));
    }

    void whereTheFleetCannotBeReadAPersonMayDeployAllTheSame()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        endProgram();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        startProgram();
        QTRY_COMPARE(button("messageAction")->text(), QStringLiteral("Deploy anyway…"));
        QVERIFY(!m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
        QVERIFY2(bar()->text().contains(QStringLiteral("cannot be read")), qPrintable(bar()->text()));
        click("messageAction");
        QTRY_VERIFY(dialog("deployDialog"));
        QVERIFY(dialog("deployDialog")->findChild<QLabel *>(QStringLiteral("unsettledNote"))->isVisible());
        QVERIFY(m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
        QVERIFY(bar()->text().contains(QStringLiteral("Unknown, checking")));
    }

    void whatWasLostInThisRunHoldsNothing()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=500")));
        lose("create=reset-before");
        QTRY_VERIFY(store()->lastError());
        QVERIFY(m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
    }

    void whatWasSentWithAnotherKeyIsToldSo()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        endProgram();
        m_key = "sk-another";
        openProgram();
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("sent with another key")), qPrintable(bar()->text()));
        const qsizetype looks = m_fleet->requests("GET");
        QTRY_VERIFY(m_fleet->requests("GET") > looks + 5);
        QCOMPARE(newest().inquiry.kind, Kind::OtherKey);
        QVERIFY(button("messageDismiss")->isVisible());
        QVERIFY(m_window->commands()->action(Commands::Id::Deploy)->isEnabled());
    }

    void whatAnotherAccountLeftOpenIsToldWithTheWayThere()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        endProgram();
        const QString other = saveAnother();
        startProgram(other);
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("1 request(s) of an earlier run have no answer")),
                     qPrintable(bar()->text()));
        QCOMPARE(button("messageAction")->text(), QStringLiteral("Open this account"));
        click("messageAction");
        QTRY_COMPARE(m_accounts->currentId(), QStringLiteral("environment"));
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("lost1")));
        QVERIFY(!bar()->has(MessageBar::Topic::LeftOpen));
    }

    void whatAnotherAccountLeftOpenIsLookedIntoAndTold()
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=403")));
        lose("create=half-header");
        endProgram();
        m_fleet->simulator.clearFaults();
        startProgram(saveAnother());
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("It was carried out: qwen-plus")),
                     qPrintable(bar()->text()));
        QVERIFY2(bar()->text().contains(QStringLiteral("Deploy qwen-plus-2025-12-01 (suffix lost1)")),
                 qPrintable(bar()->text()));
        QVERIFY(m_accounts->currentId() != QStringLiteral("environment"));
        QCOMPARE(m_fleet->requests("POST"), 1);
        QCOMPARE(button("messageAction")->text(), QStringLiteral("Open this account"));
        click("messageAction");
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY2(bar()->text().startsWith(QStringLiteral("Deploy qwen-plus")), qPrintable(bar()->text()));
    }

    void whyAnotherAccountCannotBeLookedIntoIsTold()
    {
        const QString other = saveAnother();
        Journal(std::make_unique<JournalFile>(m_folder->filePath(QStringLiteral("journal")), other)).begin({});
        endProgram();
        m_keys.isOpen = false;
        startProgram(QStringLiteral("environment"));
        QTRY_VERIFY2(bar()->text().endsWith(QStringLiteral("open this account to look into it.")),
                     qPrintable(bar()->text()));
        QVERIFY(bar()->text().startsWith(QStringLiteral("another: 1 request")));
        click("messageAction");
        QTRY_COMPARE(m_accounts->currentId(), other);
    }

    void anotherAccountsFleetThatCannotBeReadIsTold()
    {
        const QString other = saveAnother();
        Journal(std::make_unique<JournalFile>(m_folder->filePath(QStringLiteral("journal")), other)).begin({});
        endProgram();
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("list=status=403")));
        startProgram(QStringLiteral("environment"));
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("Slipway looks into it, but its fleet cannot be read")),
                     qPrintable(bar()->text()));
        m_fleet->simulator.clearFaults();
        m_sessions->find(other)->store()->refresh();
        QTRY_VERIFY2(bar()->text().endsWith(QStringLiteral("Slipway is looking into it.")), qPrintable(bar()->text()));
    }

    void whatAnotherAccountLeftOpenCanBeWavedAway()
    {
        store()->setLookRule({.looks = 1000, .time = 1h});
        lose("create=reset-before");
        endProgram();
        startProgram(saveAnother());
        QTRY_VERIFY(bar()->has(MessageBar::Topic::LeftOpen));
        click("messageDismiss");
        QVERIFY(!bar()->has(MessageBar::Topic::LeftOpen));
    }

    void whatWasFoundWhileAnotherAccountWasShownIsToldOnTheWayBack()
    {
        lose("create=half-header");
        Session *first = m_sessions->current();
        m_accounts->setCurrentId(saveAnother());
        QTRY_VERIFY(m_sessions->current() && m_sessions->current() != first);
        QTRY_COMPARE(first->journal()->entries().constLast().inquiry.kind, Kind::Happened);
        QVERIFY(!bar()->text().contains(QStringLiteral("lost1")));
        m_accounts->setCurrentId(QStringLiteral("environment"));
        QTRY_VERIFY2(bar()->text().contains(QStringLiteral("It was carried out")), qPrintable(bar()->text()));
    }

    void whoQuitsWhileSomethingIsSentIsAsked()
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("create=hang")));
        store()->create(goodRequest(QStringLiteral("sent1")));
        QTRY_COMPARE(m_fleet->requests("POST"), 1);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY2(bar()->text().contains(QStringLiteral("1 request(s) are being sent")), qPrintable(bar()->text()));
        QCOMPARE(button("messageAction")->text(), QStringLiteral("Quit anyway"));
        click("messageAction");
        QVERIFY(!m_window->isVisible());
    }

    void onceItIsAnsweredQuittingIsFree()
    {
        Patience patience = m_sessions->current()->client()->patience();
        patience.create = 500ms;
        m_sessions->current()->client()->setPatience(patience);
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("create=hang")));
        store()->create(goodRequest(QStringLiteral("sent1")));
        QVERIFY(!m_window->close());
        QVERIFY(bar()->has(MessageBar::Topic::Leaving));
        QTRY_COMPARE(newest().state, Mutation::State::Unknown);
        QTRY_VERIFY(!bar()->has(MessageBar::Topic::Leaving));
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->close());
    }

    void aJournalThatCannotBeWrittenIsTold()
    {
        m_window.reset();
        m_sessions.reset();
        QFile blocker(m_folder->filePath(QStringLiteral("blocker")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        openProgram(blocker.fileName());
        const quint64 id = store()->create(goodRequest());
        QTRY_COMPARE(store()->journal()->find(id)->state, Mutation::State::NotSent);
        QVERIFY(bar()->has(MessageBar::Topic::Journal));
        QVERIFY(bar()->text().contains(QStringLiteral("journal")));
        QCOMPARE(m_fleet->requests("POST"), 0);
    }

    void theJournalHoldsNoKey()
    {
        lose("create=reset-before");
        QTRY_COMPARE(newest().inquiry.kind, Kind::NotHappened);
        m_window.reset();
        m_sessions.reset();
        QDir folder(m_folder->filePath(QStringLiteral("journal")));
        const QStringList files = folder.entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(content.contains("lost1"));
            QVERIFY(!content.contains("sk-marker"));
        }
    }

private:
    void endProgram()
    {
        m_window.reset();
        m_sessions.reset();
    }

    QString saveAnother()
    {
        const Account another{{}, QStringLiteral("another"), {}, m_fleet->simulator.url(), {}};
        return m_accounts->save(another, "sk-saved", this, [](const KeychainOutcome &) {});
    }

    /// A real account, as far as the program knows.
    void openProgram(const QString &journalFolder = {})
    {
        startProgram(QStringLiteral("environment"), journalFolder);
        QTRY_VERIFY(store()->lastGood().isValid());
    }

    void startProgram(const QString &account = QStringLiteral("environment"), const QString &journalFolder = {})
    {
        m_sessions = std::make_unique<Sessions>(
            m_accounts.get(), journalFolder.isEmpty() ? m_folder->filePath(QStringLiteral("journal")) : journalFolder);
        m_accounts->setEnvironment(m_key, m_fleet->simulator.url().toString());
        QTRY_VERIFY(m_accounts->find(QStringLiteral("environment")));
        m_accounts->setCurrentId(account);
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_sessions->openCurrent();
        m_window->show();
        QTRY_VERIFY(m_sessions->current());
        store()->setIntervals(20ms, 20ms);
        store()->setLookRule({.looks = 2, .time = 0ms});
    }

    /// One deploy, whose answer is lost that way.
    void lose(const char *spec, const QString &suffix = QStringLiteral("lost1"))
    {
        QVERIFY(m_fleet->simulator.addFault(QString::fromLatin1(spec)));
        store()->create(goodRequest(suffix));
        QTRY_COMPARE(newest().state, Mutation::State::Unknown);
    }

    void openComparison(const QString &suffix = {})
    {
        QVERIFY(m_fleet->simulator.addFault(QStringLiteral("create=reset-before")));
        store()->create(goodRequest(suffix));
        m_fleet->insert({QStringLiteral("qwen-plus-2025-12-01-a"), QStringLiteral("qwen-plus-2025-12-01-b")});
        QTRY_COMPARE(newest().inquiry.kind, Kind::CannotTell);
        QTRY_COMPARE(button("messageAction")->text(), QStringLiteral("Choose which…"));
        click("messageAction");
        QTRY_VERIFY(dialog("candidatesDialog"));
    }

    /// Of the newest entry, in the journal.
    QToolButton *deployAgain() const
    {
        auto *window = m_window->findChild<JournalWindow *>();
        if (!window) {
            QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
            window = m_window->findChild<JournalWindow *>();
        }
        auto *table = window->findChild<JournalTable *>();
        table->setCurrentIndex(table->model()->index(0, 0));
        return window->findChild<QToolButton *>(QStringLiteral("deployAgainButton"));
    }

    bool anyLabelSays(const QString &text) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    int rowOf(const QString &id) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            for (int column = 0; column < table()->model()->columnCount(); ++column)
                if (table()->model()->index(row, column).data().toString() == id)
                    return row;
        return -1;
    }

    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    const Mutation &newest() const { return store()->journal()->entries().last(); }
    DeploymentStore *store() const { return m_sessions->current()->store(); }
    MessageBar *bar() const { return m_window->messageBar(); }
    QToolButton *button(const char *name) const { return bar()->findChild<QToolButton *>(QLatin1String(name)); }
    FleetView *fleet() const { return m_window->findChild<FleetView *>(); }
    QTableView *table() const { return m_window->findChild<QTableView *>(QStringLiteral("fleetTable")); }
    QDialog *dialog(const char *name) const { return m_window->findChild<QDialog *>(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<QSettings> m_settings;
    MoodyKeychain m_keys;
    QByteArray m_key = "sk-marker";
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Sessions> m_sessions;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestInquiriesInTheWindow)
#include "tst_ui_inquiries.moc"
