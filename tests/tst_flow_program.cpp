// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program itself, as the desktop starts it: once, twice, killed, crashed, with a key in its environment.
#include "tests/support/marker.h"
#include "tests/support/rawserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Slipway::Test;

namespace {

QString programPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/slipway");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString proc(qint64 process, const char *file)
{
    return QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(file));
}

} // namespace

class TestFlowProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        for (const char *folder : {"run", "config/slipway", "data", "cache", "tmp"})
            QVERIFY(QDir(m_home->path()).mkpath(QLatin1String(folder)));
        QVERIFY(QFile(m_home->filePath(QStringLiteral("run")))
                    .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QFile settings(m_home->filePath(QStringLiteral("config/slipway/slipway.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[General]\ncurrentAccount=environment\n");
        m_server = std::make_unique<RawServer>([](const RawRequest &) { return httpAnswer(401, "{}"); });
    }

    void cleanup() { m_started.clear(); }

    // ---- two windows

    void aSecondStartRaisesTheFirstAndEnds()
    {
        // A window that is drawn off screen cannot be raised, and Qt says so whenever it should be.
        const QByteArray raised = "This plugin does not support raise()";
        QProcess *first = start();
        QVERIFY(isUp(1));
        QByteArray log = errorsOf(first);
        const auto count = [&] {
            first->waitForReadyRead(10);
            log += errorsOf(first);
            return log.count(raised);
        };
        for (int before = int(count()), starts = 1; starts <= 2; ++starts) {
            QProcess *second = start({QStringLiteral("--language"), QStringLiteral("zh_CN")});
            QVERIFY(second->waitForFinished());
            QCOMPARE(second->exitStatus(), QProcess::NormalExit);
            QCOMPARE(second->exitCode(), 0);
            QVERIFY(errorsOf(second).contains("its window was raised"));
            QTRY_COMPARE(count(), before + starts);
            QCOMPARE(first->state(), QProcess::Running);
        }
    }

    void aKilledOneLeavesNothingInTheWay()
    {
        QProcess *first = start();
        QVERIFY(isUp(1));
        first->kill();
        QVERIFY(first->waitForFinished());
        QVERIFY(!QDir(m_home->filePath(QStringLiteral("run")))
                     .entryList({QStringLiteral("slipway.*")}, QDir::System | QDir::Files)
                     .isEmpty());
        QProcess *next = start();
        QVERIFY(isUp(2));
        QCOMPARE(next->state(), QProcess::Running);
        QProcess *second = start();
        QVERIFY(second->waitForFinished());
        QCOMPARE(second->exitCode(), 0);
    }

    void aFirstOneThatDoesNotAnswerIsNamed()
    {
        QProcess *first = start();
        QVERIFY(isUp(1));
        ::kill(pid_t(first->processId()), SIGSTOP);
        QProcess *second = start();
        const bool ended = second->waitForFinished(20000);
        ::kill(pid_t(first->processId()), SIGCONT);
        QVERIFY(ended);
        QCOMPARE(second->exitCode(), 1);
        QVERIFY2(errorsOf(second).contains(QByteArray::number(first->processId())), errorsOf(second).constData());
    }

    void ofSeveralStartedAtOnceOneStays()
    {
        for (int i = 0; i < 4; ++i)
            start();
        QTRY_COMPARE_WITH_TIMEOUT(running(), 1, 20000);
        for (const auto &one : m_started) {
            if (one->state() == QProcess::NotRunning)
                QVERIFY2(one->exitCode() == 0, errorsOf(one.get()).constData());
        }
        QVERIFY(isUp(1));
        QCOMPARE(running(), 1);
    }

    void theVersionIsToldWhileAWindowIsOpen()
    {
        start();
        QVERIFY(isUp(1));
        QProcess *other = start({QStringLiteral("--version")});
        QVERIFY(other->waitForFinished());
        QCOMPARE(other->exitCode(), 0);
        QVERIFY(other->readAllStandardOutput().startsWith("slipway "));
    }

    void helpAndVersionNeedNoDisplay()
    {
        for (const char *option : {"--help", "--version"}) {
            QProcess program;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
                environment.remove(QLatin1String(display));
            program.setProcessEnvironment(environment);
            program.start(programPath(), {QLatin1String(option)});
            QVERIFY(program.waitForFinished());
            QCOMPARE(program.exitStatus(), QProcess::NormalExit);
            QCOMPARE(program.exitCode(), 0);
            QVERIFY(program.readAllStandardOutput().contains("slipway"));
        }
    }

    // ---- figures

    void theFiguresOfARunAreWrittenAtItsEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("asked to end") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
    }
    void theFiguresOfARunAreWrittenAtItsEnd()
    {
        QFETCH(const int, signal);
        serveOneDeployment();
        const QString path = m_home->filePath(QStringLiteral("figures"));
        QProcess *program =
            start({QStringLiteral("--stats"), path, QStringLiteral("--poll-every"), QStringLiteral("0.1")});
        QVERIFY(QTest::qWaitFor([this] { return m_server->requests().size() >= 5; }, 30000));
        ::kill(pid_t(program->processId()), signal);
        QVERIFY(program->waitForFinished());
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        const QByteArray figures = contentOf(path);
        for (const char *name :
             {"start_to_first_rows", "frames", "stalls", "pss_at_first_rows", "pss", "rss", "heap", "polls",
              "poll_1_wall", "poll_1_parse", "poll_1_apply", "poll_1_cpu", "poll_1_painted"})
            QVERIFY2(figureOf(figures, name), name);
        QVERIFY(*figureOf(figures, "polls") >= 4);
        QCOMPARE(*figureOf(figures, "poll_1_rows"), 1.0);
        QCOMPARE(*figureOf(figures, "poll_1_changed"), 1.0);
        QCOMPARE(*figureOf(figures, "poll_2_changed"), 0.0);
        QVERIFY(*figureOf(figures, "frames") > 0);
        QVERIFY(!m_marker.isIn(figures));
    }

    void whoEndsItBySignalFindsTheWindowAsItWas()
    {
        QProcess *program = start();
        QVERIFY(isUp(1));
        program->terminate();
        QVERIFY(program->waitForFinished());
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        const QByteArray settings = contentOf(m_home->filePath(QStringLiteral("config/slipway/slipway.ini")));
        for (const char *kept : {"[window]", "geometry=", "[fleet]", "columns=", "sort="})
            QVERIFY2(settings.contains(kept), kept);
    }

    void figuresThatCannotBeWrittenAreMissed()
    {
        serveOneDeployment();
        QProcess *program = start({QStringLiteral("--stats"), QStringLiteral("/nowhere/figures")});
        QVERIFY(isUp(1));
        program->terminate();
        QVERIFY(program->waitForFinished());
        QCOMPARE(program->exitCode(), 1);
        QVERIFY(errorsOf(program).contains("could not be written"));
    }

    // ---- keys

    void theKeyOfTheEnvironmentIsSeenByTheServiceAlone()
    {
        RawServer elsewhere;
        for (const int status : {429, 500, 302}) // the first two are tried again at once, the last one never
            m_server->enqueue(
                httpAnswer(status, "{}", "application/json", "Location: " + elsewhere.root().toEncoded() + "\r\n"));
        QProcess *program = start();
        QVERIFY(isUp(1));
        QVERIFY(QTest::qWaitFor([this] { return m_server->requests().size() >= 3; }, 30000));
        QCOMPARE(m_server->requests().constFirst().headers.value("authorization"), "Bearer " + m_marker.key());

        const QByteArray environment = contentOf(proc(program->processId(), "environ"));
        QVERIFY(environment.isEmpty() || environment.contains("HOME=")); // the kernel shows it to root alone
        QVERIFY(!m_marker.isIn(environment));
        QVERIFY(contentOf(proc(program->processId(), "cmdline")).contains("slipway"));
        QVERIFY(!m_marker.isIn(contentOf(proc(program->processId(), "cmdline"))));
        program->terminate();
        QVERIFY(program->waitForFinished());
        const QByteArray log = errorsOf(program);
        QVERIFY2(log.size() > 10000, "the log is not talkative"); // or the next line says nothing
        QVERIFY(!m_marker.isIn(log));
        QVERIFY(!m_marker.isIn(program->readAllStandardOutput()));
        QCOMPARE(m_marker.filesBelow(m_home->path()), QStringList());
        QCOMPARE(elsewhere.connections(), 0);
    }

    void noCoreFileIsWritten()
    {
        QProcess *program = start();
        QVERIFY(isUp(1));
        const QList<QByteArray> limits = contentOf(proc(program->processId(), "limits")).split('\n');
        const auto core = std::find_if(limits.begin(), limits.end(),
                                       [](const QByteArray &line) { return line.startsWith("Max core file size"); });
        QVERIFY(core != limits.end());
        QCOMPARE(core->simplified(), QByteArray("Max core file size 0 0 bytes"));
    }

    // The same crash of a program that does not mind shows whether this machine would write a core file at all.
    void aCrashLeavesNoCoreFile()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizer ends the program itself.");
#endif
        const int unprotected = crash({"/bin/sleep", "60"}, [] { return true; });
        const int status = crash({programPath().toLocal8Bit()}, [this] { return isUp(1); });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGSEGV);
        QVERIFY(!WCOREDUMP(status));
        if (!WCOREDUMP(unprotected))
            qInfo("This machine writes no core files for anyone.");
    }

