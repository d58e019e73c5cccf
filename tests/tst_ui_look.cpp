// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/memory.h"
#include "ui/fleet/words.h"
#include "ui/look.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolBar>
#include <QWindow>

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

/// QString::fromUcs4 would leave out a byte order mark.
static QString textOf(char32_t c)
{
    return QStringView(QChar::fromUcs4(c)).toString();
}

/// Of Qt's pools, in this process.
static int pooledThreads()
{
    int found = 0;
    for (const QString &task : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(task));
        found += name.open(QIODevice::ReadOnly) && name.readAll().startsWith("Thread (pooled") ? 1 : 0;
    }
    return found;
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

    void whatHasNoShapeOfItsOwnIsMadeVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, char32_t c, const char *number) {
            QTest::newRow(name) << textOf(c) << QStringLiteral("\u27e8U+%1\u27e9").arg(QLatin1String(number));
        };
        row("null", 0, "0000");
        row("tab", 9, "0009");
        row("string terminator, which labels split at", 0x9C, "009C");
        row("no-break space", 0xA0, "00A0");
        row("soft hyphen", 0xAD, "00AD");
        row("grapheme joiner", 0x34F, "034F");
        row("arabic mark", 0x61C, "061C");
        row("hangul filler", 0x3164, "3164");
        row("khmer vowel", 0x17B4, "17B4");
        row("en space", 0x2002, "2002");
        row("zero-width space", 0x200B, "200B");
        row("zero-width joiner", 0x200D, "200D");
        row("left-to-right mark", 0x200E, "200E");
        row("line separator", 0x2028, "2028");
        row("paragraph separator", 0x2029, "2029");
        row("override", 0x202E, "202E");
        row("word joiner", 0x2060, "2060");
        row("isolate", 0x2066, "2066");
        row("end of isolate", 0x2069, "2069");
        row("braille blank", 0x2800, "2800");
        row("ideographic space", 0x3000, "3000");
        row("private use", 0xE000, "E000");
        row("variation", 0xFE0F, "FE0F");
        row("byte order mark", 0xFEFF, "FEFF");
        row("place of an object", 0xFFFC, "FFFC");
        row("no character", 0xFFFF, "FFFF");
        row("tag", 0xE0041, "E0041");
        row("variation beyond the first plane", 0xE0100, "E0100");
        QTest::newRow("lone high half") << QString(QChar(0xD83D)) << QStringLiteral("\u27e8U+D83D\u27e9");
        QTest::newRow("lone low half") << QString(QChar(0xDE00)) << QStringLiteral("\u27e8U+DE00\u27e9");
    }

    void whatHasNoShapeOfItsOwnIsMadeVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const QString a = QStringLiteral("a");
        QCOMPARE(Look::visible(a + text + a), a + shown + a);
        QCOMPARE(Look::visible(Look::visible(text)), shown);
        QCOMPARE(Look::visibleId(text), shown);
    }

    void everyFormatControlAndSeparatorIsMadeVisible()
    {
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            const auto category = QChar::category(c);
            const bool hidden = category == QChar::Other_Format || category == QChar::Other_Control ||
                                category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
                                (category == QChar::Separator_Space && c != U' ');
            const QString text = textOf(c);
            if (hidden && Look::visible(text) == text)
                QFAIL(qPrintable(QStringLiteral("U+%1 stays hidden").arg(uint(c), 4, 16)));
        }
    }

    void ordinaryTextStaysAsItIs()
    {
        for (const QString &text : {QStringLiteral("Ünïcode, 模型 一, العربية"), QStringLiteral("\U0001F600 a  b")})
            QCOMPARE(Look::visible(text), text);
        QCOMPARE(Look::visibleId(QStringLiteral("qwen3-8b_ft.模型-01")), QStringLiteral("qwen3-8b_ft.模型-01"));
    }

    void differentIdsNeverReadAlike_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const QString id = QStringLiteral("qwen-a");
        QTest::newRow("cyrillic") << id << QStringLiteral("qwen-\u0430");
        QTest::newRow("full width") << id << QStringLiteral("qwen-\uff41");
        QTest::newRow("another hyphen") << id << QStringLiteral("qwen\u2010a");
        QTest::newRow("space at the end") << id << id + u' ';
        QTest::newRow("space at the beginning") << id << u' ' + id;
        QTest::newRow("accent of its own") << QStringLiteral("\u00e9") << QStringLiteral("e\u0301");
        QTest::newRow("compatibility") << QStringLiteral("\u8c48") << QStringLiteral("\uf900");
        QTest::newRow("radical") << QStringLiteral("\u4e00") << QStringLiteral("\u2f00");
        QTest::newRow("reversed") << QStringLiteral("abc") << QStringLiteral("\u202ecba");
        QTest::newRow("hidden, and written as it is shown")
            << QStringLiteral("a\u202eb") << QStringLiteral("a\u27e8U+202E\u27e9b");
    }

    void differentIdsNeverReadAlike()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(Look::visibleId(one) != Look::visibleId(other));
        for (const QString &id : {Look::visibleId(one), Look::visibleId(other)}) {
            for (const QChar c : id)
                QVERIFY((c > u' ' && c < QChar(0x7F)) || c == QChar(0x27E8) || c == QChar(0x27E9) ||
                        c.script() == QChar::Script_Han);
        }
    }

    void anIdIsNotBrokenInAToolTipButASentenceIs()
    {
        QTextDocument shown;
        shown.setTextWidth(60);
        const auto linesOf = [&shown](const QString &text) {
            shown.setHtml(Look::toolTip(text));
            return shown.size().isValid() ? shown.firstBlock().layout()->lineCount() : 0;
        };
        QCOMPARE(linesOf(QStringLiteral("qwen2.5-14b-instruct-bb7acea5")), 1);
        QVERIFY(linesOf(QStringLiteral("A word. ").repeated(20)) > 1);
    }

    void everyDateHasTheWholeYear_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("en") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("zh") << QLocale(QLocale::Chinese, QLocale::China);
        QTest::newRow("de") << QLocale(QLocale::German, QLocale::Germany);
    }

    void everyDateHasTheWholeYear()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        const QString shown = dateText(QDate(2026, 11, 3));
        const QString withTime = minuteText(QDateTime(QDate(2026, 11, 3), QTime(14, 5, 59)));
        QLocale::setDefault(before);
        QCOMPARE(withTime, shown + QStringLiteral(" 14:05"));
        QCOMPARE(shown.count(QStringLiteral("2026")), 1);
        QVERIFY2(!shown.contains(QStringLiteral("20262026")), qPrintable(shown));
    }

    void aLongWordHasRoomInItsButton()
    {
        Theme::apply(Theme::Choice::Light);
        QPushButton button(QStringLiteral("Delete 4 deployments"));
        const int words = button.fontMetrics().horizontalAdvance(button.text());
        QVERIFY2(button.sizeHint().width() >= words + 24,
                 qPrintable(QString::number(button.sizeHint().width() - words)));
    }

    void aFieldOfSeveralLinesShowsTheFocus()
    {
        Theme::apply(Theme::Choice::Light);
        QWidget window;
        auto *above = new QPlainTextEdit(&window);
        auto *below = new QPlainTextEdit(&window);
        above->setGeometry(10, 10, 200, 60);
        below->setGeometry(10, 80, 200, 60);
        below->setReadOnly(true);
        window.resize(220, 150);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QColor mark = window.palette().color(QPalette::Highlight);
        const auto edgeOf = [&window](const QWidget *field) {
            return window.grab().toImage().pixelColor(field->mapTo(&window, QPoint(0, field->height() / 2)));
        };
        QTest::mouseClick(above->viewport(), Qt::LeftButton);
        QCOMPARE(edgeOf(above), mark);
        QVERIFY(edgeOf(below) != mark);
        QTest::mouseClick(below->viewport(), Qt::LeftButton); // nothing is typed into it
        QVERIFY(edgeOf(above) != mark);
        QVERIFY(edgeOf(below) != mark);
    }

    void controlsOfAThousandSizesFillNoMemory()
    {
        Theme::apply(Theme::Choice::Light);
        QPushButton button(QStringLiteral("Deploy"));
        const auto drawnTo = [&button](int width) {
            button.resize(width, 30);
            button.grab();
        };
        for (int width = 100; width < 200; ++width)
            drawnTo(width);
        const double before = MemoryFigures::now().heap;
        for (int width = 200; width < 1200; ++width)
            drawnTo(width);
        const double grown = MemoryFigures::now().heap - before;
        QVERIFY2(grown < 4, qPrintable(QString::number(grown)));
    }

    void noPaintOfAWindowWaitsForAnotherThread()
    {
        Theme::apply(Theme::Choice::Light);
        QMainWindow window;
        window.addToolBar(QStringLiteral("Commands"))->addAction(QStringLiteral("Deploy"));
        auto *area = new QScrollArea;
        auto *wide = new QWidget;
        wide->resize(3000, 3000);
        area->setWidget(wide);
        window.setCentralWidget(area);
        window.resize(1200, 900);
        QCOMPARE(pooledThreads(), 0);
        window.grab();
        QCOMPARE(pooledThreads(), 0);
    }

    void theHandleOfAScrollBarStandsOutTheMoreItIsMeant_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void theHandleOfAScrollBarStandsOutTheMoreItIsMeant()
    {
        QFETCH(bool, isDark);
        Theme::apply(isDark ? Theme::Choice::Dark : Theme::Choice::Light);
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 100);
        bar.setPageStep(100);
        bar.resize(bar.sizeHint().width(), 400);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const QPoint handle(bar.width() / 2, 100);
        const QColor groove = bar.palette().color(QPalette::Window);
        const auto standsOut = [&] { return contrast(bar.grab().toImage().pixelColor(handle), groove); };
        const double atRest = standsOut();
        QVERIFY2(atRest > 1.5, qPrintable(QString::number(atRest)));
        QTest::mousePress(&bar, Qt::LeftButton, {}, handle);
        QVERIFY(standsOut() > atRest + 0.3);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, handle);
        bar.setEnabled(false);
        QCOMPARE(bar.grab().toImage().pixelColor(handle), groove);
    }

    void theButtonsOfEachDialogShareTheirPictures()
    {
        const auto keyOf = [](Theme::Choice choice) {
            Theme::apply(choice);
            return QPushButton().palette().cacheKey();
        };
        const qint64 light = keyOf(Theme::Choice::Light);
        const qint64 dark = keyOf(Theme::Choice::Dark);
        QVERIFY(light != dark);
        QCOMPARE(keyOf(Theme::Choice::Light), light);
        QCOMPARE(QPushButton().palette().cacheKey(), light);
        QCOMPARE(keyOf(Theme::Choice::Dark), dark);
    }

    void aToolTipShowsMarkupAndBlanksAsTheyAre()
    {
        QTextDocument shown;
        const QString text = QStringLiteral("<i>&amp;\nx  y ");
        shown.setHtml(Look::toolTip(text));
        QCOMPARE(shown.toPlainText(), text);
        QVERIFY(Look::toolTip({}).isEmpty());
    }

    void aWindowTitleKeepsWhatQtTakesForAMark()
    {
        QWidget window;
        const QString title = QStringLiteral("a[*]b[*][*]c");
        const auto shown = [&] { return window.windowHandle()->title().remove(QChar(0x2060)); };
        window.setWindowTitle(Look::windowTitle(title));
        window.show();
        QCOMPARE(shown(), title);
        window.setWindowTitle(Look::windowTitle(title + u'd'));
        QCOMPARE(shown(), title + u'd');
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
        QVERIFY(Look::icon(QStringLiteral("no such icon"), QApplication::palette()).isNull());
    }

    void iconsAreDrawnInAnySizeInTheColourOfTheText()
    {
        QPalette palette;
        palette.setColor(QPalette::WindowText, QColor(200, 0, 0));
        const QIcon icon = Look::icon(QStringLiteral("deploy"), palette);
        for (const int side : {16, 23, 64}) {
            const QImage normal = icon.pixmap(side).toImage();
            const QImage disabled = icon.pixmap(side, QIcon::Disabled).toImage();
            QCOMPARE(normal.size(), QSize(side, side));
            QVERIFY(strongest(normal) > strongest(disabled));
            QVERIFY(strongest(disabled) > 0);
            QVERIFY(isOnlyRed(normal));
            QCOMPARE(icon.pixmap(QSize(side, side), 2).size(), 2 * QSize(side, side)); // on a sharper display
        }
    }

private:
    static int strongest(const QImage &image)
    {
        int alpha = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                alpha = qMax(alpha, qAlpha(image.pixel(x, y)));
        return alpha;
    }

    static bool isOnlyRed(const QImage &image)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qGreen(image.pixel(x, y)) + qBlue(image.pixel(x, y)) > 0)
                    return false;
        return true;
    }
};

QTEST_MAIN(TestLook)
#include "tst_ui_look.moc"
