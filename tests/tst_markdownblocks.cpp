// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/markdownblocks.h"

#include <QTest>

using namespace Slipway;
using Kind = MarkdownBlock::Kind;

static char letterOf(Kind kind)
{
    switch (kind) {
    case Kind::Paragraph:
        return 'p';
    case Kind::Heading:
        return 'h';
    case Kind::Rule:
        return 'r';
    case Kind::ListItem:
        return 'i';
    case Kind::Quote:
        return 'q';
    case Kind::Table:
        return 't';
    case Kind::Code:
        return 'c';
    }
    return '?';
}

/// A letter for each block; a plus where it goes on from the one before, a digit for its indentation.
static QString shapeOf(const QList<MarkdownBlock> &blocks)
{
    QStringList words;
    for (const MarkdownBlock &block : blocks) {
        QString word(QLatin1Char(letterOf(block.kind)));
        if (block.indent > 0)
            word += QString::number(block.indent);
        words += block.continues ? word + u'+' : word;
    }
    return words.join(u' ');
}

static QList<MarkdownBlock> blocksOf(const QString &text, qsizetype step)
{
    MarkdownBlocks splitter;
    QList<MarkdownBlock> blocks;
    for (qsizetype at = 0; at < text.size(); at += step) {
        splitter.append(QStringView(text).mid(at, step));
        blocks += splitter.takeFinished();
    }
    splitter.finish();
    return blocks + splitter.takeFinished();
}

static QString joined(const QList<MarkdownBlock> &blocks)
{
    QString text;
    for (const MarkdownBlock &block : blocks)
        text += block.source;
    return text;
}

class TestMarkdownBlocks : public QObject
{
    Q_OBJECT

private:
    static QString mixed()
    {
        return QStringLiteral(
            "# One\n\nText *a*\nmore\n\n- a\n- b\n  - c\n\n```py\nx = 1\n\ny\n```\nafter\n"
            "\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n> r\n\n1. x\n\n   ```sh\n   ls\n   ```\n\n2. y\n---\nend");
    }

private Q_SLOTS:
    void aBlockKnowsTheAddressesItRefersTo()
    {
        const QString address = QStringLiteral("[one]: https://e.x/1\n");
        MarkdownBlocks splitter;
        splitter.append(QStringLiteral("A [word][One].\n\nNo link.\n\n`[one]`\n\n[^2]: A footnote.\n\n"));
        splitter.append(address + QStringLiteral("[two]: https://e.x/2 \"Two\"\nnot one of them\n"));
        splitter.finish();
        const QList<MarkdownBlock> blocks = splitter.takeFinished();
        QCOMPARE(splitter.referencesFor(blocks.at(0)), address);
        QCOMPARE(splitter.referencesFor(blocks.at(1)), QString());
        QCOMPARE(splitter.referencesFor(blocks.at(3)), QString());
        QCOMPARE(splitter.referencesFor(blocks.last()), QString()); // it has them itself
    }

