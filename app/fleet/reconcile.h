// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/mutation.h"

#include <QSet>

#include <chrono>

namespace Slipway {

/// When looks that show nothing are enough to say that nothing happened. A service that was slow enough to lose an
/// answer may still be at it, so both must be reached.
struct LookRule
{
    int looks = 3;
    std::chrono::milliseconds time{30'000};
};

/// What one look at the fleet says about a mutation.
struct Verdict
{
    Inquiry::Kind kind = Inquiry::Kind::Checking; ///< never None
    QString deployedModel;                        ///< Happened: what a create made
    QStringList candidates;                       ///< CannotTell: in the fleet's order
    bool operator==(const Verdict &) const = default;
};

/// What the looks so far and the journal add to one look at the fleet.
struct Circumstances
{
    bool enough = false;   ///< there were looks enough, long enough (LookRule)
    bool isWhole = true;   ///< what this look does not show is not in the fleet that the mutation was sent to
    QString creator;       ///< who makes this account's deployments; empty where that is not known
    QSet<QString> claimed; ///< deployed models that are known to come from other creates
};

/// Compares a mutation whose answer was lost with the whole fleet as it was read after the mutation was begun. Pure.
/// Before there were looks enough, and by a look that is not whole, nothing but a clear sight of it is told.
///
/// A create happened when exactly one deployment fits it. A suffix decides by itself: nothing else makes a new id of
/// that model that ends so. Without one, what fits is a deployment of the same model that was not there before, was
/// created at about that time, and differs in nothing that both name. Where something only might be it (another
/// creator, a time that is off, an id without the suffix), the answer is CannotTell: to be wrong about "it did not
/// happen" makes a second deployment, so that is said only when nothing is left that it could be.
///
/// Delete, scale and limits happened when the deployment is gone or going, or is as was asked. A deployment that was to
/// be changed and is gone tells nothing.
Verdict verdictOn(const Mutation &lost, const QList<Deployment> &fleet, const Circumstances &circumstances);

/// Whether an id ends as a create with that suffix makes it end.
bool endsWithSuffix(const QString &deployedModel, const QString &suffix);

/// What of the fleet a create has to remember, so that what it makes can be told from what was there: the deployed
/// models of its model that neither their age nor its suffix tell apart. Nothing where those are too many to be kept
/// with every create.
std::optional<QStringList> deploymentsBefore(const CreateRequest &request, const QList<Deployment> &fleet,
                                             const QDateTime &now);

/// Deployed models that accepted and found creates made.
QSet<QString> claimedDeployments(const QList<Mutation> &entries);

/// The creator of the newest deployment in the fleet that the journal says was made from here; empty where none is.
QString knownCreator(const QList<Mutation> &entries, const QList<Deployment> &fleet);

} // namespace Slipway
