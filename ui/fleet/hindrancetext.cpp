// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/hindrancetext.h"

#include <QCoreApplication>

namespace Slipway {

namespace {

/// The translation context of this file.
struct Hindrances
{
    Q_DECLARE_TR_FUNCTIONS(Slipway::Hindrances)
};

} // namespace

QString hindranceText(Hindrance hindrance)
{
    switch (hindrance) {
    case Hindrance::None:
        break;
    case Hindrance::BeingDeleted:
        return Hindrances::tr("It is being deleted already.");
    case Hindrance::PaidPerToken:
        return Hindrances::tr("A deployment that is paid per token has no capacity to scale.");
    case Hindrance::NoLimits:
        return Hindrances::tr("Limits can be set for model units only.");
    }
    return {};
}

} // namespace Slipway
