// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Slipway {

/// One server-sent event.
struct ServerEvent
{
    QByteArray id;    ///< as this event gave it; not inherited from an earlier one
    QByteArray event; ///< its type; empty when not named
    QByteArray data;  ///< its data lines, joined by line feeds
    int status = 0;   ///< of the comment `:HTTP_STATUS/200` that the service puts into events; 0 without one
    bool operator==(const ServerEvent &) const = default;
};

/// Turns bytes, in whatever pieces they come, into server-sent events, in linear time. Lines end with LF, CRLF or CR; a
/// byte order mark is skipped. Lines and events past `sizeLimit` bytes make the stream overflow: it gives no event from
/// then on.
class EventStream
{
public:
    explicit EventStream(qsizetype sizeLimit = qsizetype{8} * 1024 * 1024) : m_sizeLimit(sizeLimit) {}

    QList<ServerEvent> feed(QByteArrayView bytes);

    /// The event that the end of the stream left without its blank line, where it holds data.
    std::optional<ServerEvent> end();

    bool hasOverflowed() const { return m_hasOverflowed; }

private:
    void takeLine(QByteArrayView line, QList<ServerEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void takeData(QByteArrayView value);
    void dispatch(QList<ServerEvent> &events);
    bool fits(qsizetype size);

    qsizetype m_sizeLimit;
    QByteArray m_line; ///< the beginning of a line whose end has not come
    ServerEvent m_event;
    QByteArray m_eventName; ///< the last one; the next is mostly the same
    bool m_hasData = false;
    bool m_isFirstLine = true;
    bool m_skipLineFeed = false; ///< the last byte was a CR
    bool m_hasOverflowed = false;
};

} // namespace Slipway
