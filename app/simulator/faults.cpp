// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"

#include <algorithm>
#include <array>

namespace Slipway::Simulator {

namespace {

using Kind = Fault::Kind;

struct Word
{
    const char *name;
    Kind kind;
    bool execute;
    qint64 number; ///< what the kind counts, unless an argument says otherwise; -1: the argument is required
};

constexpr std::array words{
    Word{"status", Kind::Status, false, -1},
    Word{"framed-error", Kind::FramedError, false, 400},
    Word{"html", Kind::Html, false, 200},
    Word{"empty", Kind::Empty, false, 0},
    Word{"garbage", Kind::Garbage, false, 0},
    Word{"not-http", Kind::NotHttp, false, 0},
    Word{"redirect", Kind::Redirect, false, 0},
    Word{"hang", Kind::Hang, false, 0},
    Word{"reset-before", Kind::Reset, false, 0},
    Word{"reset-after", Kind::Reset, true, 0},
    Word{"close-before", Kind::Close, false, 0},
    Word{"close-after", Kind::Close, true, 0},
    Word{"delay", Kind::Delay, true, -1},
    Word{"interim", Kind::Interim, true, 103},
    Word{"half-header", Kind::HalfHeader, true, 0},
    Word{"half-body", Kind::HalfBody, true, 0},
    Word{"wrong-length", Kind::WrongLength, true, 10},
    Word{"cut", Kind::Cut, true, -1},
    Word{"cut-unframed", Kind::CutUnframed, true, -1},
    Word{"stall", Kind::Stall, true, 100},
    Word{"slow", Kind::Slow, true, 200},
    Word{"split", Kind::Split, true, 1},
    Word{"endless", Kind::Endless, true, 0},
    Word{"endless-header", Kind::EndlessHeader, true, 0},
    Word{"gzip-bomb", Kind::GzipBomb, true, 0},
    Word{"gzip-flood", Kind::GzipFlood, true, 0},
    Word{"bad-utf8", Kind::BadUtf8, true, 0},
    Word{"long-line", Kind::LongLine, true, 1'000'000},
    Word{"nested", Kind::Nested, true, 100'000},
    Word{"crlf", Kind::Crlf, true, 0},
    Word{"no-end", Kind::NoEnd, true, 0},
    Word{"error-event", Kind::ErrorEvent, true, 3},
    Word{"repeat-event", Kind::RepeatEvent, true, 2},
    Word{"drop-event", Kind::DropEvent, true, 2},
};

constexpr std::array routes{"catalog", "list", "get", "create", "scale", "update", "delete", "generate", "any"};

QString nameOf(Route route)
{
    switch (route) {
    case Route::Catalog:
        return QStringLiteral("catalog");
    case Route::List:
        return QStringLiteral("list");
    case Route::Get:
        return QStringLiteral("get");
    case Route::Create:
        return QStringLiteral("create");
    case Route::Scale:
        return QStringLiteral("scale");
    case Route::Update:
        return QStringLiteral("update");
    case Route::Delete:
        return QStringLiteral("delete");
    case Route::Generate:
    case Route::GenerateMultimodal:
    case Route::GenerateCompatible:
        return QStringLiteral("generate");
    case Route::WrongVerb:
    case Route::Unknown:
        break;
    }
    return {};
}

/// ROUTE[:COUNT][@SKIP]
bool readTarget(QString target, Fault &fault)
{
    bool good = true;
    if (const qsizetype at = target.indexOf(u'@'); at >= 0) {
        fault.skip = QStringView(target).mid(at + 1).toLongLong(&good);
        target.truncate(at);
    }
    bool counted = true;
    if (const qsizetype colon = target.indexOf(u':'); colon >= 0) {
        fault.count = QStringView(target).mid(colon + 1).toLongLong(&counted);
        counted = counted && fault.count > 0;
        target.truncate(colon);
    }
    fault.route = target;
    const bool known =
        std::any_of(routes.begin(), routes.end(), [&](const char *each) { return target == QLatin1String(each); });
    return good && fault.skip >= 0 && counted && known;
}

const Word *wordOf(QString name, bool &execute)
{
    const QLatin1String prefix("executed-");
    execute = name.startsWith(prefix);
    if (execute)
        name.remove(0, prefix.size());
    for (const Word &each : words)
        if (name == QLatin1String(each.name))
            return &each;
    return nullptr;
}

/// The argument after KIND=, and what follows it after commas.
bool readArguments(const QString &arguments, const Word &word, Fault &fault)
{
    QStringList rest = arguments.isEmpty() ? QStringList() : arguments.split(u',');
    fault.number = word.number;
    if (fault.kind == Kind::Redirect) {
        fault.url = arguments.toUtf8();
        return !arguments.isEmpty();
    }
    bool good = true;
    if (!rest.isEmpty() && !rest.first().isEmpty())
        fault.number = rest.takeFirst().toLongLong(&good);
    else if (!rest.isEmpty())
        rest.removeFirst();
    fault.refusal = fault.kind == Kind::ErrorEvent
                        ? Refusal{429, QStringLiteral("Throttling.AllocationQuota"),
                                  QStringLiteral("Allocated quota exceeded, please increase your quota limit.")}
                        : refusalOfStatus(static_cast<int>(fault.number));
    if (!rest.isEmpty() && rest.first() == u"empty")
        fault.emptyBody = true;
    else if (!rest.isEmpty())
        fault.refusal.code = rest.takeFirst();
    if (!rest.isEmpty() && !fault.emptyBody)
        fault.refusal.message = rest.join(u',');
    constexpr qint64 most = 1'000'000'000;
    return good && (fault.number >= 0 || fault.kind == Kind::WrongLength) && fault.number < most;
}

bool within(qint64 number, qint64 least, qint64 most)
{
    return number >= least && number <= most;
}

bool sensible(const Fault &fault)
{
    constexpr qint64 mostPadding = 100'000'000; // bytes
    switch (fault.kind) {
    case Kind::Status:
        return within(fault.number, 100, 599);
    case Kind::FramedError:
    case Kind::Html:
        return within(fault.number, 200, 599);
    case Kind::Interim:
        return within(fault.number, 100, 199);
    case Kind::Slow:
    case Kind::Split:
        return fault.number > 0;
    case Kind::LongLine:
    case Kind::Nested:
        return fault.number <= mostPadding;
    default:
        return true;
    }
}

std::optional<Fault> refuse(QString *problem, const QString &sentence)
{
    if (problem)
        *problem = sentence;
    return std::nullopt;
}

} // namespace

std::optional<Fault> Fault::parsed(const QString &spec, QString *problem)
{
    const qsizetype equals = spec.indexOf(u'=');
    Fault fault;
    if (equals < 0 || !readTarget(spec.left(equals), fault))
        return refuse(problem, QStringLiteral("\"%1\" does not begin with ROUTE[:COUNT][@SKIP]=.").arg(spec));
    const QString what = spec.mid(equals + 1);
    qsizetype end = 0;
    while (end < what.size() && what[end] != u'=' && what[end] != u',')
        ++end;
    bool execute = false;
    const Word *word = wordOf(what.left(end), execute);
    if (!word)
        return refuse(problem, QStringLiteral("\"%1\" is no kind of fault.").arg(what.left(end)));
    fault.kind = word->kind;
    fault.execute = word->execute || execute;
    QString arguments = what.mid(end + 1);
    if (end < what.size() && what[end] == u',')
        arguments.prepend(u',');
    if (!readArguments(arguments, *word, fault) || !sensible(fault))
        return refuse(problem, QStringLiteral("\"%1\" has a wrong argument.").arg(spec));
    return fault;
}

QString faultGrammar()
{
    return QStringLiteral(R"(ROUTE[:COUNT][@SKIP]=KIND[=ARG][,ARG...]
  ROUTE  catalog, list, get, create, scale, update, delete, generate, or any
  COUNT  how many requests it hits (default: all); SKIP: how many pass before
 In place of the service; nothing is executed:
  status=N[,empty | ,CODE[,MESSAGE]]   HTTP status N (100 to 599) with the documented words,
                   these words, or no body; after a 1xx, which is no answer, it is closed
  framed-error=N[,CODE[,MESSAGE]]      status N, application/json, but a server-sent event as body
  html[=N]         a proxy's page, status N (default 200)
  empty            200 without a body
  garbage          200, application/json, bytes that are no JSON and no UTF-8
  not-http         bytes that are no HTTP
  redirect=URL     302 to URL
  hang             no answer; the connection stays open
  reset-before     the connection is reset
  close-before     the connection is closed
 An "executed-" before any of these (executed-status=504, executed-hang) does what was asked first.
 On the way back; the request has been executed:
  delay=MS         the answer comes so many milliseconds later; adds to any other fault
  interim[=N]      a head of status N (100 to 199, default 103) comes first
  reset-after      reset without a byte; close-after: closed without a byte
  half-header      closed in the middle of the headers
  half-body        closed in the middle of the body (a stream: in its fourth event)
  wrong-length[=N] Content-Length (a stream: its first chunk) N bytes too long,
                   default 10; may be negative
  cut=BYTES        closed after so many bytes of body
  cut-unframed=BYTES   the same, of a body that has neither a length nor chunks
  stall[=BYTES]    nothing more after so many bytes of body (default 100); the connection stays open
  slow[=N]         N bytes a second, default 200
  split[=BYTES]    so many bytes a packet, default 1: characters and line ends are torn apart
  endless          a body (a stream: events with text) that never ends
  endless-header   headers that never end, 10 kB a second
  gzip-bomb        the body, compressed, then blanks without end; unpacked 158 times as large
  gzip-flood       the same, 34 times as large
  bad-utf8         bytes that are no UTF-8 in a text (a stream: in every event)
  long-line[=BYTES]    one more member of so many bytes (a stream: in event 3), default 1000000
  nested[=LEVELS]  one more member, nested so deep (a stream: in its third event), default 100000
 Streams only:
  crlf             lines end in CR LF
  no-end           ends without its final event
  error-event[=N][,CODE[,MESSAGE]]     an error event in place of event N+1 (default 3)
  repeat-event[=N] event N+1 comes twice (default 2)
  drop-event[=N]   event N+1 is missing (default 2)
Examples: --fault list:2@1=status=429,empty lets one list pass, then refuses two.
          --fault any:100=status=429 is a storm: a hundred refusals, whatever is asked.)");
}

bool FaultPlan::hits(Fault &fault, const QString &route)
{
    if (fault.count == 0 || (fault.route != u"any" && fault.route != route))
        return false;
    if (fault.skip > 0) {
        --fault.skip;
        return false;
    }
    if (fault.count > 0)
        --fault.count;
    return true;
}

Mishap FaultPlan::take(Route route)
{
    const QString name = nameOf(route);
    Mishap mishap;
    for (Fault &fault : m_faults) {
        if (fault.kind == Kind::Delay && hits(fault, name))
            mishap.delay += fault.number;
        else if (fault.kind != Kind::Delay && !mishap.fault && hits(fault, name))
            mishap.fault = fault;
    }
    m_faults.removeIf([](const Fault &fault) { return fault.count == 0; });
    return mishap;
}

} // namespace Slipway::Simulator
