// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/reconcile.h"

#include <QTest>

using namespace Slipway;
using Kind = Inquiry::Kind;
using namespace std::chrono_literals;

namespace {

const QDateTime asked = QDateTime::fromString(QStringLiteral("2026-03-04T10:00:00Z"), Qt::ISODate);
const QString model = QStringLiteral("qwen3-8b");

Mutation create(const QString &suffix = {})
{
    return {.verb = Mutation::Verb::Create,
            .state = Mutation::State::Unknown,
            .modelName = model,
            .asked = CreateRequest{.modelName = model, .plan = QStringLiteral("mu"), .suffix = suffix},
            .started = asked,
            .answered = asked.addSecs(60),
            .others = QStringList{QStringLiteral("qwen3-8b-old")}};
}

/// A row that fits create(), unless a test changes it.
Deployment row(const QString &id)
{
    return {.deployedModel = id,
            .modelName = model,
            .status = Status::Pending,
            .plan = QStringLiteral("mu"),
            .created = asked.addSecs(20)};
}

Mutation change(Mutation::Verb verb, decltype(Mutation::asked) wanted = {})
{
    Deployment before = row(QStringLiteral("d"));
    before.status = Status::Running;
    before.capacity = 4;
    return {.verb = verb,
            .state = Mutation::State::Unknown,
            .deployedModel = QStringLiteral("d"),
            .asked = std::move(wanted),
            .started = asked,
            .row = before};
}

Deployment changed(Status status, std::optional<qint64> capacity = 4)
{
    Deployment found = row(QStringLiteral("d"));
    found.status = status;
    found.capacity = capacity;
    return found;
}

const QString id = QStringLiteral("qwen3-8b-1a2b3c4d");
const QString suffixed = QStringLiteral("qwen3-8b-1a2b3c4d-k3x9qp");
const QString suffix = QStringLiteral("k3x9qp");

} // namespace

Q_DECLARE_METATYPE(Slipway::Mutation)

