// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/client.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/generationapi.h"
#include "app/simulator/server.h"
#include "tests/support/outcome.h"

#include <QTest>

using namespace Slipway;
using namespace Slipway::Test;
using namespace std::chrono_literals;

namespace {

const QByteArray spoken = "# 你好 😀\n\nOne, two, three.\n\n```cpp\nint x = 1;\n```\n";

CreateRequest wanted()
{
    return {.modelName = QStringLiteral("qwen-plus-2025-12-01"),
            .plan = QStringLiteral("mu"),
            .name = QStringLiteral("我的"),
            .capacity = 4,
            .deploySpec = QStringLiteral("MU1"),
            .billingMethod = QStringLiteral("POST_PAY"),
            .rpmLimit = 500,
            .tpmLimit = 1000,
            .suffix = QStringLiteral("flow")};
}

} // namespace

/// The client and the simulated service over real HTTP.
class FlowClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start({.deployments = 3, .apiKey = "sk-right", .speed = 100, .tokensPerSecond = 0, .reply = spoken});
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
    }

    void aDeploymentLivesFromItsCreationToItsEnd()
    {
        Outcome<Answer<Deployment>> created;
        api().create(wanted(), this, created.taker());
        QTRY_VERIFY(created.result);
        QVERIFY2(created.result->hasValue(), qPrintable(textOf(created)));
        const Deployment fresh = created.value().value;
        QCOMPARE(fresh.status, Status::Pending);
        QCOMPARE(fresh.readyCapacity, 0);
        QCOMPARE(fresh.name, wanted().name);
        QVERIFY(fresh.created.isValid());
        QVERIFY(!created.value().requestId.isEmpty());
        const QString id = fresh.deployedModel;
        QTRY_COMPARE(statusNow(id), Status::Running);

        Outcome<Answer<Deployment>> scaled;
        api().scale(id, {.capacity = 8}, this, scaled.taker());
        QTRY_VERIFY(scaled.result);
        QVERIFY2(scaled.result->hasValue(), qPrintable(textOf(scaled)));
        QCOMPARE(scaled.value().value.status, Status::Updating);
        QCOMPARE(scaled.value().value.capacity, 8);
        QTRY_COMPARE(statusNow(id), Status::Running);

        Outcome<Answer<Deployment>> limited;
        api().updateLimits(id, {.rpmLimit = 7}, this, limited.taker());
        QTRY_VERIFY(limited.result);
        QVERIFY2(limited.result->hasValue(), qPrintable(textOf(limited)));
        QCOMPARE(limited.value().value.rpmLimit, 7);
        QTRY_COMPARE(statusNow(id), Status::Running);

        Outcome<Answer<Deployment>> removed;
        api().remove(id, this, removed.taker());
        QTRY_VERIFY(removed.result);
        QVERIFY2(removed.result->hasValue(), qPrintable(textOf(removed)));
        QCOMPARE(removed.value().value.status, Status::Deleting);
        QTRY_COMPARE(statusNow(id), Status::Deleted);
    }

    void everyDeploymentOfManyPagesIsRead()
    {
        start({.deployments = 1234});
        Outcome<DeploymentList> all;
        api().list(this, all.taker());
        QTRY_VERIFY(all.result);
        QVERIFY2(all.result->hasValue(), qPrintable(textOf(all)));
        QCOMPARE(all.value().deployments.size(), 1234);
        QCOMPARE(all.value().total, 1234);
        QCOMPARE(m_service->requestCount(), 13);
        for (const Deployment &deployment : all.value().deployments) {
            QVERIFY(deployment.created.isValid() && deployment.status != Status::Unknown);
            QVERIFY(fieldsOf(deployment).size() >= 10);
        }
    }

    void theCatalogHasPlansOfBaseAndCustomModels()
    {
        for (const auto source : {ModelSource::Base, ModelSource::Custom}) {
            Outcome<QList<CatalogModel>> models;
            api().catalog(source, this, models.taker());
            QTRY_VERIFY(models.result);
            QVERIFY2(models.result->hasValue(), qPrintable(textOf(models)));
            QVERIFY(!models.value().isEmpty());
            for (const CatalogModel &model : models.value()) {
                QCOMPARE(model.source, source);
                QVERIFY2(!model.plans.isEmpty(), qPrintable(model.modelName));
            }
        }
    }

    void aReplyIsTheSameByEveryWay_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<std::optional<bool>>("incremental");
        QTest::addColumn<QString>("format");
        const QString message = QStringLiteral("message");
        QTest::newRow("native, as the service likes") << Protocol::Native << true << std::optional<bool>() << message;
        QTest::newRow("native, incremental") << Protocol::Native << true << std::optional(true) << message;
        QTest::newRow("native, cumulative") << Protocol::Native << true << std::optional(false) << message;
        QTest::newRow("native, text") << Protocol::Native << true << std::optional<bool>() << QStringLiteral("text");
        QTest::newRow("native, default format") << Protocol::Native << true << std::optional<bool>() << QString();
        QTest::newRow("native, whole") << Protocol::Native << false << std::optional<bool>() << message;
        QTest::newRow("native, whole text")
            << Protocol::Native << false << std::optional<bool>() << QStringLiteral("text");
        QTest::newRow("compatible") << Protocol::Compatible << true << std::optional<bool>() << message;
        QTest::newRow("compatible, whole") << Protocol::Compatible << false << std::optional<bool>() << message;
    }

    void aReplyIsTheSameByEveryWay()
    {
        QFETCH(const Protocol, protocol);
        QFETCH(const bool, stream);
        QFETCH(const std::optional<bool>, incremental);
        QFETCH(const QString, format);
        QString content;
        Outcome<GenerationEnd> end;
        const GenerationRequest request{.protocol = protocol,
                                        .model = runningModel(),
                                        .messages = {{Role::User, QStringLiteral("你好 😀")}},
                                        .stream = stream,
                                        .incrementalOutput = incremental,
                                        .resultFormat = format,
                                        .parameters = {.enableThinking = false}};
        GenerationApi(m_client.get())
            .generate(
                request, this, [&](const GenerationDelta &delta) { content += delta.content; }, {}, end.taker());
        QTRY_VERIFY(end.result);
        QVERIFY2(end.result->hasValue(), qPrintable(textOf(end)));
        QCOMPARE(content, QString::fromUtf8(spoken));
        QCOMPARE(end.value().finishReason, QStringLiteral("stop"));
        QVERIFY(end.value().usage.outputTokens.value_or(0) > 0);
        QVERIFY(!end.value().requestId.isEmpty());
    }

    void aBrokenStreamIsAnErrorAndKeepsWhatCame_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("cut") << QStringLiteral("generate=half-body") << Error::Kind::Lost;
        QTest::newRow("no end") << QStringLiteral("generate=no-end") << Error::Kind::Lost;
        QTest::newRow("wrong length") << QStringLiteral("generate=wrong-length") << Error::Kind::Lost;
        QTest::newRow("error event") << QStringLiteral("generate=error-event=2,Throttling.AllocationQuota,Enough.")
                                     << Error::Kind::Throttled;
    }

    void aBrokenStreamIsAnErrorAndKeepsWhatCame()
    {
        QFETCH(const QString, fault);
        QFETCH(const Error::Kind, kind);
        const QString model = runningModel();
        QVERIFY(m_service->addFault(fault));
        QString content;
        Outcome<GenerationEnd> end;
        GenerationApi(m_client.get())
            .generate(
                {.model = model, .prompt = QStringLiteral("Hi")}, this,
                [&](const GenerationDelta &delta) { content += delta.content; }, {}, end.taker());
        QTRY_VERIFY(end.result);
        QVERIFY(!end.result->hasValue());
        if (fault.contains(QStringLiteral("wrong-length")))
            QVERIFY(end.error().kind == Error::Kind::Lost || end.error().kind == Error::Kind::BadReply);
        else
            QCOMPARE(end.error().kind, kind);
        QVERIFY(QString::fromUtf8(spoken).startsWith(content));
        QVERIFY(!end.error().requestId.isEmpty());
    }

    void aCreateThatIsCarriedOutAndDroppedIsCarriedOutOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("closed") << QStringLiteral("create=close-after") << Error::Kind::Lost;
        QTest::newRow("reset") << QStringLiteral("create=reset-after") << Error::Kind::Lost;
        QTest::newRow("half a head") << QStringLiteral("create=half-header") << Error::Kind::Lost;
        QTest::newRow("half a body") << QStringLiteral("create=half-body") << Error::Kind::BadReply;
        QTest::newRow("wrong length") << QStringLiteral("create=wrong-length") << Error::Kind::BadReply;
        QTest::newRow("504") << QStringLiteral("create=executed-status=504,empty") << Error::Kind::ServerFault;
        QTest::newRow("HTML") << QStringLiteral("create=executed-html") << Error::Kind::BadReply;
        QTest::newRow("hangs") << QStringLiteral("create=executed-hang") << Error::Kind::Timeout;
    }

    void aCreateThatIsCarriedOutAndDroppedIsCarriedOutOnce()
    {
        QFETCH(const QString, fault);
        QFETCH(const Error::Kind, kind);
        QVERIFY(m_service->addFault(fault));
        m_client->setPatience({.create = fault.contains(QStringLiteral("hang")) ? 300ms : 5000ms});
        Outcome<Answer<Deployment>> created;
        api().create(wanted(), this, created.taker());
        QTRY_VERIFY(created.result);
        QVERIFY(!created.result->hasValue());
        QCOMPARE(created.error().kind, kind);
        QVERIFY(mayHaveHappened(created.error()));
        Outcome<DeploymentList> all;
        api().list(this, all.taker());
        QTRY_VERIFY(all.result);
        QVERIFY2(all.result->hasValue(), qPrintable(textOf(all)));
        QCOMPARE(all.value().deployments.size(), 4);
    }

    void whatIsDroppedBeforeItIsCarriedOutMayHaveHappenedTooForAllWeKnow()
    {
        QVERIFY(m_service->addFault(QStringLiteral("delete=close-before")));
        Outcome<Answer<Deployment>> removed;
        api().remove(runningModel(), this, removed.taker());
        QTRY_VERIFY(removed.isError(Error::Kind::Lost));
        QVERIFY(mayHaveHappened(removed.error()));
    }

    void aReadOutlivesATroubleThatPasses()
    {
        QVERIFY(m_service->addFault(QStringLiteral("catalog:2=status=429,empty")));
        Outcome<QList<CatalogModel>> all;
        api().catalog(ModelSource::Base, this, all.taker());
        QTRY_VERIFY(all.result);
        QVERIFY2(all.result->hasValue(), qPrintable(textOf(all)));
        QCOMPARE(m_service->requestCount(), 3);
    }

    void theServicesWordsArrive_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("409") << QStringLiteral("create=status=409,Conflict,Deployed model X already exists.")
                             << Error::Kind::Conflict;
        QTest::newRow("framed") << QStringLiteral("create=framed-error=400,InvalidParameter,No.")
                                << Error::Kind::Refused;
        QTest::newRow("500") << QStringLiteral("create=status=500,InternalError,An internal error has occured.")
                             << Error::Kind::ServerFault;
    }

    void theServicesWordsArrive()
    {
        QFETCH(const QString, fault);
        QFETCH(const Error::Kind, kind);
        QVERIFY(m_service->addFault(fault));
        Outcome<Answer<Deployment>> created;
        api().create(wanted(), this, created.taker());
        QTRY_VERIFY(created.result);
        QVERIFY(created.isError(kind));
        const QStringList words = fault.split(u',');
        QCOMPARE(created.error().code, words[1]);
        QCOMPARE(created.error().message, words[2]);
        QVERIFY(!created.error().requestId.isEmpty());
    }

    void aWrongKeyAndAWrongWorkspaceAreTold()
    {
        start({.apiKey = "sk-right", .workspace = QStringLiteral("llm-right")}, "sk-wrong");
        Outcome<Answer<qint64>> wrongKey;
        api().probe(this, wrongKey.taker());
        QTRY_VERIFY(wrongKey.isError(Error::Kind::Unauthorized));
        QCOMPARE(wrongKey.error().code, QStringLiteral("InvalidApiKey"));

        m_client = std::make_unique<Client>(endpointAt(m_service->url(), QStringLiteral("llm-wrong"), "sk-right"));
        Outcome<Answer<qint64>> wrongWorkspace;
        api().probe(this, wrongWorkspace.taker());
        QTRY_VERIFY(wrongWorkspace.result);
        QVERIFY(!wrongWorkspace.result->hasValue());
        QVERIFY(!wrongWorkspace.error().code.isEmpty());
    }

    void whatIsGoneIsNotFound()
    {
        Outcome<Answer<Deployment>> outcome;
        api().get(QStringLiteral("a/b c%d模型?x=y#z"), this, outcome.taker());
        QTRY_VERIFY(outcome.isError(Error::Kind::NotFound));
        QCOMPARE(m_service->requests().last().path, "/api/v1/deployments/a%2Fb%20c%25d%E6%A8%A1%E5%9E%8B%3Fx%3Dy%23z");
    }

