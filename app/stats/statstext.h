// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Slipway {

class Gauge;

/// The figures of a run as lines "name: value unit", in English whatever the language, for people and scripts. First
/// the whole run, then each poll (poll_1_wall …) and each stall (stall_1 …, with its circumstances after the unit). A
/// figure that was not measured has no line.
QByteArray statsText(const Gauge &gauge);

} // namespace Slipway
