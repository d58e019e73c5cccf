// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventloop.h"
#include "tests/support/runbench.h"
#include "ui/chat/transcript.h"
#include "ui/compare/runanswers.h"
#include "ui/compare/runview.h"
#include "ui/compare/runwindow.h"
#include "ui/tableheader.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Slipway;
using State = RunCell::State;

/// Another language, of one sentence.
class Other : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrncmp(source, "No parameters are set:", 22) == 0 ? QStringLiteral("other words") : QString();
    }
};

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
        for (const QString &id : ids)
            models.append({id, QStringLiteral("qwen3-32b"), false, Billing::ByTheHour, {}});
        window->begin(models, settings);
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

    /// Every text that is on the screen now, with its tool tip.
    QStringList seen() const
    {
        QStringList texts;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            texts += widget->toolTip();
            texts += widget->accessibleName();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts += label->text();
            if (const auto *choice = qobject_cast<const QComboBox *>(widget))
                texts += choice->currentText();
        }
        return texts + seenInTranscripts() + seenInTable();
    }
    QStringList seenInTranscripts() const
    {
        QStringList texts;
        for (auto *transcript : window->findChildren<Transcript *>()) {
            transcript->selectAll();
            texts += transcript->selectedText();
            for (const QToolButton *button : transcript->findChildren<QToolButton *>())
                texts += button->isVisible() ? button->text() : QString();
        }
        return texts;
    }
    QStringList seenInTable() const
    {
        QStringList texts;
        const QAbstractItemModel *model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (table()->isColumnHidden(column))
                continue;
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                texts += model->headerData(column, Qt::Horizontal, role).toString();
                for (int row = 0; row < model->rowCount(); ++row)
                    texts += model->index(row, column).data(role).toString();
            }
        }
        return texts;
    }

    QTemporaryDir folder;
    QString file;
    QStringList ids{QStringLiteral("qwen3-32b-chat"), QStringLiteral("qwen3-32b-other")};
    ChatSettings settings;
    ChatService service;
    std::unique_ptr<RunWindow> window;
};

class TestUiRunWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRunsItIsSaidHowToBeginOne()
    {
        const Desk desk;
        desk.window->showRuns();
        auto *headline = desk.find<QLabel>("placeholderHeadline");
        QTRY_VERIFY(headline->isVisible());
        QCOMPARE(headline->text(), QStringLiteral("No runs yet"));
        QVERIFY(desk.text("placeholderDetail").contains(QLatin1String("Ctrl+D")));
        QVERIFY(!desk.find("openRun")->isVisible());
    }

    void theBarCountsWhatTheTableShows()
    {
        Desk desk;
        desk.beginAndStart();
        const auto agree = [&desk](int, int model) {
            const int whole = desk.run()->index().count(model, State::Complete);
            const QString name = QStringLiteral("laneProgress%1").arg(model);
            const QString text = desk.text(name.toLatin1().constData());
            QVERIFY2(text.startsWith(QStringLiteral("%1 of 3").arg(whole)), qPrintable(text));
        };
        connect(desk.run(), &Run::cellChanged, this, agree);
        QVERIFY(desk.finishes());
        desk.run()->disconnect(this);
    }

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
        for (const QString &id : desk.ids)
            QVERIFY2(plan.contains(id), qPrintable(plan));
        QVERIFY2(plan.contains(QStringLiteral("No parameters are set")), qPrintable(plan));
        desk.click("runSettingsButton");
        QTest::keyClicks(desk.find("topK"), QStringLiteral("30"));
        desk.click("runSettingsButton");
        QVERIFY2(desk.text("runPlan").contains(QStringLiteral("Sent: top_k")), qPrintable(desk.text("runPlan")));
        QVERIFY(desk.find<QPushButton>("startRun")->text().contains(QStringLiteral("6 request")));
        QCOMPARE(desk.sent(), 0);
        QTest::keyClick(desk.find("concurrency"), Qt::Key_Return); // Enter is no yes
        QVERIFY(!desk.run());
        QCOMPARE(desk.sent(), 0);
    }

    void whatIsSentIsSaidInTheLanguageThatIsChosen()
    {
        Desk desk;
        desk.begin();
        desk.choose(desk.file);
        QTRY_VERIFY(desk.text("runPlan").contains(QStringLiteral("No parameters are set")));
        Other other;
        QCoreApplication::installTranslator(&other);
        QTRY_VERIFY2(desk.text("runPlan").endsWith(QStringLiteral("other words")), qPrintable(desk.text("runPlan")));
        QCoreApplication::removeTranslator(&other);
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

    void whatWillBeAskedIsShownBeforeItIs()
    {
        Desk desk("{\"prompt\": \"One?\"}\n{\"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"}, "
                  "{\"role\": \"user\", \"content\": \"Two?\"}]}\n");
        desk.begin();
        QVERIFY(!desk.find("promptPreview")->isVisible());
        desk.choose(desk.file);
        QTRY_VERIFY(desk.find("promptPreview")->isVisible());
        const auto *preview = desk.find<QListWidget>("promptPreview");
        QCOMPARE(preview->count(), 2);
        QCOMPARE(preview->item(0)->text(), QStringLiteral("1  One?"));
        QCOMPARE(preview->item(1)->text(), QStringLiteral("2  Two?"));
        desk.find<RunSetup>("runSetup")->readFile(QStringLiteral("/no/such/file"));
        QTRY_VERIFY(!desk.find("promptPreview")->isVisible());
    }

    void ofManyPromptsTheFirstAreShown()
    {
        QByteArray lines;
        for (int i = 1; i <= 1205; ++i)
            lines += "Question " + QByteArray::number(i) + '\n';
        Desk desk(lines);
        desk.begin();
        desk.choose(desk.file);
        const auto *preview = desk.find<QListWidget>("promptPreview");
        QTRY_COMPARE(preview->count(), 201);
        QCOMPARE(preview->item(200)->text(), QStringLiteral("And 1,005 more."));
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
        for (const int model : {0, 1}) { // what is stopped is not done
            const auto *bar = desk.find<QProgressBar>(model == 0 ? "laneBar0" : "laneBar1");
            QTRY_COMPARE(bar->value(), desk.run()->index().count(model, State::Complete));
        }
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

    /// A click that was meant for another button would send requests.
    void theButtonThatAsksAgainTakesNoOthersPlace()
    {
        Desk desk("a\nb\nc\nd\ne\nf\ng\nh\n", QByteArray("word ").repeated(40), 400);
        desk.beginAndStart();
        const auto places = [&] {
            QList<QRect> all;
            for (const char *name : {"blind", "runConcurrency", "runExport", "startOrStop"})
                all += desk.find(name)->geometry();
            return all;
        };
        QTRY_VERIFY(desk.count(State::Complete) >= 1);
        QVERIFY(!desk.find("askAgain")->isVisible());
        const QList<QRect> before = places();
        desk.click("startOrStop");
        QVERIFY(desk.finishes());
        QTRY_VERIFY(desk.find("askAgain")->isVisible());
        QVERIFY(takeTurn());
        QCOMPARE(places(), before);
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

    void aRefusedParameterIsLeftOutWithOneClick()
    {
        Desk desk;
        Simulator::DeployedModel model;
        model.id = QStringLiteral("picky");
        model.name = QStringLiteral("no-top-k");
        model.modelName = model.baseModel = QStringLiteral("qwen3-32b");
        model.capacity = model.readyCapacity = model.baseCapacity = 1;
        desk.service.server->world().insert(model);
        desk.ids[1] = model.id;
        desk.settings.parameters.topK = 30;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        auto *remedy = desk.find("laneRemedy1");
        QTRY_VERIFY(remedy->isVisible());
        QVERIFY(!desk.find("laneRemedy0")->isVisible());
        const QString trouble = desk.text("laneTrouble1");
        QVERIFY2(trouble.contains(QStringLiteral("This model does not support top_k.")), qPrintable(trouble));
        auto *send = remedy->findChild<QPushButton *>(QStringLiteral("remedy"));
        QCOMPARE(send->text(), QStringLiteral("Send without top_k"));
        QTest::mouseClick(send, Qt::LeftButton);
        QVERIFY(desk.finishes());
        QCOMPARE(desk.count(State::Complete), 6);
        QTRY_VERIFY(!remedy->isVisible());
        QVERIFY2(desk.text("laneTrouble1").contains(QStringLiteral("Asked without top_k")),
                 "answers to unlike requests");
    }

    void exportWritesAFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("chosenByFilter");
        QTest::addColumn<bool>("isJson");
        QTest::newRow("csv") << QStringLiteral("answers.csv") << false << false;
        QTest::newRow("jsonl") << QStringLiteral("answers.jsonl") << false << true;
        QTest::newRow("csv, unless something else is chosen") << QStringLiteral("answers") << false << false;
        QTest::newRow("jsonl, as chosen in the dialog") << QStringLiteral("answers") << true << true;
    }

    void exportWritesAFile()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, chosenByFilter);
        QFETCH(const bool, isJson);
        Desk desk;
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.click("runExport");
        auto *dialog = desk.find<QFileDialog>("runExportDialog");
        if (chosenByFilter) {
            auto *types = dialog->findChild<QComboBox *>(QStringLiteral("fileTypeCombo"));
            types->setFocus();
            QTest::keyClick(types, Qt::Key_Down);
        }
        const QString typed = desk.folder.filePath(file);
        dialog->findChild<QLineEdit *>()->setText(typed);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        QTRY_VERIFY(desk.text("runNote").startsWith(QStringLiteral("6 ")));
        const QString ending = isJson ? QStringLiteral(".jsonl") : QStringLiteral(".csv");
        QFile written(typed.endsWith(ending) ? typed : typed + ending);
        QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(written.fileName()));
        QByteArrayList lines = written.readAll().trimmed().split('\n');
        if (!isJson)
            QVERIFY(lines.takeFirst().contains("deployed_model"));
        QVERIFY(lines.size() >= 6); // an answer in a table may hold line feeds
        QStringList models;
        for (const QByteArray &line : std::as_const(lines))
            models += QJsonDocument::fromJson(line)[QLatin1String("deployed_model")].toString();
        QCOMPARE(models.count(desk.ids[1]), isJson ? 3 : 0);
        QCOMPARE(isJson ? models.size() : 6, 6);
    }

    void ofATitleThatIsTooLongBothEndsAreSeen()
    {
        const auto drawn = [](const QString &title) {
            QStandardItemModel model;
            model.setHorizontalHeaderLabels({title});
            TableHeader header;
            header.setModel(&model);
            header.setTextElideMode(Qt::ElideMiddle);
            header.resize(100, header.sizeHint().height());
            header.resizeSection(0, 100);
            return header.grab().toImage();
        };
        const QImage one = drawn(QStringLiteral("qwen3-32b-fine-tuned-5790cf81"));
        QCOMPARE(drawn(QStringLiteral("qwen3-32b-fine-tuned-5790cf81")), one);
        QVERIFY(drawn(QStringLiteral("qwen3-32b-fine-tuned-5790cfff")) != one);
        QVERIFY(drawn(QStringLiteral("owen3-32b-fine-tuned-5790cf81")) != one);
    }

    void anAnswerIsShownFromAboveItsFirstLine()
    {
        Desk desk("One?\nTwo?\n", QByteArray("A line.\n\n").repeated(80));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        const QScrollBar *bar = desk.find<Transcript>("runTranscriptLeft")->verticalScrollBar();
        for (const int row : {1, 0}) {
            desk.table()->setCurrentIndex(desk.table()->model()->index(row, 0));
            QTRY_VERIFY(bar->maximum() > 0);
            QTRY_COMPARE(bar->value(), 0);
        }
    }

    void enterInAFieldLeavesTheAnswersWhereTheyAre()
    {
        Desk desk("One?\n", QByteArray("A line.\n\n").repeated(80));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        auto *transcript = desk.find<Transcript>("runTranscriptLeft");
        desk.table()->setCurrentIndex({});
        desk.table()->setCurrentIndex(desk.table()->model()->index(0, 0));
        QTRY_VERIFY(transcript->verticalScrollBar()->maximum() > 0 && !transcript->isFollowing());
        QVERIFY(!transcript->findChild<QPushButton *>(QStringLiteral("latest"))->isVisible());
        desk.find("runConcurrency")->setFocus();
        desk.press("runConcurrency", Qt::Key_Return);
        QVERIFY(!transcript->isFollowing());
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
        QCOMPARE(desk.table()->model()->index(2, 4).data().toString(), QStringLiteral("Tie"));
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

    void aVoteThatWasGivenOnHalfAnAnswerCanBeTakenBack()
    {
        Desk desk("One?\n", QByteArray("word ").repeated(40));
        desk.service.server->addFault(QStringLiteral("generate:1=half-body"));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.run()->vote(0, 0, 1, RunVote::Choice::First); // as earlier versions let one
        desk.table()->setFocus();
        desk.press("runTable", Qt::Key_Backspace);
        QCOMPARE(desk.run()->index().tally(0, 1).all(), 0);
    }

    // What is cut off is not worse, and asked again it would be another answer than the one that was voted on.
    void thereIsNoVoteOnHalfAnAnswer()
    {
        Desk desk("One?\n", QByteArray("word ").repeated(40));
        desk.service.server->addFault(QStringLiteral("generate:1=half-body"));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        QCOMPARE(desk.count(State::Complete), 1);
        QVERIFY(!desk.find("voteLeft")->isEnabled());
        QCOMPARE(desk.find("voteTie")->toolTip(), QStringLiteral("Only whole answers are voted on."));
        desk.click("askAgain");
        QVERIFY(desk.finishes());
        QTRY_VERIFY(desk.find("voteLeft")->isEnabled());
        QVERIFY(desk.find("voteTie")->toolTip() != QStringLiteral("Only whole answers are voted on."));
    }

    void whileNamesAreHiddenNothingTellsWhoAnswered()
    {
        QByteArray prompts;
        for (int i = 0; i < 24; ++i)
            prompts += "Question " + QByteArray::number(i) + "\n";
        Desk desk(prompts, QByteArray("The same answer from both. ").repeated(8), 500);
        desk.service.server->addFault(QStringLiteral("generate:1@10=half-body"));
        desk.service.server->addFault(QStringLiteral("generate:1@20=status=500"));
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        QVERIFY(!told(desk, 0).isEmpty() && !told(desk, 23).isEmpty());
        desk.click("blind");
        QTRY_COMPARE(desk.text("laneName0"), QStringLiteral("All together"));
        for (int row = 0; row < 24; ++row)
            QCOMPARE(told(desk, row), QString());
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
        QCOMPARE(desk.table()->model()->index(0, 4).data().toString(), QStringLiteral("Given"));
        desk.click("blind");
        QVERIFY(desk.text("tally").contains(QStringLiteral("qwen3-32b-chat")));
        QTRY_COMPARE(desk.text("laneName0"), desk.ids[0]);
        const QString shown = desk.seenInTranscripts().join(u' ');
        QVERIFY2(shown.contains(QStringLiteral("tokens (")), qPrintable(shown));
        QVERIFY(desk.seenInTable().contains(QStringLiteral("Cut off")));
    }

    void whileNamesAreHiddenAGrowingAnswerTellsNothingEither()
    {
        Desk desk("One?\n", QByteArray("word ").repeated(400), 100);
        desk.beginAndStart();
        desk.click("blind");
        QTRY_VERIFY(desk.seenInTranscripts().join(u' ').count(QStringLiteral("word word")) > 4);
        QCOMPARE(desk.count(State::Asked), 2);
        QTRY_COMPARE(desk.text("laneName0"), QStringLiteral("All together"));
        QCOMPARE(told(desk, 0), QString());
        desk.click("startOrStop");
        QVERIFY(desk.finishes());
        QTRY_COMPARE(told(desk, 0), QString());
    }

    void whileNamesAreHiddenOneLineTellsHowFarTheyAll()
    {
        Desk desk("a\nb\nc\nd\ne\nf\n", "The same answer from both.");
        desk.ids[1] = QStringLiteral("absent");
        desk.beginAndStart();
        QVERIFY(desk.finishes());
        desk.click("blind");
        QTRY_VERIFY(desk.text("laneProgress0").startsWith(QStringLiteral("6 of 12 answered")));
        QVERIFY(!desk.find("laneProgress1")->isVisible());
        QVERIFY(desk.text("laneTrouble1").startsWith(QStringLiteral("Not asked any more")));
        QCOMPARE(told(desk, 0), QString());
        QCOMPARE(desk.table()->model()->index(0, 2).data().toString(), QStringLiteral("1 of 2"));
    }

private:
    /// What is on the screen with this prompt that tells who answered, or how the one did otherwise than the other.
    static QString told(const Desk &desk, int row)
    {
        desk.table()->setCurrentIndex(desk.table()->model()->index(row, 1));
        static const QRegularExpression names(QStringLiteral("qwen3-32b-|absent"));
        static const QRegularExpression figures(QStringLiteral("\\d tokens?|tok/s|\\bfirst \\d|¥|Request id|\\d s\\b"));
        static const QRegularExpression states(QStringLiteral("Answered|Waiting|Cut off|Stopped|Failed|Lost"));
        const QStringList seen = desk.seen();
        return (seen.filter(names) + seen.filter(figures) + desk.seenInTable().filter(states)).join(u'\n');
    }
};

QTEST_MAIN(TestUiRunWindow)
#include "tst_ui_runwindow.moc"
