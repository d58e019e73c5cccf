// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/refusal.h"

#include <QByteArray>

#include <optional>

namespace Slipway::Simulator {

/// The events of one streamed reply, made one at a time as they are due.
class EventSource
{
public:
    EventSource() = default;
    EventSource(const EventSource &) = delete;
    EventSource &operator=(const EventSource &) = delete;
    virtual ~EventSource() = default;

    /// The next event's exact bytes; nothing after the last.
    virtual std::optional<QByteArray> next() = 0;

    /// True where next() will give the event that says how the reply ended, or what follows it.
    virtual bool ending() const = 0;

    /// Tokens handed out so far.
    virtual qint64 tokens() const = 0;

    /// The event that says in mid-stream that the reply failed.
    virtual QByteArray error(const Refusal &refusal) = 0;
};

} // namespace Slipway::Simulator
