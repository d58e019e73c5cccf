// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Slipway {

/// How many of the same character stand in a row from `at` on.
qsizetype runOf(QStringView text, qsizetype at);

/// Behind the code `…` that begins with the backticks at `at`; -1 where nothing closes it.
qsizetype endOfCodeSpan(QStringView text, qsizetype at);

} // namespace Slipway
