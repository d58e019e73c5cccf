// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/exchange.h"

#include <QDeadlineTimer>

namespace Slipway {

/// One request with its tries, all of them within the request's deadline. Begins at once, answers from the event loop.
class Attempts : public QObject
{
    Q_OBJECT
public:
    Attempts(Client *client, const Request &request, QObject *parent);

    bool mayHaveBeenSent() const;
    void stop(); ///< no signal comes any more

Q_SIGNALS:
    void arrived(const Slipway::Reply &head, const QByteArray &bytes); ///< see Exchange
    void finished(const Slipway::Result<Slipway::Reply> &result);      ///< once

private:
    void attempt();
    void refuse();
    void take(const Result<Reply> &result);
    std::optional<std::chrono::milliseconds> pauseAfter(const Error &error) const;

    Client *m_client;
    Request m_request;
    QDeadlineTimer m_deadline;
    QTimer m_pause;
    QPointer<Exchange> m_exchange;
    int m_count = 0;
    bool m_wasSent = false;
    bool m_isStopped = false;
};

} // namespace Slipway
