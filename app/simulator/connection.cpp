// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/connection.h"

#include <QTcpSocket>

#include <chrono>

namespace Slipway::Simulator {

namespace {
constexpr qint64 readAhead = 256LL * 1024;
constexpr std::chrono::seconds longestDrain{5};
} // namespace

Connection::Connection(QTcpSocket *socket, RequestHandler *handler, QObject *parent) :
    QObject(parent), m_socket(socket), m_handler(handler)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::gone);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        QMetaObject::invokeMethod(this, &Connection::gone, Qt::QueuedConnection);
}

Connection::~Connection()
{
    m_socket->disconnect(this); // closing it must not call a half-destroyed object
}

void Connection::read()
{
    if (m_deaf) {
        m_socket->readAll();
        return;
    }
    while (!m_delivery && !m_deaf) {
        m_parser.feed(m_socket->readAll());
        const auto request = m_parser.next();
        if (request)
            answer(*request);
        else if (m_parser.problem() != 0)
            refuse(m_parser.problem());
        else if (m_socket->bytesAvailable() == 0)
            break;
    }
    if (m_parser.takeContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::answer(const HttpRequest &request)
{
    Delivery::Order order = m_handler->handle(request);
    // An answer to HEAD would need to have no body; no route takes HEAD, so its refusal ends the connection.
    order.keepAlive = request.keepAlive && request.verb != "HEAD";
    order.chunked = request.http11;
    deliver(std::move(order));
}

void Connection::refuse(int status)
{
    Refusal refusal = refusalOfStatus(status);
    if (status == 400)
        refusal = Refuse::badBody();
    Delivery::Order order;
    order.requestId = m_handler->makeRequestId();
    order.reply = refused(refusal, order.requestId);
    order.keepAlive = false;
    order.drain = true;
    deliver(std::move(order));
}

void Connection::deliver(Delivery::Order order)
{
    m_delivery = new Delivery(m_socket, std::move(order), this);
    connect(m_delivery, &Delivery::finished, this, &Connection::done);
    m_delivery->begin();
}

void Connection::done(bool keepAlive)
{
    m_handler->delivered(m_delivery->number(), true);
    m_delivery->deleteLater();
    m_delivery = nullptr;
    m_deaf = !keepAlive;
    if (m_deaf)
        QTimer::singleShot(longestDrain, this, &Connection::deleteLater);
    else if (m_socket->bytesAvailable() > 0 || m_parser.holdsBytes())
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

void Connection::gone()
{
    if (m_delivery)
        m_handler->delivered(m_delivery->number(), false);
    delete m_delivery;
    m_delivery = nullptr;
    m_deaf = true;
    deleteLater();
}

} // namespace Slipway::Simulator
