// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/deploymentanswers.h"

#include "app/modelstudio/catalogreader.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/envelope.h"
#include "app/modelstudio/thinnedpage.h"

namespace Slipway {

namespace {

Answer<Deployment> answerOf(Deployment deployment, const Envelope &envelope, const Reply &reply)
{
    return {.value = std::move(deployment), .requestId = envelope.requestId, .httpStatus = reply.status};
}

/// The items of one page; `read` turns one JSON object into an item, or nothing where it is none.
template<typename T, typename Read>
Result<Page<T>> readPage(const Reply &reply, const char *arrayName, Read read)
{
    const auto envelope = openEnvelope(reply);
    if (!envelope)
        return envelope.error();
    const Json array = envelope->output[arrayName];
    if (!array.isArray())
        return badReply(reply, QString::fromLatin1(arrayName));
    Page<T> page{.total = envelope->output["total"].integer()};
    const QList<Json> items = array.items();
    page.items.reserve(items.size());
    for (const Json &object : items) {
        auto item = read(object);
        if (!item)
            return badReply(reply, QString::fromLatin1(arrayName));
        page.items.append(std::move(*item));
    }
    return page;
}

/// Reads only what is not known. Nothing where the page is not what it looked like: then all of it is to be read.
std::optional<Page<Deployment>> readThinned(const Reply &reply, DeploymentReader &reader, const KnownDeployments &known)
{
    const auto thin = thinned(reply.body, known);
    if (!thin)
        return std::nullopt;
    Reply rest = reply;
    rest.body = thin->body;
    qsizetype next = 0;
    auto page = readPage<Deployment>(rest, "deployments", [&](const Json &item) -> std::optional<Deployment> {
        if (item.isObject())
            return reader.read(item);
        return next < thin->known.size() ? std::optional(known.deployments.at(thin->known.at(next++))) : std::nullopt;
    });
    const bool fits = page && next == thin->known.size() && page->items.size() == thin->items;
    return fits ? std::optional(std::move(page).value()) : std::nullopt;
}

} // namespace

Result<Answer<Deployment>> readChanged(const Reply &reply)
{
    const auto envelope = openEnvelope(reply);
    if (!envelope)
        return envelope.error();
    auto deployment = DeploymentReader().read(envelope->output);
    if (!deployment)
        return badReply(reply, QStringLiteral("deployed_model"));
    return answerOf(std::move(*deployment), *envelope, reply);
}

Result<Answer<Deployment>> readOne(const Reply &reply, const QString &deployedModel)
{
    const auto envelope = openEnvelope(reply);
    if (!envelope)
        return envelope.error();
    const Json wrapped = envelope->output["deployments"];
    for (const Json &object : wrapped.isArray() ? wrapped.items() : QList{envelope->output}) {
        auto deployment = DeploymentReader().read(object);
        if (deployment && deployment->deployedModel == deployedModel)
            return answerOf(std::move(*deployment), *envelope, reply);
    }
    return badReply(reply, QStringLiteral("deployed_model"));
}

/// The shape of a refusal, whatever the HTTP status says.
static bool tellsOfAnError(const Envelope &envelope)
{
    const QString code = errorFrom(envelope.output).code;
    return envelope.isWhole && !code.isEmpty() && code != QLatin1StringView("200");
}

Result<Answer<Deployment>> readRemoved(const Reply &reply, const QString &deployedModel)
{
    const auto envelope = openEnvelope(reply);
    if (!envelope)
        return envelope.error();
    if (tellsOfAnError(*envelope))
        return badReply(reply, QStringLiteral("code"));
    Deployment removed{.deployedModel = deployedModel};
    if (auto deployment = DeploymentReader().readAs(envelope->output, deployedModel))
        removed = std::move(*deployment);
    return answerOf(std::move(removed), *envelope, reply);
}

Result<Page<Deployment>> readDeploymentPage(const Reply &reply, DeploymentReader &reader, const KnownDeployments &known)
{
    if (auto page = readThinned(reply, reader, known))
        return *std::move(page);
    return readPage<Deployment>(reply, "deployments", [&reader](const Json &object) { return reader.read(object); });
}

Result<Page<CatalogModel>> readCatalogPage(const Reply &reply, ModelSource source)
{
    return readPage<CatalogModel>(reply, "models",
                                  [source](const Json &object) { return readCatalogModel(object, source); });
}

Result<Answer<qint64>> readTotal(const Reply &reply)
{
    const auto envelope = openEnvelope(reply);
    if (!envelope)
        return envelope.error();
    const Json array = envelope->output["deployments"];
    if (!array.isArray())
        return badReply(reply, QStringLiteral("deployments"));
    const qint64 total = envelope->output["total"].integer().value_or(array.items().size());
    return Answer<qint64>{.value = total, .requestId = envelope->requestId, .httpStatus = reply.status};
}

} // namespace Slipway
