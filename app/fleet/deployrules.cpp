// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deployrules.h"

#include "app/fleet/hindrance.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Slipway {

namespace {

using Findings = QList<Finding>;
using Number = std::optional<qint64>;

bool isThroughputWord(const QString &plan)
{
    return plan == u"ptu" || plan == u"ptu_v2";
}

bool canBeAskedFor(const QString &plan)
{
    return plan == u"cu" || plan == u"mu" || plan == u"lora" || isThroughputWord(plan);
}

/// Whole multiples of `step`, from `smallest` to the service's largest.
void checkCapacity(Findings &found, RequestField field, Number given, Number step, qint64 smallest)
{
    const qint64 unit = std::max<qint64>(step.value_or(1), 1);
    const qint64 largest = largestCapacity / unit * unit;
    const qint64 least = (smallest + unit - 1) / unit * unit;
    if (!given) {
        found.append({field, Problem::Missing, unit, {}, least});
    } else if (*given < smallest) {
        found.append({field, smallest > 0 ? Problem::NotPositive : Problem::Negative, unit, {}, least});
    } else if (*given > largestCapacity) {
        found.append({field, Problem::TooLarge, largestCapacity, largest, {}});
    } else if (*given % unit != 0) {
        const qint64 below = *given / unit * unit;
        const qint64 above = below + unit;
        found.append({field, Problem::OffStep, unit, below >= smallest ? Number(below) : Number(),
                      above <= largest ? Number(above) : Number()});
    } else if (*given == 0) {
        found.append({field, Problem::NothingServes, unit, {}, {}});
    }
}

void checkPositive(Findings &found, RequestField field, Number given)
{
    if (given && *given <= 0)
        found.append({field, Problem::NotPositive, 1, {}, 1});
}

void checkThroughput(Findings &found, RequestField field, Number given, qint64 smallest, bool required)
{
    if (!given) {
        if (required)
            found.append({field, Problem::Missing, smallest, {}, smallest});
    } else if (*given <= 0) {
        found.append({field, Problem::NotPositive, 1, {}, smallest});
    } else if (*given < smallest) {
        found.append({field, Problem::BelowSmallest, smallest, {}, smallest});
    } else if (*given % smallest != 0) {
        const qint64 below = *given / smallest * smallest;
        found.append({field, Problem::OffThroughputStep, smallest, below, below + smallest});
    }
}

void checkThroughputs(Findings &found, const std::optional<PtuCapacity> &asked)
{
    const PtuCapacity given = asked.value_or(PtuCapacity{});
    checkThroughput(found, RequestField::InputTpm, given.inputTpm, smallestInputTpm, true);
    checkThroughput(found, RequestField::OutputTpm, given.outputTpm, smallestOutputTpm, true);
    checkThroughput(found, RequestField::ThinkingOutputTpm, given.thinkingOutputTpm, smallestOutputTpm, false);
}

void checkName(Findings &found, const QString &name)
{
    if (name.toUcs4().size() > longestName)
        found.append({RequestField::Name, Problem::TooLong, longestName, {}, {}});
}

bool isSuffixCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

void checkSuffix(Findings &found, const QString &suffix, bool modelIsDeployed)
{
    if (!std::all_of(suffix.begin(), suffix.end(), isSuffixCharacter))
        found.append({RequestField::Suffix, Problem::BadCharacters, longestSuffix, {}, {}});
    else if (suffix.size() > longestSuffix)
        found.append({RequestField::Suffix, Problem::TooLong, longestSuffix, {}, {}});
    else if (suffix.isEmpty() && modelIsDeployed)
        found.append({RequestField::Suffix, Problem::SuffixWanted, longestSuffix, {}, {}});
}

void checkContextLength(Findings &found, Number given)
{
    checkPositive(found, RequestField::ContextLength, given);
    if (given && *given > largestContextLength)
        found.append({RequestField::ContextLength, Problem::TooLarge, largestContextLength, largestContextLength, {}});
}

void checkTemplate(Findings &found, const CatalogChoice &choice, const CreateRequest &request)
{
    if (request.plan != u"mu")
        return;
    if (request.deploySpec.isEmpty())
        found.append({RequestField::Template, Problem::Missing, 0, {}, {}});
    else if (choice.chosen && choice.chosen->chargeType == u"pre_paid")
        found.append({RequestField::Template, Problem::PrePaid, 0, {}, {}});
}

void checkUnits(Findings &found, const CatalogChoice &choice, const CreateRequest &request)
{
    if (choice.chosen && choice.chosen->isSeparated()) {
        checkCapacity(found, RequestField::PrefillCapacity, request.prefillCapacity,
                      capacityStep(choice, QStringLiteral("prefill")), 1);
        checkCapacity(found, RequestField::DecodeCapacity, request.decodeCapacity,
                      capacityStep(choice, QStringLiteral("decode")), 1);
    } else {
        checkCapacity(found, RequestField::Capacity, request.capacity, capacityStep(choice), 1);
    }
}

void checkSize(Findings &found, const CatalogChoice &choice, const CreateRequest &request)
{
    if (request.plan == u"ptu")
        checkThroughputs(found, request.ptuCapacity);
    else if (request.plan != u"lora")
        checkUnits(found, choice, request);
}

bool movesBothWays(const PtuCapacity &now, const PtuCapacity &wanted)
{
    bool grows = false;
    bool shrinks = false;
    const auto compare = [&](Number before, Number after) {
        grows = grows || (before && after && *after > *before);
        shrinks = shrinks || (before && after && *after < *before);
    };
    compare(now.inputTpm, wanted.inputTpm);
    compare(now.outputTpm, wanted.outputTpm);
    compare(now.thinkingOutputTpm, wanted.thinkingOutputTpm);
    return grows && shrinks;
}

void checkNewThroughput(Findings &found, const Deployment &present, const ScaleRequest &request)
{
    checkThroughputs(found, request.ptuCapacity);
    if (!request.ptuCapacity || !present.ptuCapacity)
        return;
    if (*request.ptuCapacity == *present.ptuCapacity)
        found.append({RequestField::InputTpm, Problem::Unchanged, 0, {}, {}});
    else if (movesBothWays(*present.ptuCapacity, *request.ptuCapacity))
        found.append({RequestField::InputTpm, Problem::MixedDirections, 0, {}, {}});
}

/// Asking again for what is assigned but does not serve is how a failed change is tried again.
void checkNewCapacity(Findings &found, const Deployment &present, const ScaleRequest &request)
{
    checkCapacity(found, RequestField::Capacity, request.capacity, present.baseCapacity, 0);
    const bool settled = !present.readyCapacity || present.readyCapacity == present.capacity;
    if (request.capacity && request.capacity == present.capacity && settled)
        found.append({RequestField::Capacity, Problem::Unchanged, 0, {}, {}});
}

void checkMoment(Findings &found, const Deployment &present)
{
    const RequestField field = isThroughputPlan(present) ? RequestField::InputTpm : RequestField::Capacity;
    if (present.status == Status::Running || present.status == Status::UpdatingFailed)
        return;
    const bool changing = present.status == Status::Updating || present.status == Status::Scaling;
    found.append({field, changing ? Problem::ChangeUnderWay : Problem::NotRunning, 0, {}, {}});
}

bool sameLimits(const Deployment &present, const LimitsRequest &request)
{
    return (!request.rpmLimit || request.rpmLimit == present.rpmLimit) &&
           (!request.tpmLimit || request.tpmLimit == present.tpmLimit);
}

} // namespace