    void aTextIsSplitIntoItsBlocks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shape");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("blank lines") << QStringLiteral("\n\n") << QStringLiteral("p");
        QTest::newRow("one line") << QStringLiteral("a") << QStringLiteral("p");
        QTest::newRow("two paragraphs") << QStringLiteral("a\nb\n\n\nc") << QStringLiteral("p p");
        QTest::newRow("heading in text") << QStringLiteral("a\n## b\nc") << QStringLiteral("p h p");
        QTest::newRow("underlined heading") << QStringLiteral("a\n---\n\nb") << QStringLiteral("p p");
        QTest::newRow("no heading") << QStringLiteral("#a") << QStringLiteral("p");
        QTest::newRow("rule") << QStringLiteral("a\n\n---\nb") << QStringLiteral("p r p");
        QTest::newRow("stars") << QStringLiteral("**bold** text") << QStringLiteral("p");
        QTest::newRow("bullets") << QStringLiteral("- a\n- b\n* c") << QStringLiteral("i i i");
        QTest::newRow("bullets after text") << QStringLiteral("Text:\n- a\n- b") << QStringLiteral("p i i");
        QTest::newRow("numbers") << QStringLiteral("1. a\n2. b") << QStringLiteral("i i");
        QTest::newRow("a year is no list") << QStringLiteral("in\n1984. It was") << QStringLiteral("p");
        QTest::newRow("nested") << QStringLiteral("- a\n  - b\n    - c\n- d") << QStringLiteral("i i");
        QTest::newRow("text of an item") << QStringLiteral("1. a\n\n   more\n\n2. b") << QStringLiteral("i p3 i");
        QTest::newRow("code in an item") << QStringLiteral("1. a\n   ```\n   x\n   ```\n   b\n2. c")
                                         << QStringLiteral("i c3 p3 i");
        QTest::newRow("after a list") << QStringLiteral("- a\n\nb\n\n    c") << QStringLiteral("i p p");
        QTest::newRow("lazy line") << QStringLiteral("- a\nb\n- c") << QStringLiteral("i i");
        QTest::newRow("quotation") << QStringLiteral("> a\n> b\n\nc") << QStringLiteral("q p");
        QTest::newRow("quotation after text") << QStringLiteral("a\n> b") << QStringLiteral("p q");
        QTest::newRow("table") << QStringLiteral("|a|b|\n|-|-|\n|1|2|\n\nc") << QStringLiteral("t p");
        QTest::newRow("table after text") << QStringLiteral("See:\n|a|b|\n|-|-|\n|1|2|") << QStringLiteral("p t");
        QTest::newRow("bars are no table") << QStringLiteral("a | b\nc | d") << QStringLiteral("p");
        QTest::newRow("code") << QStringLiteral("a\n```cpp\n\nint x;\n```\nb") << QStringLiteral("p c p");
        QTest::newRow("tildes") << QStringLiteral("~~~\n```\n~~~\nb") << QStringLiteral("c p");
        QTest::newRow("longer fence") << QStringLiteral("````\n```\n````\nb") << QStringLiteral("c p");
        QTest::newRow("open code") << QStringLiteral("```\na\n\n# b") << QStringLiteral("c");
        QTest::newRow("inline code") << QStringLiteral("```a``` b") << QStringLiteral("p");
        QTest::newRow("marks in code") << QStringLiteral("```\n- a\n> b\n| c\n```") << QStringLiteral("c");
        QTest::newRow("windows line ends")
            << QStringLiteral("a\r\n\r\n```\r\nb\r\n```\r\nc") << QStringLiteral("p c p");
        QTest::newRow("mathematics") << QStringLiteral("\\[\na\n+ b\n# c\n> d\n\\]\n- e") << QStringLiteral("p i");
        QTest::newRow("mathematics after text") << QStringLiteral("a:\n$$\n- b\n$$\n- c") << QStringLiteral("p i");
        QTest::newRow("mathematics of an item") << QStringLiteral("- a $$\n  + b\n  $$\n- c") << QStringLiteral("i i");
        QTest::newRow("mathematics of one line") << QStringLiteral("\\[ a \\]\n- b") << QStringLiteral("p i");
        QTest::newRow("mathematics ends with its paragraph") << QStringLiteral("\\[ a\n\n- b") << QStringLiteral("p i");
        QTest::newRow("mathematics ends at code")
            << QStringLiteral("$$ a\n```\nb\n```\n- c") << QStringLiteral("p c i");
        QTest::newRow("mathematics in code") << QStringLiteral("`$$` a\n- b") << QStringLiteral("p i");
        QTest::newRow("mixed") << mixed() << QStringLiteral("h p i i c p t q i c3 i r p");
    }

    void aTextIsSplitIntoItsBlocks()
    {
        QFETCH(QString, text);
        QFETCH(QString, shape);
        QCOMPARE(shapeOf(blocksOf(text, qMax<qsizetype>(1, text.size()))), shape);
    }

    void theBlocksAreTheSameHoweverTheTextArrives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("mixed") << mixed();
        QTest::newRow("one long line") << QString(20000, u'x') + u'\n' + QString(5000, u'y');
        QTest::newRow("long code") << QStringLiteral("```\n") + QStringLiteral("line of code\n").repeated(500) +
                                          QStringLiteral("```\nz");
        QTest::newRow("long code line") << QStringLiteral("```\n") + QString(9000, u'x') + QStringLiteral("\n```\nz");
        QTest::newRow("long table") << QStringLiteral("|a|b|\n|-|-|\n") + QStringLiteral("|1|2|\n").repeated(300) +
                                           QStringLiteral("\nz");
        QTest::newRow("long mathematics")
            << QStringLiteral("\\[\n") + QStringLiteral("+ a \\\\\n").repeated(2000) + QStringLiteral("\\]\nb");
        QTest::newRow("long list item") << QStringLiteral("- a\n") + QStringLiteral("  text of it\n").repeated(900) +
                                               QStringLiteral("- b");
    }

    void theBlocksAreTheSameHoweverTheTextArrives()
    {
        QFETCH(QString, text);
        const QList<MarkdownBlock> whole = blocksOf(text, text.size());
        QCOMPARE(joined(whole), text);
        for (const qsizetype step : {1, 2, 3, 7, 64, 4095, 4097})
            QVERIFY2(blocksOf(text, step) == whole, qPrintable(QString::number(step)));
    }

    void theTailIsWhatTheTextWouldBeIfItEndedNow()
    {
        const QString text = mixed();
        MarkdownBlocks splitter;
        QList<MarkdownBlock> finished;
        for (qsizetype at = 0; at < text.size(); ++at) {
            splitter.append(QStringView(text).mid(at, 1));
            finished += splitter.takeFinished();
            const QString sofar = text.first(at + 1);
            QCOMPARE(joined(finished + splitter.tail()), sofar);
            QCOMPARE(shapeOf(finished + splitter.tail()), shapeOf(blocksOf(sofar, sofar.size())));
        }
    }

    void codeIsKeptExactly()
    {
        const QList<MarkdownBlock> blocks = blocksOf(QStringLiteral("```c++ title\n  a\n\n\tb\n```\n"), 1);
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().code, QStringLiteral("  a\n\n\tb\n"));
        QCOMPARE(blocks.first().language, QStringLiteral("c++"));
    }

    void codeOfAnItemLosesTheIndentationOfItsFence()
    {
        const QList<MarkdownBlock> blocks = blocksOf(QStringLiteral("- a\n  ```\n  x\n    y\n  ```\n"), 1);
        QCOMPARE(shapeOf(blocks), QStringLiteral("i c2"));
        QCOMPARE(blocks.last().code, QStringLiteral("x\n  y\n"));
    }

    void longCodeComesInPiecesOfOneCode()
    {
        const QString code = QStringLiteral("0123456789\n").repeated(200);
        const QList<MarkdownBlock> blocks = blocksOf(QStringLiteral("```\n%1```\n\n```\nb\n```\n").arg(code), 5);
        QVERIFY(blocks.size() >= 5);
        QString again;
        for (const MarkdownBlock &block : blocks) {
            QVERIFY(block.source.count(u'\n') <= 42);
            if (block.fence == 0)
                again += block.code;
        }
        QCOMPARE(again, code);
        QCOMPARE(blocks.last().fence, 1);
        QVERIFY(!blocks.last().continues);
        QVERIFY(blocks.at(1).continues);
    }

    void aLongTableRepeatsItsHead()
    {
        const QString head = QStringLiteral("|a|b|\n|-|-|\n");
        const QList<MarkdownBlock> blocks = blocksOf(head + QStringLiteral("|1|2|\n").repeated(300), 11);
        QVERIFY(blocks.size() >= 3);
        for (const MarkdownBlock &block : blocks.mid(1)) {
            QCOMPARE(block.kind, Kind::Table);
            QCOMPARE(block.prefix, head);
        }
    }

    void noCharacterIsCutInTwo()
    {
        const QString text = QStringLiteral("a") + QStringLiteral("\U0001F600").repeated(9000);
        const QList<MarkdownBlock> blocks = blocksOf(text, 3);
        QCOMPARE(joined(blocks), text);
        QVERIFY(blocks.size() > 1);
        for (const MarkdownBlock &block : blocks)
            QVERIFY(!block.source.back().isHighSurrogate());
    }

    void noPieceIsLong()
    {
        const QString text = QString(100000, u'x') + QStringLiteral("\n\n```\n") + QString(100000, u'y');
        for (const MarkdownBlock &block : blocksOf(text, 4))
            QVERIFY(block.source.size() <= 8192);
    }

    void plainTextIsCutAtLineEnds()
    {
        const QString text = QStringLiteral("a line of text\n").repeated(20000);
        const QList<MarkdownBlock> blocks = plainBlocks(text);
        QCOMPARE(joined(blocks), text);
        for (const MarkdownBlock &block : blocks) {
            QVERIFY(block.source.size() <= 4096);
            QVERIFY(block.source.endsWith(u'\n'));
        }
    }

    void plainTextIsNeverCutInsideACharacter()
    {
        const QString text = QStringLiteral("a") + QStringLiteral("\U0001F600").repeated(9000);
        const QList<MarkdownBlock> blocks = plainBlocks(text);
        QCOMPARE(joined(blocks), text);
        for (const MarkdownBlock &block : blocks)
            QVERIFY(!block.source.back().isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(TestMarkdownBlocks)
#include "tst_markdownblocks.moc"
