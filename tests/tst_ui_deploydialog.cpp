// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialogworld.h"
#include "ui/fleet/catalogpicker.h"
#include "ui/fleet/deploydialog.h"
#include "ui/fleet/deployform.h"

#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Slipway;

class TestDeployDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        QVERIFY(m_world->isLive());
    }

    void cleanup() { m_world.reset(); }

    void typingSearchesAndEnterPicks()
    {
        QVERIFY(openDialog());
        auto *list = m_world->part<QListView>("modelList");
        const int all = list->model()->rowCount();
        QTest::keyClicks(m_world->part("modelSearch"), QStringLiteral("qwen3-8b own"));
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY(list->model()->rowCount() < all);
        m_world->type("modelSearch", QStringLiteral("plus-2025-12"));
        QTest::keyClick(m_world->part("modelSearch"), Qt::Key_Down);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("qwen-plus-2025-12-01"));
        QCOMPARE(m_world->sent("POST").size(), 0);
    }

    void enterPicksTheFirstMatchAlsoAfterAnotherWasPicked()
    {
        QVERIFY(pick("qwen3-14b"));
        m_world->type("modelSearch", QStringLiteral("glm"));
        QTest::keyClick(m_world->part("modelSearch"), Qt::Key_Return);
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("glm-5.1"));
        QCOMPARE(m_world->sent("POST").size(), 0);
    }

    void theCatalogHoldsBaseAndOwnModels()
    {
        QVERIFY(openDialog());
        const auto *model = m_world->part<QListView>("modelList")->model();
        QSet<bool> sources;
        for (int row = 0; row < model->rowCount(); ++row)
            sources.insert(model->index(row, 0).data(Qt::UserRole).toBool());
        QCOMPARE(sources.size(), 2);
    }

    void oneDeploySendsOneCreateAndTellsTheId()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        QSignalSpy deployed(m_world->dialog, SIGNAL(deployed(QString)));
        m_world->type("name", QStringLiteral("客服"));
        m_world->type("suffix", QStringLiteral("demo1"));
        const QString shown = m_world->part<QPlainTextEdit>("requestText")->toPlainText();
        m_world->press();
        QTRY_COMPARE(deployed.size(), 1);
        QTRY_VERIFY(!m_world->dialog);
        const auto posts = m_world->sent("POST");
        QCOMPARE(posts.size(), 1);
        const QJsonObject body = QJsonDocument::fromJson(posts.first().body).object();
        QCOMPARE(body, QJsonDocument::fromJson(shown.toUtf8()).object());
        const QJsonObject expected{{QStringLiteral("model_name"), QStringLiteral("qwen-plus-2025-12-01")},
                                   {QStringLiteral("plan"), QStringLiteral("mu")},
                                   {QStringLiteral("deploy_spec"), QStringLiteral("MU1")},
                                   {QStringLiteral("billing_method"), QStringLiteral("POST_PAY")},
                                   {QStringLiteral("capacity"), 4},
                                   {QStringLiteral("name"), QStringLiteral("客服")},
                                   {QStringLiteral("suffix"), QStringLiteral("demo1")}};
        QCOMPARE(body, expected);
        QVERIFY(m_world->store->find(deployed.first().first().toString()));
    }

    void aSuffixOfItsOwnIsProposedAndSent()
    {
        QStringList proposed;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(pick("qwen-plus-2025-12-01"));
            proposed.append(m_world->part<QLineEdit>("suffix")->text());
            m_world->press();
            QTRY_VERIFY(!m_world->dialog);
            const QJsonObject body = QJsonDocument::fromJson(m_world->sent("POST").last().body).object();
            QCOMPARE(body.value(QStringLiteral("suffix")).toString(), proposed.last());
            QVERIFY(!proposed.last().isEmpty());
        }
        QVERIFY(proposed.first() != proposed.last());
    }

    void aDoubleClickAndManyEntersSendOneCreate()
    {
        QVERIFY(pick("qwen3-14b"));
        QVERIFY(m_world->server.addFault(QStringLiteral("create=delay=150")));
        QSignalSpy deployed(m_world->dialog, SIGNAL(deployed(QString)));
        m_world->pressTwice();
        QVERIFY(!m_world->primary()->isEnabled());
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(m_world->dialog, Qt::Key_Return);
            m_world->press();
        }
        QTRY_COMPARE(deployed.size(), 1);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("POST").size(), 1);
    }

    void whatIsOpenedComesIntoSight()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        QTest::mouseClick(m_world->part("advancedButton"), Qt::LeftButton);
        QTest::mouseClick(m_world->part("requestButton"), Qt::LeftButton);
        auto *request = m_world->part("request");
        const auto inSight = [request] {
            return request->visibleRegion().boundingRect().height() == request->height();
        };
        QTRY_VERIFY(inSight());
    }

    void enterInAFieldGoesToTheButtonAndDeploysThere()
    {
        QVERIFY(pick("qwen3-14b"));
        m_world->type("name", QStringLiteral("x"));
        QTest::keyClick(m_world->part("name"), Qt::Key_Return);
        QVERIFY(m_world->primary()->hasFocus());
        QVERIFY(m_world->journal.entries().isEmpty());
        QTest::keyClick(m_world->primary(), Qt::Key_Return);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("POST").size(), 1);
    }

    void enterHeldDownIsOneYes()
    {
        QVERIFY(pick("qwen3-14b"));
        refuseOnce();
        m_world->primary()->setFocus();
        QTest::keyClick(m_world->primary(), Qt::Key_Return);
        QTRY_VERIFY(m_world->part("sendingPanel")->isVisible());
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(m_world->dialog, &held);
        m_world->primary()->setFocus();
        QKeyEvent heldOnButton(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(m_world->primary(), &heldOnButton);
        QVERIFY(m_world->primary()->isEnabled());
        QCOMPARE(m_world->journal.entries().size(), 1);
    }

    void theSecondHalfOfADoubleClickIsNoSecondYes()
    {
        QVERIFY(pick("qwen3-14b"));
        refuseOnce();
        m_world->press();
        QTRY_VERIFY(m_world->part("sendingPanel")->isVisible());
        const QPointF middle = m_world->primary()->rect().center();
        QMouseEvent second(QEvent::MouseButtonDblClick, middle, m_world->primary()->mapToGlobal(middle), Qt::LeftButton,
                           Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_world->primary(), &second);
        QTest::mouseRelease(m_world->primary(), Qt::LeftButton);
        QCOMPARE(m_world->journal.entries().size(), 1);
    }

    void aRefusalKeepsTheDialogWithTheServicesWords()
    {
        QVERIFY(pick("qwen3-14b"));
        refuseOnce();
        m_world->type("name", QStringLiteral("kept"));
        m_world->press();
        QTRY_COMPARE(m_world->text("panelService"), QStringLiteral("Arrearage: Pay <b>first</b>."));
        const QString requestId = m_world->journal.entries().first().requestId;
        QVERIFY(!requestId.isEmpty());
        QVERIFY(m_world->text("panelRequestId").contains(requestId));
        QTest::mouseClick(m_world->part("panelCopyRequestId"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), requestId);
        QCOMPARE(m_world->part<QLineEdit>("name")->text(), QStringLiteral("kept"));
        QVERIFY(m_world->part("name")->isEnabled());
        QVERIFY(m_world->everyLabelIsPlain());
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("POST").size(), 2);
    }

    void aModelOfTheOldCatalogGoesWithItsCapacityAlone()
    {
        QVERIFY(pick("qwen3-14b"));
        CatalogModel old;
        old.modelName = QStringLiteral("qwen3-32b");
        old.baseCapacity = 16;
        Q_EMIT m_world->dialog->findChild<CatalogPicker *>()->picked(old);
        auto *plans = m_world->part<QComboBox>("plan");
        QCOMPARE(plans->count(), 2);
        choosePlan("");
        m_world->type("suffix", {});
        m_world->type("capacity", QStringLiteral("8"));
        m_world->press();
        QVERIFY(m_world->text("capacityNote").contains(QStringLiteral("steps of 16")));
        m_world->type("capacity", QStringLiteral("32"));
        m_world->type("suffix", QStringLiteral("old"));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        const auto posts = m_world->sent("POST");
        QCOMPARE(posts.size(), 1);
        const QJsonObject expected{{QStringLiteral("model_name"), old.modelName},
                                   {QStringLiteral("capacity"), 32},
                                   {QStringLiteral("suffix"), QStringLiteral("old")}};
        QCOMPARE(QJsonDocument::fromJson(posts.first().body).object(), expected);
    }

    void aTakenSuffixIsSaidBesideIt()
    {
        QVERIFY(pick("emo"));
        m_world->type("suffix", QStringLiteral("demo01"));
        m_world->press();
        QTRY_VERIFY(!m_world->text("panelService").isEmpty());
        QVERIFY(m_world->text("panelService").startsWith(QStringLiteral("Conflict: ")));
        QVERIFY(m_world->part("suffix")->hasFocus());
        QVERIFY(m_world->text("suffixNote").contains(QStringLiteral("taken")));
        QTest::keyClicks(m_world->part("suffix"), QStringLiteral("x1"));
        QVERIFY(!m_world->text("suffixNote").contains(QStringLiteral("taken")));
    }

    void wrongInputIsRefusedBesideItsFieldBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        const QString capacity = QStringLiteral("capacity");
        const QString suffix = QStringLiteral("suffix");
        QTest::newRow("off the step") << capacity << "6"
                                      << "4 or 8";
        QTest::newRow("zero") << capacity << "0"
                              << "larger than 0";
        QTest::newRow("negative") << capacity << "-4"
                                  << "larger than 0";
        QTest::newRow("1000") << capacity << "1000"
                              << "less than 1,000";
        QTest::newRow("not a number") << capacity << "four"
                                      << "not a whole number";
        QTest::newRow("a fraction") << capacity << "4.5"
                                    << "not a whole number";
        QTest::newRow("nothing") << capacity << ""
                                 << "missing";
        QTest::newRow("suffix too long") << suffix << "abcdefghi"
                                         << "At most 8";
        QTest::newRow("suffix in capitals") << suffix << "Demo"
                                            << "lower-case";
        QTest::newRow("context") << "contextLength"
                                 << "262145"
                                 << "262,144";
        QTest::newRow("rpm") << "rpmLimit"
                             << "0"
                             << "larger than 0";
    }

    void wrongInputIsRefusedBesideItsFieldBeforeAnythingIsSent()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        QVERIFY(pick("qwen-plus-2025-12-01"));
        QTest::mouseClick(m_world->part("advancedButton"), Qt::LeftButton);
        const QByteArray name = field.toLatin1();
        m_world->type(name.constData(), typed);
        m_world->press();
        const QString note = m_world->text((name + "Note").constData());
        QVERIFY2(note.contains(said), qPrintable(note));
        QVERIFY(m_world->part(name.constData())->hasFocus());
        QCOMPARE(m_world->part(name.constData())->property("text").toString(), typed);
        QVERIFY(m_world->primary()->isEnabled());
        QCOMPARE(m_world->journal.entries().size(), 0);
        QCOMPARE(m_world->sent("POST").size(), 0);
    }

    void aWrongSuffixIsStillToldWhenAnotherModelIsPicked()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        m_world->type("suffix", QStringLiteral("Not So"));
        QTest::keyClick(m_world->part("suffix"), Qt::Key_Tab);
        const QString told = m_world->text("suffixNote");
        QVERIFY2(told.contains(QStringLiteral("Only lower-case")), qPrintable(told));
        m_world->type("modelSearch", QStringLiteral("glm"));
        QTest::keyClick(m_world->part("modelSearch"), Qt::Key_Return);
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("glm-5.1"));
        QCOMPARE(m_world->text("suffixNote"), told);
    }

    void whatIsWrongMovesNothing()
    {
        m_world->account.origin = Account::Origin::Simulator; // which has a line for the price
        QVERIFY(pick("qwen-plus-2025-12-01"));
        const auto places = [this] {
            QStringList lines;
            for (const char *name : {"name", "suffix", "modelList", "advancedButton"}) {
                const QWidget *part = m_world->part(name);
                const QRect place(part->mapTo(m_world->dialog, QPoint()), part->size());
                lines << QStringLiteral("%1 %2 %3").arg(QLatin1String(name)).arg(place.top()).arg(place.bottom());
            }
            return lines;
        };
        settle();
        const QStringList before = places();
        QVERIFY(!m_world->text("summaryCost").isEmpty());
        m_world->type("capacity", QStringLiteral("7"));
        QTest::keyClick(m_world->part("capacity"), Qt::Key_Tab);
        m_world->type("suffix", QStringLiteral("NO"));
        QTest::keyClick(m_world->part("suffix"), Qt::Key_Tab);
        QVERIFY(m_world->text("capacityNote").contains(QStringLiteral("steps of 4")));
        QCOMPARE(m_world->text("summaryCost"), QString());
        settle();
        QCOMPARE(places(), before);
    }

    void fieldsAreAsWideBesideAScrollBar()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        const auto *templates = m_world->part("template");
        const auto *bar = m_world->part<QScrollArea>("formScroll")->verticalScrollBar();
        m_world->dialog->resize(800, 0);
        QTRY_VERIFY(bar->maximum() > 0);
        settle();
        const int beside = templates->width();
        m_world->dialog->resize(800, 2000);
        QTRY_COMPARE(bar->maximum(), 0);
        settle();
        QCOMPARE(templates->width(), beside);
    }

    void arrowsStepByTheBaseCapacity()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        auto *capacity = m_world->part("capacity");
        QTest::keyClick(capacity, Qt::Key_Up);
        QCOMPARE(capacity->property("text").toString(), QStringLiteral("8"));
        m_world->type("capacity", QStringLiteral("10"));
        QTest::keyClick(capacity, Qt::Key_Down);
        QCOMPARE(capacity->property("text").toString(), QStringLiteral("8"));
        m_world->type("capacity", QStringLiteral("10"));
        QTest::keyClick(capacity, Qt::Key_Up);
        QCOMPARE(capacity->property("text").toString(), QStringLiteral("12"));
        m_world->type("capacity", QStringLiteral("5000"));
        QTest::keyClick(capacity, Qt::Key_Down);
        QCOMPARE(capacity->property("text").toString(), QStringLiteral("996"));
        m_world->type("capacity", QStringLiteral("1"));
        QTest::keyClick(capacity, Qt::Key_Down);
        QCOMPARE(capacity->property("text").toString(), QStringLiteral("4"));
    }

    void aSeparatedTemplateAsksForPrefillAndDecode()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        auto *templates = m_world->part<QComboBox>("template");
        QVERIFY(templates->findText(QStringLiteral("MU1-PD"), Qt::MatchStartsWith) >= 0);
        templates->setCurrentIndex(templates->findText(QStringLiteral("MU1-PD"), Qt::MatchStartsWith));
        QVERIFY(!m_world->part("capacity")->isVisible());
        m_world->type("prefillCapacity", QStringLiteral("16"));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        const QJsonObject body = QJsonDocument::fromJson(m_world->sent("POST").value(0).body).object();
        QCOMPARE(body.value(QStringLiteral("prefill_capacity")).toInt(), 16);
        QCOMPARE(body.value(QStringLiteral("decode_capacity")).toInt(), 8);
        QVERIFY(!body.contains(QStringLiteral("capacity")));
    }

    void aTemplateThatIsNotListedIsTyped()
    {
        QVERIFY(pick("qwen-plus-2025-12-01"));
        m_world->type("template", QStringLiteral("dps-20260401101500-ab12cd"));
        QVERIFY(m_world->part("capacity")->isVisible());
        m_world->press();
        QTRY_COMPARE(m_world->sent("POST").size(), 1);
        const QJsonObject body = QJsonDocument::fromJson(m_world->sent("POST").value(0).body).object();
        QCOMPARE(body.value(QStringLiteral("deploy_spec")).toString(), QStringLiteral("dps-20260401101500-ab12cd"));
    }

    void aTypedTemplateStaysWhenThePlanIsChangedAndBack()
    {
        QVERIFY(pick("qwen3-8b"));
        auto *templates = m_world->part<QComboBox>("template");
        m_world->type("template", QStringLiteral("dps-1"));
        choosePlan("lora");
        choosePlan("mu");
        QCOMPARE(templates->currentText(), QStringLiteral("dps-1"));
        m_world->type("template", QStringLiteral("MU2"));
        m_world->press();
        QTRY_COMPARE(m_world->sent("POST").size(), 1);
        QVERIFY(m_world->sent("POST").value(0).body.contains(R"("deploy_spec":"MU2")"));
    }

    void aModelWithRealIdsIsDeployedWithOneOfThem()
    {
        const CatalogTemplate listed{.templateId = QStringLiteral("T1"),
                                     .description = QStringLiteral("voices"),
                                     .deploySpec = QStringLiteral("dps-1"),
                                     .deploySpecs = {QStringLiteral("dps-1"), QStringLiteral("dps-2")},
                                     .others = {{QStringLiteral("template_source"), QStringLiteral("<b>CUSTOM</b>")}}};
        DeployForm form;
        form.setModel({.modelName = QStringLiteral("cosyvoice"),
                       .plans = {{.plan = QStringLiteral("mu"),
                                  .templates = {listed},
                                  .others = {{QStringLiteral("cu_specs"), QStringLiteral("[1]")}}}}});
        auto *box = form.findChild<QComboBox *>(QStringLiteral("template"));
        QCOMPARE(box->count(), 2);
        QCOMPARE(form.request().deploySpec, QStringLiteral("dps-1"));
        box->setCurrentIndex(1);
        QCOMPARE(form.request().deploySpec, QStringLiteral("dps-2"));
        QCOMPARE(form.findChild<QLabel *>(QStringLiteral("templateNote"))->text(),
                 QStringLiteral("voices\ntemplate_source: <b>CUSTOM</b>"));
        QCOMPARE(form.findChild<QLabel *>(QStringLiteral("planNote"))->text(), QStringLiteral("cu_specs: [1]"));
    }

    void loraAsksForNoCapacity()
    {
        QVERIFY(pick("qwen3-8b"));
        choosePlan("lora");
        QVERIFY(!m_world->part("capacity")->isVisible());
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        const QJsonObject body = QJsonDocument::fromJson(m_world->sent("POST").value(0).body).object();
        QCOMPARE(body.value(QStringLiteral("plan")).toString(), QStringLiteral("lora"));
        QCOMPARE(body.value(QStringLiteral("capacity")).toInt(), 1);
        QVERIFY(!body.contains(QStringLiteral("deploy_spec")));
    }

    void throughputIsAskedForInTokensPerMinute()
    {
        QVERIFY(pick("qwen3.7-plus"));
        m_world->type("inputTpm", QStringLiteral("20000"));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        const QJsonObject body = QJsonDocument::fromJson(m_world->sent("POST").value(0).body).object();
        QCOMPARE(body.value(QStringLiteral("plan")).toString(), QStringLiteral("ptu"));
        const QJsonObject expected{{QStringLiteral("input_tpm"), 20000}, {QStringLiteral("output_tpm"), 1000}};
        QCOMPARE(body.value(QStringLiteral("ptu_capacity")).toObject(), expected);
    }

    void thePriceIsShownWhereTheListIsValid()
    {
        m_world->account.root = rootOf(Region::Beijing);
        QVERIFY(pick("qwen-plus-2025-12-01"));
        QCOMPARE(m_world->text("summaryCost"), QStringLiteral("About ¥216/h, ¥5,184/day (list price of 2026-05-30)."));
        m_world->type("capacity", QStringLiteral("8"));
        QVERIFY(m_world->text("summaryCost").contains(QStringLiteral("¥432/h")));
        QVERIFY(m_world->text("summaryWhat").contains(QStringLiteral("team-prod (Beijing)")));
    }

    void noPriceIsShownElsewhere()
    {
        m_world->account.root = rootOf(Region::Singapore);
        QVERIFY(pick("qwen-plus-2025-12-01"));
        QCOMPARE(m_world->text("summaryCost"), QString());
    }

    void aLostAnswerEndsTheSending()
    {
        QVERIFY(pick("qwen3-14b"));
        QVERIFY(m_world->server.addFault(QStringLiteral("create:1=half-body")));
        m_world->press();
        QTRY_VERIFY(m_world->text("panelMeaning").contains(QStringLiteral("not sent again by itself")));
        QVERIFY(!m_world->primary()->isEnabled());
        QTest::keyClick(m_world->dialog, Qt::Key_Return);
        m_world->press();
        QCOMPARE(m_world->cancel()->text(), QStringLiteral("Close"));
        QTRY_VERIFY(!m_world->idOf(QStringLiteral("qwen3-14b")).isEmpty());
        QCOMPARE(m_world->sent("POST").size(), 1);
        QTest::mouseClick(m_world->cancel(), Qt::LeftButton);
        QTRY_VERIFY(!m_world->dialog);
    }

    void escapeWhileSendingSaysThatItWasSent()
    {
        QVERIFY(pick("qwen3-14b"));
        QVERIFY(m_world->server.addFault(QStringLiteral("create=delay=400")));
        m_world->press();
        QTest::keyClick(m_world->dialog, Qt::Key_Escape);
        QVERIFY(m_world->dialog->isVisible());
        QVERIFY(m_world->text("panelHeadline").contains(QStringLiteral("sent already")));
        QTest::keyClick(m_world->dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_world->dialog);
        QTRY_VERIFY(!m_world->idOf(QStringLiteral("qwen3-14b")).isEmpty());
        QCOMPARE(m_world->sent("POST").size(), 1);
    }

    void aModelThatLeftTheCatalogOffersToReloadIt()
    {
        QVERIFY(pick("qwen3-14b"));
        QVERIFY(m_world->server.addFault(QStringLiteral("create:1=status=404,NotFound,Model: qwen3-14b not found!")));
        m_world->press();
        QTRY_VERIFY(m_world->part("panelAction")->isVisible());
        const auto reads = [this] {
            const auto gets = m_world->sent("GET");
            return std::count_if(gets.begin(), gets.end(),
                                 [](const auto &get) { return get.path.endsWith("/models"); });
        };
        const auto before = reads();
        QTest::mouseClick(m_world->part("panelAction"), Qt::LeftButton);
        QTRY_COMPARE(reads(), before + 2);
        QTRY_VERIFY(m_world->text("catalogState").isEmpty());
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("qwen3-14b"));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
    }

    void aCatalogThatCannotBeReadSaysWhyAndIsReadAgain()
    {
        QVERIFY(m_world->server.addFault(QStringLiteral("catalog:2=status=403,Workspace.AccessDenied,Not for you.")));
        m_world->open(new DeployDialog(m_world->store.get(), m_world->account));
        QTRY_VERIFY(m_world->text("catalogState").startsWith(QStringLiteral("The models could not be read.")));
        QVERIFY(m_world->text("catalogState").contains(QStringLiteral("Not for you.")));
        QVERIFY(m_world->part("catalogRetry")->isVisible());
        QTest::mouseClick(m_world->part("catalogRetry"), Qt::LeftButton);
        QTRY_VERIFY(m_world->text("catalogState").isEmpty());
        QVERIFY(m_world->part<QListView>("modelList")->model()->rowCount() > 20);
    }

    void withoutAModelDeployAsksForOne()
    {
        QVERIFY(openDialog());
        m_world->press();
        QVERIFY(m_world->text("modelNote").contains(QStringLiteral("Pick a model")));
        QVERIFY(m_world->part("modelSearch")->hasFocus());
        QCOMPARE(m_world->sent("POST").size(), 0);
    }

    void theDialogLeavesWithItsStore()
    {
        QVERIFY(pick("qwen3-14b"));
        m_world->store.reset();
        QTRY_VERIFY(!m_world->dialog);
    }

