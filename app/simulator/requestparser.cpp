// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/requestparser.h"

#include <algorithm>

namespace Slipway::Simulator {

namespace {

constexpr qsizetype longestLine = 8LL * 1024; // request line, chunk size line, trailer line

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

bool asksToClose(const HttpRequest &request)
{
    const QByteArray connection = request.header("Connection").toLower();
    return request.http11 ? connection.contains("close") : !connection.contains("keep-alive");
}

} // namespace

std::optional<HttpRequest> RequestParser::next()
{
    while (m_problem == 0 && m_state != State::Complete)
        if (!step())
            return std::nullopt;
    if (m_problem != 0)
        return std::nullopt;
    m_state = State::Head;
    m_wantsContinue = false;
    return std::exchange(m_request, {});
}

bool RequestParser::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody(State::Complete);
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readBody(State::ChunkEnd);
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    case State::Complete:
        break;
    }
    return true;
}

bool RequestParser::readHead()
{
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_scanned - 3));
    if (end > m_limits.head || (end < 0 && m_buffer.size() > m_limits.head))
        return fail(431);
    if (end < 0) {
        m_scanned = m_buffer.size();
        return false;
    }
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    m_scanned = 0;

    bool first = true;
    for (qsizetype start = 0; start <= head.size();) {
        const qsizetype found = head.indexOf("\r\n", start);
        const qsizetype stop = found < 0 ? head.size() : found;
        const QByteArray line = head.mid(start, stop - start);
        if (!(first ? readRequestLine(line) : readHeaderLine(line)))
            return false;
        first = false;
        start = stop + 2;
    }
    return beginBody();
}

bool RequestParser::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (line.size() > longestLine)
        return fail(414);
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/'))
        return fail(400);
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return fail(parts[2].startsWith("HTTP/") ? 505 : 400);
    const qsizetype question = parts[1].indexOf('?');
    m_request.verb = parts[0];
    m_request.path = question < 0 ? parts[1] : parts[1].left(question);
    m_request.query = question < 0 ? QByteArray() : parts[1].mid(question + 1);
    m_request.http11 = parts[2] == "HTTP/1.1";
    return true;
}

bool RequestParser::readHeaderLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.left(colon)) || line.contains('\r') || line.contains('\n') || line.contains('\0'))
        return fail(400);
    m_request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    return true;
}

bool RequestParser::beginBody()
{
    m_request.keepAlive = !asksToClose(m_request);
    QList<QByteArray> lengths;
    for (const auto &[name, value] : m_request.headers)
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0)
            lengths.append(value);
    const QByteArray coding = m_request.header("Transfer-Encoding").toLower();
    if (!coding.isEmpty() && (coding != "chunked" || !lengths.isEmpty()))
        return fail(coding == "chunked" ? 400 : 501);
    if (lengths.size() > 1 || (lengths.size() == 1 && !isDigits(lengths.first())))
        return fail(400);
    bool fits = true;
    const qlonglong length = lengths.isEmpty() ? 0 : lengths.first().toLongLong(&fits);
    if (!fits || length > m_limits.body)
        return fail(413);
    m_missing = length;
    m_state = !coding.isEmpty() ? State::ChunkSize : m_missing > 0 ? State::Body : State::Complete;
    m_wantsContinue = m_state != State::Complete && m_request.header("Expect").toLower() == "100-continue";
    return true;
}

bool RequestParser::readBody(State after)
{
    const qsizetype some = std::min(m_missing, m_buffer.size());
    m_request.body.append(m_buffer.constData(), some);
    m_buffer.remove(0, some);
    m_missing -= some;
    if (m_missing > 0)
        return false;
    m_state = after;
    return true;
}

std::optional<QByteArray> RequestParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end > longestLine || (end < 0 && m_buffer.size() > longestLine))
        fail(400);
    if (end < 0 || m_problem != 0)
        return std::nullopt;
    const QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return line;
}

bool RequestParser::readChunkSize()
{
    const auto line = takeLine();
    if (!line)
        return false;
    bool good = false;
    const QByteArray digits = line->left(line->indexOf(';') < 0 ? line->size() : line->indexOf(';')).trimmed();
    const qulonglong size = digits.toULongLong(&good, 16);
    if (!good || digits.startsWith('+') || digits.contains('x'))
        return fail(400);
    if (size > static_cast<qulonglong>(m_limits.body - m_request.body.size()))
        return fail(413);
    m_missing = static_cast<qsizetype>(size);
    m_trailer = 0;
    m_state = size == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool RequestParser::readChunkEnd()
{
    if (m_buffer.size() < 2)
        return false;
    if (!m_buffer.startsWith("\r\n"))
        return fail(400);
    m_buffer.remove(0, 2);
    m_state = State::ChunkSize;
    return true;
}

bool RequestParser::readTrailer()
{
    const auto line = takeLine();
    if (!line)
        return false;
    m_trailer += line->size();
    if (m_trailer > m_limits.head)
        return fail(431);
    if (line->isEmpty())
        m_state = State::Complete;
    return true;
}

bool RequestParser::fail(int status)
{
    m_problem = status;
    m_buffer.clear();
    return false;
}

} // namespace Slipway::Simulator
