// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversationexport.h"
#include "app/chat/historylines.h"
#include "app/chat/historystate.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;
using State = Turn::State;

static Turn prompt(const QString &text)
{
    Turn turn;
    turn.content = text;
    turn.at = QDateTime::fromString(QStringLiteral("2026-11-24T01:02:03.456Z"), Qt::ISODateWithMs);
    return turn;
}

static Turn reply(const QString &text)
{
    Turn turn = prompt(text);
    turn.role = Role::Assistant;
    turn.reasoning = QStringLiteral("hm\n\u202e“x”");
    turn.finishReason = QStringLiteral("stop");
    turn.usage = {.inputTokens = 1, .outputTokens = 2, .totalTokens = 3, .reasoningTokens = 0};
    turn.requestId = QStringLiteral("r-1");
    turn.asked = Asked{.systemPrompt = QStringLiteral("Be\nshort"), .parameters = {.temperature = 0.5}};
    turn.firstToken = 310ms;
    turn.thinking = 20ms;
    turn.duration = 1810ms;
    return turn;
}

/// Every kind of turn, branches among them.
static ConversationRecord rich()
{
    ConversationRecord record = newRecord(QStringLiteral("qwen3-8b-“ft”"));
    record.created = prompt({}).at;
    record.title = QStringLiteral("题 <b>");
    record.settings = {.systemPrompt = QStringLiteral("Be\nshort")};
    ConversationTree &tree = record.tree;
    const int a = tree.add(prompt(QStringLiteral("a \\ \" \n\t\u0001 😀")), 0);
    const int b = tree.add(reply(QStringLiteral("```\ncode\n```")), a);
    Turn failed = reply({});
    failed.state = State::Failed;
    failed.error = Error{.kind = Error::Kind::Throttled, .httpStatus = 429, .code = QStringLiteral("Throttling")};
    failed.protocolTurn = ProtocolTurn{Protocol::Compatible, Error{.kind = Error::Kind::NotFound, .httpStatus = 404}};
    failed.yuan = 0.25;
    tree.add(failed, a);
    Turn stopped = reply(QStringLiteral("half"));
    stopped.state = State::Stopped;
    const int c = tree.add(stopped, a);
    Turn rest = reply(QStringLiteral(" and half"));
    rest.continues = true;
    tree.add(rest, c);
    tree.choose(b);
    tree.add(prompt(QStringLiteral("more")), b);
    return record;
}

static QByteArray joined(const QByteArrayList &lines)
{
    return lines.join('\n') + '\n';
}

class TestHistoryLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsReadBackAsItWas()
    {
        const ConversationRecord record = rich();
        const auto text = readHistory(joined(HistoryLines::all(record)));
        QVERIFY(text);
        QCOMPARE(text->record, record);
        QVERIFY(!text->isWasteful);
        for (const QByteArray &line : HistoryLines::all(record))
            QVERIFY(!line.contains('\n'));
    }

    void everyBranchRemembersWhereItWasLeft()
    {
        ConversationRecord record = rich();
        auto text = readHistory(joined(HistoryLines::all(record)));
        record.tree.choose(4);
        text->record.tree.choose(4);
        QCOMPARE(text->record.tree.path(), record.tree.path());
    }

    void whatWasRemovedIsNotWritten()
    {
        ConversationRecord record = rich();
        record.tree.remove(2);
        const QByteArray bytes = joined(HistoryLines::all(record));
        QVERIFY(!bytes.contains("```"));
        record.tree.forgetRemoved();
        QCOMPARE(readHistory(bytes)->record, record);
    }

    void aReplyGrowsAndEnds()
    {
        ConversationRecord record = newRecord(QStringLiteral("m"));
        record.created = prompt({}).at;
        record.tree.add(prompt(QStringLiteral("a")), 0);
        QByteArrayList lines = HistoryLines::all(record);
        Turn waiting;
        waiting.role = Role::Assistant;
        waiting.state = State::Waiting;
        waiting.asked = reply({}).asked;
        waiting.at = prompt({}).at;
        waiting.id = record.tree.add(waiting, 1);
        lines << HistoryLines::added(record, waiting) << HistoryLines::grew(2, {}, QStringLiteral("think"))
              << HistoryLines::grew(2, QStringLiteral("Hel"), {});
        const auto cut = readHistory(joined(lines));
        QCOMPARE(cut->record.tree.turns().last().state, State::Cut);
        QVERIFY(!cut->record.tree.turns().last().error);
        QCOMPARE(cut->record.tree.turns().last().content, QStringLiteral("Hel"));
        QCOMPARE(cut->record.tree.turns().last().reasoning, QStringLiteral("think"));
        QVERIFY(isEstimate(cut->record.tree.turns().last())); // or its tokens would be missing from every sum
        QCOMPARE(cut->record.tree.turns().last().usage.outputTokens, 1 + 2);
        QCOMPARE(cut->record.tree.turns().last().usage.reasoningTokens, 2);
        Turn whole = reply(QStringLiteral("Hello"));
        whole.id = 2;
        whole.reasoning = QStringLiteral("think");
        lines << HistoryLines::grew(2, QStringLiteral("lo"), {}) << HistoryLines::ended(whole);
        record.tree.update(whole);
        QCOMPARE(readHistory(joined(lines))->record, record);
        lines.removeAt(lines.size() - 2);
        const Turn damaged = readHistory(joined(lines))->record.tree.turns().last();
        QVERIFY(damaged.damaged);
        QCOMPARE(damaged.content, QStringLiteral("Hel"));
    }

    void aDamagedLineCostsWhatItTold()
    {
        const QByteArrayList lines = HistoryLines::all(rich());
        for (int i = 0; i < lines.size(); ++i) {
            QByteArrayList torn = lines;
            torn[i] = torn[i].left(torn[i].size() / 2);
            const auto text = readHistory(joined(torn));
            QVERIFY(text);
            QCOMPARE(text->record.deployedModel, rich().deployedModel);
            const bool isTurn = lines[i].contains("\"t\":\"turn\"");
            QCOMPARE(text->record.tree.nodes().size(), rich().tree.nodes().size() - (isTurn ? 1 : 0));
        }
    }

    void anyDamageLeavesWhatItDoesNotTouch()
    {
        const QByteArray bytes = joined(HistoryLines::all(rich()));
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray spoilt = bytes;
            for (int i = 0; i < 3; ++i)
                spoilt[random.bounded(spoilt.size())] = char(random.bounded(256));
            if (round % 2)
                spoilt.truncate(random.bounded(spoilt.size()));
            if (const auto text = readHistory(spoilt))
                QVERIFY(text->record.tree.nodes().size() <= 12);
        }
    }

    void aNewerVersionIsSkippedAndCanBeKept()
    {
        const QByteArray newer = R"({"v":2,"t":"turn","n":9,"turn":{}})";
        const QByteArray lines = newer + '\n' + joined(HistoryLines::all(rich())) + "{\"v\":2\n" + newer;
        const auto text = readHistory(lines);
        QCOMPARE(newerLines(lines), (QByteArrayList{newer, newer}));
        QVERIFY(newerLines(joined(HistoryLines::all(rich()))).isEmpty());
        QCOMPARE(text->record.tree, rich().tree);
        QVERIFY(!text->record.tree.contains(9));
    }

    void nothingIsNoConversation_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << QByteArray("\0\0\0\n\xff\xfe\n{}\n[]\n{\"v\":1}", 19);
        QTest::newRow("only a beginning") << HistoryLines::begun(rich());
    }

    void nothingIsNoConversation()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readHistory(bytes));
    }

    void anExportIsReadBackAsItWas()
    {
        const ConversationRecord record = rich();
        const QByteArray json = ConversationExport::json(record);
        QCOMPARE(ConversationExport::read(json), record);
        QVERIFY(!ConversationExport::read(json.left(json.size() / 2)));
        QVERIFY(!ConversationExport::read("{}"));
        QVERIFY(!ConversationExport::read(QByteArray(json).replace("\"v\": 1", "\"v\": 2")));
    }

    void anExportToReadHoldsWhatIsShown()
    {
        ConversationRecord record = rich();
        record.tree.choose(5);
        const QByteArray text = ConversationExport::markdown(
            record, {QStringLiteral("T"), QStringLiteral("You"), QStringLiteral("Model"), QStringLiteral("On"),
                     QStringLiteral("System"), QStringLiteral("Thought"), QStringLiteral("Incomplete")});
        QVERIFY(
            text.startsWith("# T\n\n`qwen3-8b-“ft”` · 2026-11-24T01:02:03Z\n\n## System\n\nBe\nshort\n\n## You\n\na"));
        QVERIFY(text.contains("## Model\n\n> Thought\n> \n> hm\n"));
        QVERIFY(text.contains("half\n\n*Incomplete*\n\n## On\n"));
        QVERIFY(text.endsWith("and half\n"));
        QVERIFY(!text.contains("more"));
    }

    void aReplyThatReachedItsLongestIsExportedAsIncomplete()
    {
        ConversationRecord record = newRecord(QStringLiteral("m"));
        record.tree.add(prompt(QStringLiteral("a")), 0);
        Turn full = reply(QStringLiteral("and so"));
        full.finishReason = QStringLiteral("length");
        record.tree.add(full, 1);
        const QByteArray text = ConversationExport::markdown(record, {.incomplete = QStringLiteral("Incomplete")});
        QVERIFY2(text.endsWith("and so\n\n*Incomplete*\n"), text.constData());
    }

    void aConversationGoesByItsFirstPrompt()
    {
        ConversationRecord record = rich();
        QCOMPARE(titleOf(record), QStringLiteral("题 <b>"));
        record.title.clear();
        QCOMPARE(titleOf(record), QStringLiteral("a \\ \""));
        record.tree = {};
        record.tree.add(prompt(QString(9000, u'x')), 0);
        QCOMPARE(titleOf(record).size(), 120);
    }

    void theStateIsReadBackAsItWas()
    {
        HistoryState state;
        state.deployments.insert(QStringLiteral("m1"), {QStringLiteral("id"), QStringLiteral("draft\n\"")});
        state.deployments.insert(QStringLiteral("m2"), {QString(),
                                                        QStringLiteral("x"),
                                                        {{QStringLiteral("id"), {3, QStringLiteral("changed\n")}},
                                                         {QStringLiteral("b"), {1, {}}}}});
        QCOMPARE(historyStateOf(bytesOf(state)), state);
        QCOMPARE(historyStateOf("no json"), HistoryState());
    }
};

QTEST_GUILESS_MAIN(TestHistoryLines)
#include "tst_historylines.moc"
