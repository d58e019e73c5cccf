// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/mutationrequest.h"
#include "app/modelstudio/callcode.h"
#include "tests/support/fleetfixture.h"
#include "tests/support/rawserver.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Slipway;
using Slipway::Test::RawRequest;
using Slipway::Test::RawServer;

namespace {

const QByteArray key = QByteArrayLiteral("sk-from-the-environment");

/// Every way a text could break out of its quotes, or hide.
const QString hostile =
    QStringLiteral("a'b\"c\\d$(touch pwned)`id`$HOME !! %s {0} é模型 😀 \u202e\u200b\u0001\u007f\t|;&#*?~ </script>");

} // namespace

class TestCallCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>([](const RawRequest &) { return Test::httpAnswer(200, "{}"); });
    }

    void whatRunsIsWhatWasMeant_data()
    {
        QTest::addColumn<bool>("python");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("workspace");
        const QString id = QStringLiteral("qwen-plus-1");
        for (const bool python : {false, true}) {
            const auto row = [python](const char *what) -> QTestData & {
                return QTest::newRow(qPrintable((python ? QStringLiteral("Python, ") : QStringLiteral("curl, ")) +
                                                QLatin1String(what)))
                       << python;
            };
            row("a plain POST") << Verb::Post << id << QByteArray("{\"capacity\":4}") << QString();
            row("a PUT with a workspace")
                << Verb::Put << id << QByteArray("{\"capacity\":4}") << QStringLiteral("ws-1");
            row("a DELETE") << Verb::Delete << id << QByteArray() << QString();
            row("a GET") << Verb::Get << id << QByteArray() << QString();
            row("a hostile id") << Verb::Delete << hostile << QByteArray() << QString();
            row("an id with globs") << Verb::Delete << QStringLiteral("a[1-3]{x,y}*?") << QByteArray() << QString();
            row("a hostile body") << Verb::Post << id << hostile.toUtf8() << QString();
            row("a body that names a file") << Verb::Post << id << QByteArray("@/etc/hostname") << QString();
            row("a body of lines") << Verb::Post << id << QByteArray("{\n\t\"a\": 'x'\r\n}\n") << QString();
            row("a body that looks like an option") << Verb::Post << id << QByteArray("--version") << QString();
            row("only apostrophes") << Verb::Post << id << QByteArray("'''\\'") << QString();
            row("100 kB of body") << Verb::Post << id << QByteArray("模'\"\\").repeated(16'000) << QString();
            row("a hostile workspace") << Verb::Post << id << QByteArray("{}")
                                       << QStringLiteral("w'\"$(id)\r\nX-Evil: 1 模型");
        }
    }

    void whatRunsIsWhatWasMeant()
    {
        QFETCH(const bool, python);
        QFETCH(const Verb, verb);
        QFETCH(const QString, id);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, workspace);
        const Request request{
            .verb = verb, .url = urlBelow(m_server->root(), {QStringLiteral("deployments"), id}), .body = body};
        QVERIFY(run(python, request, workspace));
        QCOMPARE(m_server->requests().size(), 1);
        const RawRequest &arrived = m_server->requests().first();
        QCOMPARE(arrived.verb, nameOf(verb));
        QCOMPARE(arrived.target, request.url.path(QUrl::FullyEncoded).toUtf8());
        QCOMPARE(arrived.body, body);
        QCOMPARE(arrived.headers.value("authorization"), "Bearer " + key);
        QCOMPARE(arrived.headers.value("content-type"), body.isEmpty() ? QByteArray() : QByteArray("application/json"));
        QCOMPARE(arrived.headers.value("x-dashscope-workspace"),
                 QString(workspace).remove(QStringLiteral("\r\n")).toUtf8());
        QVERIFY(!arrived.headers.contains("x-evil"));
    }

    void aStreamsHeadersGoWithIt_data() { bothLanguages(); }
    void aStreamsHeadersGoWithIt()
    {
        QFETCH(const bool, python);
        Request request{.verb = Verb::Post,
                        .url = urlBelow(m_server->root(), {QStringLiteral("generation")}),
                        .body = "{}",
                        .accept = "text/event-stream"};
        request.headers.emplaceBack(QByteArrayLiteral("X-DashScope-SSE"), QByteArrayLiteral("enable"));
        QVERIFY(run(python, request, {}));
        QCOMPARE(m_server->requests().first().headers.value("accept"), QByteArray("text/event-stream"));
        QCOMPARE(m_server->requests().first().headers.value("x-dashscope-sse"), QByteArray("enable"));
    }

    void aRedirectIsNotFollowed_data() { bothLanguages(); }
    void aRedirectIsNotFollowed()
    {
        QFETCH(const bool, python);
        RawServer elsewhere([](const RawRequest &) { return Test::httpAnswer(200, "{}"); });
        m_server->enqueue(
            Test::httpAnswer(302, "{}", "application/json", "Location: " + elsewhere.root().toEncoded() + "\r\n"));
        QVERIFY(run(python, {.verb = Verb::Post, .url = m_server->root(), .body = "{}"}, {}));
        QVERIFY(elsewhere.requests().isEmpty());
        QCOMPARE(m_server->requests().size(), 1);
    }

    /// For each verb: what the program itself sent, and what the copied code sends.
    void theSimulatorSeesTheSameAsFromTheProgram_data()
    {
        QTest::addColumn<bool>("python");
        QTest::addColumn<Mutation::Verb>("verb");
        for (const bool python : {false, true}) {
            const char *language = python ? "Python" : "curl";
            QTest::addRow("%s, deploy", language) << python << Mutation::Verb::Create;
            QTest::addRow("%s, scale", language) << python << Mutation::Verb::Scale;
            QTest::addRow("%s, limits", language) << python << Mutation::Verb::UpdateLimits;
            QTest::addRow("%s, delete", language) << python << Mutation::Verb::Delete;
        }
    }

    void theSimulatorSeesTheSameAsFromTheProgram()
    {
        QFETCH(const bool, python);
        QFETCH(const Mutation::Verb, verb);
        FleetFixture fleet;
        fleet.insert({QStringLiteral("qwen-plus-one")});
        QVERIFY(fleet.load());
        const quint64 id = ask(*fleet.store, verb);
        QTRY_VERIFY(fleet.journal.find(id)->state != Mutation::State::Sending);
        Mutation asked = *fleet.journal.find(id);
        QVERIFY(run(python, requestOf(asked, fleet.endpoint().nativeRoot), {}, fleet.endpoint().key));
        const auto changes = changesSeen(fleet.simulator);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[1].verb, changes[0].verb);
        QCOMPARE(changes[1].path, changes[0].path);
        QCOMPARE(changes[1].query, changes[0].query);
        QCOMPARE(changes[1].body, changes[0].body);
        for (const char *name : {"authorization", "accept", "x-dashscope-workspace"})
            QCOMPARE(headerOf(changes[1], name), headerOf(changes[0], name));
        QVERIFY(changes[1].fate == Simulator::RecordedRequest::Fate::Answered);
    }

    void theKeyIsOnlyNamed()
    {
        const Request request{.verb = Verb::Post, .url = m_server->root(), .body = "{}"};
        QVERIFY(curlOf(request, {}).contains(QStringLiteral("-H \"Authorization: Bearer $DASHSCOPE_API_KEY\"")));
        QVERIFY(pythonOf(request, {}).contains(QStringLiteral("os.environ[\"DASHSCOPE_API_KEY\"]")));
    }

    void nothingUnseenIsInTheText()
    {
        const Request request{.verb = Verb::Post, .url = m_server->root(), .body = hostile.toUtf8()};
        for (const QString &code : {curlOf(request, hostile), pythonOf(request, hostile)}) {
            for (const QChar c : {QChar(0x202e), QChar(0x200b), QChar(1), QChar(0x7f), QChar(u'\t')})
                QVERIFY2(!code.contains(c), qPrintable(code));
        }
    }

    void readableTextStaysReadable()
    {
        const Request request{.verb = Verb::Post, .url = m_server->root(), .body = "{\"name\":\"模型\"}"};
        QVERIFY(curlOf(request, {}).contains(QStringLiteral("--data-raw '{\"name\":\"模型\"}'")));
        QVERIFY(pythonOf(request, {}).contains(QStringLiteral("body='{\"name\":\"模型\"}'.encode()")));
    }

    void withoutAnAddressThereIsNoCode()
    {
        const Mutation nameless{.verb = Mutation::Verb::Delete};
        const Request request = requestOf(nameless, m_server->root());
        QVERIFY(!request.url.isValid());
        QVERIFY(curlOf(request, {}).isEmpty());
        QVERIFY(pythonOf(request, {}).isEmpty());
    }

