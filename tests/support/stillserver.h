// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/server.h"
#include "tests/support/rawclient.h"

#include <memory>

namespace Slipway::Simulator {

/// A simulator whose clock only the test moves, and one connection to it.
class StillServer
{
public:
    explicit StillServer(Options options = {.deployments = 0, .tokensPerSecond = 0}) { start(std::move(options)); }

    /// Puts another server in place of the one there is.
    void start(Options options)
    {
        m_client.reset();
        options.clock = [this] { return now; };
        m_server = std::make_unique<Server>(std::move(options));
        if (!m_server->listen())
            qFatal("The simulator cannot listen.");
    }

    RawClient::Answer ask(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {})
    {
        if (!m_client || m_client->closed())
            m_client = std::make_unique<RawClient>(url());
        m_client->ask(verb, "/api/v1/" + path, body);
        return m_client->receive();
    }

    /// The id of a deployment that was created so and is RUNNING now.
    QByteArray running(const QByteArray &body)
    {
        const QByteArray id = idOf(ask("POST", "deployments", body));
        now += 8000;
        return id;
    }

    QUrl url() const { return m_server->url(); }
    World &world() { return m_server->world(); }
    Server &server() { return *m_server; }

    static QByteArray idOf(const RawClient::Answer &answer)
    {
        const Json json = parsed(answer.body);
        return json.contains("output") ? stringAt(json["output"], "deployed_model").toUtf8() : QByteArray();
    }
    static QByteArray text(const RawClient::Answer &answer, const char *key)
    {
        const Json json = parsed(answer.body);
        return json.is_object() ? stringAt(json, key).toUtf8() : QByteArray("no JSON");
    }
    static QByteArray code(const RawClient::Answer &answer) { return text(answer, "code"); }
    static QByteArray message(const RawClient::Answer &answer) { return text(answer, "message"); }

    qint64 now = 1'780'000'000'680; ///< 2026-05-29T04:26:40.68 in China

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;
};

/// The service's words for a parameter that is missing or wrong.
inline QByteArray required(const char *name)
{
    return QByteArray("Required parameter(") + name + ") missing or invalid, please check the request parameters.";
}

/// The service's words for a capacity off the step.
inline QByteArray badCapacity(const char *value, const char *base)
{
    return QByteArray("Invalid capacity (") + value +
           "), capacity must be larger than or equal to 0 and multiples of " + base + " and less than 1000!";
}

} // namespace Slipway::Simulator
