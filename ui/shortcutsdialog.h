// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Slipway {

class Commands;

/// The page of shortcuts, made from the table of commands.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const Commands &commands, QWidget *parent);
};

} // namespace Slipway
