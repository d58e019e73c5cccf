// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialogworld.h"
#include "ui/fleet/limitsdialog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

class TestLimitsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        QVERIFY(m_world->isLive());
    }

    void cleanup() { m_world.reset(); }

    void whatIsLeftEmptyIsNotSent()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        QCOMPARE(m_world->text("present"), QStringLiteral("Requests per minute: 500 · Tokens per minute: 200,000"));
        m_world->type("rpmLimit", QStringLiteral("600"));
        QTest::keyClick(m_world->part("rpmLimit"), Qt::Key_Return);
        QTRY_VERIFY(!m_world->dialog);
        const auto puts = m_world->sent("PUT");
        QCOMPARE(puts.size(), 1);
        QVERIFY(puts.first().path.endsWith("/update"));
        QCOMPARE(QJsonDocument::fromJson(puts.first().body).object(),
                 (QJsonObject{{QStringLiteral("rpm_limit"), 600}}));
    }

    void withoutAJournalTheyAreSentByASecondYesOnly()
    {
        m_world->blockJournal();
        QVERIFY(m_world->isLive());
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("rpmLimit", QStringLiteral("600"));
        m_world->press();
        auto *second = m_world->part<QPushButton>("panelAction");
        QTRY_VERIFY(second->isVisible());
        QCOMPARE(m_world->sent("PUT").size(), 0);
        QTest::mouseClick(second, Qt::LeftButton);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("PUT").size(), 1);
    }

    void wrongLimitsAreRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("rpm");
        QTest::addColumn<QString>("tpm");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("said");
        QTest::newRow("neither") << ""
                                 << ""
                                 << "rpmLimitNote"
                                 << "at least one";
        QTest::newRow("zero") << "0"
                              << ""
                              << "rpmLimitNote"
                              << "larger than 0";
        QTest::newRow("negative") << ""
                                  << "-1"
                                  << "tpmLimitNote"
                                  << "larger than 0";
        QTest::newRow("no number") << ""
                                   << "many"
                                   << "tpmLimitNote"
                                   << "not a whole number";
        QTest::newRow("the same") << "500"
                                  << ""
                                  << "rpmLimitNote"
                                  << "already";
    }

    void wrongLimitsAreRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, rpm);
        QFETCH(QString, tpm);
        QFETCH(QString, note);
        QFETCH(QString, said);
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("rpmLimit", rpm);
        m_world->type("tpmLimit", tpm);
        m_world->press();
        const QString shown = m_world->text(note.toLatin1().constData());
        QVERIFY2(shown.contains(said), qPrintable(shown));
        QCOMPARE(m_world->sent("PUT").size(), 0);
    }

    void onlyModelUnitsHaveLimits()
    {
        QVERIFY(openFor("emo"));
        QVERIFY(m_world->text("limitsNote").contains(QStringLiteral("model units")));
        QVERIFY(!m_world->part("rpmLimit")->isVisible());
        QVERIFY(!m_world->primary()->isVisible());
    }

    void aRefusalKeepsTheDialogAndALostAnswerEndsIt()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        QVERIFY(m_world->server.addFault(QStringLiteral("update:1=status=400,InvalidParameter,No.")));
        m_world->type("tpmLimit", QStringLiteral("5000"));
        m_world->press();
        QTRY_COMPARE(m_world->text("panelService"), QStringLiteral("InvalidParameter: No."));
        m_world->server.clearFaults();
        QVERIFY(m_world->server.addFault(QStringLiteral("update:1=close-after")));
        m_world->press();
        QTRY_VERIFY(m_world->text("panelMeaning").contains(QStringLiteral("not sent again by itself")));
        QVERIFY(!m_world->primary()->isEnabled());
        QCOMPARE(m_world->sent("PUT").size(), 2);
    }

private:
    bool openFor(const char *model)
    {
        const QString id = m_world->idOf(QString::fromLatin1(model));
        return !id.isEmpty() && m_world->open(new LimitsDialog(m_world->store.get(), m_world->account, id));
    }

    std::unique_ptr<DialogWorld> m_world;
};

QTEST_MAIN(TestLimitsDialog)
#include "tst_ui_limitsdialog.moc"
