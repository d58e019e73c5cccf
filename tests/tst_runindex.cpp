// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runindex.h"

#include <QBuffer>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Slipway;
using State = RunCell::State;

static RunHeader header(int prompts = 2, int models = 2)
{
    RunHeader header;
    header.account = QStringLiteral("a");
    header.source = QStringLiteral("提示词.txt");
    header.created = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::utc()).toUTC();
    for (int i = 0; i < models; ++i)
        header.models.append({QStringLiteral("m%1").arg(i), QStringLiteral("qwen"), false, Billing::ByToken,
                              TokenPrice{0.001, 0.002, 0.004, QDate(2026, 5, 30)}});
    header.settings.systemPrompt = QStringLiteral("Be brief.");
    header.concurrency = 5;
    header.prompts = prompts;
    header.seed = 18'446'744'073'709'551'615ULL;
    return header;
}

static Turn answer(Turn::State state = Turn::State::Complete)
{
    Turn turn;
    turn.role = Role::Assistant;
    turn.state = state;
    turn.content = QStringLiteral("Line\nand \"quote\" 中文 \U0001F600");
    turn.at = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), QTimeZone::utc()).toUTC();
    turn.usage = {3, 5, 8, {}};
    turn.firstToken = std::chrono::milliseconds(100);
    turn.duration = std::chrono::milliseconds(1100);
    turn.finishReason = QStringLiteral("stop");
    turn.requestId = QStringLiteral("r-1");
    return turn;
}

static QByteArray file(const QList<RunLine> &lines)
{
    QByteArray bytes;
    for (const RunLine &line : lines)
        bytes += '\n' + lineOf(line) + '\n';
    return bytes;
}

static QList<RunLine> begun(int prompts = 2, int models = 2)
{
    QList<RunLine> lines{header(prompts, models)};
    for (int i = 0; i < prompts; ++i)
        lines += RunPrompt{i, {i + 1, {{Role::User, QStringLiteral("Question %1").arg(i)}}}};
    return lines;
}

static RunIndex read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::ReadOnly) ? readRunIndex(buffer) : RunIndex();
}

class TestRunIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeaderReadsBackAsItWas()
    {
        const RunLine line = readRunLine(lineOf(header()));
        const auto *back = std::get_if<RunHeader>(&line);
        QVERIFY(back);
        QCOMPARE(lineOf(*back), lineOf(header()));
        QCOMPARE(back->seed, header().seed);
        QCOMPARE(back->settings, header().settings);
        QCOMPARE(back->models[1].price->thinkingYuan, 0.004);
    }

    void anAnswerReadsBackAsItWas()
    {
        const RunLine line = readRunLine(lineOf(RunAnswer{1, 0, answer()}));
        const auto *back = std::get_if<RunAnswer>(&line);
        QVERIFY(back);
        QCOMPARE(back->prompt, 1);
        QCOMPARE(back->turn, answer());
    }

    void figuresAreSummed()
    {
        const RunIndex index = read(file(begun() + QList<RunLine>{RunAsked{0, 1}, RunAnswer{0, 1, answer()}}));
        QVERIFY(index.isValid());
        QCOMPARE(index.cell(0, 1).state, State::Complete);
        QCOMPARE(index.count(1, State::Complete), 1);
        QCOMPARE(index.count(1, State::Open), 1);
        QCOMPARE(index.totals(1).outputTokens, 5);
        QCOMPARE(index.totals(1).speedSum, 5.0);
        QCOMPARE(index.totals(1).yuan, (3 * 0.001 + 5 * 0.002) / 1000);
    }

    void aLineThatIsThereTwiceCountsOnce()
    {
        const RunAnswer line{0, 0, answer()};
        QCOMPARE(read(file(begun() + QList<RunLine>{line, line})).totals(0).complete, 1);
        const RunAnswer stopped{0, 0, answer(Turn::State::Stopped)};
        QCOMPARE(read(file(begun() + QList<RunLine>{stopped, stopped})).totals(0).early, 1);
    }

    void whatEndedEarlyIsSummedAlsoWhereItWasAskedAgain()
    {
        const RunTotals totals = read(file(begun() +
                                           QList<RunLine>{
                                               RunAsked{0, 1},
                                               RunAnswer{0, 1, answer(Turn::State::Stopped)},
                                               RunAsked{0, 1},
                                               RunAnswer{0, 1, answer(Turn::State::Cut)},
                                               RunAsked{0, 1},
                                               RunAnswer{0, 1, answer()},
                                           }))
                                     .totals(1);
        QCOMPARE(totals.complete, 1);
        QCOMPARE(totals.outputTokens, 5);
        QCOMPARE(totals.early, 2);
        QCOMPARE(totals.earlyOutputTokens, 10);
        QCOMPARE(totals.earlyYuan, 2 * (3 * 0.001 + 5 * 0.002) / 1000);
    }

    void everyParameterThatIsLeftOutReadsBack()
    {
        for (int each = 0; each <= int(Parameter::IncrementalOutput); ++each) {
            const RunLeftOut line{1, Parameter(each)};
            const RunIndex index = read(file(begun() + QList<RunLine>{line, line}));
            QCOMPARE(index.leftOut(1), QList<Parameter>{Parameter(each)});
            QVERIFY(index.leftOut(0).isEmpty());
        }
    }

    void anAnswerTellsWhatItWasAskedWithout()
    {
        const RunIndex index =
            read(file(begun() + QList<RunLine>{RunAnswer{0, 0, answer()}, RunAnswer{0, 1, answer()},
                                               RunLeftOut{1, Parameter::TopK}, RunAnswer{1, 1, answer()}}));
        QCOMPARE(index.leftOut(1, 1), QList<Parameter>{Parameter::TopK});
        QVERIFY2(index.leftOut(0, 1).isEmpty(), "it came before");
        QVERIFY2(index.leftOut(0, 0).isEmpty(), "another deployment");
        QVERIFY2(index.leftOut(1, 0).isEmpty(), "never asked");
    }

    void whatWasReleasedIsOpenAgain()
    {
        const RunIndex index = read(file(begun() + QList<RunLine>{RunAsked{0, 0}, RunReleased{0, 0}, RunAsked{1, 0}}));
        QCOMPARE(index.cell(0, 0).state, State::Open);
        QCOMPARE(index.cell(1, 0).state, State::Lost);
    }

    void everyPairHasItsOwnTally()
    {
        QList<RunLine> lines = begun(1, 4);
        for (int second = 1; second < 4; ++second) {
            for (int first = 0; first < second; ++first)
                lines += RunVote{0, first, second, RunVote::Choice::First, false};
        }
        lines += RunVote{0, 1, 3, RunVote::Choice::Tie, false};
        const RunIndex index = read(file(lines));
        for (int second = 1; second < 4; ++second) {
            for (int first = 0; first < second; ++first) {
                const bool tie = first == 1 && second == 3;
                QCOMPARE(index.tally(first, second).first, tie ? 0 : 1);
                QCOMPARE(index.tally(first, second).ties, tie ? 1 : 0);
            }
        }
    }

    void whatMakesNoSenseIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("{\"answered\":0");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("nothing known") << QByteArray("{\"other\":1}");
        QTest::newRow("prompt out of bounds") << lineOf(RunAnswer{2, 0, answer()});
        QTest::newRow("model out of bounds") << lineOf(RunAnswer{0, 2, answer()});
        QTest::newRow("negative") << QByteArray("{\"asked\":-1,\"model\":0}");
        QTest::newRow("huge") << QByteArray("{\"asked\":99999999999999,\"model\":0}");
        QTest::newRow("no turn") << QByteArray("{\"answered\":0,\"model\":0}");
        QTest::newRow("still growing") << lineOf(RunAnswer{0, 0, answer(Turn::State::Streaming)});
        QTest::newRow("vote out of bounds") << lineOf(RunVote{0, 0, 3, RunVote::Choice::Tie, false});
        QTest::newRow("left out by none") << lineOf(RunLeftOut{2, Parameter::TopK});
        QTest::newRow("nothing known left out") << QByteArray("{\"left_out\":\"top_kk\",\"model\":0}");
        QTest::newRow("vote for one") << lineOf(RunVote{0, 1, 1, RunVote::Choice::Tie, false});
        QTest::newRow("a second head") << lineOf(header(50, 4));
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe{");
    }

    void whatMakesNoSenseIsPassedOver()
    {
        QFETCH(const QByteArray, line);
        const QByteArray good = file(begun());
        const RunIndex index = read(good + '\n' + line + '\n' + file({RunAnswer{1, 1, answer()}}));
        QVERIFY(index.isValid());
        QCOMPARE(index.damagedLines(), 1);
        QCOMPARE(index.promptCount(), 2);
        QCOMPARE(index.cell(1, 1).state, State::Complete);
        QCOMPARE(index.count(0, State::Open), 2);
    }

    void aFileWithoutItsHeadIsNoRun_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("head gone") << file(begun().mid(1));
        QTest::newRow("a prompt gone") << file(begun().first(2));
        QTest::newRow("too many models") << file(begun(2, 5));
        QTest::newRow("one model") << file(begun(2, 1));
        QTest::newRow("another version") << file(begun()).replace("\"slipway_run\":1", "\"slipway_run\":9");
    }

    void aFileWithoutItsHeadIsNoRun()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!read(bytes).isValid());
    }

    void cutAnywhereItGivesWhatStoodBefore()
    {
        QByteArray bytes = file(begun());
        const qsizetype head = bytes.size();
        for (int i = 0; i < 4; ++i)
            bytes += file({RunAsked{i / 2, i % 2}, RunAnswer{i / 2, i % 2, answer()}});
        int last = 0;
        for (qsizetype size = 0; size < bytes.size() + 5; size += 5) {
            const RunIndex index = read(bytes.first(std::min(size, bytes.size())));
            if (size < head - 1)
                continue;
            QVERIFY(index.isValid());
            const int complete = index.count(0, State::Complete) + index.count(1, State::Complete);
            QVERIFY(complete >= last);
            last = complete;
        }
        QCOMPARE(last, 4);
    }
};

QTEST_APPLESS_MAIN(TestRunIndex)
#include "tst_runindex.moc"
