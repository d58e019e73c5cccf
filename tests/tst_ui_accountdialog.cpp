// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "app/modelstudio/endpoint.h"
#include "app/simulator/server.h"
#include "tests/support/answers.h"
#include "tests/support/moodykeychain.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Slipway;
using Kind = KeychainOutcome::Kind;

namespace {

constexpr int beijing = 0;
constexpr int singapore = 1;
constexpr int other = 2;

} // namespace

class TestAccountDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Simulator::Options options;
        options.apiKey = "sk-good";
        options.workspace = QStringLiteral("llm-0123456789abcdef");
        m_server = std::make_unique<Simulator::Server>(options);
        QVERIFY(m_server->listen());
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_keychain = std::make_unique<MoodyKeychain>();
        m_accounts = std::make_unique<Accounts>(m_settings.get(), m_keychain.get());
        open({});
    }

    void cleanup() { m_dialog.reset(); }

    void focusStartsAtTheName() { QVERIFY(line("nameEdit")->hasFocus()); }

    void everyFieldHasALabelThatLeadsToIt()
    {
        for (const char *name : {"nameEdit", "regionBox", "baseUrlEdit", "workspaceEdit", "protocolBox", "keyEdit"}) {
            const auto *field = m_dialog->findChild<QWidget *>(QLatin1String(name));
            bool labelled = false;
            for (const QLabel *label : m_dialog->findChildren<QLabel *>())
                labelled = labelled || label->buddy() == field;
            QVERIFY2(labelled, name);
        }
    }

    void tabVisitsTheFieldsInTheirOrder()
    {
        region(other);
        for (const char *name :
             {"nameEdit", "regionBox", "baseUrlEdit", "workspaceEdit", "protocolBox", "keyEdit", "revealButton"}) {
            QCOMPARE(m_dialog->focusWidget()->objectName(), QLatin1String(name));
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        }
    }

    void theBaseUrlIsAskedForOnlyWhereItIsFree()
    {
        QVERIFY(!line("baseUrlEdit")->isVisible());
        region(other);
        QVERIFY(line("baseUrlEdit")->isVisible());
        region(singapore);
        QVERIFY(!line("baseUrlEdit")->isVisible());
        QVERIFY(note("regionBox").contains(rootOf(Region::Singapore).toString()));
    }

    void everyHintIsShownWhole()
    {
        region(other);
        QTRY_VERIFY(line("baseUrlEdit")->isVisible());
        int hints = 0;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (!label->objectName().endsWith(QLatin1String("Note")) || !label->isVisible())
                continue;
            ++hints;
            QVERIFY2(label->heightForWidth(label->width()) <= label->height(), qPrintable(label->text()));
        }
        QCOMPARE(hints, 6);
    }

    void noFieldMovesAsideForTheBaseUrl()
    {
        const int before = line("nameEdit")->mapTo(m_dialog.get(), QPoint()).x();
        region(2);
        QTRY_VERIFY(line("baseUrlEdit")->isVisible());
        QCOMPARE(line("nameEdit")->mapTo(m_dialog.get(), QPoint()).x(), before);
    }

    void aBaseUrlIsCheckedAsItIsTyped_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *url, const char *says) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(says);
        };
        row("http://example.com", "Plain http is only allowed");
        row("https://me:pass@example.com", "must not contain a user name");
        row("https://example.com/?a=b", "no “?”");
        row("ftp://example.com", "begin with https://");
        row("https://", "not a URL");
        row("two words", "not a URL");
        row("https://example.com", "Requests go to https://example.com/api/v1");
        row("example.com/api/v1/", "Requests go to https://example.com/api/v1");
        row("http://127.0.0.1:8000", "Requests go to http://127.0.0.1:8000/api/v1");
    }

    void aBaseUrlIsCheckedAsItIsTyped()
    {
        QFETCH(QString, url);
        QFETCH(QString, says);
        region(other);
        QTest::keyClicks(line("baseUrlEdit"), url);
        QVERIFY2(note("baseUrlEdit").contains(says), qPrintable(note("baseUrlEdit")));
    }

    void wrongInputIsSaidAtItsFieldAndNothingIsSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("workspace");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *title, const char *name, const char *url, const char *workspace,
                            const char *key, const char *field) {
            QTest::newRow(title) << QString::fromUtf8(name) << QString::fromUtf8(url) << QString::fromUtf8(workspace)
                                 << QString::fromUtf8(key) << QString::fromUtf8(field);
        };
        row("no name", " ", "https://example.com", "", "sk-1", "nameEdit");
        row("a key for a name", "sk-123", "https://example.com", "", "sk-1", "nameEdit");
        row("no url", "mine", "", "", "sk-1", "baseUrlEdit");
        row("bad url", "mine", "http://example.com", "", "sk-1", "baseUrlEdit");
        row("workspace with a space", "mine", "https://example.com", "llm 1", "sk-1", "workspaceEdit");
        row("a key for a workspace", "mine", "https://example.com", "sk-123", "sk-1", "workspaceEdit");
        row("no key", "mine", "https://example.com", "", "", "keyEdit");
        row("a key with a space", "mine", "https://example.com", "", "sk-1 2", "keyEdit");
        row("a key in Chinese", "mine", "https://example.com", "", "密钥", "keyEdit");
    }

    void wrongInputIsSaidAtItsFieldAndNothingIsSent()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, workspace);
        QFETCH(QString, key);
        QFETCH(QString, field);
        const QString hint = note(field.toLatin1().constData());
        line("nameEdit")->setText(name);
        region(other);
        line("baseUrlEdit")->setText(url);
        line("workspaceEdit")->setText(workspace);
        line("keyEdit")->setText(key);
        press("saveButton");
        QCOMPARE(m_dialog->focusWidget()->objectName(), field);
        QVERIFY(note(field.toLatin1().constData()) != hint);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button("saveButton")->isEnabled());
        QVERIFY(m_accounts->all().isEmpty());
    }

    void aNameIsTakenOnce()
    {
        m_accounts->save({{}, QStringLiteral("Team"), {}, rootOf(Region::Beijing), {}}, {}, this, [](const auto &) {});
        open({});
        fill("team", "sk-good");
        press("saveButton");
        QVERIFY(line("nameEdit")->hasFocus());
        QCOMPARE(m_server->requestCount(), 0);
    }

    void aGoodKeyIsTestedOnceThenSaved()
    {
        fill("mine", "sk-good");
        QTest::keyClicks(line("workspaceEdit"), QStringLiteral("llm-0123456789abcdef"));
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_server->requestCount(), 1);
        const auto request = m_server->requests().constFirst();
        QCOMPARE(request.verb, QByteArray("GET"));
        QCOMPARE(request.path, QByteArray("/api/v1/deployments"));
        QCOMPARE(request.header("X-DashScope-WorkSpace"), QByteArray("llm-0123456789abcdef"));
        const QString id = saved.constFirst().constFirst().toString();
        const Account expected{id, QStringLiteral("mine"), Account::Origin::Saved, m_server->url(),
                               QStringLiteral("llm-0123456789abcdef")};
        QCOMPARE(*m_accounts->find(id), expected);
        QCOMPARE(readFrom(*m_keychain, id).key, QByteArray("sk-good"));
        QVERIFY(line("keyEdit")->text().isEmpty());
    }

    void enterSubmits_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::newRow("Enter") << Qt::KeyboardModifiers(Qt::NoModifier);
        QTest::newRow("Ctrl+Enter") << Qt::KeyboardModifiers(Qt::ControlModifier);
    }

    void enterSubmits()
    {
        QFETCH(Qt::KeyboardModifiers, with);
        fill("mine", "sk-good");
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        QTest::keyClick(line("keyEdit"), Qt::Key_Return, with);
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_server->requestCount(), 1);
    }

    void aPastedKeyLosesTheSpacesAroundIt()
    {
        fill("mine", "  sk-good ");
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(readFrom(*m_keychain, saved.constFirst().constFirst().toString()).key, QByteArray("sk-good"));
    }

    void aRefusedKeyIsNotSaved()
    {
        fill("mine", "sk-wrong");
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("does not accept this API key")), qPrintable(notice()));
        QVERIFY(line("keyEdit")->hasFocus());
        QVERIFY(!button("saveUntestedButton")->isVisible());
        QVERIFY(m_accounts->all().isEmpty());
        QVERIFY(!notice().contains(QLatin1String("sk-wrong")));
    }

    void aWorkspaceThatTheKeyDoesNotBelongToIsNotSaved()
    {
        fill("mine", "sk-good");
        QTest::keyClicks(line("workspaceEdit"), QStringLiteral("llm-ffffffffffffffff"));
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("403")), qPrintable(notice()));
        QVERIFY(!button("saveUntestedButton")->isVisible());
        QVERIFY(m_accounts->all().isEmpty());
    }

    void aTestThatFailsOtherwiseIsSaidAndCanBeSkipped_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("server fault") << QStringLiteral("any=status=500");
        QTest::newRow("throttled") << QStringLiteral("any=status=429,empty");
        QTest::newRow("sign-in page") << QStringLiteral("any=html");
        QTest::newRow("lost") << QStringLiteral("any=close-before");
        QTest::newRow("elsewhere") << QStringLiteral("any=redirect=http://127.0.0.1:9/");
    }

    void aTestThatFailsOtherwiseIsSaidAndCanBeSkipped()
    {
        QFETCH(QString, fault);
        QVERIFY(m_server->addFault(fault));
        fill("mine", "sk-good");
        press("saveButton");
        QTRY_VERIFY(button("saveUntestedButton")->isVisible());
        const qsizetype asked = m_server->requestCount();
        QVERIFY(asked > 0);
        QVERIFY2(notice().contains(QLatin1String("Nothing was saved")), qPrintable(notice()));
        QVERIFY(m_accounts->all().isEmpty());
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveUntestedButton");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_server->requestCount(), asked);
        QCOMPARE(m_accounts->all().size(), 1);
    }

    void anUnreachableHostIsSaid()
    {
        fill("mine", "sk-good");
        m_server.reset();
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("cannot be reached")), qPrintable(notice()));
        QVERIFY(button("saveUntestedButton")->isVisible());
    }

    void whatIsTypedAfterAFailedTestIsTestedAgain()
    {
        QVERIFY(m_server->addFault(QStringLiteral("any:1=status=500")));
        fill("mine", "sk-good");
        press("saveButton");
        QTRY_VERIFY(button("saveUntestedButton")->isVisible());
        QTest::keyClicks(line("nameEdit"), QStringLiteral("2"));
        QVERIFY(!button("saveUntestedButton")->isVisible());
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
    }

    void cancelStopsTheTestAndKeepsWhatWasTyped()
    {
        QVERIFY(m_server->addFault(QStringLiteral("any=hang")));
        fill("mine", "sk-good");
        press("saveButton");
        QTRY_COMPARE(m_server->requestCount(), 1);
        QVERIFY(!line("nameEdit")->isEnabled());
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(line("nameEdit")->isEnabled());
        QVERIFY2(notice().contains(QLatin1String("stopped")), qPrintable(notice()));
        QCOMPARE(line("keyEdit")->text(), QStringLiteral("sk-good"));
        QTRY_COMPARE(m_server->requests().constFirst().fate, Simulator::RecordedRequest::Fate::Dropped);
        press("cancelButton");
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_accounts->all().isEmpty());
        QVERIFY(line("keyEdit")->text().isEmpty());
    }

    void theDialogMayGoWhileItTests()
    {
        QVERIFY(m_server->addFault(QStringLiteral("any=hang")));
        fill("mine", "sk-good");
        press("saveButton");
        QTRY_COMPARE(m_server->requestCount(), 1);
        m_dialog.reset();
        QTRY_COMPARE(m_server->requests().constFirst().fate, Simulator::RecordedRequest::Fate::Dropped);
        QVERIFY(m_accounts->all().isEmpty());
    }

    void editingShowsTheAccountAndKeepsItsKey()
    {
        const QString id = stored("sk-good");
        open(id);
        QCOMPARE(line("nameEdit")->text(), QStringLiteral("team"));
        QCOMPARE(line("baseUrlEdit")->text(), m_server->url().toString());
        QVERIFY(line("keyEdit")->text().isEmpty());
        QVERIFY(line("keyEdit")->placeholderText().contains(QLatin1String("keep the stored key")));
        line("nameEdit")->setText(QStringLiteral("renamed"));
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(saved.constFirst().constFirst().toString(), id);
        QCOMPARE(m_server->requests().constFirst().header("Authorization"), QByteArray("Bearer sk-good"));
        QCOMPARE(m_accounts->find(id)->name, QStringLiteral("renamed"));
        QCOMPARE(readFrom(*m_keychain, id).key, QByteArray("sk-good"));
    }

    void theProtocolIsChosenAndShownAgain()
    {
        const QString id = stored("sk-good");
        open(id);
        auto *box = m_dialog->findChild<QComboBox *>(QStringLiteral("protocolBox"));
        QCOMPARE(box->currentIndex(), 0);
        QTest::keyClick(box, Qt::Key_End);
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_accounts->find(id)->protocol, ProtocolChoice::Compatible);
        open(id);
        QCOMPARE(m_dialog->findChild<QComboBox *>(QStringLiteral("protocolBox"))->currentText(),
                 QStringLiteral("OpenAI-compatible protocol"));
    }

    void editingReplacesARevokedKey()
    {
        const QString id = stored("sk-revoked");
        open(id);
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("does not accept this API key")), qPrintable(notice()));
        QTest::keyClicks(line("keyEdit"), QStringLiteral("sk-good"));
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(readFrom(*m_keychain, id).key, QByteArray("sk-good"));
    }

    void aStoredKeyThatCannotBeReadIsAskedFor()
    {
        const QString id = stored("sk-good");
        m_keychain->readMood = Kind::Denied;
        open(id);
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("locked")), qPrintable(notice()));
        QVERIFY(line("keyEdit")->hasFocus());
        QCOMPARE(m_server->requestCount(), 0);
    }

    void aKeychainThatRefusesIsToldBeforeTheDialogCloses()
    {
        m_keychain->mood = Kind::Unavailable;
        fill("mine", "sk-good");
        QSignalSpy saved(m_dialog.get(), &AccountDialog::saved);
        press("saveButton");
        QTRY_VERIFY2(notice().contains(QLatin1String("for this run only")), qPrintable(notice()));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(line("keyEdit")->text().isEmpty());
        QVERIFY(!button("cancelButton")->isVisible());
        QCOMPARE(button("saveButton")->text(), QStringLiteral("Close"));
        press("saveButton");
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(saved.count(), 1);
        QVERIFY(m_accounts->keptInMemory(saved.constFirst().constFirst().toString()));
    }

    void theKeyIsHiddenUntilItIsAskedToBeShown()
    {
        QCOMPARE(line("keyEdit")->echoMode(), QLineEdit::Password);
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(QStringLiteral("revealButton")), Qt::LeftButton);
        QCOMPARE(line("keyEdit")->echoMode(), QLineEdit::Normal);
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(QStringLiteral("revealButton")), Qt::LeftButton);
        QCOMPARE(line("keyEdit")->echoMode(), QLineEdit::Password);
    }

    void theKeyCannotBeBroughtBackAfterItWasCleared()
    {
        m_keychain->mood = Kind::Denied;
        fill("mine", "sk-good");
        press("saveButton");
        QTRY_VERIFY(line("keyEdit")->text().isEmpty());
        QVERIFY(!line("keyEdit")->isUndoAvailable());
    }

    void foreignTextIsNeverRichText()
    {
        QVERIFY(m_server->addFault(QStringLiteral("any=status=400,<b>Evil</b>,<img src=x>")));
        fill("<i>mine</i>", "sk-good");
        press("saveButton");
        QTRY_VERIFY(button("saveUntestedButton")->isVisible());
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    void open(const QString &id)
    {
        m_dialog = std::make_unique<AccountDialog>(m_accounts.get(), id, nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    QString stored(const QByteArray &key)
    {
        QString id;
        const Account account{{}, QStringLiteral("team"), {}, m_server->url(), {}};
        answerTo([&](QObject *owner, auto done) { id = m_accounts->save(account, key, owner, done); });
        return id;
    }

    void fill(const char *name, const char *key)
    {
        QTest::keyClicks(line("nameEdit"), QString::fromUtf8(name));
        region(other);
        QTest::keyClicks(line("baseUrlEdit"), m_server->url().toString());
        QTest::keyClicks(line("keyEdit"), QString::fromUtf8(key));
    }

    void region(int index)
    {
        auto *box = m_dialog->findChild<QComboBox *>(QStringLiteral("regionBox"));
        box->setCurrentIndex(beijing);
        while (box->currentIndex() < index)
            QTest::keyClick(box, Qt::Key_Down);
    }

    void press(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QPushButton *button(const char *name) { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLineEdit *line(const char *name) { return m_dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    QString note(const char *field)
    {
        return m_dialog->findChild<QLabel *>(QLatin1String(field) + QLatin1String("Note"))->text();
    }
    QString notice() { return m_dialog->findChild<QLabel *>(QStringLiteral("accountNotice"))->text(); }

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MoodyKeychain> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AccountDialog> m_dialog;
};

QTEST_MAIN(TestAccountDialog)
#include "tst_ui_accountdialog.moc"
