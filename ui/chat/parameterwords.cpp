// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/parameterwords.h"

#include "ui/chat/furtherwords.h"
#include "ui/fleet/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <limits>

namespace Slipway {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::ParameterWords)
};

struct Range
{
    Parameter parameter;
    double least;
    double most;
    bool holdsLeast;
    bool holdsMost;
};

constexpr double noEnd = std::numeric_limits<double>::max();
constexpr double longestSeed = 2147483647;

constexpr std::array ranges{
    Range{Parameter::Temperature, 0, 2, true, false},     Range{Parameter::TopP, 0, 1, false, true},
    Range{Parameter::TopK, 0, noEnd, true, true},         Range{Parameter::MaxTokens, 1, noEnd, true, true},
    Range{Parameter::Seed, 0, longestSeed, true, true},   Range{Parameter::RepetitionPenalty, 0, noEnd, false, true},
    Range{Parameter::PresencePenalty, -2, 2, true, true}, Range{Parameter::ThinkingBudget, 1, noEnd, true, true}};

QString number(double value)
{
    return QLocale().toString(value, 'g', 10);
}

ParameterWords samplingWords(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature:
        return {Words::tr("Temperature"), Words::tr("Higher values make replies more varied."),
                Words::tr("From 0 up to, but not including, 2."), number(0.7)};
    case Parameter::TopP:
        return {Words::tr("Top-p"), Words::tr("Only the likeliest tokens up to this share of probability are used."),
                Words::tr("Above 0, up to 1."), number(0.8)};
    case Parameter::TopK:
        return {Words::tr("Top-k"), Words::tr("Only so many of the likeliest tokens are used; above 100 it is off."),
                Words::tr("A whole number, 0 or more."), number(20)};
    case Parameter::RepetitionPenalty:
        return {Words::tr("Repetition penalty"), Words::tr("Above 1, what was said is said less often again."),
                Words::tr("A number above 0."), number(1.05)};
    case Parameter::PresencePenalty:
        return {Words::tr("Presence penalty"), Words::tr("Higher values bring new words, lower ones the same."),
                Words::tr("From −2 to 2."), number(0)};
    case Parameter::Seed:
        return {Words::tr("Seed"), Words::tr("The same seed makes replies more alike."),
                Words::tr("A whole number from 0 to %1.").arg(std::numeric_limits<qint32>::max()),
                QStringLiteral("1234")};
    default:
        return {};
    }
}

ParameterWords lengthWords(Parameter parameter)
{
    switch (parameter) {
    case Parameter::MaxTokens:
        return {Words::tr("Max tokens"), Words::tr("The reply is cut off at this length."),
                Words::tr("A whole number, 1 or more."), Words::tr("the model's most")};
    case Parameter::ThinkingBudget:
        return {Words::tr("Thinking budget"), Words::tr("Thinking ends after so many tokens."),
                Words::tr("A whole number, 1 or more."), Words::tr("the model's most")};
    case Parameter::Stop:
        return {Words::tr("Stop at"), Words::tr("The reply ends before any of these texts."),
                Words::tr("One text a line; \\n is a line break."), Words::tr("none")};
    default:
        return {};
    }
}

ParameterWords choiceWords(Parameter parameter)
{
    switch (parameter) {
    case Parameter::EnableThinking:
        return {Words::tr("Thinking"),
                Words::tr("Whether the model thinks before it answers, where it can."),
                Words::tr("On or off."),
                {}};
    case Parameter::ReasoningEffort:
        return {Words::tr("Reasoning effort"),
                Words::tr("How long the newest models think."),
                Words::tr("low, medium or xhigh; not together with a thinking budget."),
                {}};
    case Parameter::EnableSearch:
        return {Words::tr("Web search"), Words::tr("Whether the model may search the web; the service may charge it."),
                Words::tr("On or off."), Words::tr("off")};
    case Parameter::ResponseFormat:
        return {Words::tr("Reply format"),
                Words::tr("“JSON” makes the reply one JSON object; the prompt must hold the word “json”."),
                Words::tr("Text or JSON; JSON and thinking exclude each other."), Words::tr("text")};
    case Parameter::WholeReply:
        return {Words::tr("Streaming"), Words::tr("Off: the reply comes in one piece when it is done."),
                Words::tr("On or off; thinking needs streaming."), Words::tr("on")};
    case Parameter::Further:
        return furtherWords();
    default:
        return {};
    }
}

} // namespace

ParameterWords wordsOf(Parameter parameter)
{
    ParameterWords words = samplingWords(parameter);
    if (words.label.isEmpty())
        words = lengthWords(parameter);
    return words.label.isEmpty() ? choiceWords(parameter) : words;
}

QString placeholderOf(Parameter parameter)
{
    const QString standard = wordsOf(parameter).standard;
    return standard.isEmpty() ? Words::tr("service default")
                              : Words::tr("default: %1", "what the service does by itself").arg(standard);
}

QString toolTipOf(Parameter parameter)
{
    const ParameterWords words = wordsOf(parameter);
    QStringList lines{words.effect, words.range};
    const bool varies = parameter == Parameter::Temperature || parameter == Parameter::TopP ||
                        parameter == Parameter::RepetitionPenalty || parameter == Parameter::PresencePenalty;
    if (varies)
        lines += Words::tr("Usually %1 where it is not set; some models differ.").arg(words.standard);
    lines += parameter == Parameter::Further ? Words::tr("Sent as further members, beside the other parameters.")
                                             : Words::tr("Sent as %1.").arg(QString::fromLatin1(nameOf(parameter)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString namesOf(const QList<Parameter> &parameters)
{
    QStringList names;
    for (const Parameter parameter : parameters)
        names += QString::fromLatin1(nameOf(parameter));
    return listText(names);
}

bool isInRange(Parameter parameter, double number)
{
    for (const Range &range : ranges) {
        if (range.parameter != parameter)
            continue;
        const bool aboveLeast = range.holdsLeast ? number >= range.least : number > range.least;
        return aboveLeast && (range.holdsMost ? number <= range.most : number < range.most);
    }
    return true;
}

} // namespace Slipway
