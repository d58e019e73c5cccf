// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/words.h"

#include <QSet>
#include <QTest>

using namespace Slipway;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasAWordAndAMeaningOfItsOwn()
    {
        QSet<QString> words;
        for (int i = 1; i <= int(Status::Recovering); ++i) {
            Deployment deployment;
            deployment.status = Status(i);
            const QString word = statusWord(deployment);
            QVERIFY2(!word.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!words.contains(word), qPrintable(word));
            QVERIFY2(statusMeaning(deployment).endsWith(u'.'), qPrintable(word));
            words << word;
        }
    }

    void anUnknownStatusIsShownAsItCame()
    {
        QCOMPARE(statusWord(Status::Unknown, QStringLiteral("MIGRATING")), QStringLiteral("MIGRATING"));
        QCOMPARE(statusWord(Status::Unknown, QStringLiteral("A\u202eB")), QStringLiteral("A\u27e8U+202E\u27e9B"));
        QVERIFY(!statusWord(Status::Unknown, QString()).isEmpty());
    }

    void theShapeTellsThePhasesApartWithoutColour()
    {
        QCOMPARE(statusGlyph(Status::Running), Glyph::Disc);
        QCOMPARE(statusGlyph(Status::Updating), Glyph::HalfDisc);
        QCOMPARE(statusGlyph(Status::Pending), Glyph::Ring);
        QCOMPARE(statusGlyph(Status::UpdatingFailed), Glyph::Cross);
        QCOMPARE(statusGlyph(Status::ArrearsDown), Glyph::Square);
    }

    void theMeaningSpeaksOfMoneyByPlan_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("charge");
        QTest::addColumn<QString>("said");
        QTest::newRow("model units") << "mu"
                                     << "post_paid"
                                     << "by the hour";
        QTest::newRow("no plan sent") << ""
                                      << ""
                                      << "by the hour";
        QTest::newRow("per token") << "lora"
                                   << "post_paid"
                                   << "free while idle";
        QTest::newRow("throughput") << "ptu"
                                    << "post_paid"
                                    << "throughput is billed by the hour";
        QTest::newRow("prepaid") << "ptu"
                                 << "pre_paid"
                                 << "paid in advance";
    }

    void theMeaningSpeaksOfMoneyByPlan()
    {
        QFETCH(QString, plan);
        QFETCH(QString, charge);
        QFETCH(QString, said);
        Deployment deployment;
        deployment.status = Status::Running;
        deployment.plan = plan;
        deployment.chargeType = charge;
        QVERIFY2(statusMeaning(deployment).contains(said), qPrintable(statusMeaning(deployment)));
    }

    void aFailureGivesTheServicesReason()
    {
        Deployment deployment;
        deployment.status = Status::Failed;
        deployment.failReason = QStringLiteral("out of stock");
        QVERIFY(statusMeaning(deployment).contains(QStringLiteral("out of stock")));
    }

    void aPlanWeDoNotKnowIsShownAsItCame()
    {
        QCOMPARE(planWord(QStringLiteral("dtu")), QStringLiteral("dtu"));
        QCOMPARE(planWord(QStringLiteral("mu")), QStringLiteral("Model units"));
        QCOMPARE(planWord(QString()), QString());
    }

    void capacityIsReadyOfAssigned_data()
    {
        using Number = std::optional<qint64>;
        QTest::addColumn<Number>("ready");
        QTest::addColumn<Number>("assigned");
        QTest::addColumn<QString>("text");
        QTest::newRow("both") << Number(4) << Number(8) << "4/8";
        QTest::newRow("nothing ready") << Number(0) << Number(8) << "0/8";
        QTest::newRow("ready unknown") << Number() << Number(8) << QStringLiteral("–/8");
        QTest::newRow("assigned unknown") << Number(8) << Number() << QStringLiteral("8/–");
        QTest::newRow("neither") << Number() << Number() << "";
    }

    void capacityIsReadyOfAssigned()
    {
        QFETCH(std::optional<qint64>, ready);
        QFETCH(std::optional<qint64>, assigned);
        Deployment deployment;
        deployment.readyCapacity = ready;
        deployment.capacity = assigned;
        QTEST(capacityText(deployment), "text");
    }

    void throughputIsShortenedOnlyWhereNothingIsLost()
    {
        Deployment deployment;
        deployment.ptuCapacity = PtuCapacity{10'000, 1'234, {}};
        QCOMPARE(capacityText(deployment), QStringLiteral("10K in / %1 out").arg(QLocale().toString(1234)));
        deployment.ptuCapacity = PtuCapacity{2'000'000, 0, {}};
        QCOMPARE(capacityText(deployment), QStringLiteral("2M in / 0 out"));
    }

    void theShareOfAChangeStaysBetweenNothingAndAll()
    {
        Deployment deployment;
        QVERIFY(!readyShare(deployment));
        deployment.capacity = 8;
        deployment.readyCapacity = 2;
        QCOMPARE(readyShare(deployment).value(), 0.25);
        deployment.readyCapacity = 16; // scaling down
        QCOMPARE(readyShare(deployment).value(), 1.0);
        deployment.status = Slipway::Status::Deleting; // nothing of it is reached
        QVERIFY(!readyShare(deployment));
        deployment.status = Slipway::Status::Running;
        deployment.capacity = 0;
        QVERIFY(!readyShare(deployment));
    }

    void timesAreToldRelatively_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 0LL << "just now";
        QTest::newRow("clocks differ a little") << -90LL << "just now";
        QTest::newRow("a minute") << 60LL << "1 min ago";
        QTest::newRow("an hour") << 3600LL << "1 h ago";
        QTest::newRow("a day in hours") << 47 * 3600LL << "47 h ago";
        QTest::newRow("days") << 3 * 86400LL << "3 day(s) ago";
        QTest::newRow("a forgotten one") << 400 * 86400LL << "400 day(s) ago";
    }

    void timesAreToldRelatively()
    {
        QFETCH(qint64, secondsAgo);
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-04T10:15:27Z"), Qt::ISODate);
        QTEST(relativeTime(now.addSecs(-secondsAgo), now), "text");
    }

    void timesFarAwayAreToldAsADate()
    {
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-04T10:15:27Z"), Qt::ISODate);
        const QString year = QStringLiteral("2021");
        QVERIFY(relativeTime(now.addYears(-5), now).contains(year));
        QVERIFY(!relativeTime(now.addDays(2), now).contains(QStringLiteral("ago")));
    }

    void aTimeThatWasNotSentIsNotShown()
    {
        QCOMPARE(relativeTime({}, QDateTime::currentDateTimeUtc()), QString());
        QCOMPARE(exactTime({}), QString());
    }

    void theExactTimeIsLocalAndToTheSecond()
    {
        const QDateTime time = QDateTime::fromString(QStringLiteral("2026-03-04T10:15:27Z"), Qt::ISODate);
        QVERIFY(exactTime(time).endsWith(time.toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
    }

    void aMutationTellsWhatWasAsked()
    {
        Mutation mutation;
        mutation.verb = Mutation::Verb::Scale;
        mutation.asked = ScaleRequest{.capacity = 12};
        QCOMPARE(askedText(mutation), QStringLiteral("capacity 12"));
        mutation.asked = LimitsRequest{.rpmLimit = 5, .tpmLimit = 7};
        QCOMPARE(askedText(mutation), QStringLiteral("5 requests per minute · 7 tokens per minute"));
        mutation.asked = {};
        QCOMPARE(askedText(mutation), QString());
    }

    void aMutationTellsWhatItChangesWhereThatIsKnown()
    {
        Mutation mutation;
        mutation.before = {
            .capacity = 4, .ptuCapacity = PtuCapacity{.inputTpm = 10'000, .outputTpm = 1'000}, .rpmLimit = 5};
        mutation.asked = ScaleRequest{.capacity = 8};
        QCOMPARE(askedText(mutation), QStringLiteral("capacity 4 → 8"));
        mutation.asked = ScaleRequest{.ptuCapacity = PtuCapacity{.inputTpm = 20'000, .outputTpm = 2'000}};
        QVERIFY(askedText(mutation).contains(QStringLiteral(" → ")));
        mutation.asked = LimitsRequest{.rpmLimit = 5, .tpmLimit = 7};
        QCOMPARE(askedText(mutation), QStringLiteral("5 requests per minute · 7 tokens per minute"));
        mutation.asked = CreateRequest{.modelName = QStringLiteral("m"), .capacity = 8};
        QCOMPARE(askedText(mutation), QStringLiteral("m · capacity 8"));
    }

    void anUnknownAnswerIsNotCalledARefusal()
    {
        Mutation mutation;
        mutation.verb = Mutation::Verb::Delete;
        mutation.state = Mutation::State::Unknown;
        QVERIFY(progressText(mutation).contains(QStringLiteral("unknown"), Qt::CaseInsensitive));
        QCOMPARE(toneOf(mutation.state), Look::Tone::Warning);
    }
};

QTEST_MAIN(TestWords)
#include "tst_ui_words.moc"
