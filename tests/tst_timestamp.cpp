// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/timestamp.h"

#include <QTest>

using namespace Slipway;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeIsReadAsUtc_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::addRow("%s", text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
        };
        row("2026-03-04T10:15:27", "2026-03-04T02:15:27.000Z");
        row("2026-03-04 10:15:27", "2026-03-04T02:15:27.000Z");
        row(" 2026-03-04T10:15:27 ", "2026-03-04T02:15:27.000Z");
        row("2026-03-04T10:15:27.1", "2026-03-04T02:15:27.100Z");
        row("2026-03-04T10:15:27.36", "2026-03-04T02:15:27.360Z");
        row("2026-03-04T10:15:27.405", "2026-03-04T02:15:27.405Z");
        row("2026-03-04T10:15:27.123456789", "2026-03-04T02:15:27.123Z");
        row("2026-03-04T23:59:59.999", "2026-03-04T15:59:59.999Z");
        row("2026-03-04T10:15:27Z", "2026-03-04T10:15:27.000Z");
        row("2026-03-04T10:15:27.5Z", "2026-03-04T10:15:27.500Z");
        row("2026-03-04T10:15:27+08:00", "2026-03-04T02:15:27.000Z");
        row("2026-03-04T10:15:27.000+00:00", "2026-03-04T10:15:27.000Z");
        row("2026-03-04T10:15:27-0330", "2026-03-04T13:45:27.000Z");
        row("2026-03-04T10:15:27+08", "2026-03-04T02:15:27.000Z");
        row("2026-01-01T00:00:00", "2025-12-31T16:00:00.000Z");
        row("1772590527405", "2026-03-04T02:15:27.405Z");
    }

    void aTimeIsReadAsUtc()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        const QDateTime time = parseTimestamp(text);
        QCOMPARE(time.timeSpec(), Qt::UTC);
        QCOMPARE(time.toString(Qt::ISODateWithMs), utc);
    }

    void whatIsNoTimeIsInvalid_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "now",
                                 "2026-03-04",
                                 "2026-03-04T10:15",
                                 "2026-13-04T10:15:27",
                                 "2026-02-30T10:15:27",
                                 "2026-03-04T25:15:27",
                                 "2026-03-04T10:15:27.",
                                 "2026-03-04T10:15:27.1234567891",
                                 "2026-03-04T10:15:27+",
                                 "2026-03-04T10:15:27+0",
                                 "2026-03-04T10:15:27+08:0",
                                 "2026-03-04T10:15:27+99:00",
                                 "2026-03-04T10:15:27ZZ",
                                 "2026-03-04T10:15:27 x",
                                 "0",
                                 "-1",
                                 "12",
                                 "99999999999999999999",
                                 "2026/03/04 10:15:27"})
            QTest::addRow("%s", text) << QString::fromLatin1(text);
    }

    void whatIsNoTimeIsInvalid()
    {
        QFETCH(const QString, text);
        QVERIFY(!parseTimestamp(text).isValid());
    }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
