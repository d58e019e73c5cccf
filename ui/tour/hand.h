// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

class QWidget;

namespace Slipway::Hand {

// A person's hand: real key and mouse events, sent to the widgets that a person would aim at.

void click(QWidget *widget);
void click(QWidget *widget, const QPoint &at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void key(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void type(QWidget *widget, const QString &text);
void replace(QWidget *widget, const QString &text); ///< selects all, then types

} // namespace Slipway::Hand
