// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace Slipway;

static Turn prompt(const QString &text)
{
    Turn turn;
    turn.content = text;
    return turn;
}

static Turn reply(const QString &text, Turn::State state = Turn::State::Complete)
{
    Turn turn;
    turn.role = Role::Assistant;
    turn.content = text;
    turn.state = state;
    return turn;
}

/// A table whose words and links are whole only where it is more than twice as wide as a narrow transcript.
static QString wideTable()
{
    return QStringLiteral("|[Deployment](https://e.x/first)|Plan|Capacity|Throughput|Availability|"
                          "[Recommendation](https://e.x/last)|\n|---|---|---|---|---|---|\n"
                          "|qwen-plus-2025-12-01|dedicated|8|12000|unavailable|uninterruptible|\n");
}

static QRect areaOfLink(const Transcript &transcript, const QString &link)
{
    QRect area;
    for (int y = 0; y < transcript.viewport()->height(); ++y) {
        for (int x = 0; x < transcript.viewport()->width(); x += 4) {
            if (transcript.linkAt({x, y}) == link)
                area |= QRect(x, y, 4, 1);
        }
    }
    return area;
}

/// Where a link is in the viewport; a null point where there is none.
static QPoint pointOfLink(const Transcript &transcript, const QString &link)
{
    for (int y = 0; y < transcript.viewport()->height(); y += 3) {
        for (int x = 0; x < transcript.viewport()->width(); x += 3) {
            if (transcript.linkAt({x, y}) == link)
                return {x, y};
        }
    }
    return {};
}

class TestUiTranscript : public QObject
{
    Q_OBJECT

private:
    static void show(Transcript &transcript, const QList<Turn> &turns)
    {
        transcript.resize(500, 400);
        transcript.show();
        QVERIFY(QTest::qWaitForWindowExposed(&transcript));
        transcript.setTurns(turns);
    }

    /// Within the bar of a wide table, at its left end: the lowest line that is of one colour for a while.
    static QPoint pointOfBar(const Transcript &transcript)
    {
        const QImage image = transcript.viewport()->grab().toImage();
        const int left = 2 * Look::gap;
        const QRgb ground = image.pixel(left, image.height() - 1);
        for (int y = image.height() - 1; y > 0; --y) {
            if (image.pixel(left, y) != ground)
                return {left + 4, y - 1};
        }
        return {};
    }

    static QString manyParagraphs(int count)
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text +=
                QStringLiteral("Paragraph %1 with a few words that make it a little longer than a line is.\n\n").arg(i);
        return text;
    }

