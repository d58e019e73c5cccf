// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using Id = Commands::Id;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasATextAndATip()
    {
        const Commands commands;
        const auto actions = commands.all();
        for (const QAction *action : actions) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
        }
    }

    void noTwoCommandsShareAShortcut()
    {
        const Commands commands;
        QSet<QString> seen;
        const auto actions = commands.all();
        for (const QAction *action : actions) {
            const auto shortcuts = action->shortcuts();
            for (const QKeySequence &keys : shortcuts) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!seen.contains(text), qPrintable(text));
                seen.insert(text);
            }
        }
        QVERIFY(seen.contains(QStringLiteral("Ctrl+N")));
        QVERIFY(seen.contains(QStringLiteral("/")));
    }

    void withNoAccountNothingCanBeSent()
    {
        Commands commands;
        commands.setSituation({.session = false, .selected = 1});
        for (const Id id : {Id::Deploy, Id::Scale, Id::Limits, Id::Delete, Id::Refresh})
            QVERIFY(!commands.action(id)->isEnabled());
        QVERIFY(commands.action(Id::AddAccount)->isEnabled());
    }

    void severalCanBeDeletedButOnlyOneScaled()
    {
        Commands commands;
        commands.setSituation({.session = true, .selected = 2});
        QVERIFY(commands.action(Id::Delete)->isEnabled());
        QVERIFY(!commands.action(Id::Scale)->isEnabled());
        commands.setSituation({.session = true, .selected = 1});
        QVERIFY(commands.action(Id::Scale)->isEnabled());
    }

    void whatIsBeingDeletedIsNotDeletedAgain()
    {
        Commands commands;
        commands.setSituation({.session = true,
                               .selected = 1,
                               .against = {{Id::Scale, QStringLiteral("It has no capacity.")},
                                           {Id::Delete, QStringLiteral("It is being deleted.")}}});
        QVERIFY(!commands.action(Id::Scale)->isEnabled());
        QVERIFY(commands.action(Id::Limits)->isEnabled());
        QVERIFY(!commands.action(Id::Delete)->isEnabled());
        QCOMPARE(commands.reasonAgainst(QKeySequence(Qt::Key_Delete)), QStringLiteral("Delete: It is being deleted."));
        QVERIFY(commands.action(Id::CopyId)->isEnabled());
    }

    void onlyWhatCanAnswerIsCompared()
    {
        Commands commands;
        commands.setSituation({.session = true, .selected = 2});
        QVERIFY(!commands.action(Id::Compare)->isEnabled());
        commands.setSituation({.session = true, .selected = 2, .comparable = true});
        QVERIFY(commands.action(Id::Compare)->isEnabled());
    }

    void whatKeysCannotDoIsExplained()
    {
        Commands commands;
        const QKeySequence compare(Qt::CTRL | Qt::Key_D);
        QCOMPARE(commands.reasonAgainst(compare), QStringLiteral("Compare: No account is open yet."));
        commands.setSituation({.session = true, .held = true});
        QVERIFY(commands.reasonAgainst(compare).endsWith(QStringLiteral("is looked into first.")));
        commands.setSituation({.session = true, .recalled = true});
        QVERIFY(commands.reasonAgainst(compare).contains(QStringLiteral("an earlier run read")));
        commands.setSituation({.session = true, .selected = 2, .comparable = true});
        QVERIFY(commands.reasonAgainst(compare).isEmpty());
        QVERIFY(commands.reasonAgainst(QKeySequence(Qt::CTRL | Qt::Key_Z)).isEmpty()); // no command's
        for (const QAction *action : commands.all()) {
            for (const QKeySequence &keys : action->shortcuts())
                QCOMPARE(commands.reasonAgainst(keys).isEmpty(), action->isEnabled());
        }
    }

    void aTriggeredActionNamesItsCommand()
    {
        Commands commands;
        commands.setSituation({.session = true});
        QSignalSpy spy(&commands, &Commands::triggered);
        commands.action(Id::Deploy)->trigger();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<Id>(), Id::Deploy);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_ui_commands.moc"
