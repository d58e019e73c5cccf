// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway::Theme {

/// System leaves style and palette to the platform; where that has no opinion of its own it is Fusion.
enum class Choice { System, Light, Dark };

Choice choiceOf(const QString &word); ///< "light", "dark"; anything else is System
QString wordOf(Choice choice);

/// Applies to the whole application, at once.
void apply(Choice choice);

} // namespace Slipway::Theme
