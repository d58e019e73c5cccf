// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace Slipway;

// WCAG 2: relative luminance and contrast.
static double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

static double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyToneCanBeReadInLightAndDark_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }

    void everyToneCanBeReadInLightAndDark()
    {
        QFETCH(QString, theme);
        Theme::apply(Theme::choiceOf(theme));
        const QPalette palette = QApplication::palette();
        using Look::Tone;
        for (const Tone tone : {Tone::Good, Tone::Busy, Tone::Bad, Tone::Idle, Tone::Warning})
            QVERIFY(contrast(Look::colour(tone, palette), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(Look::secondary(palette), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 3.9);
    }

    void hiddenCharactersAreMadeVisible()
    {
        QCOMPARE(Look::visible(QStringLiteral("a\u202Eb")), QStringLiteral("a\u27e8U+202E\u27e9b"));
        QCOMPARE(Look::visible(QStringLiteral("a\nb")), QStringLiteral("a\u27e8U+000A\u27e9b"));
        QCOMPARE(Look::visible(QStringLiteral("模型 <b>")), QStringLiteral("模型 <b>"));
    }

    void aToolTipShowsMarkupAsText()
    {
        QCOMPARE(Look::toolTip(QStringLiteral("<i>\nx")), QStringLiteral("<qt>&lt;i&gt;<br>x</qt>"));
        QVERIFY(Look::toolTip({}).isEmpty());
    }

    void aPlainLabelNeverInterpretsItsText()
    {
        const std::unique_ptr<QLabel> label(Look::plainLabel(QStringLiteral("<img src='file:///etc/passwd'>")));
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void iconsOfTheProgramAreThere()
    {
        for (const char *name :
             {"deploy", "scale", "limits", "delete", "refresh", "search", "menu", "copy", "chat", "account"})
            QVERIFY2(!Look::icon(QLatin1String(name), QApplication::palette()).isNull(), name);
    }
};

QTEST_MAIN(TestLook)
#include "tst_ui_look.moc"
