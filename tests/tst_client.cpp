// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QNetworkProxy>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;
using Then = RawAnswer::Then;

namespace {

const QByteArray oneObject = R"({"request_id":"r-1","output":{"deployed_model":"m-1","status":"PENDING"}})";

Patience hurried()
{
    return {
        .read = 3s, .change = 3s, .create = 3s, .retry = {.attempts = 3, .shortestPause = 1ms, .longestPause = 4ms}};
}

/// A mutation of either kind, so that each is held to the same promises.
void change(DeploymentsApi &api, const QByteArray &verb, QObject *owner, Outcome<Answer<Deployment>> &outcome)
{
    if (verb == "POST")
        api.create({.modelName = QStringLiteral("m")}, owner, outcome.taker());
    else if (verb == "PUT")
        api.scale(QStringLiteral("m-1"), {.capacity = 2}, owner, outcome.taker());
    else
        api.remove(QStringLiteral("m-1"), owner, outcome.taker());
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        m_client = newClient();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void aRequestCarriesTheDocumentedHeadersAndNothingOfThePerson()
    {
        m_server->enqueue(httpAnswer(200, oneObject, "application/json", "Set-Cookie: acw_tc=1; Path=/\r\n"));
        m_server->enqueue(httpAnswer(200, oneObject));
        for (int i = 0; i < 2; ++i) {
            Outcome<Answer<Deployment>> outcome;
            DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
            QTRY_VERIFY(outcome.result);
            QVERIFY(outcome.result->hasValue());
        }
        const auto headers = m_server->requests().last().headers;
        QCOMPARE(headers.value("authorization"), "Bearer sk-secret");
        QCOMPARE(headers.value("x-dashscope-workspace"), "llm-1");
        QCOMPARE(headers.value("content-type"), "application/json");
        QCOMPARE(headers.value("accept"), "application/json");
        QCOMPARE(headers.value("user-agent"), "Slipway/" SLIPWAY_VERSION);
        QVERIFY2(!headers.contains("cookie"), "a cookie was kept");
        QSet<QByteArray> names(headers.keyBegin(), headers.keyEnd());
        names -= {"authorization", "x-dashscope-workspace", "content-type",    "accept",        "user-agent", "host",
                  "connection",    "accept-encoding",       "accept-language", "content-length"};
        QVERIFY2(names.isEmpty(), names.values().join(' ').constData());
        QCOMPARE(headers.value("accept-language"), "*");
    }

    void aChangeCarriesTheLengthOfItsBodyAndNothingElse()
    {
        m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).scale(QStringLiteral("m-1"), {.capacity = 4}, this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        const RawRequest request = m_server->requests().last();
        QCOMPARE(request.headers.value("content-type"), "application/json");
        QCOMPARE(request.headers.value("content-length"), QByteArray::number(request.body.size()));
        QSet<QByteArray> names(request.headers.keyBegin(), request.headers.keyEnd());
        names -= {"authorization", "x-dashscope-workspace", "content-type",    "accept",        "user-agent", "host",
                  "connection",    "accept-encoding",       "accept-language", "content-length"};
        QVERIFY2(names.isEmpty(), names.values().join(' ').constData());
    }

    void noWorkspaceNoHeader()
    {
        Client client(endpointAt(m_server->root(), {}, "k"));
        m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(&client).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(!m_server->requests().first().headers.contains("x-dashscope-workspace"));
    }

    void aMutationIsCarriedOutOnceHoweverTheConnectionBreaks_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Then>("then");
        for (const QByteArray verb : {"POST", "PUT", "DELETE"}) {
            const auto row = [&verb](const char *name) { return verb + " " + name; };
            QTest::addRow("%s", row("closed").constData()) << verb << QByteArray() << Then::Close;
            QTest::addRow("%s", row("reset").constData()) << verb << QByteArray() << Then::Reset;
            QTest::addRow("%s", row("half a status line").constData())
                << verb << QByteArray("HTTP/1.1 2") << Then::Close;
            QTest::addRow("%s", row("half a head").constData())
                << verb << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty") << Then::Close;
            QTest::addRow("%s", row("half a head, reset").constData())
                << verb << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty") << Then::Reset;
        }
    }

