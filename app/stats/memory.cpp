// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/memory.h"

#include <QByteArrayList>
#include <QFile>

#include <algorithm>
#include <malloc.h>

namespace Slipway {

static double ofSystem(const QByteArrayList &lines, const char *name)
{
    for (const QByteArray &line : lines)
        if (line.startsWith(name))
            return line.mid(qsizetype(qstrlen(name))).trimmed().split(' ').first().toDouble() / 1024.0;
    return 0;
}

MemoryFigures MemoryFigures::now()
{
    constexpr double mebi = 1024.0 * 1024.0;
    const auto heap = mallinfo2();
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    const QByteArrayList lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    return {double(heap.uordblks + heap.hblkhd) / mebi, ofSystem(lines, "Anonymous:"), ofSystem(lines, "Pss:"),
            ofSystem(lines, "Rss:")};
}

MemoryFigures MemoryFigures::median(const QList<MemoryFigures> &samples)
{
    const auto middle = [&samples](double MemoryFigures::*figure) {
        QList<double> values;
        for (const MemoryFigures &sample : samples)
            values.append(sample.*figure);
        std::sort(values.begin(), values.end());
        return values.isEmpty() ? 0 : values.at(values.size() / 2);
    };
    return {middle(&MemoryFigures::heap), middle(&MemoryFigures::own), middle(&MemoryFigures::pss),
            middle(&MemoryFigures::rss)};
}

QString MemoryFigures::text() const
{
    return QStringLiteral("heap %1 MiB, own %2 MiB, PSS %3 MiB, RSS %4 MiB")
        .arg(heap, 0, 'f', 1)
        .arg(own, 0, 'f', 1)
        .arg(pss, 0, 'f', 1)
        .arg(rss, 0, 'f', 1);
}

} // namespace Slipway
