// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/furtherwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::FurtherWords)
};

/// A name is somebody's text, of any length.
QString shortName(const QString &name)
{
    constexpr qsizetype longest = 40;
    return name.size() <= longest ? name : name.first(longest) + u'…';
}

} // namespace

ParameterWords furtherWords()
{
    return {Words::tr("Further parameters"),
            Words::tr("A JSON object with parameters that have no field here; each is sent as you typed it."),
            Words::tr("n: 1 to 4, the first reply is shown; logprobs: true or false; top_logprobs: 0 to 5.\n"
                      "max_completion_tokens: 1 or more.\n"
                      "response_format: {\"type\": \"json_schema\", \"json_schema\": {…}}.\n"
                      "stop: token ids, as [1, 2] or [[1, 2], [3]].\n"
                      "tools: a list of functions, whose calls are not carried out; tool_choice: auto, none, required "
                      "or one function; parallel_tool_calls: true or false.\n"
                      "search_options: an object; its search_strategy: turbo, max, agent or agent_max; its "
                      "enable_source, enable_citation, forced_search, enable_search_extension and "
                      "prepend_search_result: true or false; its citation_format: a text.\n"
                      "preserve_thinking, tool_stream, enable_code_interpreter: true or false."),
            Words::tr("none")};
}

QString textOf(const FurtherFault &fault)
{
    const QString name = shortName(fault.name);
    switch (fault.kind) {
    case FurtherFault::Kind::NoObject:
        return Words::tr("This is no JSON object, such as {\"n\": 2}.");
    case FurtherFault::Kind::TooLong:
        return Words::tr("Longer than %1 bytes.").arg(QLocale().toString(mostFurtherBytes));
    case FurtherFault::Kind::TooDeep:
        return Words::tr("Nested deeper than %1 levels.").arg(deepestFurther);
    case FurtherFault::Kind::Repeated:
        return Words::tr("“%1” stands here twice.").arg(name);
    case FurtherFault::Kind::NoName:
        return Words::tr("“%1” is no parameter's name: letters, digits and _ only.").arg(name);
    case FurtherFault::Kind::HasOwnField:
        return Words::tr("“%1” has a field of its own.").arg(name);
    case FurtherFault::Kind::SetByUs:
        return Words::tr("“%1” follows from the conversation and how it is asked; it cannot be set here.").arg(name);
    case FurtherFault::Kind::SetTwice:
        return Words::tr("“%1” is set in its own field too. Clear one of them.").arg(name);
    }
    return {};
}

} // namespace Slipway
