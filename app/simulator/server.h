// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/connection.h"
#include "app/simulator/faults.h"
#include "app/simulator/options.h"
#include "app/simulator/world.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <random>

namespace Slipway::Simulator {

/// A request as it arrived, and what became of it.
struct RecordedRequest
{
    enum class Fate {
        Pending, ///< being answered, or hanging
        Answered,
        Dropped, ///< the connection ended before the answer did
    };

    QByteArray verb;
    QByteArray path;  ///< percent-encoded, as it came
    QByteArray query; ///< likewise, without the question mark
    Headers headers;
    QByteArray body; ///< its first megabyte
    qint64 bodySize = 0;
    Fate fate = Fate::Pending;

    QByteArray header(const QByteArray &name) const;
};

/// A simulated Model Studio on loopback that speaks HTTP/1.1. Lives in the thread in which it was made. Every header
/// under app/simulator says what was decided where no document says.
class Server : public QObject, private RequestHandler
{
    Q_OBJECT

public:
    explicit Server(Options options, QObject *parent = nullptr);
    ~Server() override;

    bool listen();    ///< false where the port is taken
    QUrl url() const; ///< http://127.0.0.1:PORT/api/v1

    /// What arrived, oldest first; the oldest are forgotten beyond Options::recorded, and beyond 64 MB.
    QList<RecordedRequest> requests() const { return {m_requests.begin(), m_requests.end()}; }
    qsizetype mishapCount() const { return m_mishaps; } ///< requests that a fault hit, ever
    qsizetype requestCount() const { return static_cast<qsizetype>(m_first + m_requests.size()); } ///< ever

    /// See Fault::parsed(); false, with a sentence in `problem`, where the words make no sense.
    bool addFault(const QString &spec, QString *problem = nullptr);
    void addFault(const Fault &fault) { m_faults.add(fault); }
    void clearFaults() { m_faults.clear(); }

    /// The key that is accepted from now on, e.g. because the former one was revoked. Empty: any.
    void setApiKey(const QByteArray &key) { m_options.apiKey = key; }

    World &world() { return m_world; }

private:
    Delivery::Order handle(const HttpRequest &request) override;
    void delivered(quint64 number, bool complete) override;
    void accept();
    quint64 record(const HttpRequest &request);
    QByteArray makeRequestId() override;

    Options m_options;
    World m_world;
    FaultPlan m_faults;
    QTcpServer m_listener;
    std::mt19937_64 m_random;
    std::deque<RecordedRequest> m_requests;
    qsizetype m_mishaps = 0;
    quint64 m_first = 0; ///< number of the oldest that is kept
    qint64 m_recordedBytes = 0;
};

} // namespace Slipway::Simulator
