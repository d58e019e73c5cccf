// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Slipway {

/// A crash must not write keys to disk, and other programs of this person must not read them from our memory: no core
/// file, no dump, no ptrace, from now on. To be called first of all.
void keepMemoryPrivate();

/// The value of an environment variable, trimmed; the variable is gone afterwards, from what programs we start (a
/// browser) inherit and from /proc/PID/environ. To be called before there are threads.
QByteArray takeFromEnvironment(const char *name);

} // namespace Slipway
