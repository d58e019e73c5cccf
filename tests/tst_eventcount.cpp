// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/eventcount.h"

#include <QTest>

using namespace Slipway;

class TestEventCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTellWhatIsMissingOrRepeated_data()
    {
        QTest::addColumn<QByteArray>("events");   // id and data of each
        QTest::addColumn<QByteArray>("findings"); // f, R(epeated), G(ap)
        const auto row = [](const char *name, const char *events, const char *findings) {
            QTest::newRow(name) << QByteArray(events) << QByteArray(findings);
        };
        row("as it should be", "1a 2b 3c", "fff");
        row("equal data", "1a 2a 3a", "fff");
        row("one twice", "1a 2b 2b 3c", "ffRf");
        row("one three times", "1a 2b 2b 2b 3c", "ffRRf");
        row("one number for all, equal data", "1a 1a 1a 1a", "ffff");
        row("one is missing", "1a 2b 4d 5e", "ffGf");
        row("two are missing, later another", "1a 4b 5d 7e", "fGfG");
        row("the first are missing", "3a 4b 9c", "fff");
        row("all have the same number", "1a 1b 1c", "fff");
        row("backwards", "3a 2b 1c 7d", "ffff");
        row("no numbers", "xa xa yb", "fff");
        row("none", "-a -a", "ff");
        row("from zero", "0a 1b 5c", "fff");
    }

    void numbersTellWhatIsMissingOrRepeated()
    {
        QFETCH(const QByteArray, events);
        EventCount count;
        QByteArray findings;
        for (const QByteArray &each : events.split(' ')) {
            ServerEvent event{.data = each.mid(1)};
            if (each.front() != '-')
                event.id = each.left(1);
            findings += "fRG"[int(count.take(event))];
        }
        QTEST(findings, "findings");
    }

    void anErrorNeedsNoNumber()
    {
        EventCount count;
        QCOMPARE(count.take({.id = "1", .data = "a"}), EventCount::Finding::Fine);
        QCOMPARE(count.take({.id = "7", .event = "error", .data = "b"}), EventCount::Finding::Fine);
    }
};

QTEST_APPLESS_MAIN(TestEventCount)
#include "tst_eventcount.moc"
