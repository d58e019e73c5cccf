// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/delivery.h"

#include "app/simulator/endless.h"

#include <QTcpSocket>

#include <sys/socket.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Slipway::Simulator {

namespace {

constexpr qint64 highWater = 256LL * 1024;
constexpr int dripInterval = 10; // milliseconds

QByteArray reasonOf(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 103:
        return "Early Hints";
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return status < 400 ? "Other" : "Error";
    }
}

/// Makes the next close of the socket a reset.
void armReset(QTcpSocket *socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace

Delivery::Delivery(QTcpSocket *socket, Order order, QObject *parent) :
    QObject(parent), m_socket(socket), m_order(std::move(order))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_drip.setTimerType(Qt::PreciseTimer);
    m_order.chunked = m_order.chunked && !m_order.mishap.is(Fault::Kind::CutUnframed);
    m_order.keepAlive = m_order.keepAlive && !m_order.mishap.is(Fault::Kind::CutUnframed);
    connect(&m_drip, &QTimer::timeout, this, &Delivery::drip);
}

void Delivery::begin()
{
    const Mishap &mishap = m_order.mishap;
    if (mishap.is(Fault::Kind::Hang))
        return;
    double wait = static_cast<double>(mishap.delay);
    const Reply &reply = m_order.reply;
    if (!reply.events && reply.tokensPerSecond > 0)
        wait += 1000.0 * static_cast<double>(reply.tokens) / reply.tokensPerSecond;
    if (wait <= 0)
        return send();
    connect(&m_timer, &QTimer::timeout, this, &Delivery::send, Qt::SingleShotConnection);
    m_timer.start(static_cast<int>(std::min(wait, 1e9)));
}

void Delivery::send()
{
    const Mishap &mishap = m_order.mishap;
    if (mishap.is(Fault::Kind::Reset))
        return end(End::Reset);
    if (mishap.is(Fault::Kind::Close))
        return end(End::Close);
    if (mishap.is(Fault::Kind::NotHttp)) {
        put("SSH-2.0-OpenSSH_9.2\r\n");
        return end(End::Close);
    }
    if (mishap.is(Fault::Kind::HalfHeader)) {
        put(head().left(head().size() / 2));
        return end(End::Close);
    }
    if (mishap.is(Fault::Kind::Interim))
        put("HTTP/1.1 " + QByteArray::number(mishap.fault->number) + " Interim\r\nLink: </hint>\r\n\r\n");
    if (mishap.is(Fault::Kind::EndlessHeader))
        return sendHeaders();
    if (!m_order.reply.events)
        return sendWhole();
    put(head());
    sendEvents();
}

/// Header lines without end, sent as a stream is; at a pace, because Qt reads headers byte by byte, and from a plain
/// connection for as long as there are any: a client made with it could do nothing else.
void Delivery::sendHeaders()
{
    constexpr double linesPerSecond = 20;
    m_order.reply.tokensPerSecond = linesPerSecond;
    put(head().chopped(2));
    m_order.chunked = false;
    m_order.reply.events = std::make_unique<EndlessBody>(QByteArray(), "X-Padding: " + QByteArray(500, 'x') + "\r\n");
    sendEvents();
}

void Delivery::sendEvents()
{
    m_elapsed.start();
    connect(&m_timer, &QTimer::timeout, this, &Delivery::pump);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Delivery::pump);
    pump();
}

void Delivery::sendWhole()
{
    const Mishap &mishap = m_order.mishap;
    const QByteArray &body = m_order.reply.body;
    qsizetype sent = body.size();
    if (mishap.is(Fault::Kind::HalfBody))
        sent /= 2;
    sent = std::min(sent, bytesLeft());
    put(head() + body.left(sent));
    if (mishap.is(Fault::Kind::Stall))
        return;
    const bool longer = mishap.is(Fault::Kind::WrongLength) && mishap.fault->number > 0;
    const bool isNoAnswer = m_order.reply.status < 200;
    end(sent < body.size() || longer || isNoAnswer ? End::Close : usualEnd());
}

/// Sends every event that is due and for which there is room.
void Delivery::pump()
{
    while (mayPump()) {
        const qint64 wait = millisecondsToNext();
        if (wait > 0)
            return m_timer.start(static_cast<int>(wait));
        if (!pumpOne())
            return;
    }
}

bool Delivery::mayPump() const
{
    return !m_end && m_socket->bytesToWrite() + m_pending.size() < highWater;
}

qint64 Delivery::millisecondsToNext() const
{
    const Reply &reply = m_order.reply;
    if (reply.tokensPerSecond <= 0)
        return 0;
    const double tokens = static_cast<double>(reply.events->tokens() + (reply.events->ending() ? 0 : 1));
    return std::llround(1000.0 * tokens / reply.tokensPerSecond) - m_elapsed.elapsed();
}

