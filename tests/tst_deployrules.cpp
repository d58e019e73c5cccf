// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deployrules.h"
#include "app/fleet/hindrance.h"

#include <QTest>

using namespace Slipway;

using Number = std::optional<qint64>;
Q_DECLARE_METATYPE(Number)
Q_DECLARE_METATYPE(Slipway::RequestField)
Q_DECLARE_METATYPE(Slipway::Problem)

namespace {

CatalogTemplate unified(qint64 step)
{
    CatalogTemplate made;
    made.templateId = made.deploySpec = QStringLiteral("MU1");
    made.type = QStringLiteral("COUPLED");
    made.roles = {{QStringLiteral("unified"), QStringLiteral("MU1"), step, {}}};
    return made;
}

CatalogTemplate separated()
{
    CatalogTemplate made;
    made.templateId = made.deploySpec = QStringLiteral("MU1-PD");
    made.type = QStringLiteral("SEPERATED");
    made.roles = {{QStringLiteral("prefill"), QStringLiteral("MU1"), 4, {}},
                  {QStringLiteral("decode"), QStringLiteral("MU1"), 2, {}}};
    return made;
}

/// A model on plan mu and a request for it that may be sent.
struct Sample
{
    CatalogModel model;
    CatalogTemplate chosen;
    PlanOffer offer;
    CreateRequest request;

    explicit Sample(const QString &plan = QStringLiteral("mu"), const CatalogTemplate &t = unified(4)) : chosen(t)
    {
        model.modelName = QStringLiteral("qwen-plus");
        model.plans = {{plan, {t}}};
        offer = offersOf(model).value(0);
        request.modelName = model.modelName;
        request.plan = plan;
        request.capacity = 8;
        if (plan == u"mu")
            request.deploySpec = t.deploySpec;
    }

    QList<Finding> check(bool modelIsDeployed = false) const
    {
        return checkCreate({&model, &offer, offer.plan == u"mu" ? &chosen : nullptr}, request, modelIsDeployed);
    }
};

Deployment running(qint64 capacity, qint64 base)
{
    Deployment made;
    made.deployedModel = QStringLiteral("qwen-plus-1");
    made.plan = QStringLiteral("mu");
    made.status = Status::Running;
    made.capacity = made.readyCapacity = capacity;
    made.baseCapacity = base;
    return made;
}

} // namespace

class TestDeployRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodRequestHasNothingAgainstIt() { QCOMPARE(Sample().check(), QList<Finding>()); }

    void capacityIsAWholeMultipleOfTheBaseCapacity_data()
    {
        QTest::addColumn<Number>("capacity");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<Number>("below");
        QTest::addColumn<Number>("above");
        QTest::newRow("none") << Number() << Problem::Missing << Number() << Number(4);
        QTest::newRow("negative") << Number(-4) << Problem::NotPositive << Number() << Number(4);
        QTest::newRow("zero") << Number(0) << Problem::NotPositive << Number() << Number(4);
        QTest::newRow("below the first step") << Number(1) << Problem::OffStep << Number() << Number(4);
        QTest::newRow("between two steps") << Number(6) << Problem::OffStep << Number(4) << Number(8);
        QTest::newRow("above the last step") << Number(998) << Problem::OffStep << Number(996) << Number();
        QTest::newRow("1000") << Number(1000) << Problem::TooLarge << Number(996) << Number();
        QTest::newRow("huge") << Number(std::numeric_limits<qint64>::max()) << Problem::TooLarge << Number(996)
                              << Number();
        QTest::newRow("hugely negative") << Number(std::numeric_limits<qint64>::min()) << Problem::NotPositive
                                         << Number() << Number(4);
    }

    void capacityIsAWholeMultipleOfTheBaseCapacity()
    {
        QFETCH(Number, capacity);
        QFETCH(Problem, problem);
        Sample sample;
        sample.request.capacity = capacity;
        const auto found = sample.check();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field, RequestField::Capacity);
        QCOMPARE(found.first().problem, problem);
        QTEST(found.first().below, "below");
        QTEST(found.first().above, "above");
        QVERIFY(firstRefusal(found));
    }

    void anyStepWithinTheRangeIsGood_data()
    {
        QTest::addColumn<qint64>("base");
        QTest::addColumn<qint64>("capacity");
        QTest::newRow("the base itself") << qint64(4) << qint64(4);
        QTest::newRow("the last step") << qint64(4) << qint64(996);
        QTest::newRow("steps of one") << qint64(1) << qint64(999);
    }

    void anyStepWithinTheRangeIsGood()
    {
        QFETCH(qint64, base);
        QFETCH(qint64, capacity);
        Sample sample(QStringLiteral("mu"), unified(base));
        sample.request.capacity = capacity;
        QCOMPARE(sample.check(), QList<Finding>());
    }

    void withoutAKnownStepEveryWholeNumberIsGood()
    {
        Sample sample(QStringLiteral("cu"));
        sample.request.capacity = 7;
        QCOMPARE(sample.check(), QList<Finding>());
        sample.model.baseCapacity = 8;
        QCOMPARE(sample.check().value(0).problem, Problem::OffStep);
    }

    void aSeparatedTemplateWantsBothCapacities()
    {
        Sample sample(QStringLiteral("mu"), separated());
        sample.request.capacity.reset();
        sample.request.prefillCapacity = 6;
        const QList<Finding> expected{{RequestField::PrefillCapacity, Problem::OffStep, 4, 4, 8},
                                      {RequestField::DecodeCapacity, Problem::Missing, 2, {}, 2}};
        QCOMPARE(sample.check(), expected);
    }

    void loraIsNotAskedForACapacity()
    {
        Sample sample(QStringLiteral("lora"));
        sample.request.capacity.reset();
        QCOMPARE(sample.check(), QList<Finding>());
    }

    void modelUnitsNeedATemplateThatCanBeHad()
    {
        Sample sample;
        sample.chosen.chargeType = QStringLiteral("pre_paid");
        QCOMPARE(sample.check().value(0).problem, Problem::PrePaid);
        sample.request.deploySpec.clear();
        QCOMPARE(sample.check().value(0), (Finding{RequestField::Template, Problem::Missing, 0, {}, {}}));
    }

    void throughputOffTheKnownStepsIsSaidButSent_data()
    {
        QTest::addColumn<Number>("input");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<bool>("refused");
        QTest::newRow("none") << Number() << Problem::Missing << true;
        QTest::newRow("zero") << Number(0) << Problem::NotPositive << true;
        QTest::newRow("below the smallest") << Number(5000) << Problem::BelowSmallest << false;
        QTest::newRow("between two steps") << Number(15000) << Problem::OffThroughputStep << false;
    }

    void throughputOffTheKnownStepsIsSaidButSent()
    {
        QFETCH(Number, input);
        QFETCH(Problem, problem);
        QFETCH(bool, refused);
        Sample sample(QStringLiteral("ptu"));
        sample.request.ptuCapacity = PtuCapacity{input, 1000, {}};
        const auto found = sample.check();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field, RequestField::InputTpm);
        QCOMPARE(found.first().problem, problem);
        QCOMPARE(firstRefusal(found) != nullptr, refused);
    }

    void aSuffixIsShortAndPlain_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<Problem>("problem");
        QTest::newRow("nine characters") << "abcdefghi" << Problem::TooLong;
        QTest::newRow("upper case") << "Demo" << Problem::BadCharacters;
        QTest::newRow("space") << "a b" << Problem::BadCharacters;
        QTest::newRow("Chinese") << QStringLiteral("测试") << Problem::BadCharacters;
        QTest::newRow("letters of other alphabets") << QStringLiteral("é") << Problem::BadCharacters;
    }

    void aSuffixIsShortAndPlain()
    {
        QFETCH(QString, suffix);
        QFETCH(Problem, problem);
        Sample sample;
        sample.request.suffix = suffix;
        const auto found = sample.check();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field, RequestField::Suffix);
        QCOMPARE(found.first().problem, problem);
        QVERIFY(firstRefusal(found));
    }

    void eightLettersDigitsAndDashesMakeASuffix()
    {
        Sample sample;
        for (const auto &suffix : {QStringLiteral("abcd1234"), QStringLiteral("eu-west"), QStringLiteral("my_test")}) {
            sample.request.suffix = suffix;
            QCOMPARE(sample.check(true), QList<Finding>());
        }
    }

    void aSecondDeploymentOfAModelWantsASuffix()
    {
        const auto found = Sample().check(true);
        QCOMPARE(found.value(0).problem, Problem::SuffixWanted);
        QVERIFY(!firstRefusal(found));
    }

    void aNameHasAtMostFiftyCharacters()
    {
        Sample sample;
        sample.request.name = QStringLiteral("部").repeated(50);
        QCOMPARE(sample.check(), QList<Finding>());
        sample.request.name += u'署';
        QCOMPARE(sample.check().value(0), (Finding{RequestField::Name, Problem::TooLong, 50, {}, {}}));
        sample.request.name = QStringLiteral("\U0001F680").repeated(50);
        QCOMPARE(sample.check(), QList<Finding>());
    }

    void limitsAndContextArePositiveAndBounded_data()
    {
        QTest::addColumn<Number>("context");
        QTest::addColumn<Number>("rpm");
        QTest::addColumn<Number>("tpm");
        QTest::addColumn<RequestField>("field");
        QTest::addColumn<Problem>("problem");
        QTest::newRow("context 0") << Number(0) << Number() << Number() << RequestField::ContextLength
                                   << Problem::NotPositive;
        QTest::newRow("context 262145") << Number(262145) << Number() << Number() << RequestField::ContextLength
                                        << Problem::TooLarge;
        QTest::newRow("rpm 0") << Number() << Number(0) << Number() << RequestField::RpmLimit << Problem::NotPositive;
        QTest::newRow("tpm -1") << Number() << Number() << Number(-1) << RequestField::TpmLimit << Problem::NotPositive;
    }

    void limitsAndContextArePositiveAndBounded()
    {
        QFETCH(RequestField, field);
        QFETCH(Problem, problem);
        Sample sample;
        sample.request.maxContextLength = *static_cast<Number *>(QTest::qData("context", qMetaTypeId<Number>()));
        sample.request.rpmLimit = *static_cast<Number *>(QTest::qData("rpm", qMetaTypeId<Number>()));
        sample.request.tpmLimit = *static_cast<Number *>(QTest::qData("tpm", qMetaTypeId<Number>()));
        const auto found = sample.check();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field, field);
        QCOMPARE(found.first().problem, problem);
    }

    void theLongestContextIsGood()
    {
        Sample sample;
        sample.request.maxContextLength = 262144;
        QCOMPARE(sample.check(), QList<Finding>());
    }

    void nothingIsCheckedBeforeAModelIsPicked()
    {
        QCOMPARE(checkCreate({}, {}, false).value(0), (Finding{RequestField::Model, Problem::Missing, 0, {}, {}}));
    }

    void onlyPlansOfTheCatalogAreOffered()
    {
        CatalogModel model;
        model.plans = {{QStringLiteral("dtu"), {}}, {QStringLiteral("ptu_v2"), {}}, {QStringLiteral("lora"), {}}};
        const auto offers = offersOf(model);
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers.at(0).plan, QStringLiteral("ptu"));
        QCOMPARE(offers.at(1).plan, QStringLiteral("lora"));
        QCOMPARE(otherPlansOf(model), QStringList{QStringLiteral("dtu")});
    }

    void aLegacyModelIsDeployedOnComputeUnits()
    {
        CatalogModel model;
        model.baseCapacity = 8;
        const auto offers = offersOf(model);
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers.at(0).plan, QStringLiteral("cu"));
        QCOMPARE(offers.at(1).plan, QString());
        QCOMPARE(capacityStep({&model, &offers.at(0), nullptr}).value(), 8);
    }

    void scalingAsksForAStepToo_data()
    {
        QTest::addColumn<Number>("capacity");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<bool>("refused");
        QTest::newRow("none") << Number() << Problem::Missing << true;
        QTest::newRow("negative") << Number(-8) << Problem::Negative << true;
        QTest::newRow("zero leaves nothing to serve") << Number(0) << Problem::NothingServes << false;
        QTest::newRow("off the step") << Number(9) << Problem::OffStep << true;
        QTest::newRow("the same") << Number(8) << Problem::Unchanged << true;
        QTest::newRow("1000") << Number(1000) << Problem::TooLarge << true;
    }

    void scalingAsksForAStepToo()
    {
        QFETCH(Number, capacity);
        QFETCH(Problem, problem);
        QFETCH(bool, refused);
        const auto found = checkScale(running(8, 4), {.capacity = capacity});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().problem, problem);
        QCOMPARE(firstRefusal(found) != nullptr, refused);
    }

    void aFailedChangeCanBeAskedForAgain()
    {
        Deployment present = running(8, 4);
        present.status = Status::UpdatingFailed;
        present.readyCapacity = 4;
        QCOMPARE(checkScale(present, {.capacity = 8}), QList<Finding>());
    }

    void scalingWhileChangingIsSaidButSent()
    {
        Deployment present = running(8, 4);
        present.status = Status::Updating;
        const auto found = checkScale(present, {.capacity = 12});
        QCOMPARE(found.value(0).problem, Problem::ChangeUnderWay);
        QVERIFY(!firstRefusal(found));
        present.status = Status::Pending;
        QCOMPARE(checkScale(present, {.capacity = 12}).value(0).problem, Problem::NotRunning);
    }

    void loraCannotBeScaled()
    {
        Deployment present = running(1, 1);
        present.plan = QStringLiteral("lora");
        QCOMPARE(checkScale(present, {.capacity = 2}).value(0).problem, Problem::CannotScale);
        present.status = Status::Deleting;
        QCOMPARE(checkScale(present, {.capacity = 2}).value(0).problem, Problem::CannotScale);
    }

    void throughputShouldMoveOneWay()
    {
        Deployment present = running(1, 1);
        present.plan = QStringLiteral("ptu");
        present.ptuCapacity = PtuCapacity{20000, 2000, {}};
        ScaleRequest wanted;
        wanted.ptuCapacity = PtuCapacity{30000, 1000, {}};
        QCOMPARE(checkScale(present, wanted).value(0).problem, Problem::MixedDirections);
        wanted.ptuCapacity = PtuCapacity{30000, 2000, {}};
        QCOMPARE(checkScale(present, wanted), QList<Finding>());
        wanted.ptuCapacity = present.ptuCapacity;
        QCOMPARE(checkScale(present, wanted).value(0).problem, Problem::Unchanged);
    }

    void atLeastOneLimitIsAskedFor()
    {
        Deployment present = running(8, 4);
        present.rpmLimit = 500;
        QCOMPARE(checkLimits(present, {}).value(0).problem, Problem::NothingAsked);
        QCOMPARE(checkLimits(present, {.rpmLimit = 500}).value(0).problem, Problem::Unchanged);
        QCOMPARE(checkLimits(present, {.rpmLimit = 0}).value(0).problem, Problem::NotPositive);
        QCOMPARE(checkLimits(present, {.tpmLimit = -5}).value(0),
                 (Finding{RequestField::TpmLimit, Problem::NotPositive, 1, {}, 1}));
        QCOMPARE(checkLimits(present, {.tpmLimit = 1000}), QList<Finding>());
    }

    void onlyModelUnitsHaveLimits()
    {
        for (const auto &plan : {QStringLiteral("ptu"), QStringLiteral("lora"), QStringLiteral("cu")}) {
            Deployment present = running(8, 4);
            present.plan = plan;
            QCOMPARE(checkLimits(present, {.rpmLimit = 5}).value(0).problem, Problem::CannotLimit);
            QCOMPARE(againstLimiting(present), Hindrance::NoLimits);
        }
    }

    // The documents know limits of model units alone; a service that tells others of some can be asked to change them.
    void whatTellsItsLimitsHasThemWhateverItsPlan()
    {
        Deployment present = running(8, 4);
        present.plan = QStringLiteral("cu");
        present.tpmLimit = 1000;
        QCOMPARE(checkLimits(present, {.rpmLimit = 5}), QList<Finding>());
        QCOMPARE(againstLimiting(present), Hindrance::None);
    }

    void whatIsNoNumberIsSaidInPlaceOfMissing()
    {
        Sample sample;
        sample.request.capacity.reset();
        sample.request.suffix = QStringLiteral("A");
        const auto found = withUnreadable(sample.check(), {RequestField::Capacity});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0), (Finding{RequestField::Capacity, Problem::NotANumber, 0, {}, {}}));
        QCOMPARE(found.at(1).field, RequestField::Suffix);
    }

    void aProposedSuffixIsOneThatMayBeSent()
    {
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            Sample sample;
            sample.request.suffix = proposedSuffix();
            QCOMPARE(sample.request.suffix.size(), 6);
            QCOMPARE(sample.check(true), QList<Finding>());
            seen.insert(sample.request.suffix);
        }
        QVERIFY(seen.size() > 190);
    }
};

QTEST_GUILESS_MAIN(TestDeployRules)
#include "tst_deployrules.moc"
