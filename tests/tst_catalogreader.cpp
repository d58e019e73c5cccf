// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/catalogreader.h"

#include "app/modelstudio/json.h"

#include <QTest>

using namespace Slipway;

namespace {

std::optional<CatalogModel> read(const QByteArray &text, ModelSource source = ModelSource::Base)
{
    return readCatalogModel(Json::parse(text).value_or(Json()), source);
}

} // namespace

class TestCatalogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLegacyShapeHasABaseCapacity()
    {
        const auto model = read(R"({"model_name":"emo","base_capacity":"1"})");
        QVERIFY(model);
        QVERIFY((*model == CatalogModel{.modelName = QStringLiteral("emo"), .baseCapacity = 1}));
    }

    void theVersionedShapeHasPlansAndTemplates()
    {
        const auto model = read(R"({"model_name":"qwen3-8b","plans":[{"plan":"mu","templates":[
            {"template_id":"MU1","template_name":"standard","template_type":"COUPLED","template_version":"v1","template_desc":"d",
             "charge_type":"post_paid","roles":{"unified":{"model_unit_spec":"MU1","capacity_unit_per_instance":4}}},
            {"template_id":"MU1-PD","template_type":"SEPERATED","deploy_spec":"dps-1",
             "roles":{"prefill":{"model_unit_spec":"MU1","capacity_unit_per_instance":4,"capacity_unit_init":8},
                      "decode":{"model_unit_spec":"MU2"}}}]},{"plan":"lora"}]})");
        QVERIFY(model);
        QCOMPARE(model->plans.size(), 2);
        const auto &templates = model->plans[0].templates;
        QCOMPARE(templates.size(), 2);
        QVERIFY((templates[0] == CatalogTemplate{.templateId = QStringLiteral("MU1"),
                                                 .name = QStringLiteral("standard"),
                                                 .type = QStringLiteral("COUPLED"),
                                                 .version = QStringLiteral("v1"),
                                                 .description = QStringLiteral("d"),
                                                 .chargeType = QStringLiteral("post_paid"),
                                                 .deploySpec = QStringLiteral("MU1"),
                                                 .roles = {{.name = QStringLiteral("unified"),
                                                            .modelUnitSpec = QStringLiteral("MU1"),
                                                            .capacityUnit = 4}}}));
        QVERIFY(!templates[0].isSeparated());
        QVERIFY(templates[1].isSeparated());
        QCOMPARE(templates[1].deploySpec, QStringLiteral("dps-1"));
        QCOMPARE(templates[1].role(QStringLiteral("prefill"))->capacityInitial, 8);
        QVERIFY(!templates[1].role(QStringLiteral("decode"))->capacityUnit);
        QCOMPARE(templates[1].role(QStringLiteral("unified")), nullptr);
        QCOMPARE(model->plans[1].plan, QStringLiteral("lora"));
    }

    void realIdsTakeTheTemplatesPlace_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QStringList>("choices");
        const QStringList both{QStringLiteral("dps-1"), QStringLiteral("dps-2")};
        QTest::newRow("alone") << QByteArray(R"("deploy_specs":["dps-1","dps-2"])") << both[0] << both;
        QTest::newRow("beside a short name")
            << QByteArray(R"("deploy_spec":"T1","deploy_specs":["dps-1","dps-2"])") << both[0] << both;
        QTest::newRow("one of them") << QByteArray(R"("deploy_spec":"dps-2","deploy_specs":["dps-1","dps-2"])")
                                     << both[1] << both;
        QTest::newRow("none") << QByteArray(R"("deploy_specs":[])") << QStringLiteral("T1") << QStringList();
    }

    void realIdsTakeTheTemplatesPlace()
    {
        QFETCH(const QByteArray, members);
        QFETCH(const QString, sent);
        QFETCH(const QStringList, choices);
        const auto model =
            read(R"({"model_name":"m","plans":[{"plan":"mu","templates":[{"template_id":"T1",)" + members + "}]}]}");
        QVERIFY(model);
        const CatalogTemplate &listed = model->plans[0].templates[0];
        QCOMPARE(listed.deploySpec, sent);
        QCOMPARE(listed.deploySpecs, choices);
    }

    void whatHasNoPlaceIsKeptAsItCame()
    {
        const auto model = read(R"({"model_name":"m","tier":"gold","plans":[{"plan":"cu","cu_specs":[{"a":1.50}],
            "templates":[{"template_id":"T","template_source":"CUSTOM","deploy_specs":[{"id":"dps-1"}],
             "roles":{"decode":{"model_unit_spec":"MU1","gpu":"x"}}}]}]})");
        QVERIFY(model);
        const auto lines = [](const QList<Field> &fields) {
            QStringList each;
            for (const Field &field : fields)
                each << field.name + u'=' + field.value;
            return each.join(u' ');
        };
        QCOMPARE(lines(model->others), QStringLiteral("tier=gold"));
        QCOMPARE(lines(model->plans[0].others), QStringLiteral("cu_specs=[{\"a\":1.50}]"));
        QCOMPARE(lines(model->plans[0].templates[0].others),
                 QStringLiteral("template_source=CUSTOM deploy_specs=[{\"id\":\"dps-1\"}] roles.decode.gpu=x"));
    }

    void supportedPlansOfCustomModelsBecomePlans()
    {
        const auto model = read(R"({"model_name":"m","base_model":"b","model_source":"custom",
            "supported_plans":["mu","lora"],"plans":[{"plan":"mu","templates":[{"template_id":"T"}]}]})");
        QVERIFY(model);
        QCOMPARE(model->source, ModelSource::Custom);
        QCOMPARE(model->baseModel, QStringLiteral("b"));
        QCOMPARE(model->plans.size(), 2);
        QCOMPARE(model->plans[0].templates.size(), 1);
        QCOMPARE(model->plans[1].plan, QStringLiteral("lora"));
    }

    void theSourceIsWhatWasAskedFor()
    {
        QCOMPARE(read(R"({"model_name":"m"})", ModelSource::Custom)->source, ModelSource::Custom);
    }

    void withoutANameItIsNoModel()
    {
        for (const char *text : {"{}", "[]", "1", R"({"model_name":null})"})
            QVERIFY2(!read(text), text);
    }
};

QTEST_APPLESS_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
