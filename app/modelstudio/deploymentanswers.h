// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/catalog.h"
#include "app/modelstudio/deployment.h"
#include "app/modelstudio/paging.h"
#include "app/modelstudio/reply.h"
#include "app/modelstudio/result.h"

namespace Slipway {

class DeploymentReader;
struct KnownDeployments;

// What the answers to calls about deployments say: a value, or Kind::BadReply naming what the body lacks. Pure.

/// The answer to a create, a scale or new limits.
Result<Answer<Deployment>> readChanged(const Reply &reply);

/// One deployment, also in the list wrapper of the original page (deployments.md §4.3). Another one than was asked for
/// is no answer.
Result<Answer<Deployment>> readOne(const Reply &reply, const QString &deployedModel);

/// The answer to a delete; a body without a deployment is one too.
Result<Answer<Deployment>> readRemoved(const Reply &reply, const QString &deployedModel);

/// One page of the list; one item that is no deployment spoils it. What is known already is not read again, and comes
/// out as it is known.
Result<Page<Deployment>> readDeploymentPage(const Reply &reply, DeploymentReader &reader,
                                            const KnownDeployments &known);

Result<Page<CatalogModel>> readCatalogPage(const Reply &reply, ModelSource source);

/// How many deployments there are.
Result<Answer<qint64>> readTotal(const Reply &reply);

} // namespace Slipway
