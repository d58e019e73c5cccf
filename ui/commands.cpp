// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands.h"

#include "ui/look.h"

#include <QGuiApplication>
#include <QKeySequence>

#include <array>

namespace Slipway {

namespace {

enum class Needs { Nothing, Session, Deploying, One, Some, Comparable };

struct Row
{
    Commands::Id id;
    const char *text;
    const char *tip;
    const char *icon;
    const char *shortcut; ///< portable text, several separated by "; "
    Needs needs;
};

using Id = Commands::Id;

constexpr std::array table{
    Row{Id::Deploy, QT_TRANSLATE_NOOP("Slipway::Commands", "Deploy…"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Deploy a model. Billing starts with the deployment"), "deploy",
        "Ctrl+N", Needs::Deploying},
    Row{Id::Scale, QT_TRANSLATE_NOOP("Slipway::Commands", "Scale…"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Change the capacity of the selected deployment"), "scale", "Ctrl+E",
        Needs::One},
    Row{Id::Limits, QT_TRANSLATE_NOOP("Slipway::Commands", "Limits…"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Change the rate limits of the selected deployment"), "limits", "Ctrl+M",
        Needs::One},
    Row{Id::Delete, QT_TRANSLATE_NOOP("Slipway::Commands", "Delete…"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Delete the selected deployments, after asking"), "delete", "Del",
        Needs::Some},
    Row{Id::Refresh, QT_TRANSLATE_NOOP("Slipway::Commands", "Refresh"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Read the table from the service now"), "refresh", "F5; Ctrl+R",
        Needs::Session},
    Row{Id::Filter, QT_TRANSLATE_NOOP("Slipway::Commands", "Filter"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Go to the filter"), "search", "Ctrl+F; /", Needs::Nothing},
    Row{Id::Prompt, QT_TRANSLATE_NOOP("Slipway::Commands", "Write a prompt"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Go to the chat with the current deployment"), "chat", "Ctrl+L",
        Needs::Session},
    Row{Id::Compare, QT_TRANSLATE_NOOP("Slipway::Commands", "Compare…"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Ask two to four running deployments the same, side by side"), "",
        "Ctrl+D", Needs::Comparable},
    Row{Id::Runs, QT_TRANSLATE_NOOP("Slipway::Commands", "Runs"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Sets of prompts that were asked of several deployments"), "",
        "Ctrl+Shift+D", Needs::Session},
    Row{Id::ShowOverview, QT_TRANSLATE_NOOP("Slipway::Commands", "Show overview"), "", "", "Ctrl+1", Needs::Nothing},
    Row{Id::ShowChat, QT_TRANSLATE_NOOP("Slipway::Commands", "Show chat"), "", "", "Ctrl+2", Needs::Nothing},
    Row{Id::ShowHistory, QT_TRANSLATE_NOOP("Slipway::Commands", "Show history"), "", "", "Ctrl+3", Needs::Nothing},
    Row{Id::Journal, QT_TRANSLATE_NOOP("Slipway::Commands", "Journal"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Everything that was asked of the service, with its answers"), "",
        "Ctrl+J", Needs::Session},
    Row{Id::ShowInJournal, QT_TRANSLATE_NOOP("Slipway::Commands", "Show in journal"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "What was asked about the selected deployment"), "", "Ctrl+Shift+J",
        Needs::One},
    Row{Id::Conversations, QT_TRANSLATE_NOOP("Slipway::Commands", "Conversations"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Everything that was said to a deployment: to find, read and export"),
        "", "Ctrl+H", Needs::Session},
    Row{Id::FocusTable, QT_TRANSLATE_NOOP("Slipway::Commands", "Go to the table"), "", "", "Ctrl+T", Needs::Nothing},
    Row{Id::CopyId, QT_TRANSLATE_NOOP("Slipway::Commands", "Copy deployed model"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Copy the ids of the selected deployments"), "copy", "Ctrl+Shift+C",
        Needs::Some},
    Row{Id::CopyRow, QT_TRANSLATE_NOOP("Slipway::Commands", "Copy rows"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "Copy the selected rows as tab-separated text"), "", "", Needs::Some},
    Row{Id::AddAccount, QT_TRANSLATE_NOOP("Slipway::Commands", "Add account…"), "", "account", "", Needs::Nothing},
    Row{Id::ManageAccounts, QT_TRANSLATE_NOOP("Slipway::Commands", "Accounts…"), "", "", "", Needs::Nothing},
    Row{Id::Shortcuts, QT_TRANSLATE_NOOP("Slipway::Commands", "Keyboard shortcuts"), "", "", "F1", Needs::Nothing},
    Row{Id::Performance, QT_TRANSLATE_NOOP("Slipway::Commands", "Performance"),
        QT_TRANSLATE_NOOP("Slipway::Commands", "How long the start, the polls and the painting take, and the memory"),
        "", "Ctrl+Shift+P", Needs::Nothing},
    Row{Id::About, QT_TRANSLATE_NOOP("Slipway::Commands", "About Slipway"), "", "", "", Needs::Nothing},
    Row{Id::Quit, QT_TRANSLATE_NOOP("Slipway::Commands", "Quit"), "", "", "Ctrl+Q", Needs::Nothing},
};

bool isMet(Needs needs, const Commands::Situation &situation)
{
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Session:
        return situation.session;
    case Needs::Deploying:
        return situation.session && !situation.held;
    case Needs::One:
        return situation.session && situation.selected == 1;
    case Needs::Some:
        return situation.session && situation.selected > 0;
    case Needs::Comparable:
        return situation.session && situation.comparable;
    }
    return false;
}

QString reason(Needs needs, const Commands::Situation &situation)
{
    if (needs == Needs::Nothing)
        return {};
    if (!situation.session)
        return situation.keyless ? Commands::tr("Slipway does not have this account's key yet.")
                                 : Commands::tr("No account is open yet.");
    if (situation.held)
        return Commands::tr("What an earlier run left without an answer is looked into first.");
    if (situation.recalled)
        return Commands::tr("The table is what an earlier run read; once the service has answered, this can be done.");
    switch (needs) {
    case Needs::One:
        return Commands::tr("Select one deployment in the table.");
    case Needs::Some:
        return Commands::tr("Select a deployment in the table.");
    case Needs::Comparable:
        return Commands::tr("Select two to four deployments that are running.");
    case Needs::Nothing:
    case Needs::Session:
    case Needs::Deploying:
        break;
    }
    return {};
}

} // namespace

Commands::Commands(QObject *parent) : QObject(parent)
{
    for (const Row &row : table) {
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("command%1").arg(int(row.id)));
        if (*row.shortcut)
            action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.shortcut)));
        connect(action, &QAction::triggered, this, [this, id = row.id] { Q_EMIT triggered(id); });
        m_actions.insert(row.id, action);
    }
    refresh();
    setSituation({});
}

QAction *Commands::action(Id id) const
{
    return m_actions.value(id);
}

QList<QAction *> Commands::all() const
{
    QList<QAction *> actions;
    for (const Row &row : table)
        actions << action(row.id);
    return actions;
}

void Commands::setSituation(const Situation &situation)
{
    m_situation = situation;
    for (const Row &row : table)
        action(row.id)->setEnabled(isMet(row.needs, situation) && !situation.against.contains(row.id));
}

QString Commands::reasonAgainst(const QKeySequence &keys) const
{
    for (const Row &row : table) {
        const QAction *one = action(row.id);
        if (one->isEnabled() || !one->shortcuts().contains(keys))
            continue;
        const QString why =
            isMet(row.needs, m_situation) ? m_situation.against.value(row.id) : reason(row.needs, m_situation);
        return tr("%1: %2", "a command, a sentence").arg(one->text().remove(u'…'), why);
    }
    return {};
}

void Commands::refresh()
{
    const QPalette palette = QGuiApplication::palette();
    for (const Row &row : table) {
        QAction *one = action(row.id);
        const QString text = tr(row.text);
        const QString tip = *row.tip ? tr(row.tip) : text;
        const QString keys = one->shortcut().toString(QKeySequence::NativeText);
        one->setText(text);
        one->setToolTip(
            Look::toolTip(keys.isEmpty() ? tip : tr("%1 (%2)", "what a command does, its shortcut").arg(tip, keys)));
        if (*row.icon)
            one->setIcon(Look::icon(QLatin1String(row.icon), palette));
    }
}

} // namespace Slipway
