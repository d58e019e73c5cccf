// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversationtree.h"

#include <QTest>

using namespace Slipway;

static Turn turn(const QString &text)
{
    Turn turn;
    turn.content = text;
    return turn;
}

/// "a1 b2/2 c": the path, and where there are branches which of how many.
static QString shown(const ConversationTree &tree)
{
    QStringList parts;
    for (const Turn &one : tree.turns())
        parts += one.branches > 1 ? QStringLiteral("%1:%2/%3").arg(one.content).arg(one.branch).arg(one.branches)
                                  : one.content;
    return parts.join(u' ');
}

class TestConversationTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsFollowEachOther()
    {
        ConversationTree tree;
        QVERIFY(tree.isEmpty());
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        const int b = tree.add(turn(QStringLiteral("b")), a);
        QCOMPARE(a, 1);
        QCOMPARE(tree.path(), (QList<int>{a, b}));
        QCOMPARE(shown(tree), QStringLiteral("a b"));
    }

    void aBranchIsShownAndTheOtherStaysAsItWasLeft()
    {
        ConversationTree tree;
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        const int b = tree.add(turn(QStringLiteral("b")), a);
        const int c = tree.add(turn(QStringLiteral("c")), b);
        tree.add(turn(QStringLiteral("d")), c);
        const int b2 = tree.add(turn(QStringLiteral("B")), a);
        QCOMPARE(shown(tree), QStringLiteral("a B:2/2"));
        tree.choose(b);
        QCOMPARE(shown(tree), QStringLiteral("a b:1/2 c d"));
        tree.add(turn(QStringLiteral("D")), c);
        tree.choose(b2);
        tree.choose(b);
        QCOMPARE(shown(tree), QStringLiteral("a b:1/2 c D:2/2"));
        tree.choose(99);
        QCOMPARE(shown(tree), QStringLiteral("a b:1/2 c D:2/2"));
    }

    void theFirstTurnHasBranchesToo()
    {
        ConversationTree tree;
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        tree.add(turn(QStringLiteral("A")), 0);
        QCOMPARE(shown(tree), QStringLiteral("A:2/2"));
        QCOMPARE(tree.branches(a).size(), 2);
    }

    void whatFollowsARemovedTurnMovesUp()
    {
        ConversationTree tree;
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        const int b = tree.add(turn(QStringLiteral("b")), a);
        const int c = tree.add(turn(QStringLiteral("c")), b);
        const int b2 = tree.add(turn(QStringLiteral("B")), a);
        tree.choose(b);
        tree.remove(b);
        QCOMPARE(shown(tree), QStringLiteral("a c:1/2"));
        tree.remove(a);
        QCOMPARE(shown(tree), QStringLiteral("c:1/2"));
        QCOMPARE(tree.branches(c), (QList<int>{c, b2}));
        tree.restore(a);
        tree.restore(b);
        QCOMPARE(shown(tree), QStringLiteral("a b:1/2 c"));
    }

    void aRemovedLeafMakesRoomForItsBranch()
    {
        ConversationTree tree;
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        tree.add(turn(QStringLiteral("b")), a);
        const int b2 = tree.add(turn(QStringLiteral("B")), a);
        tree.remove(b2);
        QCOMPARE(shown(tree), QStringLiteral("a b"));
        tree.restore(b2);
        QCOMPARE(shown(tree), QStringLiteral("a b:1/2").replace(QLatin1String("b:1"), QLatin1String("B:2")));
    }

    void everythingCanBeRemoved()
    {
        ConversationTree tree;
        tree.add(turn(QStringLiteral("a")), 0);
        tree.remove(1);
        tree.remove(7);
        QVERIFY(tree.path().isEmpty());
        QCOMPARE(tree.add(turn(QStringLiteral("b")), 0), 2);
        QCOMPARE(shown(tree), QStringLiteral("b"));
    }

    void whatIsForgottenDoesNotComeBack()
    {
        ConversationTree tree;
        const int a = tree.add(turn(QStringLiteral("a")), 0);
        const int b = tree.add(turn(QStringLiteral("b")), a);
        tree.add(turn(QStringLiteral("c")), b);
        tree.remove(b);
        const QString before = shown(tree);
        tree.forgetRemoved();
        tree.restore(b);
        QCOMPARE(shown(tree), before);
        QVERIFY(!tree.contains(b));
    }

    void aTurnWhoseParentIsLostFollowsThePath_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("parent");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("lost") << 5 << 4 << QStringLiteral("a b x");
        QTest::newRow("its own") << 5 << 5 << QStringLiteral("a b x");
        QTest::newRow("later") << 5 << 9 << QStringLiteral("a b x");
        QTest::newRow("negative") << 5 << -3 << QStringLiteral("a b x");
        QTest::newRow("known") << 5 << 1 << QStringLiteral("a x:2/2");
    }

    void aTurnWhoseParentIsLostFollowsThePath()
    {
        QFETCH(int, id);
        QFETCH(int, parent);
        QFETCH(QString, wanted);
        ConversationTree tree;
        tree.insert(1, 0, turn(QStringLiteral("a")));
        tree.insert(2, 1, turn(QStringLiteral("b")));
        tree.insert(id, parent, turn(QStringLiteral("x")));
        QCOMPARE(shown(tree), wanted);
    }

    void aFigureThatCameLaterIsTakenOver()
    {
        ConversationTree tree;
        tree.add(turn(QStringLiteral("a")), 0);
        Turn changed = tree.shown(1);
        changed.content = QStringLiteral("a and more");
        tree.update(changed);
        QCOMPARE(shown(tree), QStringLiteral("a and more"));
        changed.id = 9;
        tree.update(changed);
        QCOMPARE(tree.path().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConversationTree)
#include "tst_conversationtree.moc"
