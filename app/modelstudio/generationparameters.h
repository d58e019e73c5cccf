// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/furtherparameters.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Slipway {

class Json;

/// What a person can set for a generation (inference.md §3.2). What is unset is not sent, so the service's default
/// holds. Natively they stand in `parameters`, compatibly at the top, under the same names.
struct GenerationParameters
{
    std::optional<double> temperature;       ///< [0, 2)
    std::optional<double> topP;              ///< (0, 1]
    std::optional<qint64> topK;              ///< 0 and more; above 100 it is off
    std::optional<qint64> maxTokens;         ///< 1 and more
    std::optional<qint64> seed;              ///< [0, 2^31 - 1]
    std::optional<double> repetitionPenalty; ///< above 0
    std::optional<double> presencePenalty;   ///< [-2, 2]
    std::optional<QStringList> stop;
    std::optional<bool> enableThinking;
    std::optional<qint64> thinkingBudget;   ///< 1 and more
    std::optional<QString> reasoningEffort; ///< low, medium, xhigh
    std::optional<bool> enableSearch;
    std::optional<QString> responseFormat; ///< text, json_object
    std::optional<FurtherParameters> further;
    bool operator==(const GenerationParameters &) const = default;
};

/// One thing that a request carries beside the model and the messages. Those from MaxCompletionTokens on stand among
/// the further parameters. The last three follow from how it is sent.
enum class Parameter {
    Temperature,
    TopP,
    TopK,
    MaxTokens,
    Seed,
    RepetitionPenalty,
    PresencePenalty,
    Stop,
    EnableThinking,
    ThinkingBudget,
    ReasoningEffort,
    EnableSearch,
    ResponseFormat,
    MaxCompletionTokens,
    SearchOptions,
    PreserveThinking,
    ToolStream,
    EnableCodeInterpreter,
    Tools,
    ToolChoice,
    ParallelToolCalls,
    Logprobs,
    TopLogprobs,
    Choices,
    Further,    ///< whatever else stands among them
    WholeReply, ///< that the reply is not to be streamed
    ResultFormat,
    IncrementalOutput,
};

/// Its name in the service's documents and in requests, e.g. "top_k".
QByteArray nameOf(Parameter parameter);

/// Calls `visit(Parameter, member)` for every member, in the order in which they are sent.
template<typename Parameters, typename Visit>
void forEachParameter(Parameters &parameters, Visit visit)
{
    visit(Parameter::Temperature, parameters.temperature);
    visit(Parameter::TopP, parameters.topP);
    visit(Parameter::TopK, parameters.topK);
    visit(Parameter::MaxTokens, parameters.maxTokens);
    visit(Parameter::Seed, parameters.seed);
    visit(Parameter::RepetitionPenalty, parameters.repetitionPenalty);
    visit(Parameter::PresencePenalty, parameters.presencePenalty);
    visit(Parameter::Stop, parameters.stop);
    visit(Parameter::EnableThinking, parameters.enableThinking);
    visit(Parameter::ThinkingBudget, parameters.thinkingBudget);
    visit(Parameter::ReasoningEffort, parameters.reasoningEffort);
    visit(Parameter::EnableSearch, parameters.enableSearch);
    visit(Parameter::ResponseFormat, parameters.responseFormat);
    visit(Parameter::Further, parameters.further);
}

/// Those that are set, in the order in which they are sent.
QList<Parameter> setIn(const GenerationParameters &parameters);

/// The one that a member of the further parameters stands for.
Parameter parameterOf(const FurtherMember &member);

/// As of the further ones alone, and where one of them is set by its own member too. Pure.
std::optional<FurtherFault> faultIn(const GenerationParameters &parameters);

/// One JSON object of those that are set, and back, for files: the further ones are one text. What is unknown, of
/// another type or at fault is left unset.
QByteArray jsonOf(const GenerationParameters &parameters);
GenerationParameters parametersFrom(const Json &object);
GenerationParameters parametersFrom(const QByteArray &json);

} // namespace Slipway
