// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/spoilt.h"

#include "app/simulator/endless.h"
#include "app/simulator/nativeevents.h"

namespace Slipway::Simulator {

namespace {

Reply whole(int status, const QByteArray &contentType, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

Reply page(const Fault &fault)
{
    return whole(static_cast<int>(fault.number), "text/html",
                 "<!DOCTYPE html>\n<html><head><title>Proxy</title></head>\n"
                 "<body><h1>Sign in to the network</h1></body></html>\n");
}

Reply status(const Fault &fault, const QByteArray &requestId)
{
    return whole(static_cast<int>(fault.number), "application/json",
                 fault.emptyBody ? QByteArray() : managementError(fault.refusal, requestId));
}

Reply framed(const Fault &fault, const QByteArray &requestId)
{
    Refusal refusal = fault.refusal;
    refusal.status = static_cast<int>(fault.number);
    return whole(refusal.status, "application/json", nativeErrorEvent(1, refusal, requestId));
}

Reply redirect(const Fault &fault)
{
    Reply reply = whole(302, "text/html", {});
    reply.headers.append({"Location", fault.url});
    return reply;
}

/// The member that makes a body, or the data of an event, longer or deeper.
QByteArray padding(const Fault &fault)
{
    const auto count = static_cast<qsizetype>(fault.number);
    if (fault.kind == Fault::Kind::LongLine)
        return "\"padding\":\"" + QByteArray(count, 'x') + "\",";
    return "\"padding\":" + QByteArray(count, '[') + QByteArray(count, ']') + ',';
}

QByteArray padded(QByteArray bytes, const Fault &fault)
{
    const qsizetype brace = bytes.indexOf('{');
    return brace < 0 ? bytes : bytes.insert(brace + 1, padding(fault));
}

/// Puts what is no UTF-8 into a text that people see, or else into the request's id.
QByteArray withBadUtf8(QByteArray bytes)
{
    for (const QByteArrayView name : {R"("content":")", R"("text":")", R"("model_name":")", R"("request_id":")"}) {
        const qsizetype at = bytes.indexOf(name);
        if (at >= 0)
            return bytes.insert(at + name.size(), "\xff\xc3\x28");
    }
    return bytes;
}

/// The events of a reply after a fault went over them.
class SpoiltEvents : public EventSource
{
public:
    SpoiltEvents(std::unique_ptr<EventSource> events, Fault fault) :
        m_events(std::move(events)), m_fault(std::move(fault))
    {
    }

    std::optional<QByteArray> next() override
    {
        if (m_again && m_fault.kind == Fault::Kind::Endless)
            return numbered(*m_again, ++m_number);
        if (m_again)
            return std::exchange(m_again, std::nullopt);
        auto event = m_events->next();
        const qint64 number = m_number++;
        if (!event)
            return event;
        if (m_fault.kind == Fault::Kind::DropEvent && number == m_fault.number)
            return m_events->next();
        if (repeats(number))
            m_again = event;
        return spoilt(*event, number);
    }

    bool ending() const override { return m_events->ending(); }
    qint64 tokens() const override { return m_events->tokens(); }
    QByteArray error(const Refusal &refusal) override { return m_events->error(refusal); }

private:
    bool repeats(qint64 number) const
    {
        constexpr qint64 thatHoldsText = 2;
        return (m_fault.kind == Fault::Kind::Endless && number == thatHoldsText) ||
               (m_fault.kind == Fault::Kind::RepeatEvent && number == m_fault.number);
    }

    /// Native events count; a further one must not pass for one that was sent before.
    static QByteArray numbered(QByteArray event, qint64 number)
    {
        return event.startsWith("id:") ? event.replace(0, event.indexOf('\n'), "id:" + QByteArray::number(number))
                                       : event;
    }

    QByteArray spoilt(const QByteArray &event, qint64 number) const
    {
        constexpr qint64 third = 2;
        if (m_fault.kind == Fault::Kind::BadUtf8)
            return withBadUtf8(event);
        const bool pads = m_fault.kind == Fault::Kind::LongLine || m_fault.kind == Fault::Kind::Nested;
        return pads && number == third ? padded(event, m_fault) : event;
    }

    std::unique_ptr<EventSource> m_events;
    Fault m_fault;
    std::optional<QByteArray> m_again;
    qint64 m_number = 0;
};

Reply compressed(Reply reply, Blowup blowup)
{
    QByteArray begin = reply.body;
    if (reply.events)
        begin = reply.events->next().value_or(QByteArray());
    reply.events.reset(gzipWithoutEnd(begin, blowup));
    reply.tokensPerSecond = 0;
    reply.headers.append({"Content-Encoding", QByteArrayLiteral("gzip")});
    return reply;
}

Reply respun(Reply reply, const Fault &fault)
{
    reply.events = std::make_unique<SpoiltEvents>(std::move(reply.events), fault);
    return reply;
}

Reply endless(Reply reply)
{
    const QByteArray piece(16LL * 1024, 'x');
    reply.events = std::make_unique<EndlessBody>("{\"request_id\":\"", piece);
    return reply;
}

/// What a fault makes of the service's own answer.
Reply changed(Reply reply, const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::GzipBomb:
        return compressed(std::move(reply), Blowup::Times158);
    case Fault::Kind::GzipFlood:
        return compressed(std::move(reply), Blowup::Times34);
    case Fault::Kind::Endless:
        return reply.events ? respun(std::move(reply), fault) : endless(std::move(reply));
    case Fault::Kind::RepeatEvent:
    case Fault::Kind::DropEvent:
        return reply.events ? respun(std::move(reply), fault) : std::move(reply);
    case Fault::Kind::LongLine:
    case Fault::Kind::Nested:
        reply.body = padded(reply.body, fault);
        return reply.events ? respun(std::move(reply), fault) : std::move(reply);
    case Fault::Kind::BadUtf8:
        reply.body = withBadUtf8(reply.body);
        return reply.events ? respun(std::move(reply), fault) : std::move(reply);
    default:
        return reply; // a matter of delivery
    }
}

} // namespace

Reply spoilt(Reply reply, const Mishap &mishap, const QByteArray &requestId)
{
    if (!mishap.fault)
        return reply;
    switch (mishap.fault->kind) {
    case Fault::Kind::Status:
        return status(*mishap.fault, requestId);
    case Fault::Kind::FramedError:
        return framed(*mishap.fault, requestId);
    case Fault::Kind::Html:
        return page(*mishap.fault);
    case Fault::Kind::Empty:
        return whole(200, "application/json", {});
    case Fault::Kind::Garbage:
        return whole(200, "application/json", QByteArrayLiteral("{\"request_id\":\"\xff\xfe\x80 [}\x01"));
    case Fault::Kind::Redirect:
        return redirect(*mishap.fault);
    default:
        return changed(std::move(reply), *mishap.fault);
    }
}

} // namespace Slipway::Simulator
