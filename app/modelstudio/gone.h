// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/error.h"

namespace Slipway {

/// The answer to a delete says that the deployment was not there any more: what the person wanted has come true. Other
/// 404s (a wrong base URL, a workspace that is gone) prove nothing about it.
bool wasAlreadyGone(const Error &error);

} // namespace Slipway
