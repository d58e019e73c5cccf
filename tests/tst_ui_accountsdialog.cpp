// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsdialog.h"

#include "app/accounts/accounts.h"
#include "app/modelstudio/endpoint.h"
#include "tests/support/answers.h"
#include "tests/support/moodykeychain.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_keychain = std::make_unique<MoodyKeychain>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keychain.get());
        m_accounts->setSimulator(QUrl(QStringLiteral("http://127.0.0.1:1234/api/v1")), "sk-simulated");
        m_accounts->setEnvironment("sk-env", {});
        m_id = save("team", Kind::Done);
        m_accounts->setCurrentId(QStringLiteral("simulator"));
        m_dialog = std::make_unique<AccountsDialog>(m_accounts.get(), nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup() { m_dialog.reset(); }

    void everyAccountSaysWhereItsKeyIs()
    {
        save("unlucky", Kind::Unavailable);
        QCOMPARE(rows(), QStringList({QStringLiteral("Simulator · in use | 127.0.0.1:1234 | – | Simulator"),
                                      QStringLiteral("DASHSCOPE_API_KEY | dashscope.aliyuncs.com | – | This run only"),
                                      QStringLiteral("team | dashscope.aliyuncs.com | llm-1 | Keychain"),
                                      QStringLiteral("unlucky | dashscope.aliyuncs.com | llm-1 | This run only")}));
    }

    void onlySavedAccountsCanBeEditedAndTheSimulatorStays_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("edit");
        QTest::addColumn<bool>("remove");
        QTest::newRow("simulator") << 0 << false << false;
        QTest::newRow("environment") << 1 << false << true;
        QTest::newRow("saved") << 2 << true << true;
    }

    void onlySavedAccountsCanBeEditedAndTheSimulatorStays()
    {
        QFETCH(int, row);
        QFETCH(bool, edit);
        QFETCH(bool, remove);
        select(row);
        QCOMPARE(button("editButton")->isEnabled(), edit);
        QCOMPARE(button("removeButton")->isEnabled(), remove);
    }

    void addAndEditAreAskedFor()
    {
        QSignalSpy add(m_dialog.get(), &AccountsDialog::addRequested);
        QSignalSpy edit(m_dialog.get(), &AccountsDialog::editRequested);
        press("addButton");
        select(2);
        press("editButton");
        QCOMPARE(add.count(), 1);
        QCOMPARE(edit.count(), 1);
        QCOMPARE(edit.constFirst().constFirst().toString(), m_id);
    }

    void enterEditsTheCurrentAccount()
    {
        QSignalSpy edit(m_dialog.get(), &AccountsDialog::editRequested);
        select(0);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(edit.count(), 0);
        select(2);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(edit.count(), 1);
        QVERIFY(m_dialog->isVisible());
    }

    void removingAsksInPlaceAndNamesWhatGoesAndWhatStays()
    {
        select(2);
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(button("confirmRemoveButton")->isVisible());
        QVERIFY(question().contains(QLatin1String("team")));
        QVERIFY(question().contains(QLatin1String("dashscope.aliyuncs.com")));
        QVERIFY(question().contains(QLatin1String("removed from the keychain")));
        QVERIFY(question().contains(QLatin1String("billed")));
        QVERIFY(button("keepAccountButton")->hasFocus());
        QVERIFY(m_accounts->find(m_id));
    }

    void whoRemovesAnAccountWithLostAnswersIsWarned()
    {
        m_dialog->setOpenCount([this](const QString &id) { return id == m_id ? 2 : 0; });
        select(2);
        press("removeButton");
        QVERIFY2(question().contains(QLatin1String("2 of its requests have no answer")), qPrintable(question()));
        press("keepAccountButton");
        select(1);
        press("removeButton");
        QVERIFY(!question().contains(QLatin1String("no answer")));
    }

    void keepingClosesTheQuestionOnly_data()
    {
        QTest::addColumn<bool>("escape");
        QTest::newRow("button") << false;
        QTest::newRow("Escape") << true;
    }

    void keepingClosesTheQuestionOnly()
    {
        QFETCH(bool, escape);
        select(2);
        press("removeButton");
        if (escape)
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Escape);
        else
            press("keepAccountButton");
        QVERIFY(!button("confirmRemoveButton")->isVisible());
        QVERIFY(m_dialog->isVisible());
        QVERIFY(list()->hasFocus());
        QVERIFY(m_accounts->find(m_id));
    }

    void confirmingRemovesTheAccountAndItsKey()
    {
        select(2);
        press("removeButton");
        press("confirmRemoveButton");
        QTRY_VERIFY(!button("confirmRemoveButton")->isVisible());
        QVERIFY(!m_accounts->find(m_id));
        QCOMPARE(readFrom(*m_keychain, m_id).kind, Kind::NotFound);
        QCOMPARE(rows().size(), 2);
        QVERIFY(button("addButton")->isEnabled());
    }

    void anEnvironmentSaysThatItComesBack()
    {
        select(1);
        press("removeButton");
        QVERIFY(question().contains(QLatin1String("DASHSCOPE_API_KEY")));
        press("confirmRemoveButton");
        QTRY_COMPARE(rows().size(), 2);
    }

    void aKeychainThatRefusesIsSaidAndTheAccountStays_data()
    {
        QTest::addColumn<Kind>("mood");
        QTest::addColumn<QString>("says");
        QTest::newRow("locked") << Kind::Denied << QStringLiteral("locked");
        QTest::newRow("no service") << Kind::Unavailable << QStringLiteral("no keychain service");
    }

    void aKeychainThatRefusesIsSaidAndTheAccountStays()
    {
        QFETCH(Kind, mood);
        QFETCH(QString, says);
        refuseToRemove(mood);
        QVERIFY2(question().contains(says), qPrintable(question()));
        QVERIFY(question().contains(QLatin1String("The account stays")));
        QVERIFY(m_accounts->find(m_id));
        press("keepAccountButton");
        QVERIFY(m_accounts->find(m_id));
        QCOMPARE(rows().size(), 3);
    }

    void anAccountCanBeRemovedWithoutItsKeyAfterTheKeychainRefused()
    {
        refuseToRemove(Kind::Denied);
        press("confirmRemoveButton");
        QVERIFY(!m_accounts->find(m_id));
        QCOMPARE(rows().size(), 2);
    }

    void theDialogMayGoWhileAKeyIsRemoved()
    {
        select(2);
        press("removeButton");
        press("confirmRemoveButton");
        m_dialog.reset();
        QTRY_VERIFY(!m_accounts->find(m_id));
    }

    void theAccountThatIsOpenIsChosenFirst()
    {
        m_accounts->setCurrentId(m_id);
        m_dialog = std::make_unique<AccountsDialog>(m_accounts.get(), nullptr);
        QCOMPARE(list()->currentItem()->text(0), QStringLiteral("team · in use"));
    }

    void theCurrentRowStaysWhenTheListChanges()
    {
        select(2);
        save("another", Kind::Done);
        QCOMPARE(list()->indexOfTopLevelItem(list()->currentItem()), 2);
    }

    void namesAreShownAsTheyAre()
    {
        save("<b>bold</b>\u202e", Kind::Done);
        QVERIFY(rows().constLast().startsWith(QStringLiteral("<b>bold</b>⟨U+202E⟩")));
        select(3);
        QVERIFY(!list()->topLevelItem(3)->toolTip(0).contains(QLatin1String("<b>")));
        press("removeButton");
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    QString save(const char *name, Kind mood)
    {
        m_keychain->mood = mood;
        QString id;
        const Account account{{}, QString::fromUtf8(name), {}, rootOf(Region::Beijing), QStringLiteral("llm-1")};
        answerTo([&](QObject *owner, auto done) { id = m_accounts->save(account, "sk-1", owner, done); });
        m_keychain->mood = Kind::Done;
        return id;
    }

    void refuseToRemove(Kind mood)
    {
        m_keychain->mood = mood;
        select(2);
        press("removeButton");
        press("confirmRemoveButton");
        QTRY_COMPARE(button("confirmRemoveButton")->text(), QStringLiteral("Remove without the key"));
    }

    void select(int row) { list()->setCurrentItem(list()->topLevelItem(row)); }
    void press(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QTreeWidget *list() { return m_dialog->findChild<QTreeWidget *>(QStringLiteral("accountList")); }
    QString question() { return m_dialog->findChild<QLabel *>(QStringLiteral("removalNotice"))->text(); }

    QStringList rows()
    {
        QStringList rows;
        for (int row = 0; row < list()->topLevelItemCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < list()->columnCount(); ++column)
                cells.append(list()->topLevelItem(row)->text(column));
            rows.append(cells.join(QStringLiteral(" | ")));
        }
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MoodyKeychain> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AccountsDialog> m_dialog;
    QString m_id;
};

QTEST_MAIN(TestAccountsDialog)
#include "tst_ui_accountsdialog.moc"
