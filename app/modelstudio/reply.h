// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace Slipway {

/// What the service answered: a whole body, or so far its head only, where the body is read as it comes.
struct Reply
{
    int status = 0; ///< 0: no answer yet
    QByteArray contentType;
    QByteArray location;  ///< where a 3xx pointed
    QByteArray requestId; ///< x-request-id
    std::chrono::seconds retryAfter{0};
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace Slipway
