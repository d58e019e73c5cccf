// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentlisting.h"

#include "app/modelstudio/deploymentanswers.h"
#include "app/modelstudio/pagedcall.h"

namespace Slipway {

static constexpr int pageSize = 100; // the most that the service gives at once

static Request pageOf(const Client *client, int number)
{
    Request request{.verb = Verb::Get,
                    .url = urlBelow(client->endpoint().nativeRoot, {QStringLiteral("deployments")},
                                    {{QStringLiteral("page_no"), QString::number(number)},
                                     {QStringLiteral("page_size"), QString::number(pageSize)}}),
                    .deadline = client->patience().read};
    request.mayBeTriedAgain = number > 1;
    return request;
}

DeploymentListing::DeploymentListing(Client *client) : m_client(client), m_reader(std::make_shared<DeploymentReader>())
{
}

Call *DeploymentListing::ask(QObject *owner, DeploymentsApi::Done<DeploymentList> done, const KnownDeployments &known)
{
    PagedRequest<Deployment> request{
        .page = [client = m_client](int number) { return pageOf(client, number); },
        .read = [reader = m_reader, known](const Reply &reply) { return readDeploymentPage(reply, *reader, known); },
        .idOf = &Deployment::deployedModel};
    return new PagedCall<Deployment>(m_client, std::move(request), owner,
                                     [done = std::move(done)](Result<PagedItems<Deployment>> result) {
                                         if (!result) {
                                             done(result.error());
                                             return;
                                         }
                                         auto all = std::move(result).value();
                                         done(DeploymentList{.deployments = std::move(all.items),
                                                             .total = all.total,
                                                             .parsing = all.parsing,
                                                             .isConsistent = all.isConsistent});
                                     });
}

} // namespace Slipway