private:
    void start(Simulator::Options options, const QByteArray &key = "sk-right")
    {
        cleanup();
        m_service = std::make_unique<Simulator::Server>(std::move(options));
        QVERIFY(m_service->listen());
        m_client = std::make_unique<Client>(endpointAt(m_service->url(), {}, key));
        m_client->setPatience({.retry = {.attempts = 3, .shortestPause = 1ms, .longestPause = 5ms}});
    }

    DeploymentsApi api() { return DeploymentsApi(m_client.get()); }

    Status statusNow(const QString &id)
    {
        Outcome<Answer<Deployment>> outcome;
        api().get(id, this, outcome.taker());
        [&outcome] { QTRY_VERIFY(outcome.result); }();
        if (outcome.isError(Error::Kind::NotFound))
            return Status::Deleted;
        return outcome.result && outcome.result->hasValue() ? outcome.value().value.status : Status::Unknown;
    }

    /// A text deployment that serves.
    QString runningModel()
    {
        Outcome<Answer<Deployment>> created;
        api().create(wanted(), this, created.taker());
        [&created] { QTRY_VERIFY(created.result); }();
        const QString id = created.result->hasValue() ? created.value().value.deployedModel : QString();
        [this, &id] { QTRY_COMPARE(statusNow(id), Status::Running); }();
        return id;
    }

    template<typename T>
    static QString textOf(const Outcome<T> &outcome)
    {
        if (!outcome.result || outcome.result->hasValue())
            return {};
        const Error &error = outcome.error();
        return QStringLiteral("%1 %2: %3 (%4)")
            .arg(QString::number(error.httpStatus), error.code, error.message, error.detail);
    }

    std::unique_ptr<Simulator::Server> m_service;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(FlowClient)
#include "tst_flow_client.moc"
