// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway {

/// True for names and addresses of this machine itself: localhost, 127.0.0.0/8, ::1. What is sent there
/// leaves the machine on no wire, so it needs neither TLS nor a proxy.
bool isLoopback(const QString &host);

} // namespace Slipway
