// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/mutationrequest.h"

#include "app/modelstudio/changerequests.h"

namespace Slipway {

Request requestOf(const Mutation &mutation, const QUrl &root)
{
    switch (mutation.verb) {
    case Mutation::Verb::Create:
        return ChangeRequests::create(root, mutation.body);
    case Mutation::Verb::Scale:
        return ChangeRequests::scale(root, mutation.deployedModel, mutation.body);
    case Mutation::Verb::UpdateLimits:
        return ChangeRequests::updateLimits(root, mutation.deployedModel, mutation.body);
    case Mutation::Verb::Delete:
        return ChangeRequests::remove(root, mutation.deployedModel);
    }
    return {};
}

} // namespace Slipway
