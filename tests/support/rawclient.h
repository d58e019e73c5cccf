// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QTest>
#include <QUrl>

/// One TCP connection on which a test writes and reads the very bytes of HTTP. Waiting runs the event loop, so that the
/// server may live in the test's own thread.
class RawClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QByteArray head;
        QByteArray body; ///< chunks joined
        QByteArray wire; ///< head and body exactly as they came
        bool whole = false;
        bool ended = false; ///< whole, or the connection was closed; false: still waiting

        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n'))
                if (line.toLower().startsWith(name.toLower() + ':'))
                    return line.mid(name.size() + 1).trimmed();
            return {};
        }
    };

    explicit RawClient(const QUrl &url)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(url.port()));
        m_connected = QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
    }

    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }

    void ask(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {},
             const QByteArray &headers = "Authorization: Bearer sk-test\r\n")
    {
        send(verb + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers +
             "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    /// The next answer; not whole where the connection ends or nothing comes any more.
    Answer receive(int timeout = 5000)
    {
        Answer answer;
        qsizetype end = 0;
        answer.ended = QTest::qWaitFor(
            [&] {
                m_buffer += m_socket.readAll();
                end = parse(answer);
                return answer.whole || (closed() && m_socket.bytesAvailable() == 0);
            },
            timeout);
        answer.wire = m_buffer.left(answer.whole ? end : m_buffer.size());
        m_buffer.remove(0, answer.wire.size());
        return answer;
    }

    bool waitForClose(int timeout = 5000)
    {
        return QTest::qWaitFor([this] { return closed(); }, timeout);
    }

    bool connected() const { return m_connected; }
    bool closed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    /// Where the answer ends in the buffer; sets `whole` once it is there.
    qsizetype parse(Answer &answer)
    {
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return 0;
        answer.head = m_buffer.left(headEnd);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype start = headEnd + 4;
        if (answer.header("Transfer-Encoding") == "chunked")
            return parseChunks(answer, start);
        const QByteArray length = answer.header("Content-Length");
        answer.body = length.isEmpty() ? m_buffer.mid(start) : m_buffer.mid(start, length.toLongLong());
        answer.whole = length.isEmpty() ? closed() || answer.status == 100 : answer.body.size() == length.toLongLong();
        return start + answer.body.size();
    }

    qsizetype parseChunks(Answer &answer, qsizetype at)
    {
        answer.body.clear();
        while (true) {
            const qsizetype lineEnd = m_buffer.indexOf("\r\n", at);
            if (lineEnd < 0)
                return at;
            const qsizetype size = m_buffer.mid(at, lineEnd - at).toLongLong(nullptr, 16);
            answer.body += m_buffer.mid(lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
            if (at > m_buffer.size())
                return m_buffer.size();
            answer.whole = size == 0;
            if (answer.whole)
                return at;
        }
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
    bool m_connected = false;
};

/// One request on a connection of its own.
inline RawClient::Answer askOnce(const QUrl &url, const QByteArray &verb, const QByteArray &path,
                                 const QByteArray &body = {},
                                 const QByteArray &headers = "Authorization: Bearer sk-test\r\n")
{
    RawClient client(url);
    client.ask(verb, path, body, headers);
    return client.receive();
}
