// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "tests/support/outcome.h"
#include "tests/support/rawserver.h"

#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;

namespace {

const QByteArray one = R"({"deployed_model":"m-1","status":"RUNNING","capacity":4})";

QByteArray enveloped(const QByteArray &output)
{
    return R"({"request_id":"r-1","output":)" + output + "}";
}

QByteArray rowsFrom(int first, int count)
{
    QByteArrayList rows;
    for (int i = first; i < first + count; ++i)
        rows.append(R"({"deployed_model":"m-)" + QByteArray::number(i) + R"("})");
    return '[' + rows.join(',') + ']';
}

int numberIn(const RawRequest &request, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(request.query())).queryItemValue(name).toInt();
}

/// Answers pages of a list of `total`, as the service does.
RawAnswer pageOf(const RawRequest &request, int total)
{
    const int number = numberIn(request, QStringLiteral("page_no"));
    const int size = numberIn(request, QStringLiteral("page_size"));
    const int first = (number - 1) * size;
    return httpAnswer(200, enveloped(R"({"page_no":)" + QByteArray::number(number) + R"(,"total":)" +
                                     QByteArray::number(total) + R"(,"deployments":)" +
                                     rowsFrom(first, std::clamp(total - first, 0, size)) + "}"));
}

} // namespace

class TestDeploymentsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void oneDeploymentComesAsAnObjectOrInAList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("object") << enveloped(one);
        QTest::newRow("list") << enveloped(R"({"page_no":1,"total":1,"deployments":[)" + one + "]}");
        QTest::newRow("among others") << enveloped(R"({"deployments":[{"deployed_model":"m-2"},)" + one + "]}");
        QTest::newRow("data") << QByteArray(R"({"data":)" + one + R"(,"request_id":"r-1"})");
        QTest::newRow("code on success") << QByteArray(R"({"code":"200","request_id":"r-1","output":)" + one + "}");
    }

    void oneDeploymentComesAsAnObjectOrInAList()
    {
        QFETCH(const QByteArray, body);
        m_server->enqueue(httpAnswer(200, body));
        Outcome<Answer<Deployment>> outcome;
        m_api->get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().value.deployedModel, QStringLiteral("m-1"));
        QCOMPARE(outcome.value().value.source, one);
        QCOMPARE(outcome.value().requestId, QStringLiteral("r-1"));
        QCOMPARE(outcome.value().httpStatus, 200);
        QCOMPARE(m_server->requests().first().target, "/api/v1/deployments/m-1");
    }

    void anotherDeploymentThanAskedForIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("object") << QByteArray(R"({"deployed_model":"m-2"})");
        QTest::newRow("list") << QByteArray(R"({"deployments":[{"deployed_model":"m-2"}]})");
        QTest::newRow("empty list") << QByteArray(R"({"deployments":[]})");
        QTest::newRow("no id") << QByteArray("{}");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("\"ok\"");
    }

    void anotherDeploymentThanAskedForIsNoAnswer()
    {
        QFETCH(const QByteArray, output);
        m_server->enqueue(httpAnswer(200, enveloped(output)));
        Outcome<Answer<Deployment>> outcome;
        m_api->get(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::BadReply));
        QCOMPARE(outcome.error().requestId, QStringLiteral("r-1"));
    }

    void eachChangeHasItsVerbPathAndBody()
    {
        for (int i = 0; i < 4; ++i)
            m_server->enqueue(httpAnswer(200, enveloped(one)));
        const QString id = QStringLiteral("a/b %模");
        QList<Outcome<Answer<Deployment>>> outcomes(4);
        m_api->create({.modelName = QStringLiteral("m"), .capacity = 2}, this, outcomes[0].taker());
        QTRY_VERIFY(outcomes[0].result);
        m_api->scale(id, {.capacity = 8}, this, outcomes[1].taker());
        QTRY_VERIFY(outcomes[1].result);
        m_api->updateLimits(id, {.rpmLimit = 5}, this, outcomes[2].taker());
        QTRY_VERIFY(outcomes[2].result);
        m_api->remove(id, this, outcomes[3].taker());
        QTRY_VERIFY(outcomes[3].result);

        QByteArrayList sent;
        for (const RawRequest &request : m_server->requests())
            sent.append(request.verb + ' ' + request.target + ' ' + request.body);
        const QByteArray path = "/api/v1/deployments";
        const QByteArray of = path + "/a%2Fb%20%25%E6%A8%A1";
        QCOMPARE(sent[0], "POST " + path + R"( {"model_name":"m","capacity":2})");
        QCOMPARE(sent[1], "PUT " + of + R"(/scale {"capacity":8})");
        QCOMPARE(sent[2], "PUT " + of + R"(/update {"rpm_limit":5})");
        QCOMPARE(sent[3], "DELETE " + of + ' ');
        QCOMPARE(m_server->requests()[3].headers.value("content-length"), "0");
    }

    void aDeletionIsDoneHoweverLittleItSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Status>("status");
        QTest::newRow("whole") << enveloped(R"({"deployed_model":"m-1","status":"DELETING"})") << Status::Deleting;
        QTest::newRow("no id") << enveloped(R"({"status":"DELETING"})") << Status::Deleting;
        QTest::newRow("nothing") << QByteArray(R"({"request_id":"r-1"})") << Status::Unknown;
        QTest::newRow("true") << enveloped("true") << Status::Unknown;
        QTest::newRow("code on success") << QByteArray(R"({"request_id":"r-1","code":"200","message":"Success"})")
                                         << Status::Unknown;
    }

    void aDeletionIsDoneHoweverLittleItSays()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const Status, status);
        m_server->enqueue(httpAnswer(200, body));
        Outcome<Answer<Deployment>> outcome;
        m_api->remove(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().value.deployedModel, QStringLiteral("m-1"));
        QCOMPARE(outcome.value().value.status, status);
        QCOMPARE(outcome.value().requestId, QStringLiteral("r-1"));
    }

    void aDeletionThatIsAnsweredWithAnErrorIsNotDone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("its own") << QByteArray(R"({"request_id":"r-1","code":"SystemError","message":"Try again."})");
        QTest::newRow("output null") << QByteArray(
            R"({"request_id":"r-1","output":null,"code":"SystemError","message":"Try again."})");
        QTest::newRow("nested") << QByteArray(
            R"({"request_id":"r-1","error":{"code":"SystemError","message":"Try again."}})");
    }

    void aDeletionThatIsAnsweredWithAnErrorIsNotDone()
    {
        QFETCH(const QByteArray, body);
        m_server->enqueue(httpAnswer(200, body));
        Outcome<Answer<Deployment>> outcome;
        m_api->remove(QStringLiteral("m-1"), this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::BadReply));
        QVERIFY(mayHaveHappened(outcome.error()));
        QCOMPARE(outcome.error().code, QStringLiteral("SystemError"));
        QCOMPARE(outcome.error().message, QStringLiteral("Try again."));
        QCOMPARE(outcome.error().requestId, QStringLiteral("r-1"));
    }

    void aSuccessThatIsNotWhatItClaimsIsABadReplyAndMayHaveHappened_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HTML") << httpAnswer(200, "<html>", "text/html").bytes;
        QTest::newRow("empty") << httpAnswer(200, "").bytes;
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
        QTest::newRow("half the JSON") << httpAnswer(200, enveloped(one).chopped(9)).bytes;
        QTest::newRow("wrong type") << httpAnswer(200, enveloped("[]")).bytes;
        QTest::newRow("no output") << httpAnswer(200, R"({"request_id":"r"})").bytes;
        QTest::newRow("an error as success") << httpAnswer(200, R"({"code":"X","message":"m","request_id":"r"})").bytes;
        QTest::newRow("cut") << httpAnswer(200, enveloped(one)).bytes.chopped(9);
        QTest::newRow("cut chunks") << streamHead("application/json") + chunk(enveloped(one));
        QTest::newRow("broken gzip")
            << httpAnswer(200, "\x1f\x8bnonsense", "application/json", "Content-Encoding: gzip\r\n").bytes;
    }

    void aSuccessThatIsNotWhatItClaimsIsABadReplyAndMayHaveHappened()
    {
        QFETCH(const QByteArray, bytes);
        m_server->enqueue({bytes, RawAnswer::Then::Close});
        Outcome<Answer<Deployment>> outcome;
        m_api->create({.modelName = QStringLiteral("m")}, this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY2(outcome.isError(Error::Kind::BadReply),
                 outcome.result->hasValue() ? "a value" : qPrintable(outcome.error().detail));
        QVERIFY(mayHaveHappened(outcome.error()));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void anEmptyRequestIsNotSent()
    {
        QList<Outcome<Answer<Deployment>>> outcomes(6);
        m_api->create({}, this, outcomes[0].taker());
        m_api->scale(QStringLiteral("m"), {}, this, outcomes[1].taker());
        m_api->updateLimits(QStringLiteral("m"), {}, this, outcomes[2].taker());
        m_api->remove({}, this, outcomes[3].taker());
        m_api->get(QStringLiteral("."), this, outcomes[4].taker());
        m_api->scale(QStringLiteral(".."), {.capacity = 1}, this, outcomes[5].taker());
        for (const auto &outcome : outcomes) {
            QTRY_VERIFY(outcome.isError(Error::Kind::InvalidRequest));
            QVERIFY(!mayHaveHappened(outcome.error()));
        }
        QCOMPARE(m_server->connections(), 0);
    }

    void aListIsReadPageByPageNeverMoreThanSixAtOnce()
    {
        int open = 0;
        int mostOpen = 0;
        start([&](const RawRequest &request) {
            mostOpen = std::max(mostOpen, ++open);
            QTimer::singleShot(5, this, [&open] { --open; });
            return pageOf(request, 1234);
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().total, 1234);
        QCOMPARE(outcome.value().deployments.size(), 1234);
        for (int i = 0; i < 1234; ++i)
            QCOMPARE(outcome.value().deployments[i].deployedModel, QStringLiteral("m-%1").arg(i));
        QCOMPARE(m_server->requests().size(), 13);
        QCOMPARE(m_server->requests().first().target, "/api/v1/deployments?page_no=1&page_size=100");
        QVERIFY(m_server->connections() <= 6);
    }

    void anEmptyFleetIsAnEmptyList()
    {
        m_server->enqueue(httpAnswer(200, enveloped(R"({"page_no":1,"total":0,"deployments":[]})")));
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QVERIFY(outcome.value().deployments.isEmpty());
    }

    void whatIsNoListIsNeverAnEmptyFleet_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no array") << enveloped(R"({"page_no":1,"total":0})");
        QTest::newRow("null") << enveloped(R"({"deployments":null})");
        QTest::newRow("object") << enveloped(R"({"deployments":{}})");
        QTest::newRow("array alone") << enveloped("[]");
        QTest::newRow("no envelope") << QByteArray("{}");
        QTest::newRow("an entry that is none") << enveloped(R"({"deployments":[{"status":"RUNNING"}]})");
        QTest::newRow("says 5, shows none") << enveloped(R"({"total":5,"deployments":[]})");
        QTest::newRow("HTML") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
    }

    void whatIsNoListIsNeverAnEmptyFleet()
    {
        QFETCH(const QByteArray, body);
        start([&](const RawRequest &) { return httpAnswer(200, body); });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::BadReply));
    }

    void oneFailedPageFailsTheWhole()
    {
        start([&](const RawRequest &request) {
            return numberIn(request, QStringLiteral("page_no")) == 4 ? httpAnswer(400, R"({"code":"X"})")
                                                                     : pageOf(request, 1000);
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::Refused));
        QTRY_VERIFY(!m_client->findChild<Call *>());
        QCOMPARE(outcome.answers, 1);
    }

    void aThrottledPageIsTriedAgain()
    {
        int throttled = 0;
        start([&](const RawRequest &request) {
            const bool isSecond = numberIn(request, QStringLiteral("page_no")) == 2;
            return isSecond && throttled++ < 2 ? httpAnswer(429, "") : pageOf(request, 300);
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().deployments.size(), 300);
    }

    void aFirstPageThatFailsIsToldAtOnce()
    {
        start([](const RawRequest &) { return httpAnswer(503, ""); });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.isError(Error::Kind::ServerFault));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void aListThatMovedIsReadAgain()
    {
        int total = 201;
        start([&](const RawRequest &request) {
            if (numberIn(request, QStringLiteral("page_no")) == 2)
                total = 200; // one is gone since page 1
            return pageOf(request, total);
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().total, 200);
        QCOMPARE(outcome.value().deployments.size(), 200);
        QVERIFY(outcome.value().isConsistent);
        QVERIFY(m_server->requests().size() >= 4);
    }

    void aListThatNeverAgreesEnds()
    {
        int total = 300;
        start([&](const RawRequest &request) { return pageOf(request, ++total); });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QVERIFY(!outcome.value().isConsistent);
        QVERIFY(m_server->requests().size() <= 3 * 5);
    }

    void aTotalThatIsAlwaysWrongCostsOneMoreReading()
    {
        start([&](const RawRequest &) {
            return httpAnswer(
                200, enveloped(R"({"total":3,"deployments":[{"deployed_model":"a"},{"deployed_model":"a"}]})"));
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QCOMPARE(outcome.value().deployments.size(), 1);
        QCOMPARE(m_server->requests().size(), 4); // two readings of two pages
    }

    void aListWhoseLaterPagesAreEmptyIsNoList()
    {
        start([](const RawRequest &request) {
            const bool isFirst = numberIn(request, QStringLiteral("page_no")) == 1;
            return httpAnswer(200, enveloped(R"({"total":300,"deployments":)" + rowsFrom(0, isFirst ? 100 : 0) + "}"));
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.isError(Error::Kind::BadReply));
        QCOMPARE(outcome.error().detail, QStringLiteral("empty page"));
        QVERIFY(m_server->requests().size() >= 4); // it was read again before it was given up
        QVERIFY(m_server->requests().size() <= 9);
    }

    void aListWhosePagesAreEmptyForAMomentIsReadToTheEnd()
    {
        int asked = 0;
        start([&asked](const RawRequest &request) {
            const bool isLater = numberIn(request, QStringLiteral("page_no")) > 1;
            return isLater && ++asked <= 2 ? httpAnswer(200, enveloped(R"({"total":300,"deployments":[]})"))
                                           : pageOf(request, 300);
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().deployments.size(), 300);
    }

    void aListThatEmptiesWhileItIsReadConverges()
    {
        int asked = 0;
        start([&asked](const RawRequest &request) { return pageOf(request, ++asked == 1 ? 300 : 100); });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().total, 100);
        QCOMPARE(outcome.value().deployments.size(), 100);
    }

    void aListThatLacksAFewSaysHowManyThereAre()
    {
        start([](const RawRequest &) {
            return httpAnswer(200, enveloped(R"({"total":3,"deployments":)" + rowsFrom(0, 2) + "}"));
        });
        Outcome<DeploymentList> outcome;
        m_api->list(this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().deployments.size(), 2);
        QCOMPARE(outcome.value().total, 3);
    }

    void aCancelledListAnswersOnce()
    {
        start([&](const RawRequest &request) {
            return numberIn(request, QStringLiteral("page_no")) == 1 ? pageOf(request, 1000) : RawAnswer();
        });
        Outcome<DeploymentList> outcome;
        Call *call = m_api->list(this, outcome.taker());
        QTRY_VERIFY(m_server->requests().size() >= 7);
        call->cancel();
        QTRY_VERIFY(outcome.isError(Error::Kind::Cancelled));
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(outcome.answers, 1);
    }

    void theCatalogIsVersionedAndNamesItsSource_data()
    {
        QTest::addColumn<bool>("isCustom");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("base") << false << QByteArray("base");
        QTest::newRow("custom") << true << QByteArray("custom");
    }

    void theCatalogIsVersionedAndNamesItsSource()
    {
        QFETCH(const bool, isCustom);
        QFETCH(const QByteArray, name);
        const auto source = isCustom ? ModelSource::Custom : ModelSource::Base;
        m_server->enqueue(
            httpAnswer(200, enveloped(R"({"total":1,"models":[{"model_name":"m","plans":[{"plan":"lora"}]}]})")));
        Outcome<QList<CatalogModel>> outcome;
        m_api->catalog(source, this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().size(), 1);
        QCOMPARE(outcome.value().first().source, source);
        QCOMPARE(outcome.value().first().plans.first().plan, QStringLiteral("lora"));
        QCOMPARE(m_server->requests().first().target,
                 "/api/v1/deployments/models?page_no=1&page_size=100&model_source=" + name + "&version=v1.0");
    }

    void aCatalogThatRefusesTheVersionIsReadInItsOldShape()
    {
        start([](const RawRequest &request) {
            return request.query().contains("version")
                       ? httpAnswer(400, R"({"code":"InvalidParameter"})")
                       : httpAnswer(200, enveloped(R"({"total":1,"models":[{"model_name":"emo","base_capacity":1}]})"));
        });
        Outcome<QList<CatalogModel>> outcome;
        m_api->catalog(ModelSource::Base, this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QVERIFY(outcome.result->hasValue());
        QCOMPARE(outcome.value().first().baseCapacity, 1);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void aCatalogThatRefusesBothShapesFailsOnce()
    {
        start([](const RawRequest &) { return httpAnswer(400, R"({"code":"Arrearage"})"); });
        Outcome<QList<CatalogModel>> outcome;
        m_api->catalog(ModelSource::Base, this, outcome.taker());
        QTRY_VERIFY(outcome.result);
        QCOMPARE(outcome.error().code, QStringLiteral("Arrearage"));
        QCOMPARE(m_server->requests().size(), 2);
    }

    void theProbeAsksForOneEntryOnce()
    {
        m_server->enqueue(httpAnswer(200, enveloped(R"({"total":42,"deployments":[{"deployed_model":"m"}]})")));
        Outcome<Answer<qint64>> good;
        m_api->probe(this, good.taker());
        QTRY_VERIFY(good.result);
        QCOMPARE(good.value().value, 42);
        QCOMPARE(m_server->requests().first().target, "/api/v1/deployments?page_no=1&page_size=1");
        m_server->enqueue(httpAnswer(503, ""));
        Outcome<Answer<qint64>> bad;
        m_api->probe(this, bad.taker());
        QTRY_VERIFY(bad.isError(Error::Kind::ServerFault));
        QCOMPARE(m_server->requests().size(), 2);
    }

    void aHostThatIsNoModelStudioFailsTheProbe()
    {
        m_server->enqueue(httpAnswer(200, R"({"hello":"world"})"));
        Outcome<Answer<qint64>> outcome;
        m_api->probe(this, outcome.taker());
        QTRY_VERIFY(outcome.isError(Error::Kind::BadReply));
    }

private:
    void start(const RawServer::Respond &respond)
    {
        cleanup();
        m_server = std::make_unique<RawServer>(respond);
        m_client = std::make_unique<Client>(endpointAt(m_server->root(), {}, "k"));
        m_client->setPatience({.retry = {.attempts = 3, .shortestPause = 1ms, .longestPause = 2ms}});
        m_api = std::make_unique<DeploymentsApi>(m_client.get());
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<DeploymentsApi> m_api;
};

QTEST_GUILESS_MAIN(TestDeploymentsApi)
#include "tst_deploymentsapi.moc"
