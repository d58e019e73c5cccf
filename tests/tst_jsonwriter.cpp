// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

#include <QTest>

using namespace Slipway;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textSurvivesTheRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QString controls;
        for (char16_t c = 0; c < 0x20; ++c)
            controls += QChar(c);
        QTest::newRow("controls") << controls + QChar(0x7f) + QChar(0x2028);
        QTest::newRow("quotes") << QStringLiteral(R"("\/'<>&)");
        QTest::newRow("Chinese and emoji") << QStringLiteral("模型 😀 é");
        QTest::newRow("empty") << QString();
        QTest::newRow("200 kB") << QStringLiteral("ab\"模\n").repeated(30'000);
    }

    void textSurvivesTheRoundTrip()
    {
        QFETCH(const QString, text);
        JsonWriter json;
        json.beginObject();
        json.member("a", text);
        json.endObject();
        const auto read = Json::parse(json.bytes());
        QVERIFY(read);
        QCOMPARE((*read)["a"].text(), text);
    }

    void textGoesOutAsRawUtf8()
    {
        JsonWriter json;
        json.value(QStringLiteral("模😀\t"));
        QCOMPARE(json.bytes(), QByteArray("\"模😀\\t\""));
    }

    void membersAndItemsAreSeparated()
    {
        JsonWriter json;
        write(json);
        QCOMPARE(json.bytes(), R"({"a":1,"b":[true,{},"x"],"c":0.7,"d":[]})");
    }

    void indentedHasALineForEach()
    {
        JsonWriter json(JsonLayout::Indented);
        write(json);
        QCOMPARE(json.bytes(), "{\n    \"a\": 1,\n    \"b\": [\n        true,\n        {},\n        \"x\"\n    ],\n"
                               "    \"c\": 0.7,\n    \"d\": []\n}");
    }

private:
    static void write(JsonWriter &json)
    {
        json.beginObject();
        json.member("a", qint64(1));
        json.key("b");
        json.beginArray();
        json.value(true);
        json.beginObject();
        json.endObject();
        json.value(QStringLiteral("x"));
        json.endArray();
        json.member("c", 0.7);
        json.key("d");
        json.beginArray();
        json.endArray();
        json.endObject();
    }
};

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
