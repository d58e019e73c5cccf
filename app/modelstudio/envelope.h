// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/json.h"
#include "app/modelstudio/reply.h"
#include "app/modelstudio/result.h"

namespace Slipway {

/// A success body, opened: what it carries and the id the service gave the exchange.
struct Envelope
{
    Json output; ///< `output`, else `data`, else the whole object
    QString requestId;
    bool isWhole = false; ///< there is neither `output` nor `data`
};

/// Opens the body of a 2xx. Kind::BadReply where it is not one JSON object; `detail` says what it was.
Result<Envelope> openEnvelope(const Reply &reply);

/// A 2xx whose body lacks or mistypes what it must hold; `detail` is what that is. Keeps a code and message that the
/// service may have put there.
Error badReply(const Reply &reply, const QString &detail);

/// An answer of 300 and above: the code and message of any of the shapes in which the service and what stands before it
/// write errors (its own, OpenAI's, `msg`, framed as events). They stay empty where the body is none of them, and
/// `detail` tells the content type.
Error failureOf(const Reply &reply);

/// An error object that came in a body or an event; kind and status are the caller's.
Error errorFrom(const Json &object);

} // namespace Slipway
