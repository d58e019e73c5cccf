// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/background.h"
#include "app/simulator/commandline.h"
#include "app/simulator/faults.h"
#include "app/simulator/server.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Slipway::Simulator;

namespace {

CommandLine read(const QByteArray &arguments)
{
    return readCommandLine(QString::fromUtf8("slipway-simulator " + arguments).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestSimulatorProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommandLineIsRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("reply.md")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("你好");
        file.close();
        const CommandLine line =
            read("--port 8080 --deployments 3 --api-key sk-1 --workspace llm-1 --seed 9 --speed 2.5 "
                 "--tokens-per-second 0 --fault any=hang --fault list=empty --reply " +
                 file.fileName().toUtf8());
        QCOMPARE(line.problem, QString());
        QCOMPARE(line.options.port, 8080);
        QCOMPARE(line.options.deployments, 3);
        QCOMPARE(line.options.apiKey, "sk-1");
        QCOMPARE(line.options.workspace, QStringLiteral("llm-1"));
        QCOMPARE(line.options.seed, 9U);
        QCOMPARE(line.options.speed, 2.5);
        QCOMPARE(line.options.tokensPerSecond, 0.0);
        QCOMPARE(line.options.faults.size(), 2);
        QCOMPARE(line.options.reply, QByteArray("你好"));
    }

    void aWrongCommandLineIsRefusedInASentence_data()
    {
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *arguments, const char *problem) {
            QTest::newRow(arguments) << QString::fromLatin1(problem);
        };
        row("--port 65536", "--port wants a whole number from 0 to 65535, not \"65536\".");
        row("--port x", "--port wants a whole number from 0 to 65535, not \"x\".");
        row("--deployments -1", "--deployments wants a whole number from 0 to 1000000, not \"-1\".");
        row("--speed 0", "--speed wants a number from 0.001 to 1000000, not \"0\".");
        row("--tokens-per-second nan", "--tokens-per-second wants a number from 0 to 1000000, not \"nan\".");
        row("--fault any", "\"any\" does not begin with ROUTE[:COUNT][@SKIP]=.");
        row("--fault any=x --fault any=hang", "\"x\" is no kind of fault.");
        row("--reply /no/such/file", "Cannot read \"/no/such/file\": No such file or directory.");
        row("--colour", "Unknown option 'colour'.");
        row("something", "\"something\" is no option.");
    }
    void aWrongCommandLineIsRefusedInASentence() { QTEST(read(QTest::currentDataTag()).problem, "problem"); }

    void theHelpNamesEveryOption()
    {
        QVERIFY(read("--help").help);
        for (const char *option : {"--port", "--deployments", "--api-key", "--workspace", "--seed", "--speed",
                                   "--tokens-per-second", "--reply", "--fault", "ROUTE", "8 s"})
            QVERIFY2(helpText().contains(QLatin1String(option)), option);
    }

    void noLineOfTheHelpIsLongerThanATerminalIsWide()
    {
        for (const QString &line : helpText().split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }

    void theProgramSaysOneLineWhenReadyAndEndsOnSigterm()
    {
        QProcess program;
        program.start(path(), {QStringLiteral("--deployments"), QStringLiteral("1")});
        QTRY_VERIFY_WITH_TIMEOUT(program.bytesAvailable() > 0, 10'000);
        const QByteArray line = program.readAllStandardOutput();
        const QByteArray opening = "listening on http://127.0.0.1:";
        QVERIFY2(line.startsWith(opening) && line.endsWith("/api/v1\n") && line.count('\n') == 1, line.constData());
        const QUrl url(QString::fromLatin1(line.mid(13).trimmed()), QUrl::StrictMode);
        QCOMPARE(askOnce(url, "GET", "/api/v1/deployments").status, 200);
        QVERIFY(::kill(static_cast<pid_t>(program.processId()), SIGTERM) == 0);
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void theProgramPrintsItsHelpWithTheGrammarOfFaults()
    {
        QProcess program;
        program.start(path(), {QStringLiteral("--help")});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 10'000);
        QCOMPARE(program.exitCode(), 0);
        const QString printed = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(printed.contains(faultGrammar()), qPrintable(printed));
    }

    void theProgramRefusesAWrongCommandLine()
    {
        QProcess program;
        program.start(path(), {QStringLiteral("--port"), QStringLiteral("x")});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 10'000);
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains("--port wants"));
        QCOMPARE(program.readAllStandardOutput(), QByteArray());
    }

    void inTheBackgroundItAnswersAlthoughThisThreadIsBusy()
    {
        Background background(Options{.deployments = 2, .tokensPerSecond = 0});
        QVERIFY(background.start());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(background.url().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /api/v1/deployments HTTP/1.1\r\nAuthorization: Bearer k\r\n\r\n");
        QVERIFY(socket.waitForReadyRead()); // this thread's events do not run
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    }

    void faultsCanBeSetInTheBackground()
    {
        Background background(Options{.deployments = 0});
        QVERIFY(!background.addFault(QStringLiteral("any=hang")));
        QVERIFY(background.start());
        QString problem;
        QVERIFY(!background.addFault(QStringLiteral("nonsense"), &problem));
        QVERIFY(!problem.isEmpty());
        QVERIFY(background.addFault(QStringLiteral("list:1=status=503")));
        QCOMPARE(askOnce(background.url(), "GET", "/api/v1/deployments").status, 503);
        QCOMPARE(askOnce(background.url(), "GET", "/api/v1/deployments").status, 200);
        background.addFault(QStringLiteral("list=status=503"));
        background.clearFaults();
        QCOMPARE(askOnce(background.url(), "GET", "/api/v1/deployments").status, 200);
    }

    void theBackgroundEndsInTheMiddleOfAStream()
    {
        auto background = std::make_unique<Background>(Options{.deployments = 1});
        QVERIFY(background->start());
        RawClient client(background->url());
        client.ask("GET", "/api/v1/deployments");
        const Json list = parsed(client.receive().body);
        const std::string id = list["output"]["deployments"][0]["deployed_model"];
        client.ask("POST", "/api/v1/services/aigc/text-generation/generation",
                   QByteArray::fromStdString("{\"model\":\"" + id + "\",\"input\":{\"prompt\":\"hi\"}}"),
                   "Authorization: Bearer k\r\nX-DashScope-SSE: enable\r\n");
        QTRY_VERIFY(client.socket().bytesAvailable() > 300);
        background.reset();
        QVERIFY(client.waitForClose());
    }

    void aBackgroundThatWasNeverStartedEnds() { Background background(Options{}); }

    void aPortThatIsTakenIsSaidToBeTaken()
    {
        Background first(Options{.deployments = 0});
        QVERIFY(first.start());
        Background second(Options{.port = static_cast<quint16>(first.url().port()), .deployments = 0});
        QVERIFY(!second.start());
        QVERIFY(second.url().isEmpty());
    }

private:
    static QString path() { return QCoreApplication::applicationDirPath() + QStringLiteral("/slipway-simulator"); }
};

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "tst_simulatorprogram.moc"
