// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/call.h"
#include "app/modelstudio/jsonwriter.h"
#include "app/modelstudio/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Slipway {

class Client;

enum class Role { System, User, Assistant };

struct Message
{
    Role role = Role::User;
    QString content;
    bool operator==(const Message &) const = default;
};

/// The service's own endpoint (inference.md §3), or the one that speaks like OpenAI's (§4).
enum class Protocol { Native, Compatible };

/// One completion to ask for. Unset parameters are not sent, so the service's defaults hold.
struct GenerationRequest
{
    Protocol protocol = Protocol::Native;
    QString model;           ///< the deployed model
    QString prompt;          ///< sent as input.prompt when `messages` is empty; as a user's message if compatible
    QList<Message> messages; ///< sent as input.messages
    bool stream = true;
    std::optional<bool> incrementalOutput;            ///< native only, as is the next
    QString resultFormat = QStringLiteral("message"); ///< "message", "text", or empty to leave it to the service
    std::optional<double> temperature;                ///< [0, 2)
    std::optional<double> topP;                       ///< (0, 1]
    std::optional<qint64> maxTokens;
    std::optional<qint64> seed;
    std::optional<bool> enableThinking;
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

/// Text generation with a deployed model. A reply without its final event (finish_reason) is never an end: it is an
/// Error of Kind::Lost, and what came before it was handed out. An event that comes twice counts once; where the
/// events' own numbers tell that one is missing, the end is an Error of Kind::BadReply with the detail "missing event".
class GenerationApi
{
public:
    using OnDelta = std::function<void(const GenerationDelta &)>;
    using OnUsage = std::function<void(const Usage &)>;
    using Done = std::function<void(Result<GenerationEnd>)>;

    explicit GenerationApi(Client *client);

    /// Asks once; never sent again by itself (a second completion costs tokens). `onDelta` is called as text arrives,
    /// in order, never synchronously; at most once per network read. `done` comes last, once. Whole replies give one
    /// delta. Cancelling closes the connection at once. No byte for 120 s is a Timeout, for a whole reply (which comes
    /// at once when the model is done) 310 s.
    Call *generate(const GenerationRequest &request, QObject *owner, OnDelta onDelta, OnUsage onUsage, Done done);

private:
    Client *m_client;
};

} // namespace Slipway
