// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/jsonwriter.h"

namespace Slipway {

/// A turn as an object in a file, without its place in the conversation.
void writeTurn(JsonWriter &json, const Turn &turn);

/// All but its text and how it was asked for, which the file has already; instead how long the text is.
void writeTurnEnd(JsonWriter &json, const Turn &turn);

Turn readTurn(const Json &object);

/// What writeTurnEnd() told, for a turn whose text was read. Where it is shorter than it was, the turn is damaged.
void readTurnEnd(const Json &object, Turn &turn);

} // namespace Slipway