bool refuses(Problem problem)
{
    switch (problem) {
    case Problem::Missing:
    case Problem::NotANumber:
    case Problem::NotPositive:
    case Problem::Negative:
    case Problem::TooLarge:
    case Problem::OffStep:
    case Problem::TooLong:
    case Problem::BadCharacters:
    case Problem::PrePaid:
    case Problem::NotOffered:
    case Problem::NothingAsked:
    case Problem::Unchanged:
    case Problem::CannotScale:
    case Problem::CannotLimit:
        return true;
    case Problem::NothingServes:
    case Problem::BelowSmallest:
    case Problem::OffThroughputStep:
    case Problem::MixedDirections:
    case Problem::ChangeUnderWay:
    case Problem::NotRunning:
    case Problem::SuffixWanted:
        return false;
    }
    return true;
}

const Finding *firstRefusal(const QList<Finding> &findings)
{
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding &f) { return refuses(f.problem); });
    return found == findings.end() ? nullptr : &*found;
}

QList<PlanOffer> offersOf(const CatalogModel &model)
{
    if (model.plans.isEmpty())
        return {{QStringLiteral("cu"), {}}, {QString(), {}}};
    QList<PlanOffer> offers;
    for (const CatalogPlan &listed : model.plans) {
        if (!canBeAskedFor(listed.plan))
            continue;
        const QString plan = isThroughputWord(listed.plan) ? QStringLiteral("ptu") : listed.plan;
        const auto same = [&plan](const PlanOffer &offer) { return offer.plan == plan; };
        if (std::none_of(offers.begin(), offers.end(), same))
            offers.append({plan, listed});
    }
    return offers;
}

