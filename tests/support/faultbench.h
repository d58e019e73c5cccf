// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "tests/support/fleetfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

namespace Slipway {

/// What a person can ask of the service.
enum class Operation { Catalog, List, Get, Create, Scale, Limits, Delete, WholeReply, StreamedReply, CompatibleReply };

inline bool isMutation(Operation operation)
{
    return operation >= Operation::Create && operation <= Operation::Delete;
}

inline bool isReply(Operation operation)
{
    return operation >= Operation::WholeReply;
}

/// What came of an operation.
struct Told
{
    bool answered = false;
    std::optional<Error> error;
    Mutation::State state = Mutation::State::Sending; ///< of a mutation, when it was answered
    Turn::State ending = Turn::State::Waiting;        ///< of a reply
    QString reply;
};

/// A whole session on a simulator of its own, which runs three deployments: "a", "b" and "c". Everything is asked as
/// the program asks it, and waited for here, in whatever thread.
class FaultBench
{
public:
    static constexpr auto key = "sk-marker-5f2c8a";
    static constexpr auto longest = std::chrono::milliseconds(60'000);

    FaultBench() : m_simulator(options())
    {
        m_isReady = m_simulator.listen();
        for (const char *id : {"a", "b", "c"})
            m_simulator.world().insert(running(QString::fromLatin1(id)));
        const Account account{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                              .name = QStringLiteral("Test"),
                              .root = m_simulator.url()};
        m_session = std::make_unique<Session>(account, QByteArray(key));
        store().setIntervals(std::chrono::hours(1), std::chrono::hours(1));
        m_rowsLost = std::make_unique<QSignalSpy>(&store(), &DeploymentStore::rowsAboutToBeRemoved);
        setPatience(std::chrono::milliseconds(10'000));
        m_isReady = m_isReady && load();
    }

    bool isReady() const { return m_isReady; } ///< the three deployments are in the table

    /// The longest that anything may take, the silence of a stream included, and the largest body. From 10 MB on Qt
    /// suspects a bomb.
    void setPatience(std::chrono::milliseconds longestWait, qint64 sizeLimit = 12'000'000)
    {
        Patience patience;
        patience.read = patience.change = patience.create = patience.wholeReply = patience.silence = longestWait;
        patience.retry = {
            .attempts = 3, .shortestPause = std::chrono::milliseconds(1), .longestPause = std::chrono::milliseconds(4)};
        patience.sizeLimit = sizeLimit;
        patience.eventLimit = 2'000'000;
        patience.textLimit = 20'000;
        m_session->client()->setPatience(patience);
    }

    static QString replyText()
    {
        return QStringLiteral("你好, wörld 😀! Ein Satz über Schiffe. ").repeated(6).trimmed();
    }

    Told perform(Operation operation, const QString &subject)
    {
        m_firstRequest = m_simulator.requestCount();
        switch (operation) {
        case Operation::Catalog:
            return askCatalog();
        case Operation::List:
            return poll();
        case Operation::Get:
            return askOne(subject);
        case Operation::Create:
            return mutate(store().create(goodRequest(QStringLiteral("new-") + subject)));
        case Operation::Scale:
            return mutate(store().scale(subject, {.capacity = 8}));
        case Operation::Limits:
            return mutate(store().updateLimits(subject, {.rpmLimit = 300, .tpmLimit = 9000}));
        case Operation::Delete:
            return mutate(store().remove(subject));
        case Operation::WholeReply:
            return generate({.model = subject, .prompt = QStringLiteral("Hello?"), .stream = false});
        case Operation::CompatibleReply:
            return generate({.protocol = Protocol::Compatible,
                             .model = subject,
                             .prompt = QStringLiteral("Hello?"),
                             .stream = true});
        case Operation::StreamedReply:
            return converse(subject);
        }
        return {};
    }

    /// How many requests of the operation's own kind the server has seen since perform() began.
    qsizetype requests(Operation operation) const
    {
        const auto all = m_simulator.requests();
        qsizetype count = 0;
        for (qsizetype i = m_firstRequest; i < all.size(); ++i)
            count += belongs(all.at(i), operation) ? 1 : 0;
        return count;
    }

    Simulator::Server &simulator() { return m_simulator; }
    Client &client() { return *m_session->client(); }
    Conversation *conversation(const QString &subject) { return m_session->conversations()->of(subject); }
    DeploymentStore &store() { return *m_session->store(); }
    QString worldText() { return QString::fromUtf8(m_simulator.world().page(1, 100).rows.join('\n')); }
    bool hasLostRows() const { return !m_rowsLost->isEmpty(); }

    Told poll()
    {
        QSignalSpy polled(&store(), &DeploymentStore::polled);
        store().refresh();
        Told told;
        told.answered =
            QTest::qWaitFor([&] { return !polled.isEmpty() && !store().isPolling(); }, int(longest.count()));
        told.error = store().lastError();
        return told;
    }

private:
    static Simulator::Options options()
    {
        Simulator::Options options;
        options.deployments = 0;
        options.tokensPerSecond = 0;
        options.reply = replyText().toUtf8();
        return options;
    }

    bool load()
    {
        QSignalSpy polled(&store(), &DeploymentStore::polled);
        store().start();
        return QTest::qWaitFor([&] { return !polled.isEmpty(); }, int(longest.count())) && store().rows().size() == 3;
    }

    template<typename T>
    auto taker(Told &told)
    {
        return [&told](const Result<T> &result) {
            told.answered = true;
            if (!result)
                told.error = result.error();
        };
    }

    Told askCatalog()
    {
        Told told;
        m_owner = std::make_unique<QObject>();
        store().api().catalog(ModelSource::Base, m_owner.get(), taker<QList<CatalogModel>>(told));
        return waited(told);
    }

    Told askOne(const QString &subject)
    {
        Told told;
        m_owner = std::make_unique<QObject>();
        store().api().get(subject, m_owner.get(), taker<Answer<Deployment>>(told));
        return waited(told);
    }

    Told &waited(Told &told)
    {
        told.answered = QTest::qWaitFor([&told] { return told.answered; }, int(longest.count()));
        m_owner.reset(); // whoever answers later does so to nobody
        return told;
    }

    Told mutate(quint64 id)
    {
        Told told;
        const auto look = [&](quint64 changed) {
            const Mutation *entry = m_session->journal()->find(id);
            if (changed != id || told.answered || entry->state == Mutation::State::Sending)
                return;
            told = {.answered = true, .error = entry->error, .state = entry->state};
        };
        QObject owner;
        QObject::connect(&store(), &DeploymentStore::mutationChanged, &owner, look);
        told.answered = QTest::qWaitFor([&told] { return told.answered; }, int(longest.count()));
        return told;
    }

    Told generate(const GenerationRequest &request)
    {
        Told told;
        m_owner = std::make_unique<QObject>();
        GenerationApi(m_session->client())
            .generate(
                request, m_owner.get(), [&told](const GenerationDelta &delta) { told.reply += delta.content; }, {},
                taker<GenerationEnd>(told));
        waited(told);
        told.ending =
            !told.error ? Turn::State::Complete : (told.reply.isEmpty() ? Turn::State::Failed : Turn::State::Cut);
        return told;
    }

    Told converse(const QString &subject)
    {
        Conversation *talk = conversation(subject);
        talk->send(QStringLiteral("Hello?"));
        Told told;
        told.answered = QTest::qWaitFor([talk] { return !talk->isBusy(); }, int(longest.count()));
        const Turn &turn = talk->turns().constLast();
        told.error = turn.error;
        told.ending = turn.state;
        told.reply = turn.content;
        return told;
    }

    static bool belongs(const Simulator::RecordedRequest &request, Operation operation)
    {
        const auto is = [&request](const char *verb, const char *end) {
            return request.verb == verb && request.path.endsWith(end);
        };
        switch (operation) {
        case Operation::Catalog:
            return is("GET", "/models");
        case Operation::List:
            return is("GET", "/deployments");
        case Operation::Get:
            return request.verb == "GET" && !request.path.endsWith("s");
        case Operation::Create:
            return is("POST", "/deployments");
        case Operation::Scale:
            return is("PUT", "/scale");
        case Operation::Limits:
            return is("PUT", "/update");
        case Operation::Delete:
            return request.verb == "DELETE";
        case Operation::WholeReply:
        case Operation::StreamedReply:
            return is("POST", "/generation");
        case Operation::CompatibleReply:
            return is("POST", "/completions");
        }
        return false;
    }

    Simulator::Server m_simulator;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_rowsLost;
    std::unique_ptr<QObject> m_owner;
    qsizetype m_firstRequest = 0;
    bool m_isReady = false;
};

} // namespace Slipway