    void aMutationIsCarriedOutOnceHoweverTheConnectionBreaks()
    {
        QFETCH(const QByteArray, verb);
        QFETCH(const QByteArray, bytes);
        QFETCH(const Then, then);
        for (int i = 0; i < 4; ++i)
            m_server->enqueue({bytes, then});
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, verb, this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(Error::Kind::Lost), qPrintable(outcome.error().detail));
        QVERIFY(mayHaveHappened(outcome.error()));
        QCOMPARE(carriedOut(), 1);
        QCOMPARE(outcome.answers, 1);
    }

    void aReadIsSentAsOftenAsWeTryItHoweverTheConnectionBreaks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Then>("then");
        QTest::newRow("closed") << QByteArray() << Then::Close;
        QTest::newRow("reset") << QByteArray() << Then::Reset;
        QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2") << Then::Close;
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty") << Then::Close;
    }

    void aReadIsSentAsOftenAsWeTryItHoweverTheConnectionBreaks()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const Then, then);
        for (int i = 0; i < 20; ++i)
            m_server->enqueue({bytes, then});
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::Lost));
        QCOMPARE(m_server->requests().size(), 3);
    }

    void anInterimAnswerIsNoneAndTheLateOneIsNotTakenForAnother()
    {
        const QByteArray hint = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        m_server->enqueue({hint});
        m_server->enqueue(httpAnswer(200, oneObject));
        m_client->setPatience({.read = 500ms, .retry = {.attempts = 1}});
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> first;
        api.get(QStringLiteral("m-2"), this, first.taker());
        QTRY_VERIFY(first.result);
        QVERIFY(!first.result->hasValue());
        QVERIFY(first.error().httpStatus == 0 && first.error().kind != Error::Kind::Redirected);
        Outcome<Answer<Deployment>> second;
        api.get(QStringLiteral("m-1"), this, second.taker());
        QTRY_VERIFY(second.result);
        QVERIFY(second.result->hasValue());
        QCOMPARE(m_server->connections(), 2);
    }

    void aMutationWithAnInterimAnswerOnlyMayHaveHappened()
    {
        m_server->enqueue({"HTTP/1.1 103 Early Hints\r\n\r\n", Then::Close});
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi api(m_client.get());
        change(api, "POST", this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::Lost));
        QVERIFY(mayHaveHappened(outcome.error()));
    }

    void aKeptConnectionThatDropsTheSecondMutationCarriesItOutOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        for (const QByteArray verb : {"POST", "PUT", "DELETE"})
            QTest::addRow("%s", verb.constData()) << verb;
    }

    void aKeptConnectionThatDropsTheSecondMutationCarriesItOutOnce()
    {
        QFETCH(const QByteArray, verb);
        DeploymentsApi api(m_client.get());
        m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> first;
        change(api, verb, this, first);
        QTRY_VERIFY(first.result);
        for (int i = 0; i < 4; ++i)
            m_server->enqueue({{}, Then::Close});
        Outcome<Answer<Deployment>> second;
        change(api, verb, this, second);
        QTRY_VERIFY(second.result);
        QVERIFY(second.isError(Error::Kind::Lost));
        QCOMPARE(carriedOut(), 2);
    }

    void aMutationThatFoundNobodyWasNotSent_data() { aKeptConnectionThatDropsTheSecondMutationCarriesItOutOnce_data(); }

    void aMutationThatFoundNobodyWasNotSent()
    {
        QFETCH(const QByteArray, verb);
        m_server->stopListening();
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, verb, this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(Error::Kind::Unreachable), qPrintable(outcome.error().detail));
        QVERIFY(!outcome.error().sent);
        QVERIFY(!mayHaveHappened(outcome.error()));
    }

    void aMutationWithoutAnAnswerInTimeMayHaveHappened_data()
    {
        aKeptConnectionThatDropsTheSecondMutationCarriesItOutOnce_data();
    }

    void aMutationWithoutAnAnswerInTimeMayHaveHappened()
    {
        QFETCH(const QByteArray, verb);
        m_client->setPatience({.change = 150ms, .create = 150ms});
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, verb, this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::Timeout));
        QVERIFY(mayHaveHappened(outcome.error()));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void nothingIsSentWithWhatWouldEndAHeadersLine_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("workspace");
        QTest::addColumn<QString>("fault");
        QTest::newRow("key") << QByteArray("sk-1\r\nX-Other: yes") << QString() << QStringLiteral("key");
        QTest::newRow("line feed") << QByteArray("sk-1\nX-Other: yes") << QString() << QStringLiteral("key");
        QTest::newRow("workspace") << QByteArray("sk-1") << QStringLiteral("llm-1\r\nX-Other: yes")
                                   << QStringLiteral("workspace");
        QTest::newRow("workspace beyond ASCII")
            << QByteArray("sk-1") << QString::fromUtf8("llm-模") << QStringLiteral("workspace");
    }

    void nothingIsSentWithWhatWouldEndAHeadersLine()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QString, workspace);
        QFETCH(const QString, fault);
        Client client(endpointAt(m_server->root(), workspace, key));
        DeploymentsApi api(&client);
        Outcome<DeploymentList> read;
        api.list(this, read.taker());
        Outcome<Answer<Deployment>> changed;
        change(api, "POST", this, changed);
        QTRY_VERIFY(read.isError(Error::Kind::InvalidRequest));
        QTRY_VERIFY(changed.isError(Error::Kind::InvalidRequest));
        QCOMPARE(read.error().detail, fault);
        QVERIFY(!mayHaveHappened(changed.error()));
        QCOMPARE(m_server->connections(), 0);
    }

    void aServiceOnThisMachineIsReachedAroundEveryProxy()
    {
        const QNetworkProxy before = QNetworkProxy::applicationProxy();
        const auto restore = qScopeGuard([&before] { QNetworkProxy::setApplicationProxy(before); });
        QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 1});
        m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
    }

    void anUnknownHostIsUnreachable()
    {
        Client client(endpointAt(QUrl(QStringLiteral("https://nobody.invalid/api/v1")), {}, "k"));
        client.setPatience(hurried());
        DeploymentsApi api(&client);
        Outcome<Answer<Deployment>> outcome;
        change(api, "DELETE", this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(Error::Kind::Unreachable), qPrintable(outcome.error().detail));
        QVERIFY(!outcome.error().sent);
    }

    void aPeerWithoutTlsIsATlsError()
    {
        QUrl root = m_server->root();
        root.setScheme(QStringLiteral("https"));
        Client client(endpointAt(root, {}, "k"));
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        root.setPort(plain.serverPort());
        connect(&plain, &QTcpServer::newConnection, this,
                [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        Client other(endpointAt(root, {}, "k"));
        other.setPatience(hurried());
        DeploymentsApi api(&other);
        Outcome<Answer<Deployment>> outcome;
        change(api, "POST", this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(Error::Kind::Tls), qPrintable(outcome.error().detail));
        QVERIFY(!outcome.error().sent);
    }

    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("verb");
        for (const int status : {301, 302, 303, 307, 308}) {
            for (const QByteArray verb : {"POST", "DELETE"})
                QTest::addRow("%d %s", status, verb.constData()) << status << verb;
        }
    }

    void aRedirectIsNotFollowed()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, verb);
        RawServer elsewhere;
        const QByteArray target = elsewhere.root().toEncoded() + "/x?token=secret";
        for (int i = 0; i < 3; ++i)
            m_server->enqueue(httpAnswer(status, "", "text/html", "Location: " + target + "\r\n"));
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, verb, this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::Redirected));
        QCOMPARE(outcome.error().httpStatus, status);
        QVERIFY(!mayHaveHappened(outcome.error()));
        QVERIFY(outcome.error().detail.startsWith(elsewhere.root().toString()));
        QVERIFY(!outcome.error().detail.contains(QStringLiteral("secret")));
        QCOMPARE(elsewhere.connections(), 0);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void anErrorStatusIsClassifiedByItsNumber_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("400") << 400 << Error::Kind::Refused;
        QTest::newRow("401") << 401 << Error::Kind::Unauthorized;
        QTest::newRow("403") << 403 << Error::Kind::Forbidden;
        QTest::newRow("404") << 404 << Error::Kind::NotFound;
        QTest::newRow("407") << 407 << Error::Kind::Refused;
        QTest::newRow("409") << 409 << Error::Kind::Conflict;
        QTest::newRow("422") << 422 << Error::Kind::Refused;
        QTest::newRow("429") << 429 << Error::Kind::Throttled;
        QTest::newRow("500") << 500 << Error::Kind::ServerFault;
        QTest::newRow("503") << 503 << Error::Kind::ServerFault;
    }

    void anErrorStatusIsClassifiedByItsNumber()
    {
        QFETCH(const int, status);
        QFETCH(const Error::Kind, kind);
        m_server->enqueue(httpAnswer(status, R"({"code":"Some.Code","message":"Words.","request_id":"r-9"})",
                                     "application/json", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, "POST", this, outcome);
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(kind), qPrintable(outcome.error().detail));
        QCOMPARE(outcome.error().httpStatus, status);
        QCOMPARE(outcome.error().code, QStringLiteral("Some.Code"));
        QCOMPARE(outcome.error().message, QStringLiteral("Words."));
        QCOMPARE(outcome.error().requestId, QStringLiteral("r-9"));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void aFailedReadIsTriedAgain()
    {
        m_server->enqueue({{}, Then::Close});
        m_server->enqueue(httpAnswer(429, ""));
        m_server->enqueue(httpAnswer(200, oneObject));
        for (int i = 0; i < 4; ++i) // Qt repeats a lost GET by itself
            m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QVERIFY(m_server->requests().size() >= 3);
    }

    void aReadGivesUpAfterItsTries()
    {
        for (int i = 0; i < 9; ++i)
            m_server->enqueue(httpAnswer(503, ""));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::ServerFault));
        QCOMPARE(m_server->requests().size(), 3);
    }

    void aTryThatCouldNotBeginBeforeTheDeadlineIsNotWaitedFor()
    {
        m_client->setPatience({.read = 500ms, .retry = {.shortestPause = 10s, .longestPause = 10s}});
        m_server->enqueue(httpAnswer(503, ""));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 400);
        QVERIFY(outcome.isError(Error::Kind::ServerFault));
    }

    void theDeadlineHoldsThoughBytesDripIn()
    {
        m_client->setPatience({.read = 300ms});
        m_server->enqueue({"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"});
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [this] { m_server->write("x"); });
        drip.start(20);
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 2000);
        QVERIFY(outcome.isError(Error::Kind::Timeout));
        QCOMPARE(outcome.error().httpStatus, 200);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void aHeadOfFourHundredLinesEnds()
    {
        QByteArray lines;
        for (int i = 0; i < 400; ++i)
            lines += "X-Line-" + QByteArray::number(i) + ": x\r\n";
        m_client->setPatience({.read = 500ms, .retry = {.attempts = 1}});
        m_server->enqueue(httpAnswer(200, oneObject, "application/json", lines));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 3000);
    }

    void aBodyBeyondTheLimitIsTooLarge()
    {
        m_client->setPatience({.sizeLimit = 1000});
        m_server->enqueue(httpAnswer(200, QByteArray(2000, ' ')));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::TooLarge));
    }

    void aCancelledCallAnswersOnceAndLater_data() { aKeptConnectionThatDropsTheSecondMutationCarriesItOutOnce_data(); }

    void aCancelledCallAnswersOnceAndLater()
    {
        QFETCH(const QByteArray, verb);
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        change(api, verb, this, outcome);
        QTRY_COMPARE(m_server->requests().size(), 1);
        auto *call = m_client->findChild<Call *>();
        QVERIFY(call);
        call->cancel();
        call->cancel();
        QCOMPARE(outcome.answers, 0);
        QTRY_COMPARE(outcome.answers, 1);
        QVERIFY(outcome.isError(Error::Kind::Cancelled));
        QVERIFY(mayHaveHappened(outcome.error()));
        QTRY_COMPARE(m_server->openConnections(), 0);
        QTRY_VERIFY(!m_client->findChild<Call *>());
        QCOMPARE(outcome.answers, 1);
    }

    void aCallCancelledBeforeItLeftWasNotSent()
    {
        DeploymentsApi api(m_client.get());
        Outcome<Answer<Deployment>> outcome;
        api.create({.modelName = QStringLiteral("m")}, this, outcome.taker())->cancel();
        QTRY_COMPARE(outcome.answers, 1);
        QVERIFY(!mayHaveHappened(outcome.error()));
        QCOMPARE(carriedOut(), 0);
    }

    void theAnswerNeverComesBeforeTheCallReturns()
    {
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral(".."), this, outcome.taker());
        QCOMPARE(outcome.answers, 0);
        QTRY_VERIFY(outcome.isError(Error::Kind::InvalidRequest));
        QVERIFY(!outcome.error().sent);
    }

    void anOwnerThatIsGoneHearsNothingAndTheConnectionCloses()
    {
        auto owner = std::make_unique<QObject>();
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), owner.get(), outcome.taker());
        QTRY_COMPARE(m_server->requests().size(), 1);
        owner.reset();
        QTRY_COMPARE(m_server->openConnections(), 0);
        QTRY_VERIFY(!m_client->findChild<Call *>());
        QCOMPARE(outcome.answers, 0);
    }

    void anOwnerThatGoesAfterCancellingHearsNothing()
    {
        auto owner = std::make_unique<QObject>();
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), owner.get(), outcome.taker())->cancel();
        owner.reset();
        QTRY_VERIFY(!m_client->findChild<Call *>());
        QCOMPARE(outcome.answers, 0);
    }

    void aClientThatIsGoneStopsEverythingWithoutAnAnswer()
    {
        Outcome<Answer<Deployment>> one;
        Outcome<DeploymentList> list;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, one.taker());
        DeploymentsApi(m_client.get()).list(this, list.taker());
        QTRY_COMPARE(m_server->requests().size(), 2);
        m_client.reset();
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(one.answers + list.answers, 0);
    }

    void aCallbackMayDeleteTheClient()
    {
        m_server->enqueue(httpAnswer(200, oneObject));
        bool answered = false;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, [&](const Result<Answer<Deployment>> &) {
            m_client.reset();
            answered = true;
        });
        QTRY_VERIFY(answered);
    }

    void theKeyIsTakenOutOfWhatTheServiceSays()
    {
        m_server->enqueue(httpAnswer(401, R"({"code":"x","message":"sk-secret is wrong"})"));
        Outcome<Answer<Deployment>> outcome;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QCOMPARE(outcome.error().message, QStringLiteral("… is wrong"));
    }

private:
    /// How many mutations reached the server whole, once a read that was sent after them has been answered.
    int carriedOut()
    {
        m_server->clear();
        m_server->enqueue(httpAnswer(200, oneObject));
        Outcome<Answer<Deployment>> last;
        DeploymentsApi(m_client.get()).get(QStringLiteral("m-1"), this, last.taker());
        [&last] { QTRY_VERIFY(last.result); }();
        return int(std::ranges::count_if(m_server->requests(), [](const RawRequest &r) { return r.verb != "GET"; }));
    }

    std::unique_ptr<Client> newClient() const
    {
        auto client = std::make_unique<Client>(endpointAt(m_server->root(), QStringLiteral("llm-1"), "sk-secret"));
        client->setPatience(hurried());
        return client;
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
