// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/reconcile.h"

#include <QHash>

#include <algorithm>

namespace Slipway {

namespace {

using Kind = Inquiry::Kind;

/// Clocks of two machines differ, and a lost create may wait in a queue before it is carried out.
constexpr std::chrono::minutes earlier{10};
constexpr std::chrono::minutes later{30};
constexpr std::chrono::hours muchEarlier{24}; // no clock that a certificate holds for is that far off

constexpr qsizetype mostBefore = 1000;

enum class Likeness { None, Doubtful, Good, Certain };

// ---- create

bool differ(const QString &asked, const QString &found)
{
    return !asked.isEmpty() && !found.isEmpty() && asked != found;
}

/// The catalog's ptu_v2 is asked for as ptu.
bool plansDiffer(const QString &asked, const QString &found)
{
    return differ(asked, found) && !asked.startsWith(found) && !found.startsWith(asked);
}

bool isInTime(const Mutation &lost, const Deployment &row)
{
    const QDateTime end = lost.answered.isValid() ? lost.answered : lost.started;
    return row.created.isValid() && row.created >= lost.started.addSecs(-std::chrono::seconds(earlier).count()) &&
           row.created <= end.addSecs(std::chrono::seconds(later).count());
}

bool isOlder(const Deployment &row, const QDateTime &time, std::chrono::seconds margin)
{
    return row.created.isValid() && row.created < time.addSecs(-margin.count());
}

bool wasThereBefore(const Mutation &lost, const Deployment &row)
{
    return isOlder(row, lost.started, earlier);
}

Likeness likenessWithSuffix(const Mutation &lost, const CreateRequest &asked, const Deployment &row)
{
    if (endsWithSuffix(row.deployedModel, asked.suffix))
        return wasThereBefore(lost, row) ? Likeness::Doubtful : Likeness::Certain;
    const bool mayBe = isInTime(lost, row) || !row.created.isValid();
    return mayBe && !differ(asked.name, row.name) && !plansDiffer(asked.plan, row.plan) ? Likeness::Doubtful
                                                                                        : Likeness::None;
}

Likeness likeness(const Mutation &lost, const CreateRequest &asked, const Deployment &row,
                  const Circumstances &circumstances)
{
    const bool isKnown = lost.others && lost.others->contains(row.deployedModel);
    if (row.modelName != asked.modelName || isKnown || circumstances.claimed.contains(row.deployedModel))
        return Likeness::None;
    if (!asked.suffix.isEmpty())
        return likenessWithSuffix(lost, asked, row);
    if (differ(asked.name, row.name) || plansDiffer(asked.plan, row.plan))
        return Likeness::None;
    if (!lost.others && isOlder(row, lost.started, muchEarlier))
        return Likeness::None; // what was there before is not known, so its age tells that it is an older one
    return isInTime(lost, row) && !differ(circumstances.creator, row.creator) ? Likeness::Good : Likeness::Doubtful;
}

Verdict verdictOnCreate(const Mutation &lost, const QList<Deployment> &fleet, const Circumstances &circumstances)
{
    const auto *asked = std::get_if<CreateRequest>(&lost.asked);
    if (!asked) // its beginning was damaged: nothing says what to look for
        return circumstances.enough ? Verdict{Kind::CannotTell, {}, {}} : Verdict{};
    QStringList certain;
    QStringList good;
    QStringList all;
    for (const Deployment &row : fleet) {
        const Likeness found = likeness(lost, *asked, row, circumstances);
        if (found != Likeness::None)
            all.append(row.deployedModel);
        if (found == Likeness::Good)
            good.append(row.deployedModel);
        if (found == Likeness::Certain)
            certain.append(row.deployedModel);
    }
    const bool isTheOnlyOne = good.size() == 1 && all.size() == 1 && circumstances.isWhole;
    if (certain.size() == 1 || isTheOnlyOne)
        return {Kind::Happened, certain.isEmpty() ? good.first() : certain.first(), {}};
    if (!circumstances.enough || !circumstances.isWhole)
        return {};
    return {all.isEmpty() ? Kind::NotHappened : Kind::CannotTell, {}, all};
}

// ---- scale, limits, delete

bool isAsAsked(const PtuCapacity &asked, const std::optional<PtuCapacity> &found)
{
    const auto same = [](std::optional<qint64> wanted, std::optional<qint64> got) { return !wanted || wanted == got; };
    return found && same(asked.inputTpm, found->inputTpm) && same(asked.outputTpm, found->outputTpm) &&
           same(asked.thinkingOutputTpm, found->thinkingOutputTpm);
}

/// A change of capacity that is under way now and was not before can only be ours, unless the row names another goal.
bool beganToScale(const Mutation &lost, const Deployment &row)
{
    const bool changing = row.status == Status::Updating || row.status == Status::Scaling;
    return changing && lost.row && lost.row->status != row.status && lost.row->capacity == row.capacity;
}

bool hasHappened(const Mutation &lost, const ScaleRequest &asked, const Deployment &row)
{
    const bool asAsked =
        asked.ptuCapacity ? isAsAsked(*asked.ptuCapacity, row.ptuCapacity) : asked.capacity == row.capacity;
    return asAsked || beganToScale(lost, row);
}

bool hasHappened(const LimitsRequest &asked, const Deployment &row)
{
    return (!asked.rpmLimit || asked.rpmLimit == row.rpmLimit) && (!asked.tpmLimit || asked.tpmLimit == row.tpmLimit);
}

bool hasHappened(const Mutation &lost, const Deployment &row)
{
    if (lost.verb == Mutation::Verb::Delete)
        return row.status == Status::Deleting || row.status == Status::Deleted || row.status == Status::Offlining;
    if (const auto *scale = std::get_if<ScaleRequest>(&lost.asked))
        return hasHappened(lost, *scale, row);
    const auto *limits = std::get_if<LimitsRequest>(&lost.asked);
    return limits && hasHappened(*limits, row);
}

Verdict verdictOnChange(const Mutation &lost, const QList<Deployment> &fleet, const Circumstances &circumstances)
{
    const auto row = std::find_if(fleet.begin(), fleet.end(),
                                  [&lost](const Deployment &each) { return each.deployedModel == lost.deployedModel; });
    const bool gone = row == fleet.end();
    const bool isDelete = lost.verb == Mutation::Verb::Delete;
    if (gone ? isDelete && circumstances.isWhole : hasHappened(lost, *row))
        return {Kind::Happened, {}, {}};
    if (!circumstances.enough || !circumstances.isWhole)
        return {};
    const bool isClear = isDelete || (!gone && !std::holds_alternative<std::monostate>(lost.asked));
    return {isClear ? Kind::NotHappened : Kind::CannotTell, {}, {}};
}

} // namespace

bool endsWithSuffix(const QString &deployedModel, const QString &suffix)
{
    return deployedModel.endsWith(u'-' + suffix, Qt::CaseInsensitive);
}

Verdict verdictOn(const Mutation &lost, const QList<Deployment> &fleet, const Circumstances &circumstances)
{
    return lost.verb == Mutation::Verb::Create ? verdictOnCreate(lost, fleet, circumstances)
                                               : verdictOnChange(lost, fleet, circumstances);
}

std::optional<QStringList> deploymentsBefore(const CreateRequest &request, const QList<Deployment> &fleet,
                                             const QDateTime &now)
{
    QStringList before;
    for (const Deployment &row : fleet) {
        const bool isToldApart = !request.suffix.isEmpty() && isOlder(row, now, earlier) &&
                                 !endsWithSuffix(row.deployedModel, request.suffix);
        if (row.modelName == request.modelName && !isToldApart)
            before.append(row.deployedModel);
    }
    return before.size() > mostBefore ? std::nullopt : std::optional(before);
}

QSet<QString> claimedDeployments(const QList<Mutation> &entries)
{
    QSet<QString> claimed;
    for (const Mutation &entry : entries) {
        const bool isMade = entry.state == Mutation::State::Accepted || entry.inquiry.kind == Kind::Happened;
        if (entry.verb == Mutation::Verb::Create && isMade && !entry.deployedModel.isEmpty())
            claimed.insert(entry.deployedModel);
    }
    return claimed;
}

QString knownCreator(const QList<Mutation> &entries, const QList<Deployment> &fleet)
{
    QHash<QString, QString> creators;
    for (const Deployment &row : fleet)
        creators.insert(row.deployedModel, row.creator);
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        const bool madeHere =
            entry->verb == Mutation::Verb::Create && entry->state == Mutation::State::Accepted && !entry->error;
        if (const QString creator = creators.value(entry->deployedModel); madeHere && !creator.isEmpty())
            return creator;
    }
    return {};
}

} // namespace Slipway
