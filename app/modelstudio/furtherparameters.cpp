// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/furtherparameters.h"

#include "app/modelstudio/json.h"

#include <QSet>

#include <algorithm>

namespace Slipway {

namespace {

using Kind = FurtherFault::Kind;

template<std::size_t size>
bool holds(const char *const (&names)[size], const QString &name)
{
    return std::ranges::any_of(names, [&name](const char *each) { return name == QLatin1StringView(each); });
}

/// What follows from the conversation and from how it is asked, or belongs to a copied script.
bool isSetByUs(const QString &name)
{
    constexpr const char *names[] = {"model",
                                     "input",
                                     "messages",
                                     "prompt",
                                     "history",
                                     "parameters",
                                     "stream",
                                     "stream_options",
                                     "result_format",
                                     "api_key",
                                     "incremental_output",
                                     "workspace",
                                     "extra_body",
                                     "extra_headers",
                                     "extra_query",
                                     "timeout",
                                     "headers"};
    return holds(names, name);
}

bool hasOwnField(const QString &name)
{
    constexpr const char *names[] = {"temperature",
                                     "top_p",
                                     "top_k",
                                     "max_tokens",
                                     "repetition_penalty",
                                     "presence_penalty",
                                     "seed",
                                     "enable_thinking",
                                     "thinking_budget",
                                     "reasoning_effort",
                                     "enable_search",
                                     "further_parameters"};
    return holds(names, name);
}

bool isTokenIds(const Json &value)
{
    const auto isId = [](const Json &each) { return each.type() == Json::Type::Number; };
    const auto isIds = [&isId](const Json &each) {
        const QList<Json> ids = each.items();
        return each.isArray() && !ids.isEmpty() && std::ranges::all_of(ids, isId);
    };
    const QList<Json> items = value.items();
    return isIds(value) || (!items.isEmpty() && std::ranges::all_of(items, isIds));
}

/// The forms of a parameter that its own field cannot say.
bool isBeyondItsField(const Json::Member &member)
{
    if (member.name == u"stop")
        return isTokenIds(member.value);
    return member.value.isObject() && member.value["type"].text() == u"json_schema";
}

bool isName(const QString &name)
{
    const auto fits = [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); };
    return !name.isEmpty() && !name[0].isDigit() && std::ranges::all_of(name, fits);
}

/// Of brackets outside strings, so that a text too deep for the reader is called so too.
int depthOf(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool isText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (isText && c == '\\')
            ++at;
        else if (c == '"')
            isText = !isText;
        else if (!isText && (c == '{' || c == '['))
            deepest = qMax(deepest, ++depth);
        else if (!isText && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

std::optional<QString> repeatedIn(const Json &value)
{
    QSet<QString> names;
    for (const Json::Member &member : value.members()) {
        if (names.contains(member.name))
            return member.name;
        names.insert(member.name);
        if (const auto repeated = repeatedIn(member.value))
            return repeated;
    }
    for (const Json &item : value.items()) {
        if (const auto repeated = repeatedIn(item))
            return repeated;
    }
    return std::nullopt;
}

std::optional<FurtherFault> faultOf(const Json::Member &member)
{
    const QString &name = member.name;
    if (!isName(name))
        return FurtherFault{Kind::NoName, name};
    if (isSetByUs(name))
        return FurtherFault{Kind::SetByUs, name};
    const bool hasOtherForms = name == u"stop" || name == u"response_format";
    if (hasOwnField(name) || (hasOtherForms && !isBeyondItsField(member)))
        return FurtherFault{Kind::HasOwnField, name};
    return std::nullopt;
}

} // namespace

std::optional<FurtherFault> faultIn(const FurtherParameters &further)
{
    if (further.json.size() > mostFurtherBytes)
        return FurtherFault{Kind::TooLong, {}};
    if (depthOf(further.json) > deepestFurther)
        return FurtherFault{Kind::TooDeep, {}};
    const Json object = Json::parse(further.json).value_or(Json());
    if (!object.isObject())
        return FurtherFault{Kind::NoObject, {}};
    if (const auto repeated = repeatedIn(object))
        return FurtherFault{Kind::Repeated, *repeated};
    for (const Json::Member &member : object.members()) {
        if (const auto fault = faultOf(member))
            return fault;
    }
    return std::nullopt;
}

QList<FurtherMember> membersOf(const FurtherParameters &further)
{
    QList<FurtherMember> members;
    if (faultIn(further))
        return members;
    for (const Json::Member &member : Json::parse(further.json).value_or(Json()).members())
        members.append({member.name.toLatin1(), member.value.source()});
    return members;
}

} // namespace Slipway
