// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <limits>

namespace Slipway::Bench {

inline void print(const QString &name, double value, const char *unit)
{
    QTextStream(stdout) << name << ": " << QString::number(value, 'f', 3) << ' ' << unit << Qt::endl;
}

inline double milliseconds(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1e6;
}

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? std::numeric_limits<double>::quiet_NaN() : values.at(values.size() / 2);
}

/// The median of so many runs, in milliseconds.
template<typename Work>
double time(int runs, Work work)
{
    QList<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto began = std::chrono::steady_clock::now();
        work();
        times.append(milliseconds(std::chrono::steady_clock::now() - began));
    }
    return median(times);
}

} // namespace Slipway::Bench
