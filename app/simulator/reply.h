// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/eventsource.h"
#include "app/simulator/httpmessage.h"
#include "app/simulator/json.h"
#include "app/simulator/refusal.h"

#include <memory>

namespace Slipway::Simulator {

/// What a route answers: a whole body, or a stream of events where `events` is set.
struct Reply
{
    int status = 200;
    QByteArray contentType = "application/json";
    Headers headers; ///< besides those that every answer has
    QByteArray body;
    std::unique_ptr<EventSource> events;
    double tokensPerSecond = 0; ///< pace of the events, and of a whole reply; 0: as fast as it can
    qint64 tokens = 0;          ///< how many tokens a whole reply took; it comes when that many would have been made
};

/// {"request_id", "output"}
Reply succeeded(const QByteArray &requestId, Json output);

/// The error body of the management endpoints.
Reply refused(const Refusal &refusal, const QByteArray &requestId);

} // namespace Slipway::Simulator
