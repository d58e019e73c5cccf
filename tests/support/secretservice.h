// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <sys/types.h>

namespace Slipway::Test {

/// The process that is the Secret Service of this session's bus; 0 where there is none.
inline pid_t secretService()
{
    QProcess ask;
    ask.start(QStringLiteral("dbus-send"), {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
                                            QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                                            QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
                                            QStringLiteral("string:org.freedesktop.secrets")});
    if (!ask.waitForFinished())
        return 0;
    return pid_t(ask.readAllStandardOutput().simplified().split(' ').last().toLongLong());
}

} // namespace Slipway::Test
