// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/numbers.h"

#include <initializer_list>

namespace Slipway::Simulator {

std::optional<qint64> wholeNumber(const Json &body, const char *key)
{
    const auto found = body.find(key);
    if (found == body.end() || !found->is_number_integer())
        return std::nullopt;
    // Beyond the signed range no number here is sensible: read it as one that every check refuses.
    if (found->is_number_unsigned() && found->get<quint64>() > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::numeric_limits<qint64>::max();
    return found->get<qint64>();
}

Check readCapacity(const Json &body, const char *key, qint64 base, std::optional<qint64> &capacity)
{
    const auto found = body.find(key);
    if (found == body.end() || found->is_null())
        return Refuse::required(QString::fromLatin1(key));
    constexpr qint64 limit = 1000;
    capacity = wholeNumber(body, key);
    if (!capacity || *capacity < 0 || *capacity >= limit || *capacity % base != 0) {
        const QByteArray value = bytesOf(*found);
        return Refuse::capacity(
            found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString::fromUtf8(value), base);
    }
    return std::nullopt;
}

Check readPositive(const Json &body, const char *key, qint64 most, std::optional<qint64> &number)
{
    if (!body.contains(key))
        return std::nullopt;
    number = wholeNumber(body, key);
    if (!number || *number < 1 || *number > most)
        return Refuse::required(QString::fromLatin1(key));
    return std::nullopt;
}

namespace {

std::optional<qint64> firstOf(const Json &object, std::initializer_list<const char *> keys, qint64 step)
{
    for (const char *key : keys)
        if (const auto number = wholeNumber(object, key))
            return *number > 0 && *number % step == 0 ? number : std::nullopt;
    return std::nullopt;
}

} // namespace

Check readThroughput(const Json &body, std::optional<Throughput> &throughput)
{
    const auto found = body.find("ptu_capacity");
    if (found == body.end() || !found->is_object())
        return Refuse::parameter(QStringLiteral("Miss ptu capacity info"));
    constexpr qint64 inputStep = 10'000;
    constexpr qint64 outputStep = 1'000;
    const auto input = firstOf(*found, {"input_tpm", "input_tpm_quota"}, inputStep);
    const auto output = firstOf(*found, {"output_tpm", "output_tpm_quota"}, outputStep);
    if (!input || !output)
        return Refuse::required(QStringLiteral("ptu_capacity"));
    throughput = Throughput{*input, *output, std::nullopt};
    if (!found->contains("thinking_output_tpm"))
        return std::nullopt;
    throughput->thinkingOutput = firstOf(*found, {"thinking_output_tpm"}, outputStep);
    if (!throughput->thinkingOutput)
        return Refuse::required(QStringLiteral("ptu_capacity"));
    return std::nullopt;
}

} // namespace Slipway::Simulator
