// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/hindrance.h"

#include <QString>

namespace Slipway {

QString hindranceText(Hindrance hindrance); ///< a sentence; empty for Hindrance::None

} // namespace Slipway
