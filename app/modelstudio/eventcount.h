// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/eventstream.h"

#include <optional>

namespace Slipway {

/// Watches the numbers that the service gives the events of one stream: 1, 2, 3 and so on. Where they have not counted
/// like that from the first event on, they tell nothing. Pure.
class EventCount
{
public:
    enum class Finding {
        Fine,
        Repeated, ///< the event before, once more
        Gap,      ///< at least one event before this one never came
    };

    Finding take(const ServerEvent &event);

private:
    Finding follow(qint64 number);

    qint64 m_last = 0;
    QByteArray m_data; ///< of the last event
    bool m_counts = true;
};

} // namespace Slipway
