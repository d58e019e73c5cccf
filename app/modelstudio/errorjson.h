// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

namespace Slipway {

/// An Error as an object in a file of ours. Its words are a format: one that is out is never changed.
void writeError(JsonWriter &json, const Error &error);
Error readError(const Json &object);

QString wordOf(Error::Kind kind); ///< in such a file

} // namespace Slipway
