// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/parameternames.h"

#include <algorithm>
#include <array>

namespace Slipway {

/// In the order of the enumeration.
static constexpr std::array names{
    "temperature",
    "top_p",
    "top_k",
    "max_tokens",
    "seed",
    "repetition_penalty",
    "presence_penalty",
    "stop",
    "enable_thinking",
    "thinking_budget",
    "reasoning_effort",
    "enable_search",
    "response_format",
    "max_completion_tokens",
    "search_options",
    "preserve_thinking",
    "tool_stream",
    "enable_code_interpreter",
    "tools",
    "tool_choice",
    "parallel_tool_calls",
    "logprobs",
    "top_logprobs",
    "n",
    "further_parameters",
    "stream",
    "result_format",
    "incremental_output",
};
static_assert(names.size() == size_t(Parameter::IncrementalOutput) + 1);

QByteArray nameOf(Parameter parameter)
{
    return names[size_t(parameter)];
}

std::optional<Parameter> parameterNamed(QByteArrayView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(Parameter(found - names.begin()));
}

} // namespace Slipway