// What one look at the fleet says about a lost answer.
class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostCreateIsHeldAgainstTheFleet_data()
    {
        QTest::addColumn<Mutation>("lost");
        QTest::addColumn<QList<Deployment>>("fleet");
        QTest::addColumn<int>("early");
        QTest::addColumn<int>("late");
        const auto test = [](const char *name, const Mutation &lost, const QList<Deployment> &fleet, Kind early,
                             Kind late) { QTest::newRow(name) << lost << fleet << int(early) << int(late); };
        const auto with = [](Deployment found, const std::function<void(Deployment &)> &edit) {
            edit(found);
            return found;
        };
        const auto losing = [](Mutation lost, const std::function<void(Mutation &)> &edit) {
            edit(lost);
            return lost;
        };
        const Deployment old = row(QStringLiteral("qwen3-8b-old"));

        test("an empty fleet", create(suffix), {}, Kind::Checking, Kind::NotHappened);
        test("only what was there before", create(), {old}, Kind::Checking, Kind::NotHappened);
        test("another model", create(), {with(row(id), [](auto &d) { d.modelName = QStringLiteral("emo"); })},
             Kind::Checking, Kind::NotHappened);
        test("the suffix", create(suffix), {old, row(suffixed)}, Kind::Happened, Kind::Happened);
        test("the suffix in capitals", create(suffix), {row(suffixed.toUpper())}, Kind::Happened, Kind::Happened);
        test("the suffix beside another new one", create(suffix), {row(id), row(suffixed)}, Kind::Happened,
             Kind::Happened);
        test("the suffix, whatever else differs", create(suffix),
             {with(row(suffixed),
                   [](auto &d) {
                       d.name = QStringLiteral("renamed");
                       d.creator = QStringLiteral("2");
                   })},
             Kind::Happened, Kind::Happened);
        test("the suffix without a time", create(suffix), {with(row(suffixed), [](auto &d) { d.created = {}; })},
             Kind::Happened, Kind::Happened);
        test("the suffix of one that is older", create(suffix),
             {with(row(suffixed), [](auto &d) { d.created = asked.addDays(-2); })}, Kind::Checking, Kind::CannotTell);
        test("the suffix twice", create(suffix), {row(suffixed), row(QStringLiteral("qwen3-8b-ff-k3x9qp"))},
             Kind::Checking, Kind::CannotTell);
        test("the suffix as a part of another", create(suffix),
             {with(row(QStringLiteral("qwen3-8b-ak3x9qp")), [](auto &d) { d.created = asked.addDays(1); })},
             Kind::Checking, Kind::NotHappened);
        test("new, but without the suffix", create(suffix), {row(id)}, Kind::Checking, Kind::CannotTell);
        test("much later, without the suffix", create(suffix),
             {with(row(id), [](auto &d) { d.created = asked.addDays(1); })}, Kind::Checking, Kind::NotHappened);
        test("no suffix, one new", create(), {old, row(id)}, Kind::Happened, Kind::Happened);
        test("no suffix, two new", create(), {row(id), row(suffixed)}, Kind::Checking, Kind::CannotTell);
        test("no suffix, a day later", create(), {with(row(id), [](auto &d) { d.created = asked.addDays(1); })},
             Kind::Checking, Kind::CannotTell);
        test("no suffix, no time", create(), {with(row(id), [](auto &d) { d.created = {}; })}, Kind::Checking,
             Kind::CannotTell);
        test("no suffix, another plan", create(), {with(row(id), [](auto &d) { d.plan = QStringLiteral("lora"); })},
             Kind::Checking, Kind::NotHappened);
        test("no suffix, another creator", create(), {with(row(id), [](auto &d) { d.creator = QStringLiteral("2"); })},
             Kind::Checking, Kind::CannotTell);
        test("no suffix, our creator", create(), {with(row(id), [](auto &d) { d.creator = QStringLiteral("1"); })},
             Kind::Happened, Kind::Happened);
        test("another name",
             losing(create(), [](auto &m) { std::get<CreateRequest>(m.asked).name = QStringLiteral("mine"); }),
             {with(row(id), [](auto &d) { d.name = QStringLiteral("theirs"); })}, Kind::Checking, Kind::NotHappened);
        test("ended by a crash", losing(create(), [](auto &m) { m.answered = {}; }), {row(id)}, Kind::Happened,
             Kind::Happened);
        test("nothing read before, one in time", losing(create(), [](auto &m) { m.others.reset(); }), {row(id)},
             Kind::Happened, Kind::Happened);
        test("nothing read before, an old one", losing(create(), [](auto &m) { m.others.reset(); }),
             {with(row(id), [](auto &d) { d.created = asked.addDays(-3); })}, Kind::Checking, Kind::NotHappened);
        test("nothing read before, one without a time", losing(create(), [](auto &m) { m.others.reset(); }),
             {with(row(id), [](auto &d) { d.created = {}; })}, Kind::Checking, Kind::CannotTell);
        test("its beginning was damaged", losing(create(), [](auto &m) { m.asked = std::monostate(); }), {row(id)},
             Kind::Checking, Kind::CannotTell);
    }

    void aLostCreateIsHeldAgainstTheFleet()
    {
        QFETCH(const Mutation, lost);
        QFETCH(const QList<Deployment>, fleet);
        QFETCH(const int, early);
        QFETCH(const int, late);
        QCOMPARE(int(verdictOn(lost, fleet, {.creator = QStringLiteral("1")}).kind), early);
        QCOMPARE(int(verdictOn(lost, fleet, {.enough = true, .creator = QStringLiteral("1")}).kind), late);
    }

    void aLookThatIsNotWholeShowsOnlyWhatIsThere()
    {
        const Circumstances torn{.enough = true, .isWhole = false};
        QCOMPARE(verdictOn(create(suffix), {}, torn).kind, Kind::Checking);
        QCOMPARE(verdictOn(create(suffix), {row(suffixed)}, torn).deployedModel, suffixed);
        QCOMPARE(verdictOn(create(), {row(id)}, torn).kind, Kind::Checking); // perhaps not the only one
        const Mutation remove = change(Mutation::Verb::Delete);
        QCOMPARE(verdictOn(remove, {}, torn).kind, Kind::Checking);
        QCOMPARE(verdictOn(remove, {changed(Status::Running)}, torn).kind, Kind::Checking);
        QCOMPARE(verdictOn(remove, {changed(Status::Deleting)}, torn).kind, Kind::Happened);
    }

    void withASuffixOnlyWhatItMayBeTakenForIsRemembered()
    {
        Deployment old = row(QStringLiteral("qwen3-8b-old"));
        old.created = asked.addDays(-1);
        Deployment ageless = row(QStringLiteral("qwen3-8b-ageless"));
        ageless.created = {};
        Deployment alike = old;
        alike.deployedModel = suffixed;
        Deployment other = row(QStringLiteral("emo-1"));
        other.modelName = QStringLiteral("emo");
        const QList<Deployment> fleet{old, row(id), ageless, alike, other};
        QCOMPARE(*deploymentsBefore({.modelName = model, .suffix = suffix}, fleet, asked),
                 (QStringList{id, ageless.deployedModel, suffixed}));
        QCOMPARE(*deploymentsBefore({.modelName = model}, fleet, asked),
                 (QStringList{old.deployedModel, id, ageless.deployedModel, suffixed}));
    }

    void tooManyOfOneModelAreNotRemembered()
    {
        Deployment old = row(QStringLiteral("qwen3-8b-old"));
        old.created = asked.addDays(-1);
        const QList<Deployment> fleet(5000, old);
        QVERIFY(!deploymentsBefore({.modelName = model}, fleet, asked));
        QCOMPARE(*deploymentsBefore({.modelName = model, .suffix = suffix}, fleet, asked), QStringList());
    }

    void whereNothingIsRememberedAClockThatIsOffMakesNothingMissing()
    {
        Mutation lost = create();
        lost.others.reset();
        Deployment made = row(id);
        made.created = asked.addSecs(-2 * 3600); // by the service's clock
        QCOMPARE(verdictOn(lost, {made}, {.enough = true}).kind, Kind::CannotTell);
    }

    void whatWasFoundIsNamed()
    {
        QCOMPARE(verdictOn(create(suffix), {row(id), row(suffixed)}, {}).deployedModel, suffixed);
        QCOMPARE(verdictOn(create(), {row(id)}, {}).deployedModel, id);
        QCOMPARE(verdictOn(create(), {row(id), row(suffixed)}, {.enough = true}).candidates,
                 (QStringList{id, suffixed}));
    }

    void whatComesFromAnotherCreateIsNotClaimedTwice()
    {
        const Circumstances known{.enough = true, .claimed = {id}};
        QCOMPARE(verdictOn(create(), {row(id)}, known).kind, Kind::NotHappened);
        QCOMPARE(verdictOn(create(), {row(id), row(suffixed)}, known).deployedModel, suffixed);
    }

    void aLostChangeIsHeldAgainstItsRow_data()
    {
        QTest::addColumn<Mutation>("lost");
        QTest::addColumn<QList<Deployment>>("fleet");
        QTest::addColumn<int>("early");
        QTest::addColumn<int>("late");
        const auto test = [](const char *name, const Mutation &lost, const QList<Deployment> &fleet, Kind early,
                             Kind late) { QTest::newRow(name) << lost << fleet << int(early) << int(late); };
        const Mutation remove = change(Mutation::Verb::Delete);
        test("delete, gone", remove, {}, Kind::Happened, Kind::Happened);
        test("delete, going", remove, {changed(Status::Deleting)}, Kind::Happened, Kind::Happened);
        test("delete, there", remove, {changed(Status::Running)}, Kind::Checking, Kind::NotHappened);

        const Mutation scale = change(Mutation::Verb::Scale, ScaleRequest{.capacity = 8});
        test("scale, as asked", scale, {changed(Status::Running, 8)}, Kind::Happened, Kind::Happened);
        test("scale, under way", scale, {changed(Status::Updating, 8)}, Kind::Happened, Kind::Happened);
        test("scale, under way to an old number", scale, {changed(Status::Updating, 4)}, Kind::Happened,
             Kind::Happened);
        test("scale, somebody else's", scale, {changed(Status::Updating, 12)}, Kind::Checking, Kind::NotHappened);
        test("scale, as before", scale, {changed(Status::Running, 4)}, Kind::Checking, Kind::NotHappened);
        test("scale, gone", scale, {}, Kind::Checking, Kind::CannotTell);
        Mutation busy = scale;
        busy.row->status = Status::Updating;
        test("scale, busy before already", busy, {changed(Status::Updating, 4)}, Kind::Checking, Kind::NotHappened);
        Mutation damaged = scale;
        damaged.asked = std::monostate();
        test("scale, its beginning damaged", damaged, {changed(Status::Running, 8)}, Kind::Checking, Kind::CannotTell);

        const Mutation throughput = change(
            Mutation::Verb::Scale, ScaleRequest{.ptuCapacity = PtuCapacity{.inputTpm = 20000, .outputTpm = 1000}});
        Deployment reserved = changed(Status::Running, {});
        reserved.ptuCapacity = PtuCapacity{.inputTpm = 20000, .outputTpm = 1000};
        test("throughput, as asked", throughput, {reserved}, Kind::Happened, Kind::Happened);
        reserved.ptuCapacity->inputTpm = 10000;
        test("throughput, as before", throughput, {reserved}, Kind::Checking, Kind::NotHappened);

        const Mutation limits = change(Mutation::Verb::UpdateLimits, LimitsRequest{.rpmLimit = 100});
        Deployment limited = changed(Status::Running);
        limited.rpmLimit = 100;
        limited.tpmLimit = 7;
        test("limits, as asked", limits, {limited}, Kind::Happened, Kind::Happened);
        limited.rpmLimit = 99;
        test("limits, as before", limits, {limited}, Kind::Checking, Kind::NotHappened);
    }

    void aLostChangeIsHeldAgainstItsRow()
    {
        QFETCH(const Mutation, lost);
        QFETCH(const QList<Deployment>, fleet);
        QFETCH(const int, early);
        QFETCH(const int, late);
        QCOMPARE(int(verdictOn(lost, fleet, {}).kind), early);
        QCOMPARE(int(verdictOn(lost, fleet, {.enough = true}).kind), late);
    }

    void theCreatorIsLearntFromWhatWasMadeFromHere()
    {
        Mutation made = create();
        made.state = Mutation::State::Accepted;
        made.deployedModel = id;
        Deployment ours = row(id);
        ours.creator = QStringLiteral("7");
        Deployment theirs = row(suffixed);
        theirs.creator = QStringLiteral("8");
        QCOMPARE(knownCreator({made}, {theirs, ours}), QStringLiteral("7"));
        QCOMPARE(knownCreator({create()}, {theirs, ours}), QString());
        QCOMPARE(knownCreator({made}, {theirs}), QString());
        QCOMPARE(claimedDeployments({made, create()}), QSet<QString>{id});
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
