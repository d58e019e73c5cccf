// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/heights.h"
#include "ui/fleet/idtext.h"
#include "ui/fleet/notelabel.h"

#include <QTest>

using namespace Slipway;

/// Heights of wrapped text are remembered, and never those of another text.
class TestHeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWidthIsMeasuredOnce()
    {
        Heights heights;
        int measured = 0;
        const auto measure = [&measured] { return 10 * ++measured; };
        QCOMPARE(heights.at(100, measure), 10);
        QCOMPARE(heights.at(200, measure), 20);
        QCOMPARE(heights.at(100, measure), 10);
        QCOMPARE(measured, 2);
    }

    void moreWidthsThanAreKeptAreStillRight()
    {
        Heights heights;
        for (int turn = 0; turn < 3; ++turn) {
            for (int width = 0; width < 20; ++width)
                QCOMPARE(heights.at(width, [width] { return width + 7; }), width + 7);
        }
    }

    void whatIsForgottenIsMeasuredAnew()
    {
        Heights heights;
        QCOMPARE(heights.at(100, [] { return 10; }), 10);
        heights.forget();
        QCOMPARE(heights.at(100, [] { return 30; }), 30);
    }

    void anotherNoteHasItsOwnHeight()
    {
        NoteLabel note;
        note.setNote(QStringLiteral("short"));
        const int one = note.heightForWidth(200);
        note.setNote(QStringLiteral("a note that is much too long for a line ").repeated(5));
        QVERIFY(note.heightForWidth(200) > 2 * one);
        note.setNote(QStringLiteral("short"));
        QCOMPARE(note.heightForWidth(200), one);
        note.reserve(1, QStringLiteral("room for what may come later, over lines and lines ").repeated(3));
        QVERIFY(note.heightForWidth(200) > 2 * one);
    }

    void aLargerFaceIsHigher()
    {
        NoteLabel note;
        note.setNote(QStringLiteral("a note that is too long for a line ").repeated(3));
        IdText id(QStringLiteral("qwen3-8b-ft-202512-0001").repeated(3));
        const int noteBefore = note.heightForWidth(200);
        const int idBefore = id.heightForWidth(200);
        for (QWidget *each : {static_cast<QWidget *>(&note), static_cast<QWidget *>(&id)}) {
            QFont larger = each->font();
            larger.setPointSizeF(larger.pointSizeF() * 2);
            each->setFont(larger);
        }
        QVERIFY(note.heightForWidth(200) > noteBefore);
        QVERIFY(id.heightForWidth(200) > idBefore);
    }
};

QTEST_MAIN(TestHeights)
#include "tst_ui_heights.moc"
