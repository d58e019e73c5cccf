// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/attempts.h"

#include "app/modelstudio/client.h"

#include <QRandomGenerator>

namespace Slipway {

Attempts::Attempts(Client *client, const Request &request, QObject *parent) :
    QObject(parent), m_client(client), m_request(request), m_deadline(QDeadlineTimer::Forever)
{
    if (request.deadline.count() > 0)
        m_deadline.setRemainingTime(request.deadline);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Attempts::attempt);
    if (!request.url.isValid())
        m_request.fault = QStringLiteral("url");
    if (m_request.fault.isEmpty())
        m_request.fault = client->fault();
    if (m_request.fault.isEmpty())
        attempt();
    else
        QMetaObject::invokeMethod(this, &Attempts::refuse, Qt::QueuedConnection);
}

bool Attempts::mayHaveBeenSent() const
{
    return m_wasSent || (m_exchange && m_exchange->mayHaveBeenSent());
}

void Attempts::stop()
{
    m_isStopped = true;
    m_pause.stop();
    if (m_exchange)
        m_exchange->stop();
}

void Attempts::refuse()
{
    take(Error{.kind = Error::Kind::InvalidRequest, .detail = m_request.fault});
}

void Attempts::attempt()
{
    ++m_count;
    Request request = m_request;
    if (!m_deadline.isForever())
        request.deadline = std::chrono::milliseconds(std::max<qint64>(1, m_deadline.remainingTime()));
    m_exchange = new Exchange(m_client, request, this);
    connect(m_exchange, &Exchange::arrived, this, &Attempts::arrived);
    connect(m_exchange, &Exchange::finished, this, &Attempts::take);
}

void Attempts::take(const Result<Reply> &result)
{
    if (m_isStopped)
        return;
    if (m_exchange)
        m_exchange->deleteLater();
    if (!result)
        m_wasSent = m_wasSent || result.error().sent;
    const auto pause = result ? std::nullopt : pauseAfter(result.error());
    if (pause)
        m_pause.start(*pause);
    else
        Q_EMIT finished(result);
}

/// A try that could not begin before the deadline is not waited for: the person hears at once what went wrong.
std::optional<std::chrono::milliseconds> Attempts::pauseAfter(const Error &error) const
{
    if (!m_request.mayBeTriedAgain)
        return std::nullopt;
    const double random = QRandomGenerator::global()->generateDouble();
    const auto pause = pauseBeforeRetry(m_request.verb, error, m_count, random, m_client->patience().retry);
    return pause && m_deadline.remainingTimeAsDuration() > *pause ? pause : std::nullopt;
}

} // namespace Slipway
