// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace Slipway {

/// When the bytes of a server on this machine arrived, as the kernel saw them on the loopback interface. A server calls
/// a byte sent when it lies in its own socket's buffer, which holds megabytes: this tells when it was on the wire.
/// Takes the right to look at packets; where there is none, it sees nothing. Costs the kernel a note per packet; they
/// are read when asked for.
class WireWatch
{
public:
    struct Arrival
    {
        double at = 0;    ///< milliseconds since the epoch
        qint64 bytes = 0; ///< that had come by then, this packet's included
    };

    explicit WireWatch(quint16 serverPort);
    ~WireWatch();
    Q_DISABLE_COPY_MOVE(WireWatch)

    /// Of the connection on which most came since this began; nothing if packets were missed or could not be seen.
    QList<Arrival> takeArrivals();

private:
    int m_socket = -1;
};

} // namespace Slipway
