// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/asking.h"
#include "tests/support/chatservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestAsking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thinkingThatIsStoppedKeepsItsTime()
    {
        ChatService service(QByteArrayLiteral("The answer"), 50);
        Asking asking(GenerationApi(service.client.get()), QStringLiteral("qwen3-32b-chat"), prompt(), thinking());
        QSignalSpy grew(&asking, &Asking::grew);
        QTRY_VERIFY(grew.count() >= 2);
        QVERIFY(asking.turn().content.isEmpty() && asking.turn().thinking);
        asking.stop();
        QVERIFY(asking.turn().usage.outputTokens > 0); // an estimate where the service has not counted
        QCOMPARE(asking.turn().thinking, std::optional(*asking.turn().duration - *asking.turn().firstToken));
    }

    void thinkingThatIsCutKeepsItsTime()
    {
        ChatService service(QByteArrayLiteral("The answer"), 100);
        service.server->addFault(QStringLiteral("generate:1=error-event=5"));
        Asking asking(GenerationApi(service.client.get()), QStringLiteral("qwen3-32b-chat"), prompt(), thinking());
        QSignalSpy ended(&asking, &Asking::ended);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(asking.turn().state, Turn::State::Cut);
        QVERIFY(asking.turn().content.isEmpty());
        QCOMPARE(asking.turn().thinking, std::optional(*asking.turn().duration - *asking.turn().firstToken));
    }

private:
    static QList<Message> prompt() { return {{Role::User, QStringLiteral("think")}}; }
    static ChatSettings thinking() { return {.parameters = {.enableThinking = true}}; }
};

QTEST_GUILESS_MAIN(TestAsking)
#include "tst_asking.moc"
