// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/json.h"
#include "ui/fleet/fleetproxy.h"
#include "ui/fleet/notelabel.h"
#include "ui/fleet/placeholder.h"
#include "ui/journal/exportdialog.h"
#include "ui/journal/journalrows.h"
#include "ui/journal/journaltable.h"
#include "ui/journal/journalwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal = std::make_unique<Journal>();
        m_window = std::make_unique<JournalWindow>();
        m_window->setJournal(m_journal.get(), account(QStringLiteral("team-prod")));
        m_tester = std::make_unique<QAbstractItemModelTester>(table()->model());
        m_window->showAll();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_tester.reset();
        m_window.reset();
        m_journal.reset();
    }

    // ---- rows

    void theNewestComesFirst()
    {
        begin(scaling(QStringLiteral("a")));
        begin(deletion(QStringLiteral("b")));
        QCOMPARE(column(JournalRows::What), QStringList({QStringLiteral("Delete"), QStringLiteral("Scale")}));
        QCOMPARE(column(JournalRows::Deployment), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    }

    void aRowTellsWhatWasAskedAndWhatCameOfIt()
    {
        const quint64 id = begin(creation());
        m_journal->accept(id, QStringLiteral("qwen-plus-1"), QStringLiteral("r-1"), 200);
        QCOMPARE(cell(JournalRows::What), QStringLiteral("Deploy"));
        QCOMPARE(cell(JournalRows::Deployment), QStringLiteral("qwen-plus-1"));
        QCOMPARE(cell(JournalRows::Model), QStringLiteral("qwen-plus"));
        QVERIFY2(cell(JournalRows::Asked).endsWith(QStringLiteral("capacity 4")), qPrintable(cell(JournalRows::Asked)));
        QCOMPARE(cell(JournalRows::Outcome), QStringLiteral("Accepted"));
        QCOMPARE(cell(JournalRows::HttpStatus), QStringLiteral("200"));
        QCOMPARE(cell(JournalRows::RequestId), QStringLiteral("r-1"));
    }

    void eachOutcomeHasAShapeOfItsOwn()
    {
        QSet<int> shapes;
        for (const auto state : {Mutation::State::Sending, Mutation::State::Accepted, Mutation::State::Refused,
                                 Mutation::State::NotSent, Mutation::State::Unknown}) {
            Mutation mutation = scaling(QStringLiteral("a"));
            mutation.state = state;
            begin(mutation);
            shapes << table()->model()->index(0, JournalRows::Outcome).data(FleetProxy::GlyphRole).toInt();
        }
        QCOMPARE(shapes.size(), 5);
    }

    void anAnswerChangesItsRowInPlace()
    {
        const quint64 id = begin(scaling(QStringLiteral("a")));
        begin(scaling(QStringLiteral("b")));
        choose(1);
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(table()->model(), &QAbstractItemModel::rowsRemoved);
        m_journal->fail(id, refusal());
        QCOMPARE(column(JournalRows::Outcome), QStringList({QStringLiteral("Sending…"), QStringLiteral("Refused")}));
        QCOMPARE(table()->currentIndex().row(), 1);
        QCOMPARE(reset.size() + removed.size(), 0);
        QVERIFY(text("historyAnswer").contains(QStringLiteral("no <b>way</b>")));
    }

    void whatArrivesAtTheTopMovesNothingFurtherDown()
    {
        for (int i = 0; i < 200; ++i)
            begin(scaling(QStringLiteral("a%1").arg(i)));
        choose(150);
        table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtCenter);
        const QString seen = table()->currentIndex().siblingAtColumn(JournalRows::Deployment).data().toString();
        const int place = table()->visualRect(table()->currentIndex()).top();
        begin(scaling(QStringLiteral("new")));
        QTRY_COMPARE(table()->visualRect(table()->currentIndex()).top(), place);
        QCOMPARE(table()->currentIndex().siblingAtColumn(JournalRows::Deployment).data().toString(), seen);
    }

    void atTheTopTheNewestComesIntoSight()
    {
        for (int i = 0; i < 200; ++i)
            begin(scaling(QStringLiteral("a%1").arg(i)));
        begin(scaling(QStringLiteral("new")));
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
        QCOMPARE(table()->indexAt({5, 5}).siblingAtColumn(JournalRows::Deployment).data().toString(),
                 QStringLiteral("new"));
    }

    // ---- filters

    void theSearchGoesOverEverything_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("deployed model") << QStringLiteral("QWEN-plus-1");
        QTest::newRow("request id") << QStringLiteral("r-9");
        QTest::newRow("the word for it") << QStringLiteral("refused");
        QTest::newRow("the service's message") << QStringLiteral("<b>way");
        QTest::newRow("what was sent") << QStringLiteral("\"capacity\":8");
        QTest::newRow("HTTP status") << QStringLiteral("400");
        QTest::newRow("two words apart") << QStringLiteral("way scale");
    }

    void theSearchGoesOverEverything()
    {
        QFETCH(const QString, typed);
        m_journal->fail(begin(scaling(QStringLiteral("qwen-plus-1"))), refusal());
        begin(deletion(QStringLiteral("other")));
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search()->hasFocus());
        QTest::keyClicks(search(), typed);
        QCOMPARE(column(JournalRows::Deployment), QStringList{QStringLiteral("qwen-plus-1")});
        QCOMPARE(text("journalCount"), QStringLiteral("1 of 2 entries"));
    }

    void anEntryThatComesToMatchAppears()
    {
        const quint64 id = begin(scaling(QStringLiteral("a")));
        QTest::keyClicks(search(), QStringLiteral("r-9"));
        QCOMPARE(table()->model()->rowCount(), 0);
        m_journal->fail(id, refusal());
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!placeholder()->isVisible());
    }

    void kindDeploymentAndOutcomeAreChosenByKeys()
    {
        m_journal->fail(begin(scaling(QStringLiteral("a"))), refusal());
        begin(deletion(QStringLiteral("a")));
        begin(scaling(QStringLiteral("b")));
        pick("journalVerb", 2);
        QCOMPARE(column(JournalRows::Deployment), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
        pick("journalState", 3);
        QCOMPARE(column(JournalRows::Deployment), QStringList({QStringLiteral("a")}));
        pick("journalVerb", 0);
        pick("journalState", 0);
        pick("journalDeployment", 2); // all, then the newest first
        QCOMPARE(column(JournalRows::What), QStringList({QStringLiteral("Delete"), QStringLiteral("Scale")}));
    }

    void aNewDeploymentJoinsTheChoiceWithoutChangingIt()
    {
        begin(scaling(QStringLiteral("a")));
        pick("journalDeployment", 1);
        m_journal->accept(begin(creation()), QStringLiteral("qwen-plus-1"), QStringLiteral("r"), 200);
        auto *choice = m_window->findChild<QComboBox *>(QStringLiteral("journalDeployment"));
        QCOMPARE(choice->currentData().toString(), QStringLiteral("a"));
        QVERIFY(choice->findData(QStringLiteral("qwen-plus-1")) > 0);
        QCOMPARE(column(JournalRows::Deployment), QStringList{QStringLiteral("a")});
    }

    void oneDeploymentCanBeAskedForThoughNothingWasAskedOfIt()
    {
        begin(scaling(QStringLiteral("a")));
        m_window->showDeployment(QStringLiteral("untouched"));
        QCOMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(text("placeholderHeadline"), QStringLiteral("No entry matches"));
        QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("placeholderAction")), Qt::LeftButton);
        QCOMPARE(table()->model()->rowCount(), 1);
    }

    void whatWasChosenIsChosenAgainOnceItIsShown()
    {
        begin(scaling(QStringLiteral("a")));
        begin(scaling(QStringLiteral("b")));
        choose(1);
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search(), QStringLiteral("b"));
        QCOMPARE(table()->currentIndex().row(), 0);
        QTest::keyClick(search(), Qt::Key_Escape);
        QCOMPARE(table()->currentIndex().row(), 1);
        QVERIFY(m_window->isVisible());
        QTest::keyClick(search(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void anEmptyJournalSaysWhatItIsFor()
    {
        QVERIFY(placeholder()->isVisible());
        QCOMPARE(text("placeholderHeadline"), QStringLiteral("Nothing was asked yet"));
        QVERIFY(!m_window->findChild<QPushButton *>(QStringLiteral("exportButton"))->isEnabled());
        begin(scaling(QStringLiteral("a")));
        QVERIFY(!placeholder()->isVisible());
    }

    // ---- detail

    void theDetailHasTheRequestAsItWasSent()
    {
        begin(creation());
        QTest::keyClick(table(), Qt::Key_Return);
        auto *request = m_window->findChild<QPlainTextEdit *>(QStringLiteral("requestText"));
        QVERIFY(request->hasFocus());
        QCOMPARE(Json::parse(request->toPlainText().toUtf8()).value()["capacity"].integer(), std::optional<qint64>(4));
        QVERIFY(request->toPlainText().contains(u'\n'));
    }

    void theCallIsCopiedWithoutAKey()
    {
        begin(creation());
        click("copyCurlButton");
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY(curl.startsWith(QStringLiteral("curl --globoff -X POST 'https://example.com/api/v1/deployments'")));
        QVERIFY(curl.contains(QStringLiteral("$DASHSCOPE_API_KEY")));
        QVERIFY(curl.contains(QStringLiteral("X-DashScope-WorkSpace: ws-1")));
        QVERIFY(note()->text().contains(QStringLiteral("DASHSCOPE_API_KEY")));
        click("copyPythonButton");
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("import http.client")));
        click("copyAllButton");
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Deploy · Sending…\n")));
    }

    void deployAgainIsOfferedForADeployAlone()
    {
        QSignalSpy asked(m_window.get(), &JournalWindow::deployAgainRequested);
        begin(creation());
        click("deployAgainButton");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<CreateRequest>(), std::get<CreateRequest>(creation().asked));
        begin(scaling(QStringLiteral("a")));
        choose(0);
        QVERIFY(!m_window->findChild<QToolButton *>(QStringLiteral("deployAgainButton"))->isEnabled());
    }

    void textFromOutsideIsNeverMarkup()
    {
        const QString evil = QStringLiteral("</b><h1>a\u202eb");
        Mutation mutation = scaling(evil);
        mutation.modelName = evil;
        m_journal->fail(begin(mutation), refusal());
        QCOMPARE(cell(JournalRows::Deployment), QStringLiteral("</b><h1>a⟨U+202E⟩b"));
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() != Qt::AutoText || label->text().isEmpty(), qPrintable(label->text()));
        const QString tip = table()->model()->index(0, JournalRows::Deployment).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<h1>")), qPrintable(tip));
    }

    // ---- export

    void whatIsShownIsExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("CSV") << QStringLiteral("a.csv") << QByteArray("\xef\xbb\xbftime,");
        QTest::newRow("JSON") << QStringLiteral("a.json") << QByteArray("[\n");
        QTest::newRow("no ending") << QStringLiteral("b") << QByteArray("\xef\xbb\xbftime,");
    }

    void whatIsShownIsExported()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, beginning);
        begin(scaling(QStringLiteral("kept")));
        begin(scaling(QStringLiteral("hidden")));
        QTest::keyClicks(search(), QStringLiteral("kept"));
        const QTemporaryDir folder;
        exportTo(folder.filePath(name));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(folder.filePath(files.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith(beginning));
        QVERIFY(bytes.contains("kept"));
        QVERIFY(!bytes.contains("hidden"));
        QVERIFY2(note()->text().startsWith(QStringLiteral("1 entries written")), qPrintable(note()->text()));
    }

    void aFileThatCannotBeWrittenIsToldAndLeftAsItWas()
    {
        begin(scaling(QStringLiteral("a")));
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("taken.csv")));
        auto *dialog = new ExportDialog({}, m_window.get());
        QSignalSpy failed(dialog, &ExportDialog::failed);
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("taken.csv")));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed.first().at(1).toString().isEmpty());
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("taken.csv"))).isDir());
    }

    // ---- accounts

    void anotherAccountsJournalTakesItsPlace()
    {
        begin(scaling(QStringLiteral("a")));
        Journal other;
        m_window->setJournal(&other, account(QStringLiteral("other")));
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("other")));
        begin(scaling(QStringLiteral("b")));
        QCOMPARE(table()->model()->rowCount(), 0);
        m_window->setJournal(nullptr, {});
        QCOMPARE(text("placeholderHeadline"), QStringLiteral("No account is open"));
    }

    void itOutlivesItsJournal()
    {
        begin(scaling(QStringLiteral("a")));
        m_journal.reset();
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(placeholder()->isVisible());
        m_journal = std::make_unique<Journal>();
    }

