// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"
#include "ui/look.h"

#include <QString>

namespace Slipway {

/// What a transcript says about a turn beside its text.
struct TurnNotice
{
    Look::Tone tone = Look::Tone::Idle;
    QString text; ///< empty: nothing to say
};

QString speakerOf(const Turn &turn);

/// "74 tokens (11 in, 63 out) · ¥0.0012 · first 0.31 s · 42 tok/s", as far as the service reported it; "waiting for the
/// first token…". Counts of a stopped or cut reply are called estimates.
QString footerOf(const Turn &turn);

/// "¥0.0012": at least two digits that say something.
QString yuanText(double yuan);

/// Why a reply is not what was asked for: stopped, cut, refused.
TurnNotice noticeOf(const Turn &turn);

/// "Thinking… · 3.2 s · 80 tokens", "Thought for 3.21 s · 120 tokens"; what is an estimate is called "about".
QString thinkingOf(const Turn &turn);

/// The error's request id, else the reply's.
QString requestIdOf(const Turn &turn);

} // namespace Slipway
