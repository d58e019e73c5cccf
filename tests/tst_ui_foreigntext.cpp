// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorycredentials.h"
#include "app/compare/runfile.h"
#include "app/compare/runs.h"
#include "app/session/sessions.h"
#include "tests/support/rawserver.h"
#include "tests/support/shownwords.h"
#include "ui/chat/conversationswindow.h"
#include "ui/chat/transcript.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/runwindow.h"
#include "ui/fleet/fleetview.h"
#include "ui/journal/journalwindow.h"
#include "ui/language.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"

#include <QClipboard>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using Command = Commands::Id;

// A service whose every word is hostile, and a person whose account is named so: the words are shown, letter by letter.
class TestForeignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_keys = std::make_unique<MemoryCredentials>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keys.get());
        m_server =
            std::make_unique<Test::RawServer>([this](const Test::RawRequest &request) { return reply(request); });
        m_sessions = std::make_unique<Sessions>(m_accounts.get(), m_folder->filePath(QStringLiteral("journal")));
        m_sessions->keepConversationsIn(m_folder->filePath(QStringLiteral("conversations")));
        m_language.use(QStringLiteral("en"));
        m_hostile.clear();
    }

    void cleanup()
    {
        m_window.reset();
        m_sessions.reset();
        m_server.reset();
    }

    void hostileWordsAreShownLetterByLetter_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::newRow("picture") << QStringLiteral("<img src=x>");
        QTest::newRow("end of bold, heading") << QStringLiteral("</b><h1>x");
        QTest::newRow("whole page") << QStringLiteral("<html><body><a href='https://e.x'>a</a>");
        QTest::newRow("entity") << QStringLiteral("&amp;");
        QTest::newRow("mnemonic") << QStringLiteral("&File && F");
        QTest::newRow("places of arguments") << QStringLiteral("%1 %2 %n %L1 %%");
        QTest::newRow("place of the mark of a window") << QStringLiteral("a[*]b");
        QTest::newRow("line, tab and null") << QStringLiteral("a\nb\tc%1").arg(QChar(0));
        QTest::newRow("direction") << QStringLiteral("a\u202eb\u2066c\u2069");
        QTest::newRow("nothing to see") << QStringLiteral("a\u200bb\u00adc\u3164d");
        QTest::newRow("half a character") << QStringLiteral("a%1b").arg(QChar(0xD83D));
        QTest::newRow("blanks") << QStringLiteral("a  b");
    }

    void hostileWordsAreShownLetterByLetter()
    {
        QFETCH(QString, hostile);
        m_hostile = begin + hostile + end;
        openWindow();
        requireShown(QStringLiteral("main window"),
                     {"window title", "AccountButton", "cell", "cell's tip", "ValueField"});
        for (const Command command : {Command::Deploy, Command::Scale, Command::Limits, Command::Delete})
            openDialog(command);
        openDialog(Command::ManageAccounts);
        openDialog(Command::AddAccount);
        openAccountMenu();
        showChat();
        refuse();
        requireShown(QStringLiteral("errors"), {"messageText"});
        openJournal();
        openConversations();
        compare();
        openRun();
        for (const QWidget *window : QApplication::topLevelWidgets())
            if (window->isVisible() && window->isWindow())
                m_opened.insert(QLatin1String(window->metaObject()->className()));
        for (const char *window : {"MainWindow", "JournalWindow", "ConversationsWindow", "CompareWindow", "RunWindow"})
            QVERIFY2(m_opened.contains(QLatin1String("Slipway::") + QLatin1String(window)), window);
        requireNothingSpoilt(QStringLiteral("all windows"));
    }

    void whatIsCopiedIsPlainText()
    {
        m_hostile = begin + QStringLiteral("<b>x</b>") + end;
        openWindow();
        command(Command::CopyId)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_hostile);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->formats(), QStringList{QStringLiteral("text/plain")});
        command(Command::CopyRow)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(m_hostile));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->formats(), QStringList{QStringLiteral("text/plain")});
    }

