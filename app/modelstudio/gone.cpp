// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/gone.h"

namespace Slipway {

bool wasAlreadyGone(const Error &error)
{
    return error.kind == Error::Kind::NotFound && error.code == u"NotFound" &&
           !error.message.startsWith(u"Request path not found", Qt::CaseInsensitive); // deployments.md section 5
}

} // namespace Slipway
