// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/httpmessage.h"

#include <QByteArrayView>

#include <optional>

namespace Slipway::Simulator {

/// Bytes in any split → HTTP/1.1 requests, with Content-Length or chunked bodies. Pure. After a problem nothing more
/// comes.
class RequestParser
{
public:
    struct Limits
    {
        qsizetype head = 64LL * 1024;
        qsizetype body = 16LL * 1024 * 1024;
    };

    RequestParser() = default;
    explicit RequestParser(Limits limits) : m_limits(limits) {}

    void feed(QByteArrayView bytes) { m_buffer.append(bytes); }

    /// The next complete request, or nothing yet.
    std::optional<HttpRequest> next();

    /// True while there may be another request among the bytes fed so far.
    bool holdsBytes() const { return !m_buffer.isEmpty(); }

    /// 0, or the HTTP status with which to refuse what came.
    int problem() const { return m_problem; }

    /// True once for each request whose sender waits for "100 Continue".
    bool takeContinue() { return std::exchange(m_wantsContinue, false); }

private:
    enum class State { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Complete };

    bool step();
    bool readHead();
    bool readRequestLine(const QByteArray &line);
    bool readHeaderLine(const QByteArray &line);
    bool beginBody();
    bool readBody(State after);
    bool readChunkSize();
    bool readChunkEnd();
    bool readTrailer();
    std::optional<QByteArray> takeLine();
    bool fail(int status);

    Limits m_limits;
    QByteArray m_buffer;
    qsizetype m_scanned = 0;
    qsizetype m_trailer = 0;
    State m_state = State::Head;
    HttpRequest m_request;
    qsizetype m_missing = 0; ///< bytes of body or chunk still to come
    int m_problem = 0;
    bool m_wantsContinue = false;
};

} // namespace Slipway::Simulator
