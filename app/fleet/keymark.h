// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Slipway {

/// What a journal keeps of a key: 8 bytes of a salted SHA-256 and the salt, another each time. It tells whether a key
/// is the one that was used then, and gives nobody the key. Empty for an empty key.
QString keyMarkOf(const QByteArray &key);

/// False only where the mark surely is another key's: not where either is empty or the mark is damaged.
bool mayBeMarkOf(const QString &mark, const QByteArray &key);

} // namespace Slipway
