// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reporter.h"

#include "app/accounts/accounts.h"
#include "app/modelstudio/endpoint.h"
#include "app/session/sessions.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/moodykeychain.h"
#include "tests/support/rawserver.h"
#include "tests/support/tlsserver.h"
#include "ui/messagebar.h"

#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using Topic = MessageBar::Topic;

// What the message bar says of accounts whose service or key cannot be had.
class TestReporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_keychain = std::make_unique<MoodyKeychain>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keychain.get());
        m_sessions = std::make_unique<Sessions>(m_accounts.get());
        m_bar = std::make_unique<MessageBar>();
        m_reporter = std::make_unique<Reporter>(m_accounts.get(), m_sessions.get(), m_bar.get());
    }

    void cleanup()
    {
        m_reporter.reset();
        m_sessions.reset();
    }

    void aMissingKeyIsSaidAndAskedFor_data()
    {
        QTest::addColumn<KeychainOutcome::Kind>("mood");
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << KeychainOutcome::Kind::NotFound << QStringLiteral("holds no key");
        QTest::newRow("locked") << KeychainOutcome::Kind::Denied << QStringLiteral("locked or refused");
        QTest::newRow("no keychain") << KeychainOutcome::Kind::Unavailable << QStringLiteral("no keychain service");
    }

    void aMissingKeyIsSaidAndAskedFor()
    {
        QFETCH(KeychainOutcome::Kind, mood);
        QFETCH(QString, said);
        m_keychain->readMood = mood;
        const QString id = m_accounts->save({.name = QStringLiteral("team"), .root = rootOf(Region::Beijing)}, {}, this,
                                            [](const KeychainOutcome &) {});
        m_accounts->setCurrentId(id);
        QTRY_VERIFY(m_bar->has(Topic::Account));
        QVERIFY2(m_bar->text().startsWith(QStringLiteral("No key for team.")), qPrintable(m_bar->text()));
        QVERIFY2(m_bar->text().contains(said), qPrintable(m_bar->text()));
        QVERIFY2(!m_bar->text().contains(QStringLiteral("saved")), qPrintable(m_bar->text())); // nobody was saving
        QSignalSpy asked(m_reporter.get(), &Reporter::enterKeyRequested);
        QTest::mouseClick(action(), Qt::LeftButton);
        QCOMPARE(asked.value(0).value(0).toString(), id);
    }

    void aRealAccountIsOneClickAwayWhileThereIsNone()
    {
        Simulator::Server service({.deployments = 3});
        QVERIFY(service.listen());
        m_accounts->setSimulator(service.url(), "sk-any");
        QTRY_VERIFY2(m_bar->text().startsWith(QStringLiteral("3 deployment")), qPrintable(m_bar->text()));
        QSignalSpy asked(m_reporter.get(), &Reporter::addAccountRequested);
        QTest::mouseClick(action(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        m_accounts->save({.name = QStringLiteral("team"), .root = rootOf(Region::Beijing)}, {}, this,
                         [](const KeychainOutcome &) {});
        QVERIFY(action()->isHidden());
    }

    void aRefusedKeyIsSaidInOneSentence()
    {
        Simulator::Server service({.deployments = 0, .apiKey = "sk-right"});
        QVERIFY(service.listen());
        m_accounts->setSimulator(service.url(), "sk-wrong");
        QTRY_VERIFY(m_bar->has(Topic::Poll));
        QVERIFY2(m_bar->text().startsWith(QStringLiteral("The service does not accept this API key (401).")),
                 qPrintable(m_bar->text()));
        QVERIFY2(m_bar->text().contains(QStringLiteral("Next try in")), qPrintable(m_bar->text()));
    }

    void aCertificateThatIsRefusedIsToldAndNoButtonLeadsAroundIt_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("selfsigned") << QStringLiteral("its certificate is self-signed.");
        QTest::newRow("expired") << QStringLiteral("its certificate has expired.");
        QTest::newRow("wronghost") << QStringLiteral("its certificate is for another host name.");
    }

    void aCertificateThatIsRefusedIsToldAndNoButtonLeadsAroundIt()
    {
        QFETCH(const QString, reason);
        const Test::TrustedTestAuthority trust; // so that the one fault of each is what is met
        Test::RawServer service({}, Test::tlsServer(QTest::currentDataTag()));
        m_accounts->setCurrentId(
            m_accounts->save({.name = QStringLiteral("team"), .root = service.root(QStringLiteral("https"))}, "sk-team",
                             this, [](const KeychainOutcome &) {}));
        QTRY_VERIFY2(m_bar->text().contains(reason), qPrintable(m_bar->text()));
        QSignalSpy again(m_sessions->current()->store(), &DeploymentStore::polled);
        for (auto *button : m_bar->findChildren<QToolButton *>())
            button->click();           // whatever is offered
        QTRY_VERIFY(!again.isEmpty()); // "Try now" is
        QVERIFY2(m_bar->text().contains(reason), qPrintable(m_bar->text()));
        QCOMPARE(service.connections(), 0); // none outlived the handshake
        QCOMPARE(service.requests().size(), 0);
        QCOMPARE(service.begun(), 0);
    }

    void theAgeOfTheLastAnswerIsToldToTheSecondAsAboveTheTable()
    {
        Simulator::Server service({.deployments = 3});
        QVERIFY(service.listen());
        m_accounts->setSimulator(service.url(), "sk-any");
        QTRY_VERIFY2(m_bar->text().startsWith(QStringLiteral("3 deployment")), qPrintable(m_bar->text()));
        m_sessions->current()->store()->setOnline(false);
        QVERIFY2(m_bar->text().contains(QRegularExpression(QStringLiteral("Last good answer \\d+ s ago\\."))),
                 qPrintable(m_bar->text()));
    }

    void theEnvironmentsAccountIsOfferedThenItsKeyToBeKept()
    {
        m_accounts->setEnvironment("sk-env", QStringLiteral("http://127.0.0.1:1/api/v1"));
        QVERIFY(m_bar->has(Topic::Offer));
        QSignalSpy used(m_reporter.get(), &Reporter::useAccountRequested);
        QTest::mouseClick(action(), Qt::LeftButton);
        QCOMPARE(used.size(), 1);
        m_accounts->setCurrentId(QStringLiteral("environment"));
        QTRY_VERIFY(m_bar->has(Topic::Poll)); // which is graver; without it the offer would be shown
        m_bar->clear(Topic::Poll);
        QVERIFY2(m_bar->text().contains(QStringLiteral("held for this run only")), qPrintable(m_bar->text()));
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(!m_accounts->find(QStringLiteral("environment"))); // it is a saved one now
    }

private:
    QToolButton *action() const { return m_bar->findChild<QToolButton *>(QStringLiteral("messageAction")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MoodyKeychain> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<MessageBar> m_bar;
    std::unique_ptr<Reporter> m_reporter;
};

QTEST_MAIN(TestReporter)
#include "tst_ui_reporter.moc"
