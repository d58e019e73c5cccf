// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"

#include "app/modelstudio/call.h"
#include "app/modelstudio/loopback.h"
#include "app/modelstudio/oneshotbody.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace Slipway {

namespace {

/// Qt opens no more HTTP/1.1 connections to one host from one QNetworkAccessManager; what comes after waits unsent.
constexpr qsizetype connectionsPerNetwork = 6;

/// Bytes that Qt holds for us before it lets the sender wait; so many are read at a time, and the window waits for
/// that.
constexpr qint64 bufferOfWhole = qint64{1024} * 1024;
constexpr qint64 bufferOfStream = qint64{64} * 1024;

qsizetype openReplies(const QNetworkAccessManager *network)
{
    const auto replies = network->findChildren<QNetworkReply *>();
    return std::ranges::count_if(replies, [](const QNetworkReply *reply) { return reply->isRunning(); });
}

/// No proxy, and a socket with a buffer. To QNetworkProxy::NoProxy Qt opens one without, and reads the head of each
/// answer byte by byte: two hundred system calls for a page of deployments. Only a list of two keeps it from resolving
/// the first beforehand; the socket itself goes around every proxy to a loopback address.
class StraightToLoopback : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy), QNetworkProxy(QNetworkProxy::NoProxy)};
    }
};

} // namespace

Client::Client(Endpoint endpoint, QObject *parent) :
    QObject(parent), m_endpoint(std::move(endpoint)), m_reads(newNetwork())
{
}

Client::~Client()
{
    qDeleteAll(findChildren<Call *>(Qt::FindDirectChildrenOnly));
}

void Client::setKey(const QByteArray &key)
{
    if (key == m_endpoint.key)
        return;
    m_formerKeys.append(m_endpoint.key);
    m_endpoint.key = key;
}

QString Client::fault() const
{
    if (!isHeaderSafe(m_endpoint.key))
        return QStringLiteral("key");
    return isHeaderSafe(m_endpoint.workspace.toUtf8()) ? QString() : QStringLiteral("workspace");
}

QNetworkReply *Client::send(const Request &request, OneShotBody *body)
{
    QNetworkAccessManager *network = networkFor(request);
    QNetworkReply *reply = network->sendCustomRequest(dressed(request), nameOf(request.verb), body);
    // Qt begins a request that has a body from the event loop, and forgets what it was told before that.
    const qint64 buffer = request.isStream ? bufferOfStream : bufferOfWhole;
    QMetaObject::invokeMethod(
        reply, [reply, buffer] { reply->setReadBufferSize(buffer); }, Qt::QueuedConnection);
    body->setParent(reply);
    if (network != m_reads && !m_streams.contains(network))
        connect(reply, &QObject::destroyed, network, &QObject::deleteLater);
    return reply;
}

QNetworkRequest Client::dressed(const Request &request) const
{
    QNetworkRequest dressed(request.url);
    dressed.setRawHeader("Authorization", "Bearer " + m_endpoint.key);
    dressed.setRawHeader("Content-Type", "application/json");
    dressed.setRawHeader("Accept", request.accept);
    dressed.setRawHeader("Accept-Language", "*"); // Qt would tell the person's
    dressed.setRawHeader("User-Agent", "Slipway/" SLIPWAY_VERSION);
    if (!m_endpoint.workspace.isEmpty())
        dressed.setRawHeader("X-DashScope-WorkSpace", m_endpoint.workspace.toUtf8());
    for (const auto &[name, value] : request.headers)
        dressed.setRawHeader(name, value);
    dressed.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    dressed.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    dressed.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    dressed.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return dressed;
}

QNetworkAccessManager *Client::newNetwork()
{
    auto *network = new QNetworkAccessManager(this);
    if (isLoopback(m_endpoint.nativeRoot.host()))
        network->setProxyFactory(new StraightToLoopback);
    return network;
}

/// A mutation gets a connection of its own: one that was kept and died unnoticed would leave in doubt whether the
/// service has read it.
QNetworkAccessManager *Client::networkFor(const Request &request)
{
    if (request.isStream)
        return networkForStream();
    return request.verb == Verb::Get ? m_reads : newNetwork();
}

QNetworkAccessManager *Client::networkForStream()
{
    for (auto *network : std::as_const(m_streams)) {
        if (openReplies(network) < connectionsPerNetwork)
            return network;
    }
    m_streams.append(newNetwork());
    return m_streams.last();
}

void Client::retire(QNetworkAccessManager *network)
{
    if (network == m_reads)
        m_reads = newNetwork();
    else if (!m_streams.removeOne(network))
        return; // of a single mutation, or retired already
    for (const QNetworkReply *reply : network->findChildren<QNetworkReply *>()) {
        connect(reply, &QObject::destroyed, network, [network] {
            if (network->findChildren<QNetworkReply *>().isEmpty())
                network->deleteLater();
        });
    }
}

Error Client::withoutKey(Error error) const
{
    const QByteArrayList keys = m_formerKeys + QByteArrayList{m_endpoint.key};
    for (const QByteArray &bytes : keys) {
        const QString key = QString::fromUtf8(bytes);
        if (key.isEmpty())
            continue;
        for (QString *text : {&error.code, &error.message, &error.requestId, &error.detail})
            text->replace(key, QStringLiteral("…"));
    }
    return error;
}

} // namespace Slipway
