// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Slipway::Simulator {

/// The Markdown with which the simulator answers, in Chinese where the prompt is: it says that it is simulated, and has
/// a heading, a list, a table, a code block and inline code.
QByteArray replyTo(const QString &prompt, const QString &deployedModel, qsizetype turn);

/// What it pretends to think first.
QByteArray thoughtOn(const QString &prompt);

} // namespace Slipway::Simulator
