// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLabel>
#include <QPalette>
#include <QString>

namespace Slipway::Look {

// Spacing, in device-independent pixels: a grid of 8, 4 inside controls.
constexpr int gap = 8;
constexpr int smallGap = 4;

/// Colours that say something; each is chosen for contrast on the palette's base, light or dark.
enum class Tone { Good, Busy, Bad, Idle, Warning };
QColor colour(Tone tone, const QPalette &palette);

/// `over` as if it were seen through: 1 is all of it, 0 nothing.
QColor blend(const QColor &over, const QColor &under, double share);

/// A quiet tint of a tone to lie under text, e.g. the message bar.
QColor wash(Tone tone, const QPalette &palette);

/// Secondary text: the palette's text, further back, still readable.
QColor secondary(const QPalette &palette);

bool isDark(const QPalette &palette);

/// For the button that does what cannot be undone.
QPalette dangerous(QPalette palette);

QFont monospace(const QFont &base); ///< ids and code, at the size of `base`
QFont small(const QFont &base);     ///< secondary text
QFont title(const QFont &base);     ///< a pane's title

/// A label that shows its text as it is, never as rich text. Every label with text that is not a constant of ours is
/// made here.
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);
QLabel *secondaryLabel(const QString &text = {}, QWidget *parent = nullptr); ///< plain, small and further back
QLabel *titleLabel(const QString &text = {}, QWidget *parent = nullptr);

/// Text from outside as a tooltip: escaped, so that it is shown as it is.
QString toolTip(const QString &text);

/// Text from outside for one line on screen: control and direction characters are made visible as ⟨U+202E⟩, line ends
/// too.
QString visible(const QString &text);

/// An icon of resources/icons by name, drawn in the palette's text colour.
QIcon icon(const QString &name, const QPalette &palette);

} // namespace Slipway::Look
