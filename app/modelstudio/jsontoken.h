// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Slipway {

// The scalars of JSON as they stand in a text: is it one, and what does it say. Pure.

bool isJsonString(QByteArrayView token); ///< with its quotes, every escape well formed
bool isJsonNumber(QByteArrayView token);

/// The content of a string, given without its quotes. Escapes of UTF-16 halves that have no partner stay as they are.
QString unescaped(QByteArrayView content);

/// The whole number that a JSON number says (4, 4.0, 4e2), where it is one and fits.
std::optional<qint64> wholeNumber(QByteArrayView token);

} // namespace Slipway
