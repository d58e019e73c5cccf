// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

// Where a link that a model wrote leads, and what is said about it. Pure.

/// Only https to a named host, without a user name, is ever handed to the system; all else is shown and stays.
bool mayBeOpened(const QString &link);

/// What a link's words leave out or hide: the host it leads to, or all of a link that is not opened. Empty where the
/// words are the link themselves.
QString unmasked(const QString &words, const QString &link);

} // namespace Slipway
