// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/modelstudio/furtherparameters.h"
#include "ui/chat/parameterwords.h"

namespace Slipway {

ParameterWords furtherWords();

/// What is said of further parameters that are not sent: a sentence.
QString textOf(const FurtherFault &fault);

} // namespace Slipway
