// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentsapi.h"

namespace Slipway {

/// What a request may hold, checked before anything is sent (deployments.md §4.2, 4.5, 4.6). Pure functions: values in,
/// findings out, in the order of the fields on screen. The words for people are ui/fleet/problemtext.
enum class RequestField {
    Model,
    Plan,
    Template,
    Capacity,
    PrefillCapacity,
    DecodeCapacity,
    InputTpm,
    OutputTpm,
    ThinkingOutputTpm,
    Name,
    Suffix,
    ContextLength,
    RpmLimit,
    TpmLimit,
};

enum class Problem {
    // these keep a request from being sent
    Missing,
    NotANumber,
    NotPositive,
    Negative,
    TooLarge,
    OffStep,
    TooLong,
    BadCharacters,
    PrePaid,      ///< a template that is bought for months, which no request can do
    NotOffered,   ///< the catalog does not list it for this model
    NothingAsked, ///< neither limit is given
    Unchanged,    ///< exactly what the deployment has already
    CannotScale,  ///< plan lora
    CannotLimit,  ///< any plan but mu
    // these are worth saying; the service decides
    NothingServes,     ///< capacity 0: within the service's rule, but no unit is left to answer
    BelowSmallest,     ///< below the smallest throughput known
    OffThroughputStep, ///< no multiple of the smallest throughput known
    MixedDirections,   ///< one throughput grows while another shrinks
    ChangeUnderWay,    ///< the deployment is changing already
    NotRunning,
    SuffixWanted, ///< the model has a deployment already, and no suffix is given
};

bool refuses(Problem problem);

struct Finding
{
    RequestField field = RequestField::Model;
    Problem problem = Problem::Missing;
    qint64 bound = 0; ///< the step, the largest or smallest value, or the longest text: what the problem is about
    std::optional<qint64> below; ///< the nearest value that would do, downward and upward
    std::optional<qint64> above;
    bool operator==(const Finding &) const = default;
};

/// The first finding that keeps the request from being sent, nullptr when it may go.
const Finding *firstRefusal(const QList<Finding> &findings);

constexpr qint64 largestCapacity = 999;
constexpr qint64 largestContextLength = 262144;
constexpr qsizetype longestName = 50;
constexpr qsizetype longestSuffix = 8;
constexpr qint64 smallestInputTpm = 10000; ///< smallest values any source names, and their steps as far as known
constexpr qint64 smallestOutputTpm = 1000;

/// A plan that can be asked for: the word that create sends, and what the catalog lists under it.
struct PlanOffer
{
    QString plan; ///< "", cu, mu, lora, ptu (the catalog's ptu_v2 is asked for as ptu)
    CatalogPlan listed;
    bool operator==(const PlanOffer &) const = default;
};

/// The plans of a model that a create can ask for. A model in the legacy shape lists none: it is deployed on compute
/// units, named (cu) or, as the oldest documents have it, without a word.
QList<PlanOffer> offersOf(const CatalogModel &model);

/// Plans the catalog lists that no create of ours can ask for, e.g. dtu; as they came.
QStringList otherPlansOf(const CatalogModel &model);

/// What is picked from the catalog; any may be missing.
struct CatalogChoice
{
    const CatalogModel *model = nullptr;
    const PlanOffer *offer = nullptr;
    const CatalogTemplate *chosen = nullptr;
};

/// The step of capacity: the template's unit for the role, else the model's base capacity; unset where neither is
/// known.
std::optional<qint64> capacityStep(const CatalogChoice &choice, const QString &role = QStringLiteral("unified"));

/// `modelIsDeployed`: the account has a deployment of this model already.
QList<Finding> checkCreate(const CatalogChoice &choice, const CreateRequest &request, bool modelIsDeployed);
QList<Finding> checkScale(const Deployment &present, const ScaleRequest &request);
QList<Finding> checkLimits(const Deployment &present, const LimitsRequest &request);

/// The findings with those fields whose text is no number marked so, in place of whatever was found about their
/// absence.
QList<Finding> withUnreadable(QList<Finding> findings, const QList<RequestField> &unreadable);

bool isThroughputPlan(const Deployment &deployment);

/// Six lower-case letters and digits, a letter first.
QString proposedSuffix();

} // namespace Slipway