private:
    QProcess *start(const QStringList &arguments = {})
    {
        auto program = std::make_unique<QProcess>();
        program->setProcessEnvironment(environment());
        program->setWorkingDirectory(m_home->path());
        program->start(programPath(), arguments);
        program->waitForStarted();
        m_started.push_back(std::move(program));
        return m_started.back().get();
    }

    void serveOneDeployment()
    {
        m_server = std::make_unique<RawServer>([](const RawRequest &) {
            return httpAnswer(200,
                              R"({"request_id":"1","output":{"page_no":1,"page_size":100,"total":1,"deployments":[)"
                              R"({"deployed_model":"qwen-plus-1","model_name":"qwen-plus","status":"RUNNING"}]}})");
        });
    }

    static std::optional<double> figureOf(const QByteArray &figures, const QByteArray &name)
    {
        const QByteArrayList lines = figures.split('\n');
        for (const QByteArray &line : lines)
            if (line.startsWith(name + ": "))
                return line.mid(name.size() + 2).split(' ').constFirst().toDouble();
        return std::nullopt;
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, folder] : {std::pair("XDG_RUNTIME_DIR", "run"), std::pair("XDG_CONFIG_HOME", "config"),
                                           std::pair("XDG_DATA_HOME", "data"), std::pair("XDG_CACHE_HOME", "cache"),
                                           std::pair("TMPDIR", "tmp"), std::pair("HOME", "")})
            environment.insert(QLatin1String(name), m_home->filePath(QLatin1String(folder)));
        environment.insert(QStringLiteral("DASHSCOPE_API_KEY"), QString::fromLatin1(m_marker.key()));
        environment.insert(QStringLiteral("DASHSCOPE_HTTP_BASE_URL"), m_server->root().toString());
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        environment.insert(QStringLiteral("G_MESSAGES_DEBUG"), QStringLiteral("all"));
        return environment;
    }

    /// That many windows have asked the service, in all.
    bool isUp(int connections) const
    {
        return QTest::qWaitFor([this, connections] { return m_server->connections() >= connections; }, 20000);
    }

    int running() const
    {
        return int(std::count_if(m_started.begin(), m_started.end(),
                                 [](const auto &one) { return one->state() == QProcess::Running; }));
    }

    static QByteArray errorsOf(QProcess *program)
    {
        return program->readAllStandardError();
    }

    /// Starts a program that may write core files of any size, lets it crash when it is up, and returns how it ended.
    template<typename IsUp>
    int crash(const QList<QByteArray> &command, const IsUp &isUp)
    {
        const QStringList variables = environment().toStringList();
        QList<QByteArray> texts;
        for (const QString &variable : variables)
            texts += variable.toLocal8Bit();
        QList<char *> arguments;
        QList<char *> variablesOf;
        for (const QByteArray &one : command)
            arguments += const_cast<char *>(one.constData());
        for (const QByteArray &one : std::as_const(texts))
            variablesOf += const_cast<char *>(one.constData());
        arguments += nullptr;
        variablesOf += nullptr;
        const QByteArray folder = m_home->path().toLocal8Bit();
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
            ::setrlimit(RLIMIT_CORE, &any);
            if (::chdir(folder.constData()) == 0 && ::freopen("/dev/null", "w", stderr))
                ::execve(arguments.first(), arguments.data(), variablesOf.data());
            ::_exit(127);
        }
        const QByteArray name = command.constFirst().split('/').constLast();
        const bool isReplaced =
            QTest::qWaitFor([&] { return contentOf(proc(child, "comm")).trimmed() == name; }, 10000);
        const bool isReady = isReplaced && isUp();
        ::kill(child, isReady ? SIGSEGV : SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }

    const Marker m_marker{"sk-M4rk3r+of/Run=77"};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<RawServer> m_server;
    std::vector<std::unique_ptr<QProcess>> m_started;
};

QTEST_GUILESS_MAIN(TestFlowProgram)
#include "tst_flow_program.moc"