/// False where the stream has ended, one way or the other.
bool Delivery::pumpOne()
{
    const Mishap &mishap = m_order.mishap;
    EventSource &events = *m_order.reply.events;
    constexpr qint64 halfWay = 3;
    std::optional<QByteArray> event;
    if (mishap.is(Fault::Kind::ErrorEvent) && m_events == mishap.fault->number)
        event = events.error(mishap.fault->refusal);
    else if (!mishap.is(Fault::Kind::NoEnd) || !events.ending())
        event = events.next();
    if (!event) {
        if (m_order.chunked)
            put("0\r\n\r\n");
        end(usualEnd());
        return false;
    }
    if (mishap.is(Fault::Kind::Crlf))
        event->replace("\n", "\r\n");
    qsizetype sent = event->size();
    if (mishap.is(Fault::Kind::HalfBody) && m_events == halfWay)
        sent /= 2;
    sent = std::min(sent, bytesLeft());
    if (sent > 0)
        put(chunk(event->left(sent)));
    m_bodyBytes += sent;
    ++m_events;
    if (sent < event->size() && mishap.is(Fault::Kind::Stall))
        return false;
    if (sent < event->size())
        end(End::Close);
    return !m_end;
}

/// Bytes of body until the answer breaks off.
qsizetype Delivery::bytesLeft() const
{
    const Mishap &mishap = m_order.mishap;
    const bool breaks =
        mishap.is(Fault::Kind::Cut) || mishap.is(Fault::Kind::CutUnframed) || mishap.is(Fault::Kind::Stall);
    return breaks ? std::max<qsizetype>(0, mishap.fault->number - m_bodyBytes) : std::numeric_limits<qsizetype>::max();
}

QByteArray Delivery::head() const
{
    const Reply &reply = m_order.reply;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    head += "Content-Type: " + reply.contentType + "\r\n";
    head += "X-Request-Id: " + m_order.requestId + "\r\n";
    head += "X-DashScope-Call-Gateway: true\r\nServer: slipway-simulator\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    const Mishap &mishap = m_order.mishap;
    const qint64 error = mishap.is(Fault::Kind::WrongLength) ? mishap.fault->number : 0;
    if (mishap.is(Fault::Kind::CutUnframed))
        head += "X-Framing: none\r\n";
    else if (!reply.events)
        head += "Content-Length: " + QByteArray::number(std::max<qint64>(0, reply.body.size() + error)) + "\r\n";
    else if (m_order.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    head += usualEnd() == End::Keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

QByteArray Delivery::chunk(const QByteArray &event)
{
    if (!m_order.chunked)
        return event;
    const Mishap &mishap = m_order.mishap;
    const qint64 error = mishap.is(Fault::Kind::WrongLength) && m_events == 0 ? mishap.fault->number : 0;
    return QByteArray::number(std::max<qint64>(1, event.size() + error), 16) + "\r\n" + event + "\r\n";
}

void Delivery::put(const QByteArray &bytes)
{
    const bool splits = m_order.mishap.is(Fault::Kind::Split);
    if (!splits && !m_order.mishap.is(Fault::Kind::Slow)) {
        m_socket->write(bytes);
        return;
    }
    m_pending += bytes;
    if (!m_drip.isActive())
        m_drip.start(splits ? 0 : dripInterval);
}

void Delivery::drip()
{
    constexpr int piecesAtOnce = 64;
    if (m_order.mishap.is(Fault::Kind::Split)) {
        for (int i = 0; i < piecesAtOnce; ++i)
            dripSome(m_order.mishap.fault->number);
    } else {
        dripSome(bytesADrip());
    }
    if (!m_pending.isEmpty())
        return;
    m_drip.stop();
    if (m_end)
        endNow();
}

void Delivery::dripSome(qint64 bytes)
{
    const qsizetype some = std::min<qsizetype>(bytes, m_pending.size());
    m_socket->write(m_pending.left(some));
    m_socket->flush();
    m_pending.remove(0, some);
}

qint64 Delivery::bytesADrip()
{
    const qint64 perTick = std::max<qint64>(1, m_order.mishap.fault->number * dripInterval / 1000);
    // Slower than a byte a tick: wait longer between them.
    m_drip.setInterval(static_cast<int>(std::max<qint64>(dripInterval, 1000 * perTick / m_order.mishap.fault->number)));
    return perTick;
}

void Delivery::end(End end)
{
    m_end = end;
    m_timer.stop();
    if (m_pending.isEmpty())
        endNow();
}

void Delivery::endNow()
{
    m_socket->disconnect(this);
    switch (*m_end) {
    case End::Keep:
        Q_EMIT finished(true);
        return;
    case End::Close:
        Q_EMIT finished(false);
        m_socket->disconnectFromHost();
        return;
    case End::Reset:
        armReset(m_socket);
        m_socket->abort();
        return;
    case End::Drain:
        Q_EMIT finished(false);
        m_socket->flush();
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
        return;
    }
}

Delivery::End Delivery::usualEnd() const
{
    if (m_order.drain)
        return End::Drain;
    const bool endsWithConnection = m_order.reply.events && !m_order.chunked;
    return m_order.keepAlive && !endsWithConnection ? End::Keep : End::Close;
}

} // namespace Slipway::Simulator
