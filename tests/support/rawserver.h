// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

#include <sys/socket.h>

namespace Slipway::Test {

/// One whole request as it arrived: what a service would have carried out.
struct RawRequest
{
    QByteArray verb;
    QByteArray target;                     ///< path and query, still encoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< that it came over, the first is 1

    QByteArray path() const { return target.split('?').first(); }
    QByteArray query() const { return target.mid(path().size() + 1); }
};

/// What is answered to one request: bytes as they are, then what happens to the connection.
struct RawAnswer
{
    enum class Then { KeepOpen, Close, Reset };
    QByteArray bytes;
    Then then = Then::KeepOpen;
};

/// An answer as HTTP writes it, of one length and type.
inline RawAnswer httpAnswer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                            const QByteArray &headers = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\nContent-Type: " + type +
            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
}

/// The head of an answer of events, sent in chunks, and one chunk.
inline QByteArray streamHead(const QByteArray &type = "text/event-stream")
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n";
}

inline QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// A peer on loopback that answers scripted bytes, as hostile as need be, and counts what reached it whole. The
/// simulator is the service; this is the broken proxy in front of it.
class RawServer
{
public:
    using Respond = std::function<RawAnswer(const RawRequest &)>;

    /// `server`: a kind of its own, for https.
    explicit RawServer(Respond respond = {}, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>()) :
        m_respond(std::move(respond)), m_server(std::move(server))
    {
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] { accept(); });
        m_server->listen(QHostAddress::LocalHost);
    }

    /// Answers the next request, requests and answers in turn; when none is left, `respond` or nothing.
    void enqueue(const RawAnswer &answer) { m_answers.append(answer); }

    void clear() { m_answers.clear(); } ///< what is still enqueued

    QUrl root(const QString &scheme = QStringLiteral("http")) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/api/v1").arg(scheme).arg(m_server->serverPort()));
    }
    const QList<RawRequest> &requests() const { return m_requests; }
    int connections() const { return m_connections; }

    /// Requests of which something had arrived while it could still be read, whole or not: what a service may know of.
    int begun() const { return m_begun; }
    int openConnections() const { return int(sockets().size()); }
    void stopListening() { m_server->close(); }

    /// What happens to connections from now on before anything is read from them.
    void greetWith(RawAnswer::Then then) { m_greeting = then; }

    void closeAll()
    {
        for (QTcpSocket *socket : sockets())
            socket->disconnectFromHost();
    }

    void resetAll()
    {
        for (QTcpSocket *socket : sockets())
            answer(socket, {{}, RawAnswer::Then::Reset});
    }

    /// Writes to the connection of the newest request.
    void write(const QByteArray &bytes)
    {
        if (m_newest)
            m_newest->write(bytes);
    }

    void closeNewest()
    {
        if (m_newest)
            m_newest->disconnectFromHost();
    }

private:
    QList<QTcpSocket *> sockets() const // and none that a TLS one has inside
    {
        return m_server->findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly);
    }

    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            m_numbers.insert(socket, ++m_connections);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                m_unread.remove(socket);
                m_counted.remove(socket);
                m_numbers.remove(socket);
                if (m_newest == socket)
                    m_newest = nullptr;
                socket->setParent(nullptr);
                socket->deleteLater();
            });
            if (m_greeting != RawAnswer::Then::KeepOpen && hasArrivals(socket)) {
                ++m_begun;
                m_counted.insert(socket);
            }
            answer(socket, {{}, m_greeting});
        }
    }

    /// Also what Qt has not taken from the system yet.
    static bool hasArrivals(QTcpSocket *socket)
    {
        char byte = 0;
        return socket->bytesAvailable() > 0 ||
               ::recv(int(socket->socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
    }

    void read(QTcpSocket *socket)
    {
        if (m_unread[socket].isEmpty() && !m_counted.remove(socket))
            ++m_begun;
        m_unread[socket] += socket->readAll();
        while (m_unread.contains(socket)) {
            RawRequest request;
            if (!takeRequest(m_unread[socket], request))
                return;
            request.connection = m_numbers.value(socket);
            m_requests.append(request);
            m_newest = socket;
            answer(socket,
                   m_answers.isEmpty() ? (m_respond ? m_respond(request) : RawAnswer()) : m_answers.takeFirst());
        }
    }

    static bool takeRequest(QByteArray &bytes, RawRequest &request)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QList<QByteArray> lines = bytes.first(end).split('\n');
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (bytes.size() < end + 4 + length)
            return false;
        const QList<QByteArray> start = lines.first().trimmed().split(' ');
        request.verb = start.value(0);
        request.target = start.value(1);
        request.body = bytes.sliced(end + 4, length);
        bytes.remove(0, end + 4 + length);
        return true;
    }

    static void answer(QTcpSocket *socket, const RawAnswer &answer)
    {
        socket->write(answer.bytes);
        if (answer.then == RawAnswer::Then::KeepOpen)
            return;
        socket->flush();
        if (answer.then == RawAnswer::Then::Reset) {
            const linger now{1, 0};
            ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
        } else {
            socket->disconnectFromHost();
        }
    }

    Respond m_respond;
    RawAnswer::Then m_greeting = RawAnswer::Then::KeepOpen;
    QList<RawAnswer> m_answers;
    QList<RawRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QTcpSocket *m_newest = nullptr;
    QSet<QTcpSocket *> m_counted; ///< whose first request is counted as begun already
    QHash<QTcpSocket *, int> m_numbers;
    int m_connections = 0;
    int m_begun = 0;
    std::unique_ptr<QTcpServer> m_server; // last: its sockets report to the members above while they go
};

} // namespace Slipway::Test
