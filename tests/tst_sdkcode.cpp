// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The request that a person copies, run against the simulator: by bash with curl, and by Python with modules that stand
// in for the two SDKs (tests/data/python).
#include "app/chat/conversation.h"
#include "app/modelstudio/callcode.h"
#include "app/modelstudio/sdkcode.h"
#include "tests/support/chatservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

enum class Kind { Curl, DashScope, OpenAi };
Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Slipway::GenerationRequest)

namespace {

const QByteArray key = QByteArrayLiteral("sk-from-the-environment");
const QString reply = QStringLiteral("A **good** 回复 of several words");

const QString hostile =
    QStringLiteral("a'b\"c\\d$(touch pwned)`id`$HOME !! %s {0} é模型 😀 \u202e\u200b\t|;&#*?~ \"\"\"'''\n</script>");

GenerationRequest plain(const QString &prompt = QStringLiteral("Who are you?"))
{
    Turn turn;
    turn.content = prompt;
    return requestOf(QStringLiteral("qwen3-32b-chat"), {turn}, {.systemPrompt = QStringLiteral("Be\nshort")});
}

/// What a service reads, whichever of both protocols it came by.
QJsonObject meaning(const QByteArray &body)
{
    QJsonObject read = QJsonDocument::fromJson(body).object();
    QJsonObject parameters = read[QLatin1String("parameters")].toObject();
    QJsonObject input = read[QLatin1String("input")].toObject();
    for (const QString &name : {QStringLiteral("parameters"), QStringLiteral("input")})
        read.remove(name);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        read.insert(it.key(), it.value());
    for (auto it = input.begin(); it != input.end(); ++it)
        read.insert(it.key(), it.value());
    return read;
}

} // namespace

class TestSdkCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_service = std::make_unique<ChatService>(reply.toUtf8()); }

    void whatRunsAsksTheSame_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<GenerationRequest>("request");
        QTest::addColumn<QString>("workspace");
        const std::pair<const char *, Kind> kinds[] = {
            {"curl", Kind::Curl}, {"DashScope", Kind::DashScope}, {"OpenAI", Kind::OpenAi}};
        for (const auto &[name, kind] : kinds) {
            const auto row = [name = name, kind = kind](const char *what) -> QTestData & {
                return QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(name), QLatin1String(what))))
                       << kind;
            };
            row("plain") << plain() << QString();
            row("hostile") << plain(hostile) << QStringLiteral("ws-'1\"");
            GenerationRequest whole = plain();
            whole.stream = false;
            row("whole") << whole << QString();
        }
    }

    void whatRunsAsksTheSame()
    {
        QFETCH(Kind, kind);
        QFETCH(GenerationRequest, request);
        QFETCH(QString, workspace);
        request.protocol = kind == Kind::OpenAi ? Protocol::Compatible : Protocol::Native;
        const QByteArray said = run(kind, request, workspace);
        QVERIFY(!m_service->server->requests().isEmpty());
        const auto asked = m_service->server->requests().constLast();
        QCOMPARE(meaning(asked.body), meaning(bodyOf(request)));
        QCOMPARE(QString::fromLatin1(asked.path), requestOf(endpoint(workspace), request).url.path());
        if (kind != Kind::Curl)
            QCOMPARE(QString::fromUtf8(said).trimmed(), reply);
        else if (!request.stream)
            QVERIFY(said.contains(reply.toUtf8()));
        else
            QVERIFY(said.contains("\"finish_reason\":\"stop\""));
    }

    void parametersOfAllKindsArrive_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("curl") << Kind::Curl;
        QTest::newRow("DashScope") << Kind::DashScope;
        QTest::newRow("OpenAI") << Kind::OpenAi;
    }

    void parametersOfAllKindsArrive()
    {
        QFETCH(Kind, kind);
        Turn turn;
        turn.content = QStringLiteral("a");
        GenerationRequest request = requestOf(
            QStringLiteral("qwen3-32b-chat"), {turn},
            {.parameters = {
                 .temperature = 0.25, .topP = 0.9, .topK = 30, .maxTokens = 500, .seed = 7, .enableThinking = false}});
        request.protocol = kind == Kind::OpenAi ? Protocol::Compatible : Protocol::Native;
        run(kind, request, {});
        QCOMPARE(meaning(m_service->server->requests().constLast().body), meaning(bodyOf(request)));
    }

    void theKeyIsNeverWritten()
    {
        Endpoint withKey = endpoint({});
        withKey.key = "sk-marker";
        for (const QString &code : {curlOf(requestOf(withKey, plain()), {}), dashScopePythonOf(withKey, plain()),
                                    openAiPythonOf(withKey, plain())}) {
            QVERIFY(!code.isEmpty() && !code.contains(QLatin1String("sk-marker")));
            QVERIFY(code.contains(QLatin1String("DASHSCOPE_API_KEY")));
        }
    }

    void aRefusalIsToldInTheServicesWords()
    {
        m_service->server->addFault(QStringLiteral("generate:1=status=429"));
        QByteArray complaint;
        run(Kind::DashScope, plain(), {}, &complaint);
        QVERIFY2(complaint.startsWith("429 Throttling"), complaint.constData());
    }

    void nothingToAskIsNoCode()
    {
        QVERIFY(dashScopePythonOf(endpoint({}), {}).isEmpty());
        QVERIFY(openAiPythonOf(endpoint({}), {}).isEmpty());
    }

private:
    Endpoint endpoint(const QString &workspace) const { return endpointAt(m_service->server->url(), workspace, {}); }

    QString codeOf(Kind kind, const GenerationRequest &request, const QString &workspace) const
    {
        switch (kind) {
        case Kind::Curl:
            return curlOf(requestOf(endpoint(workspace), request), workspace);
        case Kind::DashScope:
            return dashScopePythonOf(endpoint(workspace), request);
        case Kind::OpenAi:
            return openAiPythonOf(endpoint(workspace), request);
        }
        return {};
    }

    QByteArray run(Kind kind, const GenerationRequest &request, const QString &workspace,
                   QByteArray *complaint = nullptr)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DASHSCOPE_API_KEY"), QString::fromLatin1(key));
        environment.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(SLIPWAY_TEST_DATA "/python"));
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(kind == Kind::Curl ? QStringLiteral("bash") : QStringLiteral("python3"), {QStringLiteral("-")});
        process.write(codeOf(kind, request, workspace).toUtf8());
        process.closeWriteChannel();
        if (!finished.wait(30'000))
            return {};
        const QByteArray complaints = process.readAllStandardError();
        if (complaint)
            *complaint = complaints;
        else if (process.exitCode() != 0)
            qWarning("%s", complaints.constData());
        return process.readAllStandardOutput();
    }

    std::unique_ptr<ChatService> m_service;
};

QTEST_GUILESS_MAIN(TestSdkCode)
#include "tst_sdkcode.moc"
