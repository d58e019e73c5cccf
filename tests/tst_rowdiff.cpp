// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rowdiff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Slipway;

namespace {

Deployment deployment(const QString &id, int version = 0)
{
    Deployment result;
    result.deployedModel = id;
    result.source = QStringLiteral("{\"deployed_model\":\"%1\",\"version\":%2}").arg(id).arg(version).toUtf8();
    return result;
}

/// "a b c1": ids, with a digit for a version other than 0.
QList<Deployment> fleet(const QString &text)
{
    QList<Deployment> result;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        result.append(deployment(word.left(1), word.mid(1).toInt()));
    return result;
}

QString text(const QList<Deployment> &rows)
{
    QStringList lines;
    for (const Deployment &row : rows)
        lines.append(QString::fromUtf8(row.source));
    return lines.join(QLatin1Char('\n'));
}

RowPlan plan(const QList<Deployment> &held, const QList<Deployment> &newest)
{
    return planRows(held, indexOf(held), newest);
}

/// Follows the plan as a store does.
QList<Deployment> apply(const RowPlan &plan, QList<Deployment> rows, const QList<Deployment> &newest)
{
    for (const RowRange &range : plan.removed)
        rows.remove(range.first, range.last - range.first + 1);
    for (const RowUpdate &update : plan.updates)
        rows[update.row] = newest.at(update.source);
    for (const qsizetype source : plan.appended)
        rows.append(newest.at(source));
    return rows;
}

bool covers(const QList<RowRange> &ranges, int row)
{
    return std::any_of(ranges.cbegin(), ranges.cend(),
                       [row](const RowRange &range) { return range.first <= row && row <= range.last; });
}

QList<Deployment> sorted(QList<Deployment> rows)
{
    std::sort(rows.begin(), rows.end(),
              [](const Deployment &a, const Deployment &b) { return a.deployedModel < b.deployedModel; });
    return rows;
}

QList<Deployment> randomFleet(QRandomGenerator &random)
{
    QList<Deployment> result;
    for (int id = 0; id < 40; ++id)
        if (random.bounded(100) < 70)
            result.append(deployment(QString::number(id), random.bounded(100) < 80 ? 0 : 1));
    if (random.bounded(2) == 0)
        std::shuffle(result.begin(), result.end(), random);
    return result;
}

} // namespace

class TestRowDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameReadingIsAnEmptyPlan()
    {
        QVERIFY(plan(fleet(QStringLiteral("a b c")), fleet(QStringLiteral("a b c"))).isEmpty());
        QVERIFY(plan({}, {}).isEmpty());
    }

    void anotherOrderIsAnEmptyPlan()
    {
        const RowPlan result = plan(fleet(QStringLiteral("a b c d")), fleet(QStringLiteral("d b c a")));
        QVERIFY(result.isEmpty());
        QVERIFY(result.changed.isEmpty());
    }

    void rowsBecome_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<QString>("newest");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first reading") << QString() << QStringLiteral("b a c") << QStringLiteral("b a c");
        QTest::newRow("all gone") << QStringLiteral("a b c") << QString() << QString();
        QTest::newRow("one gone") << QStringLiteral("a b c") << QStringLiteral("a c") << QStringLiteral("a c");
        QTest::newRow("one changed") << QStringLiteral("a b c") << QStringLiteral("a b1 c") << QStringLiteral("a b1 c");
        QTest::newRow("new ones on top of the reading stand at the end")
            << QStringLiteral("a b") << QStringLiteral("y z a b") << QStringLiteral("a b y z");
        QTest::newRow("everything at once")
            << QStringLiteral("a b c d e") << QStringLiteral("x e d2 b") << QStringLiteral("b d2 e x");
        QTest::newRow("all replaced") << QStringLiteral("a b") << QStringLiteral("c d") << QStringLiteral("c d");
        QTest::newRow("an id twice counts once")
            << QStringLiteral("a b") << QStringLiteral("a1 a2 b c c1") << QStringLiteral("a1 b c");
    }

    void rowsBecome()
    {
        QFETCH(const QString, held);
        QFETCH(const QString, newest);
        QFETCH(const QString, expected);
        const auto before = fleet(held);
        const auto reading = fleet(newest);
        QCOMPARE(text(apply(plan(before, reading), before, reading)), text(fleet(expected)));
    }

    void neighboursAreAnnouncedTogether()
    {
        const RowPlan result = plan(fleet(QStringLiteral("a b c d e f g h")), fleet(QStringLiteral("a c1 d1 f g1 h")));
        QCOMPARE(result.removed, (QList<RowRange>{{4, 4}, {1, 1}}));
        QCOMPARE(result.changed, (QList<RowRange>{{1, 2}, {4, 4}}));
        QCOMPARE(result.updates.size(), 3);
    }

    void manyRunsAreAnnouncedAsOne_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<QList<RowRange>>("changed");
        QList<RowRange> eight;
        for (int row = 0; row < 16; row += 2)
            eight.append({row, row});
        QTest::newRow("eight") << 8 << eight;
        QTest::newRow("nine") << 9 << QList<RowRange>{{0, 16}};
    }

    void manyRunsAreAnnouncedAsOne()
    {
        QFETCH(const int, runs);
        QFETCH(const QList<RowRange>, changed);
        QList<Deployment> held;
        QList<Deployment> newest;
        for (int row = 0; row < 30; ++row) {
            held.append(deployment(QString::number(row)));
            newest.append(deployment(QString::number(row), row % 2 == 0 && row / 2 < runs ? 1 : 0));
        }
        const RowPlan result = plan(held, newest);
        QCOMPARE(result.changed, changed);
        QCOMPARE(result.updates.size(), runs);
    }

    void anyTwoReadingsLeadFromOneToTheOther()
    {
        QRandomGenerator random(20260801);
        for (int round = 0; round < 2000; ++round) {
            const auto held = randomFleet(random);
            const auto newest = randomFleet(random);
            const RowPlan result = plan(held, newest);
            const auto rows = apply(result, held, newest);
            QCOMPARE(text(sorted(rows)), text(sorted(newest)));
            checkKeptRows(held, newest, rows, result);
        }
    }

    void tenThousandUnchangedRowsNeedNoPlan()
    {
        QList<Deployment> held;
        for (int row = 0; row < 10000; ++row)
            held.append(deployment(QString::number(row)));
        auto newest = held;
        QVERIFY(plan(held, newest).isEmpty());
        newest[7] = deployment(QStringLiteral("7"), 1);
        newest.removeAt(5000);
        newest.prepend(deployment(QStringLiteral("new")));
        const RowPlan result = plan(held, newest);
        QCOMPARE(result.changed, (QList<RowRange>{{7, 7}}));
        QCOMPARE(result.removed, (QList<RowRange>{{5000, 5000}}));
        QCOMPARE(result.appended, QList<qsizetype>{0});
    }

private:
    /// Rows that stay keep their order, and exactly those that differ are announced (or all between, where runs are
    /// many).
    static void checkKeptRows(const QList<Deployment> &held, const QList<Deployment> &newest,
                              const QList<Deployment> &rows, const RowPlan &result)
    {
        const RowIndex wanted = indexOf(newest);
        int row = 0;
        for (const Deployment &old : held) {
            if (!wanted.contains(old.deployedModel))
                continue;
            QCOMPARE(rows.at(row).deployedModel, old.deployedModel);
            const bool differs = old != rows.at(row);
            QVERIFY(!differs || covers(result.changed, row));
            QVERIFY(differs || result.changed.size() == 1 || !covers(result.changed, row));
            ++row;
        }
        QVERIFY(result.changed.size() <= mostChangedRuns);
    }
};

QTEST_GUILESS_MAIN(TestRowDiff)
#include "tst_rowdiff.moc"
