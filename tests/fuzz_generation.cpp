// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a streamed or a whole reply, native and compatible: what is handed out is no longer than what came, and
// additions joined are the text whichever way it was cut.
#include "app/modelstudio/envelope.h"
#include "app/modelstudio/eventstream.h"
#include "app/modelstudio/generationchunk.h"
#include "app/modelstudio/textgrowth.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

struct Received
{
    QString content;
    QString reasoning;
    bool operator==(const Received &) const = default;
};

void requireChunk(const GenerationChunk &chunk, qsizetype size)
{
    const qsizetype most = 3 * size + 8;
    FUZZ_REQUIRE(chunk.content.size() <= most && chunk.reasoning.size() <= most);
    FUZZ_REQUIRE(chunk.finishReason != QLatin1StringView("null"));
    FUZZ_REQUIRE(chunk.holdsText || chunk.content.isEmpty());
}

/// As a reply under way is read; events that are no object are passed over here.
Received receive(const QList<ServerEvent> &events, TextGrowth::Kind kind)
{
    TextGrowth content(kind);
    TextGrowth reasoning(kind);
    Received received;
    for (const ServerEvent &event : events) {
        const auto object = Json::parse(event.data);
        if (!object || !object->isObject())
            continue;
        errorFrom(*object);
        const GenerationChunk chunk = readChunk(*object);
        requireChunk(chunk, event.data.size());
        received.content += content.take(chunk.content);
        received.reasoning += reasoning.take(chunk.reasoning);
    }
    return received;
}

QList<ServerEvent> eventsOf(const QByteArray &bytes, bool inPieces)
{
    EventStream stream;
    Fuzz::Cuts cuts(bytes);
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = inPieces ? qMin(cuts.next(), bytes.size() - at) : bytes.size();
        events += stream.feed(QByteArrayView(bytes).sliced(at, length));
        at += length;
    }
    if (const auto last = stream.end())
        events.append(*last);
    return events;
}

void readWhole(const QByteArray &bytes)
{
    const auto object = Json::parse(bytes);
    if (!object)
        return;
    requireChunk(readChunk(*object), bytes.size());
    for (const Json &value : object->items())
        requireChunk(readChunk(value), bytes.size());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const QList<ServerEvent> events = eventsOf(bytes, false);
    FUZZ_REQUIRE(eventsOf(bytes, true) == events);
    for (const auto kind : {TextGrowth::Kind::Unknown, TextGrowth::Kind::Incremental, TextGrowth::Kind::Cumulative}) {
        const Received received = receive(events, kind);
        FUZZ_REQUIRE(received.content.size() + received.reasoning.size() <= 3 * bytes.size() + 8);
    }
    readWhole(bytes);
    return 0;
}
