// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"

#include <array>
#include <utility>

namespace Slipway::JournalWords {

/// The words that stand for each value in a journal's lines. They are a format: a word that is out is never changed.
template<typename Value, size_t count>
using Words = std::array<std::pair<Value, QLatin1String>, count>;

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

inline constexpr Words<Inquiry::Kind, 6> inquiries{{
    {Inquiry::Kind::None, QLatin1String("none")},
    {Inquiry::Kind::Checking, QLatin1String("checking")},
    {Inquiry::Kind::Happened, QLatin1String("happened")},
    {Inquiry::Kind::NotHappened, QLatin1String("not_happened")},
    {Inquiry::Kind::CannotTell, QLatin1String("cannot_tell")},
    {Inquiry::Kind::Elsewhere, QLatin1String("elsewhere")},
}};

inline constexpr Words<Error::Kind, 16> errors{{
    {Error::Kind::InvalidRequest, QLatin1String("invalid_request")},
    {Error::Kind::Cancelled, QLatin1String("cancelled")},
    {Error::Kind::Unreachable, QLatin1String("unreachable")},
    {Error::Kind::Tls, QLatin1String("tls")},
    {Error::Kind::Timeout, QLatin1String("timeout")},
    {Error::Kind::Lost, QLatin1String("lost")},
    {Error::Kind::Redirected, QLatin1String("redirected")},
    {Error::Kind::BadReply, QLatin1String("bad_reply")},
    {Error::Kind::TooLarge, QLatin1String("too_large")},
    {Error::Kind::Unauthorized, QLatin1String("unauthorized")},
    {Error::Kind::Forbidden, QLatin1String("forbidden")},
    {Error::Kind::NotFound, QLatin1String("not_found")},
    {Error::Kind::Conflict, QLatin1String("conflict")},
    {Error::Kind::Throttled, QLatin1String("throttled")},
    {Error::Kind::Refused, QLatin1String("refused")},
    {Error::Kind::ServerFault, QLatin1String("server_fault")},
}};

/// Empty for a value that has none.
template<typename Value, size_t count>
QString wordOf(const Words<Value, count> &words, Value value)
{
    for (const auto &[each, word] : words) {
        if (each == value)
            return word;
    }
    return {};
}

template<typename Value, size_t count>
std::optional<Value> valueOf(const Words<Value, count> &words, const QString &wanted)
{
    for (const auto &[each, word] : words) {
        if (word == wanted)
            return each;
    }
    return std::nullopt;
}

} // namespace Slipway::JournalWords
