// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"
#include "ui/errortext.h"

namespace Slipway {

/// What a journal entry's error is to be told as.
constexpr Deed deedOf(Mutation::Verb verb)
{
    switch (verb) {
    case Mutation::Verb::Create:
        return Deed::Create;
    case Mutation::Verb::Scale:
        return Deed::Scale;
    case Mutation::Verb::UpdateLimits:
        return Deed::UpdateLimits;
    case Mutation::Verb::Delete:
        return Deed::Delete;
    }
    return Deed::Read;
}

} // namespace Slipway
