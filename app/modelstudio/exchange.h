// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/reply.h"
#include "app/modelstudio/request.h"
#include "app/modelstudio/result.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Slipway {

class Client;
class OneShotBody;

/// One request, sent once. Gives its signals from the event loop, never out of Qt's network code, so that a slot may
/// delete anything. Deleting it closes the connection.
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(Client *client, const Request &request, QObject *parent);
    ~Exchange() override;

    /// False only where it is certain that the service got nothing it could act on.
    bool mayHaveBeenSent() const;

    void stop(); ///< closes the connection; no signal comes any more

Q_SIGNALS:
    /// Bytes of a reply that streams, as they come: 2xx and text/event-stream only.
    void arrived(const Slipway::Reply &head, const QByteArray &bytes);

    /// Once, last: a 2xx, whole, or an error. The body of a reply that streamed is not repeated.
    void finished(const Slipway::Result<Slipway::Reply> &result);

private:
    void schedule();
    void advance();
    void conclude();
    void takeHead();
    QByteArray readSome();
    void takeBytes();
    bool takesStream() const;
    void fail(Error::Kind kind, const QString &detail);
    Result<Reply> outcome() const;
    Error withoutAnswer() const;
    bool neverLeft() const;
    bool cannotBeUnpacked() const;

    Client *m_client;
    Request m_request;
    QPointer<OneShotBody> m_body;
    QPointer<QNetworkReply> m_network;
    QTimer m_deadline;
    QTimer m_silence;
    Reply m_reply;
    QString m_distrust;     ///< what is wrong with the service's certificate
    bool m_wasSent = false; ///< Qt says that it wrote to the connection
    bool m_isScheduled = false;
    bool m_isOver = false;
};

} // namespace Slipway
