// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/applicationmain.h"
#include "tests/support/eventloop.h"
#include "tests/support/paintwatch.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Slipway;

namespace {

/// A label that lies so many widgets deep in a window, and a second one below all of these.
class Nest
{
public:
    explicit Nest(int depth)
    {
        auto *outermost = new QVBoxLayout(&window);
        QBoxLayout *around = outermost;
        for (int level = 0; level < depth; ++level) {
            auto *panel = new QWidget;
            around->addWidget(panel);
            around = new QVBoxLayout(panel);
        }
        around->addWidget(label = new QLabel);
        outermost->addWidget(neighbour = new QLabel(QStringLiteral("neighbour")));
        outermost->addStretch(1);
        window.resize(300, 600);
    }

    QWidget window;
    QLabel *label = nullptr;
    QLabel *neighbour = nullptr;
};

/// Counts how often it is laid out, and does what it is told then and when it is pressed.
class Restless : public QWidget
{
public:
    std::function<void()> onLayout;
    std::function<void()> onPress;
    int layOuts = 0;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress && onPress)
            onPress();
        if (event->type() != QEvent::LayoutRequest)
            return QWidget::event(event);
        ++layOuts;
        if (onLayout)
            onLayout();
        return true;
    }
};

void askForLayOut(QWidget *widget)
{
    QCoreApplication::postEvent(widget, new QEvent(QEvent::LayoutRequest));
}

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesDeepIsLaidOutBeforeTheWindowIsPainted()
    {
        Nest nest(6);
        nest.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&nest.window));
        QVERIFY(takeTurns(3));
        int paints = 0;
        const PaintWatch watch(nest.neighbour, [&] { ++paints; });
        const int before = nest.neighbour->y();
        nest.window.update();
        nest.label->setText(QStringLiteral("now\nof\nseveral\nlines"));
        QVERIFY(takeTurns(3));
        QVERIFY(nest.neighbour->y() > before);
        QCOMPARE(paints, 1);
    }

    void whatNeverComesToRestIsPaintedAllTheSame()
    {
        Restless restless;
        int paints = 0;
        const PaintWatch watch(&restless, [&] { ++paints; });
        restless.show();
        QVERIFY(QTest::qWaitForWindowExposed(&restless));
        QVERIFY(takeTurns(3));
        paints = 0;
        int before = 0;
        restless.layOuts = 0;
        restless.onLayout = [&] {
            before += paints == 0 ? 1 : 0;
            askForLayOut(&restless);
        };
        askForLayOut(&restless);
        restless.update();
        QTRY_VERIFY(paints > 0);
        restless.onLayout = {};
        QVERIFY2(before > 1 && before < 100, qPrintable(QString::number(before)));
    }

    void aWindowThatGoesAwayWhenItIsLaidOutIsNotPainted()
    {
        auto *restless = new Restless;
        int paints = 0;
        const QPointer<Restless> self(restless);
        restless->show();
        QVERIFY(QTest::qWaitForWindowExposed(restless));
        QVERIFY(takeTurns(3));
        const PaintWatch watch(restless, [&] { ++paints; });
        restless->onLayout = [restless] { delete restless; };
        askForLayOut(restless);
        QEvent request(QEvent::UpdateRequest); // as the event loop would, before anything else has its turn
        QCoreApplication::sendEvent(restless, &request);
        QVERIFY(!self);
        QCOMPARE(paints, 0);
    }

    void whoRepaintsInTheMidstOfAnEventGetsNoLayoutsIntoIt()
    {
        Restless restless;
        restless.show();
        QVERIFY(QTest::qWaitForWindowExposed(&restless));
        QVERIFY(takeTurns(3));
        int paints = 0;
        int layOutsThen = -1;
        const PaintWatch watch(&restless, [&] { ++paints; });
        restless.layOuts = 0;
        restless.onPress = [&] {
            askForLayOut(&restless);
            restless.repaint();
            layOutsThen = restless.layOuts;
        };
        QTest::mouseClick(&restless, Qt::LeftButton);
        QCOMPARE(layOutsThen, 0);
        QCOMPARE(paints, 1);
        QTRY_COMPARE(restless.layOuts, 1);
    }
};

SLIPWAY_TEST_MAIN(TestApplication)
#include "tst_ui_application.moc"
