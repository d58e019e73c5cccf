// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/runs.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace Slipway {

QString runFolderOf(const QString &runsFolder, const QString &account)
{
    return runsFolder + u'/' + account;
}

QString newRunPath(const QString &folder, const QDateTime &now)
{
    const QString number = QStringLiteral("%1").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
    return folder + u'/' + now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-")) + number + QStringLiteral(".jsonl");
}

QList<KnownRun> knownRuns(const QString &folder)
{
    constexpr qint64 longestHeader = 1'000'000;
    QList<KnownRun> runs;
    const auto files =
        QDir(folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray line = file.readLine(longestHeader).trimmed();
        if (line.isEmpty()) // each line comes after a line feed of its own
            line = file.readLine(longestHeader).trimmed();
        const RunLine first = readRunLine(line);
        if (const auto *header = std::get_if<RunHeader>(&first))
            runs.append({info.filePath(), *header, info.size()});
    }
    std::stable_sort(runs.begin(), runs.end(), [](const KnownRun &one, const KnownRun &other) {
        return one.header.created > other.header.created;
    });
    return runs;
}

} // namespace Slipway
