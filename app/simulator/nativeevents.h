// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/completion.h"
#include "app/simulator/eventsource.h"

namespace Slipway::Simulator {

/// The body of a whole native reply (inference.md §3.3).
QByteArray nativeBody(const Completion &completion, bool messageFormat);

/// One event that says that the reply failed.
QByteArray nativeErrorEvent(qint64 number, const Refusal &refusal, const QByteArray &requestId);

/// A native stream (inference.md §3.4): comment status line, no space after the colon, "null" while generating.
/// Incremental: one token an event, and an empty event at the end. Cumulative: one token in each of the first four
/// events and four after, and the whole text again at the end. Fast streams take more at once.
class NativeEvents : public EventSource
{
public:
    NativeEvents(Completion completion, bool messageFormat, bool incremental, double tokensPerSecond);

    std::optional<QByteArray> next() override;
    bool ending() const override { return m_progress.complete(m_completion); }
    qint64 tokens() const override { return m_progress.tokens(); }
    QByteArray error(const Refusal &refusal) override;

private:
    QByteArray event(const Progress &before, bool last);
    qint64 step() const;

    Completion m_completion;
    bool m_messageFormat;
    bool m_incremental;
    qint64 m_batch; ///< least tokens an event
    Progress m_progress;
    qint64 m_number = 0;
    bool m_done = false;
};

} // namespace Slipway::Simulator
