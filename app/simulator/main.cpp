// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/commandline.h"
#include "app/simulator/server.h"
#include "app/simulator/stopsignal.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace Slipway::Simulator;

namespace {

int say(FILE *where, const QString &text, int status)
{
    QTextStream(where) << text;
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const CommandLine line = readCommandLine(QCoreApplication::arguments());
    if (!line.problem.isEmpty())
        return say(stderr, QStringLiteral("slipway-simulator: %1 See --help.\n").arg(line.problem), 2);
    if (line.help)
        return say(stdout, helpText(), 0);
    if (line.version)
        return say(stdout, QStringLiteral("slipway-simulator " SLIPWAY_VERSION "\n"), 0);

    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::received, &application, &QCoreApplication::quit);
    Server server(line.options);
    if (!server.listen())
        return say(stderr, QStringLiteral("slipway-simulator: Port %1 is taken.\n").arg(line.options.port), 1);
    say(stdout, QStringLiteral("listening on %1\n").arg(server.url().toString()), 0);
    return QCoreApplication::exec();
}
