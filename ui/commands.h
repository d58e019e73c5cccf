// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

class QMenu;

namespace Slipway {

/// Every command of the application, declared in one table (commands.cpp): id, text, tip, icon, shortcuts, when it can
/// be used. Menus, toolbar, context menu and the page of shortcuts are made from it.
class Commands : public QObject
{
    Q_OBJECT
public:
    enum class Id {
        Deploy,
        Scale,
        Limits,
        Delete,
        Refresh,
        Filter,
        Prompt,
        Compare,
        Runs,
        ShowOverview,
        ShowChat,
        ShowHistory,
        Journal,
        ShowInJournal,
        Conversations,
        FocusTable,
        CopyId,
        CopyRow,
        AddAccount,
        ManageAccounts,
        Shortcuts,
        Performance,
        About,
        Quit,
    };

    /// What there is to work on; each command says which of these it needs.
    struct Situation
    {
        bool session = false;       ///< an account is open
        qsizetype selected = 0;     ///< deployments selected in the table
        bool comparable = false;    ///< these are two to four that run
        QHash<Id, QString> against; ///< commands that make no sense with the only one selected, and why
        bool held = false;          ///< what an earlier run left open is to be looked into first
        bool recalled = false;      ///< the rows are what an earlier run read
        bool keyless = false;       ///< there is no session because there is no key yet
        bool operator==(const Situation &) const = default;
    };

    explicit Commands(QObject *parent = nullptr);

    QAction *action(Id id) const;
    QList<QAction *> all() const; ///< in the order of the table
    void setSituation(const Situation &situation);

    /// Why the command that these keys mean can do nothing now, in a sentence; empty where it can, or there is none.
    QString reasonAgainst(const QKeySequence &keys) const;

    /// Writes texts, tips and icons anew, after a change of language or palette.
    void refresh();

Q_SIGNALS:
    void triggered(Slipway::Commands::Id id);

private:
    Situation m_situation;
    QHash<Id, QAction *> m_actions;
};

} // namespace Slipway
