// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/exchange.h"

#include "app/modelstudio/certificate.h"
#include "app/modelstudio/client.h"
#include "app/modelstudio/envelope.h"
#include "app/modelstudio/oneshotbody.h"
#include "app/modelstudio/retry.h"

namespace Slipway {

namespace {

/// Of a stream that comes faster than it is read, so much is taken in one turn of the event loop: the next frame and
/// the Stop button get theirs in between, after two milliseconds at most.
constexpr qint64 mostOfStream = qint64{16} * 1024;
constexpr qint64 mostOfWhole = qint64{64} * 1024;

} // namespace

Exchange::Exchange(Client *client, const Request &request, QObject *parent) :
    QObject(parent), m_client(client), m_request(request), m_body(new OneShotBody(request.body))
{
    m_network = client->send(request, m_body);
    connect(m_network, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_network, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_distrust = certificateFaults(errors); });
    connect(m_network, &QNetworkReply::readyRead, this, &Exchange::schedule);
    connect(m_network, &QNetworkReply::finished, this, &Exchange::schedule);
    connect(m_network, &QNetworkReply::errorOccurred, this, &Exchange::schedule);
    for (QTimer *timer : {&m_deadline, &m_silence}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer); // a coarse one is early, and would leave time for a useless try
        connect(timer, &QTimer::timeout, this, [this] { fail(Error::Kind::Timeout, {}); });
    }
    if (request.deadline.count() > 0)
        m_deadline.start(request.deadline);
    if (request.silence.count() > 0)
        m_silence.start(request.silence);
}

Exchange::~Exchange()
{
    stop();
}

bool Exchange::mayHaveBeenSent() const
{
    if (m_reply.status != 0)
        return true;
    // Without its body a request asks for nothing; Qt takes that from this thread, so the count is never behind the
    // wire.
    if (m_body && m_body->size() > 0)
        return m_body->handedOut() > 0;
    return m_wasSent || !neverLeft();
}

/// Qt's word that there was no connection over which anything could have gone.
bool Exchange::neverLeft() const
{
    if (!m_network)
        return false;
    switch (m_network->error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return true;
    default:
        return false;
    }
}

void Exchange::schedule()
{
    if (std::exchange(m_isScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &Exchange::advance, Qt::QueuedConnection);
}

void Exchange::advance()
{
    m_isScheduled = false;
    if (m_isOver || !m_network)
        return;
    if (m_reply.status == 0)
        takeHead();
    if (cannotBeUnpacked())
        return conclude();
    const QPointer<Exchange> self(this);
    takeBytes();
    if (!self || m_isOver)
        return;
    if (m_network->bytesAvailable() > 0)
        schedule();
    else if (m_network->isFinished())
        conclude();
}

void Exchange::conclude()
{
    const auto result = outcome();
    stop();
    Q_EMIT finished(result);
}

/// A 1xx announces an answer and is none. Some versions of Qt take any but 100 for the answer itself; the real one then
/// comes over a connection where the next request would take it for its own.
void Exchange::takeHead()
{
    const int status = m_network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_reply.status = status < 200 ? 0 : status;
    if (status > 0 && status < 200)
        m_client->retire(m_network->manager());
    m_reply.contentType = m_network->rawHeader("content-type");
    m_reply.location = m_network->rawHeader("location");
    m_reply.requestId = m_network->rawHeader("x-request-id");
    m_reply.retryAfter = readRetryAfter(m_network->rawHeader("retry-after"), m_network->rawHeader("date"),
                                        QDateTime::currentDateTimeUtc());
}

bool Exchange::takesStream() const
{
    return m_request.isStream && m_reply.isSuccess() && m_reply.contentType.contains("text/event-stream");
}

/// What there is, but no more than passes the limit on size: a little that came compressed may be very much.
QByteArray Exchange::readSome()
{
    if (takesStream())
        return m_network->read(mostOfStream);
    QByteArray bytes = m_network->read(mostOfWhole);
    const qint64 room = m_client->patience().sizeLimit - m_reply.body.size();
    for (qsizetype before = 0; before < bytes.size() && bytes.size() <= room;) {
        before = bytes.size();
        bytes += m_network->read(mostOfWhole);
    }
    return bytes;
}

void Exchange::takeBytes()
{
    const QByteArray bytes = readSome();
    if (bytes.isEmpty())
        return;
    if (m_silence.isActive())
        m_silence.start();
    if (takesStream()) {
        Q_EMIT arrived(m_reply, bytes);
        return;
    }
    if (m_reply.body.size() + bytes.size() > m_client->patience().sizeLimit)
        fail(Error::Kind::TooLarge, {});
    else
        m_reply.body += bytes;
}

/// Ends the exchange for a reason of our own.
void Exchange::fail(Error::Kind kind, const QString &detail)
{
    takeHead();
    const Error error{.kind = kind,
                      .httpStatus = m_reply.status,
                      .requestId = QString::fromUtf8(m_reply.requestId),
                      .detail = detail,
                      .sent = mayHaveBeenSent()};
    stop();
    Q_EMIT finished(error);
}

void Exchange::stop()
{
    m_isOver = true;
    m_deadline.stop();
    m_silence.stop();
    // Deleting it closes the connection. Its abort() does too, but says "internal problem" where it had not begun.
    delete m_network.data();
}

Result<Reply> Exchange::outcome() const
{
    if (m_reply.status == 0)
        return m_client->withoutKey(withoutAnswer());
    if (!m_reply.isSuccess())
        return m_client->withoutKey(failureOf(m_reply));
    if (m_network->error() == QNetworkReply::NoError)
        return m_reply;
    Error error = badReply(m_reply, m_network->errorString());
    error.kind = m_request.isStream ? Error::Kind::Lost : Error::Kind::BadReply;
    if (cannotBeUnpacked())
        error.kind = Error::Kind::BadReply;
    return m_client->withoutKey(error);
}

/// The body is packed, and wrongly so or out of all proportion. Qt goes on then, with the packed bytes.
bool Exchange::cannotBeUnpacked() const
{
    return m_reply.isSuccess() && m_network->error() == QNetworkReply::UnknownContentError &&
           m_network->hasRawHeader("content-encoding");
}

Error Exchange::withoutAnswer() const
{
    Error error{.kind = Error::Kind::Lost, .detail = m_network->errorString(), .sent = mayHaveBeenSent()};
    switch (m_network->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = Error::Kind::Tls;
        if (!m_distrust.isEmpty())
            error.detail = m_distrust;
        break;
    case QNetworkReply::TimeoutError:
        error.kind = Error::Kind::Timeout;
        break;
    case QNetworkReply::ContentReSendError: // "Unknown error" is all that Qt says of it
        error.detail.clear();
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        error.kind = error.sent ? Error::Kind::Lost : Error::Kind::InvalidRequest;
        break;
    default:
        if (!error.sent || neverLeft())
            error.kind = error.sent ? Error::Kind::Lost : Error::Kind::Unreachable;
        break;
    }
    return error;
}

} // namespace Slipway
