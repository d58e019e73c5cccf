// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/endpoint.h"
#include "app/modelstudio/retry.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <chrono>

class QNetworkReply;

namespace Slipway {

class OneShotBody;

/// How long a client waits, and for how much. Tests shorten it.
struct Patience
{
    std::chrono::milliseconds read{30'000};   ///< one GET with its further tries
    std::chrono::milliseconds change{30'000}; ///< scale, update limits, delete
    std::chrono::milliseconds create{60'000};
    std::chrono::milliseconds wholeReply{310'000}; ///< the service itself gives up after 300 s
    std::chrono::milliseconds silence{120'000};    ///< between two bytes of a reply that streams
    RetryRule retry;
    qint64 sizeLimit = qint64{32} * 1024 * 1024;       ///< of a body, decompressed
    qsizetype eventLimit = qsizetype{8} * 1024 * 1024; ///< bytes of one event, or line, of a stream
    qsizetype textLimit = qsizetype{16} * 1024 * 1024; ///< characters of one reply that streams
};

/// Everything one account needs to talk to the service: where, with which key, over which connections. Management calls
/// and replies that stream use separate connection pools, so that a chat never delays the table. Belongs to one
/// account's session; deleting it stops every exchange without an answer. Follows no redirect, keeps no cookie, checks
/// TLS, sends the documented headers and a User-Agent of our own, never sends a POST, PUT or DELETE twice, and a GET as
/// often as its RetryRule says and no more. Sends nothing with a key or workspace that is not fit for a header.
class Client : public QObject
{
    Q_OBJECT
public:
    explicit Client(Endpoint endpoint, QObject *parent = nullptr);
    ~Client() override;

    const Endpoint &endpoint() const { return m_endpoint; }

    /// For calls made from now on; what is under way keeps the one that it was sent with.
    void setKey(const QByteArray &key);

    const Patience &patience() const { return m_patience; }
    void setPatience(const Patience &patience) { m_patience = patience; } ///< of calls made from now on

    // what follows is for the api classes of this folder

    /// What of the account keeps every request from being sent: "key" or "workspace"; empty where nothing does.
    QString fault() const;

    /// Sends once, now. Every request needs a body, be it empty; the reply owns it.
    QNetworkReply *send(const Request &request, OneShotBody *body);

    /// Sends nothing more over these connections. What is under way there ends as it may.
    void retire(QNetworkAccessManager *network);

    /// Takes every key it ever had out of an error's texts, should a service or a proxy have put it there.
    Error withoutKey(Error error) const;

private:
    QNetworkRequest dressed(const Request &request) const;
    QNetworkAccessManager *newNetwork();
    QNetworkAccessManager *networkFor(const Request &request);
    QNetworkAccessManager *networkForStream();

    Endpoint m_endpoint;
    QByteArrayList m_formerKeys;
    Patience m_patience;
    QNetworkAccessManager *m_reads;
    QList<QNetworkAccessManager *> m_streams;
};

} // namespace Slipway
