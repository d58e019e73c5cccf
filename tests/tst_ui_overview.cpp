// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/applicationmain.h"
#include "tests/support/eventloop.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/paintwatch.h"
#include "ui/fleet/copybutton.h"
#include "ui/fleet/fieldgrid.h"
#include "ui/fleet/overviewpane.h"
#include "ui/fleet/placeholder.h"
#include "ui/fleet/statusbanner.h"
#include "ui/fleet/valuefield.h"
#include "ui/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<FleetFixture>();
        m_fleet->insert({m_id});
        m_pane = std::make_unique<OverviewPane>();
        m_pane->resize(420, 400);
        m_pane->show();
    }

    void cleanup()
    {
        m_pane.reset();
        m_fleet.reset();
    }

    void withNothingChosenItSaysSo()
    {
        QVERIFY(nothing()->isVisible());
        QCOMPARE(nothing()->text().headline, QStringLiteral("Nothing chosen"));
    }

    void itShowsEveryFieldThatTheServiceSent()
    {
        open();
        QStringList shown;
        for (const ValueField *field : m_pane->findChildren<ValueField *>())
            shown << field->accessibleName() + u'=' + field->value();
        const QList<Field> sent = fieldsOf(*m_fleet->store->find(m_id));
        QVERIFY(sent.size() > 10);
        for (const Field &field : sent)
            QVERIFY2(shown.contains(field.name + u'=' + field.value), qPrintable(field.name));
    }

    void nothingOfTheOneBeforeIsLeftWhereTheServiceSentLess()
    {
        const QString other = QStringLiteral("qwen-plus-without");
        m_fleet->insert({other});
        edit([](auto &model) { model.rpmLimit = 777; });
        QVERIFY(m_fleet->world().edit(other, [](auto &model) {
            model.plan = QStringLiteral("cu");
            model.rpmLimit = {};
            model.tpmLimit = {};
        }));
        open();
        QVERIFY(shownGroups().contains(QStringLiteral("Limits")));
        m_pane->setDeployment(m_fleet->store.get(), other);
        QStringList once = shownGroups();
        QCOMPARE(once.removeDuplicates(), 0);
        QVERIFY(!once.contains(QStringLiteral("Limits")));
        for (const ValueField *field : m_pane->findChildren<ValueField *>())
            QVERIFY2(field->isHidden() || !field->isVisible() || field->value() != m_id,
                     qPrintable(field->accessibleName()));
        const auto fields = m_pane->findChildren<ValueField *>();
        const auto sent = std::find_if(fields.begin(), fields.end(), [](const ValueField *field) {
            return field->isVisible() && field->accessibleName() == QLatin1String("deployed_model");
        });
        QVERIFY(sent != fields.end());
        QCOMPARE((*sent)->value(), other);
        QCOMPARE((*sent)->font().family(), Look::monospace({}).family()); // as it came
    }

    void anotherChoiceIsLaidOutBeforeItIsPainted()
    {
        const QString other = QStringLiteral("qwen-plus-other");
        m_fleet->insert({other});
        QVERIFY(m_fleet->world().edit(other, [](auto &model) {
            model.plan = QStringLiteral("cu");
            model.status = QStringLiteral("FAILED");
            model.rpmLimit = {};
            model.tpmLimit = {};
        }));
        edit([](auto &model) { model.rpmLimit = 777; });
        QVERIFY(m_fleet->load());
        QWidget window; // in which something else is to be painted, too, as the row that was clicked
        window.resize(500, 700);
        auto *pane = new OverviewPane(&window);
        pane->resize(420, 650);
        pane->setDeployment(m_fleet->store.get(), m_id);
        window.show();
        int paints = 0;
        const PaintWatch watch(pane->findChildren<FieldGrid *>().constLast(), [&] { ++paints; });
        const auto choose = [&](const QString &id) {
            paints = 0;
            window.update(0, 680, 10, 10);
            pane->setDeployment(m_fleet->store.get(), id);
            return takeTurns(3);
        };
        QVERIFY(choose(other)); // fields that were never seen before are made
        for (const QString &id : {m_id, other}) {
            QVERIFY(choose(id));
            QCOMPARE(paints, 1);
        }
    }

    void aRunningOneSaysThatItIsBilled()
    {
        open();
        QCOMPARE(banner()->state().word, QStringLiteral("Running"));
        QVERIFY(label("statusMeaning")->text().contains(QStringLiteral("billed by the hour")));
    }

    void oneWithoutUnitsIsNotSaidToBeBilledByTheHour()
    {
        edit([](auto &model) {
            model.capacity = 0;
            model.readyCapacity = 0;
        });
        open();
        QVERIFY2(label("statusMeaning")->text().contains(QStringLiteral("without a unit")),
                 qPrintable(label("statusMeaning")->text()));
    }

    void aSimulatedOneSaysThatItIsNot()
    {
        open();
        Account simulator = m_fleet->account();
        simulator.origin = Account::Origin::Simulator;
        m_pane->setAccount(simulator);
        QVERIFY(label("statusMeaning")->text().contains(QStringLiteral("nothing is billed")));
    }

    void whatIsFreeIsToldInOneWordWhateverThePlan()
    {
        edit([](auto &model) { model.plan = QStringLiteral("lora"); });
        open();
        Account simulator = m_fleet->account();
        simulator.origin = Account::Origin::Simulator;
        m_pane->setAccount(simulator);
        QCOMPARE(valueOf(QStringLiteral("Price")), QStringLiteral("free"));
    }

    void theListPriceIsToldWhereItHolds()
    {
        open();
        QCOMPARE(valueOf(QStringLiteral("Price")), QString());
        Account beijing = m_fleet->account();
        beijing.root = QUrl(QStringLiteral("https://dashscope.aliyuncs.com/api/v1"));
        m_pane->setAccount(beijing);
        QVERIFY2(valueOf(QStringLiteral("Price")).contains(QStringLiteral("216")),
                 qPrintable(valueOf(QStringLiteral("Price"))));
    }

    void aChangeShowsHowFarItIs()
    {
        edit([](auto &model) {
            model.status = QStringLiteral("UPDATING");
            model.capacity = 8;
        });
        open();
        QCOMPARE(banner()->state().share.value(), 0.5);
        QCOMPARE(banner()->state().note, QStringLiteral("4 of 8 units ready"));
    }

    void newDataArrivesInPlaceAndNothingScrolls()
    {
        open();
        auto *bar = m_pane->findChild<QScrollArea *>(QStringLiteral("overviewFields"))->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 40);
        bar->setValue(40);
        edit([](auto &model) { model.rpmLimit = 777; });
        QVERIFY(m_fleet->poll());
        QCOMPARE(valueOf(QStringLiteral("rpm_limit")), QStringLiteral("777"));
        QCOMPARE(bar->value(), 40);
    }

    void whenItIsGoneItSaysSoAndKeepsWhatWasKnown()
    {
        open();
        edit([](auto &model) { model.status = QStringLiteral("DELETING"); });
        m_fleet->advance(std::chrono::hours(1));
        QVERIFY(m_fleet->poll());
        QVERIFY(!m_fleet->store->find(m_id));
        QCOMPARE(banner()->state().word, QStringLiteral("This deployment is gone"));
        QCOMPARE(valueOf(QStringLiteral("deployed_model")), m_id);
        QVERIFY(!button("overviewDelete")->isEnabled());
        QVERIFY(!button("overviewChat")->isEnabled());
    }

    void anIdThatNeverWasIsGoneToo()
    {
        QVERIFY(m_fleet->load());
        m_pane->setDeployment(m_fleet->store.get(), QStringLiteral("never"));
        QCOMPARE(nothing()->text().headline, QStringLiteral("This deployment is gone"));
    }

    void actionsAreOfferedWhereTheyMakeSense_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("offered");
        QTest::newRow("running") << "RUNNING"
                                 << "mu"
                                 << "chat scale limits delete";
        QTest::newRow("updating still answers") << "UPDATING"
                                                << "mu"
                                                << "chat scale limits delete";
        QTest::newRow("stopped") << "STOPPED"
                                 << "mu"
                                 << "scale limits delete";
        QTest::newRow("per token") << "RUNNING"
                                   << "lora"
                                   << "chat delete";
        QTest::newRow("compute units") << "RUNNING"
                                       << "cu"
                                       << "chat scale delete";
        QTest::newRow("on its way out") << "DELETING"
                                        << "mu"
                                        << "";
    }

    void actionsAreOfferedWhereTheyMakeSense()
    {
        QFETCH(QString, status);
        QFETCH(QString, plan);
        edit([&](auto &model) {
            model.status = status;
            model.plan = plan;
        });
        open();
        QStringList offered;
        for (const char *name : {"Chat", "Scale", "Limits", "Delete"})
            if (button((QByteArrayLiteral("overview") + name).constData())->isEnabled())
                offered << QString::fromLatin1(name).toLower();
        QTEST(offered.join(u' '), "offered");
    }

    void aClickAsksForTheAction()
    {
        open();
        QSignalSpy chat(m_pane.get(), &OverviewPane::chatRequested);
        QSignalSpy remove(m_pane.get(), &OverviewPane::deleteRequested);
        QTest::mouseClick(button("overviewChat"), Qt::LeftButton);
        QTest::mouseClick(button("overviewDelete"), Qt::LeftButton);
        QCOMPARE(chat.count(), 1);
        QCOMPARE(remove.count(), 1);
        QCOMPARE(remove.first().first().toString(), m_id);
    }

    void theIdIsCopiedWhole()
    {
        open();
        QTest::mouseClick(m_pane->findChild<CopyButton *>(QStringLiteral("copyDeployedModel")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_id);
    }

    void aValueIsCopiedByKeyboardWithoutSelecting()
    {
        open();
        auto *title = m_pane->findChild<ValueField *>(QStringLiteral("deployedModel"));
        QTest::keySequence(title, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_id);
    }

    void textFromOutsideIsNeverRead()
    {
        edit([](auto &model) { model.name = QStringLiteral("<img src='file:///etc/passwd'>"); });
        open();
        for (const QLabel *plain : m_pane->findChildren<QLabel *>())
            QCOMPARE(plain->textFormat(), Qt::PlainText);
        for (const ValueField *field : m_pane->findChildren<ValueField *>())
            QVERIFY(!field->toolTip().contains(QStringLiteral("<img")));
    }

    void itOutlivesItsStore()
    {
        open();
        m_fleet.reset();
        QVERIFY(nothing()->isVisible());
    }

private:
    void open()
    {
        QVERIFY(m_fleet->load());
        m_pane->setDeployment(m_fleet->store.get(), m_id);
    }

    void edit(const std::function<void(Simulator::DeployedModel &)> &change)
    {
        QVERIFY(m_fleet->world().edit(m_id, change));
    }

    QStringList shownGroups() const
    {
        QStringList titles;
        for (const FieldGrid *grid : m_pane->findChildren<FieldGrid *>())
            if (grid->isVisible())
                titles << grid->findChild<QLabel *>()->text();
        return titles;
    }

    QString valueOf(const QString &name) const
    {
        for (const ValueField *field : m_pane->findChildren<ValueField *>())
            if (field->accessibleName() == name)
                return field->value();
        return {};
    }

    Placeholder *nothing() const { return m_pane->findChild<Placeholder *>(); }
    StatusBanner *banner() const { return m_pane->findChild<StatusBanner *>(); }
    QLabel *label(const char *name) const { return m_pane->findChild<QLabel *>(QLatin1String(name)); }
    QPushButton *button(const char *name) const { return m_pane->findChild<QPushButton *>(QLatin1String(name)); }

    const QString m_id = QStringLiteral("qwen-plus-5790cf81");
    std::unique_ptr<FleetFixture> m_fleet;
    std::unique_ptr<OverviewPane> m_pane;
};

SLIPWAY_TEST_MAIN(TestOverview)
#include "tst_ui_overview.moc"
