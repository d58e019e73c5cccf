// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Slipway::Look {

// Text from outside as it is, beyond what look.h has (visible and toolTip).

/// An id, so that no two read alike: as visible(), and so is every character that is neither printable ASCII nor
/// Chinese, since it may look like one that is: а (U+0430) like a.
QString visibleId(const QString &id);

/// In a window's title, where Qt reads [*] as the place of a mark: kept apart by a joiner without width, as Qt reads
/// the documented [*][*] once or twice, depending on whether the window was shown before.
QString windowTitle(const QString &text);

} // namespace Slipway::Look
