// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chatservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;
using State = Turn::State;

Q_DECLARE_METATYPE(Slipway::ProtocolChoice)

static QJsonObject lastBody(const ChatService &service)
{
    return QJsonDocument::fromJson(service.server->requests().constLast().body).object();
}

/// "system:… user:… assistant:…" of the last request.
static QStringList lastMessages(const ChatService &service)
{
    QStringList messages;
    const QJsonObject input = lastBody(service)[QLatin1String("input")].toObject();
    for (const QJsonValue &message : input[QLatin1String("messages")].toArray())
        messages += message[QLatin1String("role")].toString() + u':' + message[QLatin1String("content")].toString();
    return messages;
}

static QStringList texts(const Conversation *conversation)
{
    QStringList texts;
    for (const Turn &turn : conversation->turns())
        texts += turn.content;
    return texts;
}

/// Sends one prompt after the other, each when the reply to the one before is there.
static void converse(Conversation *conversation, const QStringList &prompts)
{
    for (const QString &prompt : prompts) {
        QVERIFY(conversation->send(prompt));
        QTRY_VERIFY(!conversation->isBusy());
    }
}

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyArrivesWithItsFigures()
    {
        ChatService service(QByteArrayLiteral("Hello **there**"));
        Conversation *conversation = service.conversation();
        QVERIFY(conversation->send(QStringLiteral("你好 😀")));
        QCOMPARE(conversation->turns().size(), 2);
        QCOMPARE(conversation->turns().last().state, State::Waiting);
        QVERIFY(conversation->isBusy());
        QTRY_VERIFY(!conversation->isBusy());
        const Turn &reply = conversation->turns().last();
        QCOMPARE(reply.state, State::Complete);
        QCOMPARE(reply.content, QStringLiteral("Hello **there**"));
        QCOMPARE(reply.finishReason, QStringLiteral("stop"));
        QVERIFY(!reply.requestId.isEmpty());
        QVERIFY(reply.usage.inputTokens.value_or(0) > 0);
        QVERIFY(reply.usage.outputTokens.value_or(0) > 0);
        QVERIFY(reply.firstToken && reply.duration && *reply.firstToken <= *reply.duration);
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:你好 😀")});
    }

    void whatWasSaidIsSentAlong()
    {
        ChatService service(QByteArrayLiteral("Fine"));
        Conversation *conversation = service.conversation();
        conversation->setSettings({.systemPrompt = QStringLiteral("Be short")});
        conversation->send(QStringLiteral("one"));
        QTRY_VERIFY(!conversation->isBusy());
        conversation->send(QStringLiteral("two"));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service), (QStringList{QStringLiteral("system:Be short"), QStringLiteral("user:one"),
                                                     QStringLiteral("assistant:Fine"), QStringLiteral("user:two")}));
    }

    void settingsAreSentOnlyWhereSet()
    {
        ChatService service(QByteArrayLiteral("x"));
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("a"));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastBody(service)[QLatin1String("parameters")].toObject().keys(),
                 (QStringList{QStringLiteral("incremental_output"), QStringLiteral("result_format")}));
        conversation->setSettings(
            {.parameters = {.temperature = 0.5, .topP = 0.9, .maxTokens = 50, .seed = 7, .enableThinking = false}});
        conversation->send(QStringLiteral("b"));
        QTRY_VERIFY(!conversation->isBusy());
        const QJsonObject parameters = lastBody(service)[QLatin1String("parameters")].toObject();
        QCOMPARE(parameters[QLatin1String("temperature")].toDouble(), 0.5);
        QCOMPARE(parameters[QLatin1String("top_p")].toDouble(), 0.9);
        QCOMPARE(parameters[QLatin1String("max_tokens")].toInt(), 50);
        QCOMPARE(parameters[QLatin1String("seed")].toInt(), 7);
        QCOMPARE(parameters[QLatin1String("enable_thinking")].toBool(true), false);
    }

    void nothingIsSentForABlankPromptOrWhileAReplyComes()
    {
        ChatService service(QByteArrayLiteral("slow reply"), 5);
        Conversation *conversation = service.conversation();
        QSignalSpy added(conversation, &Conversation::turnAdded);
        QVERIFY(!conversation->send(QStringLiteral(" \n\t ")));
        QCOMPARE(added.count(), 0);
        QVERIFY(conversation->send(QStringLiteral("a")));
        QVERIFY(!conversation->send(QStringLiteral("b")));
        QVERIFY(!conversation->retry());
        QCOMPARE(conversation->turns().size(), 2);
    }

    void stopKeepsWhatCameAndNothingComesAfter()
    {
        ChatService service(QByteArrayLiteral("word ").repeated(2000), 200);
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("go"));
        QTRY_VERIFY(conversation->turns().last().content.size() > 20);
        conversation->stop();
        QCOMPARE(conversation->turns().last().state, State::Stopped);
        QVERIFY(!conversation->isBusy());
        const Turn stopped = conversation->turns().last();
        QSignalSpy grew(conversation, &Conversation::turnGrew);
        QSignalSpy changed(conversation, &Conversation::turnChanged);
        QVERIFY(!grew.wait(200));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(conversation->turns().last(), stopped);
        QTRY_COMPARE(service.server->requests().constLast().fate, Simulator::RecordedRequest::Fate::Dropped);
    }

    void aStoppedReplyIsSentAlong()
    {
        ChatService service(QByteArrayLiteral("word ").repeated(500), 200);
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("go"));
        QTRY_VERIFY(conversation->turns().last().content.size() > 20);
        conversation->stop();
        const QString came = conversation->turns().last().content;
        conversation->send(QStringLiteral("on"));
        QTRY_VERIFY(service.server->requests().size() == 2);
        QCOMPARE(lastMessages(service), (QStringList{QStringLiteral("user:go"), QStringLiteral("assistant:") + came,
                                                     QStringLiteral("user:on")}));
    }

    void aStopBeforeTheFirstTokenLeavesAnEmptyReplyThatIsNotSentAlong()
    {
        ChatService service(QByteArrayLiteral("x"));
        service.server->addFault(QStringLiteral("generate:1=hang"));
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("a"));
        conversation->stop();
        QCOMPARE(conversation->turns().last().state, State::Stopped);
        QVERIFY(conversation->turns().last().content.isEmpty());
        service.server->clearFaults();
        conversation->send(QStringLiteral("b"));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:b")});
    }

    void thinkingIsKeptApart()
    {
        ChatService service(QByteArrayLiteral("The answer"), 300);
        Conversation *conversation = service.conversation();
        conversation->setSettings({.parameters = {.enableThinking = true}});
        conversation->send(QStringLiteral("think"));
        QTRY_VERIFY(!conversation->isBusy());
        const Turn &reply = conversation->turns().last();
        QCOMPARE(reply.content, QStringLiteral("The answer"));
        QVERIFY(!reply.reasoning.isEmpty());
        QVERIFY(reply.thinking);
        QVERIFY(reply.usage.reasoningTokens.value_or(0) > 0);
    }

    void thinkingThatIsStoppedKeepsItsTimeAndTokens_data()
    {
        QTest::addColumn<ProtocolChoice>("protocol");
        QTest::newRow("counted by the service") << ProtocolChoice::Native;
        QTest::newRow("estimated") << ProtocolChoice::Compatible;
    }

    void thinkingThatIsStoppedKeepsItsTimeAndTokens()
    {
        QFETCH(ProtocolChoice, protocol);
        ChatService service(QByteArrayLiteral("The answer"), 50);
        Conversation conversation(GenerationApi(service.client.get(), protocol), QStringLiteral("qwen3-32b-chat"));
        conversation.setSettings({.parameters = {.enableThinking = true}});
        QSignalSpy grew(&conversation, &Conversation::turnGrew);
        conversation.send(QStringLiteral("think"));
        QTRY_VERIFY(grew.count() >= 2);
        const Turn &reply = conversation.turns().last();
        QVERIFY(reply.content.isEmpty());
        QVERIFY(reply.thinking); // so far
        const auto soFar = *reply.thinking;
        conversation.stop();
        QCOMPARE(reply.state, State::Stopped);
        QVERIFY(*reply.thinking >= soFar);
        QCOMPARE(*reply.thinking, *reply.duration - *reply.firstToken);
        QVERIFY(reply.usage.reasoningTokens.value_or(0) > 0);
        QCOMPARE(*reply.usage.reasoningTokens, *reply.usage.outputTokens);
    }

    void thinkingThatIsCutKeepsItsTimeAndTokens()
    {
        ChatService service(QByteArrayLiteral("The answer"), 100);
        service.server->addFault(QStringLiteral("generate:1=error-event=5"));
        Conversation *conversation = service.conversation();
        conversation->setSettings({.parameters = {.enableThinking = true}});
        conversation->send(QStringLiteral("think"));
        QTRY_VERIFY(!conversation->isBusy());
        const Turn &reply = conversation->turns().last();
        QCOMPARE(reply.state, State::Cut);
        QVERIFY(reply.content.isEmpty() && !reply.reasoning.isEmpty());
        QCOMPARE(reply.thinking, std::optional(*reply.duration - *reply.firstToken));
        QVERIFY(reply.usage.reasoningTokens.value_or(0) > 0);
    }

    void theTimeOfThinkingEndsWhereTheAnswerBegins()
    {
        using namespace std::chrono_literals;
        Turn turn;
        countThinking(turn, 5s);
        QVERIFY(!turn.thinking);
        turn.firstToken = 1s;
        turn.reasoning = QStringLiteral("hm");
        countThinking(turn, 5s);
        QCOMPARE(*turn.thinking, 4s);
        turn.content = QStringLiteral("Yes");
        countThinking(turn, 9s);
        QCOMPARE(*turn.thinking, 4s);
    }

    void aReplyRemembersWhatItWasAskedForWith()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        conversation->setSettings({.systemPrompt = QStringLiteral("Be short"), .parameters = {.temperature = 0.5}});
        converse(conversation, {QStringLiteral("a")});
        conversation->setSettings({});
        QCOMPARE(bodyOf(lastRequestOf(conversation->record())), service.server->requests().constLast().body);
        QCOMPARE(*conversation->turns().last().asked, (Asked{.systemPrompt = QStringLiteral("Be short"),
                                                             .incrementalOutput = true,
                                                             .resultFormat = QStringLiteral("message"),
                                                             .parameters = {.temperature = 0.5}}));
    }

    void withoutItsPromptAReplyHasNoRequest()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        QVERIFY(lastRequestOf(conversation->record()).messages.isEmpty());
        converse(conversation, {QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(conversation->remove(2));
        QVERIFY(lastRequestOf(conversation->record()).messages.isEmpty());
        QVERIFY(conversation->remove(2));
        QCOMPARE(lastRequestOf(conversation->record()).messages.constLast().content, QStringLiteral("a"));
    }

    void aMessageThatIsEditedStaysWithItsConversation()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        converse(conversation, {QStringLiteral("a")});
        const ConversationRecord first = conversation->record();
        const EditedPrompt edited{1, QStringLiteral("A?")};
        conversation->setEdited(edited);
        conversation->clear();
        QVERIFY(!conversation->edited());
        conversation->open(first);
        QCOMPARE(conversation->edited(), edited);
        QVERIFY(conversation->remove(0));
        conversation->forgetRemoved();
        QVERIFY(!conversation->edited());
    }

    void aReplyThatIsCutKeepsWhatCame_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("connection lost") << QStringLiteral("half-body");
        QTest::newRow("no final event") << QStringLiteral("no-end");
        QTest::newRow("error in the stream") << QStringLiteral("error-event=3");
    }

    void aReplyThatIsCutKeepsWhatCame()
    {
        QFETCH(QString, fault);
        ChatService service(QByteArrayLiteral("some words that are told one after the other, and more of them"));
        service.server->addFault(QStringLiteral("generate:1=") + fault);
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("a"));
        QTRY_VERIFY(!conversation->isBusy());
        const Turn cut = conversation->turns().last();
        QCOMPARE(cut.state, State::Cut);
        QVERIFY(cut.error);
        QVERIFY(cut.content.startsWith(QLatin1String("some")));
        QVERIFY(!cut.content.contains(cut.error->message) || cut.error->message.isEmpty());
        QVERIFY(conversation->send(QStringLiteral("b")));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().last().state, State::Complete);
    }

    void aRefusalIsAnErrorAndNotAReply_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("429") << QStringLiteral("status=429") << int(Error::Kind::Throttled);
        QTest::newRow("429 without body") << QStringLiteral("status=429,empty") << int(Error::Kind::Throttled);
        QTest::newRow("401") << QStringLiteral("status=401") << int(Error::Kind::Unauthorized);
        QTest::newRow("500") << QStringLiteral("status=500") << int(Error::Kind::ServerFault);
        QTest::newRow("framed") << QStringLiteral("framed-error=400") << int(Error::Kind::Refused);
        QTest::newRow("html") << QStringLiteral("html") << int(Error::Kind::BadReply);
    }

    void aRefusalIsAnErrorAndNotAReply()
    {
        QFETCH(QString, fault);
        QFETCH(int, kind);
        ChatService service(QByteArrayLiteral("fine"));
        service.server->addFault(QStringLiteral("generate:1=") + fault);
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("a"));
        QTRY_VERIFY(!conversation->isBusy());
        const Turn failed = conversation->turns().last();
        QCOMPARE(failed.state, State::Failed);
        QVERIFY(failed.content.isEmpty());
        QCOMPARE(int(failed.error->kind), kind);
        QCOMPARE(service.server->requests().size(), 1);
        conversation->send(QStringLiteral("b"));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().last().content, QStringLiteral("fine"));
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:b")});
    }

    void tryingAgainReplacesTheReplyAndAsksTheSame()
    {
        ChatService service(QByteArrayLiteral("fine"));
        service.server->addFault(QStringLiteral("generate:1=status=429"));
        Conversation *conversation = service.conversation();
        QVERIFY(!conversation->retry());
        conversation->send(QStringLiteral("a"));
        QTRY_VERIFY(!conversation->isBusy());
        QSignalSpy removed(conversation, &Conversation::turnsRemoved);
        QVERIFY(conversation->retry());
        QCOMPARE(removed.count(), 1);
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().size(), 2);
        QCOMPARE(conversation->turns().last().content, QStringLiteral("fine"));
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:a")});
    }

    void clearingWhileAReplyComesLeavesNothingAndCanBeTakenBack()
    {
        ChatService service(QByteArrayLiteral("word ").repeated(500), 200);
        Conversation *conversation = service.conversation();
        conversation->send(QStringLiteral("a"));
        QTRY_VERIFY(!conversation->turns().last().content.isEmpty());
        conversation->stop();
        const QList<Turn> turns = conversation->turns();
        const ConversationRecord record = conversation->record();
        conversation->send(QStringLiteral("b"));
        conversation->clear();
        QVERIFY(conversation->turns().isEmpty());
        QVERIFY(!conversation->isBusy());
        QVERIFY(conversation->record().id != record.id);
        QSignalSpy opened(conversation, &Conversation::opened);
        conversation->open(record);
        QCOMPARE(conversation->turns(), turns);
        QCOMPARE(conversation->record(), record);
        QCOMPARE(opened.count(), 1);
    }

    void aReplyThatIsAskedForAgainStaysAsABranch()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        converse(conversation, {QStringLiteral("a"), QStringLiteral("b")});
        const QList<Turn> before = conversation->turns();
        QVERIFY(!conversation->regenerate(0));
        QVERIFY(conversation->regenerate(1));
        QCOMPARE(conversation->turns().size(), 2);
        QCOMPARE(conversation->turns().last().branch, 2);
        QCOMPARE(conversation->turns().last().branches, 2);
        QVERIFY(!conversation->showBranch(1, 1));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:a")});
        QVERIFY(conversation->showBranch(1, 1));
        QCOMPARE(texts(conversation), (QStringList{QStringLiteral("a"), QStringLiteral("fine"), QStringLiteral("b"),
                                                   QStringLiteral("fine")}));
        QCOMPARE(conversation->turns().last().id, before.last().id);
        QVERIFY(!conversation->showBranch(1, 3));
    }

    void anEditedPromptIsABranchAndTheOldOneStays()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        converse(conversation, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QVERIFY(!conversation->sendInstead(1, QStringLiteral("x")));
        QVERIFY(!conversation->sendInstead(2, QStringLiteral("  ")));
        QVERIFY(conversation->sendInstead(2, QStringLiteral("B")));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service),
                 (QStringList{QStringLiteral("user:a"), QStringLiteral("assistant:fine"), QStringLiteral("user:B")}));
        QCOMPARE(texts(conversation).join(u' '), QStringLiteral("a fine B fine"));
        QSignalSpy removed(conversation, &Conversation::turnsRemoved);
        QVERIFY(conversation->showBranch(2, 1));
        QCOMPARE(texts(conversation).join(u' '), QStringLiteral("a fine b fine c fine"));
        QCOMPARE(removed.takeFirst(), (QVariantList{2, 3}));
        QVERIFY(conversation->sendInstead(0, QStringLiteral("A")));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service), QStringList{QStringLiteral("user:A")});
        QCOMPARE(conversation->turns().first().branches, 2);
    }

    void aMessageThatIsDeletedIsNotSentAndCanComeBack()
    {
        ChatService service(QByteArrayLiteral("fine"));
        Conversation *conversation = service.conversation();
        converse(conversation, {QStringLiteral("a"), QStringLiteral("b")});
        const QList<Turn> before = conversation->turns();
        QVERIFY(conversation->remove(0));
        QVERIFY(conversation->remove(0));
        QCOMPARE(texts(conversation).join(u' '), QStringLiteral("b fine"));
        QVERIFY(conversation->send(QStringLiteral("c")));
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(lastMessages(service),
                 (QStringList{QStringLiteral("user:b"), QStringLiteral("assistant:fine"), QStringLiteral("user:c")}));
        QVERIFY(conversation->restore(before[1].id));
        QVERIFY(conversation->restore(before[0].id));
        QCOMPARE(texts(conversation).join(u' '), QStringLiteral("a fine b fine c fine"));
        QVERIFY(!conversation->restore(99));
    }

    void aReplyThatWasStoppedCanBeContinued()
    {
        ChatService service(QByteArrayLiteral("word ").repeated(500), 200);
        Conversation *conversation = service.conversation();
        QVERIFY(!conversation->goOn());
        conversation->send(QStringLiteral("go"));
        QVERIFY(!conversation->canGoOn());
        QTRY_VERIFY(conversation->turns().last().content.size() > 20);
        conversation->stop();
        const QString came = conversation->turns().last().content;
        QVERIFY(conversation->canGoOn());
        QVERIFY(conversation->goOn());
        QTRY_VERIFY(conversation->turns().last().content.size() > 5);
        const QStringList asked = lastMessages(service);
        QCOMPARE(asked.mid(0, 2), (QStringList{QStringLiteral("user:go"), QStringLiteral("assistant:") + came}));
        QVERIFY(asked.at(2).startsWith(QLatin1String("user:Your last message was cut off.")));
        conversation->stop();
        QVERIFY(conversation->turns().last().continues);
        const QString rest = conversation->turns().last().content;
        conversation->send(QStringLiteral("and"));
        QTRY_COMPARE(service.server->requests().size(), 3);
        QCOMPARE(lastMessages(service),
                 (QStringList{QStringLiteral("user:go"), QStringLiteral("assistant:") + came + rest,
                              QStringLiteral("user:and")}));
    }

    void whatIsContinuedIsAskedForInItsOwnLanguage_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<bool>("inChinese");
        QTest::newRow("Chinese") << QStringLiteral("部署按算力单元计费，空闲时也计费。") << true;
        QTest::newRow("Chinese with names")
            << QStringLiteral("把 base_url 设为模拟器的地址，再调用 Generation.call。") << true;
        QTest::newRow("English") << QStringLiteral("It is billed while it is idle.") << false;
        QTest::newRow("English about Chinese")
            << QStringLiteral("In the console a deployment is called 部署, and it is billed while idle.") << false;
        QTest::newRow("Japanese") << QStringLiteral("配備は待機中も課金されます。") << false;
        QTest::newRow("figures alone") << QStringLiteral("3.14159 26535") << false;
    }

    void whatIsContinuedIsAskedForInItsOwnLanguage()
    {
        QFETCH(const QString, reply);
        QFETCH(const bool, inChinese);
        Turn asked;
        asked.content = QStringLiteral("go");
        Turn cut;
        cut.role = Role::Assistant;
        cut.state = Turn::State::Cut;
        cut.content = reply;
        const QList<Message> messages = requestOf(QStringLiteral("m"), {asked, cut}, {}).messages;
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[2].role, Role::User);
        QCOMPARE(messages[2].content.startsWith(QStringLiteral("你的上一条消息被截断了。")), inChinese);
        QCOMPARE(messages[2].content.startsWith(QStringLiteral("Your last message was cut off.")), !inChinese);
    }

    void aCompleteReplyCannotBeContinued()
    {
        ChatService service(QByteArrayLiteral("some words that go on and on"));
        converse(service.conversation(), {QStringLiteral("a")});
        QVERIFY(!service.conversation()->canGoOn());
        service.conversation()->setSettings({.parameters = {.maxTokens = 1}});
        converse(service.conversation(), {QStringLiteral("b")});
        QCOMPARE(service.conversation()->turns().last().finishReason, QStringLiteral("length"));
        QVERIFY(service.conversation()->canGoOn());
    }

    void aContinuationThatFailedIsAskedForAgain()
    {
        ChatService service(QByteArrayLiteral("some words that are told one after the other, and more of them"));
        service.server->addFault(QStringLiteral("generate:1=half-body"));
        Conversation *conversation = service.conversation();
        converse(conversation, {QStringLiteral("a")});
        QCOMPARE(conversation->turns().last().state, State::Cut);
        service.server->addFault(QStringLiteral("generate:1=status=429"));
        QVERIFY(conversation->goOn());
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().last().state, State::Failed);
        QVERIFY(conversation->retry());
        QTRY_VERIFY(!conversation->isBusy());
        QCOMPARE(conversation->turns().size(), 3);
        QCOMPARE(conversation->turns().last().state, State::Complete);
        QVERIFY(conversation->turns().last().continues);
    }

    void aConversationMayGoWhileAReplyComes()
    {
        ChatService service(QByteArrayLiteral("word ").repeated(500), 200);
        service.conversation()->send(QStringLiteral("a"));
        QTRY_VERIFY(!service.conversation()->turns().last().content.isEmpty());
        service.conversations.reset();
        QTRY_COMPARE(service.server->requests().constLast().fate, Simulator::RecordedRequest::Fate::Dropped);
    }

    void eachDeploymentHasItsOwnConversation()
    {
        ChatService service(QByteArrayLiteral("x"));
        Conversation *other = service.conversations->of(QStringLiteral("qwen3-32b-other"));
        QVERIFY(other != service.conversation());
        QCOMPARE(service.conversation(), service.conversation());
        service.conversation()->send(QStringLiteral("a"));
        QVERIFY(other->turns().isEmpty());
        QVERIFY(other->send(QStringLiteral("b")));
        QTRY_VERIFY(!other->isBusy() && !service.conversation()->isBusy());
    }

    void aHugePromptArrivesWhole()
    {
        ChatService service(QByteArrayLiteral("x"));
        const QString prompt = QStringLiteral("words of it ").repeated(17000);
        service.conversation()->send(prompt);
        QTRY_VERIFY(!service.conversation()->isBusy());
        QVERIFY(service.server->requests().constLast().bodySize > prompt.size());
    }

    void speedCountsFromTheFirstText()
    {
        using namespace std::chrono_literals;
        Turn turn;
        QVERIFY(!tokensPerSecond(turn));
        turn.usage.outputTokens = 63;
        turn.firstToken = 310ms;
        turn.duration = 1810ms;
        QCOMPARE(*tokensPerSecond(turn), 42.0);
        turn.duration = 310ms;
        QVERIFY(!tokensPerSecond(turn));
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
