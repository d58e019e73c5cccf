// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/server.h"

#include "app/simulator/routes.h"
#include "app/simulator/seedfleet.h"
#include "app/simulator/spoilt.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace Slipway::Simulator {

namespace {

World::Clock clockOf(const Options &options)
{
    return options.clock ? options.clock : World::Clock(&QDateTime::currentMSecsSinceEpoch);
}

qint64 sizeOf(const RecordedRequest &request)
{
    qint64 size = request.path.size() + request.query.size() + request.body.size();
    for (const auto &[name, value] : request.headers)
        size += name.size() + value.size();
    return size;
}

} // namespace

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    return HttpRequest{.headers = headers}.header(name);
}

Server::Server(Options options, QObject *parent) :
    QObject(parent),
    m_options(std::move(options)),
    m_world({m_options.seed, m_options.speed, m_options.workspace, m_options.timings}, clockOf(m_options)),
    m_random(m_options.seed + 1)
{
    seedFleet(m_world, m_options.deployments);
    for (const QString &spec : m_options.faults)
        addFault(spec);
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &Server::accept);
}

Server::~Server()
{
    m_listener.close();
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly)); // while this still is a handler
}

bool Server::listen()
{
    return m_listener.listen(QHostAddress::LocalHost, m_options.port);
}

QUrl Server::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1").arg(m_listener.serverPort()), QUrl::StrictMode);
}

bool Server::addFault(const QString &spec, QString *problem)
{
    const auto fault = Fault::parsed(spec, problem);
    if (fault)
        m_faults.add(*fault);
    return fault.has_value();
}

void Server::accept()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection())
        new Connection(socket, this, this);
}

Delivery::Order Server::handle(const HttpRequest &request)
{
    const Destination destination = destinationOf(request);
    Delivery::Order order;
    order.number = record(request);
    order.requestId = makeRequestId();
    order.mishap = m_faults.take(destination.route);
    m_mishaps += order.mishap.fault || order.mishap.delay > 0 ? 1 : 0;
    const Exchange exchange{request, destination.id, order.requestId, m_world, m_options};
    if (order.mishap.executes())
        order.reply = answer(destination, exchange);
    order.reply = spoilt(std::move(order.reply), order.mishap, order.requestId);
    return order;
}

void Server::delivered(quint64 number, bool complete)
{
    if (number < m_first || number - m_first >= m_requests.size())
        return;
    m_requests[number - m_first].fate = complete ? RecordedRequest::Fate::Answered : RecordedRequest::Fate::Dropped;
}

quint64 Server::record(const HttpRequest &request)
{
    constexpr qsizetype longestBody = 1024LL * 1024;
    constexpr qint64 mostBytes = 64LL * 1024 * 1024;
    m_requests.push_back({request.verb, request.path, request.query, request.headers, request.body.left(longestBody),
                          request.body.size(), RecordedRequest::Fate::Pending});
    m_recordedBytes += sizeOf(m_requests.back());
    const quint64 number = m_first + m_requests.size() - 1;
    while (!m_requests.empty() &&
           (m_requests.size() > static_cast<size_t>(std::max(0, m_options.recorded)) || m_recordedBytes > mostBytes)) {
        m_recordedBytes -= sizeOf(m_requests.front());
        m_requests.pop_front();
        ++m_first;
    }
    return number;
}

/// A UUID whose third group begins with 9, as the service's do.
QByteArray Server::makeRequestId()
{
    QByteArray id;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            id.append('-');
        id.append(i == 12 ? '9' : i == 16 ? "89ab"[m_random() >> 62U] : "0123456789abcdef"[m_random() >> 60U]);
    }
    return id;
}

} // namespace Slipway::Simulator
