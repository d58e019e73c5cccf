// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"

/// Entries of the journal for other programs, in the order given: times in UTC (ISO 8601), words in English whatever
/// the language, text as it came. Never holds a key, because the journal does not.
namespace Slipway::JournalExport {

/// As csv.h has it.
QByteArray csv(const QList<Mutation> &entries);

/// An array of objects; what was sent is an object in it, a time or answer that never came is null.
QByteArray json(const QList<Mutation> &entries);

} // namespace Slipway::JournalExport
