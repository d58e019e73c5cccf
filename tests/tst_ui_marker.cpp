// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program with a marker for a key, through every kind of trouble and at the most talkative level, and then a
// look at every place where the marker must not be. With a real keychain, see tests/support/with-keyring.
#include "app/chat/conversationexport.h"
#include "app/compare/run.h"
#include "app/compare/runexport.h"
#include "app/compare/runs.h"
#include "app/fleet/hindrance.h"
#include "app/fleet/journalexport.h"
#include "app/process/privacy.h"
#include "app/process/quietlog.h"
#include "app/simulator/server.h"
#include "tests/support/faultcases.h"
#include "tests/support/marker.h"
#include "tests/support/rawserver.h"
#include "tests/support/tlsserver.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/keyedit.h"
#include "ui/fleet/fleetview.h"
#include "ui/fleet/mutationdialog.h"
#include "ui/journal/journalwindow.h"
#include "ui/messagebar.h"
#include "ui/program.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMetaProperty>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Slipway;
using namespace std::chrono_literals;
using Test::Marker;
using Test::RawServer;

namespace {

/// What of an accessible tree is read out, without the fields in which a key is entered.
QStringList spoken(QAccessibleInterface *one, int depth = 0)
{
    QStringList words;
    if (!one || !one->isValid() || depth > 12 || qobject_cast<KeyEdit *>(one->object()))
        return words;
    for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        words += one->text(text);
    for (int i = 0; i < one->childCount() && i < 400; ++i)
        words += spoken(one->child(i), depth + 1);
    return words;
}

/// Every property of every widget and action that is a text: titles, labels, tooltips, names, contents.
QStringList shown()
{
    QStringList words;
    const auto read = [&words](const QObject *object) {
        for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
            const QMetaProperty property = object->metaObject()->property(i);
            if (property.metaType() == QMetaType::fromType<QString>())
                words += property.read(object).toString();
        }
    };
    for (const QWidget *widget : QApplication::allWidgets()) {
        if (!qobject_cast<const KeyEdit *>(widget))
            read(widget);
        for (const QAction *action : widget->actions())
            read(action);
    }
    for (QWidget *window : QApplication::topLevelWidgets())
        words += spoken(QAccessible::queryAccessibleInterface(window));
    return words;
}

QString errorLog()
{
    return QDir::homePath() + QStringLiteral("/stderr.log");
}

} // namespace

