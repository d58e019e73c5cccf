// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/presets.h"
#include "app/modelstudio/json.h"
#include "tests/support/chatservice.h"
#include "ui/chat/chatpane.h"
#include "ui/chat/parameterwords.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/settingsform.h"
#include "ui/chat/transcript.h"
#include "ui/chat/turnwords.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using State = Turn::State;

namespace {

/// A pane with settings of its own, talking to a deployment that refuses what its name says.
struct Desk
{
    explicit Desk(const char *name = "", ProtocolChoice choice = ProtocolChoice::Native) :
        service(QByteArrayLiteral("A **good** reply")),
        conversations(GenerationApi(service.client.get(), choice)),
        settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        Simulator::DeployedModel model;
        model.id = QStringLiteral("m");
        model.name = QString::fromLatin1(name);
        model.modelName = QStringLiteral("qwen3-32b");
        model.capacity = model.readyCapacity = model.baseCapacity = 1;
        service.server->world().insert(model);
        deployment.deployedModel = QStringLiteral("m");
        deployment.status = Status::Running;
        pane.resize(480, 800);
        pane.setPreferences(&settings);
        pane.setConversation(conversation(), &deployment);
        pane.show();
        pane.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&pane)); }();
        click("chatSettingsButton");
    }

    Conversation *conversation() { return conversations.of(QStringLiteral("m")); }
    const Turn &reply() { return conversation()->turns().constLast(); }
    const ChatSettings &chosen() { return conversation()->settings(); }

    template<typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return pane.findChild<Widget *>(QLatin1String(name));
    }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    void click(const char *name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    void type(const char *name, const char *text) const
    {
        find(name)->setFocus();
        QTest::keyClick(find(name), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(find(name), QString::fromUtf8(text));
    }
    void ask(const char *prompt)
    {
        QTest::keyClicks(find("prompt"), QString::fromUtf8(prompt));
        QTest::keyClick(find("prompt"), Qt::Key_Return);
    }
    void choosePreset(int index) const
    {
        auto *box = find<QComboBox>("preset");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    QByteArray body() const { return service.server->requests().constLast().body; }
    QByteArray sentBytes(const char *name) const { return (*Json::parse(body()))[name].source(); }
    QJsonObject sent() const
    {
        const QJsonObject body = QJsonDocument::fromJson(service.server->requests().constLast().body).object();
        return body[QLatin1String("parameters")].toObject();
    }

    ChatService service;
    Conversations conversations;
    QTemporaryDir folder;
    QSettings settings;
    Deployment deployment;
    ChatPane pane;
};

} // namespace

class TestUiParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyParameterIsUnsetThenSent()
    {
        Desk desk;
        QVERIFY(desk.text("sentParameters").contains(QLatin1String("No parameters are set")));
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        const QByteArray form = R"({"result_format":"message","incremental_output":true)";
        QCOMPARE(desk.sentBytes("parameters"), form + '}');
        for (const auto &[field, value] :
             {std::pair("temperature", "0.5"), std::pair("topP", "0.9"), std::pair("topK", "30"),
              std::pair("maxTokens", "900"), std::pair("seed", "7"), std::pair("repetitionPenalty", "1.1"),
              std::pair("presencePenalty", "-0.5"), std::pair("stop", "END"), std::pair("thinkingBudget", "200"),
              std::pair("further", R"({"n":1})")})
            desk.type(field, value);
        QTest::keyClick(desk.find("stop"), Qt::Key_Return);
        QTest::keyClicks(desk.find("stop"), QStringLiteral("\\n\\n"));
        QTest::keyClick(desk.find("thinking"), Qt::Key_Down);
        QTest::keyClick(desk.find("enableSearch"), Qt::Key_End);
        QCOMPARE(desk.text("sentParameters"),
                 QStringLiteral("Sent: temperature, top_p, top_k, max_tokens, seed, repetition_penalty, "
                                "presence_penalty, stop, enable_thinking, thinking_budget, enable_search, n. "
                                "The service's defaults hold for the rest."));
        desk.ask("hello");
        QTRY_COMPARE(desk.service.server->requests().size(), 2);
        QTRY_COMPARE(desk.reply().state, State::Complete);
        const QByteArray numbers = R"(,"temperature":0.5,"top_p":0.9,"top_k":30,"max_tokens":900,"seed":7,)"
                                   R"("repetition_penalty":1.1,"presence_penalty":-0.5,"stop":["END","\n\n"],)";
        QCOMPARE(desk.sentBytes("parameters"),
                 form + numbers + R"("enable_thinking":true,"thinking_budget":200,"enable_search":false,"n":1})");
        // What excludes them: the effort, JSON and a whole reply.
        desk.type("thinkingBudget", " ");
        QTest::keyClick(desk.find("reasoningEffort"), Qt::Key_Down);
        QTest::keyClick(desk.find("thinking"), Qt::Key_End);
        QTest::keyClick(desk.find("responseFormat"), Qt::Key_End);
        QTest::keyClick(desk.find("streaming"), Qt::Key_End);
        desk.ask("in json");
        QTRY_COMPARE(desk.service.server->requests().size(), 3);
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QCOMPARE(desk.sentBytes("parameters"),
                 form + numbers +
                     R"("enable_thinking":false,"reasoning_effort":"low","enable_search":false,)"
                     R"("response_format":{"type":"json_object"},"n":1})");
    }

    void furtherParametersReachTheServiceAsTyped_data()
    {
        QTest::addColumn<ProtocolChoice>("protocol");
        QTest::newRow("native") << ProtocolChoice::Native;
        QTest::newRow("compatible") << ProtocolChoice::Compatible;
    }
    void furtherParametersReachTheServiceAsTyped()
    {
        QFETCH(const ProtocolChoice, protocol);
        Desk desk("", protocol);
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QByteArray expected = desk.body();
        desk.type("topK", "30");
        desk.type("further", "{ \"logprobs\" :true, \"top_logprobs\":5,");
        QTest::keyClick(desk.find("further"), Qt::Key_Return);
        QTest::keyClicks(desk.find("further"),
                         QStringLiteral(R"("tools":[ {"type":"function","function":{"name":"now"}}], )"
                                        R"("response_format":{"type":"json_schema","json_schema":{"name":"x"}}})"));
        QVERIFY(!desk.find("furtherError")->isVisible());
        desk.click("newConversation");
        desk.ask("hello");
        QTRY_COMPARE(desk.service.server->requests().size(), 2);
        QTRY_COMPARE(desk.reply().state, State::Complete);
        expected.chop(protocol == ProtocolChoice::Native ? 2 : 1);
        expected += R"(,"top_k":30,"logprobs":true,"top_logprobs":5,)"
                    R"("tools":[ {"type":"function","function":{"name":"now"}}],)"
                    R"("response_format":{"type":"json_schema","json_schema":{"name":"x"}})";
        expected += protocol == ProtocolChoice::Native ? "}}" : "}";
        QCOMPARE(desk.body(), expected);
        QCOMPARE(bodyOf(lastRequestOf(desk.conversation()->record())), expected); // what is copied
    }

    void wrongFurtherParametersAreRefusedNextToTheirField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QStringLiteral("n: 2") << QStringLiteral("no JSON object");
        QTest::newRow("ours") << QStringLiteral(R"({"model":"x"})") << QStringLiteral("“model” follows from");
        QTest::newRow("own") << QStringLiteral(R"({"top_k":2})") << QStringLiteral("“top_k” has a field");
        QTest::newRow("twice") << QStringLiteral(R"({"n":2,"n":2})") << QStringLiteral("“n” stands here twice");
        QTest::newRow("name") << QStringLiteral(R"({"<b>":2})") << QStringLiteral("“<b>” is no parameter");
        QTest::newRow("both") << QStringLiteral(R"({"stop":[1]})") << QStringLiteral("“stop” is set in its own");
    }
    void wrongFurtherParametersAreRefusedNextToTheirField()
    {
        QFETCH(const QString, text);
        Desk desk;
        desk.type("stop", "END");
        desk.type("further", text.toUtf8().constData());
        const auto *note = desk.find<QLabel>("furtherError");
        QFETCH(const QString, says);
        QVERIFY(note->isVisible());
        QCOMPARE(note->textFormat(), Qt::PlainText);
        QVERIFY2(note->text().contains(says), qPrintable(note->text()));
        desk.find("prompt")->setFocus();
        desk.ask("hello");
        QVERIFY(desk.conversation()->turns().isEmpty());
        QCOMPARE(desk.pane.focusWidget()->objectName(), QStringLiteral("further"));
        desk.type("further", " ");
        QVERIFY(!note->isVisible());
        QVERIFY(!desk.chosen().parameters.further);
    }

    void theFurtherFieldGrowsWithItsText()
    {
        Desk desk;
        const int empty = desk.find("further")->height();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(desk.find("further"), Qt::Key_Return);
        QTRY_VERIFY(desk.find("further")->height() > empty);
        desk.type("further", " ");
        QTRY_COMPARE(desk.find("further")->height(), empty);
    }

    void aRefusedFurtherParameterIsDroppedWithOneClick()
    {
        Desk desk("no-logprobs");
        desk.type("further", R"({"logprobs":true,"n":1})");
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Failed);
        QCOMPARE(desk.find<QPushButton>("remedy")->text(), QStringLiteral("Send without logprobs"));
        desk.click("remedy");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QCOMPARE(desk.sentBytes("parameters"), R"({"result_format":"message","incremental_output":true,"n":1})");
        QVERIFY(desk.text("furtherError").contains(QLatin1String("refused here: logprobs")));
        QVERIFY(desk.text("sentParameters").startsWith(QLatin1String("Sent: n. ")));
        desk.type("further", R"({"logprobs":false})");
        QVERIFY(!desk.find("furtherError")->isVisible());
    }

    void aPresetKeepsFurtherParameters()
    {
        Desk desk;
        desk.type("further", R"({"n" : 1})");
        save(desk, "One");
        desk.choosePreset(0);
        QVERIFY(!desk.chosen().parameters.further);
        desk.choosePreset(1);
        QCOMPARE(desk.find<QPlainTextEdit>("further")->toPlainText(), QStringLiteral(R"({"n" : 1})"));
        QCOMPARE(desk.chosen().parameters.further->json, R"({"n" : 1})");
    }

    void aWrongValueIsRefusedNextToItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *field, const char *value) {
            QTest::addRow("%s %s", field, value) << QString::fromLatin1(field) << QString::fromLatin1(value);
        };
        row("temperature", "2");
        row("temperature", "-0.1");
        row("temperature", "warm");
        row("topP", "0");
        row("topP", "1.01");
        row("topK", "-1");
        row("topK", "1.5");
        row("maxTokens", "0");
        row("seed", "2147483648");
        row("seed", "-1");
        row("repetitionPenalty", "0");
        row("presencePenalty", "-2.1");
        row("presencePenalty", "nan");
        row("thinkingBudget", "0");
    }
    void aWrongValueIsRefusedNextToItsField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        Desk desk;
        desk.type(field.toLatin1().constData(), value.toLatin1().constData());
        const auto *note = desk.find<QLabel>((field + QStringLiteral("Error")).toLatin1().constData());
        QVERIFY(note->isVisible());
        QVERIFY(!note->text().isEmpty());
        desk.find("prompt")->setFocus();
        desk.ask("hello");
        QVERIFY(desk.conversation()->turns().isEmpty());
        QCOMPARE(desk.pane.focusWidget()->objectName(), field);
        desk.type(field.toLatin1().constData(), "1");
        QVERIFY(!note->isVisible());
    }

    void whatExcludesEachOtherIsRefusedHere()
    {
        Desk desk;
        QTest::keyClick(desk.find("thinking"), Qt::Key_Down);
        QTest::keyClick(desk.find("responseFormat"), Qt::Key_End);
        QVERIFY(desk.find("responseFormatError")->isVisible());
        QTest::keyClick(desk.find("streaming"), Qt::Key_End);
        QVERIFY(desk.find("streamingError")->isVisible());
        QTest::keyClick(desk.find("thinking"), Qt::Key_Home);
        QVERIFY(!desk.find("responseFormatError")->isVisible());
        QVERIFY(!desk.find("streamingError")->isVisible());
        QTest::keyClick(desk.find("reasoningEffort"), Qt::Key_Down);
        desk.type("thinkingBudget", "5");
        QVERIFY(desk.find("reasoningEffortError")->isVisible());
    }

    void everyFieldTellsItsEffectRangeAndName_data()
    {
        QTest::addColumn<QString>("effect");
        QTest::addColumn<QStringList>("range");
        const auto row = [](const char *field, const char *effect, const QStringList &range) {
            QTest::newRow(field) << QString::fromUtf8(effect) << range;
        };
        const QString whole = QStringLiteral("A whole number, 1 or more.");
        row("temperature", "more varied", {QStringLiteral("From 0 up to, but not including, 2.")});
        row("topP", "share of probability", {QStringLiteral("Above 0, up to 1.")});
        row("topK", "likeliest tokens", {QStringLiteral("A whole number, 0 or more.")});
        row("maxTokens", "cut off", {whole});
        row("seed", "more alike", {QStringLiteral("from 0 to 2147483647")});
        row("repetitionPenalty", "less often", {QStringLiteral("A number above 0.")});
        row("presencePenalty", "new words", {QStringLiteral("From −2 to 2.")});
        row("stop", "ends before", {QStringLiteral("One text a line")});
        row("thinking", "thinks before", {QStringLiteral("On or off")});
        row("thinkingBudget", "Thinking ends", {whole});
        row("reasoningEffort", "How long", {QStringLiteral("low, medium or xhigh")});
        row("enableSearch", "search the web", {QStringLiteral("On or off")});
        row("responseFormat", "one JSON object", {QStringLiteral("Text or JSON")});
        row("streaming", "in one piece", {QStringLiteral("On or off")});
        row("further", "no field here",
            {QStringLiteral("n: 1 to 4"), QStringLiteral("top_logprobs: 0 to 5"),
             QStringLiteral("max_completion_tokens: 1 or more"), QStringLiteral("json_schema"),
             QStringLiteral("token ids"), QStringLiteral("tool_choice: auto, none, required"),
             QStringLiteral("parallel_tool_calls: true or false"), QStringLiteral("turbo, max, agent or agent_max"),
             QStringLiteral("preserve_thinking, tool_stream, enable_code_interpreter: true or false")});
    }
    void everyFieldTellsItsEffectRangeAndName()
    {
        QFETCH(const QString, effect);
        QFETCH(const QStringList, range);
        Desk desk;
        const QWidget *field = desk.find(QTest::currentDataTag());
        QVERIFY(field);
        QVERIFY2(field->toolTip().contains(effect), qPrintable(field->toolTip()));
        for (const QString &each : range)
            QVERIFY2(field->toolTip().contains(each), qPrintable(field->toolTip()));
        QVERIFY(field->toolTip().contains(QLatin1String("Sent as ")));
    }

    void anUnsetFieldTellsItsDefault()
    {
        Desk desk;
        QCOMPARE(desk.find<QLineEdit>("topK")->placeholderText(), QStringLiteral("default: 20"));
    }

    void aRefusedParameterIsDroppedWithOneClick()
    {
        Desk desk("no-top-k");
        desk.type("topK", "30");
        desk.type("temperature", "0.5");
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Failed);
        QVERIFY(desk.find("remedy")->isVisible());
        QCOMPARE(desk.find<QPushButton>("remedy")->text(), QStringLiteral("Send without top_k"));
        QTest::keyClick(desk.find("transcript"), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(desk.find<Transcript>("transcript")
                        ->selectedText()
                        .contains(QLatin1String("This model does not support top_k.")));
        desk.click("remedy");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QVERIFY(!desk.find("remedy")->isVisible());
        QCOMPARE(desk.conversation()->turns().size(), 2);
        QVERIFY(!desk.sent().contains(QLatin1String("top_k")));
        QCOMPARE(desk.sent()[QLatin1String("temperature")].toDouble(), 0.5);
        QVERIFY(desk.text("topKError").contains(QLatin1String("Not sent")));
        QVERIFY(!desk.text("sentParameters").contains(QLatin1String("top_k")));
        desk.type("topK", "31");
        QVERIFY(!desk.find("topKError")->isVisible());
        QCOMPARE(desk.service.server->requests().size(), 2);
    }

    void aModelThatOnlyStreamsIsAskedSoWithOneClick()
    {
        Desk desk("stream-only");
        QTest::keyClick(desk.find("streaming"), Qt::Key_End);
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Failed);
        QCOMPARE(desk.find<QPushButton>("remedy")->text(), QStringLiteral("Send streamed"));
        desk.click("remedy");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QVERIFY(desk.find("streamingError")->isVisible());
    }

    void theOtherProtocolIsToldInTheReply()
    {
        Desk desk("compatible-only", ProtocolChoice::Automatic);
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QTest::keyClick(desk.find("transcript"), Qt::Key_A, Qt::ControlModifier);
        const auto *transcript = desk.find<Transcript>("transcript");
        QTRY_VERIFY(transcript->selectedText().contains(QLatin1String("OpenAI-compatible one")));
        QVERIFY(transcript->selectedText().contains(QLatin1String("url error")));
    }

    void aPresetIsSavedChosenAndGivesBackEverything()
    {
        Desk desk;
        QVERIFY(!desk.find("savePreset")->isEnabled());
        desk.type("systemPrompt", "Be brief");
        desk.type("topK", "30");
        save(desk, "Brief");
        QCOMPARE(desk.find<QComboBox>("preset")->currentText(), QStringLiteral("Brief"));
        desk.choosePreset(0);
        QCOMPARE(desk.chosen(), ChatSettings());
        QCOMPARE(desk.find<QLineEdit>("topK")->text(), QString());
        desk.choosePreset(1);
        QCOMPARE(desk.chosen().systemPrompt, QStringLiteral("Be brief"));
        QVERIFY2(desk.text("sentParameters").startsWith(QLatin1String("Sent: system prompt")),
                 qPrintable(desk.text("sentParameters")));
        QCOMPARE(desk.chosen().parameters.topK, 30);
        desk.type("topK", "31");
        QCOMPARE(desk.find<QComboBox>("preset")->currentIndex(), -1);
        QCOMPARE(desk.find<QComboBox>("preset")->placeholderText(), QStringLiteral("Brief, changed"));
        QCOMPARE(Presets(&desk.settings).find(QStringLiteral("Brief"))->parameters.topK, 30);
    }

    void overwritingAPresetWantsAClearYes()
    {
        Desk desk;
        desk.type("topK", "30");
        save(desk, "Brief");
        desk.type("topK", "31");
        save(desk, "Brief");
        QVERIFY(desk.text("presetQuestion").contains(QLatin1String("will be lost")));
        QCOMPARE(desk.find<QPushButton>("presetYes")->text(), QStringLiteral("Replace “Brief”"));
        QVERIFY(desk.find("presetNo")->hasFocus());
        QTest::keyClick(desk.find("presetNo"), Qt::Key_Escape);
        QVERIFY(!desk.find("presetYes")->isVisible());
        QCOMPARE(Presets(&desk.settings).find(QStringLiteral("Brief"))->parameters.topK, 30);
        save(desk, "Brief");
        desk.click("presetYes");
        QCOMPARE(Presets(&desk.settings).find(QStringLiteral("Brief"))->parameters.topK, 31);
    }

    void aPresetIsRenamedAndDeleted()
    {
        Desk desk;
        desk.type("topK", "30");
        save(desk, "One");
        desk.type("topK", "31");
        save(desk, "Two");
        desk.click("renamePreset");
        desk.type("presetName", "One");
        QVERIFY(!desk.find("presetYes")->isEnabled());
        QVERIFY(desk.text("presetQuestion").contains(QLatin1String("Another preset")));
        desk.type("presetName", "Three");
        QTest::keyClick(desk.find("presetName"), Qt::Key_Return);
        QCOMPARE(Presets(&desk.settings).names(), (QStringList{QStringLiteral("One"), QStringLiteral("Three")}));
        desk.click("deletePreset");
        QCOMPARE(desk.find<QPushButton>("presetYes")->text(), QStringLiteral("Delete “Three”"));
        desk.click("presetYes");
        QCOMPARE(Presets(&desk.settings).names(), QStringList{QStringLiteral("One")});
        QCOMPARE(desk.chosen().parameters.topK, 31);
    }

    void aHostileNameIsShownAsItIs()
    {
        Desk desk;
        desk.type("topK", "30");
        Presets(&desk.settings).save(QStringLiteral("<b>x</b>\u202e"), {});
        save(desk, "<img src=x>");
        QCOMPARE(desk.find<QComboBox>("preset")->currentText(), QStringLiteral("<img src=x>"));
        desk.click("deletePreset");
        QCOMPARE(desk.find<QLabel>("presetQuestion")->textFormat(), Qt::PlainText);
    }

    void aReplyThatEndedEarlySaysThatItsCountsAreEstimates()
    {
        Turn turn;
        turn.role = Role::Assistant;
        turn.usage = {.inputTokens = 11, .outputTokens = 63, .totalTokens = 74};
        turn.yuan = 0.0012;
        QVERIFY(footerOf(turn).contains(QStringLiteral("¥0.0012")));
        QVERIFY(!footerOf(turn).contains(QLatin1String("estimates")));
        for (const State state : {State::Stopped, State::Cut}) {
            turn.state = state;
            QVERIFY(footerOf(turn).contains(QLatin1String("estimates")));
        }
        turn.usage = {};
        turn.yuan = {};
        QVERIFY(!footerOf(turn).contains(QLatin1String("estimates")));
    }

    void moneyIsShownToItsSecondDigit()
    {
        QCOMPARE(yuanText(0), QStringLiteral("¥0.00"));
        QCOMPARE(yuanText(1.234), QStringLiteral("¥1.23"));
        QCOMPARE(yuanText(0.0123), QStringLiteral("¥0.012"));
        QCOMPARE(yuanText(0.00001234), QStringLiteral("¥0.000012"));
    }

    void figuresTellTokensAndMoney_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<Pricing>("pricing");
        QTest::addColumn<QString>("says");
        QTest::newRow("lora") << QStringLiteral("lora") << Pricing::Listed << QStringLiteral("at list price");
        QTest::newRow("lora elsewhere") << QStringLiteral("lora") << Pricing::Unknown
                                        << QStringLiteral("billed by token, price unknown");
        QTest::newRow("mu") << QStringLiteral("mu") << Pricing::Listed
                            << QStringLiteral("billed by the hour, not by token");
        QTest::newRow("simulated") << QStringLiteral("lora") << Pricing::Simulated << QStringLiteral("free: simulated");
    }
    void figuresTellTokensAndMoney()
    {
        QFETCH(const QString, plan);
        QFETCH(const Pricing, pricing);
        Desk desk;
        desk.deployment.plan = plan;
        desk.deployment.baseModel = QStringLiteral("qwen3-32b");
        desk.pane.setPricing(pricing);
        desk.pane.setDeployment(&desk.deployment);
        QVERIFY(!desk.find("conversationFigures")->isVisible());
        desk.ask("hello");
        QTRY_COMPARE(desk.reply().state, State::Complete);
        QVERIFY(desk.find("conversationFigures")->isVisible());
        QVERIFY(desk.text("conversationFigures").startsWith(QLatin1String("1 repl")));
        QFETCH(const QString, says);
        QVERIFY2(desk.text("conversationFigures").endsWith(says), qPrintable(desk.text("conversationFigures")));
        QCOMPARE(desk.reply().yuan.has_value(), plan == u"lora" && pricing == Pricing::Listed);
    }

private:
    static void save(Desk &desk, const char *name)
    {
        desk.click("savePreset");
        desk.type("presetName", name);
        QTest::keyClick(desk.find("presetName"), Qt::Key_Return);
    }
};

QTEST_MAIN(TestUiParameters)
#include "tst_ui_parameters.moc"
