// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/endpoint.h"
#include "app/modelstudio/generationapi.h"
#include "app/modelstudio/request.h"

namespace Slipway {

/// Where replies are asked for.
QUrl generationUrl(const Endpoint &endpoint, Protocol protocol);

/// A request for a reply as it goes over the wire.
Request requestOf(const Endpoint &endpoint, const GenerationRequest &generation);

/// The same request as a Python script with one of the SDKs that people use. As with callcode.h the key comes from the
/// environment and everything else is data. Empty where there is nothing to ask.
QString dashScopePythonOf(const Endpoint &endpoint, GenerationRequest generation); ///< the native protocol
QString openAiPythonOf(const Endpoint &endpoint, GenerationRequest generation);    ///< the compatible one

} // namespace Slipway
