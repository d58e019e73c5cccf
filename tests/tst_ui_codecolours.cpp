// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

using namespace Slipway;
using Kind = CodeToken::Kind;

static constexpr Kind allKinds[] = {Kind::Keyword, Kind::Text, Kind::Comment, Kind::Number, Kind::Type, Kind::Function};

static Turn reply(const QString &text, Turn::State state = Turn::State::Complete)
{
    Turn turn;
    turn.role = Role::Assistant;
    turn.content = text;
    turn.state = state;
    return turn;
}

/// As WCAG has it.
static double lightOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

static double contrast(const QColor &one, const QColor &other)
{
    const double a = lightOf(one);
    const double b = lightOf(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

class TestUiCodeColours : public QObject
{
    Q_OBJECT

private:
    /// In letters so large that their middle has their very colour.
    static void show(Transcript &transcript, const QList<Turn> &turns)
    {
        QFont large = transcript.font();
        large.setPixelSize(40);
        transcript.setFont(large);
        transcript.resize(900, 700);
        transcript.show();
        QVERIFY(QTest::qWaitForWindowExposed(&transcript));
        transcript.setTurns(turns);
    }

    static TextStyle styleOf(const Transcript &transcript)
    {
        return TextStyle::of(transcript.font(), transcript.palette());
    }

    /// Rows of pixels in which a colour is seen: the first and the last; -1 where it is nowhere.
    static std::pair<int, int> rowsWith(Transcript &transcript, Kind kind)
    {
        const QRgb colour = styleOf(transcript).codeColour(kind).rgb();
        const QImage image = transcript.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        std::pair<int, int> rows(-1, -1);
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            if (std::find(line, line + image.width(), colour) != line + image.width())
                rows = {rows.first < 0 ? y : rows.first, y};
        }
        return rows;
    }

    /// The pixels in which something is drawn on the ground of code, whatever its colour.
    static QList<bool> inkOf(Transcript &transcript)
    {
        const QImage image = transcript.viewport()->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        const int ground = qGray(styleOf(transcript).codeGround.rgb());
        QList<bool> ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                ink.append(std::abs(image.constScanLine(y)[x] - ground) > 60);
        }
        return ink;
    }

    /// Edges of letters may differ a little with the colour; a letter that moved differs by all of itself.
    static bool isSamePlace(const QList<bool> &one, const QList<bool> &other)
    {
        const auto different = std::inner_product(one.begin(), one.end(), other.begin(), qsizetype(0), std::plus<>(),
                                                  std::not_equal_to<>());
        return one.size() == other.size() && different < one.count(true) / 10;
    }

    static bool shows(Transcript &transcript, Kind kind) { return rowsWith(transcript, kind).first >= 0; }

    static QString code() { return QStringLiteral("# comment\nif True:\n    print('text', 1)\n"); }

private Q_SLOTS:
    void cleanup() { Theme::apply(Theme::Choice::System); }

    void codeHasItsColours_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }

    void codeHasItsColours()
    {
        QFETCH(QString, theme);
        Theme::apply(Theme::choiceOf(theme));
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```python\n%1```\n").arg(code()))});
        const QString text = (transcript.selectAll(), transcript.selectedText());
        QTest::mouseClick(transcript.viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        for (const Kind kind : {Kind::Comment, Kind::Keyword, Kind::Text, Kind::Number})
            QTRY_VERIFY(shows(transcript, kind));
        QVERIFY(rowsWith(transcript, Kind::Comment).second < rowsWith(transcript, Kind::Keyword).first);
        QVERIFY(rowsWith(transcript, Kind::Keyword).first < rowsWith(transcript, Kind::Text).first);
        transcript.selectAll();
        QCOMPARE(transcript.selectedText(), text);
        QVERIFY(text.contains(code().trimmed()));
        QTest::mouseClick(transcript.findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), code());
    }

    void coloursFollowThePalette()
    {
        Theme::apply(Theme::Choice::Light);
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```py\n%1```\n").arg(code()))});
        QTRY_VERIFY(shows(transcript, Kind::Comment));
        const QColor light = styleOf(transcript).codeColour(Kind::Comment);
        Theme::apply(Theme::Choice::Dark);
        QTRY_VERIFY(styleOf(transcript).codeColour(Kind::Comment) != light);
        QTRY_VERIFY(shows(transcript, Kind::Comment));
    }

    void codeThatStillGrowsIsPlainAndItsColoursMoveNothing()
    {
        Theme::apply(Theme::Choice::Light);
        Transcript transcript;
        Turn turn = reply(QStringLiteral("```python\n%1").arg(code()), Turn::State::Streaming);
        turn.content += QStringLiteral("more = 1\n").repeated(40);
        show(transcript, {turn});
        transcript.verticalScrollBar()->setValue(0);
        const QList<bool> before = inkOf(transcript);
        QVERIFY(before.count(true) > 1000);
        QVERIFY(!shows(transcript, Kind::Comment));
        turn.content += QStringLiteral("```\n");
        transcript.updateTurn(0, turn);
        QTRY_VERIFY(shows(transcript, Kind::Comment));
        QCOMPARE(transcript.verticalScrollBar()->value(), 0);
        QVERIFY(isSamePlace(before, inkOf(transcript)));
    }

    /// Code is laid out in pieces of 40 lines.
    void whatBeganInAnEarlierPieceGoesOn()
    {
        Theme::apply(Theme::Choice::Light);
        Transcript transcript;
        const QString lines = QStringLiteral("word\n").repeated(60);
        show(transcript, {reply(QStringLiteral("```cpp\n/*\n%1*/\n```\n").arg(lines))});
        transcript.verticalScrollBar()->setValue(transcript.verticalScrollBar()->maximum());
        QTRY_VERIFY(shows(transcript, Kind::Comment));
        const auto [first, last] = rowsWith(transcript, Kind::Comment);
        QVERIFY(last - first > transcript.viewport()->height() / 2);
    }

    void eachCodeHasColoursOfItsOwn()
    {
        Theme::apply(Theme::Choice::Light);
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```klingon\nif\n```\n\n```py\n# a\n```\n\n```cpp\nreturn\n```\n"))});
        QTRY_VERIFY(shows(transcript, Kind::Comment));
        QTRY_VERIFY(shows(transcript, Kind::Keyword));
        QVERIFY(rowsWith(transcript, Kind::Comment).second < rowsWith(transcript, Kind::Keyword).first);
    }

    void everyColourCanBeRead_data() { codeHasItsColours_data(); }

    void everyColourCanBeRead()
    {
        QFETCH(QString, theme);
        Theme::apply(Theme::choiceOf(theme));
        const TextStyle style = TextStyle::of(QApplication::font(), QApplication::palette());
        QCOMPARE(style.isDark, theme == QLatin1String("dark"));
        for (const Kind kind : allKinds)
            QVERIFY2(contrast(style.codeColour(kind), style.codeGround) >= 4.5, qPrintable(QString::number(int(kind))));
    }
};

QTEST_MAIN(TestUiCodeColours)
#include "tst_ui_codecolours.moc"