private:
    static Account account(const QString &name)
    {
        return {QStringLiteral("id"), name, Account::Origin::Saved, QUrl(QStringLiteral("https://example.com/api/v1")),
                QStringLiteral("ws-1")};
    }

    quint64 begin(const Mutation &mutation) { return m_journal->begin(mutation); }

    static Mutation scaling(const QString &id)
    {
        const ScaleRequest asked{.capacity = 8};
        return {.verb = Mutation::Verb::Scale, .deployedModel = id, .asked = asked, .body = bodyOf(asked)};
    }

    static Mutation deletion(const QString &id) { return {.verb = Mutation::Verb::Delete, .deployedModel = id}; }

    static Mutation creation()
    {
        const CreateRequest asked{
            .modelName = QStringLiteral("qwen-plus"), .plan = QStringLiteral("mu"), .capacity = 4};
        return {.verb = Mutation::Verb::Create, .modelName = asked.modelName, .asked = asked, .body = bodyOf(asked)};
    }

    static Error refusal()
    {
        return {.kind = Error::Kind::Refused,
                .httpStatus = 400,
                .code = QStringLiteral("InvalidParameter"),
                .message = QStringLiteral("no <b>way</b>"),
                .requestId = QStringLiteral("r-9"),
                .sent = true};
    }

    JournalTable *table() const { return m_window->findChild<JournalTable *>(); }
    QLineEdit *search() const { return m_window->findChild<QLineEdit *>(QStringLiteral("journalSearch")); }
    Placeholder *placeholder() const { return m_window->findChild<Placeholder *>(); }
    NoteLabel *note() const { return m_window->findChild<NoteLabel *>(QStringLiteral("journalNote")); }
    QString text(const char *label) const { return m_window->findChild<QLabel *>(QLatin1String(label))->text(); }
    QString cell(int column) const { return table()->model()->index(0, column).data().toString(); }
    void choose(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }

    void click(const char *button) const
    {
        QTest::mouseClick(m_window->findChild<QToolButton *>(QLatin1String(button)), Qt::LeftButton);
    }

    QStringList column(int number) const
    {
        QStringList cells;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            cells << table()->model()->index(row, number).data().toString();
        return cells;
    }

    void pick(const char *name, int item) const
    {
        auto *choice = m_window->findChild<QComboBox *>(QLatin1String(name));
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        for (int i = 0; i < item; ++i)
            QTest::keyClick(choice, Qt::Key_Down);
    }

    void exportTo(const QString &path) const
    {
        QTest::keyClick(table(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!dialog->isVisible());
    }

    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalWindow> m_window;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestJournal)
#include "tst_ui_journal.moc"
