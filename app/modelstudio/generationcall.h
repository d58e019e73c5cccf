// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/eventcount.h"
#include "app/modelstudio/eventstream.h"
#include "app/modelstudio/generationchunk.h"
#include "app/modelstudio/generationmemory.h"
#include "app/modelstudio/json.h"
#include "app/modelstudio/pendingcall.h"
#include "app/modelstudio/textgrowth.h"

namespace Slipway {

/// One completion under way: events in, additions out, until the final event came or the stream broke.
class GenerationCall final : public PendingAnswer<GenerationEnd>
{
    Q_OBJECT
public:
    GenerationCall(Client *client, const GenerationRequest &request, QObject *owner, GenerationApi::OnDelta onDelta,
                   GenerationApi::OnUsage onUsage, GenerationApi::Done done);

    /// Allows it to ask once over the other protocol, where `memory` has no fixed one.
    void mayTurn(std::shared_ptr<GenerationMemory> memory, GenerationApi::OnTurn onTurn);

private:
    void ask();
    bool shouldTurn() const;
    void turn();
    void takeBytes(const Reply &head, const QByteArray &bytes);
    void takeWhole(const Reply &reply);
    void takeEnd(const Result<Reply> &result);
    void takeEvents(const QList<ServerEvent> &events);
    void takeEvent(const ServerEvent &event);
    void takeObject(const Json &object);
    void takeFault(const Json &object, int status);
    void fail(Error::Kind kind, const QString &detail);
    bool hasEnd() const { return !m_end.finishReason.isEmpty(); }
    bool isOver() const { return m_error || m_isDone; }
    bool handOut();
    void conclude();

    GenerationRequest m_request;
    std::shared_ptr<GenerationMemory> m_memory; ///< only where it may turn
    bool m_hasTurned = false;
    GenerationApi::OnTurn m_onTurn;
    GenerationApi::OnDelta m_onDelta;
    GenerationApi::OnUsage m_onUsage;
    EventStream m_events;
    EventCount m_count;
    bool m_hasGap = false;
    TextGrowth m_content;
    TextGrowth m_reasoning;
    QTimer m_grace; ///< for what may follow the final event, and for the end of the connection
    Reply m_head;
    GenerationDelta m_delta; ///< not handed out yet
    bool m_hasNewUsage = false;
    qsizetype m_received = 0;
    GenerationEnd m_end;
    std::optional<Error> m_error;
    bool m_isDone = false; ///< the stream said so
};

} // namespace Slipway
