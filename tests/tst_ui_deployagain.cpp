// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialogworld.h"
#include "ui/fleet/deploydialog.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Slipway;

/// The deploy dialog, filled in with what was asked once.
class TestDeployAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        QVERIFY(m_world->isLive());
    }

    void cleanup() { m_world.reset(); }

    void whatIsSentAgainIsWhatWasSentOnce_data()
    {
        QTest::addColumn<CreateRequest>("asked");
        QTest::newRow("model units, all of it") << everything();
        CreateRequest separated{.modelName = QStringLiteral("qwen-plus-2025-12-01"), .plan = QStringLiteral("mu")};
        separated.prefillCapacity = 16;
        separated.decodeCapacity = 24;
        separated.deploySpec = QStringLiteral("MU1-PD");
        separated.billingMethod = QStringLiteral("POST_PAY");
        separated.suffix = QStringLiteral("pd1");
        QTest::newRow("prefill and decode") << separated;
        QTest::newRow("throughput") << CreateRequest{.modelName = QStringLiteral("glm-5.1"),
                                                     .plan = QStringLiteral("ptu"),
                                                     .ptuCapacity = PtuCapacity{20'000, 3'000, 2'000},
                                                     .suffix = QStringLiteral("glm1")};
        QTest::newRow("LoRA") << CreateRequest{.modelName = QStringLiteral("qwen3-8b-ft-202603041015-0007"),
                                               .plan = QStringLiteral("lora"),
                                               .capacity = 1,
                                               .suffix = QStringLiteral("lora1")};
    }

    void whatIsSentAgainIsWhatWasSentOnce()
    {
        QFETCH(const CreateRequest, asked);
        QVERIFY(open(asked));
        QCOMPARE(m_world->text("pickedModel"), asked.modelName);
        QVERIFY(m_world->sent("POST").isEmpty());
        m_world->press();
        QTRY_COMPARE(m_world->sent("POST").size(), 1);
        QCOMPARE(QJsonDocument::fromJson(m_world->sent("POST").first().body), QJsonDocument::fromJson(bodyOf(asked)));
    }

    void aSuffixThatIsTakenIsReplacedAndTold()
    {
        CreateRequest asked = everything();
        asked.suffix = m_world->store->rows().first().deployedModel.section(u'-', -1);
        QVERIFY(open(asked));
        QVERIFY(m_world->part<QLineEdit>("suffix")->text() != asked.suffix);
        QVERIFY(!m_world->part<QLineEdit>("suffix")->text().isEmpty());
        QVERIFY(m_world->text("filledNote").contains(asked.suffix));
    }

    void aModelThatIsGoneIsToldAndNothingIsSent()
    {
        m_world->open(new DeployDialog(m_world->store.get(), m_world->account));
        CreateRequest asked = everything();
        asked.modelName = QStringLiteral("qwen-gone");
        dialog()->fill(asked);
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("qwen-gone"));
        QTRY_VERIFY(m_world->text("modelNote").contains(QStringLiteral("no longer lists")));
        m_world->press();
        QVERIFY(m_world->part("modelSearch")->hasFocus());
        QVERIFY(m_world->journal.entries().isEmpty());
    }

    void anotherModelCanBePickedInItsPlace()
    {
        aModelThatIsGoneIsToldAndNothingIsSent();
        m_world->type("modelSearch", QStringLiteral("qwen3-14b"));
        QTest::keyClick(m_world->part("modelSearch"), Qt::Key_Return);
        QCOMPARE(m_world->text("pickedModel"), QStringLiteral("qwen3-14b"));
        QVERIFY(m_world->text("modelNote").isEmpty());
        QVERIFY(m_world->text("filledNote").isEmpty());
    }

    void aPlanOrTemplateThatIsGoneIsTold()
    {
        CreateRequest asked = everything();
        asked.deploySpec = QStringLiteral("MU9");
        QVERIFY(open(asked));
        QVERIFY(m_world->text("filledNote").contains(QStringLiteral("MU9")));
        delete m_world->dialog;
        asked.plan = QStringLiteral("lora");
        asked.modelName = QStringLiteral("qwen3-14b");
        QVERIFY(open(asked));
        QVERIFY(m_world->text("filledNote").contains(QStringLiteral("no longer offered")));
        QCOMPARE(m_world->part<QLineEdit>("name")->text(), asked.name);
    }

    void itIsFilledOnceTheCatalogCanBeRead()
    {
        QVERIFY(m_world->server.addFault(QStringLiteral("catalog=status=403,Workspace.AccessDenied,Not for you.")));
        m_world->open(new DeployDialog(m_world->store.get(), m_world->account));
        dialog()->fill(everything());
        QTRY_VERIFY(m_world->part("catalogRetry")->isVisible());
        QVERIFY(m_world->text("filledNote").isEmpty());
        m_world->server.clearFaults();
        QTest::mouseClick(m_world->part("catalogRetry"), Qt::LeftButton);
        QTRY_VERIFY(!m_world->text("filledNote").isEmpty());
        QCOMPARE(m_world->part<QLineEdit>("name")->text(), everything().name);
    }

    void typedValuesAreNotOverwrittenWhenTheSecondSourceArrives()
    {
        QVERIFY(m_world->server.addFault(QStringLiteral("catalog=delay=200")));
        QVERIFY(open(everything()));
        m_world->type("name", QStringLiteral("mine"));
        QTRY_VERIFY(m_world->text("catalogState").isEmpty());
        QCOMPARE(m_world->part<QLineEdit>("name")->text(), QStringLiteral("mine"));
    }

private:
    static CreateRequest everything()
    {
        return {.modelName = QStringLiteral("qwen3-8b"),
                .plan = QStringLiteral("mu"),
                .name = QStringLiteral("客服"),
                .capacity = 16,
                .deploySpec = QStringLiteral("MU2"),
                .billingMethod = QStringLiteral("POST_PAY"),
                .enableThinking = false,
                .maxContextLength = 8192,
                .rpmLimit = 60,
                .tpmLimit = 100'000,
                .suffix = QStringLiteral("again1")};
    }

    DeployDialog *dialog() const { return qobject_cast<DeployDialog *>(m_world->dialog); }

    bool open(const CreateRequest &asked)
    {
        if (!m_world->open(new DeployDialog(m_world->store.get(), m_world->account)))
            return false;
        dialog()->fill(asked);
        return QTest::qWaitFor([this] { return !m_world->text("filledNote").isEmpty(); });
    }

    std::unique_ptr<DialogWorld> m_world;
};

QTEST_MAIN(TestDeployAgain)
#include "tst_ui_deployagain.moc"
