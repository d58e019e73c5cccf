// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationapi.h"

namespace Slipway {

/// What a refusal of a generation tells beside its words. Pure.

/// The part of the request that this error names as its reason, where the request would be good without it: "Send
/// without top_k". Only for refusals (4xx) that certainly generated nothing; unset where nothing is named.
std::optional<Parameter> refusedParameter(const Error &error, const GenerationRequest &request);

/// True when the service says that this endpoint does not serve the model, or is not there at all, so that the other
/// protocol may serve it. Such a refusal certainly generated nothing. A status without the service's words is none.
bool refusesProtocol(const Error &error);

/// Its value in this request as JSON; empty where it is not sent.
QByteArray valueOf(const GenerationRequest &request, Parameter parameter);

/// The same request without it; without WholeReply it is streamed.
GenerationRequest without(GenerationRequest request, Parameter parameter);

} // namespace Slipway
