// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversations.h"
#include "app/modelstudio/client.h"
#include "app/simulator/server.h"

namespace Slipway {

/// A simulated service with one running deployment whose model can think, and the conversations of an account there.
class ChatService
{
public:
    explicit ChatService(const QByteArray &reply = {}, double tokensPerSecond = 0)
    {
        Simulator::Options options;
        options.deployments = 0;
        options.reply = reply;
        options.tokensPerSecond = tokensPerSecond;
        server = std::make_unique<Simulator::Server>(options);
        if (!server->listen())
            qFatal("no free port");
        server->world().insert(model(QStringLiteral("qwen3-32b-chat")));
        server->world().insert(model(QStringLiteral("qwen3-32b-other")));
        client = std::make_unique<Client>(endpointAt(server->url(), {}, "sk-test"));
        conversations = std::make_unique<Conversations>(GenerationApi(client.get()));
    }

    /// One more, running, whose name is its id: the simulator refuses what that says.
    void deploy(const QString &id)
    {
        Simulator::DeployedModel more = model(id);
        more.name = id;
        server->world().insert(more);
    }

    Conversation *conversation() { return conversations->of(QStringLiteral("qwen3-32b-chat")); }

    std::unique_ptr<Simulator::Server> server;
    std::unique_ptr<Client> client;
    std::unique_ptr<Conversations> conversations;

private:
    static Simulator::DeployedModel model(const QString &id)
    {
        Simulator::DeployedModel model;
        model.id = id;
        model.modelName = model.baseModel = QStringLiteral("qwen3-32b");
        model.plan = QStringLiteral("mu");
        model.capacity = model.readyCapacity = model.baseCapacity = 1;
        return model;
    }
};

} // namespace Slipway
