// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/reply.h"

namespace Slipway::Simulator {

/// What is sent in place of, or made of, `reply` by the faults that are a matter of content; the others are the
/// Delivery's.
Reply spoilt(Reply reply, const Mishap &mishap, const QByteArray &requestId);

} // namespace Slipway::Simulator
