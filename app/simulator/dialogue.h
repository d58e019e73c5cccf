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
    QString prompt;     ///< the last thing the user said
    QString everything; ///< all texts, for counting
    qsizetype turn = 1; ///< which reply this will be
};

/// Reads `prompt` and `messages` of a native `input`, or of an OpenAI-compatible body.
Check readDialogue(const Json &input, Dialogue &dialogue);

} // namespace Slipway::Simulator
