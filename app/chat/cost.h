// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationapi.h"

namespace Slipway {

/// What the tokens of a model cost where they are billed (plan lora), in yuan per 1000.
struct TokenRate
{
    double input = 0;
    double output = 0;
    std::optional<double> thinking; ///< of all output of a reply with thinking in it, where it has a price of its own
    bool operator==(const TokenRate &) const = default;
};

/// Unset where a count is missing.
std::optional<double> yuanFor(const Usage &usage, const TokenRate &rate);

/// About how many tokens a text is, for replies that ended before the service counted them: a token for every four
/// characters, of Chinese and its neighbours for every one and a half.
qint64 estimatedTokens(QStringView text);

} // namespace Slipway
