// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

/// What a log may hold of a message: whatever looks like a key or stands behind a name for one is replaced by “…”.
QString withoutSecrets(const QString &message);

/// Lets every message of Qt and of ours through withoutSecrets() on its way to standard error, and keeps off, whatever
/// QT_LOGGING_RULES says, the categories that write what is typed or sent.
void installQuietLog();

} // namespace Slipway
