// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/openlines.h"

#include "app/fleet/journallines.h"

namespace Slipway {

void OpenLines::take(const QByteArray &line, const Place &place)
{
    const auto step = stepOf(line);
    if (!step)
        return;
    const auto known = m_numbers.constFind(step->key);
    if (step->kind == JournalStep::Kind::Ends) {
        if (known != m_numbers.cend())
            m_open.erase(*known);
        m_numbers.remove(step->key);
        return;
    }
    const int number = known != m_numbers.cend() ? *known : ++m_lastNumber;
    m_numbers.insert(step->key, number);
    const auto [entry, isNew] =
        m_open.try_emplace(number, Mutation{.begun = place, .isLast = place.isLast, .lines = {}});
    if (step->kind == JournalStep::Kind::Begins) { // for the second time where it was saved from falling away
        entry->second.lines.clear();
        entry->second.isLast = place.isLast;
    }
    entry->second.lines.append(line);
}

QByteArray OpenLines::early() const
{
    QByteArray all;
    for (const auto &[number, mutation] : m_open) {
        if (mutation.begun.isEarly)
            all += mutation.lines.join('\n') + '\n';
    }
    return all;
}

QByteArrayList OpenLines::fallingAway() const
{
    QByteArrayList all;
    for (const auto &[number, mutation] : m_open) {
        if (mutation.isLast)
            all += mutation.lines;
    }
    return all;
}

} // namespace Slipway
