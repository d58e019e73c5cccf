// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runbench.h"
#include "ui/chat/transcript.h"
#include "ui/compare/runanswers.h"
#include "ui/compare/runview.h"
#include "ui/compare/runwindow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using State = RunCell::State;

/// The window with the runs of an account, and a file of prompts.
struct Desk
{
    explicit Desk(const QByteArray &prompts = "One?\nTwo?\nThree?\n", const QByteArray &reply = {},
                  double tokensPerSecond = 0) :
        service(reply, tokensPerSecond)
    {
        Patience patience = service.client->patience();
        patience.retry.shortestPause = std::chrono::milliseconds(20);
        patience.retry.longestPause = std::chrono::milliseconds(3000);
        service.client->setPatience(patience);
        file = folder.filePath(QStringLiteral("prompts.txt"));
        QFile written(file);
        if (!written.open(QIODevice::WriteOnly) || written.write(prompts) != prompts.size())
            qFatal("no file");
        openWindow();
    }

    void openWindow()
    {
        const Account account{
            QStringLiteral("a"), QStringLiteral("team-prod"), Account::Origin::Saved, service.server->url(), {}};
        window.reset();
        window = std::make_unique<RunWindow>(GenerationApi(service.client.get()), service.client->patience().retry,
                                             account, folder.filePath(QStringLiteral("runs")));
    }

    void begin()
    {
        QList<ComparedModel> models;
        for (const char *id : {"qwen3-32b-chat", "qwen3-32b-other"})
            models.append({QLatin1String(id), QStringLiteral("qwen3-32b"), false, Billing::ByTheHour, {}});
        window->begin(models, {});
        [this] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    }

    /// Through the file dialog, as a person does it.
    void choose(const QString &path) const
    {
        click("choosePrompts");
        auto *dialog = find<QFileDialog>("promptsDialog");
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(path); // typing opens a list of completions, which takes the next click
        auto *open = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open);
        [open] { QTRY_VERIFY(open->isEnabled()); }();
        QTest::mouseClick(open, Qt::LeftButton);
    }

    void beginAndStart()
    {
        begin();
        choose(file);
        [this] { QTRY_VERIFY(find<QPushButton>("startRun")->isEnabled()); }();
        click("startRun");
        [this] { QTRY_VERIFY(window->run()); }();
        window->activateWindow(); // the file dialog had it
        [this] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    }

    bool finishes() const
    {
        return QTest::qWaitFor(
            [this] { return !run()->isRunning() && count(State::Asked) == 0 && run()->unwritten() == 0; }, 20000);
    }

    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    void click(const char *name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    void press(const char *name, Qt::Key key) const { QTest::keyClick(find(name), key); }
    Run *run() const { return window->run(); }
    int count(State state) const { return run()->index().count(0, state) + run()->index().count(1, state); }
    QTableView *table() const { return find<QTableView>("runTable"); }
    qsizetype sent() const
    {
        const auto requests = service.server->requests();
        return std::count_if(requests.begin(), requests.end(),
                             [](const auto &request) { return request.path.endsWith("/generation"); });
    }

    QTemporaryDir folder;
    QString file;
    ChatService service;
    std::unique_ptr<RunWindow> window;
};

class TestUiRunWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingIsSentItSaysHowMuch()
    {
        Desk desk;
        desk.begin();
        QVERIFY(!desk.find("startRun")->isEnabled());
        desk.choose(desk.file);
        QTRY_VERIFY(desk.find("startRun")->isEnabled());
        const QString plan = desk.text("runPlan");
        QVERIFY2(plan.contains(QStringLiteral("6 request")) && plan.contains(QStringLiteral("3 prompt")) &&
                     plan.contains(QStringLiteral("2 deployment")),
                 qPrintable(plan));
        QVERIFY(plan.contains(QStringLiteral("billed for the time they run")));
        QVERIFY(desk.find<QPushButton>("startRun")->text().contains(QStringLiteral("6 request")));
        QCOMPARE(desk.sent(), 0);
        QTest::keyClick(desk.find("concurrency"), Qt::Key_Return); // Enter is no yes
        QVERIFY(!desk.run());
        QCOMPARE(desk.sent(), 0);
    }

    void oneClickAsksThemAll()
    {
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        QCOMPARE(desk.sent(), 6);
        QTRY_VERIFY(desk.text("laneProgress0").startsWith(QStringLiteral("3 of 3 answered")));
        QVERIFY(desk.text("laneTotals1").contains(QStringLiteral("tokens out")));
        QAbstractItemModelTester tester(desk.table()->model());
        QCOMPARE(desk.table()->model()->rowCount(), 3);
        QCOMPARE(desk.table()->model()->index(1, 1).data().toString(), QStringLiteral("Two?"));
        QCOMPARE(desk.table()->model()->index(1, 2).data().toString(), QStringLiteral("Answered"));
    }

    void aDoubleClickSendsOnce()
    {
        Desk desk;
        desk.begin();
        desk.choose(desk.file);
        QTRY_VERIFY(desk.find("startRun")->isEnabled());
        desk.click("startRun");
        QTest::mouseDClick(desk.find("startRun"), Qt::LeftButton);
        QTRY_VERIFY(desk.run());
        QVERIFY(desk.finishes());
        QCOMPARE(desk.sent(), 6);
        QCOMPARE(knownRuns(runFolderOf(desk.folder.filePath(QStringLiteral("runs")), QStringLiteral("a"))).size(), 1);
    }

    void badLinesAreNamedAndLeftOutOnlyWithAYes()
    {
        Desk desk("{\"prompt\": \"One?\"}\n{\"prompt\": 5}\nnonsense\n{\"prompt\": \"Two?\"}\n");
        desk.begin();
        desk.choose(desk.file);
        QTRY_VERIFY(desk.find("badLines")->isVisible());
        const QString bad = desk.find<QPlainTextEdit>("badLines")->toPlainText();
        QVERIFY2(bad.contains(QStringLiteral("Line 2: its “prompt” is not a text.")), qPrintable(bad));
        QVERIFY(bad.contains(QStringLiteral("Line 3: it is not a JSON object.")));
        QVERIFY(!desk.find("startRun")->isEnabled());
        QTest::mouseClick(desk.find("leaveOut"), Qt::LeftButton, {}, {10, desk.find("leaveOut")->height() / 2});
        QVERIFY(desk.find("startRun")->isEnabled());
        desk.click("startRun");
        QTRY_VERIFY(desk.run());
        QVERIFY(desk.finishes());
        QCOMPARE(desk.sent(), 4);
    }

    void aFileThatIsNotThereIsSaid()
    {
        Desk desk;
        desk.begin();
        desk.find<RunSetup>("runSetup")->readFile(QStringLiteral("/no/such/file"));
        QTRY_VERIFY(desk.text("promptsFound").startsWith(QStringLiteral("The file cannot be read")));
        QVERIFY(!desk.find("startRun")->isEnabled());
    }

    void stopAndResume()
    {
        Desk desk("a\nb\nc\nd\ne\nf\ng\nh\n", QByteArray("word ").repeated(40), 400);
        desk.beginAndStart();
        QTRY_VERIFY(desk.count(State::Complete) >= 1);
        QCOMPARE(desk.find<QPushButton>("startOrStop")->text(), QStringLiteral("Stop"));
        desk.click("startOrStop");
        QVERIFY(!desk.run()->isRunning());
        QVERIFY(desk.finishes());
        QCOMPARE(desk.find<QPushButton>("startOrStop")->text(), QStringLiteral("Resume"));
        const int stopped = desk.count(State::Stopped);
        QVERIFY(stopped > 0);
        QVERIFY(desk.find("askAgain")->isVisible());
        desk.click("startOrStop");
        QVERIFY(desk.finishes());
        QCOMPARE(desk.count(State::Complete), 16 - stopped);
        QVERIFY(!desk.find("startOrStop")->isEnabled());
        desk.click("askAgain");
        QVERIFY(desk.finishes());
        QCOMPARE(desk.count(State::Complete), 16);
        QTRY_VERIFY(!desk.find("askAgain")->isVisible());
    }

    void aRunIsOpenedAgainAfterTheProgramEnded()
    {
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.openWindow();
        desk.window->showRuns();
        auto *list = desk.find<QListWidget>("knownRuns");
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("prompts.txt")));
        list->setCurrentRow(0);
        desk.click("openRun");
        QTRY_VERIFY(desk.run());
        QCOMPARE(desk.count(State::Complete), 6);
        QVERIFY(!desk.run()->isRunning());
        QCOMPARE(desk.sent(), 6);
        QTRY_COMPARE(desk.find<Transcript>("runTranscriptLeft")->count(), 1);
    }

    void whatStandsUnderARateLimitSaysSo()
    {
        Desk desk;
        Patience patience = desk.service.client->patience();
        patience.retry.shortestPause = std::chrono::milliseconds(1500);
        desk.service.client->setPatience(patience);
        desk.openWindow();
        desk.service.server->addFault(QStringLiteral("generate:2=status=429"));
        desk.beginAndStart();
        QTRY_VERIFY(desk.text("laneTrouble0").contains(QStringLiteral("goes on in")) ||
                    desk.text("laneTrouble1").contains(QStringLiteral("goes on in")));
        QVERIFY(desk.finishes());
        QCOMPARE(desk.count(State::Complete), 6);
    }

    void exportWritesAFile()
    {
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        const QString to = desk.folder.filePath(QStringLiteral("answers.csv"));
        desk.click("runExport");
        auto *dialog = desk.find<QFileDialog>("runExportDialog");
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(to);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        QTRY_VERIFY(desk.text("runNote").startsWith(QStringLiteral("6 ")));
        QVERIFY(QFileInfo(to).size() > 1000);
    }

    // ---- votes

    void votesByKeyGoOnToTheNextPrompt()
    {
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.table()->setFocus();
        desk.press("runTable", Qt::Key_1);
        QCOMPARE(desk.table()->currentIndex().row(), 1);
        desk.press("runTable", Qt::Key_2);
        QCOMPARE(desk.table()->currentIndex().row(), 2);
        desk.press("runTable", Qt::Key_0);
        QCOMPARE(desk.table()->model()->index(0, 4).data().toString(), QStringLiteral("qwen3-32b-chat"));
        QCOMPARE(desk.table()->model()->index(1, 4).data().toString(), QStringLiteral("qwen3-32b-other"));
        QCOMPARE(desk.table()->model()->index(2, 4).data().toString(), QStringLiteral("tie"));
        const QString tally = desk.text("tally");
        QVERIFY2(tally.contains(QStringLiteral("qwen3-32b-chat: 1 · qwen3-32b-other: 1")), qPrintable(tally));
        QVERIFY(tally.contains(QStringLiteral("3 of 3 votes given")));
        desk.press("runTable", Qt::Key_Backspace);
        QCOMPARE(desk.run()->index().tally(0, 1).all(), 2);
    }

    void arrowsVoteBesideTheAnswers()
    {
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.table()->setFocus();
        desk.press("runTable", Qt::Key_Return);
        QVERIFY(desk.find("voteTie")->hasFocus());
        QTest::keyClick(desk.find("voteTie"), Qt::Key_Right);
        QTest::keyClick(desk.find("voteTie"), Qt::Key_Down);
        QTest::keyClick(desk.find("voteTie"), Qt::Key_Left);
        const VoteTally tally = desk.run()->index().tally(0, 1);
        QCOMPARE(tally.second, 1);
        QCOMPARE(tally.ties, 1);
        QCOMPARE(tally.first, 1);
    }

    void aClickVotesAndIsShown()
    {
        Desk desk("One?\n");
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.click("voteRight");
        QVERIFY(desk.find<QPushButton>("voteRight")->isChecked());
        QVERIFY(!desk.find<QPushButton>("voteLeft")->isChecked());
        QCOMPARE(desk.run()->index().vote(0, 0, 1), RunVote::Choice::Second);
    }

    void thereIsNoVoteWithoutTwoAnswers()
    {
        Desk desk("One?\n");
        desk.service.server->addFault(QStringLiteral("generate:1=status=500"));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        QVERIFY(!desk.find("voteLeft")->isEnabled());
        desk.press("runTable", Qt::Key_1);
        QCOMPARE(desk.run()->index().tally(0, 1).all(), 0);
    }

    void whileNamesAreHiddenNothingTellsWhoAnswered()
    {
        QByteArray prompts;
        for (int i = 0; i < 24; ++i)
            prompts += "Question " + QByteArray::number(i) + "\n";
        Desk desk(prompts, "The same answer from both.");
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.click("blind");
        auto *answers = desk.find<RunAnswers>("runAnswers");
        QVERIFY(!desk.find("runAnswerLeft")->isVisible());
        QVERIFY(desk.find("hiddenNameLeft")->isVisible());
        QVERIFY(!desk.find("runFiguresLeft")->isVisible());
        QVERIFY(!desk.text("tally").contains(QStringLiteral("qwen3-32b-chat")));
        int swapped = 0;
        desk.table()->setFocus();
        for (int i = 0; i < 24; ++i) {
            desk.table()->setCurrentIndex(desk.table()->model()->index(i, 0));
            swapped += answers->modelOn(0) == 1 ? 1 : 0;
            QCOMPARE(answers->modelOn(0) + answers->modelOn(1), 1);
        }
        QVERIFY2(swapped > 3 && swapped < 21, "sides change by chance");
        desk.table()->setCurrentIndex(desk.table()->model()->index(0, 0));
        const int left = answers->modelOn(0);
        desk.press("runTable", Qt::Key_1);
        QCOMPARE(desk.run()->index().vote(0, 0, 1), left == 0 ? RunVote::Choice::First : RunVote::Choice::Second);
        QCOMPARE(desk.table()->model()->index(0, 4).data().toString(), QStringLiteral("given"));
        desk.click("blind");
        QVERIFY(desk.text("tally").contains(QStringLiteral("qwen3-32b-chat")));
    }
};

QTEST_MAIN(TestUiRunWindow)
#include "tst_ui_runwindow.moc"
