// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any body as the answer to every call about deployments: a value that names what it must, or an error that says it.
#include "app/modelstudio/deploymentanswers.h"
#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/overlay.h"
#include "app/modelstudio/thinnedpage.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

const QString askedFor = QStringLiteral("qwen-plus-2025-12-01-7c41e09a");

template<typename T>
void requireAnswer(const Result<T> &result)
{
    if (result)
        return;
    FUZZ_REQUIRE(result.error().kind == Error::Kind::BadReply);
    FUZZ_REQUIRE(result.error().sent);
    FUZZ_REQUIRE(mayHaveHappened(result.error())); // a create that was answered with rubbish may have been carried out
}

void requireDeployment(const Deployment &deployment, qsizetype bodySize)
{
    FUZZ_REQUIRE(!deployment.deployedModel.isEmpty());
    FUZZ_REQUIRE(deployment.source.size() <= 3 * bodySize);
    Deployment again = overlaid(deployment, deployment);
    again.source = deployment.source; // blanks and repeated members go when two texts become one
    FUZZ_REQUIRE(again == deployment);
    for (const QDateTime &time : {deployment.created, deployment.modified})
        FUZZ_REQUIRE(!time.isValid() || time.timeSpec() == Qt::UTC);
}

void readAnswers(const Reply &reply)
{
    const auto changed = readChanged(reply);
    requireAnswer(changed);
    if (changed)
        requireDeployment(changed->value, reply.body.size());
    const auto one = readOne(reply, askedFor);
    requireAnswer(one);
    if (one)
        FUZZ_REQUIRE(one->value.deployedModel == askedFor);
    const auto removed = readRemoved(reply, askedFor);
    requireAnswer(removed);
    if (removed)
        FUZZ_REQUIRE(!removed->value.deployedModel.isEmpty());
}

/// What is known is not read again, and makes no difference.
void readAgain(const Reply &reply, const QList<Deployment> &before)
{
    KnownDeployments known{before, {}};
    for (int row = 0; row < before.size(); row += 2)
        known.rowOf.insert(before.at(row).deployedModel, row);
    DeploymentReader reader;
    const auto page = readDeploymentPage(reply, reader, known);
    FUZZ_REQUIRE(page && page->items == before);
    for (qsizetype item = 0; item < before.size(); ++item)
        FUZZ_REQUIRE(page->items.at(item).deployedModel == before.at(item).deployedModel);
}

void readPages(const Reply &reply)
{
    DeploymentReader reader;
    const auto page = readDeploymentPage(reply, reader, {});
    requireAnswer(page);
    if (page)
        readAgain(reply, page->items);
    const auto total = readTotal(reply);
    requireAnswer(total);
    if (page) {
        FUZZ_REQUIRE(total);
        for (const Deployment &deployment : page->items)
            requireDeployment(deployment, reply.body.size());
    }
    for (const ModelSource source : {ModelSource::Base, ModelSource::Custom}) {
        const auto models = readCatalogPage(reply, source);
        requireAnswer(models);
        for (const CatalogModel &model : models ? models->items : QList<CatalogModel>())
            FUZZ_REQUIRE(!model.modelName.isEmpty());
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Reply reply{.status = 200, .contentType = "application/json", .body = Fuzz::bytesOf(data, size)};
    readAnswers(reply);
    readPages(reply);
    return 0;
}
