// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/paging.h"

#include <QTest>

using namespace Slipway;

namespace {

using Pages = Paging<QString>;

Pages paging()
{
    return Pages([](const QString &item) { return item; });
}

Page<QString> page(int first, int count, std::optional<qint64> total)
{
    Page<QString> page{.total = total};
    for (int i = first; i < first + count; ++i)
        page.items.append(QString::number(i));
    return page;
}

QList<int> askAll(Pages &pages)
{
    QList<int> asked;
    while (const auto number = pages.next())
        asked.append(*number);
    return asked;
}

} // namespace

class TestPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageOneGoesFirstThenSixAtOnce()
    {
        Pages pages = paging();
        QCOMPARE(askAll(pages), QList<int>({1}));
        pages.take(1, page(0, 100, 950));
        QCOMPARE(askAll(pages), QList<int>({2, 3, 4, 5, 6, 7}));
        pages.take(5, page(400, 100, 950));
        QCOMPARE(askAll(pages), QList<int>({8}));
        for (const int number : {2, 3, 4, 6, 7, 8})
            pages.take(number, page(number * 100 - 100, 100, 950));
        QCOMPARE(askAll(pages), QList<int>({9, 10}));
        pages.take(10, page(900, 50, 950));
        QVERIFY(!pages.isComplete());
        pages.take(9, page(800, 100, 950));
        QVERIFY(pages.isComplete());
        QVERIFY(pages.isConsistent());
        const auto items = pages.takeItems();
        QCOMPARE(items.size(), 950);
        for (int i = 0; i < 950; ++i)
            QCOMPARE(items[i], QString::number(i));
    }

    void oneShortPageIsAll()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 3, 3));
        QVERIFY(pages.isComplete());
        QCOMPARE(pages.total(), 3);
    }

    void anEmptyListIsComplete()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 0, 0));
        QVERIFY(pages.isComplete());
        QVERIFY(pages.isConsistent());
    }

    void aServiceThatGivesSmallerPagesIsReadToTheEnd()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 10, 25));
        QCOMPARE(askAll(pages), QList<int>({2, 3}));
        pages.take(2, page(10, 10, 25));
        pages.take(3, page(20, 5, 25));
        QVERIFY(pages.isComplete());
        QVERIFY(pages.isConsistent());
    }

    void aServiceThatGivesAllAtOnceIsAskedOnce()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 250, 250));
        QVERIFY(pages.isComplete());
    }

    void aGrowingTotalAsksForMoreAndIsNoticed()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 100, 200));
        QCOMPARE(askAll(pages), QList<int>({2}));
        pages.take(2, page(100, 100, 201));
        QCOMPARE(askAll(pages), QList<int>({3}));
        pages.take(3, page(200, 1, 201));
        QVERIFY(pages.isComplete());
        QVERIFY(!pages.isConsistent());
        QCOMPARE(pages.takeItems().size(), 201);
    }

    void aShrinkingTotalIsNoticed()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 100, 201));
        askAll(pages);
        pages.take(2, page(101, 99, 200));
        pages.take(3, page(0, 0, 200));
        QVERIFY(pages.isComplete());
        QVERIFY(!pages.isConsistent());
    }

    void anEmptyPageEndsTheReading()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 10, 1000));
        askAll(pages);
        pages.take(2, page(0, 0, 1000));
        for (const int number : {3, 4, 5, 6, 7})
            pages.take(number, page(0, 0, 1000));
        QVERIFY(pages.isComplete());
        QVERIFY(!pages.isConsistent());
    }

    void anItemThatComesTwiceIsKeptOnce()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 10, 20));
        askAll(pages);
        pages.take(2, page(9, 10, 20));
        QVERIFY(!pages.isConsistent());
        const auto items = pages.takeItems();
        QCOMPARE(items.size(), 19);
        QCOMPARE(items.last(), QStringLiteral("18"));
    }

    void withoutATotalItGoesOnUntilNothingNewComes()
    {
        Pages pages = paging();
        QCOMPARE(askAll(pages), QList<int>({1}));
        pages.take(1, page(0, 10, {}));
        QCOMPARE(askAll(pages), QList<int>({2}));
        pages.take(2, page(10, 4, {}));
        QCOMPARE(askAll(pages), QList<int>({3}));
        pages.take(3, page(0, 0, {}));
        QVERIFY(pages.isComplete());
        QCOMPARE(pages.total(), 14);

        Pages same = paging();
        askAll(same);
        same.take(1, page(0, 10, {}));
        askAll(same);
        same.take(2, page(0, 10, {}));
        QVERIFY(same.isComplete());
    }

    void aTotalBelowNothingIsTakenAsTheRestIs()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 3, -1));
        QVERIFY(pages.isComplete());
        QVERIFY(!pages.isConsistent());
        QCOMPARE(pages.takeItems().size(), 3);
    }

    void anAbsurdTotalEnds()
    {
        Pages pages = paging();
        askAll(pages);
        pages.take(1, page(0, 2, INT64_MAX));
        QVERIFY(!pages.isComplete());
        int asked = 1;
        for (auto number = pages.next(); number; number = pages.next()) {
            ++asked;
            pages.take(*number, page(*number * 2, 2, INT64_MAX));
        }
        QCOMPARE(asked, Pages::mostPages);
        QVERIFY(pages.isComplete());
    }
};

QTEST_APPLESS_MAIN(TestPaging)
#include "tst_paging.moc"
