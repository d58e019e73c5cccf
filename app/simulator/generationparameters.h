// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/json.h"
#include "app/simulator/models.h"
#include "app/simulator/quirks.h"
#include "app/simulator/refusal.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Slipway::Simulator {

/// The parameters of one completion that change what a simulated reply looks like; all others are only checked.
struct GenerationParameters
{
    bool stream = false;
    bool messageFormat = false; ///< native: result_format
    bool incremental = false;   ///< native: incremental_output
    bool thinking = false;
    bool includeUsage = false; ///< OpenAI: stream_options.include_usage
    std::optional<qint64> maxTokens;
    qint64 choices = 1; ///< n; of a whole reply only, because no document shows a stream of several
    QList<QByteArray> stops;
};

/// What the defaults depend on.
struct GenerationDefaults
{
    const ModelInfo *model = nullptr; ///< nullptr: a model that no catalog knows
    QString deployedModel;
    bool thinking = false; ///< what the deployment was created with
};

constexpr qint64 longestReply = 32'768;

/// Checks the numbers of inference.md §3.2 and `stop`; checkForms and the functions below check what else there has a
/// documented rule. Not checked are the flags that change no reply here, enable_search with its options, and what
/// depends on the model alone. `stream` of `parameters` is set by the caller. Both APIs have the same ranges, and the
/// same words for all but `seed`.
Check readRanges(const Json &object, Dialect dialect, GenerationParameters &parameters);

/// Native: result_format, incremental_output, enable_thinking and what they demand of each other.
Check readNativeForm(const Json &object, const GenerationDefaults &defaults, GenerationParameters &parameters);

/// enable_thinking and thinking_budget alone, as the OpenAI-compatible API has them.
Check readThinking(const Json &object, const GenerationDefaults &defaults, GenerationParameters &parameters);

} // namespace Slipway::Simulator
