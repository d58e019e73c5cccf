// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/refusal.h"
#include "app/simulator/routes.h"

#include <QList>
#include <QString>

#include <optional>

namespace Slipway::Simulator {

/// Something that goes wrong with certain requests, written as
///
///     ROUTE[:COUNT][@SKIP]=KIND[=ARG][,ARG…]
///
/// See faultGrammar() for all words. The first fault of the list that fits a request and is not used up hits it; delays
/// come on top of any other.
struct Fault
{
    enum class Kind {
        // in place of the service: nothing is executed, unless `execute` is set
        Status,
        FramedError,
        Html,
        Empty,
        Garbage,
        NotHttp,
        Redirect,
        Hang,
        Reset,
        Close,
        // on the way back: the request was executed
        Delay,
        Interim,
        HalfHeader,
        HalfBody,
        WrongLength,
        Cut,
        CutUnframed,
        Stall,
        Slow,
        Split,
        Endless,
        EndlessHeader,
        GzipBomb,
        GzipFlood,
        BadUtf8,
        LongLine,
        Nested,
        Crlf,
        NoEnd,
        ErrorEvent,
        RepeatEvent,
        DropEvent,
    };

    Kind kind = Kind::Status;
    QString route;          ///< catalog, list, get, create, scale, update, delete, generate, any
    qint64 count = -1;      ///< how many requests it still hits; -1: all
    qint64 skip = 0;        ///< how many fitting requests pass unharmed before
    bool execute = false;   ///< the service does as it was asked before the fault strikes
    qint64 number = 0;      ///< milliseconds, bytes, events, bytes a second, levels: what the kind counts
    bool emptyBody = false; ///< Status: not a byte of body
    Refusal refusal;        ///< Status, FramedError and ErrorEvent
    QByteArray url;         ///< Redirect

    /// Nothing where the words make no sense; `problem` then says why, in a sentence.
    static std::optional<Fault> parsed(const QString &spec, QString *problem = nullptr);
};

/// All routes and kinds with their arguments and units, as --help shows them.
QString faultGrammar();

/// What hits one request.
struct Mishap
{
    std::optional<Fault> fault;
    qint64 delay = 0; ///< milliseconds

    bool is(Fault::Kind kind) const { return fault && fault->kind == kind; }
    bool executes() const { return !fault || fault->execute; }
};

/// The faults that are still to come.
class FaultPlan
{
public:
    void add(const Fault &fault) { m_faults.append(fault); }
    void clear() { m_faults.clear(); }

    /// Counts the request against the plan.
    Mishap take(Route route);

private:
    static bool hits(Fault &fault, const QString &route);

    QList<Fault> m_faults;
};

} // namespace Slipway::Simulator
