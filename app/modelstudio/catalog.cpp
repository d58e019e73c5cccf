// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modelstudio/catalog.h"

#include <algorithm>

namespace Slipway {

bool CatalogTemplate::isSeparated() const
{
    // The service writes SEPERATED; should it ever mend that, both are understood.
    return type.compare(QLatin1StringView("SEPERATED"), Qt::CaseInsensitive) == 0 ||
           type.compare(QLatin1StringView("SEPARATED"), Qt::CaseInsensitive) == 0;
}

const CatalogRole *CatalogTemplate::role(const QString &wanted) const
{
    const auto found = std::ranges::find(roles, wanted, &CatalogRole::name);
    return found == roles.end() ? nullptr : &*found;
}

} // namespace Slipway
