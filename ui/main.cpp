// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"
#include "ui/tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Slipway;

namespace {

// A crash must not write keys to disk, and other programs of this person must not read them from our memory.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__)
    if (!qEnvironmentVariableIsSet("FLATPAK_ID"))
        prctl(PR_SET_DUMPABLE, 0);
#endif
}

// Taken out of the environment, so that programs we start (a browser) do not inherit the key.
QByteArray takeKey()
{
    const QByteArray key = qgetenv("DASHSCOPE_API_KEY").trimmed();
    qunsetenv("DASHSCOPE_API_KEY");
    return key;
}

const QCommandLineOption languageOption(QStringLiteral("language"),
                                        QStringLiteral("Language of the texts: en or zh_CN."), QStringLiteral("NAME"));
const QCommandLineOption themeOption(QStringLiteral("theme"), QStringLiteral("Appearance: system, light or dark."),
                                     QStringLiteral("NAME"));
const QCommandLineOption
    tourOption(QStringLiteral("tour"),
               QStringLiteral("Walk the main job on the simulator, write numbered pictures to DIR and end; exit "
                              "status 0 only if each step showed what it should."),
               QStringLiteral("DIR"));
const QCommandLineOption sizeOption(QStringLiteral("size"),
                                    QStringLiteral("Size of the window at the start, in pixels, e.g. 1280x800."),
                                    QStringLiteral("WxH"));

void parse(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setApplicationDescription(QStringLiteral("Desktop dashboard for your Model Studio deployments."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({languageOption, themeOption, sizeOption, tourOption});
    parser.process(arguments);
}

StartOptions optionsOf(const QCommandLineParser &parser)
{
    StartOptions options;
    options.language = parser.value(languageOption);
    options.theme = parser.value(themeOption);
    options.tourFolder = parser.value(tourOption);
    options.environmentKey = takeKey();
    options.environmentUrl = qEnvironmentVariable("DASHSCOPE_HTTP_BASE_URL");
    return options;
}

void resize(MainWindow &window, const QString &size)
{
    const QStringList parts = size.split(u'x');
    if (parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0)
        window.resize(parts[0].toInt(), parts[1].toInt());
}

int runTour(StartOptions options, const QString &size)
{
    const QTemporaryDir settings;
    options.settingsFile = settings.filePath(QStringLiteral("slipway.ini"));
    options.dataFolder = settings.path();
    options.environmentKey.clear();
    options.simulatorSpeed = 3;
    if (options.theme.isEmpty())
        options.theme = QStringLiteral("light");
    Program program(options);
    if (!program.start())
        return 1;
    resize(program.window(), size);
    Tour tour(program, options.tourFolder);
    tour.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("slipway"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/slipway.svg")));
    QCommandLineParser parser;
    parse(parser, QApplication::arguments());
    const StartOptions options = optionsOf(parser);
    if (!options.tourFolder.isEmpty())
        return runTour(options, parser.value(sizeOption));

    Program program(options);
    if (!program.start())
        return 1;
    resize(program.window(), parser.value(sizeOption));
    return QApplication::exec();
}
