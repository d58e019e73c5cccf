// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/eventstream.h"

#include <algorithm>
#include <utility>

namespace Slipway {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
constexpr QByteArrayView statusComment = ":HTTP_STATUS/";

/// Finds line ends in one piece of bytes. Remembers where the next of either kind stands, so that bytes without CR are
/// not searched for one again at every line.
class LineEnds
{
public:
    explicit LineEnds(QByteArrayView bytes) : m_bytes(bytes) {}

    qsizetype after(qsizetype from)
    {
        m_lineFeed = next('\n', m_lineFeed, from);
        m_return = next('\r', m_return, from);
        return std::min(m_lineFeed, m_return);
    }

private:
    qsizetype next(char c, qsizetype known, qsizetype from) const
    {
        if (known >= from)
            return known;
        const qsizetype found = m_bytes.indexOf(c, from);
        return found < 0 ? m_bytes.size() : found;
    }

    QByteArrayView m_bytes;
    qsizetype m_lineFeed = -1;
    qsizetype m_return = -1;
};

} // namespace

QList<ServerEvent> EventStream::feed(QByteArrayView bytes)
{
    QList<ServerEvent> events;
    LineEnds ends(bytes);
    qsizetype begin = 0;
    while (begin < bytes.size() && !m_hasOverflowed) {
        if (std::exchange(m_skipLineFeed, false) && bytes[begin] == '\n') {
            ++begin;
            continue;
        }
        const qsizetype end = ends.after(begin);
        const QByteArrayView piece = bytes.sliced(begin, end - begin);
        if (!fits(m_line.size() + piece.size()))
            break;
        if (end == bytes.size()) {
            m_line += piece;
            break;
        }
        m_skipLineFeed = bytes[end] == '\r';
        if (m_line.isEmpty()) {
            takeLine(piece, events);
        } else {
            m_line += piece;
            takeLine(std::exchange(m_line, {}), events);
        }
        begin = end + 1;
    }
    return events;
}

std::optional<ServerEvent> EventStream::end()
{
    QList<ServerEvent> events;
    if (!m_line.isEmpty() && !m_hasOverflowed)
        takeLine(std::exchange(m_line, {}), events);
    if (!m_hasOverflowed)
        dispatch(events);
    return events.isEmpty() ? std::nullopt : std::optional(events.first());
}

void EventStream::takeLine(QByteArrayView line, QList<ServerEvent> &events)
{
    if (std::exchange(m_isFirstLine, false) && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    if (line.isEmpty()) {
        dispatch(events);
    } else if (line.startsWith(statusComment)) {
        m_event.status = line.sliced(statusComment.size()).trimmed().toInt();
    } else if (line.front() != ':') {
        const qsizetype colon = line.indexOf(':');
        QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
        takeField(colon < 0 ? line : line.first(colon), value);
    }
}

void EventStream::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        takeData(value);
    } else if (name == "event") {
        if (m_eventName != value)
            m_eventName = value.toByteArray();
        m_event.event = m_eventName;
    } else if (name == "id") {
        m_event.id = value.toByteArray();
    }
}

void EventStream::takeData(QByteArrayView value)
{
    if (!fits(m_event.data.size() + value.size()))
        return;
    if (!std::exchange(m_hasData, true)) {
        m_event.data = value.toByteArray();
    } else {
        m_event.data += '\n';
        m_event.data += value;
    }
}

/// Events without data are none, as the standard has it; an error without any is still told.
void EventStream::dispatch(QList<ServerEvent> &events)
{
    ServerEvent event = std::exchange(m_event, {});
    if (std::exchange(m_hasData, false) || event.event == "error")
        events.append(std::move(event));
}

bool EventStream::fits(qsizetype size)
{
    m_hasOverflowed = m_hasOverflowed || size > m_sizeLimit;
    return !m_hasOverflowed;
}

} // namespace Slipway
