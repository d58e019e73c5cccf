// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/firstinstance.h"
#include "app/process/privacy.h"
#include "app/process/quietlog.h"
#include "ui/program.h"
#include "ui/tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStandardPaths>
#include <QTemporaryDir>

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

StartOptions optionsOf(const QCommandLineParser &parser, const QByteArray &key)
{
    StartOptions options;
    options.language = parser.value(languageOption);
    options.theme = parser.value(themeOption);
    options.tourFolder = parser.value(tourOption);
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

int runWindow(const StartOptions &options, const QString &size, const QByteArray &activationToken)
{
    FirstInstance instance(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    const auto role = instance.claim(activationToken);
    if (role != FirstInstance::Role::First)
        return sayWhoIsFirst(role, instance);
    Program program(options);
    if (!program.start())
        return 1;
    resize(program.window(), size);
    QObject::connect(&instance, &FirstInstance::raiseRequested, &program.window(),
                     [&program](const QByteArray &token) { program.comeToFront(token); });
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    const QByteArray key = takeFromEnvironment("DASHSCOPE_API_KEY");
    const QByteArray activationToken = qgetenv("XDG_ACTIVATION_TOKEN"); // Qt takes it away
    installQuietLog();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("slipway"));
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("slipway"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/slipway.svg")));
    QCommandLineParser parser;
    parse(parser, QApplication::arguments());
    const StartOptions options = optionsOf(parser, key);
    if (!options.tourFolder.isEmpty())
        return runTour(options, parser.value(sizeOption));
    return runWindow(options, parser.value(sizeOption), activationToken);
}
