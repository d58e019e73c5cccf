// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chatservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Slipway;
using State = Turn::State;

namespace {

/// A service whose deployment "m" has this name, and one conversation with it.
struct Talk
{
    explicit Talk(const char *name, ProtocolChoice choice = ProtocolChoice::Automatic,
                  const char *modelName = "qwen3-32b", double tokensPerSecond = 0) :
        service(QByteArrayLiteral("Hello **there** 你好"), tokensPerSecond),
        conversations(GenerationApi(service.client.get(), choice))
    {
        Simulator::DeployedModel model;
        model.id = QStringLiteral("m");
        model.name = QString::fromLatin1(name);
        model.modelName = QString::fromLatin1(modelName);
        model.capacity = model.readyCapacity = model.baseCapacity = 1;
        service.server->world().insert(model);
    }

    Conversation *operator->() { return conversations.of(QStringLiteral("m")); }
    const Turn &reply() { return (*this)->turns().constLast(); }

    bool asks(const char *prompt)
    {
        (*this)->send(QString::fromUtf8(prompt));
        return QTest::qWaitFor([this] { return !(*this)->isBusy(); }, 20000);
    }

    QStringList paths() const
    {
        QStringList paths;
        const auto requests = service.server->requests();
        for (const auto &request : requests)
            paths += QString::fromUtf8(request.path.mid(request.path.lastIndexOf('/') + 1));
        return paths;
    }

    QJsonObject body() const { return QJsonDocument::fromJson(service.server->requests().constLast().body).object(); }

    ChatService service;
    Conversations conversations;
};

const QString native = QStringLiteral("generation");
const QString compatible = QStringLiteral("completions");

} // namespace

Q_DECLARE_METATYPE(Slipway::ProtocolChoice)

