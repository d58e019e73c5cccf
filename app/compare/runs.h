// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/runlines.h"

namespace Slipway {

/// A run that lies on disk.
struct KnownRun
{
    QString path;
    RunHeader header;
    qint64 bytes = 0;
};

/// The folder of an account's runs below `runsFolder`.
QString runFolderOf(const QString &runsFolder, const QString &account);

/// A name that no other run has.
QString newRunPath(const QString &folder, const QDateTime &now);

/// The newest first. What is no run is passed over. Reads the first line of each; may run in any thread.
QList<KnownRun> knownRuns(const QString &folder);

} // namespace Slipway
