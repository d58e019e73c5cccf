// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/deployment.h"

#include <QHash>
#include <QList>

#include <optional>

namespace Slipway {

/// Deployments that were read before, each equal to what reading its `source` gives. `rows` by `deployedModel`. Shares
/// its content with whoever made it.
struct KnownDeployments
{
    QList<Deployment> deployments;
    QHash<QString, int> rowOf;
};

/// A page of the list in which every deployment that is known, byte for byte, is only pointed at.
struct ThinnedPage
{
    QByteArray body;  ///< the page with a number in the place of each known deployment
    QList<int> known; ///< rows of KnownDeployments, one for each of those places, in their order
    qsizetype items = 0;
};

/// Most of a list is the same at each poll, and comparing bytes is thirty times quicker than reading them. Pure.
/// Nothing where nothing is known or the page has not the expected shape; then it must be read as it is. Only what
/// equals bytes that were read before is left out, so that the thinned body is JSON exactly when the page is.
std::optional<ThinnedPage> thinned(const QByteArray &page, const KnownDeployments &known);

} // namespace Slipway
