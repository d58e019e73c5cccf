// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/request.h"

/// The requests that change deployments, below a native root: verb, address and body, without how long they may take.
/// The one place that knows these addresses; what is sent and what is copied as code come from here.
namespace Slipway::ChangeRequests {

Request create(const QUrl &root, const QByteArray &body);
Request scale(const QUrl &root, const QString &deployedModel, const QByteArray &body);
Request updateLimits(const QUrl &root, const QString &deployedModel, const QByteArray &body);
Request remove(const QUrl &root, const QString &deployedModel);

} // namespace Slipway::ChangeRequests