private:
    static void bothLanguages()
    {
        QTest::addColumn<bool>("python");
        QTest::newRow("curl") << false;
        QTest::newRow("Python") << true;
    }

    static quint64 ask(DeploymentStore &store, Mutation::Verb verb)
    {
        const QString id = QStringLiteral("qwen-plus-one");
        switch (verb) {
        case Mutation::Verb::Create:
            return store.create(goodRequest());
        case Mutation::Verb::Scale:
            return store.scale(id, {.capacity = 8});
        case Mutation::Verb::UpdateLimits:
            return store.updateLimits(id, {.rpmLimit = 60, .tpmLimit = 1000});
        case Mutation::Verb::Delete:
            return store.remove(id);
        }
        return 0;
    }

    static QList<Simulator::RecordedRequest> changesSeen(Simulator::Server &server)
    {
        QList<Simulator::RecordedRequest> changes = server.requests();
        changes.removeIf([](const Simulator::RecordedRequest &request) { return request.verb == "GET"; });
        return changes;
    }

    static QByteArray headerOf(const Simulator::RecordedRequest &request, const char *name)
    {
        for (const auto &[each, value] : request.headers) {
            if (each.toLower() == name)
                return value;
        }
        return {};
    }

    /// True when the code ran to its end without a complaint.
    bool run(bool python, const Request &request, const QString &workspace, const QByteArray &secret = key)
    {
        const QString program = python ? QStringLiteral("python3") : QStringLiteral("bash");
        const QString code = python ? pythonOf(request, workspace) : curlOf(request, workspace);
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            qWarning("There is no %s.", qPrintable(program));
            return false;
        }
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DASHSCOPE_API_KEY"), QString::fromLatin1(secret));
        environment.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program, {QStringLiteral("-")}); // the code comes by standard input
        process.write(code.toUtf8());
        process.closeWriteChannel();
        const bool ended = finished.wait(30'000);
        const QByteArray complaints = process.readAllStandardError();
        if (!ended || process.exitCode() != 0)
            qWarning("%s", complaints.constData());
        return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    std::unique_ptr<RawServer> m_server;
};

QTEST_GUILESS_MAIN(TestCallCode)
#include "tst_callcode.moc"
