// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/readroutes.h"

namespace Slipway::Simulator {

Reply list(const Exchange &exchange)
{
    const auto number = numberItem(exchange.item(QStringLiteral("page_no")), 1, 1, 1'000'000'000);
    const auto size = numberItem(exchange.item(QStringLiteral("page_size")), 50, 1, 200);
    if (!number || !size)
        return refused(Refuse::required(number ? QStringLiteral("page_size") : QStringLiteral("page_no")),
                       exchange.requestId);
    const World::Page page = exchange.world.page(*number, *size, exchange.item(QStringLiteral("plan")));
    Reply reply;
    // Joined by hand from the rows that the world keeps: a poll of a large fleet must not write every object anew.
    reply.body = "{\"request_id\":\"" + exchange.requestId +
                 "\",\"output\":{\"page_no\":" + QByteArray::number(*number) +
                 ",\"page_size\":" + QByteArray::number(*size) + ",\"total\":" + QByteArray::number(page.total) +
                 ",\"deployments\":[" + page.rows.join(',') + "]}}";
    return reply;
}

Reply get(const Exchange &exchange)
{
    if (const DeployedModel *found = exchange.world.find(exchange.id))
        return succeeded(exchange.requestId, jsonOf(*found, Times::Whole));
    const bool existed = exchange.world.wasDeleted(exchange.id);
    return refused(existed ? Refuse::gone() : Refuse::unknown(exchange.id), exchange.requestId);
}

} // namespace Slipway::Simulator
