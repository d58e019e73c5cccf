// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationparameters.h"
#include "app/modelstudio/jsonwriter.h"

namespace Slipway {

/// Writes what is set, each as a member under its name, as a file keeps it.
void writeParameters(JsonWriter &json, const GenerationParameters &parameters);

/// The same as a request carries it: the further ones are members beside the others.
void writeSentParameters(JsonWriter &json, GenerationParameters parameters);

/// Writes the value of this one alone, where it is set.
void writeParameter(JsonWriter &json, const GenerationParameters &parameters, Parameter parameter);

} // namespace Slipway