class TestMarker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installQuietLog(); // after QTest's own
        Simulator::Options options;
        options.apiKey = m_marker.key();
        options.tokensPerSecond = 0;
        m_service = std::make_unique<Simulator::Server>(options);
        QVERIFY(m_service->listen());
        m_program = std::make_unique<Program>(StartOptions{.language = QStringLiteral("en"),
                                                           .environmentKey = takeFromEnvironment("DASHSCOPE_API_KEY"),
                                                           .environmentUrl = m_service->url().toString()});
        QVERIFY(m_program->start());
        m_program->accounts().setCurrentId(QStringLiteral("environment"));
        QTRY_VERIFY(isLive());
        QVERIFY(store()->rows().size() >= 4);
        Patience patience = m_program->sessions().current()->client()->patience();
        patience.read = patience.change = patience.create = 500ms; // or silence would take its minutes
        patience.silence = patience.wholeReply = 500ms;
        patience.retry = {.shortestPause = 1ms, .longestPause = 1ms};
        m_program->sessions().current()->client()->setPatience(patience);
    }

    void cleanup()
    {
        m_service->clearFaults();
        QVERIFY(isNowhereInSight());
    }

    // Or all that follows proves nothing.
    void theLookFindsWhatIsThere()
    {
        for (const QByteArray &form : {m_marker.key(), ("xy" + m_marker.key() + "z").toBase64(), m_marker.key().toHex(),
                                       QUrl::toPercentEncoding(key())}) {
            QLabel label(QString::fromLatin1(form), &m_program->window());
            QVERIFY(!isNowhereInSight());
            label.setText({});
            label.setAccessibleDescription(QString::fromLatin1(form));
            QVERIFY(!isNowhereInSight());
        }
        QFile file(QDir::homePath() + QStringLiteral("/config/leak"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("x") + QStringEncoder(QStringConverter::Utf16LE)(key()));
        file.close();
        QCOMPARE(m_marker.filesBelow(QDir::homePath(), QStringLiteral("/keyrings/")), QStringList(file.fileName()));
        QVERIFY(file.remove());
        QVERIFY(isNowhereInSight());
    }

    void aPollThatFails_data() { faults(); }

    void aPollThatFails()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, harms);
        const auto good = store()->lastGood();
        QVERIFY2(addFault("list", fault), qPrintable(fault));
        QTRY_VERIFY_WITH_TIMEOUT(!store()->isPolling(), 20000);
        store()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!store()->isPolling() && (store()->lastError() || !harms), 30000);
        QVERIFY(store()->lastError() || store()->lastGood() >= good);
        QVERIFY(isNowhereInSight());
    }

    void aMutationThatFails_data() { faults(); }

    void aMutationThatFails()
    {
        QFETCH(const QString, fault);
        for (const char *route : {"create", "scale", "update", "delete"})
            addFault(route, fault);
        const QString id = store()->rows().constFirst().deployedModel;
        const quint64 first = store()->create({.modelName = QStringLiteral("qwen-plus-2025-12-01")});
        store()->scale(id, {.capacity = 8});
        store()->updateLimits(id, {.rpmLimit = 10});
        const quint64 last = store()->remove(id);
        const Journal *journal = store()->journal();
        for (quint64 entry = first; entry <= last; ++entry)
            QTRY_VERIFY_WITH_TIMEOUT(journal->find(entry)->state != Mutation::State::Sending, 20000);
        QVERIFY(!m_marker.isIn(JournalExport::csv(journal->entries())));
        QVERIFY(!m_marker.isIn(JournalExport::json(journal->entries())));
        for (const Mutation &entry : journal->entries()) {
            QVERIFY(!m_marker.isIn(entry.body));
            QVERIFY(!entry.error || !m_marker.isIn(entry.error->message + entry.error->detail + entry.error->code));
        }
    }

    void aReplyThatFails_data() { faults(); }

    void aReplyThatFails()
    {
        QFETCH(const QString, fault);
        addFault("generate", fault);
        Conversation *conversation =
            m_program->sessions().current()->conversations()->of(store()->rows().constFirst().deployedModel);
        QVERIFY(conversation->send(QStringLiteral("hello")));
        QTRY_VERIFY_WITH_TIMEOUT(!conversation->isBusy(), 20000);
    }

    void anAccountIsAddedWithAWrongAndARightKey()
    {
        QPointer<AccountDialog> dialog = openAccountDialog();
        QVERIFY(dialog);
        fill(dialog, m_service->url().toString(), m_marker.key());
        m_service->addFault(QStringLiteral("any=status=401,InvalidApiKey,Bearer %1 is wrong").arg(key()));
        click(dialog, "saveButton");
        const auto *notice = dialog->findChild<QWidget *>(QStringLiteral("accountNotice"));
        QVERIFY(notice);
        QTRY_VERIFY(dialog->findChild<QAbstractButton *>(QStringLiteral("saveButton"))->isEnabled());
        QVERIFY(isNowhereInSight());

        click(dialog, "revealButton");
        auto *edit = dialog->findChild<KeyEdit *>();
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(isNowhereInSight());

        m_service->clearFaults();
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20000);
        const Accounts &accounts = m_program->accounts();
        QVERIFY(accounts.currentId() != QLatin1String("environment"));
        QVERIFY(!accounts.keptInMemory(accounts.currentId())); // so it is in the keychain
    }

    void aKeyInAFieldThatIsRememberedIsRefused()
    {
        QPointer<AccountDialog> dialog = openAccountDialog();
        QVERIFY(dialog);
        fill(dialog, QStringLiteral("https://example.test/") + key(), m_marker.key());
        click(dialog, "saveButton");
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        auto *url = dialog->findChild<QLineEdit *>(QStringLiteral("baseUrlEdit"));
        url->clear(); // it is on the screen because the person typed it there
        dialog->close();
    }

    void accountsAreSwitchedListedAndRemoved()
    {
        Accounts &accounts = m_program->accounts();
        const QString saved = accounts.currentId();
        for (const QString &id : {QStringLiteral("simulator"), QStringLiteral("environment"), saved}) {
            accounts.setCurrentId(id);
            QTRY_VERIFY(isLive());
            QVERIFY(isNowhereInSight());
        }
        commands()->action(Commands::Id::ManageAccounts)->trigger();
        QPointer<AccountsDialog> dialog;
        QTRY_VERIFY(dialog = m_program->window().findChild<AccountsDialog *>());
        QVERIFY(isNowhereInSight());
        dialog->close();
        bool removed = false;
        accounts.remove(saved, this, [&removed](const KeychainOutcome &) { removed = true; });
        QTRY_VERIFY(removed);
        accounts.setCurrentId(QStringLiteral("environment"));
        QTRY_VERIFY(store());
    }

    void everyTabAndEveryCopyIsClean()
    {
        int copies = 0;
        for (const auto tab : {Commands::Id::ShowOverview, Commands::Id::ShowChat, Commands::Id::ShowHistory}) {
            commands()->action(tab)->trigger();
            for (auto *button : m_program->window().findChildren<QAbstractButton *>()) {
                const QString what = button->objectName() + button->text() + button->toolTip();
                if (!button->isVisible() || !what.contains(QStringLiteral("copy"), Qt::CaseInsensitive))
                    continue;
                button->click();
                ++copies;
                QVERIFY(!m_marker.isIn(QGuiApplication::clipboard()->text()));
            }
        }
        for (const auto copy : {Commands::Id::CopyId, Commands::Id::CopyRow}) {
            commands()->action(copy)->trigger();
            ++copies;
            QVERIFY(!m_marker.isIn(QGuiApplication::clipboard()->text()));
        }
        QVERIFY(copies >= 3);
    }

    void everyWindowIsOpened()
    {
        using Id = Commands::Id;
        deployTwoMore();
        for (const Id id : {Id::Journal, Id::ShowInJournal, Id::Conversations, Id::Compare, Id::Runs, Id::Performance,
                            Id::Shortcuts, Id::About}) {
            select(id == Id::Compare ? 2 : 1);
            const auto before = visibleWindows();
            QVERIFY2(commands()->action(id)->isEnabled(), qPrintable(commands()->action(id)->text()));
            commands()->action(id)->trigger();
            if (id != Id::ShowInJournal) // it is open already
                QTRY_VERIFY2(visibleWindows() > before, qPrintable(commands()->action(id)->text()));
            QVERIFY(isNowhereInSight());
        }
        QVERIFY(clickEveryCopy() > 0);
    }

    void everyMutationIsAskedInItsDialog()
    {
        using Id = Commands::Id;
        select(1);
        for (const Id id : {Id::Deploy, Id::Scale, Id::Limits, Id::Delete}) {
            QVERIFY2(commands()->action(id)->isEnabled(), qPrintable(commands()->action(id)->text()));
            commands()->action(id)->trigger();
            QTRY_VERIFY(mutationDialog());
            QVERIFY(isNowhereInSight());
            clickEveryCopy();
            QVERIFY(mutationDialog());
            mutationDialog()->close();
            QTRY_VERIFY(!mutationDialog());
        }
    }

    void callsAreCopiedWithoutTheKey()
    {
        auto *journal = m_program->window().findChild<JournalWindow *>();
        QVERIFY(journal);
        journal->showDeployment({});
        auto *table = journal->findChild<QTableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
        for (int row = 0; row < qMin(20, table->model()->rowCount()); ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            for (const auto &[name, variable] : {std::pair("copyCurl", "$DASHSCOPE_API_KEY"),
                                                 std::pair("copyPython", "os.environ[\"DASHSCOPE_API_KEY\"]")}) {
                auto *copy = journal->findChild<QAction *>(QLatin1String(name));
                QVERIFY2(copy && copy->isEnabled(), name);
                copy->trigger();
                const QString copied = QGuiApplication::clipboard()->text();
                QVERIFY2(copied.contains(QLatin1String(variable)), qPrintable(copied));
                QVERIFY(!m_marker.isIn(copied));
            }
        }
    }

    void conversationsAreExportedWithoutTheKey()
    {
        const Conversation *conversation =
            m_program->sessions().current()->conversations()->of(store()->rows().constFirst().deployedModel);
        QVERIFY(!conversation->turns().isEmpty());
        QVERIFY(!m_marker.isIn(ConversationExport::json(conversation->record())));
        QVERIFY(!m_marker.isIn(ConversationExport::markdown(conversation->record(), {})));
    }

    void aRunIsExportedWithoutTheKey()
    {
        QVERIFY(
            addFault("generate", QStringLiteral("status=403,Denied,Authorization Bearer %1 may not do so").arg(key())));
        RunHeader header;
        header.account = QStringLiteral("environment");
        header.created = QDateTime::currentDateTimeUtc();
        for (const Deployment &row : {store()->rows().constFirst(), store()->rows().constLast()})
            header.models.append({row.deployedModel, row.modelName, false, Billing::ByTheHour, {}});
        header.prompts = 1;
        const QString path = newRunPath(
            runFolderOf(QDir::homePath() + QStringLiteral("/data/slipway/runs"), header.account), header.created);
        QCOMPARE(createRunFile(path, header, {{1, {{Role::User, QStringLiteral("hello")}}}}), QString());
        Run run(GenerationApi(m_program->sessions().current()->client()), path, readRunIndex(path));
        QCOMPARE(run.index().modelCount(), 2);
        run.start();
        for (int model = 0; model < 2; ++model)
            QTRY_COMPARE_WITH_TIMEOUT(run.index().count(model, RunCell::State::Failed), 1, 20000);
        for (const auto &[format, name] :
             {std::pair(RunExport::Format::Csv, "/run.csv"), std::pair(RunExport::Format::JsonLines, "/run.jsonl")}) {
            const QString exported = QDir::homePath() + QLatin1String(name); // looked through at the end as well
            QCOMPARE(RunExport::write(path, run.index(), exported, format).rows, 2);
            QFile file(exported);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(bytes.contains("may not do so"), bytes.constData());
            QVERIFY(!m_marker.isIn(bytes));
        }
    }

    void aCertificateThatIsRefusedIsToldWithoutTheKey()
    {
        RawServer server({}, Test::tlsServer("selfsigned"));
        QPointer<AccountDialog> dialog = openAccountDialog();
        QVERIFY(dialog);
        fill(dialog, server.root(QStringLiteral("https")).toString(), m_marker.key());
        click(dialog, "saveButton");
        const auto *notice = dialog->findChild<QWidget *>(QStringLiteral("accountNotice"));
        QTRY_VERIFY_WITH_TIMEOUT(
            notice->isVisible() && notice->accessibleName().contains(QStringLiteral("self-signed")), 20000);
        QVERIFY(isNowhereInSight());
        QCOMPARE(server.requests().size(), 0);
        dialog->findChild<KeyEdit *>()->clear();
        dialog->close();
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void theServiceAloneSawTheKey()
    {
        QCOMPARE(m_elsewhere.connections(), 0);
        QVERIFY(m_service->requestCount() > 20);
    }

    void childrenInheritNoKey()
    {
        QProcess child;
        child.start(QStringLiteral("env"), QStringList());
        QVERIFY(child.waitForFinished());
        QVERIFY(!m_marker.isIn(child.readAllStandardOutput()));
        for (const char *own : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/self/") + QLatin1String(own));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.isEmpty());
            QVERIFY(!m_marker.isIn(content));
        }
    }

    // The last one: what is written at the end counts too.
    void noFileHasIt()
    {
        m_program->window().close();
        m_program.reset();
        std::fflush(stderr);
        QFile log(errorLog());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY2(log.size() > 100000, "the log is not talkative, so it proves nothing");
        QCOMPARE(m_marker.filesBelow(QDir::homePath(), QStringLiteral("/keyrings/")), QStringList());
        for (const char *written :
             {"/config/slipway/slipway.ini", "/data/slipway/journal"}) // so they were looked through
            QVERIFY2(QFile::exists(QDir::homePath() + QLatin1String(written)), written);
    }

private:
    /// Whatever has words of its own says the key, as a service does that repeats what it was sent.
    void faults() const
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("harms");
        const auto add = [](const char *name, const QString &fault) { QTest::newRow(name) << fault << true; };
        const QString echo = QStringLiteral(",InvalidApiKey,Authorization Bearer %1 is not known to us").arg(key());
        add("unauthorized", QStringLiteral("status=401") + echo);
        add("forbidden", QStringLiteral("status=403") + echo);
        add("not found", QStringLiteral("status=404") + echo);
        add("throttled", QStringLiteral("status=429") + echo);
        add("in trouble", QStringLiteral("status=500") + echo);
        add("redirected", QStringLiteral("redirect=") + m_elsewhere.root().toString() + QStringLiteral("/") + key());
        QSet<QByteArray> kinds{"redirect", "endless", "gzip-flood",
                               "long-line"}; // of words; the last ones are but long
        for (const Faults::Case &each : Faults::casesFor(Operation::StreamedReply)) {
            const QByteArray kind = each.spec.split('=').first();
            if (kind != "any" && !kinds.contains(kind))
                QTest::newRow(each.spec.constData())
                    << QString::fromLatin1(each.spec) << (each.kind && !each.dependsOnQt);
            kinds.insert(kind);
        }
    }

    bool addFault(const char *route, const QString &fault)
    {
        return m_service->addFault(QLatin1String(route) + u'=' + fault);
    }

    QString key() const { return QString::fromLatin1(m_marker.key()); }
    bool isLive() { return store() && store()->freshness() == DeploymentStore::Freshness::Live; }

    DeploymentStore *store()
    {
        Session *session = m_program->sessions().current();
        return session ? session->store() : nullptr;
    }
    /// That run; of the others some were deleted by then.
    void deployTwoMore()
    {
        const QStringList ids{QStringLiteral("one-more"), QStringLiteral("another-more")};
        for (const QString &id : ids) {
            Simulator::DeployedModel model;
            model.id = model.name = id;
            model.modelName = model.baseModel = QStringLiteral("qwen3-32b");
            model.capacity = model.readyCapacity = model.baseCapacity = 1;
            m_service->world().insert(model);
        }
        store()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(store()->find(ids.first()) && store()->find(ids.last()), 20000);
    }

    /// So many of those that run.
    void select(int count)
    {
        auto *table = m_program->window().findChild<QTableView *>(QStringLiteral("fleetTable"));
        QModelIndexList running;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            const Deployment *deployment = store()->find(m_program->window().fleet()->currentId());
            const bool isRunning = deployment && deployment->status == Status::Running;
            if (isRunning && againstLimiting(*deployment) == Hindrance::None)
                running.append(table->currentIndex());
        }
        QVERIFY(running.size() >= count);
        table->setCurrentIndex(running.first());
        for (int i = 1; i < count; ++i)
            table->selectionModel()->select(running.at(i), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    MutationDialog *mutationDialog()
    {
        const auto dialogs = m_program->window().findChildren<MutationDialog *>();
        const auto shown =
            std::find_if(dialogs.begin(), dialogs.end(), [](const QDialog *dialog) { return dialog->isVisible(); });
        return shown == dialogs.end() ? nullptr : *shown;
    }

    static qsizetype visibleWindows()
    {
        const auto windows = QApplication::topLevelWidgets();
        return std::count_if(windows.begin(), windows.end(),
                             [](const QWidget *window) { return window->isVisible() && window->isWindow(); });
    }

    /// Of all windows, by button and by menu; how many there were.
    int clickEveryCopy()
    {
        int copies = 0;
        const auto isCopy = [](const QObject *object, const QString &text, const QString &tip) {
            return (object->objectName() + text + tip).contains(QStringLiteral("copy"), Qt::CaseInsensitive);
        };
        const auto look = [&] {
            ++copies;
            QVERIFY(!m_marker.isIn(QGuiApplication::clipboard()->text()));
        };
        const auto widgets = QApplication::allWidgets();
        const QList<QPointer<QWidget>> stillThere(widgets.begin(), widgets.end());
        for (const QPointer<QWidget> &widget : stillThere) {
            auto *button = qobject_cast<QAbstractButton *>(widget);
            if (!button || !button->isVisible() || !button->isEnabled() ||
                !isCopy(button, button->text(), button->toolTip()))
                continue;
            button->click();
            look();
        }
        QList<QPointer<QAction>> actions;
        for (const QWidget *window : QApplication::topLevelWidgets()) {
            for (QAction *action : window->findChildren<QAction *>())
                actions.append(action);
        }
        for (const QPointer<QAction> &action : std::as_const(actions)) {
            if (!action || !action->isEnabled() || !isCopy(action, action->text(), action->toolTip()))
                continue;
            action->trigger();
            look();
        }
        return copies;
    }

    Commands *commands() { return m_program->window().commands(); }

    bool isNowhereInSight() const
    {
        for (const QString &text : shown()) {
            if (m_marker.isIn(text)) {
                return false;
            }
        }
        const QClipboard *clipboard = QGuiApplication::clipboard();
        return !m_marker.isIn(clipboard->text()) && !m_marker.isIn(clipboard->text(QClipboard::Selection));
    }

    AccountDialog *openAccountDialog()
    {
        commands()->action(Commands::Id::AddAccount)->trigger();
        AccountDialog *dialog = nullptr;
        [&] { QTRY_VERIFY(dialog = m_program->window().findChild<AccountDialog *>()); }();
        return dialog;
    }

    static void fill(AccountDialog *dialog, const QString &url, const QByteArray &key)
    {
        auto *region = dialog->findChild<QComboBox *>(QStringLiteral("regionBox"));
        region->setCurrentIndex(region->count() - 1);
        dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setText(QStringLiteral("team"));
        dialog->findChild<QLineEdit *>(QStringLiteral("baseUrlEdit"))->setText(url);
        dialog->findChild<KeyEdit *>()->setFocus();
        QTest::keyClicks(dialog->findChild<KeyEdit *>(), QString::fromLatin1(key));
    }

    static void click(AccountDialog *dialog, const char *name)
    {
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    const Marker m_marker{"sk-M4rk3r+of/Run=77"};
    RawServer m_elsewhere;
    std::unique_ptr<Simulator::Server> m_service;
    std::unique_ptr<Program> m_program;
};

// The environment is what a person's session would give; standard error goes to a file that is looked through as well.
int main(int argc, char **argv)
{
    qputenv("DASHSCOPE_API_KEY", "sk-M4rk3r+of/Run=77");
    qputenv("QT_LOGGING_RULES", "*=true");
    qputenv("G_MESSAGES_DEBUG", "all");
    const QByteArray folder = QDir::homePath().toLocal8Bit() + "/tmp";
    QDir().mkpath(QString::fromLocal8Bit(folder));
    qputenv("TMPDIR", folder);
    if (!std::freopen(qPrintable(errorLog()), "w", stderr))
        return 1;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    TestMarker test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui_marker.moc"
