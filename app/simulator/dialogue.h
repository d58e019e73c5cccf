// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/json.h"
#include "app/simulator/refusal.h"

#include <QList>
#include <QString>

namespace Slipway::Simulator {

/// What was said so far, as far as a simulated reply needs it.
struct Dialogue
{
    QString prompt;          ///< the last thing the user said
    QString everything;      ///< all texts, for counting
    qsizetype turn = 1;      ///< which reply this will be
    bool hasBegun = false;   ///< somebody but the system spoke
    bool callsTools = false; ///< the last turns are an assistant's tool_calls and their answers
};

/// Reads `prompt` and `messages` of a native `input`, or of an OpenAI-compatible body. A system message anywhere but
/// before all others is refused with the words for a bad role, because the documents have none of their own.
Check readDialogue(const Json &input, Dialogue &dialogue);

} // namespace Slipway::Simulator
