// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/markdownblocks.h"

namespace Slipway {

/// Markdown that shows its mathematics as it is written: what stands within \(…\), \[…\], $$…$$, and $…$ where that is
/// hardly a price, is escaped, so that nothing in it is taken for Markdown. Code stays as it is. `kind` is that of the
/// block which the text is.
QString withMathematicsAsText(const QString &markdown, MarkdownBlock::Kind kind);

} // namespace Slipway
