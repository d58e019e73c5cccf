// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/delivery.h"
#include "app/simulator/requestparser.h"

#include <QObject>
#include <QPointer>

class QTcpSocket;

namespace Slipway::Simulator {

/// Who answers requests.
class RequestHandler
{
public:
    RequestHandler() = default;
    RequestHandler(const RequestHandler &) = delete;
    RequestHandler &operator=(const RequestHandler &) = delete;
    virtual ~RequestHandler() = default;

    virtual Delivery::Order handle(const HttpRequest &request) = 0;

    virtual QByteArray makeRequestId() = 0; ///< for the answer to what was no whole request

    /// The whole answer went out (`complete`), or the connection ended before.
    virtual void delivered(quint64 number, bool complete) = 0;
};

/// One connection: reads request after request and answers them one at a time. Deletes itself when the other side is
/// gone; what was still to be sent is dropped then.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Owns `socket`; `handler` outlives it.
    Connection(QTcpSocket *socket, RequestHandler *handler, QObject *parent);
    ~Connection() override;

private:
    void read();
    void answer(const HttpRequest &request);
    void refuse(int status);
    void deliver(Delivery::Order order);
    void done(bool keepAlive);
    void gone();

    QTcpSocket *m_socket;
    RequestHandler *m_handler;
    RequestParser m_parser;
    Delivery *m_delivery = nullptr;
    bool m_deaf = false; ///< no further request will be answered
};

} // namespace Slipway::Simulator
