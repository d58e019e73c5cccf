// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>

#include <algorithm>
#include <ctime>
#include <malloc.h>

namespace Slipway {

/// How much memory this process takes, in MiB.
struct MemoryFigures
{
    double heap = 0; ///< in use of what was allocated; what is kept free for later does not count
    double own = 0;  ///< of no file and shared with nobody; does not change with what else runs
    double pss = 0;  ///< its share of all that is in memory for it
    double rss = 0;  ///< the same with all that others share

    static MemoryFigures now()
    {
        constexpr double mebi = 1024.0 * 1024.0;
        const auto heap = mallinfo2();
        return {double(heap.uordblks + heap.hblkhd) / mebi, ofSystem("Anonymous:"), ofSystem("Pss:"), ofSystem("Rss:")};
    }

    /// Each figure's own, so that one odd sample decides nothing.
    static MemoryFigures median(const QList<MemoryFigures> &samples)
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

    QString text() const
    {
        return QStringLiteral("heap %1 MiB, own %2 MiB, PSS %3 MiB, RSS %4 MiB")
            .arg(heap, 0, 'f', 1)
            .arg(own, 0, 'f', 1)
            .arg(pss, 0, 'f', 1)
            .arg(rss, 0, 'f', 1);
    }

private:
    static double ofSystem(const char *name)
    {
        QFile file(QStringLiteral("/proc/self/smaps_rollup"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines)
            if (line.startsWith(name))
                return line.mid(qsizetype(qstrlen(name))).trimmed().split(' ').first().toDouble() / 1024.0;
        return 0;
    }
};

/// Milliseconds for which this thread was at work.
inline double threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace Slipway
