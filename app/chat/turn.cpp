// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn.h"

#include "app/chat/cost.h"

#include <algorithm>

namespace Slipway {

bool isEstimate(const Turn &turn)
{
    return turn.state == Turn::State::Stopped || turn.state == Turn::State::Cut;
}

void estimateMissing(Turn &turn)
{
    if (!isEstimate(turn))
        return;
    if (!turn.usage.outputTokens)
        turn.usage.outputTokens = estimatedTokens(turn.content) + estimatedTokens(turn.reasoning);
    if (!turn.usage.reasoningTokens && !turn.reasoning.isEmpty())
        turn.usage.reasoningTokens = estimatedTokens(turn.reasoning);
}

void countThinking(Turn &turn, std::chrono::milliseconds sinceSent)
{
    if (turn.firstToken && turn.content.isEmpty() && !turn.reasoning.isEmpty())
        turn.thinking = sinceSent - *turn.firstToken;
}

Turn asOf(const QDateTime &now, Turn turn)
{
    if (turn.state == Turn::State::Waiting || turn.state == Turn::State::Streaming)
        turn.duration = std::max(turn.duration.value_or(std::chrono::milliseconds(0)),
                                 std::chrono::milliseconds(turn.at.msecsTo(now)));
    return turn;
}

std::optional<double> tokensPerSecond(const Turn &turn)
{
    if (!turn.usage.outputTokens || !turn.firstToken || !turn.duration)
        return std::nullopt;
    const std::chrono::milliseconds writing = *turn.duration - *turn.firstToken;
    if (writing <= std::chrono::milliseconds(0) || *turn.usage.outputTokens <= 0)
        return std::nullopt;
    return double(*turn.usage.outputTokens) * 1000.0 / double(writing.count());
}

} // namespace Slipway
