// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultbench.h"

namespace Slipway::Faults {

using Kind = Error::Kind;
using State = Mutation::State;
using End = Turn::State;

/// A fault, and what must come of it. Said once for all operations: what a read ends with, a mutation, a reply.
struct Case
{
    QByteArray spec;          ///< its kind; or the whole of it, for whatever is asked
    std::optional<Kind> kind; ///< unset: it does no harm
    State state = State::Accepted;
    End stream = End::Complete;
    std::optional<Kind> streamKind;
    bool onlyStreams = false;
    bool isLate = false;      ///< ends only when patience does
    bool dependsOnQt = false; ///< newer ones make it harmless
};

inline Case harmless(const char *spec)
{
    return {.spec = spec};
}

/// No good answer, and no telling what the service did.
inline Case broken(const char *spec, Kind kind, End stream = End::Failed)
{
    return {.spec = spec, .kind = kind, .state = State::Unknown, .stream = stream, .streamKind = kind};
}

inline Case broken(const char *spec, Kind kind, End stream, Kind streamKind)
{
    return {.spec = spec, .kind = kind, .state = State::Unknown, .stream = stream, .streamKind = streamKind};
}

inline Case late(const char *spec, End stream = End::Failed)
{
    Case late = broken(spec, Kind::Timeout, stream);
    late.isLate = true;
    return late;
}

inline Case refused(const char *spec, Kind kind)
{
    return {.spec = spec, .kind = kind, .state = State::Refused, .stream = End::Failed, .streamKind = kind};
}

inline Case streaming(const char *spec, End stream, std::optional<Kind> kind, bool isLate = false)
{
    return {.spec = spec, .kind = {}, .stream = stream, .streamKind = kind, .onlyStreams = true, .isLate = isLate};
}

inline Case dependingOnQt(Case fault)
{
    fault.dependsOnQt = true;
    return fault;
}

inline const QList<Case> &connectionCases()
{
    static const QList<Case> cases{
        harmless("delay=200"),
        late("hang"),
        late("executed-hang"),
        broken("reset-before", Kind::Lost),
        broken("reset-after", Kind::Lost),
        broken("close-before", Kind::Lost),
        broken("close-after", Kind::Lost),
        broken("half-header", Kind::Lost),
        broken("half-body", Kind::BadReply, End::Cut, Kind::Lost),
        broken("wrong-length", Kind::BadReply, End::Failed, Kind::Lost),
        broken("wrong-length=-3", Kind::BadReply, End::Failed, Kind::Lost),
        broken("cut=0", Kind::BadReply, End::Failed, Kind::Lost),
        broken("cut=1", Kind::BadReply, End::Failed, Kind::Lost),
        broken("cut=50", Kind::BadReply, End::Failed, Kind::Lost),
        broken("cut-unframed=0", Kind::BadReply, End::Failed, Kind::Lost),
        broken("cut-unframed=50", Kind::BadReply, End::Failed, Kind::Lost),
        late("stall=0"),
        late("stall=20"),
        late("slow=20"),
        harmless("slow=50000"),
        harmless("split=1"),
        harmless("split=7"),
        dependingOnQt(broken("interim", Kind::Lost)),
        harmless("interim=100"),
        broken("not-http", Kind::Lost),
        late("endless-header"),
        broken("any=reset-before", Kind::Lost),
        late("any=hang"),
    };
    return cases;
}

inline const QList<Case> &statusCases()
{
    static const QList<Case> cases{
        broken("status=103", Kind::Lost),
        broken("status=103,empty", Kind::Lost),
        broken("status=101,empty", Kind::Lost),
        broken("status=204", Kind::BadReply),
        broken("status=204,empty", Kind::BadReply),
        refused("redirect=http://127.0.0.1:1/elsewhere", Kind::Redirected),
        refused("status=301,empty", Kind::Redirected),
        refused("status=304,empty", Kind::Redirected),
        refused("status=307", Kind::Redirected),
        refused("status=400", Kind::Refused),
        refused("status=400,empty", Kind::Refused),
        refused("status=401", Kind::Unauthorized),
        refused("status=401,empty", Kind::Unauthorized),
        refused("status=401,InvalidApiKey,The key sk-marker-5f2c8a is wrong.", Kind::Unauthorized),
        refused("status=403", Kind::Forbidden),
        refused("status=403,empty", Kind::Forbidden),
        refused("status=404", Kind::NotFound),
        refused("status=404,empty", Kind::NotFound),
        refused("status=409", Kind::Conflict),
        refused("status=418", Kind::Refused),
        refused("status=429", Kind::Throttled),
        refused("status=429,empty", Kind::Throttled),
        refused("any=status=429", Kind::Throttled),
        refused("framed-error=429", Kind::Throttled),
        refused("html=403", Kind::Forbidden),
        broken("status=500", Kind::ServerFault),
        broken("status=500,empty", Kind::ServerFault),
        broken("executed-status=500", Kind::ServerFault),
        broken("status=502,empty", Kind::ServerFault),
        broken("html=502", Kind::ServerFault),
        broken("status=503", Kind::ServerFault),
        broken("any=status=503", Kind::ServerFault),
        broken("executed-status=504,empty", Kind::ServerFault),
        broken("status=599", Kind::ServerFault),
    };
    return cases;
}

inline const QList<Case> &contentCases()
{
    static const QList<Case> cases{
        broken("html", Kind::BadReply),
        broken("executed-html", Kind::BadReply),
        broken("empty", Kind::BadReply),
        broken("garbage", Kind::BadReply),
        broken("nested", Kind::BadReply, End::Cut),
        harmless("nested=50"),
        harmless("bad-utf8"),
        harmless("long-line"),
        broken("long-line=12100000", Kind::TooLarge, End::Cut),
        broken("endless", Kind::TooLarge, End::Cut),
        broken("gzip-bomb", Kind::BadReply, End::Cut),
        broken("gzip-flood", Kind::TooLarge, End::Cut),
        streaming("crlf", End::Complete, {}),
        streaming("repeat-event", End::Complete, {}),
        streaming("drop-event=3", End::Cut, Kind::BadReply),
        streaming("no-end", End::Cut, Kind::Lost),
        streaming("error-event", End::Cut, Kind::Throttled),
        streaming("error-event=0", End::Failed, Kind::Throttled),
        streaming("error-event=4,Throttling.RateQuota,Oops", End::Cut, Kind::Throttled),
        streaming("cut=900", End::Cut, Kind::Lost),
        streaming("cut-unframed=900", End::Cut, Kind::Lost),
        streaming("stall=900", End::Cut, Kind::Timeout, true),
    };
    return cases;
}

/// All faults that can hit it; SLIPWAY_FAULT in the environment names a single one.
inline QList<Case> casesFor(Operation operation)
{
    QList<Case> cases = connectionCases() + statusCases() + contentCases();
    const bool isStream = operation == Operation::StreamedReply || operation == Operation::CompatibleReply;
    cases.removeIf([isStream](const Case &each) { return each.onlyStreams && !isStream; });
    if (const QByteArray only = qgetenv("SLIPWAY_FAULT"); !only.isEmpty())
        cases.removeIf([only](const Case &each) { return each.spec != only; });
    return cases;
}

} // namespace Slipway::Faults
