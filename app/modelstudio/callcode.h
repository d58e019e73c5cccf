// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/request.h"

#include <QString>

namespace Slipway {

/// A request as text that a person can run elsewhere. The key is never in it: what runs takes it from the environment
/// as DASHSCOPE_API_KEY. Everything else is quoted, so that no id, name or prompt is more than data, and what a reader
/// would not see (control and direction characters) is written as an escape. Neither text follows a redirect or sends
/// twice. Empty for a request that has no valid address. `workspace` is that of the account, and may be empty.
QString curlOf(const Request &request, const QString &workspace);   ///< one command for bash or zsh
QString pythonOf(const Request &request, const QString &workspace); ///< a script of the standard library alone

/// A text as Python writes it, and where it is free of quotes and unseen characters as people would.
QString pythonQuoted(const QString &text, QChar quote = u'"');

} // namespace Slipway
