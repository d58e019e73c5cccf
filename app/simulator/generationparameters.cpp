// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/generationparameters.h"

#include "app/simulator/numbers.h"

#include <array>

namespace Slipway::Simulator {

namespace {

Refusal say(const char *latin1)
{
    return Refuse::parameter(QString::fromLatin1(latin1));
}

/// A member that is there and not null.
const Json *given(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && !found->is_null() ? &*found : nullptr;
}

struct FloatRange
{
    const char *name;
    const char *typeMessage;
    const char *rangeMessage;
    bool (*inside)(double);
};

constexpr std::array floatRanges{
    FloatRange{"temperature", "'temperature' must be Float", "Temperature should be in [0.0, 2.0)",
               [](double x) { return x >= 0 && x < 2; }},
    FloatRange{"top_p", "'top_p' must be Float", "Range of top_p should be (0.0, 1.0]",
               [](double x) { return x > 0 && x <= 1; }},
    FloatRange{"repetition_penalty", "'repetition_penalty' must be Float",
               "Repetition_penalty should be greater than 0.0", [](double x) { return x > 0; }},
    FloatRange{"presence_penalty", "'presence_penalty' must be Float", "Presence_penalty should be in [-2.0, 2.0]",
               [](double x) { return x >= -2 && x <= 2; }},
};

Check checkFloats(const Json &object)
{
    for (const FloatRange &range : floatRanges) {
        const Json *value = given(object, range.name);
        if (value && !value->is_number())
            return say(range.typeMessage);
        if (value && !range.inside(value->get<double>()))
            return say(range.rangeMessage);
    }
    return std::nullopt;
}

struct IntegerRange
{
    const char *name;
    qint64 least;
    qint64 most;
    const char *message;
};

constexpr std::array integerRanges{
    IntegerRange{"top_k", 0, std::numeric_limits<qint64>::max(), "Parameter top_k be greater than or equal to 0"},
    IntegerRange{"seed", 0, std::numeric_limits<qint64>::max(), "Range of seed should be [0, 9223372036854775807]"},
    IntegerRange{"n", 1, 4, "Range of n should be [1, 4]"},
    IntegerRange{"max_tokens", 1, longestReply, "Range of max_tokens should be [1, 32768]"},
    IntegerRange{"max_completion_tokens", 1, longestReply, "Range of max_completion_tokens should be [1, 32768]"},
    IntegerRange{"thinking_budget", 1, longestReply,
                 "The thinking_budget parameter must be a positive integer and not greater than 32768"},
};

Check checkIntegers(const Json &object)
{
    for (const IntegerRange &range : integerRanges) {
        if (!given(object, range.name))
            continue;
        const auto value = wholeNumber(object, range.name);
        if (!value || *value < range.least || *value > range.most)
            return say(range.message);
    }
    return std::nullopt;
}

/// The OpenAI-compatible API looks at it before all others, as at a schema.
Check checkSeedCompatibly(const Json &object)
{
    const Json *seed = given(object, "seed");
    if (!seed)
        return std::nullopt;
    const auto refusal = [](const QString &message) { return Refusal{400, QStringLiteral("invalid_value"), message}; };
    if (!seed->is_number_integer())
        return refusal(QStringLiteral("'seed' must be Integer"));
    const auto value = wholeNumber(object, "seed");
    if (value && *value < 0)
        return refusal(QStringLiteral("%1 is lesser than the minimum of 0 - 'seed'").arg(*value));
    return std::nullopt;
}

bool allOf(const Json &list, bool (Json::*is)() const noexcept)
{
    for (const Json &each : list)
        if (!(each.*is)())
            return false;
    return true;
}

bool isIntegerLists(const Json &list)
{
    for (const Json &each : list)
        if (!each.is_array() || !allOf(each, &Json::is_number_integer))
            return false;
    return true;
}

Check readStop(const Json &object, QList<QByteArray> &stops)
{
    const Json *stop = given(object, "stop");
    if (!stop)
        return std::nullopt;
    const bool texts = stop->is_array() && allOf(*stop, &Json::is_string);
    const bool numbers = stop->is_array() && (allOf(*stop, &Json::is_number_integer) || isIntegerLists(*stop));
    if (!stop->is_string() && !texts && !numbers)
        return say(
            "The \"stop\" parameter must be of type \"str\", \"list[str]\", \"list[int]\", or \"list[list[int]]\", "
            "and all elements within the list must be of the same type.");
    const Json list = stop->is_string() ? Json::array({*stop}) : *stop;
    for (const Json &each : list)
        if (each.is_string() && !each.get<std::string>().empty())
            stops.append(QByteArray::fromStdString(each.get<std::string>()));
    return std::nullopt;
}

Check readFlag(const Json &object, const char *key, bool &flag)
{
    const Json *value = given(object, key);
    if (value && !value->is_boolean())
        return Refuse::required(QString::fromLatin1(key));
    flag = value ? value->get<bool>() : flag;
    return std::nullopt;
}

Check checkThinkingForm(const Json &object, GenerationParameters &parameters)
{
    if (!parameters.stream)
        return say("parameter.enable_thinking must be set to false for non-streaming calls");
    // What was not said follows from thinking; what was said wrong is refused.
    if (!parameters.messageFormat && given(object, "result_format"))
        return say("The result_format parameter must be \"message\" when enable_thinking is true");
    if (!parameters.incremental && given(object, "incremental_output"))
        return say("The incremental_output parameter must be \"true\" when enable_thinking is true");
    parameters.messageFormat = true;
    parameters.incremental = true;
    return std::nullopt;
}

} // namespace

Check readRanges(const Json &object, Dialect dialect, GenerationParameters &parameters)
{
    if (const Check refusal = dialect == Dialect::Compatible ? checkSeedCompatibly(object) : Check())
        return refusal;
    if (const Check refusal = checkFloats(object))
        return refusal;
    if (const Check refusal = checkIntegers(object))
        return refusal;
    parameters.choices = wholeNumber(object, "n").value_or(1);
    parameters.maxTokens = wholeNumber(object, "max_tokens");
    if (!parameters.maxTokens)
        parameters.maxTokens = wholeNumber(object, "max_completion_tokens");
    return readStop(object, parameters.stops);
}

Check readThinking(const Json &object, const GenerationDefaults &defaults, GenerationParameters &parameters)
{
    parameters.thinking = defaults.thinking;
    if (const Check refusal = readFlag(object, "enable_thinking", parameters.thinking))
        return refusal;
    if (parameters.thinking && (!defaults.model || !defaults.model->thinks))
        return Refusal{400, QStringLiteral("InvalidParameter.NotSupportEnableThinking"),
                       QStringLiteral("The model %1 does not support enable_thinking.").arg(defaults.deployedModel)};
    return std::nullopt;
}

Check readNativeForm(const Json &object, const GenerationDefaults &defaults, GenerationParameters &parameters)
{
    const bool open = defaults.model && defaults.model->openWeights;
    const Json *format = given(object, "result_format");
    if (format && *format != "text" && *format != "message")
        return Refuse::required(QStringLiteral("result_format"));
    parameters.messageFormat = format ? *format == "message" : open;
    parameters.incremental = open;
    if (const Check refusal = readFlag(object, "incremental_output", parameters.incremental))
        return refusal;
    if (const Check refusal = readThinking(object, defaults, parameters))
        return refusal;
    return parameters.thinking ? checkThinkingForm(object, parameters) : Check();
}

} // namespace Slipway::Simulator
