// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/gauge.h"
#include "app/stats/statstext.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using namespace std::chrono_literals;

/// Keeps the loop for so long.
class Hog : public QObject
{
    Q_OBJECT
public:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 40) {
        }
        return true;
    }
};

/// Tells the gauge of its events, as the real one does.
class MeasuredApplication : public QCoreApplication
{
    Q_OBJECT
public:
    using QCoreApplication::QCoreApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!gauge || !gauge->isListening())
            return QCoreApplication::notify(receiver, event);
        ++told;
        gauge->beginEvent(receiver, event->type());
        const bool taken = QCoreApplication::notify(receiver, event);
        if (gauge)
            gauge->endEvent();
        return taken;
    }
    Gauge *gauge = nullptr;
    int told = 0;
};

class TestGauge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gauge = std::make_unique<Gauge>();
        app()->gauge = m_gauge.get();
    }

    void cleanup()
    {
        app()->gauge = nullptr;
        m_gauge.reset();
    }

    void whatKeepsTheLoopIsNamed()
    {
        m_gauge->watch();
        Hog hog;
        turnOnce();
        QCoreApplication::postEvent(&hog, new QEvent(QEvent::User));
        QTRY_VERIFY(!stallsIn("Hog User").isEmpty());
        const Stall stall = stallsIn("Hog User").constFirst();
        QVERIFY(stall.lasted >= 40ms);
        QVERIFY(stall.processor.worked > 0ms);
        QVERIFY(m_gauge->loop().longest() >= 40ms);
    }

    void itListensUntilTheFirstRowsAreThere()
    {
        QVERIFY(m_gauge->isListening());
        QObject window;
        QObject view;
        bool any = false;
        m_gauge->setWindow(&window, &view, [&any] { return any; });
        QSignalSpy painted(m_gauge.get(), &Gauge::firstRowsPainted);
        paintOnce(&view, &window);
        QCOMPARE(painted.count(), 0); // it was empty
        QVERIFY(m_gauge->isListening());
        any = true;
        paintOnce(&view, &window);
        QCOMPARE(painted.count(), 1);
        QVERIFY(m_gauge->firstRows() > 0ns);
        QVERIFY(!m_gauge->isListening());
        const int told = app()->told;
        turnOnce();
        QCOMPARE(app()->told, told);
    }

    void itListensAsLongAsAnyoneWatches()
    {
        seeFirstRows();
        m_gauge->watch();
        m_gauge->watch();
        m_gauge->unwatch();
        QVERIFY(m_gauge->isListening());
        m_gauge->unwatch();
        QVERIFY(!m_gauge->isListening());
    }

    void framesAreThoseOfTheWindow()
    {
        m_gauge->watch();
        QObject window;
        QObject other;
        m_gauge->setWindow(&window, nullptr, {});
        paintOnce(&other, &other);
        QCOMPARE(m_gauge->frames(), 0);
        m_gauge->paints(&other, &window); // two widgets in one turn are one frame
        paintOnce(&window, &window);
        QCOMPARE(m_gauge->frames(), 1);
        m_gauge->setWindow(nullptr, nullptr, {});
    }

    void aPollIsPaintedByTheFrameThatFollowsIt()
    {
        m_gauge->watch();
        QObject view;
        m_gauge->setWindow(&view, &view, [] { return true; });
        m_gauge->beginPoll();
        paintOnce(&view, &view);
        m_gauge->endPoll({.parse = 2ms, .apply = 3ms, .rows = 10, .changed = 4, .ok = true});
        QVERIFY(!m_gauge->polls().constLast().painted);
        paintOnce(&view, &view);
        const PollFigures poll = m_gauge->polls().constLast();
        QVERIFY(poll.painted >= poll.wall);
        QCOMPARE(poll.frames, 2);
        QCOMPARE(poll.changed, 4);
        QVERIFY(poll.parse == 2ms && poll.apply == 3ms);
        m_gauge->setWindow(nullptr, nullptr, {});
    }

    void aPollThatChangedNothingIsNotPainted()
    {
        m_gauge->watch();
        QObject view;
        m_gauge->setWindow(&view, &view, [] { return true; });
        m_gauge->beginPoll();
        m_gauge->endPoll({.rows = 10, .ok = true});
        paintOnce(&view, &view); // a minute passed, or the mouse
        QVERIFY(!m_gauge->polls().constLast().painted);
        m_gauge->setWindow(nullptr, nullptr, {});
    }

    void anOvertakenPollIsNone()
    {
        m_gauge->beginPoll();
        m_gauge->beginPoll();
        QCOMPARE(m_gauge->polls().size(), 0);
        m_gauge->endPoll({.ok = true});
        m_gauge->endPoll({.ok = true}); // of one that began before it was told of any
        QCOMPARE(m_gauge->polls().size(), 1);
        QCOMPARE(m_gauge->pollCount(), 1);
    }

    void onlyTheNewestPollsAreKept()
    {
        for (int i = 0; i < Gauge::mostPolls + 10; ++i) {
            m_gauge->beginPoll();
            m_gauge->endPoll({.rows = i, .ok = true});
        }
        QCOMPARE(m_gauge->pollCount(), Gauge::mostPolls + 10);
        QCOMPARE(m_gauge->polls().size(), Gauge::mostPolls);
        QCOMPARE(m_gauge->polls().constLast().rows, Gauge::mostPolls + 9);
    }

    void theStarterMaySayWhenItSpawned()
    {
        const double now = double(QDateTime::currentMSecsSinceEpoch()) / 1000;
        qputenv("SLIPWAY_STARTED", QByteArray::number(now - 5, 'f', 6));
        const auto age = Gauge::Clock::now() - Gauge::spawned();
        QVERIFY(age >= 5s && age < 60s);
        for (const char *nonsense : {"", "yesterday", "9999999999", "0"}) {
            qputenv("SLIPWAY_STARTED", nonsense);
            const auto bySystem = Gauge::Clock::now() - Gauge::spawned();
            QVERIFY(bySystem >= 0s && bySystem < 10min);
        }
        qunsetenv("SLIPWAY_STARTED");
    }

    void eachLineIsNameValueUnit()
    {
        m_gauge->watch();
        m_gauge->beginPoll();
        m_gauge->endPoll({.ok = true});
        Hog hog;
        turnOnce();
        QCoreApplication::postEvent(&hog, new QEvent(QEvent::User));
        QTRY_VERIFY(!stallsIn("Hog User").isEmpty());
        const QByteArrayList lines = statsText(*m_gauge).trimmed().split('\n');
        const QRegularExpression shape(QStringLiteral("^[a-z0-9_]+: -?[0-9]+(\\.[0-9]+)? \\w+( .+)?$"));
        for (const QByteArray &line : lines)
            QVERIFY2(shape.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        for (const char *name : {"run: ", "cpu: ", "pss: ", "rss: ", "heap: ", "stalls: ", "frames: ", "polls: ",
                                 "poll_1_wall: ", "poll_1_parse: ", "poll_1_apply: ", "poll_1_cpu: ", "stall_1: "})
            QVERIFY2(
                std::any_of(lines.begin(), lines.end(), [name](const auto &line) { return line.startsWith(name); }),
                name);
        for (const QByteArray &line : lines)
            QVERIFY2(!line.startsWith("start_to_first_rows"), "there were none");
    }

private:
    static MeasuredApplication *app() { return static_cast<MeasuredApplication *>(QCoreApplication::instance()); }

    /// Until the loop has come around.
    static void turnOnce()
    {
        QObject object;
        bool came = false;
        QMetaObject::invokeMethod(
            &object, [&came] { came = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(came);
    }

    void paintOnce(const QObject *widget, const QObject *window)
    {
        m_gauge->paints(widget, window);
        turnOnce();
    }

    void seeFirstRows()
    {
        QObject view;
        m_gauge->setWindow(&view, &view, [] { return true; });
        paintOnce(&view, &view);
        m_gauge->setWindow(nullptr, nullptr, {});
        QVERIFY(m_gauge->firstRows());
    }

    QList<Stall> stallsIn(const QByteArray &place) const
    {
        QList<Stall> found;
        for (const Stall &stall : m_gauge->loop().stalls())
            if (stall.place == place)
                found.append(stall);
        return found;
    }

    std::unique_ptr<Gauge> m_gauge;
};

int main(int argc, char **argv)
{
    MeasuredApplication application(argc, argv);
    TestGauge test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_gauge.moc"
