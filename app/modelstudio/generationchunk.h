// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationapi.h"

namespace Slipway {

class Json;

/// What one event of a stream, or a whole reply, says; native (message and text format) and compatible alike.
struct GenerationChunk
{
    QString content;
    QString reasoning;
    QString finishReason; ///< empty while generating
    std::optional<Usage> usage;
    QString requestId;
    bool holdsText = false; ///< there is a place for text, be it empty: without it this is no generation at all
};

GenerationChunk readChunk(const Json &object);

/// Unset where it is no number of tokens: below none, or so many that the sum over many replies would not fit.
std::optional<qint64> tokenCountIn(const Json &number);

} // namespace Slipway
