// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/statstext.h"
#include "ui/application.h"
#include "ui/mainmenu.h"
#include "ui/performance/performancewindow.h"
#include "ui/program.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using namespace std::chrono_literals;

/// Keeps the loop for so long when it is clicked.
class HogButton : public QPushButton
{
    Q_OBJECT
protected:
    void mousePressEvent(QMouseEvent *) override
    {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 40) {
        }
    }
};

class TestUiPerformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gauge = std::make_unique<Gauge>();
        app()->setGauge(m_gauge.get());
        m_window = std::make_unique<PerformanceWindow>(m_gauge.get(), nullptr);
    }

    void cleanup()
    {
        m_window.reset();
        app()->setGauge(nullptr);
        m_gauge.reset();
    }

    void itWatchesOnlyWhileItCanBeSeen()
    {
        seeFirstRows();
        QVERIFY(!m_gauge->isListening());
        m_window->show();
        QVERIFY(m_gauge->isListening());
        m_window->hide();
        QVERIFY(!m_gauge->isListening());
        m_window->show();
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
        QVERIFY(!m_gauge->isListening());
    }

    void whatIsNotKnownIsADash()
    {
        m_window->show();
        QCOMPARE(textOf("firstRows"), QStringLiteral("–"));
        QCOMPARE(textOf("pollWall"), QStringLiteral("–"));
        QCOMPARE(textOf("stallCount"), QStringLiteral("0"));
    }

    void pollsAreToldWithLastMedianAndLongest()
    {
        for (const auto parse : {5ms, 30ms, 2ms, 8ms, 6ms}) {
            m_gauge->beginPoll();
            m_gauge->endPoll({.parse = parse, .ok = true});
        }
        m_window->show();
        QCOMPARE(textOf("pollParse"), QStringLiteral("6.0 ms"));
        QCOMPARE(textOf("pollParse1"), QStringLiteral("6.0 ms"));
        QCOMPARE(textOf("pollParse2"), QStringLiteral("30.0 ms"));
    }

    void itFollowsWhatHappensWhileItIsOpen()
    {
        m_window->show();
        m_gauge->beginPoll();
        m_gauge->endPoll({.parse = 7ms, .ok = true});
        QTRY_COMPARE(textOf("pollParse"), QStringLiteral("7.0 ms"));
        QVERIFY(!textOf("pss").startsWith(QLatin1String("0.0")));
    }

    void aWidgetThatKeepsTheLoopIsNamed()
    {
        m_window->show();
        HogButton hog;
        hog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&hog));
        QTest::mouseClick(&hog, Qt::LeftButton);
        auto *stalls = m_window->findChild<QPlainTextEdit *>(QStringLiteral("stalls"));
        QTRY_VERIFY2(stalls->toPlainText().contains(QLatin1String("HogButton MouseButtonPress")),
                     qPrintable(stalls->toPlainText()));
        QVERIFY(textOf("stallCount").toInt() > 0);
    }

    void theFiguresCanBeCopied()
    {
        m_gauge->beginPoll();
        m_gauge->endPoll({.ok = true});
        m_window->show();
        QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("copyFigures")), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QLatin1String("poll_1_wall: ")));
        QVERIFY(copied.contains(QLatin1String("pss: ")));
    }

    void theProgramMeasuresItself()
    {
        const QTemporaryDir folder;
        StartOptions options;
        options.language = QStringLiteral("en");
        options.settingsFile = folder.filePath(QStringLiteral("slipway.ini"));
        options.dataFolder = folder.path();
        options.pollInterval = 50ms;
        Program program(options);
        app()->setGauge(program.gauge());
        QSignalSpy painted(program.gauge(), &Gauge::firstRowsPainted);
        QVERIFY(program.start());
        QTRY_COMPARE(painted.count(), 1);
        QTRY_VERIFY(program.gauge()->pollCount() >= 3);
        QVERIFY(program.gauge()->polls().constFirst().changed > 0);
        auto *menu = program.window().findChild<MainMenu *>(QStringLiteral("mainMenu"));
        QAction *performance = program.window().commands()->action(Commands::Id::Performance);
        const auto actions = menu->actions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [performance](QAction *action) {
            return action->text() == QLatin1String("Help") && action->menu()->actions().contains(performance);
        }));
        performance->trigger();
        auto *window = program.window().findChild<PerformanceWindow *>(QStringLiteral("performanceWindow"));
        QVERIFY(window && window->isVisible());
        const auto *first = window->findChild<QLabel *>(QStringLiteral("firstRows"));
        QVERIFY2(first->text().endsWith(QLatin1String(" ms")), qPrintable(first->text()));
        performance->trigger();
        QCOMPARE(program.window().findChildren<PerformanceWindow *>().size(), 1);
        app()->setGauge(nullptr);
    }

private:
    static Application *app() { return static_cast<Application *>(QCoreApplication::instance()); }

    QString textOf(const char *name) const { return m_window->findChild<QLabel *>(QLatin1String(name))->text(); }

    void seeFirstRows()
    {
        QWidget view;
        m_gauge->setWindow(&view, &view, [] { return true; });
        view.show();
        QTRY_VERIFY(m_gauge->firstRows());
        m_gauge->setWindow(nullptr, nullptr, {});
    }

    std::unique_ptr<Gauge> m_gauge;
    std::unique_ptr<PerformanceWindow> m_window;
};

int main(int argc, char **argv)
{
    Application application(argc, argv);
    TestUiPerformance test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui_performance.moc"
