// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/backgroundcodereader.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using Kind = CodeToken::Kind;

static char letterOf(Kind kind)
{
    switch (kind) {
    case Kind::Keyword:
        return 'k';
    case Kind::Text:
        return 's';
    case Kind::Comment:
        return 'c';
    case Kind::Number:
        return 'n';
    case Kind::Type:
        return 't';
    case Kind::Function:
        return 'f';
    }
    return '?';
}

/// The code with a letter in the place of each character that has a kind, and a dot for each other one.
static QString shapeOf(const QString &code, const QList<CodeToken> &tokens)
{
    QStringList lines = code.split(u'\n');
    for (QString &line : lines)
        line.fill(u'.');
    for (const CodeToken &token : tokens)
        lines[token.line].replace(token.from, token.length, QString(token.length, QLatin1Char(letterOf(token.kind))));
    return lines.join(u'\n');
}

class TestCodeReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsMadeOfItsParts_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("shape");
        QTest::newRow("python") << QStringLiteral("python") << QStringLiteral("# say\ndef f(x):\n    return 'a' + 1\n")
                                << QStringLiteral("ccccc\nkkk.f...."
                                                  "\n....kkkkkk.sss...n\n");
        QTest::newRow("a string of several lines") << QStringLiteral("py") << QStringLiteral("x = \"\"\"a\nb\"\"\" + 1")
                                                   << QStringLiteral("...sssss\nssss...n");
        QTest::newRow("json") << QStringLiteral("json") << QStringLiteral("{\"a\": [1, true], \"b\": \"c\"}")
                              << QStringLiteral(".sss...n..kkkk...sss.ssss.");
        QTest::newRow("cpp") << QStringLiteral("C++") << QStringLiteral("/* a\nb */ return f(\"s\"); // c")
                             << QStringLiteral("cccc\ncccc.kkkkkk.f.sss...cccc");
        QTest::newRow("after letters of other scripts")
            << QStringLiteral("python") << QStringLiteral("变量 = '文字' # 好\U0001F600")
            << QStringLiteral(".....ssss.ccccc");
        QTest::newRow("windows line ends")
            << QStringLiteral("python") << QStringLiteral("# a\r\nif") << QStringLiteral("ccc.\nkk");
    }

    void codeIsMadeOfItsParts()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QString, shape);
        CodeReader reader;
        QCOMPARE(shapeOf(code, reader.read(language, code)), shape);
        QCOMPARE(shapeOf(code, reader.read(language, code)), shape); // nothing is left over from the first time
    }

    void everyLanguageThatIsNamedCanBeRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *language, const char *code) {
            QTest::newRow(language) << QString::fromLatin1(language) << QString::fromLatin1(code);
        };
        for (const char *language : {"awk", "c", "cpp", "csharp", "css", "d", "go", "groovy", "java", "javascript",
                                     "prolog", "proto", "rust", "scala", "ts"})
            row(language, "/* words */ 12 'a' \"b\"");
        for (const char *language : {"ini", "makefile", "perl", "properties", "python", "r", "ruby", "sh", "tcl"})
            row(language, "# words");
        row("bat", "rem words");
        row("diff", "--- a\n+++ b\n-words\n+words");
        row("erlang", "% words");
        row("fortran", "! words");
        row("glsl", "// words");
        row("haskell", "-- words");
        row("html", "<!-- words -->");
        row("json", "\"words\"");
        row("latex", "% words");
        row("lisp", "; words");
        row("lua", "-- words");
        row("ocaml", "(* words *)");
        row("pascal", "{ words }");
        row("php", "<?php /* words */");
        row("scheme", "; words");
        row("sql", "select 1");
        row("vb", "' words");
        row("xml", "<!-- words -->");
    }

    void everyLanguageThatIsNamedCanBeRead()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        CodeReader reader;
        QVERIFY(CodeReader::canRead(language, code));
        QVERIFY(!reader.read(language, code).isEmpty());
    }

    void whatCannotBeReadIsPlain_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown language") << QStringLiteral("klingon") << QStringLiteral("if 'a'");
        QTest::newRow("no language") << QString() << QStringLiteral("if 'a'");
        QTest::newRow("a path for a language") << QStringLiteral("../../etc/passwd") << QStringLiteral("if");
        QTest::newRow("long code") << QStringLiteral("python") << QStringLiteral("if 'a'\n").repeated(20000);
        QTest::newRow("long line") << QStringLiteral("python") << QString(60000, u'"');
        QTest::newRow("other line ends") << QStringLiteral("python") << QStringLiteral("if\relse");
    }

    void whatCannotBeReadIsPlain()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        CodeReader reader;
        QCOMPARE(reader.read(language, code), QList<CodeToken>());
    }

    void aLongLineIsLeftOutAndTheOthersAreNot()
    {
        CodeReader reader;
        const QString code = QStringLiteral("if\n%1\nif").arg(QString(300, u'x'));
        const QList<CodeToken> expected{{0, 0, 2, Kind::Keyword}, {2, 0, 2, Kind::Keyword}};
        QCOMPARE(reader.read(QStringLiteral("python"), code), expected);
    }

    void codeMadeToTakeLongIsPlain_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::newRow("slashes") << QStringLiteral("sh") << QString(195, u'/');
        QTest::newRow("quotes") << QStringLiteral("python") << QStringLiteral("\\'").repeated(97);
        QTest::newRow("a pattern that gives up") << QStringLiteral("json") << QStringLiteral("\"\\").repeated(97);
        QTest::newRow("words and dots") << QStringLiteral("scala") << QStringLiteral("a.").repeated(97);
    }

    /// And ends soon: not the code decides how long it takes.
    void codeMadeToTakeLongIsPlain()
    {
        QFETCH(QString, language);
        QFETCH(QString, line);
        using namespace std::chrono_literals;
        CodeReader reader(5ms);
        const QString code = QStringLiteral("a %1\n").arg(line).repeated(300);
        QCOMPARE(reader.read(language, code), QList<CodeToken>());
        QVERIFY(!reader.read(QStringLiteral("python"), QStringLiteral("# fine")).isEmpty());
    }

    void codeIsReadInTheBackgroundInTurn()
    {
        BackgroundCodeReader reader;
        QSignalSpy read(&reader, &BackgroundCodeReader::wasRead);
        reader.read(7, QStringLiteral("python"), QStringLiteral("if"));
        reader.read(8, QStringLiteral("klingon"), QStringLiteral("if"));
        QCOMPARE(read.count(), 0);
        QTRY_COMPARE(read.count(), 2);
        QCOMPARE(read.at(0).at(0).toInt(), 7);
        QCOMPARE(read.at(0).at(1).value<QList<CodeToken>>(), (QList<CodeToken>{{0, 0, 2, Kind::Keyword}}));
        QCOMPARE(read.at(1).at(0).toInt(), 8);
        QCOMPARE(read.at(1).at(1).value<QList<CodeToken>>(), QList<CodeToken>());
    }

    void aReaderMayGoWhileItReads()
    {
        BackgroundCodeReader reader;
        for (int i = 0; i < 50; ++i)
            reader.read(i, QStringLiteral("sh"), QStringLiteral("a %1\n").arg(QString(195, u'/')).repeated(300));
    }
};

QTEST_GUILESS_MAIN(TestCodeReader)
#include "tst_codereader.moc"
