// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Slipway::Simulator {

class World;

/// Fills an empty world with `count` deployments. The first twelve are always the same kinds: four RUNNING ones of the
/// last half hour (mu, lora, ptu, mu), then one of every status a person should have seen; the rest are as in a large
/// fleet.
void seedFleet(World &world, int count);

} // namespace Slipway::Simulator
