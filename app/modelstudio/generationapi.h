// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/call.h"
#include "app/modelstudio/generationparameters.h"
#include "app/modelstudio/jsonwriter.h"
#include "app/modelstudio/protocol.h"
#include "app/modelstudio/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Slipway {

class Client;
class GenerationMemory;

enum class Role { System, User, Assistant };

struct Message
{
    Role role = Role::User;
    QString content;
    bool operator==(const Message &) const = default;
};

/// One completion to ask for.
struct GenerationRequest
{
    std::optional<Protocol> protocol; ///< unset: as the api chooses; native in a body
    QString model;                    ///< the deployed model
    QString prompt;          ///< sent as input.prompt when `messages` is empty; as a user's message if compatible
    QList<Message> messages; ///< sent as input.messages
    bool stream = true;
    std::optional<bool> incrementalOutput;            ///< native only, as is the next
    QString resultFormat = QStringLiteral("message"); ///< "message", "text", or empty to leave it to the service
    GenerationParameters parameters;
};

/// Tokens as the service counted them; unset where it did not say.
struct Usage
{
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> totalTokens;
    std::optional<qint64> reasoningTokens; ///< counted inside outputTokens
    bool operator==(const Usage &) const = default;
};

/// What one event added. Cumulative streams are turned into additions before they get here.
struct GenerationDelta
{
    QString content;
    QString reasoning;
};

/// How a complete reply ended.
struct GenerationEnd
{
    QString finishReason; ///< stop, length, tool_calls, as it came
    Usage usage;
    QString requestId;
};

/// The exact body that is sent, as UTF-8 JSON in the documents' key order.
QByteArray bodyOf(const GenerationRequest &request, JsonLayout layout = JsonLayout::Compact);

/// That the endpoint refused to serve this model, and that the same is asked over the other one now.
struct ProtocolTurn
{
    Protocol now = Protocol::Native;
    Error refusal; ///< the first one's
    bool operator==(const ProtocolTurn &) const = default;
};

/// Text generation with a deployed model. A reply without its final event (finish_reason) is never an end: it is an
/// Error of Kind::Lost, and what came before it was handed out. An event that comes twice counts once; where the
/// events' own numbers tell that one is missing, the end is an Error of Kind::BadReply with the detail "missing event".
class GenerationApi
{
public:
    using OnDelta = std::function<void(const GenerationDelta &)>;
    using OnUsage = std::function<void(const Usage &)>;
    using OnTurn = std::function<void(const ProtocolTurn &)>;
    using Done = std::function<void(Result<GenerationEnd>)>;

    /// Copies share what they learn about the deployments of this account.
    explicit GenerationApi(Client *client, ProtocolChoice choice = ProtocolChoice::Native);

    /// Asks once; never sent again by itself (a second completion costs tokens). `onDelta` is called as text arrives,
    /// in order, never synchronously; at most once per network read. `done` comes last, once. Whole replies give one
    /// delta. Cancelling closes the connection at once. No byte for 120 s is a Timeout, for a whole reply (which comes
    /// at once when the model is done) 310 s.
    ///
    /// With ProtocolChoice::Automatic, one refusal that certainly generated nothing and says that this endpoint does
    /// not serve the model makes it ask once over the other one, and from then on at once. `onTurn` tells, before all
    /// else.
    Call *generate(const GenerationRequest &request, QObject *owner, OnDelta onDelta, OnUsage onUsage, Done done,
                   OnTurn onTurn = {});

    /// The request as it would be sent now: its protocol is set, and what is left out is not in it.
    GenerationRequest prepared(const GenerationRequest &request) const;

    /// From now on requests to this model go without it, until they ask for another value of it.
    void leaveOut(const GenerationRequest &request, Parameter parameter);
    QList<Parameter> leftOut(const GenerationRequest &request) const;

private:
    Client *m_client;
    std::shared_ptr<GenerationMemory> m_memory;
};

} // namespace Slipway
