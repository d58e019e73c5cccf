// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/newcomers.h"

#include <QTest>

using namespace Slipway;

namespace {

QList<Deployment> fleet(const QStringList &ids)
{
    QList<Deployment> all;
    for (const QString &id : ids)
        all.append(Deployment{.deployedModel = id});
    return all;
}

QStringList idsOf(const QList<Deployment> &all)
{
    QStringList ids;
    for (const Deployment &one : all)
        ids.append(one.deployedModel);
    return ids;
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");

} // namespace

class TestNewcomers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutNewcomersTheListIsAll()
    {
        QCOMPARE(idsOf(Newcomers().completed(fleet({a}), fleet({a, b}))), QStringList{a});
    }

    void aNewcomerIsKeptUntilAListHasHadIt()
    {
        Newcomers newcomers;
        newcomers.add(b);
        QCOMPARE(idsOf(newcomers.completed(fleet({a}), fleet({a, b}))), QStringList({a, b}));
        QCOMPARE(idsOf(newcomers.completed(fleet({b, a}), fleet({a, b}))), QStringList({b, a}));
        QVERIFY(!newcomers.contains(b));
        QCOMPARE(idsOf(newcomers.completed(fleet({a}), fleet({a, b}))), QStringList{a});
    }

    void itIsAskedForWhenSeveralListsLackedIt()
    {
        Newcomers newcomers;
        newcomers.add(b);
        for (int list = 1; list < Newcomers::listsUntilDoubt; ++list) {
            newcomers.completed({}, fleet({b}));
            QVERIFY(newcomers.doubtful().isEmpty());
        }
        newcomers.completed({}, fleet({b}));
        QCOMPARE(newcomers.doubtful(), QStringList{b});
    }

    void itGoesWhenNobodyConfirmsIt()
    {
        Newcomers newcomers;
        newcomers.add(a);
        newcomers.add(b);
        for (int list = 0; list < Newcomers::listsUntilGone; ++list) {
            newcomers.confirm(b);
            QCOMPARE(newcomers.completed({}, fleet({a, b})).size(), 2);
        }
        QCOMPARE(idsOf(newcomers.completed({}, fleet({a, b}))), QStringList{b});
    }

    void whoIsNoNewcomerCannotBecomeOneByBeingConfirmed()
    {
        Newcomers newcomers;
        newcomers.confirm(a);
        QVERIFY(!newcomers.contains(a));
    }
};

QTEST_GUILESS_MAIN(TestNewcomers)
#include "tst_newcomers.moc"
