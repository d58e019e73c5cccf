// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cost.h"

#include <QDateTime>

#include <chrono>

namespace Slipway {

/// What a reply was asked for with, beside what was said.
struct Asked
{
    Protocol protocol = Protocol::Native; ///< of the first request; see Turn::protocolTurn
    QString systemPrompt;
    bool stream = true;
    std::optional<bool> incrementalOutput;
    QString resultFormat;
    GenerationParameters parameters;
    bool operator==(const Asked &) const = default;
};

/// One message of a conversation as people see it.
struct Turn
{
    enum class State {
        Complete,
        Waiting,   ///< asked, no byte yet
        Streaming, ///< growing
        Stopped,   ///< by a person; what came is kept
        Cut,       ///< the connection ended before the reply did, or, without an error, the program; what came is kept
        Failed,    ///< refused, nothing came
    };

    Role role = Role::User;
    State state = State::Complete;
    int id = 0;                               ///< within its conversation, and for good
    int branch = 1;                           ///< which one of those that stand at its place is shown
    int branches = 1;                         ///< how many there are
    bool continues = false;                   ///< a reply that goes on where the one before it ended
    bool damaged = false;                     ///< its file has lost a part of it
    QString content;                          ///< Markdown source, never mixed with an error's text
    QString reasoning;                        ///< "thinking", Markdown source
    std::optional<Error> error;               ///< with Cut and Failed
    std::optional<ProtocolTurn> protocolTurn; ///< it was refused over one protocol and asked over the other
    std::optional<Asked> asked;               ///< of a reply; unset where it was not kept
    QString finishReason;
    Usage usage;                ///< as the service reported it; see isEstimate
    std::optional<double> yuan; ///< at the price that was known then
    QString requestId;
    QDateTime at;                                        ///< UTC
    std::optional<std::chrono::milliseconds> firstToken; ///< from sending to the first text
    std::optional<std::chrono::milliseconds> thinking;   ///< from the first reasoning to the first content, or so far
    std::optional<std::chrono::milliseconds> duration;   ///< from sending to the end, or so far
    bool operator==(const Turn &) const = default;
};

/// True where the reply ended before the service gave its last count: the counts are what was known by then, or made
/// from the length of what came.
bool isEstimate(const Turn &turn);

/// Puts estimates where such a reply has no counts: the compatible protocol counts only at the end.
void estimateMissing(Turn &turn);

/// Takes the time that a reply has thought so far, at `sinceSent`. Once there is content it stays as it is.
void countThinking(Turn &turn, std::chrono::milliseconds sinceSent);

/// For the eye: the same, but a reply under way has taken as long as it has by `now`, also where nothing comes.
Turn asOf(const QDateTime &now, Turn turn);

/// Output tokens per second between the first text and the end, or so far; unset where the service has not counted or
/// nothing came.
std::optional<double> tokensPerSecond(const Turn &turn);

} // namespace Slipway
