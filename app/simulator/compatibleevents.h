// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/completion.h"
#include "app/simulator/eventsource.h"

namespace Slipway::Simulator {

/// {"error": {…}, "request_id": …}
QByteArray compatibleError(const Refusal &refusal, const QByteArray &requestId);

/// The body of a whole reply (inference.md §4.1).
QByteArray compatibleBody(const Completion &completion);

/// A stream of chat.completion.chunk objects (§4.2): a space after `data:`, null while generating, always incremental,
/// usage only on request, `[DONE]` at the end.
class CompatibleEvents : public EventSource
{
public:
    CompatibleEvents(Completion completion, bool includeUsage, double tokensPerSecond);

    std::optional<QByteArray> next() override;
    bool ending() const override { return m_stage != Stage::Role && m_progress.complete(m_completion); }
    qint64 tokens() const override { return m_progress.tokens(); }
    QByteArray error(const Refusal &refusal) override;

private:
    enum class Stage { Role, Text, Usage, Done, Over };

    QByteArray role();
    QByteArray text();
    QByteArray stop();
    QByteArray usage();

    Completion m_completion;
    bool m_includeUsage;
    qint64 m_batch;
    Progress m_progress;
    Stage m_stage = Stage::Role;
};

} // namespace Slipway::Simulator
