// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/tokens.h"

#include <QByteArray>

namespace Slipway::Simulator {

/// A finished reply before it is sent: what is thought, what is said, and how it ends.
struct Completion
{
    TokenText reasoning;
    TokenText content;
    QByteArray finishReason = "stop"; ///< stop or length
    qint64 inputTokens = 0;
    qint64 choices = 1;  ///< how often a whole reply says it
    bool thinks = false; ///< the reply has reasoning_content, even an empty one
    QByteArray model;
    QByteArray requestId;
    qint64 created = 0; ///< seconds since the epoch

    qint64 outputTokens() const { return reasoning.size() + content.size(); }
};

/// How far a reply has been sent, in tokens; a step never holds both thinking and speaking.
struct Progress
{
    qint64 reasoning = 0;
    qint64 content = 0;

    qint64 tokens() const { return reasoning + content; }
    Progress times(qint64 choices) const { return {reasoning * choices, content * choices}; }
    bool complete(const Completion &completion) const
    {
        return reasoning == completion.reasoning.size() && content == completion.content.size();
    }
    void advance(const Completion &completion, qint64 step)
    {
        if (reasoning < completion.reasoning.size())
            reasoning = qMin(reasoning + step, completion.reasoning.size());
        else
            content = qMin(content + step, completion.content.size());
    }
};

} // namespace Slipway::Simulator
