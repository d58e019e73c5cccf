// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

class QMenu;
class QWidget;

namespace Slipway::Hand {

// A person's hand: real key, mouse and drop events, sent to the widgets that a person would aim at.

void click(QWidget *widget);
void click(QWidget *widget, const QPoint &at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void key(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void type(QWidget *widget, const QString &text);
void replace(QWidget *widget, const QString &text); ///< selects all, then types
void choose(QMenu *menu, const char *action);       ///< by the action's object name
void drop(QWidget *widget, const QString &file);    ///< as a files manager does

} // namespace Slipway::Hand
