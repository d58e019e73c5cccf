// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/reply.h"

namespace Slipway::Simulator {

Reply succeeded(const QByteArray &requestId, Json output)
{
    Reply reply;
    reply.body = bytesOf(Json{{"request_id", requestId.toStdString()}, {"output", std::move(output)}});
    return reply;
}

Reply refused(const Refusal &refusal, const QByteArray &requestId)
{
    Reply reply;
    reply.status = refusal.status;
    reply.body = managementError(refusal, requestId);
    return reply;
}

} // namespace Slipway::Simulator
