// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sight.h"
#include "ui/ticker.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Slipway;
using namespace std::chrono_literals;

namespace {

constexpr int severalTicks = 3;

} // namespace

// What goes on only while somebody can see it, in real windows.
class TestTicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTicksOnlyWhileTheWidgetIsShown()
    {
        QWidget window;
        QWidget page(&window);
        Ticker ticker(1ms, &page);
        QSignalSpy ticks(&ticker, &Ticker::ticked);
        QVERIFY(!goesOn(ticks));
        window.show();
        QVERIFY(goesOn(ticks));
        page.hide();
        QVERIFY(!goesOn(ticks));
        page.show();
        QVERIFY(goesOn(ticks));
        window.hide();
        QVERIFY(!goesOn(ticks));
    }

    void itDoesNotTickInAMinimisedWindow()
    {
        QWidget window;
        QWidget page(&window);
        const Ticker ticker(1ms, &page);
        QSignalSpy ticks(&ticker, &Ticker::ticked);
        window.show();
        QVERIFY(goesOn(ticks));
        window.showMinimized();
        QTRY_VERIFY(!goesOn(ticks));
        window.showNormal();
        QVERIFY(goesOn(ticks));
    }

    void whoeverLooksAgainIsShownThePresentAtOnce()
    {
        QWidget window;
        const Ticker ticker(1h, &window);
        QSignalSpy ticks(&ticker, &Ticker::ticked);
        window.show();
        QTRY_COMPARE(ticks.size(), 1);
        window.hide();
        window.show();
        QTRY_COMPARE(ticks.size(), 2);
    }

    void itDoesNotTickForWhatIsNotWanted()
    {
        QWidget window;
        Ticker ticker(1ms, &window);
        QSignalSpy ticks(&ticker, &Ticker::ticked);
        ticker.setWanted(false);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!goesOn(ticks));
        ticker.setWanted(true);
        QVERIFY(goesOn(ticks));
    }

    void whatIsMadeInAWindowThatIsShownTicksToo()
    {
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const Ticker ticker(1ms, &window);
        QSignalSpy ticks(&ticker, &Ticker::ticked);
        QVERIFY(goesOn(ticks));
    }

    void aWidgetThatMovesToAnotherWindowIsSeenWithThatOne()
    {
        QWidget first;
        QWidget second;
        auto *page = new QWidget(&first);
        const auto *sight = new Sight(page);
        first.show();
        QTRY_VERIFY(sight->isSeen());
        page->setParent(&second);
        QVERIFY(!sight->isSeen());
        page->show();
        second.show();
        QTRY_VERIFY(sight->isSeen());
        first.hide();
        QVERIFY(sight->isSeen());
        second.hide();
        QVERIFY(!sight->isSeen());
    }

private:
    /// Another timer of the same interval measures the time.
    static bool goesOn(QSignalSpy &ticks)
    {
        const auto before = ticks.size();
        QTimer other;
        int beats = 0;
        connect(&other, &QTimer::timeout, [&beats] { ++beats; });
        other.start(1ms);
        const bool ended = QTest::qWaitFor([&] { return ticks.size() >= before + severalTicks || beats > 30; }, 20'000);
        return ended && ticks.size() >= before + severalTicks;
    }
};

QTEST_MAIN(TestTicker)

#include "tst_ui_ticker.moc"
