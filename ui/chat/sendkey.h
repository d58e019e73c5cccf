// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

/// Which key sends a prompt; the other one breaks the line. Shift+Enter always does.
enum class SendKey { Enter, CtrlEnter };

inline QString wordOf(SendKey key)
{
    return key == SendKey::CtrlEnter ? QStringLiteral("ctrl-enter") : QStringLiteral("enter");
}

inline SendKey sendKeyOf(const QString &word)
{
    return word == wordOf(SendKey::CtrlEnter) ? SendKey::CtrlEnter : SendKey::Enter;
}

/// Its name in the settings.
inline QString sendKeySetting()
{
    return QStringLiteral("sendKey");
}

} // namespace Slipway
