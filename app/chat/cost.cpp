// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/cost.h"

#include <cmath>

namespace Slipway {

std::optional<double> yuanFor(const Usage &usage, const TokenRate &rate)
{
    if (!usage.inputTokens || !usage.outputTokens)
        return std::nullopt;
    const bool thought = usage.reasoningTokens.value_or(0) > 0;
    const double output = thought ? rate.thinking.value_or(rate.output) : rate.output;
    return (double(*usage.inputTokens) * rate.input + double(*usage.outputTokens) * output) / 1000;
}

qint64 estimatedTokens(QStringView text)
{
    constexpr char16_t firstWide = 0x2E80; // where Chinese, Japanese and Korean begin
    qint64 wide = 0;
    for (const QChar each : text)
        wide += each.unicode() >= firstWide ? 1 : 0;
    return qint64(std::ceil(double(wide) / 1.5 + double(text.size() - wide) / 4));
}

} // namespace Slipway
