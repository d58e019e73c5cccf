// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// However a stream is cut, its events are those that a plain reading of the standard gives, and none outgrows the
// limit.
#include "app/modelstudio/eventstream.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

struct Outcome
{
    QList<ServerEvent> events;
    bool hasOverflowed = false;
    bool operator==(const Outcome &) const = default;
};

Outcome finish(EventStream &stream, QList<ServerEvent> events)
{
    if (const auto last = stream.end())
        events.append(*last);
    return {events, stream.hasOverflowed()};
}

Outcome whole(const QByteArray &bytes, qsizetype limit)
{
    EventStream stream(limit);
    const QList<ServerEvent> events = stream.feed(bytes);
    return finish(stream, events);
}

Outcome cut(const QByteArray &bytes, qsizetype limit)
{
    EventStream stream(limit);
    QList<ServerEvent> events;
    Fuzz::Cuts cuts(bytes);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = qMin(cuts.next(), bytes.size() - at);
        events += stream.feed(QByteArrayView(bytes).sliced(at, length));
        at += length;
    }
    return finish(stream, events);
}

Outcome single(const QByteArray &bytes, qsizetype limit)
{
    EventStream stream(limit);
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        events += stream.feed(QByteArrayView(bytes).sliced(at, 1));
    return finish(stream, events);
}

/// The standard read word for word, at any cost: all lines first, then what they mean.
QList<ServerEvent> reading(QByteArray bytes)
{
    bytes.replace("\r\n", "\n").replace('\r', '\n');
    QList<QByteArray> lines = bytes.split('\n');
    if (lines.first().startsWith("\xEF\xBB\xBF"))
        lines.first().remove(0, 3);
    if (!lines.last().isEmpty())
        lines.append(QByteArray());
    lines.append(QByteArray());
    QList<ServerEvent> events;
    ServerEvent event;
    QList<QByteArray> data;
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.isEmpty()) {
            event.data = data.join('\n');
            if (!data.isEmpty() || event.event == "error")
                events.append(event);
            event = {};
            data.clear();
        } else if (line.startsWith(":HTTP_STATUS/")) {
            event.status = line.mid(13).trimmed().toInt();
        } else if (!line.startsWith(':')) {
            const qsizetype colon = line.indexOf(':');
            const QByteArray name = line.left(colon < 0 ? line.size() : colon);
            QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
            if (value.startsWith(' '))
                value.remove(0, 1);
            if (name == "data")
                data.append(value);
            else if (name == "event")
                event.event = value;
            else if (name == "id")
                event.id = value;
        }
    }
    return events;
}

void requireBounds(const Outcome &outcome, qsizetype limit)
{
    for (const ServerEvent &event : outcome.events) {
        FUZZ_REQUIRE(event.data.size() <= limit + 1);
        FUZZ_REQUIRE(event.id.size() <= limit && event.event.size() <= limit);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const Outcome roomy = whole(bytes, 1 << 24);
    FUZZ_REQUIRE(!roomy.hasOverflowed);
    FUZZ_REQUIRE(roomy.events == reading(bytes));
    FUZZ_REQUIRE(cut(bytes, 1 << 24) == roomy);
    const qsizetype limit = 1 + (size > 0 ? data[size - 1] : 0);
    const Outcome narrow = whole(bytes, limit);
    requireBounds(narrow, limit);
    FUZZ_REQUIRE(cut(bytes, limit) == narrow);
    FUZZ_REQUIRE(single(bytes, limit) == narrow);
    return 0;
}
