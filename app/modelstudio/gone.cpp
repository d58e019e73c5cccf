// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/gone.h"

namespace Slipway {

bool wasAlreadyGone(const Error &error)
{
    return error.kind == Error::Kind::NotFound && error.code == u"NotFound" &&
           !error.message.contains(u"path", Qt::CaseInsensitive);
}

} // namespace Slipway
