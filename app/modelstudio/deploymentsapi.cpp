// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentsapi.h"

#include "app/modelstudio/changerequests.h"
#include "app/modelstudio/deploymentanswers.h"
#include "app/modelstudio/deploymentlisting.h"
#include "app/modelstudio/pagedcall.h"

namespace Slipway {

namespace {

constexpr int pageSize = 100; // what every source allows
const QString deployments = QStringLiteral("deployments");

using Query = QList<std::pair<QString, QString>>;

Query pageQuery(int number, int size)
{
    return {{QStringLiteral("page_no"), QString::number(number)}, {QStringLiteral("page_size"), QString::number(size)}};
}

Request readOf(const Client *client, const QStringList &segments, const Query &query = {})
{
    return {.verb = Verb::Get,
            .url = urlBelow(client->endpoint().nativeRoot, segments, query),
            .deadline = client->patience().read};
}

/// A change with the time it may take; `fault` names the field without which there is nothing to ask for.
Request patiently(const Client *client, Request change, const QString &fault = {})
{
    change.deadline = change.verb == Verb::Post ? client->patience().create : client->patience().change;
    change.fault = fault;
    return change;
}

} // namespace

DeploymentsApi::DeploymentsApi(Client *client) : m_client(client) {}

Call *DeploymentsApi::probe(QObject *owner, Done<Answer<qint64>> done)
{
    Request request = readOf(m_client, {deployments}, pageQuery(1, 1));
    request.mayBeTriedAgain = false;
    return new SingleCall<Answer<qint64>>(m_client, request, owner, std::move(done), readTotal);
}

Call *DeploymentsApi::catalog(ModelSource source, QObject *owner, Done<QList<CatalogModel>> done)
{
    const QString sourceName = source == ModelSource::Base ? QStringLiteral("base") : QStringLiteral("custom");
    const auto legacy = [client = m_client, sourceName](int number) {
        const Query query = pageQuery(number, pageSize) + Query{{QStringLiteral("model_source"), sourceName}};
        return readOf(client, {deployments, QStringLiteral("models")}, query);
    };
    const auto versioned = [client = m_client, sourceName](int number) {
        const Query query = pageQuery(number, pageSize) + Query{{QStringLiteral("model_source"), sourceName},
                                                                {QStringLiteral("version"), QStringLiteral("v1.0")}};
        return readOf(client, {deployments, QStringLiteral("models")}, query);
    };
    PagedRequest<CatalogModel> request{.page = versioned,
                                       .read = [source](const Reply &reply) { return readCatalogPage(reply, source); },
                                       .idOf = &CatalogModel::modelName,
                                       .fallback = legacy};
    return new PagedCall<CatalogModel>(
        m_client, std::move(request), owner, [done = std::move(done)](Result<PagedItems<CatalogModel>> result) {
            done(result ? Result(std::move(result).value().items) : Result<QList<CatalogModel>>(result.error()));
        });
}

Call *DeploymentsApi::list(QObject *owner, Done<DeploymentList> done)
{
    return DeploymentListing(m_client).ask(owner, std::move(done), {});
}

Call *DeploymentsApi::get(const QString &deployedModel, QObject *owner, Done<Answer<Deployment>> done)
{
    return new SingleCall<Answer<Deployment>>(
        m_client, readOf(m_client, {deployments, deployedModel}), owner, std::move(done),
        [deployedModel](const Reply &reply) { return readOne(reply, deployedModel); });
}

Call *DeploymentsApi::create(const CreateRequest &request, QObject *owner, Done<Answer<Deployment>> done)
{
    const Request change = patiently(m_client, ChangeRequests::create(m_client->endpoint().nativeRoot, bodyOf(request)),
                                     request.modelName.isEmpty() ? QStringLiteral("model_name") : QString());
    return new SingleCall<Answer<Deployment>>(m_client, change, owner, std::move(done), readChanged);
}

Call *DeploymentsApi::scale(const QString &deployedModel, const ScaleRequest &request, QObject *owner,
                            Done<Answer<Deployment>> done)
{
    const bool isEmpty = !request.capacity && !request.ptuCapacity;
    const Request change =
        patiently(m_client, ChangeRequests::scale(m_client->endpoint().nativeRoot, deployedModel, bodyOf(request)),
                  isEmpty ? QStringLiteral("capacity") : QString());
    return new SingleCall<Answer<Deployment>>(m_client, change, owner, std::move(done), readChanged);
}

Call *DeploymentsApi::updateLimits(const QString &deployedModel, const LimitsRequest &request, QObject *owner,
                                   Done<Answer<Deployment>> done)
{
    const bool isEmpty = !request.rpmLimit && !request.tpmLimit;
    const Request change = patiently(
        m_client, ChangeRequests::updateLimits(m_client->endpoint().nativeRoot, deployedModel, bodyOf(request)),
        isEmpty ? QStringLiteral("rpm_limit") : QString());
    return new SingleCall<Answer<Deployment>>(m_client, change, owner, std::move(done), readChanged);
}

Call *DeploymentsApi::remove(const QString &deployedModel, QObject *owner, Done<Answer<Deployment>> done)
{
    return new SingleCall<Answer<Deployment>>(
        m_client, patiently(m_client, ChangeRequests::remove(m_client->endpoint().nativeRoot, deployedModel)), owner,
        std::move(done), [deployedModel](const Reply &reply) { return readRemoved(reply, deployedModel); });
}

} // namespace Slipway