private:
    static inline const QString begin = QStringLiteral("Qq7");
    static inline const QString end = QStringLiteral("7zZ");

    // ---- the service

    QJsonObject deployment(const QString &id) const
    {
        QJsonObject object{{QStringLiteral("deployed_model"), id},
                           {QStringLiteral("status"), QStringLiteral("RUNNING")},
                           {QStringLiteral("plan"), QStringLiteral("mu")},
                           {QStringLiteral("capacity"), 4},
                           {QStringLiteral("base_capacity"), 4},
                           {QStringLiteral("ready_capacity"), 4},
                           {QStringLiteral("rpm_limit"), 500},
                           {QStringLiteral("tpm_limit"), 1000},
                           {QStringLiteral("gmt_create"), QStringLiteral("2026-03-04T10:15:27")}};
        for (const char *field : {"name", "model_name", "base_model", "creator", "modifier", "workspace_id",
                                  "charge_type", "model_unit_spec", "fail_reason"})
            object.insert(QLatin1String(field), m_hostile);
        object.insert(m_hostile, m_hostile);
        return object;
    }

    QJsonArray fleet() const
    {
        QJsonObject failed = deployment(m_hostile + u'2');
        failed.insert(QStringLiteral("status"), QStringLiteral("FAILED"));
        QJsonObject unknown = deployment(m_hostile + u'3');
        unknown.insert(QStringLiteral("status"), m_hostile);
        unknown.insert(QStringLiteral("plan"), m_hostile);
        return {deployment(m_hostile), failed, unknown, deployment(m_hostile + u'4')};
    }

    QJsonArray catalog() const
    {
        const QJsonObject role{{QStringLiteral("model_unit_spec"), m_hostile},
                               {QStringLiteral("capacity_unit_per_instance"), 4}};
        const QJsonObject entry{{QStringLiteral("template_id"), m_hostile},
                                {QStringLiteral("template_name"), m_hostile},
                                {QStringLiteral("template_desc"), m_hostile},
                                {QStringLiteral("roles"), QJsonObject{{m_hostile, role}}}};
        const QJsonObject plan{{QStringLiteral("plan"), QStringLiteral("mu")},
                               {QStringLiteral("templates"), QJsonArray{entry}}};
        return {
            QJsonObject{{QStringLiteral("model_name"), m_hostile},
                        {QStringLiteral("base_model"), m_hostile},
                        {QStringLiteral("plans"), QJsonArray{plan, QJsonObject{{QStringLiteral("plan"), m_hostile}}}}}};
    }

    Test::RawAnswer reply(const Test::RawRequest &request) const
    {
        if (request.verb != "GET")
            return Test::httpAnswer(400, json({{QStringLiteral("code"), m_hostile},
                                               {QStringLiteral("message"), m_hostile},
                                               {QStringLiteral("request_id"), m_hostile}}));
        const bool models = request.path().endsWith("/models");
        const QJsonArray items = models ? catalog() : fleet();
        const QJsonObject output{{models ? QStringLiteral("models") : QStringLiteral("deployments"), items},
                                 {QStringLiteral("total"), items.size()}};
        return Test::httpAnswer(200, json({{QStringLiteral("output"), output}}));
    }

    /// A half of a character has to be written as an escape.
    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

    // ---- the person

    void openWindow()
    {
        Account account;
        account.name = m_hostile;
        account.workspace = QStringLiteral("llm-x");
        account.root = m_server->root();
        m_accounts->setCurrentId(m_accounts->save(account, "sk-test", this, [](const KeychainOutcome &) {}));
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->setRunsFolder(m_folder->filePath(QStringLiteral("runs")));
        m_window->show();
        m_sessions->openCurrent();
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("fleetTable"));
        QTRY_COMPARE(table->model()->rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            requireNothingSpoilt(QStringLiteral("row"));
            if (m_window->findChild<FleetView *>()->currentId() == m_hostile)
                break;
        }
        QTRY_COMPARE(m_window->findChild<FleetView *>()->selectedIds().size(), 1);
    }

    QAction *command(Command id) const
    {
        const QString name = QStringLiteral("command%1").arg(int(id));
        for (QAction *action : m_window->actions()) {
            if (action->objectName() == name)
                return action;
        }
        return nullptr;
    }

    void openDialog(Command id)
    {
        QVERIFY(command(id)->isEnabled());
        command(id)->trigger();
        QTRY_VERIFY(dialog());
        const QString name = dialog()->objectName();
        if (id == Command::Deploy)
            fillDeployForm();
        requireNothingSpoilt(name);
        dialog()->close();
        QTRY_VERIFY(!dialog());
    }

    /// The only model of the catalog, so that plans and templates are listed.
    void fillDeployForm()
    {
        auto *list = m_window->findChild<QAbstractItemView *>(QStringLiteral("modelList"));
        QTRY_VERIFY(list->model()->rowCount() > 0);
        const QModelIndex model = list->model()->index(list->model()->rowCount() - 1, 0);
        list->scrollTo(model);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(model).center());
        QTRY_VERIFY(isShown("item"));
        requireShown(QStringLiteral("deploy"), {"modelList cell", "modelList cell's tip"});
    }

    void openAccountMenu()
    {
        auto *menu = m_window->findChild<QMenu *>(QStringLiteral("accountMenu"));
        menu->popup(m_window->mapToGlobal(QPoint(10, 10)));
        requireShown(QStringLiteral("account menu"), {"accountMenu action"});
        menu->close();
    }

    QDialog *dialog() const
    {
        for (QDialog *each : m_window->findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    void showChat()
    {
        m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->setCurrentIndex(1);
        requireNothingSpoilt(QStringLiteral("chat"));
        Conversation *conversation = m_sessions->current()->conversations()->of(m_hostile);
        QVERIFY(conversation->send(m_hostile));
        QTRY_COMPARE(conversation->turns().constLast().state, Turn::State::Failed);
        auto *transcript = m_window->findChild<Transcript *>();
        QTRY_COMPARE(transcript->count(), 2);
        transcript->selectAll();
        QTRY_VERIFY(transcript->selectedText().contains(Look::visible(m_hostile)));
        m_window->findChild<QTabWidget *>(QStringLiteral("detail"))->setCurrentIndex(2);
    }

    /// A change that the service refuses in words of its own.
    void refuse()
    {
        DeploymentStore *store = m_sessions->current()->store();
        const quint64 id = store->scale(m_hostile, {.capacity = 8});
        QTRY_VERIFY(m_sessions->current()->journal()->find(id)->state == Mutation::State::Refused);
        QTRY_VERIFY(m_window->messageBar()->has(MessageBar::Topic::Mutation));
        requireNothingSpoilt(QStringLiteral("refusal"));
    }

    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    void openJournal()
    {
        command(Command::Journal)->trigger();
        auto *window = m_window->findChild<JournalWindow *>();
        QTRY_VERIFY(window->isVisible());
        auto *table = window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY(isShown("journalDetail") || isShown("ValueField"));
        requireShown(QStringLiteral("journal"), {"JournalWindow journalWindow window title", "cell"});
    }

    void openConversations()
    {
        command(Command::Conversations)->trigger();
        auto *window = m_window->findChild<ConversationsWindow *>();
        QTRY_VERIFY(window->isVisible());
        auto *table = find<QTableView>("conversationsTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        auto *transcript = window->findChild<Transcript *>();
        QTRY_COMPARE(transcript->count(), 2);
        requireShown(QStringLiteral("conversations"), {"ConversationsWindow conversationsWindow window title", "cell"});
    }

    void compare()
    {
        select(m_hostile + u'4');
        auto *table = find<QTableView>("fleetTable");
        const QModelIndex other = table->currentIndex();
        select(m_hostile);
        table->selectionModel()->select(other, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(command(Command::Compare)->isEnabled());
        command(Command::Compare)->trigger();
        auto *window = m_window->findChild<CompareWindow *>();
        QTRY_VERIFY(window->isVisible());
        auto *prompt = find<QPlainTextEdit>("comparePrompt");
        prompt->setPlainText(m_hostile);
        QTest::mouseClick(find("compareSendOrStop"), Qt::LeftButton);
        const auto columns = window->findChildren<Transcript *>(QStringLiteral("comparedTranscript"));
        QCOMPARE(columns.size(), 2);
        for (const Transcript *column : columns)
            QTRY_COMPARE(column->count(), 2);
        requireShown(QStringLiteral("compare"), {"CompareWindow compareWindow window title", "comparedName",
                                                 "comparedTranscript accessible name"});
    }

    void select(const QString &id)
    {
        auto *table = find<QTableView>("fleetTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            if (m_window->findChild<FleetView *>()->currentId() == id)
                return;
        }
        QFAIL("no such row");
    }

    /// One that was asked long ago, of deployments and from a file that are named so, answered and refused so.
    void openRun()
    {
        writeRun();
        command(Command::Runs)->trigger();
        auto *window = m_window->findChild<RunWindow *>();
        QTRY_VERIFY(window->isVisible());
        auto *known = find<QListWidget>("knownRuns");
        QTRY_COMPARE(known->count(), 1);
        requireShown(QStringLiteral("earlier runs"), {"RunWindow runWindow window title", "knownRuns cell"});
        known->setCurrentRow(0);
        QTest::mouseClick(find("openRun"), Qt::LeftButton);
        QTRY_VERIFY(window->run());
        auto *table = find<QTableView>("runTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY(isShown("askedPrompt"));
        requireShown(QStringLiteral("run"), {"runTitle", "runTable cell", "laneName0", "laneBar0 accessible name"});
    }

    void writeRun() const
    {
        RunHeader header;
        header.account = m_sessions->current()->account().id;
        header.source = m_hostile;
        header.created = QDateTime::currentDateTimeUtc();
        for (const QString &id : {m_hostile, QString(m_hostile + u'2')})
            header.models.append({id, m_hostile, false, Billing::ByTheHour, {}});
        header.prompts = 1;
        const QString path =
            newRunPath(runFolderOf(m_folder->filePath(QStringLiteral("runs")), header.account), header.created);
        QCOMPARE(createRunFile(path, header, {{1, {{Role::User, m_hostile}}}}), QString());
        Turn turn;
        turn.role = Role::Assistant;
        turn.content = m_hostile;
        turn.finishReason = m_hostile;
        Turn failed = turn;
        failed.state = Turn::State::Failed;
        failed.error = Error{.kind = Error::Kind::Refused, .code = m_hostile, .message = m_hostile};
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(lineOf(RunAnswer{0, 0, turn}) + '\n' + lineOf(RunAnswer{0, 1, failed}) + '\n');
    }

    // ---- the eye

    /// As the request's body writes it.
    static QString inJson(const QString &text)
    {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(list.mid(2, list.size() - 4));
    }

    QStringList rightForms() const
    {
        QStringList forms;
        const QString stored = QString::fromUtf8(m_hostile.toUtf8()); // no half of a character survives that
        for (const QString &text : {m_hostile, stored})
            forms << Look::visible(text) << Look::visibleId(text) << Look::visible(inJson(text));
        return forms;
    }

    /// What stands between the first mark and the next end of one, on each occasion.
    static QStringList occasions(const QString &text)
    {
        QStringList found;
        for (qsizetype from = text.indexOf(begin); from >= 0; from = text.indexOf(begin, from + 1)) {
            const qsizetype to = text.indexOf(end, from);
            if (to >= 0)
                found.append(text.mid(from, to + end.size() - from));
        }
        return found;
    }

    /// Elided: what is left stands at both ends of it.
    static bool isPartOf(const QString &right, const QString &occasion)
    {
        const qsizetype gap = occasion.indexOf(u'…');
        return gap >= 0 && right.startsWith(occasion.left(gap)) && right.endsWith(occasion.mid(gap + 1));
    }

    /// What a person types is as it was typed, and a reply as the model wrote it, joined emojis and all.
    static bool isRight(const QStringList &right, const Test::ShownWords &words, const QString &occasion)
    {
        if (words.place.contains(QLatin1String("Transcript")) && words.place.endsWith(QLatin1String("description")))
            return true;
        const auto fits = [&](const QString &form) { return form == occasion || isPartOf(form, occasion); };
        return words.place.startsWith(QLatin1String("QLineEdit")) || std::any_of(right.begin(), right.end(), fits);
    }

    void requireNothingSpoilt(const QString &where)
    {
        const QStringList right = rightForms();
        for (const Test::ShownWords &words : Test::ShownWordsReader::everything()) {
            for (const QString &occasion : occasions(words.text)) {
                if (isRight(right, words, occasion))
                    continue;
                QFAIL(qPrintable(QStringLiteral("%1: %2 shows “%3”").arg(where, words.place, occasion)));
            }
        }
    }

    bool isShown(const char *place) const
    {
        const QStringList right = rightForms();
        for (const Test::ShownWords &words : Test::ShownWordsReader::everything()) {
            if (!words.place.contains(QLatin1String(place)))
                continue;
            for (const QString &form : right) {
                if (words.text.contains(form))
                    return true;
            }
        }
        return false;
    }

    void requireShown(const QString &where, std::initializer_list<const char *> places)
    {
        requireNothingSpoilt(where);
        for (const char *place : places) {
            if (!isShown(place))
                QFAIL(qPrintable(QStringLiteral("%1: not shown in %2").arg(where, QLatin1String(place))));
        }
    }

    QString m_hostile;
    QSet<QString> m_opened;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MemoryCredentials> m_keys;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Test::RawServer> m_server;
    std::unique_ptr<Sessions> m_sessions;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestForeignText)
#include "tst_ui_foreigntext.moc"
