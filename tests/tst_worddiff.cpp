// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/worddiff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Slipway;

static QStringList texts(const QString &text, const QList<TextSpan> &spans)
{
    QStringList result;
    for (const TextSpan &span : spans)
        result += text.mid(span.begin, span.length);
    return result;
}

/// "[left|right]" in place of what changed, for tests to read.
static QString marked(const QString &left, const QString &right)
{
    const WordDifference difference = wordDifference(left, right);
    QString result;
    qsizetype at = 0;
    for (const TextChange &change : difference.changes) {
        result += left.mid(at, change.left.begin - at);
        result += u'[' + left.mid(change.left.begin, change.left.length) + u'|' +
                  right.mid(change.right.begin, change.right.length) + u']';
        at = change.left.end();
    }
    return result + left.mid(at);
}

/// The plain table, for texts that are short.
static qsizetype longestCommon(const QStringList &left, const QStringList &right)
{
    std::vector<std::vector<qsizetype>> best(size_t(left.size() + 1), std::vector<qsizetype>(size_t(right.size() + 1)));
    for (size_t i = 1; i <= size_t(left.size()); ++i) {
        for (size_t j = 1; j <= size_t(right.size()); ++j) {
            const bool same = left[qsizetype(i - 1)] == right[qsizetype(j - 1)];
            best[i][j] = same ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
        }
    }
    return best.back().back();
}

static QString randomText(QRandomGenerator &random, int words, int vocabulary)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += QStringLiteral("w%1 ").arg(random.bounded(vocabulary));
    return text;
}

class TestWordDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreWhatPeopleTakeForWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QString &words) {
            QTest::newRow(name) << text << words.split(u' ', Qt::SkipEmptyParts);
        };
        row("nothing", QString(), QString());
        row("space", QStringLiteral(" \n\t "), QString());
        row("English", QStringLiteral("Don't  stop,\nnow!"), QStringLiteral("Don't stop , now !"));
        row("numbers", QStringLiteral("3.14 and 1,000."), QStringLiteral("3.14 and 1,000 ."));
        row("Chinese", QStringLiteral("你好, Qwen3！"), QStringLiteral("你 好 , Qwen3 ！"));
        row("mixed", QStringLiteral("用GPU跑"), QStringLiteral("用 GPU 跑"));
        row("beyond the first plane", QStringLiteral("𠮷野a"), QStringLiteral("𠮷 野 a"));
        row("marks belong to their letter", QStringLiteral("cafe\u0301s"), QStringLiteral("cafe\u0301s"));
        row("emoji that are joined", QStringLiteral("👩\u200d💻x"), QStringLiteral("👩\u200d 💻 x"));
    }

    void wordsAreWhatPeopleTakeForWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, words);
        QCOMPARE(texts(text, wordsOf(text)), words);
    }

    void changesAreFound_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *left, const char *right, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right) << QString::fromUtf8(expected);
        };
        row("the same", "one two", "one two", "one two");
        row("both empty", "", "", "");
        row("only space differs", "one  two\n", "one two", "one  two\n");
        row("one word", "a big dog", "a small dog", "a [big|small] dog");
        row("neighbours are one change", "a b c d", "a x y d", "a [b c|x y] d");
        row("added at the end", "one", "one two", "one[| two]");
        row("added at the start", "two", "one two", "[|one ]two");
        row("gone from the middle", "a b c", "a c", "a [b|] c");
        row("nothing in common", "a b", "c", "[a b|c]");
        row("right empty", "a b", "", "[a b|]");
        row("Chinese by character", "我是通义千问", "我是大模型", "我是[通义千问|大模型]");
        row("Chinese within", "今天天气很好", "今天天气不好", "今天天气[很|不]好");
        row("punctuation", "Yes, it is.", "Yes. It is.", "Yes[, it|. It] is.");
    }

    void changesAreFound()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        QFETCH(QString, expected);
        // Spaces beside an empty place are the texts' own and no part of a change.
        const QString found = marked(left, right);
        const auto bare = [](QString text) { return text.remove(u' '); };
        QCOMPARE(bare(found), bare(expected));
    }

    void whatIsCommonIsNeverMarked()
    {
        const QString left = QStringLiteral("The quick brown fox jumps over the lazy dog");
        const QString right = QStringLiteral("The brown fox leaps over a lazy old dog");
        const WordDifference difference = wordDifference(left, right);
        QCOMPARE(difference.common, 6);
        QCOMPARE(difference.leftOnly, 3);
        QCOMPARE(difference.rightOnly, 3);
    }

    void itIsTheShortestDifference()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            const QString left = randomText(random, random.bounded(60), 1 + random.bounded(12));
            const QString right = randomText(random, random.bounded(60), 1 + random.bounded(12));
            const WordDifference difference = wordDifference(left, right);
            const QStringList leftWords = texts(left, wordsOf(left));
            const QStringList rightWords = texts(right, wordsOf(right));
            QCOMPARE(difference.common, longestCommon(leftWords, rightWords));
            QCOMPARE(difference.leftOnly, leftWords.size() - difference.common);
            QCOMPARE(difference.rightOnly, rightWords.size() - difference.common);
        }
    }

    void whatIsLeftUnmarkedReadsTheSameOnBothSides()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 20; ++round) { // long enough to be cut short
            const QString left = randomText(random, 4000, 400);
            const QString right = randomText(random, 4000, 400);
            const WordDifference difference = wordDifference(left, right);
            QString leftRest = left;
            QString rightRest = right;
            for (auto change = difference.changes.crbegin(); change != difference.changes.crend(); ++change) {
                leftRest.remove(change->left.begin, change->left.length);
                rightRest.remove(change->right.begin, change->right.length);
            }
            QCOMPARE(leftRest.simplified(), rightRest.simplified());
            QVERIFY(difference.common > 0);
        }
    }

    void longTextsTakeTheirTimeAndNotTheSquareOfIt_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QRandomGenerator random(3);
        QTest::newRow("unlike") << randomText(random, 30'000, 5000) << randomText(random, 30'000, 5000);
        QTest::newRow("few words") << randomText(random, 30'000, 3) << randomText(random, 30'000, 3);
        QString one = randomText(random, 30'000, 5000);
        QTest::newRow("alike") << one << QString(one).replace(QStringLiteral("w77 "), QStringLiteral("v "));
        QString chinese;
        QString other;
        for (int i = 0; i < 40'000; ++i) {
            chinese += QChar(char16_t(0x4e00 + random.bounded(2000)));
            other += QChar(char16_t(0x4e00 + random.bounded(2000)));
        }
        QTest::newRow("Chinese") << chinese << other;
    }

    void longTextsTakeTheirTimeAndNotTheSquareOfIt()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        const WordDifference difference = wordDifference(left, right); // by the square the test would run out of time
        QVERIFY(difference.common > 0);
    }

    void itEndsSoonWhenNobodyWantsItAnyMore()
    {
        QRandomGenerator random(5);
        const QString left = randomText(random, 200'000, 50);
        const QString right = randomText(random, 200'000, 50);
        const std::atomic_bool cancelled{true};
        QCOMPARE(wordDifference(left, right, &cancelled).common, qsizetype(0));
    }
};

QTEST_APPLESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
