// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/call.h"
#include "app/modelstudio/catalog.h"
#include "app/modelstudio/deployment.h"
#include "app/modelstudio/jsonwriter.h"
#include "app/modelstudio/result.h"

#include <functional>

namespace Slipway {

class Client;

/// What a person asks for in a new deployment. Empty and unset fields are not sent. `plan` empty is the legacy request
/// of model_name and capacity only (deployments.md §4.2).
struct CreateRequest
{
    QString modelName;
    QString plan; ///< "", cu, mu, lora, ptu
    QString name;
    std::optional<qint64>
        capacity; ///< lora: the value is ignored by the service but must be present; 1 is sent if unset
    std::optional<qint64> prefillCapacity;
    std::optional<qint64> decodeCapacity;
    QString deploySpec;
    QString billingMethod; ///< mu: POST_PAY
    std::optional<bool> enableThinking;
    std::optional<qint64> maxContextLength;
    std::optional<qint64> rpmLimit;
    std::optional<qint64> tpmLimit;
    std::optional<PtuCapacity> ptuCapacity;
    QString suffix;
    bool operator==(const CreateRequest &) const = default;
};

/// Wanted capacity: units, or throughput for plan ptu.
struct ScaleRequest
{
    std::optional<qint64> capacity;
    std::optional<PtuCapacity> ptuCapacity;
    bool operator==(const ScaleRequest &) const = default;
};

/// Wanted limits; an unset one is left as it is. At least one is set.
struct LimitsRequest
{
    std::optional<qint64> rpmLimit;
    std::optional<qint64> tpmLimit;
    bool operator==(const LimitsRequest &) const = default;
};

/// The exact body that is sent, as UTF-8 JSON in the documents' key order.
QByteArray bodyOf(const CreateRequest &request, JsonLayout layout = JsonLayout::Compact);
QByteArray bodyOf(const ScaleRequest &request, JsonLayout layout = JsonLayout::Compact);
QByteArray bodyOf(const LimitsRequest &request, JsonLayout layout = JsonLayout::Compact);

/// All pages of one reading. `total` is what the service said.
struct DeploymentList
{
    QList<Deployment> deployments;
    qint64 total = 0;
    std::chrono::nanoseconds parsing{}; ///< the time it took to read what came
    bool isConsistent = true; ///< false where it changed whenever it was read: what it lacks may be there all the same
};

/// The management endpoints of the service, one function each: arguments in, a Result out (see Call for the promises).
/// Reads may be tried again by the client as retry.h says; mutations are sent once, ever.
class DeploymentsApi
{
public:
    template<typename T>
    using Done = std::function<void(Result<T>)>;

    explicit DeploymentsApi(Client *client);

    /// One small harmless read (one entry of the list) that tells whether host, key and workspace are good; answers the
    /// number of deployments. Tried once.
    Call *probe(QObject *owner, Done<Answer<qint64>> done);

    /// Every deployable model of one source, all pages; asks for version v1.0 and falls back to the legacy shape where
    /// the service refuses that (400).
    Call *catalog(ModelSource source, QObject *owner, Done<QList<CatalogModel>> done);

    /// Every deployment of the key's workspace. Page 1 first, then the rest, never more than six at once; an id that
    /// arrives twice because the list moved meanwhile is kept once. One failed page fails the whole; the first page is
    /// tried once, so that who polls hears of an outage at once.
    Call *list(QObject *owner, Done<DeploymentList> done);

    /// One deployment. Kind::NotFound once it is deleted.
    Call *get(const QString &deployedModel, QObject *owner, Done<Answer<Deployment>> done);

    Call *create(const CreateRequest &request, QObject *owner, Done<Answer<Deployment>> done);
    Call *scale(const QString &deployedModel, const ScaleRequest &request, QObject *owner,
                Done<Answer<Deployment>> done);
    Call *updateLimits(const QString &deployedModel, const LimitsRequest &request, QObject *owner,
                       Done<Answer<Deployment>> done);

    /// The answer may hold only some fields (deployments.md §4.7).
    Call *remove(const QString &deployedModel, QObject *owner, Done<Answer<Deployment>> done);

private:
    Client *m_client;
};

} // namespace Slipway
