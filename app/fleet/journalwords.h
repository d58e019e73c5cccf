// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"
#include "app/modelstudio/wordtable.h"

namespace Slipway::JournalWords {

// The words that stand for each value in a journal's lines. They are a format: a word that is out is never changed.
inline constexpr Words<Mutation::Verb, 4> verbs{{
    {Mutation::Verb::Create, QLatin1String("create")},
    {Mutation::Verb::Scale, QLatin1String("scale")},
    {Mutation::Verb::UpdateLimits, QLatin1String("limits")},
    {Mutation::Verb::Delete, QLatin1String("delete")},
}};

inline constexpr Words<Mutation::State, 5> states{{
    {Mutation::State::Sending, QLatin1String("sending")},
    {Mutation::State::Accepted, QLatin1String("accepted")},
    {Mutation::State::Refused, QLatin1String("refused")},
    {Mutation::State::NotSent, QLatin1String("not_sent")},
    {Mutation::State::Unknown, QLatin1String("unknown")},
}};

inline constexpr Words<Inquiry::Kind, 7> inquiries{{
    {Inquiry::Kind::None, QLatin1String("none")},
    {Inquiry::Kind::Checking, QLatin1String("checking")},
    {Inquiry::Kind::Happened, QLatin1String("happened")},
    {Inquiry::Kind::NotHappened, QLatin1String("not_happened")},
    {Inquiry::Kind::CannotTell, QLatin1String("cannot_tell")},
    {Inquiry::Kind::Elsewhere, QLatin1String("elsewhere")},
    {Inquiry::Kind::OtherKey, QLatin1String("other_key")},
}};

} // namespace Slipway::JournalWords