class TestFlowProtocols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameConversationGoesOverBoth_data()
    {
        QTest::addColumn<ProtocolChoice>("choice");
        QTest::addColumn<bool>("stream");
        QTest::newRow("native, streamed") << ProtocolChoice::Native << true;
        QTest::newRow("native, whole") << ProtocolChoice::Native << false;
        QTest::newRow("compatible, streamed") << ProtocolChoice::Compatible << true;
        QTest::newRow("compatible, whole") << ProtocolChoice::Compatible << false;
    }
    void theSameConversationGoesOverBoth()
    {
        QFETCH(const ProtocolChoice, choice);
        QFETCH(const bool, stream);
        Talk talk("", choice);
        ChatSettings settings{.systemPrompt = QStringLiteral("Be brief"), .stream = stream};
        settings.parameters = {.temperature = 0.5,
                               .topK = 20,
                               .repetitionPenalty = 1.05,
                               .presencePenalty = -0.5,
                               .stop = QStringList{QStringLiteral("¶")}};
        talk->setSettings(settings);
        QVERIFY(talk.asks("one") && talk.asks("two"));
        QCOMPARE(talk.reply().state, State::Complete);
        QCOMPARE(talk.reply().content, QStringLiteral("Hello **there** 你好"));
        QVERIFY(talk.reply().usage.inputTokens && talk.reply().usage.outputTokens);
        QVERIFY(!talk.reply().requestId.isEmpty());
        QVERIFY(!talk.reply().protocolTurn);
        QCOMPARE(talk.paths(), QStringList(2, choice == ProtocolChoice::Native ? native : compatible));
        const bool isNative = choice == ProtocolChoice::Native;
        const QJsonObject sent = isNative ? talk.body()[QLatin1String("parameters")].toObject() : talk.body();
        QCOMPARE(sent[QLatin1String("top_k")].toInt(), 20);
        QCOMPARE(sent[QLatin1String("presence_penalty")].toDouble(), -0.5);
        QVERIFY(!sent.contains(QLatin1String("seed")));
        QCOMPARE(sent.contains(QLatin1String("stream_options")), !isNative && stream);
    }

    void thinkingComesOverBoth_data()
    {
        QTest::addColumn<ProtocolChoice>("choice");
        QTest::newRow("native") << ProtocolChoice::Native;
        QTest::newRow("compatible") << ProtocolChoice::Compatible;
    }
    void thinkingComesOverBoth()
    {
        QFETCH(const ProtocolChoice, choice);
        Talk talk("", choice);
        talk->setSettings({.parameters = {.enableThinking = true, .thinkingBudget = 50}});
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().state, State::Complete);
        QVERIFY(!talk.reply().reasoning.isEmpty());
        QVERIFY(talk.reply().usage.reasoningTokens.value_or(0) > 0);
        QCOMPARE(talk.reply().content, QStringLiteral("Hello **there** 你好"));
    }

    void automaticFindsOutOnceAndTells()
    {
        Talk talk("compatible-only");
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().state, State::Complete);
        QCOMPARE(talk.paths(), (QStringList{native, compatible}));
        QVERIFY(talk.reply().protocolTurn);
        QCOMPARE(talk.reply().protocolTurn->now, Protocol::Compatible);
        QVERIFY(talk.reply().protocolTurn->refusal.message.startsWith(QLatin1String("url error")));
        QVERIFY(talk.asks("two"));
        QCOMPARE(talk.paths(), (QStringList{native, compatible, compatible}));
        QVERIFY(!talk.reply().protocolTurn);
        QVERIFY(talk.service.conversation()->send(QStringLiteral("another deployment is not concerned")));
        QTRY_VERIFY(!talk.service.conversation()->isBusy());
        QCOMPARE(talk.paths().constLast(), native);
    }

    void aMultimodalModelAnswersOverTheCompatibleOne()
    {
        Talk talk("", ProtocolChoice::Automatic, "qwen3.6-plus-2026-04-02");
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().content, QStringLiteral("Hello **there** 你好"));
    }

    void aFixedProtocolNeverTurns_data()
    {
        QTest::addColumn<ProtocolChoice>("choice");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("native") << ProtocolChoice::Native << QByteArray("compatible-only");
        QTest::newRow("compatible") << ProtocolChoice::Compatible << QByteArray("native-only");
    }
    void aFixedProtocolNeverTurns()
    {
        QFETCH(const ProtocolChoice, choice);
        QFETCH(const QByteArray, name);
        Talk talk(name.constData(), choice);
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().state, State::Failed);
        QCOMPARE(talk.paths().size(), 1);
    }

    void nothingElseIsEverAskedTwice_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"status=400", "status=401", "status=404", "status=429", "status=500", "status=503",
                                  "close-after", "reset-after", "half-body", "no-end", "error-event=0",
                                  "error-event=2,InvalidParameter,url error, please "
                                  "check url！",
                                  "status=500,InternalError,url error, please check url！"})
            QTest::newRow(fault) << QString::fromUtf8(fault);
    }
    void nothingElseIsEverAskedTwice()
    {
        QFETCH(const QString, fault);
        Talk talk("");
        QVERIFY(talk.service.server->addFault(QStringLiteral("generate=") + fault));
        QVERIFY(talk.asks("one"));
        QVERIFY(talk.reply().state == State::Failed || talk.reply().state == State::Cut);
        QCOMPARE(talk.paths(), QStringList{native});
    }

    void refusedOverBothIsRefusedAndAskedAnewNextTime()
    {
        Talk talk("compatible-only native-only");
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().state, State::Failed);
        QVERIFY(talk.reply().protocolTurn);
        QCOMPARE(talk.reply().error->code, QStringLiteral("model_not_supported"));
        QCOMPARE(talk.paths(), (QStringList{native, compatible}));
        QVERIFY(talk->retry());
        QTRY_VERIFY(!talk->isBusy());
        QCOMPARE(talk.paths(), (QStringList{native, compatible, native, compatible}));
    }

    void stopAfterTheTurnStops()
    {
        Talk talk("compatible-only");
        QVERIFY(talk.service.server->addFault(QStringLiteral("generate@1=hang")));
        talk->send(QStringLiteral("one"));
        QTRY_VERIFY(talk.reply().protocolTurn);
        talk->stop();
        QCOMPARE(talk.reply().state, State::Stopped);
        QCOMPARE(talk.reply().content, QString());
    }

    void aStoppedReplyIsEstimatedWhereNothingWasCounted()
    {
        Talk talk("", ProtocolChoice::Compatible, "qwen3-32b", 5);
        talk->setTokenRate(TokenRate{.input = 1, .output = 1});
        talk->send(QStringLiteral("one"));
        QTRY_VERIFY(!talk.reply().content.isEmpty());
        QVERIFY(!isEstimate(talk.reply()));
        talk->stop();
        QVERIFY(isEstimate(talk.reply()));
        QCOMPARE(talk.reply().usage.outputTokens, estimatedTokens(talk.reply().content));
        QVERIFY(!talk.reply().usage.inputTokens && !talk.reply().yuan);
    }

    void theCostIsOfTheCountsAndStays()
    {
        Talk talk("");
        talk->setTokenRate(TokenRate{.input = 1, .output = 2});
        QVERIFY(talk.asks("one"));
        const Usage usage = talk.reply().usage;
        QCOMPARE(talk.reply().yuan, double(*usage.inputTokens + 2 * *usage.outputTokens) / 1000);
        talk->setTokenRate({});
        QVERIFY(talk->turns().constLast().yuan);
    }

    void aRefusedParameterIsLeftOutFromThenOn_data()
    {
        QTest::addColumn<ProtocolChoice>("choice");
        QTest::newRow("native") << ProtocolChoice::Native;
        QTest::newRow("compatible") << ProtocolChoice::Compatible;
    }
    void aRefusedParameterIsLeftOutFromThenOn()
    {
        QFETCH(const ProtocolChoice, choice);
        Talk talk("no-top-k no-enable-search", choice);
        ChatSettings settings;
        settings.parameters = {.temperature = 0.5, .topK = 20, .enableSearch = true};
        talk->setSettings(settings);
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk.reply().state, State::Failed);
        QCOMPARE(talk->refusedParameter(), Parameter::TopK);
        QVERIFY(talk->retryWithout(Parameter::TopK));
        QTRY_VERIFY(!talk->isBusy());
        QCOMPARE(talk->refusedParameter(), Parameter::EnableSearch);
        QVERIFY(talk->retryWithout(Parameter::EnableSearch));
        QTRY_VERIFY(!talk->isBusy());
        QCOMPARE(talk.reply().state, State::Complete);
        QVERIFY(!talk->refusedParameter());
        QCOMPARE(talk->leftOut(), (QList{Parameter::TopK, Parameter::EnableSearch}));
        QVERIFY(talk.asks("two"));
        QCOMPARE(talk.reply().state, State::Complete);
        settings.parameters.topK = 30;
        talk->setSettings(settings);
        QCOMPARE(talk->leftOut(), QList{Parameter::EnableSearch});
        QVERIFY(talk.asks("three"));
        QCOMPARE(talk.reply().state, State::Failed);
    }

    void aModelThatOnlyStreamsIsStreamedByOneClick()
    {
        Talk talk("stream-only");
        talk->setSettings({.stream = false});
        QVERIFY(talk.asks("one"));
        QCOMPARE(talk->refusedParameter(), Parameter::WholeReply);
        QVERIFY(talk->retryWithout(Parameter::WholeReply));
        QTRY_VERIFY(!talk->isBusy());
        QCOMPARE(talk.reply().state, State::Complete);
    }
};

QTEST_GUILESS_MAIN(TestFlowProtocols)
#include "tst_flow_protocols.moc"
