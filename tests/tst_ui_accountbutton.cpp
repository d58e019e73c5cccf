// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountbutton.h"

#include "app/accounts/accounts.h"
#include "app/accounts/memorycredentials.h"
#include "app/modelstudio/endpoint.h"
#include "tests/support/answers.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Slipway;

class TestAccountButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_accounts = std::make_unique<Accounts>(m_settings.get(), &m_keychain);
        m_accounts->setSimulator(QUrl(QStringLiteral("http://127.0.0.1:1234/api/v1")), "sk-simulated");
        m_button = std::make_unique<AccountButton>(m_accounts.get(), nullptr);
    }

    void cleanup() { m_button.reset(); }

    void theSimulatorIsPlainlyMarkedAsSimulatedAndFree()
    {
        QCOMPARE(m_button->text(), QStringLiteral("Simulator (simulated, free)"));
    }

    void anAccountIsCalledByRegionAndName_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *root, const char *name, const char *shown) {
            QTest::newRow(root) << QString::fromUtf8(root) << QString::fromUtf8(name) << QString::fromUtf8(shown);
        };
        row("https://dashscope.aliyuncs.com/api/v1", "team-prod", "Beijing · team-prod");
        row("https://dashscope-intl.aliyuncs.com/api/v1", "team", "Singapore · team");
        row("https://llm-1.cn-beijing.maas.aliyuncs.com/api/v1", "team", "Beijing · team");
        row("https://llm-1.ap-southeast-1.maas.aliyuncs.com/api/v1", "team", "Singapore · team");
        row("http://localhost:8000/api/v1", "mine", "localhost:8000 · mine");
        row("https://example.com/api/v1", "R&D", "example.com · R&&D");
        row("https://a.test/api/v1", "", "a.test");
    }

    void anAccountIsCalledByRegionAndName()
    {
        QFETCH(QString, root);
        QFETCH(QString, name);
        QFETCH(QString, shown);
        m_accounts->setCurrentId(save(name, QUrl(root)));
        QCOMPARE(m_button->text(), shown);
    }

    void aLongNameIsElidedAndWholeInTheTooltip()
    {
        const QString name = QStringLiteral("a very long name ").repeated(4).trimmed();
        m_accounts->setCurrentId(save(name, rootOf(Region::Beijing)));
        QVERIFY(m_button->text().startsWith(QLatin1String("a very long")));
        QVERIFY(m_button->text().size() < name.size());
        QVERIFY(m_button->toolTip().contains(name));
        QVERIFY(m_button->accessibleName().contains(name));
    }

    void foreignTextIsNoMarkup()
    {
        m_accounts->setCurrentId(save(QStringLiteral("<b>x</b>"), rootOf(Region::Beijing)));
        QVERIFY(!m_button->toolTip().contains(QLatin1String("<b>")));
    }

    void aKeyThatIsKeptForThisRunIsSaidInTheTooltip()
    {
        m_accounts->setEnvironment("sk-env", {});
        m_accounts->setCurrentId(QStringLiteral("environment"));
        QVERIFY(m_button->toolTip().contains(QLatin1String("this run only")));
        QVERIFY(!m_button->toolTip().contains(QLatin1String("sk-env")));
    }

    void theMenuHoldsAllAccountsWithACheckAtTheCurrentOne()
    {
        m_accounts->setCurrentId(save(QStringLiteral("R&D"), rootOf(Region::Beijing)));
        QCOMPARE(menu(),
                 QStringList({QStringLiteral("  Simulator (simulated, free)"), QStringLiteral("x Beijing · R&&D"),
                              QStringLiteral("--"), QStringLiteral("  Add account…"), QStringLiteral("  Accounts…")}));
    }

    void choosingInTheMenuSwitchesTheAccount()
    {
        const QString id = save(QStringLiteral("team"), rootOf(Region::Beijing));
        choose(QStringLiteral("Beijing · team"));
        QCOMPARE(m_accounts->currentId(), id);
        choose(QStringLiteral("Simulator (simulated, free)"));
        QCOMPARE(m_accounts->currentId(), QStringLiteral("simulator"));
    }

    void theEnvironmentsKeyIsOfferedToBeKeptAsLongAsItIsNot()
    {
        const QString keep = QStringLiteral("  Keep key in keychain…");
        QVERIFY(!menu().contains(keep));
        m_accounts->setEnvironment("sk-env", {});
        QVERIFY(menu().contains(keep));
        answerTo([&](QObject *owner, auto done) { m_accounts->keepEnvironment(owner, done); });
        QVERIFY(!menu().contains(keep));
    }

    void theOtherEntriesAskTheWindow()
    {
        m_accounts->setEnvironment("sk-env", {});
        QSignalSpy add(m_button.get(), &AccountButton::addRequested);
        QSignalSpy manage(m_button.get(), &AccountButton::manageRequested);
        QSignalSpy keep(m_button.get(), &AccountButton::keepEnvironmentRequested);
        choose(QStringLiteral("Add account…"));
        choose(QStringLiteral("Accounts…"));
        choose(QStringLiteral("Keep key in keychain…"));
        QCOMPARE(add.count(), 1);
        QCOMPARE(manage.count(), 1);
        QCOMPARE(keep.count(), 1);
    }

private:
    QString save(const QString &name, const QUrl &root)
    {
        return m_accounts->save({{}, name, {}, root, {}}, {}, this, [](const KeychainOutcome &) {});
    }

    /// Opens the menu as a click does and walks to the entry by keys.
    void choose(const QString &text)
    {
        m_button->menu()->popup({});
        for (QAction *action : m_button->menu()->actions()) {
            if (action->text() == text)
                m_button->menu()->setActiveAction(action);
        }
        QTest::keyClick(m_button->menu(), Qt::Key_Return);
        QVERIFY(!m_button->menu()->isVisible());
    }

    QStringList menu()
    {
        m_button->menu()->popup({});
        QStringList entries;
        for (const QAction *action : m_button->menu()->actions()) {
            const QString mark = action->isChecked() ? QStringLiteral("x ") : QStringLiteral("  ");
            entries.append(action->isSeparator() ? QStringLiteral("--") : mark + action->text());
        }
        m_button->menu()->close();
        return entries;
    }

    MemoryCredentials m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AccountButton> m_button;
};

QTEST_MAIN(TestAccountButton)
#include "tst_ui_accountbutton.moc"
