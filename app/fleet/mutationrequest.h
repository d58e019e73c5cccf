// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/journal.h"
#include "app/modelstudio/request.h"

namespace Slipway {

/// The very request that a journal's entry stands for, to an account's native root. Without a valid address where the
/// entry names no deployment that could be asked.
Request requestOf(const Mutation &mutation, const QUrl &root);

} // namespace Slipway
