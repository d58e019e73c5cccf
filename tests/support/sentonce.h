// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests share that count how often one click reaches the service.
#pragma once

#include "app/fleet/deploymentstore.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QAbstractEventDispatcher>
#include <QTestEventLoop>

namespace Slipway::Test {

/// QTest::qWaitFor() looks every 10 ms, which adds up to a fifth of a second for each of hundreds of clicks; this looks
/// whenever all that has happened is dealt with.
template<typename Condition>
bool comes(const Condition &condition)
{
    if (condition())
        return true;
    QTestEventLoop loop;
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &loop, [&] {
        if (condition())
            loop.exitLoop();
    });
    loop.enterLoopMSecs(5000);
    return condition();
}

/// One way for an answer to go wrong, and what the journal must say then.
struct Accident
{
    const char *name;
    RawAnswer answer;
    Mutation::State state = Mutation::State::Unknown;
    RawAnswer::Then greeting = RawAnswer::Then::KeepOpen; ///< what befalls the connection before anything is read
};

/// What a connection does in place of answering, and the answer itself.
inline QList<Accident> drops(const RawAnswer &whole)
{
    using Then = RawAnswer::Then;
    constexpr auto unknown = Mutation::State::Unknown;
    const QByteArray cut = whole.bytes.first(whole.bytes.size() - 20);
    return {
        {"answered", whole, Mutation::State::Accepted},
        {"closed once read", {{}, Then::Close}},
        {"reset once read", {{}, Then::Reset}},
        {"closed before it was read", {}, unknown, Then::Close},
        {"reset before it was read", {}, unknown, Then::Reset},
        {"half a status line", {"HTTP/1.1 2", Then::Close}},
        {"half a status line, reset", {"HTTP/1.1 2", Then::Reset}},
        {"half a head", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Close}},
        {"half a head, reset", {"HTTP/1.1 200 OK\r\nContent-Ty", Then::Reset}},
        {"a continue, then closed", {"HTTP/1.1 100 Continue\r\n\r\n", Then::Close}},
        {"a body cut short", {cut, Then::Close}},
        {"a body cut short, reset", {cut, Then::Reset}},
    };
}

/// To this and whatever is sent again.
inline void arrange(RawServer &server, const Accident &accident)
{
    server.greetWith(accident.greeting);
    for (int i = 0; i < 6; ++i)
        server.enqueue(accident.answer);
}

/// The connections that were kept are closed, as by a service that was not asked for long.
inline bool idle(RawServer &server)
{
    server.closeAll();
    return comes([&server] { return server.openConnections() == 0; });
}

inline const QByteArray oneDeployment =
    QByteArrayLiteral(R"({"request_id":"r-1","output":{"deployed_model":"m-1","status":"PENDING"}})");

inline quint64 click(DeploymentStore &store, const QByteArray &verb)
{
    const QString id = QStringLiteral("m-1");
    if (verb == "POST")
        return store.create({.modelName = QStringLiteral("m")});
    if (verb == "PUT scale")
        return store.scale(id, {.capacity = 2});
    return verb == "DELETE" ? store.remove(id) : store.updateLimits(id, {.rpmLimit = 2});
}

inline const char *const histories[] = {"at first", "kept alive", "after idle", "as it is reset"};

/// What went over the client's connections before: something over each kind that it keeps. False where that failed.
inline bool prepare(const QByteArray &history, RawServer &server, DeploymentStore &store)
{
    if (history == "at first")
        return true;
    Outcome<Answer<Deployment>> read;
    store.api().get(QStringLiteral("m-1"), &store, read.taker());
    if (!comes([&read] { return read.result.has_value(); }))
        return false;
    const quint64 id = click(store, "PUT scale");
    const auto isDone = [&] { return store.journal()->find(id)->state == Mutation::State::Accepted; };
    return comes(isDone) && (history != "after idle" || idle(server));
}

} // namespace Slipway::Test

Q_DECLARE_METATYPE(Slipway::Test::Accident)
