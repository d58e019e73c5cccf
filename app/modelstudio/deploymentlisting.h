// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deploymentreader.h"
#include "app/modelstudio/deploymentsapi.h"
#include "app/modelstudio/thinnedpage.h"

#include <memory>

namespace Slipway {

/// The list of deployments, asked for again and again: what has not changed is not read again.
class DeploymentListing
{
public:
    explicit DeploymentListing(Client *client);

    /// As DeploymentsApi::list(). What is `known` and comes with the same bytes is answered as it is known; it is let
    /// go of before `done` is called.
    Call *ask(QObject *owner, DeploymentsApi::Done<DeploymentList> done, const KnownDeployments &known);

private:
    Client *m_client;
    std::shared_ptr<DeploymentReader> m_reader; ///< of all readings, so that they share their words
};

} // namespace Slipway
