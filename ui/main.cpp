// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/firstinstance.h"
#include "app/process/privacy.h"
#include "app/process/quietlog.h"
#include "app/process/quitsignal.h"
#include "app/stats/statstext.h"
#include "ui/application.h"
#include "ui/program.h"
#include "ui/tour/tour.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Slipway;

namespace {

const QCommandLineOption languageOption(QStringLiteral("language"),
                                        QStringLiteral("Language of the texts: en or zh_CN."), QStringLiteral("NAME"));
const QCommandLineOption themeOption(QStringLiteral("theme"), QStringLiteral("Appearance: system, light or dark."),
                                     QStringLiteral("NAME"));
const QCommandLineOption
    tourOption(QStringLiteral("tour"),
               QStringLiteral("Walk the main job on the simulator, write numbered pictures to DIR and end; exit "
                              "status 0 only if each step showed what it should."),
               QStringLiteral("DIR"));
const QCommandLineOption statsOption(QStringLiteral("stats"),
                                     QStringLiteral("Measure this run, and at its end, also by SIGTERM, write the "
                                                    "figures to FILE as lines \"name: value unit\"."),
                                     QStringLiteral("FILE"));
const QCommandLineOption pollOption(QStringLiteral("poll-every"),
                                    QStringLiteral("Read the table every so many seconds, whatever changes in it."),
                                    QStringLiteral("SECONDS"));
const QCommandLineOption sizeOption(QStringLiteral("size"),
                                    QStringLiteral("Size of the window at the start, in pixels, e.g. 1280x800."),
                                    QStringLiteral("WxH"));

void parse(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setApplicationDescription(QStringLiteral("Desktop dashboard for your Model Studio deployments."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({languageOption, themeOption, sizeOption, tourOption, statsOption, pollOption});
    parser.process(arguments);
}

StartOptions optionsOf(const QCommandLineParser &parser, const QByteArray &key)
{
    StartOptions options;
    options.language = parser.value(languageOption);
    options.theme = parser.value(themeOption);
    options.tourFolder = parser.value(tourOption);
    options.pollInterval = std::chrono::milliseconds(qRound(parser.value(pollOption).toDouble() * 1000));
    options.environmentKey = key;
    options.environmentUrl = qEnvironmentVariable("DASHSCOPE_HTTP_BASE_URL");
    return options;
}

void resize(MainWindow &window, const QString &size)
{
    const QStringList parts = size.split(u'x');
    if (parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0)
        window.resize(parts[0].toInt(), parts[1].toInt());
}

/// The application tells the program's gauge of its events for as long as both are there.
class Measured
{
public:
    Measured(Application &application, Program &program) : m_application(application)
    {
        application.setGauge(program.gauge());
    }
    ~Measured() { m_application.setGauge(nullptr); }

private:
    Q_DISABLE_COPY(Measured)
    Application &m_application;
};

int runTour(Application &application, StartOptions options, const QString &size)
{
    const QTemporaryDir settings;
    options.settingsFile = settings.filePath(QStringLiteral("slipway.ini"));
    options.dataFolder = settings.path();
    options.environmentKey.clear();
    options.simulatorSpeed = 3;
    options.simulatorTokensPerSecond = 150;
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); // no hand reaches into the desktop's own
    if (options.theme.isEmpty())
        options.theme = QStringLiteral("light");
    Program program(options);
    const Measured measured(application, program);
    if (!program.start())
        return 1;
    resize(program.window(), size.isEmpty() ? QStringLiteral("1280x800") : size); // whatever the screen
    Tour tour(program, options.tourFolder);
    tour.start();
    return QApplication::exec();
}

int sayWhoIsFirst(FirstInstance::Role role, const FirstInstance &instance)
{
    if (role == FirstInstance::Role::Second) {
        std::fputs("slipway: it is running already; its window was raised, and the options and environment of this "
                   "start are not used.\n",
                   stderr);
        return 0;
    }
    std::fprintf(
        stderr, "slipway: it is running already (process %lld), but does not answer. End that process to start anew.\n",
        static_cast<long long>(instance.firstProcess()));
    return 1;
}

bool writeStats(const QString &path, const Gauge &gauge)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(statsText(gauge)) >= 0 && file.commit())
        return true;
    std::fprintf(stderr, "slipway: the figures could not be written: %s\n", qPrintable(file.errorString()));
    return false;
}

/// Runs until the window is closed; with figures asked for, also a signal ends it in good order. They are written when
/// the first rows are there, too, so that whoever waits for the file knows.
/// Also at the end of the session: whoever ends it by a signal finds the window next time as it was.
int runToItsEnd(Program &program)
{
    const QuitSignal quit;
    QObject::connect(&quit, &QuitSignal::received, &program.window(), [&program] {
        program.window().save();
        QApplication::exit(0);
    });
    return QApplication::exec();
}

int runMeasured(Program &program, const QString &statsPath)
{
    if (statsPath.isEmpty())
        return runToItsEnd(program);
    Gauge *gauge = program.gauge();
    QObject::connect(
        gauge, &Gauge::firstRowsPainted, qApp, [statsPath, gauge] { writeStats(statsPath, *gauge); },
        Qt::QueuedConnection);
    const int status = runToItsEnd(program);
    return writeStats(statsPath, *gauge) ? status : 1;
}

int runWindow(Application &application, const StartOptions &options, const QCommandLineParser &parser,
              const QByteArray &activationToken)
{
    FirstInstance instance(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    const auto role = instance.claim(activationToken);
    if (role != FirstInstance::Role::First)
        return sayWhoIsFirst(role, instance);
    Program program(options);
    const Measured measured(application, program);
    if (parser.isSet(statsOption))
        program.gauge()->watch();
    if (!program.start())
        return 1;
    resize(program.window(), parser.value(sizeOption));
    QObject::connect(&instance, &FirstInstance::raiseRequested, &program.window(),
                     [&program](const QByteArray &token) { program.comeToFront(token); });
    return runMeasured(program, parser.value(statsOption));
}

/// What is only to be read needs no display.
bool asksForWords(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QLatin1StringView word(argument);
        return word == QLatin1StringView("--help") || word == QLatin1StringView("-h") ||
               word == QLatin1StringView("--help-all") || word == QLatin1StringView("--version") ||
               word == QLatin1StringView("-v");
    });
}

void setNames()
{
    QCoreApplication::setApplicationName(QStringLiteral("slipway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    const QByteArray key = takeFromEnvironment("DASHSCOPE_API_KEY");
    const QByteArray activationToken = qgetenv("XDG_ACTIVATION_TOKEN"); // Qt takes it away
    installQuietLog();
    if (asksForWords(argc, argv)) {
        const QCoreApplication words(argc, argv);
        setNames();
        QCommandLineParser parser;
        parse(parser, QCoreApplication::arguments()); // ends the process
    }
    Application application(argc, argv);
    setNames();
    QApplication::setDesktopFileName(QStringLiteral("slipway"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/slipway.svg")));
    QCommandLineParser parser;
    parse(parser, QApplication::arguments());
    const StartOptions options = optionsOf(parser, key);
    if (!options.tourFolder.isEmpty())
        return runTour(application, options, parser.value(sizeOption));
    return runWindow(application, options, parser, activationToken);
}
