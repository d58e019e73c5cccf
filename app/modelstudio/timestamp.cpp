// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/timestamp.h"

#include <optional>

namespace Slipway {

namespace {

constexpr int chinaStandardTime = 8 * 3600;
constexpr qsizetype lengthOfDateAndTime = 19;

/// Takes exactly `count` digits off the front of `text`.
std::optional<int> takeDigits(QStringView &text, int count)
{
    if (text.size() < count)
        return std::nullopt;
    int number = 0;
    for (const QChar digit : text.first(count)) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        number = number * 10 + digit.digitValue();
    }
    text = text.sliced(count);
    return number;
}

bool take(QStringView &text, QStringView oneOf)
{
    if (text.isEmpty() || !oneOf.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

std::optional<QDate> takeDate(QStringView &text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, u"-"))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, u"-"))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    const QDate date = day ? QDate(*year, *month, *day) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QTime> takeTime(QStringView &text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || !take(text, u":"))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || !take(text, u":"))
        return std::nullopt;
    const auto second = takeDigits(text, 2);
    const QTime time = second ? QTime(*hour, *minute, *second) : QTime();
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Milliseconds of a fraction, 0 where there is none; nothing where it is malformed.
std::optional<int> takeFraction(QStringView &text)
{
    if (!take(text, u".,"))
        return 0;
    int milliseconds = 0;
    int digits = 0;
    for (; digits < 9; ++digits) {
        const auto digit = takeDigits(text, 1);
        if (!digit)
            break;
        if (digits < 3)
            milliseconds = milliseconds * 10 + *digit;
    }
    for (int missing = digits; missing < 3; ++missing)
        milliseconds *= 10;
    return digits > 0 ? std::optional(milliseconds) : std::nullopt;
}

/// Seconds east of Greenwich, from all that is left of `text`.
std::optional<int> zoneOf(QStringView text)
{
    if (text.isEmpty())
        return chinaStandardTime;
    if (text.size() == 1 && take(text, u"Zz"))
        return 0;
    const int sign = text.front() == u'-' ? -1 : 1;
    if (!take(text, u"+-"))
        return std::nullopt;
    const auto hours = takeDigits(text, 2);
    take(text, u":");
    const auto minutes = text.isEmpty() ? std::optional(0) : takeDigits(text, 2);
    if (!hours || !minutes || !text.isEmpty() || *hours > 14 || *minutes > 59)
        return std::nullopt;
    return sign * (*hours * 3600 + *minutes * 60);
}

QDateTime fromEpoch(const QString &text)
{
    bool isNumber = false;
    const qint64 milliseconds = text.toLongLong(&isNumber);
    // Outside these bounds (1973 to 5138) it counts something else than milliseconds.
    const bool isPlausible = isNumber && milliseconds >= 100'000'000'000 && milliseconds < 100'000'000'000'000;
    return isPlausible ? QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC() : QDateTime();
}

} // namespace

QDateTime parseTimestamp(const QString &text)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.size() < lengthOfDateAndTime)
        return fromEpoch(rest.toString());
    const auto date = takeDate(rest);
    if (!date || !take(rest, u"Tt "))
        return {};
    const auto time = takeTime(rest);
    const auto milliseconds = time ? takeFraction(rest) : std::nullopt;
    const auto zone = milliseconds ? zoneOf(rest) : std::nullopt;
    if (!zone)
        return {};
    static const QDateTime epoch = QDateTime::fromMSecsSinceEpoch(0).toUTC();
    const qint64 seconds = epoch.date().daysTo(*date) * 86'400 + time->msecsSinceStartOfDay() / 1'000 - *zone;
    return epoch.addMSecs(seconds * 1'000 + *milliseconds);
}

} // namespace Slipway
