// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/presets.h"
#include "tests/support/comparedesk.h"
#include "ui/compare/answerfigures.h"
#include "ui/compare/differencepage.h"
#include "ui/compare/differencetext.h"

#include <QComboBox>
#include <QDropEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <ctime>

using namespace Slipway;
using State = Turn::State;

using Desk = CompareDesk;

static const QString gone = QStringLiteral("qwen3-32b-gone");

/// Of this thread alone: what others do on a busy machine does not count.
static double cpuMilliseconds()
{
    struct timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class TestUiCompareWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEnterAsksAllAndEachAnswerStandsInItsColumn()
    {
        Desk desk;
        desk.ask(QStringLiteral("Who are you?"));
        QVERIFY(desk.window->isBusy());
        QTRY_VERIFY(!desk.window->isBusy());
        QCOMPARE(desk.asked(), 2);
        for (int column : {0, 1}) {
            QCOMPARE(desk.answer(column).state, State::Complete);
            QVERIFY(desk.answer(column).content.contains(desk.columns().at(column)->model().deployedModel));
            QCOMPARE(desk.columns().at(column)->transcript()->count(), 2);
        }
        QCOMPARE(desk.prompt()->toPlainText(), QString());
        QVERIFY(desk.prompt()->hasFocus());
    }

    void bothAnswersGrowAtTheSameTime()
    {
        Desk desk({}, 200);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.columns().at(0)->answer() && desk.answer(0).state == State::Streaming &&
                    desk.answer(1).state == State::Streaming && desk.answer(0).content.size() > 10 &&
                    desk.answer(1).content.size() > 10);
    }

    void eachAnswerHasItsFigures()
    {
        Desk desk({}, 2000);
        QCOMPARE(desk.figure(0, "figureTokens"), QStringLiteral("–"));
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        const Usage usage = desk.answer(1).usage;
        QCOMPARE(desk.figure(1, "figureTokens"),
                 QStringLiteral("%1 in · %2 out").arg(*usage.inputTokens).arg(*usage.outputTokens));
        QVERIFY(desk.figure(0, "figureFirst").endsWith(QStringLiteral(" s")));
        QVERIFY(desk.figure(0, "figureSpeed").endsWith(QStringLiteral(" tok/s")));
        QVERIFY(desk.figure(0, "figureTime").endsWith(QStringLiteral(" s")));
    }

    void whatIsKnownOfAnAnswerThatWasStoppedIsCalledAnEstimate()
    {
        Desk desk({}, 40);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.columns().at(1)->answer() && desk.answer(1).content.size() > 20 &&
                    desk.answer(1).usage.outputTokens);
        QVERIFY(!desk.figure(1, "figureTokens").contains(QStringLiteral("estimate")));
        QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        QCOMPARE(desk.answer(1).state, State::Stopped);
        const Usage usage = desk.answer(1).usage;
        QCOMPARE(desk.figure(1, "figureTokens"),
                 QStringLiteral("%1 in · %2 out (estimate)").arg(*usage.inputTokens).arg(*usage.outputTokens));
        const QString cost = desk.figure(1, "figureCost");
        QVERIFY2(cost.contains(u'¥') && cost.endsWith(QStringLiteral(" (estimate)")), qPrintable(cost));
        QCOMPARE(desk.figure(0, "figureCost"), QStringLiteral("none per token"));
    }

    void whatTheServiceHadNotCountedYetIsEstimatedToo()
    {
        Turn stopped;
        stopped.state = State::Stopped;
        stopped.content = QStringLiteral("one two three four");
        estimateMissing(stopped);
        QVERIFY(stopped.usage.outputTokens && !stopped.usage.inputTokens);
        AnswerFigures figures;
        figures.setAnswer(&stopped, {});
        QCOMPARE(figures.findChild<QLabel *>(QStringLiteral("figureTokens"))->text(),
                 QStringLiteral("%1 out (estimate)").arg(*stopped.usage.outputTokens));
        stopped.firstToken = std::chrono::milliseconds(0);
        stopped.duration = std::chrono::milliseconds(1000);
        figures.setAnswer(&stopped, {});
        QVERIFY(figures.findChild<QLabel *>(QStringLiteral("figureSpeed"))
                    ->text()
                    .endsWith(QStringLiteral(" tok/s (estimate)")));
    }

    void whatIsBilledByTheHourCostsNothingPerToken()
    {
        Desk desk;
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        QCOMPARE(desk.figure(0, "figureCost"), QStringLiteral("none per token"));
        const Usage usage = desk.answer(1).usage;
        const double yuan = double(*usage.inputTokens + 2 * *usage.outputTokens) / 1000;
        QString shown = desk.figure(1, "figureCost");
        QVERIFY2(shown.contains(u'¥'), qPrintable(shown));
        QVERIFY(std::abs(shown.remove(u'¥').toDouble() - yuan) < 0.01);
    }

    void aFailureStaysInItsColumnWithCodeAndRequestId()
    {
        Desk desk({}, 0, {gone});
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(2)->answer());
        QCOMPARE(desk.answer(0).state, State::Complete);
        QCOMPARE(desk.answer(1).state, State::Complete);
        QCOMPARE(desk.answer(2).state, State::Failed);
        Transcript *transcript = desk.columns().at(2)->transcript();
        const auto shows = [transcript](const QString &words) {
            QTest::keyClick(transcript, Qt::Key_A, Qt::ControlModifier);
            return !words.isEmpty() && transcript->selectedText().contains(words);
        };
        QTRY_VERIFY(shows(desk.answer(2).error->code));
        QVERIFY(shows(desk.answer(2).error->requestId));
    }

    void oneThatFailedIsAskedAgainAlone()
    {
        Desk desk;
        desk.service.server->addFault(QStringLiteral("generate:1=status=500"));
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        const int failed = desk.answer(0).state == State::Failed ? 0 : 1;
        QCOMPARE(desk.answer(failed).state, State::Failed);
        const QString other = desk.answer(1 - failed).requestId;
        Q_EMIT desk.columns().at(failed)->transcript()->retryRequested();
        QTRY_COMPARE(desk.answer(failed).state, State::Complete);
        QCOMPARE(desk.answer(1 - failed).requestId, other);
        QCOMPARE(desk.asked(), 3);
    }

    void stopStopsThemAllAtOnce_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<double>("tokensPerSecond");
        QTest::newRow("Esc") << true << 20.0;
        QTest::newRow("button") << false << 20.0;
        QTest::newRow("Esc, at full speed") << true << 0.0;
        QTest::newRow("button, at full speed") << false << 0.0;
    }

    void stopStopsThemAllAtOnce()
    {
        QFETCH(const bool, byKey);
        QFETCH(const double, tokensPerSecond);
        Desk desk({}, tokensPerSecond);
        if (tokensPerSecond == 0) // or it would end before a hand could
            desk.service.server->addFault(QStringLiteral("generate:2=endless"));
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.columns().at(0)->answer() && desk.answer(0).content.size() > 5 &&
                    desk.answer(1).content.size() > 5);
        QCOMPARE(desk.find<QPushButton>("compareSendOrStop")->text(), QStringLiteral("Stop"));
        if (byKey)
            QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        else
            desk.click("compareSendOrStop");
        QVERIFY(desk.window->isVisible());
        QCOMPARE(desk.answer(0).state, State::Stopped);
        QCOMPARE(desk.answer(1).state, State::Stopped);
        const auto size = desk.answer(0).content.size() + desk.answer(1).content.size();
        QTRY_COMPARE(desk.dropped(), 2); // nothing more comes
        QCOMPARE(desk.answer(0).content.size() + desk.answer(1).content.size(), size);
        QTest::keyClick(desk.prompt(), Qt::Key_Escape);
        QVERIFY(!desk.window->isVisible());
    }

    void parametersAreTheSameForAll()
    {
        Desk desk;
        desk.click("compareSettingsButton");
        QTest::keyClicks(desk.find<QLineEdit>("maxTokens"), QStringLiteral("7"));
        QTest::keyClicks(desk.find("systemPrompt"), QStringLiteral("Be brief."));
        desk.prompt()->setFocus();
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.asked() == 2);
        for (const auto &request : desk.service.server->requests()) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            QCOMPARE(body[QLatin1String("parameters")][QLatin1String("max_tokens")].toInt(), 7);
            QVERIFY(request.body.contains("Be brief."));
        }
    }

    void aWrongParameterSendsNothingAndIsShown()
    {
        Desk desk;
        desk.click("compareSettingsButton");
        QTest::keyClicks(desk.find<QLineEdit>("temperature"), QStringLiteral("9"));
        desk.click("compareSettingsButton");
        desk.prompt()->setFocus();
        desk.ask(QStringLiteral("Who are you?"));
        QVERIFY(!desk.window->isBusy());
        QVERIFY(desk.find("compareSettings")->isVisible());
        QCOMPARE(desk.asked(), 0);
    }

    void theChosenKeySendsToAll()
    {
        Desk desk;
        const auto tip = [&desk] { return desk.find("compareSendOrStop")->toolTip(); };
        QCOMPARE(tip(), desk.prompt()->sendTip());
        desk.window->setSendKey(SendKey::CtrlEnter);
        QVERIFY2(tip().contains(QStringLiteral("Ctrl+Enter")), qPrintable(tip()));
        desk.ask(QStringLiteral("Who"));
        QTest::keyClicks(desk.prompt(), QStringLiteral("are you?"));
        QVERIFY(!desk.window->isBusy());
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("Who\nare you?"));
        QTest::keyClick(desk.prompt(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.isAnswered());
        QCOMPARE(desk.asked(), 2);
        QCOMPARE(desk.prompts(1), QStringList(QStringLiteral("Who\nare you?")));
    }

    void aPresetIsChosenForAll()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        Presets presets(&settings);
        presets.save(QStringLiteral("Brief"), {.systemPrompt = QStringLiteral("Be brief.")});
        Desk desk;
        desk.window->setPresets(&presets);
        desk.click("compareSettingsButton");
        auto *choice = desk.find<QComboBox>("preset");
        QVERIFY(choice->isVisible());
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        desk.prompt()->setFocus();
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered() && desk.asked() == 2);
        for (const auto &request : desk.service.server->requests())
            QVERIFY(request.body.contains("Be brief."));
    }

    void aDroppedFileThatCannotBeTakenIsSaid()
    {
        QTemporaryDir folder;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.filePath(QStringLiteral("missing.txt")))});
        Desk desk;
        const QPoint point = desk.prompt()->viewport()->rect().center();
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.prompt()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(point), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.prompt()->viewport(), &drop);
        QTRY_VERIFY(desk.find("promptProblem")->isVisible());
        QVERIFY(desk.find<QLabel>("promptProblem")->text().contains(QStringLiteral("missing.txt")));
    }

    void scrollingOneScrollsAllUnlessSwitchedOff()
    {
        QByteArray longReply;
        for (int i = 0; i < 300; ++i)
            longReply += "A line of the answer.\n\n";
        Desk desk(longReply);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        QScrollBar *left = desk.columns().at(0)->transcript()->verticalScrollBar();
        QScrollBar *right = desk.columns().at(1)->transcript()->verticalScrollBar();
        QTRY_VERIFY(left->maximum() > 1000 && left->value() == left->maximum() && right->value() == right->maximum());
        QTest::keyClick(desk.columns().at(0)->transcript(), Qt::Key_Home);
        QTRY_COMPARE(left->value(), 0);
        QTRY_COMPARE(right->value(), 0);
        desk.click("scrollTogether");
        QTest::keyClick(desk.columns().at(1)->transcript(), Qt::Key_End);
        QTRY_COMPARE(right->value(), right->maximum());
        QCOMPARE(left->value(), 0);
    }

    void pageKeysInThePromptScrollTheAnswers()
    {
        Desk desk(QByteArray("A line of the answer.\n\n").repeated(300));
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        const QScrollBar *left = desk.columns().at(0)->transcript()->verticalScrollBar();
        const QScrollBar *right = desk.columns().at(1)->transcript()->verticalScrollBar();
        QTRY_VERIFY(left->maximum() > 1000 && left->value() == left->maximum() && right->value() == right->maximum());
        for (const bool together : {true, false}) {
            if (!together)
                desk.click("scrollTogether");
            desk.prompt()->setFocus();
            QTest::keyClick(desk.prompt(), Qt::Key_PageUp);
            QVERIFY(left->value() < left->maximum());
            QTRY_VERIFY(right->value() < right->maximum()); // figures below it may take other lines than the left ones
            const int leftUp = left->value();
            const int rightUp = right->value();
            QTest::keyClick(desk.prompt(), Qt::Key_PageDown);
            QTRY_VERIFY(left->value() > leftUp && right->value() > rightUp);
            QVERIFY(desk.prompt()->hasFocus());
        }
    }

    void pageKeysInThePromptScrollTheDifferencesWhileThoseAreShown()
    {
        Desk desk(QByteArray("A line of the answer.\n\n").repeated(300));
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.isAnswered());
        desk.click("differencesButton");
        const QScrollBar *hidden = desk.columns().at(0)->transcript()->verticalScrollBar();
        const QScrollBar *left = desk.find<DifferenceText>("leftDifference")->verticalScrollBar();
        const QScrollBar *right = desk.find<DifferenceText>("rightDifference")->verticalScrollBar();
        QTRY_VERIFY(desk.find<DifferencePage>("differencePage")->isReady() && left->maximum() > 100);
        const int before = hidden->value();
        desk.prompt()->setFocus();
        QTest::keyClick(desk.prompt(), Qt::Key_PageDown);
        QTRY_VERIFY(left->value() > 0 && right->value() > 0);
        QCOMPARE(hidden->value(), before);
        QVERIFY(desk.prompt()->hasFocus());
    }

    void closingStopsWhatIsBeingAnswered()
    {
        Desk desk({}, 20);
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(desk.columns().at(0)->answer() && desk.answer(0).content.size() > 5);
        desk.window->close();
        QVERIFY(!desk.window->isVisible());
        QVERIFY(!desk.window->isBusy());
    }

    void clearBeginsAgain()
    {
        Desk desk;
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        desk.click("newComparison");
        QVERIFY(!desk.columns().at(0)->answer());
        QTest::keyClick(desk.prompt(), Qt::Key_Up);
        QCOMPARE(desk.prompt()->toPlainText(), QStringLiteral("Who are you?"));
    }

    // ---- differences

    void theWordsInWhichTwoAnswersDifferAreMarkedNotByColourAlone()
    {
        Desk desk({}, 0, {gone});
        QVERIFY(!desk.find("differencesButton")->isEnabled());
        desk.ask(QStringLiteral("Who are you?"));
        QTRY_VERIFY(!desk.window->isBusy() && desk.columns().at(0)->answer());
        desk.click("differencesButton");
        auto *page = desk.find<DifferencePage>("differencePage");
        QVERIFY(page->isVisible());
        QTRY_VERIFY(page->isReady());
        QTRY_COMPARE(marked("leftDifference", desk), QStringList({QStringLiteral("chat")}));
        QTRY_COMPARE(marked("rightDifference", desk), QStringList({QStringLiteral("other")}));
        QVERIFY(format("leftDifference", desk).fontStrikeOut());
        QVERIFY(!format("leftDifference", desk).fontUnderline());
        QVERIFY(format("rightDifference", desk).fontUnderline());
        QVERIFY(desk.find<QLabel>("differenceSummary")->text().contains(QStringLiteral("1 words only left")));
    }

    void anyTwoCanBeHeldAgainstEachOther()
    {
        DifferencePage page;
        page.setAnswers({{QStringLiteral("a"), QStringLiteral("one two")},
                         {QStringLiteral("b"), QStringLiteral("one three")},
                         {QStringLiteral("c"), QStringLiteral("one two")}});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_VERIFY(page.isReady());
        auto *right = page.findChild<QComboBox *>(QStringLiteral("rightAnswer"));
        auto *summary = page.findChild<QLabel *>(QStringLiteral("differenceSummary"));
        QVERIFY(summary->text().contains(QStringLiteral("50 %")));
        QTest::keyClick(right, Qt::Key_Down);
        QTRY_VERIFY(page.isReady());
        QCOMPARE(right->currentText(), QStringLiteral("c"));
        QCOMPARE(summary->text(), QStringLiteral("The words are the same."));
    }

    void noAnswerIsHeldAgainstItself()
    {
        DifferencePage page;
        page.setAnswers({{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *left = page.findChild<QComboBox *>(QStringLiteral("leftAnswer"));
        auto *right = page.findChild<QComboBox *>(QStringLiteral("rightAnswer"));
        QTest::keyClick(left, Qt::Key_Down);
        QCOMPARE(left->currentText(), QStringLiteral("b"));
        QCOMPARE(right->currentText(), QStringLiteral("a"));
    }

    void nextGoesFromDifferenceToDifference()
    {
        DifferencePage page;
        page.setAnswers(
            {{QStringLiteral("a"), QStringLiteral("a b c d e")}, {QStringLiteral("b"), QStringLiteral("a x c y e")}});
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_VERIFY(page.isReady());
        auto *left = page.findChild<DifferenceText *>(QStringLiteral("leftDifference"));
        QTest::keyClick(left, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(left->textCursor().selectedText(), QStringLiteral("b"));
        QTest::keyClick(left, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(left->textCursor().selectedText(), QStringLiteral("d"));
        QTest::keyClick(left, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(left->textCursor().selectedText(), QStringLiteral("b"));
    }

    void longAnswersAreComparedWithoutAStall()
    {
        QString left;
        QString right;
        for (int i = 0; left.size() < 120'000; ++i) {
            left += QStringLiteral("word%1 and some 中文 more%2").arg(i % 977).arg(i % 7 == 0 ? u'\n' : u' ');
            right += QStringLiteral("word%1 and other 汉字 more%2").arg(i % 911).arg(i % 5 == 0 ? u'\n' : u' ');
        }
        DifferencePage page;
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTimer tick;
        tick.setInterval(0);
        double longest = 0;
        double last = cpuMilliseconds();
        connect(&tick, &QTimer::timeout, this, [&] {
            const double now = cpuMilliseconds();
            longest = std::max(longest, now - std::exchange(last, now));
        });
        tick.start();
        page.setAnswers({{QStringLiteral("a"), left}, {QStringLiteral("b"), right}});
        auto *text = page.findChild<DifferenceText *>(QStringLiteral("rightDifference"));
        QTRY_VERIFY_WITH_TIMEOUT(page.isReady() && !text->isMarking(), 20000);
        qInfo("longest turn of the event loop: %.1f ms of processor time", longest);
        QVERIFY2(longest < 100, "an eye notices"); // built without optimizing; some 10 ms with it
    }

    void aLineWithoutEndIsBroken()
    {
        const QString text = DifferenceText::readable(QString(100'000, u'x'));
        const QStringList lines = text.split(u'\n');
        QVERIFY(lines.size() > 50);
        QCOMPARE(lines.join(QString()), QString(100'000, u'x'));
        QCOMPARE(DifferenceText::readable(QStringLiteral("a\u202eb\tc\nd")), QStringLiteral("a⟨U+202E⟩b\tc\nd"));
    }

private:
    static QList<QTextLayout::FormatRange> ranges(const char *side, const Desk &desk, QStringList *texts = nullptr)
    {
        QList<QTextLayout::FormatRange> all;
        const auto *document = desk.find<DifferenceText>(side)->document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                all += range;
                if (texts)
                    *texts += block.text().mid(range.start, range.length);
            }
        }
        return all;
    }

    static QStringList marked(const char *side, const Desk &desk)
    {
        QStringList texts;
        ranges(side, desk, &texts);
        texts.removeDuplicates();
        return texts;
    }

    static QTextCharFormat format(const char *side, const Desk &desk)
    {
        const auto all = ranges(side, desk);
        return all.isEmpty() ? QTextCharFormat() : all.first().format;
    }
};

QTEST_MAIN(TestUiCompareWindow)
#include "tst_ui_comparewindow.moc"
