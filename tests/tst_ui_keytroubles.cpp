// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says, and what it can still do, when a key cannot be had or kept.
#include "app/session/sessions.h"
#include "app/simulator/background.h"
#include "tests/support/moodykeychain.h"
#include "ui/accounts/accountdialog.h"
#include "ui/fleet/fleetview.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

namespace {

/// A keychain that answers a read when it is told to, like one that waits for its password.
class SlowKeychain : public MoodyKeychain
{
public:
    bool isSlow = false;

    void read(const QString &id, QObject *owner, OnRead done) override
    {
        if (isSlow)
            m_waiting = [this, id, owner, done] { MoodyKeychain::read(id, owner, done); };
        else
            MoodyKeychain::read(id, owner, done);
    }

    void answer()
    {
        isSlow = false;
        std::exchange(m_waiting, nullptr)();
    }

private:
    std::function<void()> m_waiting;
};

} // namespace

class TestKeyTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Simulator::Options options;
        options.apiKey = "sk-test";
        m_simulator = std::make_unique<Simulator::Background>(options);
        QVERIFY(m_simulator->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_keychain = std::make_unique<SlowKeychain>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keychain.get());
        m_accounts->setSimulator(m_simulator->url(), "sk-test");
        m_language.use(QStringLiteral("en"));
        m_sessions = std::make_unique<Sessions>(m_accounts.get());
        m_sessions->setPatience(std::chrono::milliseconds(50));
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->show();
        bool saved = false;
        const Account team{{}, QStringLiteral("team"), {}, m_simulator->url(), {}};
        m_id = m_accounts->save(team, "sk-test", this, [&saved](const KeychainOutcome &) { saved = true; });
        QTRY_VERIFY(saved);
    }

    void cleanup()
    {
        m_window.reset();
        m_sessions.reset();
    }

    void aSlowKeychainIsSaidToBeWaitedFor()
    {
        m_keychain->isSlow = true;
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY2(text().contains(QStringLiteral("Waiting for the keychain to give the key of team")),
                     qPrintable(text()));
        m_accounts->setCurrentId(QStringLiteral("simulator")); // and everything else goes on
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY(text().contains(QStringLiteral("12 deployment")));
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY(text().contains(QStringLiteral("Waiting")));
        m_keychain->answer();
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY(text().contains(QStringLiteral("12 deployment")));
    }

    void whileItIsWaitedForAKeyCanBeEntered()
    {
        m_keychain->isSlow = true;
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY(text().contains(QStringLiteral("Waiting")));
        button("messageAction")->click();
        auto *dialog = m_window->findChild<AccountDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto *key = dialog->findChild<QLineEdit *>(QStringLiteral("keyEdit"));
        QTRY_COMPARE(dialog->focusWidget(), key); // in no other field would it be hidden as it is typed
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("sk-other"));
        QCOMPARE(key->text(), QStringLiteral("sk-other"));
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->text(), QStringLiteral("team"));
    }

    void aKeyThatCannotBeReadIsExplainedAndTriedAgain_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("not found") << Kind::NotFound
                                   << QStringLiteral("holds no key for this account, or it is locked");
        QTest::newRow("denied") << Kind::Denied << QStringLiteral("locked or refused access");
        QTest::newRow("unavailable") << Kind::Unavailable
                                     << QStringLiteral("no keychain service here, or it does not answer");
    }

    void aKeyThatCannotBeReadIsExplainedAndTriedAgain()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, words);
        m_keychain->readMood = kind;
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY2(text().contains(words), qPrintable(text()));
        QVERIFY(text().startsWith(QStringLiteral("No key for team.")));
        button("messageOtherAction")->click();
        QTRY_VERIFY(text().contains(words)); // still so
        m_keychain->readMood = Kind::Done;
        button("messageOtherAction")->click();
        QTRY_VERIFY(m_sessions->current());
        QTRY_VERIFY(text().contains(QStringLiteral("12 deployment")));
    }

    void withoutTheKeyTheLastFleetIsShownForTheEyeAlone()
    {
        m_sessions->keepFleetsIn(m_folder->filePath(QStringLiteral("fleets")));
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->store()->lastGood().isValid());
        startAgain();
        m_keychain->readMood = Kind::Denied;
        m_sessions->openCurrent();
        QTRY_VERIFY(text().startsWith(QStringLiteral("No key for team.")));
        FleetView *fleet = m_window->fleet();
        QTRY_VERIFY(fleet->hasRows());
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("team")));
        QTest::mouseClick(fleet->rowsView(), Qt::LeftButton, {}, QPoint(60, 10));
        const QString chosen = fleet->currentId();
        QVERIFY(!chosen.isEmpty());
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("overviewFields"))->isVisible());
        m_window->commands()->action(Commands::Id::ShowChat)->trigger();
        QVERIFY(shows(m_window.get(), chosen + QStringLiteral(" can be asked once Slipway has this account's key.")));
        for (const auto id : {Commands::Id::Deploy, Commands::Id::Scale, Commands::Id::Delete, Commands::Id::Refresh})
            QVERIFY(!m_window->commands()->action(id)->isEnabled());
        m_keychain->readMood = Kind::Done;
        button("messageOtherAction")->click();
        QTRY_VERIFY(m_sessions->current() && m_sessions->current()->store()->lastGood().isValid());
        QCOMPARE(fleet->currentId(), chosen);
        QVERIFY(m_window->commands()->action(Commands::Id::Delete)->isEnabled());
        QVERIFY(!shows(m_window.get(), chosen + QStringLiteral(" can be asked once")));
    }

    void withoutTheKeyAndAnEarlierFleetItIsSaidThatNoneWasRead()
    {
        startAgain();
        m_keychain->readMood = Kind::Denied;
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY(text().startsWith(QStringLiteral("No key for team.")));
        QVERIFY(shows(m_window->fleet(), QStringLiteral("No key yet")));
        m_accounts->setCurrentId(QStringLiteral("simulator"));
        QTRY_VERIFY(m_window->fleet()->hasRows());
    }

    void withoutTheKeyItIsSaidWhatAnEarlierRunLeftOpen()
    {
        const QString journals = m_folder->filePath(QStringLiteral("journal"));
        Journal(std::make_unique<JournalFile>(journals, m_id)).begin({}); // and never answered
        m_window.reset();
        m_sessions = std::make_unique<Sessions>(m_accounts.get(), journals);
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->show();
        m_keychain->readMood = Kind::Denied;
        m_accounts->setCurrentId(m_id);
        QTRY_VERIFY2(text().contains(QStringLiteral("1 request(s) of an earlier run have no answer")),
                     qPrintable(text()));
        QVERIFY(text().startsWith(QStringLiteral("No key for team.")));
        m_keychain->readMood = Kind::Done;
        button("messageOtherAction")->click();
        QTRY_VERIFY(m_sessions->current());
        QVERIFY(!text().contains(QStringLiteral("No key")));
    }

    void whatCouldNotGoAlongWithAKeptKeyIsToldWithItsPlace()
    {
        m_window.reset();
        m_sessions.reset();
        m_accounts->forget(m_id);
        m_accounts->setEnvironment("sk-test", m_simulator->url().toString());
        const QString kept = m_accounts->keepEnvironment(this, [](const KeychainOutcome &) {});
        QTRY_VERIFY(m_accounts->find(kept));
        QStringList files;
        for (const QString &owner : {QStringLiteral("environment"), kept}) {
            QFile file(m_folder->filePath(owner + QStringLiteral(".prompts")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            files.append(file.fileName());
        }
        m_sessions = std::make_unique<Sessions>(m_accounts.get(), m_folder->path());
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->show();
        m_accounts->setCurrentId(kept);
        QTRY_VERIFY2(text().endsWith(QStringLiteral("This stays where it is: ") + files.constFirst()),
                     qPrintable(text()));
        button("messageDismiss")->click();
        QTRY_VERIFY(text().contains(QStringLiteral("12 deployment")));
    }

    void theEnvironmentsKeyThatIsNotStoredIsStillUsed()
    {
        m_accounts->forget(m_id); // or its key would be no news
        m_accounts->setEnvironment("sk-test", m_simulator->url().toString());
        m_accounts->setCurrentId(QStringLiteral("environment"));
        QTRY_VERIFY(text().contains(QStringLiteral("comes from DASHSCOPE_API_KEY")));
        m_keychain->mood = Kind::Denied;
        button("messageAction")->click();
        QTRY_VERIFY2(text().contains(QStringLiteral("The key was not stored: the keychain is locked")),
                     qPrintable(text()));
        QVERIFY(m_sessions->current());
        QVERIFY(m_accounts->find(QStringLiteral("environment")));
    }

private:
    QString text() const { return m_window->messageBar()->text(); }
    static bool shows(QWidget *where, const QString &words)
    {
        const auto labels = where->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    void startAgain()
    {
        m_window.reset();
        m_sessions = std::make_unique<Sessions>(m_accounts.get());
        m_sessions->keepFleetsIn(m_folder->filePath(QStringLiteral("fleets")));
        m_window = std::make_unique<MainWindow>(m_accounts.get(), m_sessions.get(), &m_language, m_settings.get());
        m_window->show();
    }

    QToolButton *button(const char *name) const { return m_window->findChild<QToolButton *>(QLatin1String(name)); }

    std::unique_ptr<Simulator::Background> m_simulator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SlowKeychain> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    Language m_language;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<MainWindow> m_window;
    QString m_id;
};

QTEST_MAIN(TestKeyTroubles)
#include "tst_ui_keytroubles.moc"
