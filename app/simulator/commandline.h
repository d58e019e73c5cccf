// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/options.h"

#include <QStringList>

namespace Slipway::Simulator {

/// What the command line asks for: a server with these options, or only a text.
struct CommandLine
{
    Options options;
    bool help = false;
    bool version = false;
    QString problem; ///< a sentence where the command line makes no sense
};

/// `arguments` as main() has them, the program's name first. Reads the file of --reply.
CommandLine readCommandLine(const QStringList &arguments);

/// What --help prints.
QString helpText();

} // namespace Slipway::Simulator
