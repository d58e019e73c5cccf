// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/retry.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace Slipway {

using std::chrono::seconds;

/// The three shapes of RFC 9110, section 5.6.7; all of them mean GMT, with or without saying so.
static QDateTime readHttpDate(const QByteArray &header)
{
    static constexpr std::array shapes{"ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
                                       "ddd MMM d HH:mm:ss yyyy"};
    const QString text = QString::fromLatin1(header.left(64)).simplified();
    for (const char *shape : shapes) {
        QDateTime time = QLocale::c().toDateTime(text, QLatin1String(shape));
        if (!time.isValid())
            continue;
        if (time.date().year() < 1970) // two digits: this century
            time = time.addYears(100);
        return {time.date(), time.time(), QTimeZone::utc()};
    }
    return {};
}

seconds readRetryAfter(const QByteArray &header, const QByteArray &date, const QDateTime &now)
{
    if (header.isEmpty())
        return seconds(0);
    constexpr qint64 longest = 24LL * 60 * 60;
    bool isNumber = false;
    const qint64 number = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return seconds(std::clamp<qint64>(number, 0, longest));
    const QDateTime until = readHttpDate(header);
    if (!until.isValid())
        return seconds(0);
    const QDateTime theirs = readHttpDate(date);
    return seconds(std::clamp<qint64>((theirs.isValid() ? theirs : now).secsTo(until), 0, longest));
}

std::optional<std::chrono::milliseconds> pauseBeforeRetry(Verb verb, const Error &error, int attempt, double random,
                                                          const RetryRule &rule)
{
    if (verb != Verb::Get || !isTransient(error) || attempt < 1 || attempt >= rule.attempts)
        return std::nullopt;
    const double shortest = static_cast<double>(rule.shortestPause.count());
    const double longest = static_cast<double>(rule.longestPause.count());
    const double bound = std::clamp(std::ldexp(shortest, std::min(attempt, 62)), shortest, std::max(shortest, longest));
    const double luck = std::clamp(random, 0.0, 1.0);
    const double wished = 1000.0 * static_cast<double>(error.retryAfter.count());
    const double own = shortest + luck * (bound - shortest);
    const double pause = wished > own ? std::min(wished + luck * shortest, std::max(shortest, longest)) : own;
    return std::chrono::milliseconds(std::llround(pause));
}

} // namespace Slipway
