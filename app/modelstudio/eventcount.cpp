// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/eventcount.h"

namespace Slipway {

EventCount::Finding EventCount::take(const ServerEvent &event)
{
    if (!m_counts || event.event == "error")
        return Finding::Fine;
    bool isNumber = false;
    const qint64 number = event.id.toLongLong(&isNumber);
    if (!isNumber) {
        m_counts = false;
        return Finding::Fine;
    }
    // A service may give every event the number 1; only one that has counted is believed.
    if (m_last > 1 && number == m_last && event.data == m_data)
        return Finding::Repeated;
    m_data = event.data;
    return follow(number);
}

EventCount::Finding EventCount::follow(qint64 number)
{
    const bool isGap = m_last > 0 && number > m_last + 1;
    m_counts = isGap || number == m_last + 1;
    m_last = number;
    return isGap ? Finding::Gap : Finding::Fine;
}

} // namespace Slipway