QStringList otherPlansOf(const CatalogModel &model)
{
    QStringList others;
    for (const CatalogPlan &listed : model.plans) {
        if (!canBeAskedFor(listed.plan))
            others.append(listed.plan);
    }
    return others;
}

std::optional<qint64> capacityStep(const CatalogChoice &choice, const QString &role)
{
    if (choice.chosen) {
        const CatalogRole *wanted = choice.chosen->role(role);
        if (wanted && wanted->capacityUnit)
            return wanted->capacityUnit;
    }
    return choice.model ? choice.model->baseCapacity : std::nullopt;
}

QList<Finding> checkCreate(const CatalogChoice &choice, const CreateRequest &request, bool modelIsDeployed)
{
    if (!choice.model || request.modelName.isEmpty())
        return {{RequestField::Model, Problem::Missing, 0, {}, {}}};
    if (!choice.offer)
        return {{RequestField::Plan, Problem::NotOffered, 0, {}, {}}};
    Findings found;
    checkTemplate(found, choice, request);
    checkSize(found, choice, request);
    checkName(found, request.name);
    checkSuffix(found, request.suffix, modelIsDeployed);
    checkContextLength(found, request.maxContextLength);
    checkPositive(found, RequestField::RpmLimit, request.rpmLimit);
    checkPositive(found, RequestField::TpmLimit, request.tpmLimit);
    return found;
}

QList<Finding> checkScale(const Deployment &present, const ScaleRequest &request)
{
    if (present.plan == u"lora")
        return {{RequestField::Capacity, Problem::CannotScale, 0, {}, {}}};
    Findings found;
    if (isThroughputPlan(present))
        checkNewThroughput(found, present, request);
    else
        checkNewCapacity(found, present, request);
    checkMoment(found, present);
    return found;
}

QList<Finding> checkLimits(const Deployment &present, const LimitsRequest &request)
{
    if (!takesLimits(present))
        return {{RequestField::RpmLimit, Problem::CannotLimit, 0, {}, {}}};
    if (!request.rpmLimit && !request.tpmLimit)
        return {{RequestField::RpmLimit, Problem::NothingAsked, 0, {}, {}}};
    Findings found;
    checkPositive(found, RequestField::RpmLimit, request.rpmLimit);
    checkPositive(found, RequestField::TpmLimit, request.tpmLimit);
    if (sameLimits(present, request))
        found.append({RequestField::RpmLimit, Problem::Unchanged, 0, {}, {}});
    return found;
}

QList<Finding> withUnreadable(QList<Finding> findings, const QList<RequestField> &unreadable)
{
    if (unreadable.isEmpty())
        return findings;
    findings.removeIf(
        [&unreadable](const Finding &f) { return unreadable.contains(f.field) || f.problem == Problem::NothingAsked; });
    for (const RequestField field : unreadable)
        findings.append({field, Problem::NotANumber, 0, {}, {}});
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.field < b.field; });
    return findings;
}

bool isThroughputPlan(const Deployment &deployment)
{
    return isThroughputWord(deployment.plan) || (deployment.plan.isEmpty() && deployment.ptuCapacity);
}

QString proposedSuffix()
{
    static const QLatin1String characters("abcdefghijkmnpqrstuvwxyz23456789");
    QString suffix;
    for (int i = 0; i < 6; ++i)
        suffix += characters.at(QRandomGenerator::global()->bounded(i == 0 ? 24 : int(characters.size())));
    return suffix;
}

} // namespace Slipway
