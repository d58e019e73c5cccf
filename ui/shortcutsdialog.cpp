// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcutsdialog.h"

#include "ui/commands.h"
#include "ui/look.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Slipway {

static QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QLatin1String("; "), QLatin1String("   "));
}

ShortcutsDialog::ShortcutsDialog(const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * Look::gap);
    grid->setVerticalSpacing(Look::smallGap);
    const auto line = [grid](const QString &keys, const QString &text) {
        const int row = grid->rowCount();
        QLabel *label = Look::plainLabel(keys);
        label->setFont(Look::monospace(label->font()));
        grid->addWidget(label, row, 0);
        grid->addWidget(Look::plainLabel(text), row, 1);
    };
    const auto actions = commands.all();
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty())
            line(keysOf(*action), QString(action->text()).remove(u'…'));
    }
    line(tr("Enter"), tr("Table: go to the detail. Chat: send"));
    line(tr("Shift+Enter"), tr("Chat: new line"));
    line(tr("Esc"), tr("Chat: stop the reply. Anywhere: one step back"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // no button of ours has one
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Look::gap, 2 * Look::gap, 2 * Look::gap, 2 * Look::gap);
    column->setSpacing(2 * Look::gap);
    column->addLayout(grid);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace Slipway