private Q_SLOTS:
    void markdownIsShownAsTextAndNotAsItsSource_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::newRow("bold") << QStringLiteral("a **b** c") << QStringLiteral("a b c");
        QTest::newRow("heading") << QStringLiteral("## Head") << QStringLiteral("Head");
        QTest::newRow("number") << QStringLiteral("7. seven") << QStringLiteral("7.\tseven");
        QTest::newRow("html") << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("image") << QStringLiteral("![a cat](file:///etc/hostname)")
                               << QStringLiteral("[image: a cat] (file:///etc/hostname)");
        QTest::newRow("image in a link") << QStringLiteral("[![cat](x.png)](https://e.x)")
                                         << QStringLiteral("[image: cat] (");
        QTest::newRow("two images") << QStringLiteral("![a](x)![b](y) c")
                                    << QStringLiteral("[image: a] (x)[image: b] (y) c");
        QTest::newRow("image without words")
            << QStringLiteral("![](https://e.x/a.png)") << QStringLiteral("[image] (e.x)");
        QTest::newRow("image without words in code") << QStringLiteral("`![](x)` a") << QStringLiteral("![](x) a");
        QTest::newRow("link") << QStringLiteral("[docs](https://e.x/a) b") << QStringLiteral("docs (e.x) b");
        QTest::newRow("link that is its words")
            << QStringLiteral("see <https://e.x/a> b") << QStringLiteral("see https://e.x/a b");
        QTest::newRow("link that poses as another") << QStringLiteral("[https://bank.example](https://e.x/a) b")
                                                    << QStringLiteral("https://bank.example (e.x) b");
        QTest::newRow("link of several spans")
            << QStringLiteral("[a **b** `c`](https://e.x:81/) d") << QStringLiteral("a b c (e.x:81) d");
        QTest::newRow("link whose letters pose as others")
            << QStringLiteral("<https://\u0430.example/> d")
            << QStringLiteral("https://\u0430.example/ (xn--80a.example) d");
        QTest::newRow("link with a name before the host")
            << QStringLiteral("[a](https://bank.example@e.x/) d") << QStringLiteral("a (https://bank.example@e.x/) d");
        QTest::newRow("link to a file") << QStringLiteral("[a](file:///etc/passwd) d")
                                        << QStringLiteral("a (file:///etc/passwd) d");
        QTest::newRow("front matter") << QStringLiteral("---\ntitle: x\n---\n\nbody") << QStringLiteral("body");
        QTest::newRow("code") << QStringLiteral("```\n**x**\n```") << QStringLiteral("**x**");
        QTest::newRow("struck out") << QStringLiteral("a ~~b~~ c") << QStringLiteral("a b c");
        QTest::newRow("bullets") << QStringLiteral("- a\n- b\n  1. c\n  2. d")
                                 << QStringLiteral("\u2022 a\n\u2022 b\n  1. c\n  2. d");
        QTest::newRow("tasks") << QStringLiteral("- [ ] a\n- [x] b") << QStringLiteral("\u2610 a\n\u2611 b");
        QTest::newRow("rule") << QStringLiteral("a\n\n---\n\nb") << QStringLiteral("a\n\nb");
        QTest::newRow("quotation") << QStringLiteral("> a\n> b\n\nc") << QStringLiteral("a b\n\nc");
        QTest::newRow("table") << QStringLiteral("|a|b|\n|---|---|\n|1|**2**|") << QStringLiteral("a\nb\n1\n2");
    }

    void mathematicsIsShownAsItsSource_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        const auto same = [](const char *name, const char16_t *source) {
            QTest::newRow(name) << QString::fromUtf16(source) << QString::fromUtf16(source);
        };
        same("round", u"so \\( E = mc^2 \\) is");
        same("square", u"\\[ \\begin{matrix} a & b \\\\ c & d \\end{matrix} \\{x\\}\\, y \\]");
        same("square of several lines", u"\\[\na_1*b\n+ c*d\n= e\n# f\n1. g\n\\]");
        same("dollars of several lines", u"$$\na & b \\\\\n- c & d\n$$");
        same("dollar", u"and $a_1*b*c_2$ too");
        same("brackets that could be a link", u"$f[x](y)$");
        QTest::newRow("after text") << QStringLiteral("Then:\n\\[\n+ *c*\n\\]\nand")
                                    << QStringLiteral("Then:\n\\[\n+ *c*\n\\]\nand");
        QTest::newRow("in an item") << QStringLiteral("1. Then\n   \\[\n   - c\\,\n   \\]\n2. so")
                                    << QStringLiteral("1.\tThen\n\\[\n- c\\,\n\\]\n2.\tso");
        QTest::newRow("in a cell") << QStringLiteral("|a|b|\n|---|---|\n|$x\\|y$|z|") << QStringLiteral("$x\\|y$\nz");
        QTest::newRow("still being written") << QStringLiteral("\\[ a*b*c") << QStringLiteral("\\[ a*b*c");
        QTest::newRow("two prices") << QStringLiteral("$5 and *not* $6") << QStringLiteral("$5 and not $6");
        QTest::newRow("in code") << QStringLiteral("`\\(a*b\\)` c") << QStringLiteral("\\(a*b\\) c");
    }

    void mathematicsIsShownAsItsSource() { markdownIsShownAsTextAndNotAsItsSource(); }

    void markdownIsShownAsTextAndNotAsItsSource()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        Transcript transcript;
        show(transcript, {reply(source)});
        transcript.selectAll();
        const QString shown = transcript.selectedText();
        QVERIFY2(shown.contains(text), qPrintable(shown));
        QVERIFY(shown.startsWith(QLatin1String("Model")));
    }

    void aPromptIsShownAsItWasTyped()
    {
        Transcript transcript;
        show(transcript, {prompt(QStringLiteral("# not a **heading**\n- no list"))});
        transcript.selectAll();
        QVERIFY(transcript.selectedText().contains(QLatin1String("# not a **heading**\n- no list")));
    }

    void onlyHttpsIsOpenedAndOnlyByAClick_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << QStringLiteral("https://example.com/a?b=c") << true;
        QTest::newRow("http") << QStringLiteral("http://example.com") << false;
        QTest::newRow("mail") << QStringLiteral("mailto:a@example.com") << false;
        QTest::newRow("user name") << QStringLiteral("https://bank.example@example.com/") << false;
        QTest::newRow("inside the program") << QStringLiteral("qrc:/icons/chat.svg") << false;
        QTest::newRow("upper case") << QStringLiteral("HTTPS://example.com") << true;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
        QTest::newRow("other program") << QStringLiteral("ssh://host") << false;
        QTest::newRow("relative") << QStringLiteral("etc/passwd") << false;
        QTest::newRow("no host") << QStringLiteral("https:///x") << false;
    }

    void onlyHttpsIsOpenedAndOnlyByAClick()
    {
        QFETCH(QString, link);
        QFETCH(bool, opens);
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("[words](%1)").arg(link))});
        const QPoint point = pointOfLink(transcript, link);
        QVERIFY(!point.isNull());
        QSignalSpy activated(&transcript, &Transcript::linkActivated);
        QSignalSpy refused(&transcript, &Transcript::linkRefused);
        QTest::mouseMove(transcript.viewport(), point);
        QCOMPARE(activated.count(), 0);
        QTest::mouseClick(transcript.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(activated.count(), opens ? 1 : 0);
        QCOMPARE(refused.count(), opens ? 0 : 1);
        if (!opens)
            QVERIFY(QToolTip::text().contains(QLatin1String("Only https links are opened.")));
        QToolTip::hideText();
    }

    void theWholeAddressIsToldWhereThePointerRests()
    {
        const QString link = QStringLiteral("https://e.x/a?b=c#d");
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("[https://bank.example](%1)").arg(link))});
        const QPoint point = pointOfLink(transcript, link);
        QVERIFY(!point.isNull());
        QHelpEvent rest(QEvent::ToolTip, point, transcript.viewport()->mapToGlobal(point));
        QApplication::sendEvent(transcript.viewport(), &rest);
        QVERIFY2(QToolTip::text().contains(link), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void theAddressOfAnyLinkAndImageCanBeCopied_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("address");
        QTest::newRow("file") << QStringLiteral("[a](file:///etc/passwd)") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("image") << QStringLiteral("![a](http://e.x/a.png)") << QStringLiteral("http://e.x/a.png");
    }

    void theAddressOfAnyLinkAndImageCanBeCopied()
    {
        QFETCH(QString, source);
        QFETCH(QString, address);
        Transcript transcript;
        show(transcript, {reply(source)});
        const QPoint point = pointOfLink(transcript, address);
        QVERIFY(!point.isNull());
        QContextMenuEvent menu(QContextMenuEvent::Mouse, point, transcript.viewport()->mapToGlobal(point));
        QApplication::sendEvent(transcript.viewport(), &menu);
        auto *action = transcript.findChild<QAction *>(QStringLiteral("copyLink"));
        QVERIFY(action);
        action->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->formats(), QStringList{QStringLiteral("text/plain")});
    }

    void aLinkFindsItsAddressWhereverItStandsInTheReply()
    {
        const QString link = QStringLiteral("https://example.com/a");
        Turn turn = reply(QStringLiteral("See [words][1] here.\n\nMore text.\n\n[1]: %1 \"Title\"\n").arg(link));
        turn.state = Turn::State::Streaming;
        Transcript transcript;
        show(transcript, {turn});
        turn.state = Turn::State::Complete;
        transcript.setTurns({turn});
        QVERIFY(!pointOfLink(transcript, link).isNull());
    }

    void theCopyButtonCopiesTheCodeExactly()
    {
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("Text\n\n```py\n\tx = 1\n\n  y\n```\n\nmore"))});
        const auto buttons = transcript.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons.first()->text(), QStringLiteral("Copy"));
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("\tx = 1\n\n  y\n"));
        QCOMPARE(buttons.first()->text(), QStringLiteral("Copied"));
    }

    void theCopyButtonIsReachedByTab()
    {
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```\na\n```\n\n```\nb\n```"))});
        transcript.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&transcript));
        transcript.setFocus();
        QTest::keyClick(&transcript, Qt::Key_Tab);
        QWidget *first = QApplication::focusWidget();
        QVERIFY(first && first->objectName().startsWith(QLatin1String("copyCode")));
        QTest::keyClick(first, Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\n"));
        QTest::keyClick(first, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("b\n"));
    }

    void longCodeHasOneButtonWhichStaysInSight()
    {
        const QString code = QStringLiteral("a line of code\n").repeated(300);
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```\n%1```\n").arg(code))});
        for (const int percent : {0, 30, 60, 95}) {
            transcript.verticalScrollBar()->setValue(transcript.verticalScrollBar()->maximum() * percent / 100);
            QList<QToolButton *> seen;
            for (QToolButton *button : transcript.findChildren<QToolButton *>()) {
                if (button->isVisible())
                    seen += button;
            }
            QCOMPARE(seen.size(), 1);
            QVERIFY(transcript.viewport()->rect().contains(seen.first()->geometry()));
            QTest::mouseClick(seen.first(), Qt::LeftButton);
            QCOMPARE(QGuiApplication::clipboard()->text(), code);
        }
    }

    void draggingSelectsAcrossMessagesAndCtrlCCopiesPlainText()
    {
        Transcript transcript;
        show(transcript,
             {prompt(QStringLiteral("the question")), reply(QStringLiteral("**first**\n\n- second\n\nthird"))});
        QWidget *surface = transcript.viewport();
        QTest::mousePress(surface, Qt::LeftButton, {}, QPoint(1, 1));
        QTest::mouseMove(surface, QPoint(250, 60));
        QTest::mouseMove(surface, QPoint(480, 390));
        QTest::mouseRelease(surface, Qt::LeftButton, {}, QPoint(480, 390));
        QTest::keyClick(&transcript, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(QLatin1String("the question")), qPrintable(copied));
        QVERIFY(copied.contains(QLatin1String("first")));
        QVERIFY(copied.contains(QLatin1String("second")));
        QVERIFY(copied.contains(QLatin1String("third")));
        QVERIFY(!copied.contains(QLatin1String("**")));
        QVERIFY(copied.indexOf(QLatin1String("first")) < copied.indexOf(QLatin1String("third")));
    }

    void aDoubleClickSelectsAWord()
    {
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("[word](https://example.com) other"))});
        const QPoint point = pointOfLink(transcript, QStringLiteral("https://example.com")) + QPoint(4, 4);
        QTest::mouseDClick(transcript.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(transcript.selectedText(), QStringLiteral("word"));
    }

    void theMenuCopiesMarkdown()
    {
        Transcript transcript;
        const QString source = QStringLiteral("# Head\n\n- a\n- **b**\n\n```\ncode\n```");
        show(transcript, {prompt(QStringLiteral("q")), reply(source)});
        transcript.selectAll();
        QVERIFY(transcript.selectedMarkdown().contains(source));
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(60, 150), transcript.mapToGlobal(QPoint(60, 150)));
        QApplication::sendEvent(transcript.viewport(), &event);
        auto *menu = transcript.findChild<QMenu *>(QStringLiteral("transcriptMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("copyReply"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), source);
        menu->close();
    }

    void theTextFollowsItsEndUntilTheReaderScrollsUp()
    {
        Transcript transcript;
        Turn growing = reply(manyParagraphs(40), Turn::State::Streaming);
        show(transcript, {growing});
        QScrollBar *bar = transcript.verticalScrollBar();
        auto *latest = transcript.findChild<QPushButton *>(QStringLiteral("latest"));
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(!latest->isVisible());
        QTest::keyClick(&transcript, Qt::Key_PageUp);
        QVERIFY(!transcript.isFollowing());
        QVERIFY(latest->isVisible());
        const int at = bar->value();
        const int before = bar->maximum();
        growing.content += manyParagraphs(40);
        transcript.updateTurn(0, growing);
        QTRY_VERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), at);
        QTest::mouseClick(latest, Qt::LeftButton);
        QVERIFY(transcript.isFollowing());
        QCOMPARE(bar->value(), bar->maximum());
        growing.content += manyParagraphs(4);
        transcript.updateTurn(0, growing);
        const int last = bar->maximum();
        QTRY_VERIFY(bar->maximum() > last);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void whatIsReadStaysWhereItIsWhenHeightsBecomeKnown()
    {
        Transcript transcript;
        QString text;
        for (int i = 0; i < 60; ++i)
            text += QStringLiteral("# H%1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n[here](https://x.y/%1)\n\n")
                        .arg(i);
        show(transcript, {reply(text)});
        // upwards step by step through rows that were never laid out: a link that is seen moves by the step, no more
        for (int step = 0; step < 60; ++step) {
            QPoint before;
            QString link;
            for (int y = 150; y < 390 && link.isEmpty(); y += 2) {
                link = transcript.linkAt({20, y});
                before = {20, y};
            }
            if (link.isEmpty())
                continue;
            const int value = transcript.verticalScrollBar()->value();
            if (value == 0)
                break;
            QTest::keyClick(&transcript, Qt::Key_Up);
            const int by = transcript.verticalScrollBar()->singleStep();
            QTRY_COMPARE(transcript.linkAt(before + QPoint(0, qMin(by, value))), link);
        }
    }

    void homeAndEndGoToBothEnds()
    {
        Transcript transcript;
        show(transcript, {reply(manyParagraphs(200))});
        QTest::keyClick(&transcript, Qt::Key_Home);
        QCOMPARE(transcript.verticalScrollBar()->value(), 0);
        QTest::keyClick(&transcript, Qt::Key_End);
        QCOMPARE(transcript.verticalScrollBar()->value(), transcript.verticalScrollBar()->maximum());
        QVERIFY(transcript.isFollowing());
    }

    void thinkingIsFoldedOnceTheAnswerBegins()
    {
        Transcript transcript;
        Turn turn = reply({}, Turn::State::Streaming);
        turn.reasoning = QStringLiteral("deep thoughts");
        show(transcript, {turn});
        transcript.selectAll();
        QVERIFY(transcript.selectedText().contains(QLatin1String("deep thoughts")));
        turn.content = QStringLiteral("fine words");
        transcript.updateTurn(0, turn);
        QTRY_VERIFY(transcript.selectedText().contains(QLatin1String("fine words")));
        QVERIFY(!transcript.selectedText().contains(QLatin1String("deep thoughts")));
        auto *fold = transcript.findChild<QToolButton *>(QStringLiteral("fold-0-1-0"));
        QTest::mouseClick(fold, Qt::LeftButton);
        transcript.selectAll();
        QVERIFY(transcript.selectedText().contains(QLatin1String("deep thoughts")));
        QCOMPARE(transcript.replyMarkdown(0), QStringLiteral("fine words"));
    }

    void aSelectionLivesWhileTheReplyGrows()
    {
        Transcript transcript;
        Turn turn = reply(QStringLiteral("[word](https://example.com) and"), Turn::State::Streaming);
        show(transcript, {turn});
        const QPoint point = pointOfLink(transcript, QStringLiteral("https://example.com")) + QPoint(4, 4);
        QTest::mouseDClick(transcript.viewport(), Qt::LeftButton, {}, point);
        for (int i = 0; i < 5; ++i) {
            turn.content += QStringLiteral(" more of it\n\nand more");
            transcript.updateTurn(0, turn);
            QTRY_COMPARE(transcript.replyMarkdown(0), turn.content);
            QCOMPARE(transcript.selectedText(), QStringLiteral("word"));
        }
    }

    void theWidthMayChangeAndThePaletteToo()
    {
        Transcript transcript;
        show(transcript, {prompt(QStringLiteral("q")), reply(manyParagraphs(50))});
        const int wide = transcript.verticalScrollBar()->maximum();
        transcript.resize(300, 400);
        QTRY_VERIFY(transcript.verticalScrollBar()->maximum() > wide);
        QPalette dark;
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        transcript.setPalette(dark);
        QTRY_COMPARE(transcript.viewport()->grab().toImage().pixelColor(2, 300), QColor(Qt::black));
    }

    void whatWasCopiedWhileItWasNotSeenIsDrawnAsBefore()
    {
        Transcript transcript;
        QString text;
        for (int i = 0; i < 100; ++i)
            text += QStringLiteral("Paragraph %1%2.\n\n").arg(i).arg(QStringLiteral(" of several lines").repeated(20));
        show(transcript, {reply(text)});
        QScrollBar *bar = transcript.verticalScrollBar();
        bar->setValue(0);
        QTest::keyClick(&transcript, Qt::Key_A, Qt::ControlModifier);
        const QImage before = transcript.viewport()->grab().toImage();
        bar->setValue(bar->maximum()); // far away, and back until it is near
        bar->setValue(2 * transcript.viewport()->height());
        QTest::keyClick(&transcript, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("Paragraph 0 ")));
        bar->setValue(0);
        QVERIFY(transcript.viewport()->grab().toImage() == before);
    }

    void aScreenReaderIsToldTheLastMessageAsItIsSeenOnceItEnded()
    {
        Transcript transcript;
        show(transcript, {prompt(QStringLiteral("a **question**"))});
        QTRY_COMPARE(transcript.accessibleDescription(), QStringLiteral("a **question**"));
        Turn turn = reply({}, Turn::State::Streaming);
        transcript.addTurn(turn);
        QTRY_COMPARE(transcript.accessibleDescription(), QString());
        turn.content = QStringLiteral("## Head\n\nA **good** [link](https://e.x/a)");
        transcript.updateTurn(1, turn);
        QTRY_COMPARE(transcript.replyMarkdown(1), turn.content);
        QCOMPARE(transcript.accessibleDescription(), QString());
        turn.content += QStringLiteral("\n\n- [x] done\n");
        turn.state = Turn::State::Complete;
        transcript.updateTurn(1, turn);
        QTRY_COMPARE(transcript.accessibleDescription(), QStringLiteral("Head\nA good link (e.x)\n\u2611 done"));
        transcript.removeTurns(1, 1);
        QTRY_COMPARE(transcript.accessibleDescription(), QStringLiteral("a **question**"));
        Turn failed = reply({}, Turn::State::Failed);
        failed.error = Error();
        failed.error->kind = Error::Kind::Timeout;
        transcript.addTurn(failed);
        QTRY_VERIFY(!transcript.accessibleDescription().isEmpty());
        transcript.setTurns({});
        QTRY_COMPARE(transcript.accessibleDescription(), QString());
    }

    void footersSayWhatTheServiceReported()
    {
        using namespace std::chrono_literals;
        Transcript transcript;
        Turn turn = reply(QStringLiteral("a"));
        turn.usage = {11, 63, 74, std::nullopt};
        turn.firstToken = 310ms;
        turn.duration = 1810ms;
        turn.finishReason = QStringLiteral("length");
        show(transcript, {turn});
        transcript.selectAll();
        const QString text = transcript.selectedText();
        QVERIFY2(text.contains(
                     QStringLiteral("74 tokens (11 in, 63 out) · first 0.31 s · 42 tok/s · stopped at max tokens")),
                 qPrintable(text));
    }

    void whileAReplyGrowsItsFooterSaysHowFarItIs()
    {
        using namespace std::chrono_literals;
        Transcript transcript;
        Turn turn = reply(QStringLiteral("a"));
        turn.state = Turn::State::Streaming;
        turn.usage = {11, 63, 74, std::nullopt};
        turn.firstToken = 310ms;
        turn.duration = 1810ms;
        show(transcript, {turn});
        const auto text = [&] {
            transcript.selectAll();
            return transcript.selectedText();
        };
        QVERIFY2(
            text().contains(QStringLiteral("answering… · 74 tokens (11 in, 63 out) · first 0.31 s · 42 tok/s · 2 s")),
            qPrintable(text()));
        turn.usage = {11, 126, 137, std::nullopt};
        turn.duration = 3310ms;
        const auto isNews = [&] {
            transcript.updateTurn(0, turn);
            return text().contains(QStringLiteral("137 tokens (11 in, 126 out) · first 0.31 s · 42 tok/s · 3 s"));
        };
        QTRY_VERIFY2(isNews(), qPrintable(text()));
        turn.state = Turn::State::Complete;
        transcript.updateTurn(0, turn);
        QTRY_VERIFY2(!text().contains(QStringLiteral("answering")), qPrintable(text()));
        QVERIFY2(text().contains(QStringLiteral("137 tokens (11 in, 126 out) · first 0.31 s · 42 tok/s")),
                 qPrintable(text()));
    }

    void noCodeIsUnderItsCopyButton_data()
    {
        QTest::addColumn<int>("scrolled");
        QTest::newRow("at its beginning") << 0;
        QTest::newRow("further down") << 300;
    }

    void noCodeIsUnderItsCopyButton()
    {
        QFETCH(int, scrolled);
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("```\n%1```").arg((QString(200, u'#') + u'\n').repeated(40)))});
        transcript.verticalScrollBar()->setValue(scrolled);
        auto *button = transcript.findChild<QToolButton *>();
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton); // it is wider when it says that it copied
        transcript.followEnd();
        transcript.verticalScrollBar()->setValue(scrolled);
        const QRect area = button->geometry();
        button->hide();
        const QImage image = transcript.viewport()->grab().toImage();
        const QRgb ground = image.pixel(area.topRight() - QPoint(1, -1));
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                QCOMPARE(image.pixel(x, y), ground);
        }
    }

    void aRuleIsSeenInTheDark()
    {
        Transcript transcript;
        QPalette dark(QColor(0x1a, 0x1b, 0x1e));
        dark.setColor(QPalette::Base, QColor(0x1a, 0x1b, 0x1e));
        dark.setColor(QPalette::Text, Qt::white);
        dark.setColor(QPalette::Dark, QColor(0x1b, 0x1c, 0x1f));
        transcript.setPalette(dark);
        show(transcript, {reply(QStringLiteral("---"))});
        const QImage image = transcript.viewport()->grab().toImage();
        int lightest = 0;
        for (int y = 0; y < image.height(); ++y)
            lightest = qMax(lightest, qGray(image.pixel(image.width() / 2, y)));
        QVERIFY2(lightest > 60, qPrintable(QString::number(lightest)));
    }

    void aTaskThatIsDoneIsTickedAndNotCrossedOut()
    {
        const auto inkOf = [](const QString &source) {
            Transcript transcript;
            show(transcript, {reply(source)});
            QImage image = transcript.viewport()->grab().toImage();
            return image;
        };
        const QImage open = inkOf(QStringLiteral("- [ ] a"));
        const QImage done = inkOf(QStringLiteral("- [x] a"));
        QRect mark;
        for (int y = 0; y < open.height(); ++y) {
            for (int x = 0; x < open.width(); ++x) {
                if (open.pixel(x, y) != done.pixel(x, y))
                    mark |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(!mark.isEmpty());
        const int third = mark.height() / 3;
        const auto differs = [&](QPoint corner) {
            for (int y = corner.y(); y < corner.y() + qMax(2, third); ++y) {
                for (int x = corner.x(); x < corner.x() + qMax(2, third); ++x) {
                    if (open.pixel(x, y) != done.pixel(x, y))
                        return true;
                }
            }
            return false;
        };
        QVERIFY2(!differs(mark.topLeft()), "a cross has a stroke there, a tick has none");
        QVERIFY2(differs({mark.right() - qMax(2, third) + 1, mark.top()}), "the long stroke of the tick");
    }

    void everyCellOfATableHasLinesAroundIt()
    {
        Transcript transcript;
        show(transcript, {reply(QStringLiteral("|Plan|Capacity|\n|---|---|\n|mu|8|\n|ptu|20|\n"))});
        const QImage image = transcript.viewport()->grab().toImage();
        const QRgb line = TextStyle::of(transcript.font(), transcript.palette()).line.rgb();
        QMap<int, int> inRow;
        QMap<int, int> inColumn;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                inRow[y] += int(image.pixel(x, y) == line);
                inColumn[x] += int(image.pixel(x, y) == line);
            }
        }
        const auto linesOf = [](const QMap<int, int> &counts) {
            return std::count_if(counts.cbegin(), counts.cend(), [](int count) { return count > 40; });
        };
        QCOMPARE(linesOf(inRow), 4);
        QCOMPARE(linesOf(inColumn), 3);
    }

    void wordsAndNumbersOfATableAreNotBroken()
    {
        Transcript transcript;
        const QString head = QStringLiteral("|Deployment|Plan|[Capacity](https://e.x/a)|Throughput|Cost|Remark|\n"
                                            "|---|---|---|---|---|---|\n");
        show(transcript, {reply(head + QStringLiteral("|qwen-plus|mu|8|12000|[12.50](https://e.x/b)|a long remark|"))});
        transcript.resize(430, 400);
        for (const char *link : {"https://e.x/a", "https://e.x/b"}) {
            const QRect area = areaOfLink(transcript, QLatin1String(link));
            QVERIFY2(!area.isEmpty(), link);
            QVERIFY2(area.height() <= transcript.fontMetrics().lineSpacing() + 1, link);
        }
    }

    void aTableThatIsFarTooWideIsWholeAndTheWheelGoesToItsEnd_data()
    {
        QTest::addColumn<QPoint>("wheel");
        QTest::addColumn<Qt::KeyboardModifiers>("held");
        QTest::newRow("sideways") << QPoint(-120, 0) << Qt::KeyboardModifiers();
        QTest::newRow("down with Shift") << QPoint(0, -120) << Qt::KeyboardModifiers(Qt::ShiftModifier);
    }

    void aTableThatIsFarTooWideIsWholeAndTheWheelGoesToItsEnd()
    {
        QFETCH(QPoint, wheel);
        QFETCH(Qt::KeyboardModifiers, held);
        const QString first = QStringLiteral("https://e.x/first");
        const QString last = QStringLiteral("https://e.x/last");
        Transcript transcript;
        show(transcript, {reply(wideTable() + u'\n' + manyParagraphs(20))});
        transcript.resize(260, 400);
        transcript.verticalScrollBar()->setValue(0);
        const QRect seen = areaOfLink(transcript, first);
        QVERIFY(!seen.isEmpty() && areaOfLink(transcript, last).isEmpty());
        const auto turn = [&](const QPoint &by) {
            QWheelEvent event(seen.center(), transcript.viewport()->mapToGlobal(seen.center()), {}, by, Qt::NoButton,
                              held, Qt::NoScrollPhase, false);
            QApplication::sendEvent(transcript.viewport(), &event);
        };
        for (int i = 0; i < 20; ++i)
            turn(wheel);
        QCOMPARE(transcript.verticalScrollBar()->value(), 0);
        QVERIFY(areaOfLink(transcript, first).isEmpty());
        const QRect area = areaOfLink(transcript, last);
        QVERIFY(!area.isEmpty());
        QVERIFY2(area.height() <= transcript.fontMetrics().lineSpacing() + 1, "the word is whole");
        QVERIFY2(area.width() > transcript.fontMetrics().horizontalAdvance(QStringLiteral("Recommendation")) - 2,
                 "and not drawn smaller");
        for (int i = 0; i < 20; ++i)
            turn(-wheel);
        QCOMPARE(areaOfLink(transcript, first), seen);
    }

    void theArrowsGoToTheEndOfAWideTable()
    {
        Transcript transcript;
        show(transcript, {reply(wideTable())});
        transcript.resize(260, 400);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&transcript, Qt::Key_Right);
        QVERIFY(!areaOfLink(transcript, QStringLiteral("https://e.x/last")).isEmpty());
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&transcript, Qt::Key_Left);
        QVERIFY(!areaOfLink(transcript, QStringLiteral("https://e.x/first")).isEmpty());
    }

    void aWideTableHasABarThatIsDragged()
    {
        Transcript transcript;
        show(transcript, {reply(wideTable())});
        transcript.resize(260, 400);
        QWidget *surface = transcript.viewport();
        const QPoint bar = pointOfBar(transcript);
        QVERIFY(!bar.isNull());
        QTest::mousePress(surface, Qt::LeftButton, {}, bar);
        QTest::mouseMove(surface, bar + QPoint(40, 0));
        QVERIFY(areaOfLink(transcript, QStringLiteral("https://e.x/first")).isEmpty());
        QTest::mouseMove(surface, bar + QPoint(400, 0));
        QVERIFY(!areaOfLink(transcript, QStringLiteral("https://e.x/last")).isEmpty());
        QTest::mouseRelease(surface, Qt::LeftButton, {}, bar + QPoint(400, 0));
        QVERIFY(!transcript.hasSelection());
        QTest::mouseClick(surface, Qt::LeftButton, {}, bar); // beside it, where it was
        QVERIFY(!areaOfLink(transcript, QStringLiteral("https://e.x/first")).isEmpty());
    }

    void aTableThatGrowsStaysWhereItWasMovedTo()
    {
        Transcript transcript;
        Turn growing = reply(wideTable(), Turn::State::Streaming);
        show(transcript, {growing});
        transcript.resize(260, 400);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&transcript, Qt::Key_Right);
        const QString last = QStringLiteral("https://e.x/last");
        const QRect before = areaOfLink(transcript, last);
        QVERIFY(!before.isEmpty());
        growing.content += QStringLiteral("|a|b|c|d|e|[f](https://e.x/f)|\n");
        transcript.updateTurn(0, growing);
        QTRY_COMPARE(transcript.replyMarkdown(0), growing.content);
        QVERIFY(!areaOfLink(transcript, QStringLiteral("https://e.x/f")).isEmpty());
        QCOMPARE(areaOfLink(transcript, last), before);
        transcript.resize(900, 400);
        QVERIFY2(!areaOfLink(transcript, QStringLiteral("https://e.x/first")).isEmpty(), "there is room for all");
    }

    void figuresThatDoNotFitBesideTheButtonsStandAboveThem()
    {
        const TextStyle style = TextStyle::of(QApplication::font(), QApplication::palette());
        MarkdownBlock figures;
        figures.source = QStringLiteral("74 tokens (11 in, 63 out) · estimates: it ended early · first 0.31 s");
        const auto footer = [&](const QSize &buttons, int width) {
            TranscriptRow row(TranscriptRow::Kind::Footer, figures);
            row.setButtonRoom(buttons);
            row.layOut(style, 1200); // it was wide before
            row.layOut(style, width);
            return std::pair(row.height(style, width), row.hasButtonsBelow());
        };
        const QSize buttons(250, 24);
        const int oneLine = footer({0, 0}, 1200).first;
        const int width = 500; // for the text, but not for both
        QCOMPARE(footer({0, 0}, width).first, oneLine);
        QCOMPARE(footer(buttons, 1200), std::pair(oneLine, false));
        QCOMPARE(footer(buttons, width), std::pair(oneLine + buttons.height(), true));
    }

    void buttonsThatStandBelowTheFiguresCoverNone()
    {
        Transcript transcript;
        Turn cut = reply(QStringLiteral("Some words."), Turn::State::Cut);
        cut.error = Error{.kind = Error::Kind::Lost, .requestId = QStringLiteral("r-1")};
        cut.usage = {.inputTokens = 11, .outputTokens = 63};
        cut.firstToken = std::chrono::milliseconds(310);
        show(transcript, {cut});
        transcript.offer({.ask = true, .goOn = true});
        const auto button = [&transcript](const char *kind) {
            for (auto *one : transcript.findChildren<QToolButton *>()) {
                if (one->objectName().startsWith(QLatin1String(kind)))
                    return one;
            }
            return static_cast<QToolButton *>(nullptr);
        };
        transcript.resize(900, 400);
        QTRY_VERIFY(button("goOn") && button("regenerate") && button("copyRequestId"));
        const int wide = button("goOn")->y();
        transcript.resize(380, 400);
        QTRY_VERIFY(button("regenerate")->geometry().right() < 380);
        QTRY_VERIFY(button("goOn")->y() >= wide + transcript.fontMetrics().height());
        QCOMPARE(button("goOn")->y(), button("regenerate")->y());
        QVERIFY(button("regenerate")->geometry().bottom() < transcript.viewport()->height());
    }

    void theButtonToTheLatestCanBeLeftToWhatGrows()
    {
        Transcript transcript;
        transcript.setLatest(Transcript::Latest::WhileGrowing);
        show(transcript, {reply(manyParagraphs(60))});
        auto *latest = transcript.findChild<QPushButton *>(QStringLiteral("latest"));
        transcript.read({});
        QVERIFY(!latest->isVisible());
        transcript.updateTurn(0, reply(manyParagraphs(61), Turn::State::Streaming));
        QTRY_VERIFY(latest->isVisible());
        transcript.updateTurn(0, reply(manyParagraphs(61)));
        QTRY_VERIFY(!latest->isVisible());
    }
};

QTEST_MAIN(TestUiTranscript)
#include "tst_ui_transcript.moc"
