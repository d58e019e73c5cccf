// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chatsettingsjson.h"
#include "app/chat/turnjson.h"

#include <QTest>
#include <QTimeZone>

using namespace Slipway;

template<typename Write>
static Json written(Write write)
{
    JsonWriter json;
    write(json);
    return Json::parse(json.bytes()).value_or(Json());
}

class TestTurnJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndTimesThatCannotBeAreNotRead()
    {
        for (const char *number : {"9223372036854775807", "-9223372036854775808", "-1", "1000000000001"}) {
            const auto json = Json::parse(QByteArray(R"({"role":"assistant","state":"complete","usage":{)"
                                                     R"("input_tokens":N,"output_tokens":N,"total_tokens":N,)"
                                                     R"("reasoning_tokens":N},"first_token_ms":N,"thinking_ms":N,)"
                                                     R"("duration_ms":N,"content":"Hi"})")
                                              .replace('N', number));
            QVERIFY(json);
            const Turn turn = readTurn(*json);
            QCOMPARE(turn.content, QStringLiteral("Hi"));
            QVERIFY2(turn.usage == Usage(), number);
            QVERIFY2(!turn.firstToken && !turn.thinking && !turn.duration, number);
        }
    }

    void aReplyKeepsItsCostAndTheProtocolThatRefused()
    {
        Turn turn;
        turn.role = Role::Assistant;
        turn.content = QStringLiteral("Hi");
        turn.at = QDateTime(QDate(2026, 5, 30), QTime(1, 2, 3), QTimeZone::utc()).toUTC();
        turn.yuan = 0.00012;
        turn.protocolTurn = ProtocolTurn{Protocol::Compatible,
                                         {.kind = Error::Kind::Refused,
                                          .httpStatus = 400,
                                          .code = QStringLiteral("InvalidParameter"),
                                          .message = QStringLiteral("url error, please check url！"),
                                          .sent = true}};
        QCOMPARE(readTurn(written([&turn](JsonWriter &json) { writeTurn(json, turn); })), turn);
    }

    void aReplyKeepsHowItWasAskedFor()
    {
        Turn turn;
        turn.role = Role::Assistant;
        turn.at = QDateTime(QDate(2026, 5, 30), QTime(1, 2, 3), QTimeZone::utc()).toUTC();
        turn.asked = Asked{.protocol = Protocol::Compatible,
                           .systemPrompt = QStringLiteral("Be\nbrief"),
                           .stream = false,
                           .incrementalOutput = true,
                           .resultFormat = QStringLiteral("message"),
                           .parameters = {.temperature = 0.1,
                                          .seed = 7,
                                          .stop = QStringList{QStringLiteral("\n")},
                                          .responseFormat = QStringLiteral("json_object"),
                                          .further = FurtherParameters{"{ \"n\":1,\n\"a\":\"中文\" }"}}};
        QCOMPARE(readTurn(written([&turn](JsonWriter &json) { writeTurn(json, turn); })), turn);
        Turn ended = turn;
        readTurnEnd(written([&turn](JsonWriter &json) { writeTurnEnd(json, turn); }), ended);
        QCOMPARE(ended, turn);
        turn.asked = Asked();
        QCOMPARE(readTurn(written([&turn](JsonWriter &json) { writeTurn(json, turn); })), turn);
    }

    void whatDoesNotTellHowItWasAskedForIsReadAllTheSame()
    {
        QVERIFY(!readTurn(*Json::parse(R"({"role":"assistant","state":"complete","content":"Hi"})")).asked);
        QVERIFY(!readTurn(*Json::parse(R"({"asked":{"protocol":"telegraph"}})")).asked);
        QVERIFY(!readTurn(*Json::parse(R"({"asked":7})")).asked);
    }

    void wordsThatAreNoneAreLeftOut()
    {
        const Turn turn = readTurn(*Json::parse(R"({"yuan":-1,"turned_to":"telegraph","turned_after":{}})"));
        QVERIFY(!turn.yuan);
        QVERIFY(!turn.protocolTurn);
    }

    void settingsKeepEveryParameter()
    {
        ChatSettings settings{.systemPrompt = QStringLiteral("Be brief"), .stream = false};
        settings.parameters = {.temperature = 0.1,
                               .topK = 5,
                               .stop = QStringList{QStringLiteral("\n")},
                               .enableSearch = true,
                               .responseFormat = QStringLiteral("json_object"),
                               .further = FurtherParameters{"{ \"n\":1,\n\"a\":\"中文\" }"}};
        QCOMPARE(readSettings(written([&settings](JsonWriter &json) { writeSettings(json, settings); })), settings);
        QCOMPARE(readSettings(*Json::parse(R"({"temperature":0.5,"seed":7})")),
                 (ChatSettings{.parameters = {.temperature = 0.5, .seed = 7}}));
    }
};

QTEST_APPLESS_MAIN(TestTurnJson)
#include "tst_turnjson.moc"
