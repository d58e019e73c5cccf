// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/conversation.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

namespace Slipway {

/// Settings as an object in a file. What is unset is left out, and what is not known is ignored: a file of a newer
/// version gives what both know.
void writeSettings(JsonWriter &json, const ChatSettings &settings);
ChatSettings readSettings(const Json &object);

} // namespace Slipway
