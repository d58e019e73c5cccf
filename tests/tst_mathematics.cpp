// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/mathematics.h"

#include <QTest>

using namespace Slipway;
using Kind = MarkdownBlock::Kind;

class TestMathematics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mathematicsIsEscapedAndNothingElseIs_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("escaped");
        const auto row = [](const char *name, const QString &markdown, const QString &escaped,
                            Kind kind = Kind::Paragraph) { QTest::newRow(name) << kind << markdown << escaped; };
        const auto same = [&](const char *name, const QString &markdown, Kind kind = Kind::Paragraph) {
            row(name, markdown, markdown, kind);
        };
        same("none", QStringLiteral("a *b* \\* c"));
        row("round", QStringLiteral("a \\(x_1*y\\) *b*"), QStringLiteral("a \\\\\\(x\\_1\\*y\\\\\\) *b*"));
        row("square of two lines", QStringLiteral("\\[\na\\\\\n  b\n\\]\n"),
            QStringLiteral("\\\\\\[\u2028a\\\\\\\\\u2028  b\u2028\\\\\\]\n"));
        row("square on lines of its own", QStringLiteral("a *b*:\n\\[x\\]\n*c*"),
            QStringLiteral("a *b*:\u2028\\\\\\[x\\\\\\]\u2028*c*"));
        row("dollars", QStringLiteral("$$a*b$$ *c*"), QStringLiteral("\\$\\$a\\*b\\$\\$ *c*"));
        row("dollar", QStringLiteral("so $a_1*b$."), QStringLiteral("so \\$a\\_1\\*b\\$."));
        row("beside Chinese", QStringLiteral("设$a_1$为"), QStringLiteral("设\\$a\\_1\\$为"));
        row("words in braces", QStringLiteral("$P(\\text{no rain})$"),
            QStringLiteral("\\$P\\(\\\\text\\{no rain\\}\\)\\$"));
        row("bar in a cell", QStringLiteral("|$x\\|y$|"), QStringLiteral("|\\$x\\\\\\|y\\$|"), Kind::Table);
        row("in a quotation", QStringLiteral("> \\[a\n> b\\]"), QStringLiteral("> \\\\\\[a\u2028b\\\\\\]"),
            Kind::Quote);
        row("still being written", QStringLiteral("\\[ a*b"), QStringLiteral("\\\\\\[ a\\*b"));
        row("windows line ends", QStringLiteral("$$a\r\nb$$"), QStringLiteral("\\$\\$a\u2028b\\$\\$"));
        same("an escaped backslash", QStringLiteral("\\\\(x*y\\\\)"));
        same("never closed", QStringLiteral("a \\(b *c*"));
        same("two prices", QStringLiteral("$5 and *not* $6"));
        same("two prices in bold", QStringLiteral("**$5** or **5$**"));
        same("prices in cells", QStringLiteral("|$|*a*|$|"), Kind::Table);
        same("a price range", QStringLiteral("$5-$10 *b*"));
        same("variables of a shell", QStringLiteral("$HOME/*a* and $PATH"));
        same("over two lines", QStringLiteral("$a*b\nc*d$"));
        same("three dollars", QStringLiteral("$$$ *a* $$$"));
        same("code", QStringLiteral("`\\(a*b\\)` ``$a`*b$``"));
        same("a fence", QStringLiteral("> ```\n> $$a$$ \\(b\\)\n> ```\n"), Kind::Quote);
        same("an open fence", QStringLiteral("- a\n  ~~~\n  $$a$$\n"), Kind::ListItem);
        same("indented code", QStringLiteral("    $$a$$\n\n    \\(b\\)\n"));
    }

    void mathematicsIsEscapedAndNothingElseIs()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, markdown);
        QFETCH(QString, escaped);
        QCOMPARE(withMathematicsAsText(markdown, kind), escaped);
    }

    void noTextGrowsMoreThanTwice_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *unit : {"\\(", "\\[", "$", "$$", "$ ", "\\)", "$a", "`", "` ``", "\\[\n", "$$\n", "\\", "$a$"})
            QTest::newRow(unit) << QString::fromLatin1(unit);
    }

    void noTextGrowsMoreThanTwice()
    {
        QFETCH(QString, unit);
        const QString text = unit.repeated(4000);
        for (const Kind kind : {Kind::Paragraph, Kind::Table, Kind::Quote})
            QVERIFY(withMathematicsAsText(text, kind).size() <= 2 * text.size());
    }
};

QTEST_GUILESS_MAIN(TestMathematics)
#include "tst_mathematics.moc"
