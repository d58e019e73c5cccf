// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/compatibleevents.h"

#include "app/simulator/json.h"

#include <algorithm>
#include <array>

namespace Slipway::Simulator {

namespace {

struct CompatibleCode
{
    const char *native;
    const char *code;
    const char *type;
    const char *message; ///< nullptr: the native one
};

constexpr std::array codes{
    CompatibleCode{"InvalidParameter", "invalid_parameter_error", "invalid_request_error", nullptr},
    CompatibleCode{"InvalidParameter.NotSupportEnableThinking", "invalid_parameter_error", "invalid_request_error",
                   nullptr},
    CompatibleCode{"ServiceUnavailableError", "invalid_parameter_error", "invalid_request_error", nullptr},
    CompatibleCode{"missing_required_parameter", "missing_required_parameter", "invalid_request_error", nullptr},
    CompatibleCode{"invalid_value", "invalid_value", "invalid_request_error", nullptr},
    CompatibleCode{"InvalidApiKey", "invalid_api_key", "invalid_request_error",
                   "Incorrect API key provided. For details, see: "
                   "https://help.aliyun.com/zh/model-studio/error-code#apikey-error"},
    CompatibleCode{"ModelNotFound", "model_not_found", "invalid_request_error", nullptr},
    CompatibleCode{"Throttling.RateQuota", "limit_requests", "limit_requests", nullptr},
    CompatibleCode{"Throttling.AllocationQuota", "insufficient_quota", "insufficient_quota",
                   "You exceeded your current quota, please check your plan and billing details."},
    CompatibleCode{"Throttling.BurstRate", "limit_burst_rate", "limit_burst_rate", nullptr},
    CompatibleCode{"DataInspectionFailed", "data_inspection_failed", "data_inspection_failed", nullptr},
    CompatibleCode{"AccessDenied", "access_denied", "access_denied", nullptr},
    CompatibleCode{"InternalError", "internal_error", "internal_error", nullptr},
};

/// What every chunk begins and ends with: choices, object, usage, created, system_fingerprint, model, id.
QByteArray chunk(const Completion &completion, const Json &choices, const Json &usage)
{
    return "data: " +
           bytesOf(Json{{"choices", choices},
                        {"object", "chat.completion.chunk"},
                        {"usage", usage},
                        {"created", completion.created},
                        {"system_fingerprint", nullptr},
                        {"model", completion.model.toStdString()},
                        {"id", "chatcmpl-" + completion.requestId.toStdString()}}) +
           "\n\n";
}

Json usageOf(const Completion &completion, const Progress &progress)
{
    Json usage{{"prompt_tokens", completion.inputTokens},
               {"completion_tokens", progress.tokens()},
               {"total_tokens", completion.inputTokens + progress.tokens()}};
    if (completion.thinks)
        usage["completion_tokens_details"] = {{"reasoning_tokens", progress.reasoning}};
    return usage;
}

Json one(const Json &object)
{
    return Json::array({object});
}

} // namespace

QByteArray compatibleError(const Refusal &refusal, const QByteArray &requestId)
{
    std::string code = utf8(refusal.code);
    std::string type = code;
    std::string message = utf8(refusal.message);
    for (const CompatibleCode &each : codes) {
        if (code != each.native)
            continue;
        code = each.code;
        type = each.type;
        message = each.message ? each.message : message;
        break;
    }
    const Json error{{"message", message}, {"type", type}, {"param", nullptr}, {"code", code}};
    return bytesOf(Json{{"error", error}, {"request_id", requestId.toStdString()}});
}

QByteArray compatibleBody(const Completion &completion)
{
    const Progress all{completion.reasoning.size(), completion.content.size()};
    Json message{{"role", "assistant"}, {"content", completion.content.prefix(all.content).toStdString()}};
    if (completion.thinks)
        message["reasoning_content"] = completion.reasoning.prefix(all.reasoning).toStdString();
    Json choices = Json::array();
    for (qint64 index = 0; index < completion.choices; ++index)
        choices.push_back({{"message", message},
                           {"finish_reason", completion.finishReason.toStdString()},
                           {"index", index},
                           {"logprobs", nullptr}});
    Json usage = usageOf(completion, all.times(completion.choices));
    usage["prompt_tokens_details"] = {{"cached_tokens", 0}};
    return bytesOf(Json{{"choices", choices},
                        {"object", "chat.completion"},
                        {"usage", usage},
                        {"created", completion.created},
                        {"system_fingerprint", nullptr},
                        {"model", completion.model.toStdString()},
                        {"id", "chatcmpl-" + completion.requestId.toStdString()}});
}

CompatibleEvents::CompatibleEvents(Completion completion, bool includeUsage, double tokensPerSecond) :
    m_completion(std::move(completion)),
    m_includeUsage(includeUsage),
    m_batch(std::max<qint64>(1, static_cast<qint64>(tokensPerSecond / 100)))
{
}

std::optional<QByteArray> CompatibleEvents::next()
{
    switch (m_stage) {
    case Stage::Role:
        m_stage = Stage::Text;
        return role();
    case Stage::Text:
        if (!ending())
            return text();
        m_stage = m_includeUsage ? Stage::Usage : Stage::Done;
        return stop();
    case Stage::Usage:
        m_stage = Stage::Done;
        return usage();
    case Stage::Done:
        m_stage = Stage::Over;
        return QByteArrayLiteral("data: [DONE]\n\n");
    case Stage::Over:
        break;
    }
    return std::nullopt;
}

QByteArray CompatibleEvents::role()
{
    Json delta{{"content", ""}, {"role", "assistant"}};
    if (m_completion.thinks)
        delta = {{"content", nullptr}, {"role", "assistant"}, {"reasoning_content", ""}};
    return chunk(m_completion, one({{"delta", delta}, {"index", 0}, {"logprobs", nullptr}, {"finish_reason", nullptr}}),
                 nullptr);
}

QByteArray CompatibleEvents::text()
{
    const Progress before = m_progress;
    m_progress.advance(m_completion, m_batch);
    Json delta{{"content", m_completion.content.slice(before.content, m_progress.content).toStdString()}};
    if (m_progress.reasoning > before.reasoning)
        delta = {
            {"content", nullptr},
            {"reasoning_content", m_completion.reasoning.slice(before.reasoning, m_progress.reasoning).toStdString()}};
    else if (m_completion.thinks)
        delta["reasoning_content"] = nullptr;
    return chunk(m_completion, one({{"finish_reason", nullptr}, {"delta", delta}, {"index", 0}, {"logprobs", nullptr}}),
                 nullptr);
}

QByteArray CompatibleEvents::stop()
{
    Json delta{{"content", ""}};
    if (m_completion.thinks)
        delta["reasoning_content"] = nullptr;
    return chunk(m_completion,
                 one({{"finish_reason", m_completion.finishReason.toStdString()},
                      {"delta", delta},
                      {"index", 0},
                      {"logprobs", nullptr}}),
                 nullptr);
}

QByteArray CompatibleEvents::usage()
{
    return chunk(m_completion, Json::array(), usageOf(m_completion, m_progress));
}

QByteArray CompatibleEvents::error(const Refusal &refusal)
{
    m_stage = Stage::Over;
    return "data: " + compatibleError(refusal, m_completion.requestId) + "\n\n";
}

} // namespace Slipway::Simulator
