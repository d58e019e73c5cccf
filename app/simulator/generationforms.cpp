// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/generationforms.h"

#include "app/simulator/numbers.h"

namespace Slipway::Simulator {

namespace {

const Json *given(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && !found->is_null() ? &*found : nullptr;
}

Check checkResponseFormat(const Json &object, const Dialogue &dialogue, const GenerationParameters &parameters)
{
    const Json *format = given(object, "response_format");
    if (!format)
        return std::nullopt;
    const QString type = format->is_object() ? stringAt(*format, "type") : QString();
    if (type == u"text")
        return std::nullopt;
    if (type != u"json_object" && type != u"json_schema")
        return Refuse::parameter(QStringLiteral("Unknown format of response_format, response_format should be a dict, "
                                                "includes 'type' and an optional key 'json_schema'."));
    if (parameters.thinking)
        return Refuse::parameter(QStringLiteral("Json mode response is not supported when enable_thinking is true"));
    if (type == u"json_object" && !dialogue.everything.contains(u"json", Qt::CaseInsensitive))
        return Refuse::parameter(QStringLiteral("'messages' must contain the word 'json' in some form, to use "
                                                "'response_format' of type 'json_object'."));
    return std::nullopt;
}

Check checkLogprobs(const Json &object)
{
    constexpr qint64 mostLogprobs = 5;
    const Json *wanted = given(object, "logprobs");
    if (wanted && !wanted->is_boolean())
        return Refuse::required(QStringLiteral("logprobs"));
    if (!given(object, "top_logprobs"))
        return std::nullopt;
    const auto top = wholeNumber(object, "top_logprobs");
    if (!top || *top < 0 || *top > mostLogprobs)
        return Refuse::required(QStringLiteral("top_logprobs"));
    return std::nullopt;
}

Check checkTool(const Json &tool)
{
    constexpr qsizetype longestName = 64;
    const Json *function = tool.is_object() ? given(tool, "function") : nullptr;
    const QString name = function && function->is_object() ? stringAt(*function, "name") : QString();
    if (name == u"search")
        return Refuse::parameter(QStringLiteral("Tool names are not allowed to be [search]"));
    if (name.isEmpty() || name.size() > longestName)
        return Refuse::required(QStringLiteral("tools"));
    return std::nullopt;
}

bool isToolChoice(const Json &choice)
{
    if (choice.is_object())
        return stringAt(choice, "type") == u"function";
    return choice == "auto" || choice == "none" || choice == "required";
}

Check checkTools(const Json &object)
{
    const Json *choice = given(object, "tool_choice");
    if (choice && !isToolChoice(*choice))
        return Refuse::parameter(
            QStringLiteral("tool_choice is one of the strings that should be [\"none\", \"auto\"]"));
    const Json *tools = given(object, "tools");
    if (!tools)
        return std::nullopt;
    if (!tools->is_array())
        return Refuse::required(QStringLiteral("tools"));
    for (const Json &tool : *tools)
        if (const Check refusal = checkTool(tool))
            return refusal;
    if (!tools->empty() && wholeNumber(object, "n").value_or(1) > 1)
        return Refuse::required(QStringLiteral("n"));
    return std::nullopt;
}

Check checkEffort(const Json &object)
{
    const Json *effort = given(object, "reasoning_effort");
    if (effort && (!effort->is_string() || given(object, "thinking_budget")))
        return Refuse::required(QStringLiteral("reasoning_effort"));
    return std::nullopt;
}

} // namespace

Check checkForms(const Json &object, const Dialogue &dialogue, const GenerationParameters &parameters)
{
    if (const Check refusal = checkResponseFormat(object, dialogue, parameters))
        return refusal;
    if (const Check refusal = checkLogprobs(object))
        return refusal;
    if (const Check refusal = checkTools(object))
        return refusal;
    return checkEffort(object);
}

} // namespace Slipway::Simulator
