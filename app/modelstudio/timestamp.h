// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Slipway {

/// Reads a time as the services of the family write it (deployments.md §10), answers UTC: `2026-03-04T10:15:27` with 0
/// to 9 digits of fraction, and no zone (then it is China Standard Time, UTC+8), `Z`, `+08:00`, `+0800` or `+08`; a
/// blank instead of the T; or milliseconds since 1970. Invalid where it is none of these. Fractions beyond milliseconds
/// are cut.
QDateTime parseTimestamp(const QString &text);

} // namespace Slipway
