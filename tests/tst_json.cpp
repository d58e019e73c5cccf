// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/json.h"

#include <QTest>

using namespace Slipway;

namespace {

Json read(const QByteArray &text)
{
    return Json::parse(text).value_or(Json());
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneCompleteValueIsAText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isText");
        const auto good = [](const char *text) { QTest::addRow("good: %s", text) << QByteArray(text) << true; };
        const auto bad = [](const char *text) { QTest::addRow("bad: %s", text) << QByteArray(text) << false; };
        for (const char *text : {"{}", "[]", " {\"a\":1} \r\n\t", "[1,2,[3,{}]]", "\"x\"", " 1.5e-3 ", "null", "true",
                                 "[\"\\ud83d\"]", "{\"a\":1e400}", "[123456789012345678901234567890]", "[-0]", "[\"\"]",
                                 "{\"\":{}}", "[[],[],{}]", "{\"a\":{},\"b\":[]}"})
            good(text);
        for (const char *text : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "[1,]",
                                 "{\"a\":1,}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{a:1}",
                                 "[1 2]",
                                 "[01]",
                                 "[1.]",
                                 "[.5]",
                                 "[+1]",
                                 "[1e]",
                                 "[tru]",
                                 "[truex]",
                                 "[nul]",
                                 "{} {}",
                                 "{}x",
                                 "[]]",
                                 "{\"a\":1}}",
                                 "[\"\\x\"]",
                                 "[\"\\u12g4\"]",
                                 "{\"\\q\":1}",
                                 "[\"a",
                                 "[\"a\nb\"]",
                                 "['a']",
                                 "NaN",
                                 "[Infinity]",
                                 "<html>",
                                 "{\"a\":\"b\"\"c\"}",
                                 "[\"a\"b]",
                                 "nullx",
                                 "\"a\" 1",
                                 "1 2",
                                 "{1:2}",
                                 "[,]",
                                 "{,}",
                                 "[1,,2]",
                                 "{\"a\":1 \"b\":2}",
                                 "{\"a\" 1}"})
            bad(text);
        QTest::newRow("bad: NUL") << QByteArray("{}\0", 3) << false;
        QTest::newRow("good: byte order mark") << QByteArray("\xEF\xBB\xBF{}") << true;
        QTest::newRow("good: 64 deep") << QByteArray(64, '[') + QByteArray(64, ']') << true;
        QTest::newRow("bad: 65 deep") << QByteArray(65, '[') + QByteArray(65, ']') << false;
        QTest::newRow("bad: a million deep") << QByteArray(1'000'000, '[') << false;
    }

    void onlyOneCompleteValueIsAText()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, isText);
        QCOMPARE(Json::parse(text).has_value(), isText);
    }

    void everyTruncationIsRefused()
    {
        const QByteArray whole =
            R"({"output":{"a":["x\u00e9\n",-1.5e3,true,null,{}],"b":{"c":"模型"}},"request_id":"r"})";
        QVERIFY(Json::parse(whole));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!Json::parse(whole.first(size)), whole.first(size).constData());
    }

    void aMissingMemberIsMissingAndNullIsNull()
    {
        const Json json = read(R"({"a":null})");
        QCOMPARE(json["a"].type(), Json::Type::Null);
        QVERIFY(json["a"].isPresent());
        QVERIFY(!json["a"].hasValue());
        QCOMPARE(json["b"].type(), Json::Type::Missing);
        QVERIFY(!json["b"].isPresent());
        QCOMPARE(json["b"]["c"]["d"].text(), QString());
        QVERIFY(json["b"].items().isEmpty() && json["b"].members().isEmpty());
        QCOMPARE(json["b"].source(), QByteArray());
    }

    void theLastOfTwoMembersOfOneNameIsRead()
    {
        const Json json = read(R"({"a":1,"b":{"a":9},"\u0061":2})");
        QCOMPARE(json["a"].integer(), 2);
        QCOMPARE(json.members().size(), 3);
        QCOMPARE(json.members().last().name, QStringLiteral("a"));
    }

    void membersKeepTheirOrder()
    {
        QStringList names;
        for (const auto &[name, value] : read(R"({"z":1,"模":[{"q":1}],"a":{"b":2},"":3})").members())
            names += name;
        QCOMPARE(names, QStringList({QStringLiteral("z"), QStringLiteral("模"), QStringLiteral("a"), QString()}));
    }

    void aNameEndsAtItsQuoteWhateverStandsInItAndAroundIt()
    {
        const Json json = read("{ \"a\\\":\" : 1 ,\"b:\"\t:\r\n [{\"\\\\\" :{\":\" : 2}}]}");
        QCOMPARE(json.members().size(), 2);
        QCOMPARE(json["a\":"].integer(), 1);
        QCOMPARE(json["b:"].items().first()["\\"][":"].integer(), 2);
    }

    void itemsAreThoseOfTheArrayItself()
    {
        const auto items = read(R"([1,[2,3],{"a":[4]},"5"])").items();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items[1].items().size(), 2);
        QCOMPARE(items[2]["a"].items().first().integer(), 4);
        QCOMPARE(items[3].integer(), 5);
    }

    void aStringIsUnescaped_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("content");
        QTest::newRow("all") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << QStringLiteral("\"\\/\b\f\n\r\t");
        QTest::newRow("unit") << QByteArray(R"("a\u00e9b")") << QStringLiteral("aéb");
        QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00!")") << QStringLiteral("😀!");
        QTest::newRow("raw") << QByteArray("\"模型😀\"") << QStringLiteral("模型😀");
        QTest::newRow("lone half") << QByteArray(R"("\ud83d")") << QString(QChar(0xd83d));
        QTest::newRow("byte order mark, which is a character here")
            << QByteArray("\"\xEF\xBB\xBF\xEF\xBB\xBFid\"") << QStringLiteral("\ufeff\ufeffid");
        QTest::newRow("the same behind an escape")
            << QByteArray("\"\\n\xEF\xBB\xBFid\"") << QStringLiteral("\n\ufeffid");
        QTest::newRow("backslash at the end") << QByteArray("\"\\\\\"") << QStringLiteral("\\");
    }

    void aStringIsUnescaped()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, content);
        QCOMPARE(read(text).text(), content);
        QCOMPARE(read('[' + text + ']').items().first().text(), content);
        QCOMPARE(read('{' + text + ":1}").members().first().name, content);
    }

    void aStringIsComparedWithoutBeingMade()
    {
        const Json json = read(R"(["null",null,"nul","\u006eull",""])");
        QVERIFY(json.items()[0].isText("null"));
        for (int other = 1; other < 5; ++other)
            QVERIFY(!json.items()[other].isText("null"));
        QVERIFY(json.items()[4].isText(""));
        QVERIFY(!Json().isText(""));
    }

    void whatIsNoStringIsTextAsItCame()
    {
        const Json json = read(R"({"a":1e400,"b":[1, 2],"c":{"d" : 3},"e":true,"f":99999999999999999999999})");
        QCOMPARE(json["a"].text(), QStringLiteral("1e400"));
        QCOMPARE(json["b"].text(), QStringLiteral("[1, 2]"));
        QCOMPARE(json["c"].text(), QStringLiteral("{\"d\" : 3}"));
        QCOMPARE(json["e"].text(), QStringLiteral("true"));
        QCOMPARE(json["f"].text(), QStringLiteral("99999999999999999999999"));
    }

    void aWholeNumberIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<qint64>>("number");
        const auto row = [](const char *text, std::optional<qint64> number) {
            QTest::addRow("%s", text) << QByteArray(text) << number;
        };
        row("4", 4);
        row("-0", 0);
        row("4.0", 4);
        row("4e2", 400);
        row("1500e-2", 15);
        row("\"4\"", 4);
        row("\" 4 \"", 4);
        row("\"4.0\"", 4);
        row("9223372036854775807", INT64_MAX);
        row("-9223372036854775808", INT64_MIN);
        row("9223372036854775808", std::nullopt);
        row("1e400", std::nullopt);
        row("1e300", std::nullopt);
        row("4.5", std::nullopt);
        row("\"\"", std::nullopt);
        row("\"4x\"", std::nullopt);
        row("\"0x10\"", std::nullopt);
        row("true", std::nullopt);
        row("null", std::nullopt);
        row("[4]", std::nullopt);
    }

    void aWholeNumberIsRead()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const std::optional<qint64>, number);
        QCOMPARE(read("{\"a\":" + text + "}")["a"].integer(), number);
    }

    void truthIsAWordOrAString()
    {
        const Json json = read(R"([true,"true",false,"false",1,"yes",null])");
        const QList<std::optional<bool>> expected{true, true, false, false, {}, {}, {}};
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(json.items()[i].boolean(), expected[i]);
    }

    void theSourceIsTheBytesWithoutTheSpaceAround()
    {
        const Json json = read("{ \"a\" : { \"x\" : [ 1 , 2 ] } , \"b\" : \"q\" , \"c\" : [ ] , \"d\" : 7 }  ");
        QCOMPARE(json["a"].source(), "{ \"x\" : [ 1 , 2 ] }");
        QCOMPARE(json["a"]["x"].source(), "[ 1 , 2 ]");
        QCOMPARE(json["b"].source(), "\"q\"");
        QCOMPARE(json["c"].source(), "[ ]");
        QCOMPARE(json["d"].source(), "7");
        QVERIFY(json.source().startsWith("{ \"a\"") && json.source().endsWith('}'));
    }

    void bytesThatAreNotUtf8BecomeReplacements()
    {
        const Json json = read("{\"a\":\"x\xff\xfey\",\"b\":2}");
        QCOMPARE(json["a"].text(), QStringLiteral("x\uFFFD\uFFFDy"));
        QCOMPARE(json["b"].integer(), 2);
    }

    void aValueOutlivesWhatItWasReadFrom()
    {
        Json inner;
        {
            QByteArray text = R"({"a":{"b":"c"}})";
            inner = read(text)["a"];
            text.fill('x');
        }
        QCOMPARE(inner["b"].text(), QStringLiteral("c"));
    }

    void aKeptValueStaysAsItIsWhateverIsReadAfterIt()
    {
        const Json kept = read(R"({"a":{"b":"c"}})");
        Json inner = kept["a"];
        QVERIFY(!Json::parse("{\"a\":").has_value());
        QCOMPARE(read(R"({"x":[1,2,3]})")["x"].items().size(), 3);
        QCOMPARE(kept["a"]["b"].text(), QStringLiteral("c"));
        QCOMPARE(inner["b"].text(), QStringLiteral("c"));
        QCOMPARE(inner.borrowed()["b"].text(), QStringLiteral("c"));
        const Json missing;
        QVERIFY(!missing.borrowed().isPresent());
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