private:
    /// Lays out what waits for it, and what that has changed.
    static void settle()
    {
        for (int round = 0; round < 4; ++round)
            QCoreApplication::sendPostedEvents();
    }

    bool openDialog()
    {
        return m_world->open(new DeployDialog(m_world->store.get(), m_world->account)) && QTest::qWaitFor([this] {
                   return m_world->part<QListView>("modelList")->model()->rowCount() > 0 &&
                          m_world->text("catalogState").isEmpty();
               });
    }

    bool pick(const char *model)
    {
        if (!openDialog())
            return false;
        m_world->type("modelSearch", QString::fromLatin1(model));
        auto *list = m_world->part<QListView>("modelList");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() != QLatin1String(model))
                continue;
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        }
        return m_world->text("pickedModel") == QLatin1String(model);
    }

    void choosePlan(const char *plan)
    {
        auto *plans = m_world->part<QComboBox>("plan");
        plans->setCurrentIndex(plans->findData(QString::fromLatin1(plan)));
    }

    void refuseOnce()
    {
        QVERIFY(m_world->server.addFault(QStringLiteral("create:1=status=400,Arrearage,Pay <b>first</b>.")));
    }

    std::unique_ptr<DialogWorld> m_world;
};

QTEST_MAIN(TestDeployDialog)
#include "tst_ui_deploydialog.moc"
