// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialogworld.h"
#include "ui/fleet/scaledialog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Slipway;

class TestScaleDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        QVERIFY(m_world->isLive());
    }

    void cleanup() { m_world.reset(); }

    void theButtonNamesTheWantedCapacityAndSendsItOnce()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        QVERIFY(m_world->text("present").contains(QStringLiteral("8 of 8")));
        m_world->type("capacity", QStringLiteral("12"));
        QCOMPARE(m_world->primary()->text(), QStringLiteral("Scale to 12"));
        QVERIFY(m_world->server.addFault(QStringLiteral("scale=delay=100")));
        m_world->pressTwice();
        QTest::keyClick(m_world->dialog, Qt::Key_Return);
        QTRY_VERIFY(!m_world->dialog);
        const auto puts = m_world->sent("PUT");
        QCOMPARE(puts.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(puts.first().body).object(), (QJsonObject{{QStringLiteral("capacity"), 12}}));
    }

    void aCapacityThatCannotBeIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("off the step") << "9"
                                      << "8 or 12";
        QTest::newRow("negative") << "-4"
                                  << "negative";
        QTest::newRow("1000") << "1000"
                              << "less than 1,000";
        QTest::newRow("not a number") << "x"
                                      << "not a whole number";
        QTest::newRow("what it has") << "8"
                                     << "already";
    }

    void aCapacityThatCannotBeIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("capacity", typed);
        QTest::keyClick(m_world->part("capacity"), Qt::Key_Return);
        QVERIFY2(m_world->text("capacityNote").contains(said), qPrintable(m_world->text("capacityNote")));
        QCOMPARE(m_world->sent("PUT").size(), 0);
        QVERIFY(m_world->dialog);
    }

    void withoutAJournalItIsSentByASecondYesOnly()
    {
        m_world->blockJournal();
        QVERIFY(m_world->isLive());
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("capacity", QStringLiteral("12"));
        m_world->press();
        QTRY_VERIFY(m_world->text("panelHeadline").contains(QStringLiteral("journal")));
        auto *second = m_world->part<QPushButton>("panelAction");
        QVERIFY(second->isVisible());
        QCOMPARE(second->text(), QStringLiteral("Send without an entry"));
        QCOMPARE(m_world->sent("PUT").size(), 0);
        m_world->press(); // the first yes again is no second one
        QTRY_VERIFY(second->isVisible() && m_world->primary()->isEnabled());
        QCOMPARE(m_world->sent("PUT").size(), 0);
        QTest::mouseClick(second, Qt::LeftButton);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("PUT").size(), 1);
    }

    void zeroIsNeverProposed()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("capacity", QStringLiteral("3"));
        m_world->press();
        QCOMPARE(m_world->text("capacityNote"), QStringLiteral("Capacity comes in steps of 4. Nearest: 4."));
    }

    void zeroIsAllowedAndExplained()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("capacity", QStringLiteral("0"));
        QVERIFY(m_world->text("capacityNote").contains(QStringLiteral("no unit to answer")));
        m_world->press();
        QTRY_COMPARE(m_world->sent("PUT").size(), 1);
    }

    void theDifferenceInPriceIsShown()
    {
        m_world->account.root = rootOf(Region::Beijing);
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->type("capacity", QStringLiteral("12"));
        QVERIFY(m_world->text("cost").startsWith(QStringLiteral("+¥216/h, then about ¥648/h")));
        m_world->type("capacity", QStringLiteral("4"));
        QVERIFY(m_world->text("cost").startsWith(QStringLiteral("−¥216/h")));
    }

    void aChangeUnderWayIsSaidAndLeftToTheService()
    {
        QVERIFY(openFor("qwen2.5-7b-instruct"));
        m_world->type("capacity", QStringLiteral("10"));
        QVERIFY(m_world->text("capacityNote").contains(QStringLiteral("under way")));
        m_world->press();
        QTRY_COMPARE(m_world->sent("PUT").size(), 1);
    }

    void loraCannotBeScaled()
    {
        QVERIFY(openFor("qwen3-8b-ft-202603041015-0007"));
        QVERIFY(m_world->text("scaleNote").contains(QStringLiteral("cannot be scaled")));
        QVERIFY(!m_world->primary()->isVisible());
        QCOMPARE(m_world->cancel()->text(), QStringLiteral("Close"));
    }

    void throughputIsScaledInTokensPerMinute()
    {
        QVERIFY(openFor("qwen-flash-2025-07-28"));
        m_world->type("inputTpm", QStringLiteral("30000"));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        const QJsonObject throughput{{QStringLiteral("input_tpm"), 30000}, {QStringLiteral("output_tpm"), 2000}};
        QCOMPARE(QJsonDocument::fromJson(m_world->sent("PUT").value(0).body).object(),
                 (QJsonObject{{QStringLiteral("ptu_capacity"), throughput}}));
    }

    void aRefusalKeepsTheDialogWithTheServicesWords()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        QVERIFY(m_world->server.addFault(QStringLiteral("scale:1=status=400,UnsupportedOperation,Not now.")));
        m_world->type("capacity", QStringLiteral("12"));
        m_world->press();
        QTRY_COMPARE(m_world->text("panelService"), QStringLiteral("UnsupportedOperation: Not now."));
        QVERIFY(m_world->everyLabelIsPlain());
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("PUT").size(), 2);
    }

    void whatItHasFollowsTheFleet()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        const QString id = m_world->idOf(QStringLiteral("qwen-plus-2025-12-01"));
        m_world->server.world().edit(id, [](Simulator::DeployedModel &model) {
            model.capacity = model.readyCapacity = 16;
            model.modified += 1000;
        });
        QTRY_VERIFY(m_world->text("present").contains(QStringLiteral("16 of 16")));
    }

    void aDeploymentThatVanishesCanNoLongerBeScaled()
    {
        QVERIFY(openFor("qwen-plus-2025-12-01"));
        m_world->vanish(m_world->idOf(QStringLiteral("qwen-plus-2025-12-01")));
        QTRY_VERIFY(m_world->text("scaleNote").contains(QStringLiteral("gone")));
        QVERIFY(!m_world->primary()->isVisible());
        QTest::keyClick(m_world->dialog, Qt::Key_Return);
        QCOMPARE(m_world->sent("PUT").size(), 0);
    }

private:
    bool openFor(const char *model)
    {
        const QString id = m_world->idOf(QString::fromLatin1(model));
        return !id.isEmpty() && m_world->open(new ScaleDialog(m_world->store.get(), m_world->account, id));
    }

    std::unique_ptr<DialogWorld> m_world;
};

QTEST_MAIN(TestScaleDialog)
#include "tst_ui_scaledialog.moc"
