// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace Slipway {

/// The body of a request that must reach the service at most once. When a connection breaks before the answer, Qt
/// rewinds the body and sends the request again by itself, whatever its verb, up to three times; this body refuses to
/// be rewound, an empty one too, and so the exchange fails instead. It must neither be sequential (Qt would buffer it,
/// then re-send) nor derive from QBuffer (Qt reads those behind the device's back).
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    qint64 handedOut() const { return m_handedOut; } ///< bytes that were taken to be sent

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64 position) override { return position == pos(); }

protected:
    qint64 readData(char *to, qint64 wanted) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_handedOut = 0;
};

} // namespace Slipway
