// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/nativeevents.h"

#include "app/simulator/json.h"

#include <algorithm>

namespace Slipway::Simulator {

namespace {

Json usageOf(const Completion &completion, const Progress &progress)
{
    Json usage{{"total_tokens", completion.inputTokens + progress.tokens()},
               {"output_tokens", progress.tokens()},
               {"input_tokens", completion.inputTokens}};
    if (completion.thinks)
        usage["output_tokens_details"] = {{"reasoning_tokens", progress.reasoning}};
    return usage;
}

/// The usage of a streamed event has its own order of keys.
Json streamedUsageOf(const Completion &completion, const Progress &progress)
{
    Json usage{{"total_tokens", completion.inputTokens + progress.tokens()},
               {"input_tokens", completion.inputTokens},
               {"output_tokens", progress.tokens()}};
    if (completion.thinks)
        usage["output_tokens_details"] = {{"reasoning_tokens", progress.reasoning}};
    return usage;
}

QByteArray frame(qint64 number, const QByteArray &name, int status, const QByteArray &data)
{
    return "id:" + QByteArray::number(number) + "\nevent:" + name + "\n:HTTP_STATUS/" + QByteArray::number(status) +
           "\ndata:" + data + "\n\n";
}

/// Events a second beyond which a stream takes several tokens at once, and events in a stream that has no pace and
/// repeats its text every time.
constexpr double mostEventsPerSecond = 100;
constexpr qint64 mostRepetitions = 200;

qint64 batchOf(const Completion &completion, bool incremental, double tokensPerSecond)
{
    const auto paced = static_cast<qint64>(tokensPerSecond / mostEventsPerSecond);
    const qint64 unpaced = incremental ? 1 : completion.outputTokens() / mostRepetitions;
    return std::max<qint64>({1, paced, unpaced});
}

} // namespace

QByteArray nativeBody(const Completion &completion, bool messageFormat)
{
    const Progress all{completion.reasoning.size(), completion.content.size()};
    const std::string content = completion.content.prefix(all.content).toStdString();
    const std::string reason = completion.finishReason.toStdString();
    Json output{{"finish_reason", reason}, {"text", content}};
    if (messageFormat) {
        Json message{{"role", "assistant"}, {"content", content}};
        if (completion.thinks)
            message["reasoning_content"] = completion.reasoning.prefix(all.reasoning).toStdString();
        Json choices = Json::array();
        for (qint64 index = 0; index < completion.choices; ++index)
            choices.push_back({{"finish_reason", reason}, {"message", message}});
        output = Json{{"choices", choices}};
    }
    return bytesOf(Json{{"output", output},
                        {"usage", usageOf(completion, all.times(completion.choices))},
                        {"request_id", completion.requestId.toStdString()}});
}

QByteArray nativeErrorEvent(qint64 number, const Refusal &refusal, const QByteArray &requestId)
{
    return frame(number, "error", refusal.status, generationError(refusal, requestId));
}

NativeEvents::NativeEvents(Completion completion, bool messageFormat, bool incremental, double tokensPerSecond) :
    m_completion(std::move(completion)),
    m_messageFormat(messageFormat),
    m_incremental(incremental),
    m_batch(batchOf(m_completion, incremental, tokensPerSecond))
{
}

qint64 NativeEvents::step() const
{
    constexpr qint64 careful = 4;
    return m_incremental || m_progress.tokens() < careful ? m_batch : std::max(m_batch, careful);
}

std::optional<QByteArray> NativeEvents::next()
{
    if (m_done)
        return std::nullopt;
    const Progress before = m_progress;
    m_done = ending();
    if (!m_done)
        m_progress.advance(m_completion, step());
    return event(before, m_done);
}

QByteArray NativeEvents::event(const Progress &before, bool last)
{
    const Progress from = m_incremental ? before : Progress{};
    const std::string content = m_completion.content.slice(from.content, m_progress.content).toStdString();
    const std::string reason = last ? m_completion.finishReason.toStdString() : "null";
    Json output{{"finish_reason", reason}, {"text", content}};
    if (m_messageFormat) {
        Json message{{"content", content}};
        if (m_completion.thinks)
            message["reasoning_content"] =
                m_completion.reasoning.slice(from.reasoning, m_progress.reasoning).toStdString();
        message["role"] = "assistant";
        output = Json{{"choices", Json::array({Json{{"message", message}, {"finish_reason", reason}}})}};
    }
    return frame(++m_number, "result", 200,
                 bytesOf(Json{{"output", output},
                              {"usage", streamedUsageOf(m_completion, m_progress)},
                              {"request_id", m_completion.requestId.toStdString()}}));
}

QByteArray NativeEvents::error(const Refusal &refusal)
{
    m_done = true;
    return nativeErrorEvent(++m_number, refusal, m_completion.requestId);
}

} // namespace Slipway::Simulator
