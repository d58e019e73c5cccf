// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/reply.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace Slipway::Simulator {

/// Sends one reply over a connection, at its pace and with its mishaps. Never holds more than some 256 kB of a stream
/// that the other side is slow to read.
class Delivery : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        Reply reply;
        Mishap mishap;
        QByteArray requestId;
        bool keepAlive = true;
        bool chunked = true; ///< false: HTTP/1.0, a stream ends with the connection
        bool drain = false;  ///< the request was not read to its end: close only after the other side
        quint64 number = 0;  ///< which request it answers
    };

    Delivery(QTcpSocket *socket, Order order, QObject *parent);

    void begin();
    quint64 number() const { return m_order.number; }

Q_SIGNALS:
    /// Once, when the last byte has been handed to the socket. Otherwise the connection was ended by this delivery, or
    /// will be by the other side.
    void finished(bool keepAlive);

private:
    enum class End { Keep, Close, Reset, Drain };

    void send();
    void sendWhole();
    void sendHeaders();
    void sendEvents();
    void pump();
    bool pumpOne();
    bool mayPump() const;
    qint64 millisecondsToNext() const;
    qsizetype bytesLeft() const;
    QByteArray head() const;
    QByteArray chunk(const QByteArray &event);
    void put(const QByteArray &bytes);
    void drip();
    void dripSome(qint64 bytes);
    qint64 bytesADrip();
    void end(End end);
    void endNow();
    End usualEnd() const;

    QTcpSocket *m_socket;
    Order m_order;
    QTimer m_timer;
    QTimer m_drip;
    QElapsedTimer m_elapsed;
    QByteArray m_pending; ///< what drips
    std::optional<End> m_end;
    qint64 m_events = 0;
    qint64 m_bodyBytes = 0;
};

} // namespace Slipway::Simulator
