// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/textgrowth.h"

#include <QTest>

using namespace Slipway;
using Kind = TextGrowth::Kind;

class TestTextGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsBecomeAdditions_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char *name, Kind kind, const char *texts, const char *whole) {
            QTest::newRow(name) << kind << QString::fromUtf8(texts).split(u'|') << QString::fromUtf8(whole);
        };
        row("incremental", Kind::Incremental, "Hel|lo|lo||!", "Hellolo!");
        row("incremental, looks cumulative", Kind::Incremental, "ha|haha", "hahaha");
        row("cumulative", Kind::Cumulative, "Hel|Hello|Hello!|Hello!", "Hello!");
        row("cumulative, mended end", Kind::Cumulative, "ab\uFFFD|ab😀c", "ab\uFFFD😀c");
        row("cumulative, shorter", Kind::Cumulative, "Hello|Hel|Hello you", "Hello you");
        row("cumulative, empty between", Kind::Cumulative, "|Hel||Hello", "Hello");
        row("asked cumulative, is not", Kind::Cumulative, "Hello| you|, friend", "Hello you, friend");
        row("unknown, cumulative", Kind::Unknown, "|Hel|Hello|Hello|Hello!|Hello!", "Hello!");
        row("unknown, incremental", Kind::Unknown, "|Hel|lo|lo|!|", "Hellolo!");
        row("unknown, repeated first, incremental", Kind::Unknown, "ha|ha|ho", "hahaho");
        row("unknown, repeated first, cumulative", Kind::Unknown, "ha|ha|ha ho", "ha ho");
        row("unknown, one text", Kind::Unknown, "Hello|", "Hello");
        row("unknown, one text and its repetition at the end", Kind::Unknown, "Hello|Hello", "Hello");
    }

    void textsBecomeAdditions()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QStringList, texts);
        QFETCH(const QString, whole);
        TextGrowth growth(kind);
        QString sum;
        for (const QString &text : texts)
            sum += growth.take(text);
        QCOMPARE(sum, whole);
    }
};

QTEST_APPLESS_MAIN(TestTextGrowth)
#include "tst_textgrowth.moc"
