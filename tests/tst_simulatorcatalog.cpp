// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/models.h"
#include "tests/support/stillserver.h"

#include <QTest>

using namespace Slipway::Simulator;

class TestSimulatorCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_still = std::make_unique<StillServer>(); }
    void cleanup() { m_still.reset(); }

    void theLegacyCatalogIsShort()
    {
        const RawClient::Answer answer = m_still->ask("GET", "deployments/models?model_source=custom&page_size=2");
        QCOMPARE(
            answer.body.mid(answer.body.indexOf("\"output\"")),
            R"("output":{"models":[{"model_name":"qwen3-8b-ft-202603041015-0007","base_capacity":4},)"
            R"({"model_name":"qwen3-8b-ft-202604220931-8c1d","base_capacity":4}],"page_no":1,"page_size":2,"total":7}})");
    }

    void theCatalogListsPlansAndTemplates()
    {
        const RawClient::Answer answer = m_still->ask("GET", "deployments/models?version=v1.0&page_no=1&page_size=100");
        QVERIFY(answer.body.contains(R"("output":{"page_no":1,"page_size":100,"total":)"));
        QVERIFY2(
            answer.body.contains(
                R"({"model_name":"qwen3-8b","plans":[{"plan":"mu","templates":[{"template_id":"MU1",)"
                R"("template_name":"single machine, standard","template_type":"COUPLED","template_version":"v1",)"
                R"("template_desc":"prefill + decode",)"
                R"("roles":{"unified":{"model_unit_spec":"MU1","capacity_unit_per_instance":4}}},{"template_id":"MU1-PD",)"
                R"("template_name":"PD separated","template_type":"SEPERATED")"),
            answer.body.constData());
        QVERIFY(answer.body.contains(R"("roles":{"prefill":{"model_unit_spec":"MU1","capacity_unit_per_instance":4},)"
                                     R"("decode":{"model_unit_spec":"MU1","capacity_unit_per_instance":4}}})"));
        QVERIFY(answer.body.contains(R"({"plan":"lora"})"));
        QVERIFY(answer.body.contains(R"({"model_name":"emo","base_capacity":1,"plans":[{"plan":"cu"}]})"));
        QVERIFY(answer.body.contains(R"({"plan":"ptu_v2"})"));
        QVERIFY(!answer.body.contains("-ft-"));
    }

    void theCatalogKnowsThePersonsOwnModels()
    {
        const RawClient::Answer answer = m_still->ask("GET", "deployments/models?version=v1.0&model_source=custom");
        QVERIFY(answer.body.contains(R"({"model_name":"qwen3-14b-ft-202602111640-4f2a","base_model":"qwen3-14b",)"
                                     R"("model_source":"custom","plans":[{"plan":"mu","templates":[)"));
        QVERIFY(answer.body.contains(R"("supported_plans":["mu","lora"])"));
        QVERIFY(!answer.body.contains("\"emo\""));
    }

    void aWrongCatalogQueryIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("page_size=101") << QByteArray("page_size");
        QTest::newRow("page_no=-1") << QByteArray("page_no");
        QTest::newRow("model_source=mine") << QByteArray("model_source");
        QTest::newRow("version=v2") << QByteArray("version");
        QTest::newRow("version=v1.0&plan=dtu") << QByteArray("plan");
    }
    void aWrongCatalogQueryIsRefused()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(m_still->message(m_still->ask("GET", QByteArray("deployments/models?") + QTest::currentDataTag())),
                 required(name.constData()));
    }

    void everyCatalogEntryCanBeDeployedAsItSays()
    {
        for (const ModelInfo &model : allModels()) {
            const QByteArray name = model.name.toUtf8();
            for (const Template &each : model.templates) {
                const QByteArray capacity = each.separated()
                                                ? "\"prefill_capacity\":" + QByteArray::number(each.unit) +
                                                      ",\"decode_capacity\":" + QByteArray::number(each.decodeUnit)
                                                : "\"capacity\":" + QByteArray::number(each.unit);
                m_still->start({.deployments = 0});
                const RawClient::Answer answer =
                    m_still->ask("POST", "deployments",
                                 "{\"model_name\":\"" + name +
                                     "\",\"plan\":\"mu\",\"billing_method\":\"POST_PAY\",\"deploy_spec\":\"" +
                                     each.id.toUtf8() + "\"," + capacity + "}");
                QVERIFY2(answer.status == 200, answer.body.constData());
            }
        }
    }

private:
    std::unique_ptr<StillServer> m_still;
};

QTEST_GUILESS_MAIN(TestSimulatorCatalog)
#include "tst_simulatorcatalog.moc"
