// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/generationparameters.h"

namespace Slipway {

/// The parameter that nameOf(Parameter) calls so; unset for any other name.
std::optional<Parameter> parameterNamed(QByteArrayView name);

} // namespace Slipway
